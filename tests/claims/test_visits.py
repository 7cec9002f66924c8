"""One visit told in several sentences: what one of them says of place, host and day holds for the others."""

from __future__ import annotations

from muniment.claims.facts.visits import complete_visits
from muniment.claims.proposal import Proposal
from muniment.schema.claim import Cell
from muniment.schema.span import Span

HERE = Span(0, 4)


def meeting(date: str = "", **cells: str) -> Proposal:
    """A proposal of the meetings register with the cells given."""
    return Proposal(
        "meetings",
        "meetings.trip",
        HERE,
        {name: Cell(value, HERE) for name, value in cells.items()},
        date=date,
        date_span=HERE if date else None,
    )


def values(proposal: Proposal) -> dict[str, object]:
    """The cells' values by name."""
    return {name: cell.value for name, cell in proposal.cells.items()}


def test_an_undated_visit_takes_the_day_and_the_town_told_elsewhere() -> None:
    told = meeting("2031-05-02", kind="visit", guest="Ana Babic", host="Chad", place="Abeche")
    again = meeting(kind="visit", guest="Ana Babic", host="Chad")
    completed = complete_visits([told, again])
    assert completed[1].date == "2031-05-02"
    assert values(completed[1])["place"] == "Abeche"


def test_a_meeting_on_a_visit_is_held_in_the_country_visited() -> None:
    told = meeting("2031-05-02", kind="visit", guest="Ana Babic", host="Chad")
    talks = meeting(kind="meeting", guest="Ana Babic", host="Idris Seid")
    assert values(complete_visits([told, talks])[1])["place"] == "Chad"


def test_two_visits_of_one_guest_tell_nothing_of_a_meeting() -> None:
    listed = [
        meeting("2031-05-02", kind="visit", guest="Ana Babic", host="Chad"),
        meeting("2031-05-04", kind="visit", guest="Ana Babic", host="Niger"),
        meeting(kind="meeting", guest="Ana Babic", host="Idris Seid"),
    ]
    assert complete_visits(listed)[2] == listed[2]


def test_another_guest_and_other_registers_are_left_alone() -> None:
    listed = [
        meeting("2031-05-02", kind="visit", guest="Ana Babic", host="Chad"),
        meeting(kind="visit", guest="Peter Frei", host="Chad"),
        Proposal("incidents", "incidents.raid", HERE, {"kind": Cell("raid", HERE)}),
    ]
    assert complete_visits(listed)[1:] == listed[1:]
