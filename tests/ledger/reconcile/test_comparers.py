"""Comparers: what may be one value, and which of two is more precise."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.ledger.reconcile import wholes
from muniment.ledger.reconcile.build import spelt
from muniment.ledger.reconcile.comparers.base import Context
from muniment.ledger.reconcile.comparers.table import COMPARERS
from muniment.schema.claim import Value
from tests.ledger.making import DATES, claim
from tests.ledger.reconcile.telling import told

MIRRORED = {"same": "same", "differs": "differs", "refines": "refined", "refined": "refines"}
CASES = [
    ("party", "Kenya", "the Kenyan army", "same"),
    ("party", "Kenya", "Kenya’s government and its allies", "same"),
    ("party", "Kenya", "Uganda", "differs"),
    ("party", "the Kenyan foreign minister", "Kenya", "refines"),
    ("party", "rebels in Kenya", "Kenya", "differs"),
    ("party", "Kenya and Uganda", "Uganda and the Kenyan military", "same"),
    ("guest", "a Kenyan delegation", "Kenya", "same"),
    ("standing", "Kenya’s foreign minister", "the Kenyan army", "same"),
    ("place", "Kaya township, Upper region", "Upper region", "refines"),
    ("place", "northern Kenya", "Kenya", "refines"),
    ("place", "Gaza City", "Gaza Strip", "differs"),
    ("place", "Nairobi", "Kenya", "refines"),
    ("area", "Gaza", "Gaza Strip", "same"),
    ("area", "Upper region", "Kaya, Upper region", "differs"),
    ("area", "northern Kenya", "Kenya", "differs"),
    ("population", "civilians", "people", "refines"),
    ("population", "Syrians", "people", "refines"),
    ("population", "Syrians", "Iraqis", "differs"),
    ("population", "residents", "people", "same"),
    ("population", "children", "people", "differs"),
    ("subject", "the gas pipeline to Odun", "construction of a gas pipeline to Odun", "refined"),
    ("subject", "defence ties", "air defence", "differs"),
    ("wording", "defense budget", "the budget for defence", "same"),
    ("post", "minister of defence", "Defense Minister", "same"),
    ("post", "minister", "defence minister", "refined"),
    ("post", "deputy minister", "minister", "differs"),
    ("item", "fighter jets", "Su-30 fighter jets", "refined"),
    ("item", "rockets", "rifles", "differs"),
    ("act", "shelling", "attack", "refines"),
    ("act", "shelling", "shooting", "differs"),
]


@pytest.mark.parametrize(("by", "first", "second", "kind"), CASES)
def test_how_two_values_stand_and_how_the_second_stands_to_the_first(
    by: str, first: str, second: str, kind: str
) -> None:
    assert (stands(by, first, second), stands(by, second, first)) == (kind, MIRRORED[kind])


@pytest.mark.parametrize("by", ["event", "overlap", "course"])
@settings(deadline=None)
@given(first=st.sampled_from(DATES[1:]), second=st.sampled_from(DATES[1:]))
def test_dates_stand_to_each_other_as_in_a_mirror(by: str, first: str, second: str) -> None:
    assert stands(by, second, first) == MIRRORED[stands(by, first, second)]


@pytest.mark.parametrize("by", sorted(COMPARERS))
@settings(deadline=None)
@given(first=st.sampled_from([case[1] for case in CASES]), second=st.sampled_from([case[2] for case in CASES]))
def test_what_does_not_differ_shares_a_token_so_that_it_is_compared_at_all(by: str, first: str, second: str) -> None:
    one, other = term(by, first), term(by, second)
    if one is not None and other is not None and stands(by, first, second) != "differs":
        assert {*one.tokens} & {*other.tokens}


def test_the_west_has_no_name() -> None:
    assert [term("named", name) for name in ("the West", "many Western countries")] == [None, None]
    assert term("named", "United Nations") is not None
    assert term("collective", "United Nations") is None


def test_parts_of_parts_are_parts_and_circles_do_no_harm() -> None:
    links = [("Arex", "Zavod"), ("Zavod", "Ruritania"), ("Ruritania", "Arex")]
    claims = [told("affiliations", "a", subject=part, relation="part of", object=whole) for part, whole in links]
    above = wholes(claims, spelt)
    assert above["arex"] == {"zavod", "ruritania"}
    member = told("affiliations", "a", subject="Kenya", relation="member", object="African Union")
    denied = told("affiliations", "a", modality="denied", subject="Arex", relation="part of", object="Kenya")
    assert wholes([member, denied], spelt) == {}


def term(by: str, value: str):  # type: ignore[no-untyped-def]
    """A value made ready."""
    cells: dict[str, Value] = {"item": value, "stage": "imposed"}
    cell = "date" if by in ("event", "overlap", "course") else "item"
    made = claim(cells, "measures", date=value if cell == "date" else "")
    context = Context(spelt, {}, {}, {"stage": ("announced", "imposed")}, {})
    return COMPARERS[by].term(made, cell, context)


def stands(by: str, first: str, second: str) -> str:
    """How the first stands to the second."""
    one, other = term(by, first), term(by, second)
    if one is None or other is None:
        return "differs"
    return "same" if one.key == other.key else str(COMPARERS[by].compare(one, other).kind)
