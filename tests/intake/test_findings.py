"""What a text says of its author, publisher, agency and date: read where it is plain, left alone where it is not."""

from __future__ import annotations

import pytest

from .reading import document, found, spans_hold

BODY = "The two ministers met in Quito on Monday and signed a border agreement, officials said."


def says(text: str) -> dict[str, str]:
    """Field to value for everything the text itself says, the title left out."""
    made = document(text)
    spans_hold(made)
    return {f.field: f.value for f in reversed(made.findings) if f.span and f.field != "title"}


@pytest.mark.parametrize(
    ("line", "author", "date"),
    [
        ("By Ana Paz 16 September 2022", "Ana Paz", "2022-09-16"),
        ("By Ana Paz September 16, 2022", "Ana Paz", "2022-09-16"),
        ("BY ANA PAZ | 16 SEPTEMBER 2022", "ANA PAZ", "2022-09-16"),
        ("By Ana Paz and Li Wei", "Ana Paz and Li Wei", None),
        ("By Ana Paz, Li Wei and Omar bin Said", "Ana Paz, Li Wei and Omar bin Said", None),
        ("by Jean-Luc de la Tour", "Jean-Luc de la Tour", None),
        ("By Xinhua writer Mei Lan", "Mei Lan", None),
        ("By Staff Writer Ana Paz", "Ana Paz", None),
        ("By: Ana Paz", "Ana Paz", None),
        ("By Ana Paz, Reuters", "Ana Paz", None),
        ("By Ana Paz, Foreign Desk", "Ana Paz", None),
        ("By Ana Paz in Quito", "Ana Paz", None),
    ],
)
def test_bylines(line: str, author: str, date: str | None) -> None:
    expected = {"author": author} | ({"published": date} if date else {})
    assert says(f"Ministers sign border pact\n\n{line}\n\n{BODY}\n") == expected


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the water had gone.",
        "By Land and Sea",
        "By Early January",
        "By contrast, the opposition held its ground",
        "By the numbers",
        "By Ana Paz's own account the deal was dead",
        "By Friday Morning",
        "By 2030, demand will double",
    ],
)
def test_lines_that_only_begin_like_bylines(line: str) -> None:
    assert says(f"Ministers sign border pact\n\n{line}\n\n{BODY}\n") == {}


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("MOSCOW, March 3 (Xinhua) -- ", {"agency": "Xinhua"}),
        ("MOSCOW, March 3, 2022 (Xinhua) -- ", {"agency": "Xinhua", "published": "2022-03-03"}),
        ("PARIS (AFP) - ", {"agency": "AFP"}),
        ("GENEVA (Reuters) ", {"agency": "Reuters"}),
        ("KABUL, Afghanistan (AP) — ", {"agency": "AP"}),
        ("JAKARTA, 11 March 2010 (IRIN) - ", {"agency": "IRIN", "published": "2010-03-11"}),
        ("QUITO (Andes Wire) - ", {"agency": "Andes Wire"}),
        ("SANTIAGO, Aug. 4, 1997 — ", {"published": "1997-08-04"}),
        ("SANTIAGO, Aug. 4 — ", {}),
        ("SAN JOSE/PANAMA CITY, Dec 8 (CT) — ", {"agency": "CT"}),
        ("Talks between Hamas (the Islamic Resistance Movement) ", {}),
        ("COLONEL JUAN PAZ (Army Staff): ", {}),
        ("On Monday, the students' agency (ISNA) ", {}),
        ("In March (2011) ", {}),
    ],
)
def test_datelines_give_an_agency_and_never_a_guessed_year(opening: str, expected: dict[str, str]) -> None:
    assert says(f"Ministers sign border pact\n\n{opening}{BODY}\n") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Source: Al Jazeera", {"publisher": "Al Jazeera"}),
        ("SOURCE: Al Jazeera and news agencies", {"publisher": "Al Jazeera"}),
        ("Source: The Hindu", {"publisher": "The Hindu"}),
        ("Source: agencies", {}),
        ("Source: ministry figures, 2019", {}),
        ("Source: Bankers' Databank/Tokyo Research", {}),
        ("This article originally appeared in The Andes Review.", {"publisher": "The Andes Review"}),
        ("The post Ministers sign appeared first on Andes Today.", {"publisher": "Andes Today"}),
        ("The talks went on. (AFP)", {"agency": "AFP"}),
        ("The talks went on. (With inputs from PTI)", {"agency": "PTI"}),
        ("The talks were led by the Organization of American States (OAS)", {}),
    ],
)
def test_feet_name_the_publisher(line: str, expected: dict[str, str]) -> None:
    assert says(f"Ministers sign border pact\n\n{BODY}\n\n{line}") == expected


def test_a_source_line_under_a_table_names_no_publisher() -> None:
    assert says(f"Ministers sign border pact\n\nSource: World Bank\n\n{BODY}\n\n{BODY}\n") == {}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published: 27 March 2022", {"published": "2022-03-27"}),
        ("Published On 27 Mar 2022", {"published": "2022-03-27"}),
        ("Posted on March 27, 2022 at 10:30 GMT", {"published": "2022-03-27"}),
        ("Last updated: 28 March 2022, 09:15", {"updated": "2022-03-28"}),
        ("Published 27 March 2022 | Updated 28 March 2022", {"published": "2022-03-27", "updated": "2022-03-28"}),
        ("Sunday, 27 March 2022", {"published": "2022-03-27"}),
        ("Published: 27 March", {}),
        ("Published: 03/04/2022", {}),
        ("Published figures from 27 March 2022 tell another story", {}),
        ("Updated 2 hours ago", {}),
    ],
)
def test_date_stamps(line: str, expected: dict[str, str]) -> None:
    assert says(f"Ministers sign border pact\n\n{line}\n\n{BODY}\n") == expected


def test_an_update_is_not_the_publication() -> None:
    assert document(f"Pact signed in Quito\n\nUpdated: 28 March 2022\n\n{BODY}\n").published == ""


def test_the_plainest_statement_decides_and_all_are_kept() -> None:
    text = f"Pact signed in Quito\n\nPublished: 27 March 2022\n\nQUITO, March 26, 2022 (AFP) - {BODY}\n"
    made = document(text)
    assert (made.published, made.publisher) == ("2022-03-27", "AFP")
    assert [f.value for f in found(made, "published")] == ["2022-03-27", "2022-03-26"]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Ministers sign border pact", True),
        ("‘Stronger together’: two armies on parade", True),
        ("ATTENTION - ADDS quotes ///\n\nMinisters sign border pact", True),
        ("Ministers signed a border pact on Monday.", False),
        (", the minister, visited Quito", False),
        ("lower case beginnings are torn sentences", False),
        ("Pact", False),
        ("By Ana Paz", False),
    ],
)
def test_headlines(first: str, title: bool) -> None:
    made = document(f"{first}\n\n{BODY}\n")
    assert made.title == (first.split("\n")[-1] if title else "")
    spans_hold(made)
