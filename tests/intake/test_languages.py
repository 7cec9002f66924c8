"""Languages: told on a sentence or two, never on a few words."""

from __future__ import annotations

import pytest

from muniment.intake.languages import detect

SENTENCES = {
    "en": "The government said on Friday that it had agreed to withdraw its troops from the border area.",
    "es": "El gobierno dijo el viernes que había acordado retirar a sus tropas de la zona de la frontera.",
    "fr": "Le gouvernement a déclaré vendredi qu'il avait accepté de retirer ses troupes de la zone frontalière.",
    "pt": "O governo disse na sexta-feira que não vai retirar as suas tropas da zona de fronteira com o país.",
    "it": "Il governo ha detto venerdì che non ritirerà le truppe dalla zona di confine con il paese.",
    "de": "Die Regierung teilte am Freitag mit, dass sie ihre Truppen aus dem Gebiet an der Grenze abziehen werde.",
    "nl": "De regering heeft vrijdag gezegd dat zij haar troepen uit het gebied bij de grens zal terugtrekken.",
    "sv": "Regeringen sade på fredagen att den hade beslutat att dra tillbaka sina trupper från området.",
    "pl": "Rząd poinformował w piątek, że nie wycofa swoich wojsk z obszaru przy granicy i że rozmowy się nie odbędą.",
    "tr": "Hükümet cuma günü yaptığı açıklamada, bu bölgede olan askerlerin geri çekileceğini ve bir anlaşma için "
    "daha çok zaman gerektiğini, ancak her iki tarafın da buna karşı olduğunu söyledi.",
    "id": "Pemerintah mengatakan pada hari Jumat bahwa mereka akan menarik pasukan dari daerah perbatasan itu.",
    "vi": "Chính phủ cho biết hôm thứ Sáu rằng họ đã đồng ý rút quân khỏi khu vực biên giới và sẽ không trở lại.",
    "sw": "Serikali ilisema siku ya Ijumaa kwamba imekubali kuondoa majeshi yake katika eneo la mpaka na nchi hiyo.",
    "ru": "Правительство сообщило в пятницу, что выведет войска из приграничного района.",
    "uk": "Уряд повідомив у п'ятницю, що виведе війська з прикордонного району її сусідів.",
    "ar": "أعلنت الحكومة يوم الجمعة أنها وافقت على سحب قواتها من منطقة الحدود",
    "fa": "دولت روز جمعه اعلام کرد که نیروهای خود را از منطقه مرزی خارج می‌کند و گفتگوها پایان یافت",
    "zh": "政府星期五表示同意从边境地区撤军。",
    "ja": "政府は金曜日、国境地帯から軍を撤退させることで合意したと発表した。",
    "ko": "정부는 금요일 국경 지역에서 병력을 철수하기로 합의했다고 밝혔다.",
    "my": "အစိုးရက သောကြာနေ့တွင် တပ်များ ရုပ်သိမ်းမည်ဟု ပြောကြားသည်။",
    "th": "รัฐบาลกล่าวเมื่อวันศุกร์ว่าตกลงที่จะถอนทหาร",
    "he": "הממשלה הודיעה ביום שישי כי תוציא את כוחותיה מאזור הגבול",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_a_sentence_of_news_is_told(language: str, sentence: str) -> None:
    assert detect(sentence) == language


@pytest.mark.parametrize(
    "words", ["", "Lima", "14 : 3", "Juan, Pedro, Ana", "Chelsea 2 (Drogba 38, 72) Reading 2 (Lita 67)"]
)
def test_a_few_words_are_not(words: str) -> None:
    assert detect(words) == ""


def test_foreign_names_make_no_foreign_text() -> None:
    text = "Members of the Frente Sandinista de Liberación Nacional met in León, El Salvador's envoy said."
    assert detect(text) in ("en", "")
    assert detect(f"{text} They had agreed to it before.") == "en"
