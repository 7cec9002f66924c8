"""Which names the ledger takes for one."""

from __future__ import annotations

import pytest

from muniment.pipeline.canonical import canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Burma", "Myanmar"),
        ("the U.S.", "United States"),
        ("Britain’s", "United Kingdom"),
        ("the UN", "United Nations"),
        ("min aung hlaing", "Min Aung Hlaing"),
    ],
)
def test_one(one: str, other: str) -> None:
    assert canonical(one) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Moscow", "Russia"), ("Russians", "Russia"), ("North Korea", "South Korea"), ("Myanmar military", "Myanmar")],
)
def test_two(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)
