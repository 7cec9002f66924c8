"""The cells of the positions register: affiliation, topic, date, relay."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.claims.speech.attribution import find_statements
from muniment.claims.speech.days import Days
from muniment.claims.speech.positions import positions

Read = Callable[..., Reading]


def rows(reading: Reading) -> list[Proposal]:
    statements = find_statements(reading)
    return list(positions(reading, statements, Days(reading, statements)))


def cells(proposal: Proposal) -> dict[str, Any]:
    return {name: cell.value for name, cell in proposal.cells.items()}


def test_all_cells(read: Read) -> None:
    (row,) = rows(read("Kenyan Foreign Minister Amara Okoye said on Thursday that Uganda had broken the truce."))
    assert cells(row) == {
        "speaker": "Amara Okoye",
        "affiliation": "Kenya",
        "form": "indirect",
        "content": "Uganda had broken the truce",
        "about": "Uganda",
    }
    assert (row.date, row.source, row.modality) == ("2024-05-09", "", "asserted")


def test_an_introduction_holds_for_the_document(read: Read) -> None:
    text = (
        "World Bank economist Amara Okoye arrived in Kampala on Monday. "
        "Okoye said that prices would rise. She said that wages would not."
    )
    found = rows(read(text))
    assert [cells(row).get("affiliation") for row in found] == ["World Bank", "World Bank"]


def test_a_country_has_no_affiliation(read: Read) -> None:
    (row,) = rows(read("Kenya said that Uganda had broken the truce."))
    assert "affiliation" not in cells(row)


def test_the_day_of_the_occasion_is_carried_on(read: Read) -> None:
    text = (
        "Kenyan Foreign Minister Amara Okoye said on Thursday that Uganda had broken the truce. "
        "She said that the border was closed. Kenya has long said that the border is unsafe."
    )
    found = rows(read(text))
    assert [row.date for row in found] == ["2024-05-09", "2024-05-09", ""]


def test_without_a_publication_date_no_day_is_told(read: Read) -> None:
    (row,) = rows(read("Kenya said on Thursday that Uganda had broken the truce.", published=""))
    assert row.date == ""


def test_the_outlet_told_is_the_source(read: Read) -> None:
    (row,) = rows(read("The border is closed, Foreign Minister Amara Okoye told Al Jazeera."))
    assert (cells(row)["speaker"], row.source) == ("Amara Okoye", "Al Jazeera")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The ships were seen on April 25, General Adaeze Okoye said.", ""),
        ("General Adaeze Okoye said on Monday that the ships were seen on April 25.", "2024-05-06"),
        ("General Adaeze Okoye attacked the plan on Monday, saying it was unwise.", "2024-05-06"),
    ],
)
def test_the_date_of_what_is_said_is_not_that_of_saying_it(read: Read, text: str, date: str) -> None:
    assert {row.date for row in rows(read(text))} == {date}


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("The Kenyan Interior Ministry said that the road was open.", "Kenya"),
        ("Kenya sent troops. Kenya closed the road. The Interior Ministry said that the road was open.", "Kenya"),
        ("Kenyan President Amara Okoye left. Okoye's spokesman said that the road was open.", "Kenya"),
        ("Ada Lund, the Norwegian envoy to Chad, said that the road was open.", "Norway"),
        ("Chad sent troops. Chad closed the road. The defence ministry in Nairobi said that it was open.", "Kenya"),
        # The minister may be of the ministry that the text names, and not of the country it names most.
        (
            "Chad sent troops. Chad closed the road. Norway's defence ministry was silent. Defence Minister Ada Lund "
            "said that the road was open.",
            None,
        ),
        ("An unnamed diplomat in Nairobi said that the road was open.", None),
        # Chad has a president already.
        (
            "President Amara Okoye met the visiting Chadian President Ada Lund. Chad and Kenya signed a pact. "
            "Chad sent troops. Okoye said that the road was open.",
            None,
        ),
    ],
)
def test_for_whom_a_speaker_speaks(read: Read, text: str, affiliation: str | None) -> None:
    assert cells(rows(read(text))[-1]).get("affiliation") == affiliation


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Amara Okoye went home on Friday, her office said.", "Amara Okoye's office"),
        ("Chad closed the border. Its foreign minister said that trade would go on.", "Chad's foreign minister"),
        ("Amara Okoye's lawyer said that the road was open.", "Amara Okoye's lawyer"),
    ],
)
def test_an_unnamed_speaker_is_somebodys_by_name(read: Read, text: str, speaker: str) -> None:
    assert cells(rows(read(text))[-1])["speaker"] == speaker
