"""Furniture is marked by its kind; report text never is."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from muniment.intake import to_document
from muniment.intake.furniture import kind_of, whole_line

from .reading import document, marked, sources, spans_hold

BODY = (
    "The two ministers met in Quito on Monday and signed a border agreement, officials said.\n\n"
    "They had been at odds over it since the war that both of their countries lost.\n\n"
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("youtube https://www.youtube.com/watch?v=abc", "video link"),
        ("https://example.org/a/b?c=d", "link"),
        ("Edited by: Ana Paz", "editors"),
        ("Reporting by Ana Paz in Quito; Editing by Li Wei", "editors"),
        ("(Reporting by Ana Paz; Editing by Li Wei and Jo Roe)", "editors"),
        ("Read more: Army chief steps down", "read more"),
        ("READ MORE", "read more"),
        ("Also read: Army chief steps down", "read more"),
        ("Related stories", "read more"),
        ("You may also like", "read more"),
        ("Story continues below advertisement", "read more"),
        ("Watch: The moment the bridge fell", "video"),
        ("5 min read", "video"),
        ("Subscribe", "subscribe"),
        ("Subscribe to our daily newsletter", "subscribe"),
        ("Sign up for our newsletter and get the news first.", "subscribe"),
        ("Sign up here", "subscribe"),
        ("Get our best stories in your inbox", "subscribe"),
        ("Newsletter", "newsletter"),
        ("Join our Telegram channel", "newsletter"),
        ("Share this article", "share"),
        ("Share on Facebook", "share"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("Follow us on Twitter", "share"),
        ("© 2022 Andes Today", "copyright"),
        ("Copyright 2021 Andes Today. All rights reserved.", "copyright"),
        ("This material may not be published, broadcast or redistributed.", "copyright"),
        ("We use cookies to give you the best experience on our site.", "cookies"),
        ("By continuing to browse this site you agree to our use of cookies.", "cookies"),
        ("Cookie settings", "cookies"),
        ("Skip to content", "navigation"),
        ("Home | News | World | Africa", "navigation"),
        ("Home > World > Coup leader flies to Lima", "navigation"),
        ("Tags: Ecuador, Peru, border", "navigation"),
        ("Leave a comment", "navigation"),
        ("12 Comments", "share"),
        ("ADVERTISEMENT", "advertisement"),
        ("Photo: AFP", "picture credit"),
        ("Photo by Ana Paz/Getty Images", "picture credit"),
        ("(Photo: A. Paz)", "picture credit"),
        ("Ana Paz/Reuters", "picture credit"),
        ("Image credit: Ana Paz", "picture credit"),
        ("***", "end mark"),
        ("Enditem", "end mark"),
        ("-30-", "end mark"),
    ],
)
def test_page_lines_have_their_kind(line: str, kind: str) -> None:
    assert kind_of(line) == kind
    made = document(f"Ministers sign border pact\n\n{BODY}{line}\n\n{BODY}")
    assert marked(made) == ([line] if kind else [])


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers to the fund lost 40 million dollars.",
        "Sign up rates among veterans fell to 12 percent.",
        "Share prices fell 1.3 percent in Seoul on Tuesday.",
        "Share this view, the general told his officers, or leave.",
        "Read the document, the ambassador urged the council.",
        "Related companies in Dubai were put on the list as well.",
        "More news of fighting came from the north.",
        "Watch towers along the border were shelled on Friday.",
        "Video of the raid shows soldiers firing at the crowd.",
        "Photo of the wreck was published by the rebels.",
        "Photographs seen by diplomats show six fighter jets.",
        "Copyright violations cost the industry two billion dollars in 2005.",
        "Follow up talks are due in Geneva in May.",
        "Following the talks, both sides agreed to a truce.",
        "Home minister Amit Rao visited the camp.",
        "World powers and Iran resumed talks in Vienna.",
        "Edited footage of the strike was shown to reporters.",
        "Compiled by the Red Cross, the list has 14 names.",
        "Written by General Li, the order called for air strikes.",
        "File: 14 killed in the square by soldiers, says army chief, rejecting it all",
        "Photo: soldiers killed 14 people in the square. The army denies it.",
        "Photo: soldiers shot at the crowd",
        "Photo: 14 killed in Lima",
        "Picture: the wreck in the harbour",
        "Reporting by the UN mission puts the dead at 73.",
        "Advertisements for the army were withdrawn.",
        "Cookies, blankets and tents were handed out to 4,000 families.",
        "Comments by the minister drew a protest from Ankara.",
        "Comments",
        "Email",
        "Link",
        "Topics to be discussed include border security.",
        "Tag teams of smugglers bring rifles over the river.",
        "Next week: the vote",
        "By continuing to supply arms, the envoy said, Minsk prolongs the war.",
        "Get the hostages home, she told parliament.",
        "Register to vote by Friday, the commission told citizens.",
        "Listen to the people, protesters chanted outside parliament.",
        "Join the alliance or lose our aid, the president was told.",
        "Like the coup of 1999, this one met no resistance.",
        "Support our troops, a banner in the square said, and bring them home.",
        "Reuters reported on Thursday that two jets had arrived.",
        "AFP: 14 killed",
        "Buyer | System | Maker | Number",
        "Croatia | Rafale | Dassault | 12",
        "Soldiers stand guard outside parliament in Lima after the coup",
        "The general (right) signs the pact with Foreign Minister Li",
        "(Xinhua) -- Troops took the airport on Monday",
        "See page 4",
        "30",
        "1,707",
        "Rio 2016",
        "Source: ministry figures",
        "No comment, said the ministry.",
        "Previous governments had refused to sign.",
        "Accept the plan or face sanctions, the bloc said.",
        "Print workers joined the strike.",
        "Save the Children said 1,200 had fled.",
        "Twitter blocked in Sri Lanka",
        "Facebook, Twitter and WhatsApp were blocked after the attacks",
    ],
)
def test_report_lines_are_never_marked(line: str) -> None:
    made = document(f"Ministers sign border pact\n\n{line}\n\n{BODY}{line}\n\n{BODY}{line}\n")
    assert marked(made) == []


def test_a_headline_printed_twice_is_marked_once() -> None:
    made = document(f"Ministers sign border pact\n\nMinisters  sign border pact\n\n{BODY}")
    assert marked(made) == ["Ministers  sign border pact"]
    assert made.furniture[0].span.start > 0


def test_a_caption_stays_and_its_credit_goes() -> None:
    caption = "Soldiers guard the square in Lima, where 14 people were killed"
    made = document(f"Ministers sign border pact\n\n{caption} [File: Ana Paz/Reuters]\n\n{BODY}")
    assert marked(made) == ["[File: Ana Paz/Reuters]"]
    assert not whole_line(made.furniture[0], made.text)


def test_the_title_inside_a_blog_foot_stays() -> None:
    made = document(f"{BODY}The post Ministers sign border pact appeared first on Andes Today.")
    assert marked(made) == ["The post ", "appeared first on Andes Today."]
    assert (made.title, made.publisher) == ("Ministers sign border pact", "Andes Today")


def test_where_a_cross_reference_points_stays() -> None:
    made = document(f"Ministers sign border pact\n\n{BODY}See also: Baku expels two diplomats\n\n{BODY}")
    assert marked(made) == ["See also: "]


@pytest.mark.parametrize(
    "stray",
    [
        "es la página oficial de la provincia y de sus ciudades",
        "Cliquez ici pour recevoir les nouvelles de la semaine dans votre boîte.",
        "Melden Sie sich hier an, um die Nachrichten der Woche zu bekommen.",
        "Подписывайтесь на наш канал, чтобы получать новости",
        "点击这里订阅我们的新闻通讯",
    ],
)
def test_a_stray_sentence_of_another_language_is_marked(stray: str) -> None:
    for text in (f"{BODY}{stray}\n\n{BODY}", f"{BODY.rstrip()} {stray}\n\n{BODY}", f"{BODY}{stray}"):
        made = document(text)
        assert made.language == "en"
        assert marked(made, "other language") == [stray]


@pytest.mark.parametrize(
    "line",
    [
        "Juan de la Cruz, María de los Santos y José del Río",
        "Frente Sandinista de Liberación Nacional",
        "The Movimiento al Socialismo of Evo Morales won in La Paz",
        "Médecins Sans Frontières said its hospital was hit.",
        "President Nguyen Van Thieu, Tran Van Huong and Duong Van Minh",
        "He shouted «Vive la France» before he was led away.",
        "The paper 人民日报 carried the statement on its front page.",
        "Abu Bakr al-Baghdadi, Abu Omar al-Shishani",
        "El Salvador, Costa Rica, San José de las Lajas, Los Ángeles, Las Vegas",
    ],
)
def test_foreign_names_do_not_make_a_foreign_sentence(line: str) -> None:
    assert marked(document(f"Ministers sign border pact\n\n{BODY}{line}\n\n{BODY}")) == []


def test_documents_in_other_languages_are_kept_and_told() -> None:
    made = document("El ministro de Defensa dijo el lunes que las fuerzas del país no van a participar en la guerra.")
    assert (made.language, marked(made)) == ("es", [])
    assert document("Подписано соглашение о границе, сообщил министр обороны.").language == "ru"
    assert document("Oui. Non.").language == ""


SHARED = Path(__file__).parents[3] / "shared"


def test_report_text_of_the_newswire_is_never_marked() -> None:
    news = SHARED / "corpora" / "newswire.jsonl"
    if not news.is_file():
        pytest.skip("the newswire sample lies beside the repository only in our workshop")
    for source in random.Random(11).sample(sources(news), 20):
        made = to_document(source)
        spans_hold(made)
        assert all(f.kind in ("byline", "desk note") for f in made.furniture), (made.name, marked(made))


def test_no_claim_of_the_gold_stands_on_furniture() -> None:
    gold = SHARED / "gold"
    if not gold.is_dir():
        pytest.skip("the gold lies beside the repository only in our workshop")
    import json

    texts = {d.name: d for d in (to_document(s) for s in sources(SHARED / "seeds"))}
    for line in (gold / "seeds.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        made = texts[claim["doc"]]
        places = [i for i in range(len(made.text)) if made.text.startswith(claim["evidence"], i)]
        free = [
            i
            for i in places
            if not any(f.span.start < i + len(claim["evidence"]) and i < f.span.end for f in made.furniture)
        ]
        assert free, claim["evidence"]
