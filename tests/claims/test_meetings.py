"""Meetings and agreements across clauses: who visits, who "the two countries" are. With the packaged model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.facts.visitors import orient, visiting
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
