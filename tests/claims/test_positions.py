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
