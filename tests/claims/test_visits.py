"""One visit told in several sentences: what one of them says of place, host and day holds for the others."""

from __future__ import annotations

from dataclasses import replace

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


def test_the_summit_is_the_only_one_told_of_in_more_words() -> None:
    named = meeting(kind="attendance", guest="Ana Babic", occasion="African Union summit")
    bare = meeting(kind="attendance", guest="Idris Seid", occasion="summit")
    other = meeting(kind="attendance", guest="Idris Seid", occasion="ceremony")
    completed = complete_visits([named, bare, other])
    assert [values(each)["occasion"] for each in completed] == ["African Union summit"] * 2 + ["ceremony"]


def test_of_two_summits_neither_is_the_summit() -> None:
    listed = [
        meeting(kind="attendance", guest="Ana Babic", occasion="African Union summit"),
        meeting(kind="attendance", guest="Ana Babic", occasion="trade summit"),
        meeting(kind="attendance", guest="Idris Seid", occasion="summit"),
    ]
    assert complete_visits(listed)[2] == listed[2]


def test_who_attends_on_a_visit_is_in_the_country_visited() -> None:
    told = meeting(kind="visit", guest="Ana Babic", host="Chad")
    attends = meeting(kind="attendance", guest="Ana Babic", occasion="parade")
    assert values(complete_visits([told, attends])[1])["host"] == "Chad"


def test_a_visit_told_later_places_no_meeting() -> None:
    talks = meeting(kind="meeting", guest="Ana Babic", host="Idris Seid")
    later = replace(meeting(kind="visit", guest="Ana Babic", host="Chad"), evidence=Span(500, 510))
    assert complete_visits([talks, later])[0] == talks


def test_the_town_of_a_visit_told_long_before_is_not_that_of_the_meeting() -> None:
    told = meeting(kind="visit", guest="Ana Babic", host="Chad", place="Abeche")
    talks = replace(meeting(kind="meeting", guest="Ana Babic", host="Idris Seid"), evidence=Span(900, 910))
    assert values(complete_visits([told, talks])[1])["place"] == "Chad"


def test_visits_of_different_days_are_different_visits() -> None:
    listed = [
        meeting("2031-05-02", kind="visit", guest="Ana Babic", host="Chad", place="Abeche"),
        meeting("2029", kind="visit", guest="Ana Babic", host="Chad"),
    ]
    assert complete_visits(listed)[1] == listed[1]
