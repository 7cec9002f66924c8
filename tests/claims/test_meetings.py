"""Meetings and agreements across clauses: who visits, who "the two countries" are. With the packaged model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.facts.visitors import orient, staying, told_homes, visiting
from muniment.claims.match import match
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def of(proposals: list[Proposal], register: str) -> list[dict[str, object]]:
    """The cells of the proposals of one register."""
    return [{n: c.value for n, c in p.cells.items()} for p in proposals if p.register == register]


@pytest.mark.parametrize(
    ("text", "guest"),
    [
        ("Visiting Kenyan President Amos Wekesa said so on Monday.", "Amos Wekesa"),
        ("He met his visiting Chilean counterpart Marta Rojas.", "Marta Rojas"),
    ],
)
def test_a_visitor_is_on_a_visit(read: Read, text: str, guest: str) -> None:
    assert {"guest": guest, "kind": "visit"} in of(list(visiting(read(text))), "meetings")


@pytest.mark.parametrize(
    "text",
    ["Visiting hours are long.", "He likes visiting Marta Rojas.", "Visiting the museum, Marta Rojas slipped."],
)
def test_visiting_a_thing_is_no_visitor(read: Read, text: str) -> None:
    assert list(visiting(read(text))) == []


def test_a_day_is_nobody_met(read: Read) -> None:
    found = of(list(match(read("Peter Okello and John Smith met Thursday in Rome."))), "meetings")
    assert [(row["guest"], row["host"]) for row in found] == [("Peter Okello", "John Smith")]


def test_the_two_countries_are_those_named_most(read: Read) -> None:
    text = "Latvia and Estonia share a river. Latvia and Estonia fish; Chad does not. The two countries agreed to stop."
    found = of(list(match(read(text))), "agreements")
    assert [sorted(row["parties"]) for row in found] == [["Estonia", "Latvia"]]  # type: ignore[call-overload]


def test_a_guest_at_home_is_the_host(read: Read) -> None:
    text = "Chilean President Marta Rojas met Kenyan President Amos Wekesa in Santiago. Amos Wekesa arrived in Chile."
    reading = read(text)
    met = [
        p for p in orient(match(reading), reading.homes) if p.cells.get("host", p.cells["kind"]).value == "Marta Rojas"
    ]
    assert [str(p.cells["guest"].value) for p in met] == ["Amos Wekesa"]


def test_somebody_with_an_office_who_was_abroad_was_on_a_visit(read: Read) -> None:
    reading = read("Kenyan President Ben Okello was in Oslo on Monday.")
    assert of(list(staying(reading)), "meetings") == [
        {"guest": "Ben Okello", "host": "Norway", "kind": "visit", "place": "Oslo"}
    ]


@pytest.mark.parametrize(
    "text", ["Kenyan President Ben Okello was in Nairobi on Monday.", "Ben Okello was in Oslo on Monday."]
)
def test_being_at_home_or_without_an_office_is_no_visit(read: Read, text: str) -> None:
    assert list(staying(read(text))) == []


def test_a_minister_of_no_named_state_may_be_a_visitor(read: Read) -> None:
    reading = read("Foreign Minister Tomas Blaha arrived in Tunis on Sunday.")
    assert told_homes(reading) == {}
    assert [p.cells["host"].value for p in orient(match(reading), told_homes(reading))] == ["Tunisia"]


def test_a_counterpart_is_whoever_is_named_beside_it(read: Read) -> None:
    reading = read("President Efua Mensah met her Togolese counterpart Kossi Amouzou.")
    found = of(list(match(reading)), "meetings")
    assert [(cells["guest"], cells["host"]) for cells in found] == [("Efua Mensah", "Kossi Amouzou")]


def test_a_body_named_a_forum_is_no_gathering(read: Read) -> None:
    reading = read("The Pacific Islands Forum wants cleaner lagoons by May in Fiji.")
    assert of(list(match(reading)), "meetings") == []


@pytest.mark.parametrize("words", ["The two", "The two men", "The two leaders"])
def test_the_two_who_met_are_those_just_named(read: Read, words: str) -> None:
    reading = read(f"Kenyan President Ben Okello and Chadian President Idris Seid arrived. {words} met in Oslo.")
    met = [p for p in match(reading) if p.frame == "meetings.meet-each-other"]
    assert of(met, "meetings") == [{"kind": "meeting", "guest": "Ben Okello", "host": "Idris Seid", "place": "Oslo"}]


def test_who_discusses_for_a_state_binds_it(read: Read) -> None:
    reading = read("Kenyan President Ben Okello and Chadian President Idris Seid met. The two men discussed trade.")
    talks = [p for p in match(reading) if p.frame == "agreements.discuss"]
    assert [p.cells["parties"].value for p in talks] == [("Kenya", "Chad")]
