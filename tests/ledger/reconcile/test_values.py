"""How two values of one cell stand by what they say alone."""

from __future__ import annotations

import pytest

from muniment.ledger.reconcile.build import spelt
from muniment.ledger.reconcile.comparers.base import Context
from muniment.ledger.reconcile.readings import Supported
from muniment.ledger.reconcile.values import compared
from muniment.schema.claim import Value
from muniment.schema.record import Relation
from muniment.vocabulary.registers import register
from tests.ledger.making import claim

CONTEXT = Context(spelt, {}, {}, {}, {})


def stands(name: str, cell: str, first: dict[str, Value], second: dict[str, Value]) -> Relation:
    """How the first stands to the second."""
    one, other = (
        Supported((claim(cells, name, document="d"),), (cells[cell],), (cells[cell],)) for cells in (first, second)
    )
    return compared(one, other, cell, register(name), CONTEXT)[0]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ((290, "exact"), (200, "more than"), "same"),
        ((290, "exact"), (300, "about"), "same"),
        ((290, "exact"), (200, "up to"), "conflicts"),
        ((40, "at least"), (60, "at least"), "same"),
        ((40, "less than"), (60, "at least"), "conflicts"),
        ((12, "exact"), (13, "exact"), "conflicts"),
    ],
)
def test_counts_agree_where_their_bounds_allow_it(
    one: tuple[int, str], other: tuple[int, str], relation: Relation
) -> None:
    first: dict[str, Value] = {"value": one[0], "bound": one[1]}
    second: dict[str, Value] = {"value": other[0], "bound": other[1]}
    assert stands("tallies", "value", first, second) == relation


@pytest.mark.parametrize(
    ("cell", "one", "other", "relation"),
    [
        ("item", "Su-30SM jets", "Su-30 jets", "refines"),
        ("item", "Su-30 jets", "tanks", "conflicts"),
        ("delivery_date", "2022-03", "2022", "refines"),
        ("delivery_date", "2022", "2022-03", "refined"),
        ("delivery_date", "2022-03", "2021", "conflicts"),
        ("recipient", "Kenya", "the Kenyan army", "same"),
        ("recipient", "Kenya", "Uganda", "conflicts"),
        ("currency", "USD", "EUR", "beside"),
    ],
)
def test_what_cannot_both_be_so_conflicts(cell: str, one: str, other: str, relation: Relation) -> None:
    assert stands("transfers", cell, {cell: one}, {cell: other}) == relation
