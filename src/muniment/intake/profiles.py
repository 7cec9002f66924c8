"""Data: the commonest function words of languages in Latin script, and the Unicode ranges of the other scripts.

The words are the articles, prepositions, pronouns, conjunctions and auxiliaries that head any frequency list
of the language; they are told apart by their mix, so a word may stand in several lists. ISO 639-1 codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_LATIN: Final[Mapping[str, str]] = {
    "en": "the of and to in a is that for was on with as by at from he said it his be has have had not are were "
    "but an they which this their been who will would or after its about more than also she her one when two "
    "there all into over could up out if can other new before we our no during against some what you i between "
    "him them while where because since under those these being still so how first last may should told",
    "es": "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí "
    "porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les "
    "ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras otra él tanto esa estos "
    "mucho es son fue ha han era ser está según tras",
    "fr": "de la le et les des en un du une que est dans qui par pour au il sur pas plus ne se ce avec son sont sa "
    "ou cette aux mais nous ses été comme elle même ces leur après deux fait entre ont si dont tout lui sans être "
    "y depuis contre où a d l n s c qu j je vous on était selon avait aussi avant encore très",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à "
    "seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos "
    "ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas havia",
    "it": "di e il la che in un per è non una sono del della le si con da i come ha dei nel alla più al anche delle "
    "lo gli ma o della su dal nella ed questo questa stato sua suo dalla essere hanno due tra contro loro dopo "
    "degli agli alle sul sulla ai era fu perché quando quale chi cui ancora solo dell all nell",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
    "er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor "
    "zur bis mehr durch man sein wurde wenn können gegen vom schon wir seit unter während ihre seine einer eines",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit door naar over "
    "heeft hebben ze hij wordt nog was werd worden deze die dit meer had wel tot geen kan zich hun tegen onder "
    "zou moet of tussen waar wat al veel we ons haar sinds volgens tijdens",
    "sv": "och i att det som en på är av för med till den har de inte om ett men var jag från vi så kan när han "
    "vid under sig efter ska skulle eller hade nu också mot där hon mycket över alla blir bli varit sedan än ut "
    "upp sin sina utan mellan enligt",
    "da": "og i at det er en til af på for med den der de ikke som har et var han fra om men vi kan så ved blev "
    "efter eller hun også skal mod over være jeg sig nu ud op hvor når da end deres havde vil mellem ifølge under",
    "no": "og i det er på en som til av for at med har de ikke den om var et men han fra vi så kan ble etter eller "
    "også skal mot over være jeg seg nå ut opp hvor når da enn deres hadde vil mellom ifølge under blir mer",
    "fi": "ja on ei se että oli hän mutta ovat kun myös jos niin kuin tai sen mukaan vain hänen joka sekä jo ole "
    "olla nyt jotka siitä sitä vielä kuitenkin ollut mitä koska ennen jälkeen kanssa tämä he heidän noin vuoden",
    "pl": "i w na z do się nie że o to jest po od za przez jak dla oraz są ale był co tym ze już czy być go ich jego "
    "które który która także przy tylko może było ma będzie jednak ten ta tej tego przed między więc pod została",
    "cs": "a v se na je že s z do o i to k jako by za pro od po ale jsou byl které který také jeho co při tak podle "
    "až než ve jen nebo už však před bylo byla být ze jejich mezi která má není let roku proti",
    "sk": "a v sa na je že s z do o aj to k ako by za pre od po ale sú bol ktoré ktorý tiež jeho čo pri tak podľa "
    "až než vo len alebo už však pred bolo bola byť zo ich medzi ktorá má nie je rokov roku proti",
    "hu": "a az és hogy nem is egy de volt meg azt ezt van csak már mint el ez vagy ki lehet szerint után még kell "
    "minden akkor pedig között ha lett ezek amely ami fel nagyon majd így több nincs őket számára",
    "ro": "de și în a la cu că nu pe din pentru un o care este se au mai fost prin dar sau lui sunt această ca fi "
    "după între cel ale al acest ei el cei era foarte fără până astfel unei unor despre către împotriva potrivit",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en sonra kadar ne var ama ya o diye değil ise her "
    "ancak iki göre oldu olduğu dedi mi ki olduğunu şey ben yok yeni tarafından karşı arasında üzerine",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena bisa ada mereka lebih "
    "kata atau telah oleh sudah kami sebagai para tersebut dia menjadi ia adalah anda seperti hanya dapat saat "
    "setelah kepada antara bahwa terhadap tahun orang masih belum",
    "vi": "và của là có được cho không trong người với những các một đã này để khi đến về nhiều tôi từ như ra vào "
    "cũng ông anh làm phải còn tại hơn sự theo trên sẽ nếu thì bị năm việc mà lại chỉ rằng đó nhưng",
    "sw": "ya na wa kwa ni katika la za cha kuwa hiyo huo huyo alisema kama yake hii wake vya pia baada hilo lakini "
    "watu hivyo nchi mwaka hayo zaidi ambao ambayo bila kila wao juu sana kabla hadi baadhi kati",
    "tl": "ang ng sa na mga ay at si ni para kay ito hindi may siya ko mo nang kung niya rin din pa ako sila lang "
    "nila ka namin natin ating aming dahil noong mula upang kanyang isang wala",
    "hr": "i u je na se da su za od s o a ne koji koje to iz kao po do bi nije će koja što bio ili te sa samo kako "
    "nakon već ali bila prema jer biti između kada ako prije protiv još svoje ima",
    "sq": "e të në dhe për një me nga që se i është ka u më si do janë kanë tij por nuk kjo ky edhe pas ishte mund "
    "saj tyre kur gjatë sipas ndaj ose",
}

FUNCTION_WORDS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split()) for language, words in _LATIN.items()
}

SCRIPTS: Final[tuple[tuple[int, int, str], ...]] = (
    # first and last code point, script; Latin is what none of these holds
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "arabic"),
    (0x0750, 0x077F, "arabic"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0D80, 0x0DFF, "si"),
    (0x0E00, 0x0E7F, "th"),
    (0x0E80, 0x0EFF, "lo"),
    (0x0F00, 0x0FFF, "bo"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1100, 0x11FF, "ko"),
    (0x1200, 0x139F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "ja"),
    (0x3400, 0x4DBF, "zh"),
    (0x4E00, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
    (0xF900, 0xFAFF, "zh"),
    (0x20000, 0x2FFFF, "zh"),
)

# Letters that only one language of a shared script has, asked in this order; the last entry is the default.
CYRILLIC: Final[tuple[tuple[str, str], ...]] = (
    ("ўЎ", "be"),
    ("їєґЇЄҐ", "uk"),
    ("ѓќѕЃЌЅ", "mk"),
    ("ђћџљњЂЋЏЉЊ", "sr"),
    ("ңүөқғұәҢҮӨҚҒҰӘ", "kk"),
    ("ыэёЫЭЁ", "ru"),
    ("ъщЪЩ", "bg"),
    ("", "ru"),
)
ARABIC: Final[tuple[tuple[str, str], ...]] = (
    ("ٹڈڑےں", "ur"),
    ("ټډړښۍ", "ps"),
    ("پچژگ", "fa"),
    ("", "ar"),
)

NAMES: Final[Mapping[str, str]] = {
    "english": "en", "spanish": "es", "french": "fr", "portuguese": "pt", "italian": "it", "german": "de",
    "dutch": "nl", "swedish": "sv", "danish": "da", "norwegian": "no", "finnish": "fi", "polish": "pl",
    "czech": "cs", "slovak": "sk", "hungarian": "hu", "romanian": "ro", "turkish": "tr", "indonesian": "id",
    "vietnamese": "vi", "swahili": "sw", "croatian": "hr", "serbian": "sr", "albanian": "sq", "russian": "ru",
    "ukrainian": "uk", "belarusian": "be", "bulgarian": "bg", "arabic": "ar", "persian": "fa", "farsi": "fa",
    "urdu": "ur", "pashto": "ps", "hebrew": "he", "greek": "el", "hindi": "hi", "bengali": "bn", "burmese": "my",
    "thai": "th", "khmer": "km", "lao": "lo", "chinese": "zh", "japanese": "ja", "korean": "ko", "georgian": "ka",
    "armenian": "hy", "amharic": "am",
}  # fmt: skip
