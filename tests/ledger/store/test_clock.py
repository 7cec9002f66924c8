"""Instants sort as text, and people may say them as dates."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.errors import UsageError
from muniment.ledger.store.clock import instant, now


@pytest.mark.parametrize(
    ("given_", "meant"),
    [
        ("2026-11-21", "2026-11-21T23:59:59.999999Z"),
        ("2024-02", "2024-02-29T23:59:59.999999Z"),
        ("2025", "2025-12-31T23:59:59.999999Z"),
        (" 2026-11-21T18:30:00Z ", "2026-11-21T18:30:00.000000Z"),
        ("2026-11-21T18:30", "2026-11-21T18:30:00.000000Z"),
        ("2026-11-21T23:30:00-02:00", "2026-11-22T01:30:00.000000Z"),
        ("2026-11-21T18:30:00.25+00:00", "2026-11-21T18:30:00.250000Z"),
    ],
)
def test_a_date_means_its_end_and_an_instant_itself(given_: str, meant: str) -> None:
    assert instant(given_) == meant


@pytest.mark.parametrize(
    "given_", ["", "yesterday", "2026-13", "2026-02-30", "2026-11/..", "18:30", "0001-01-01T00:00+23:00"]
)
def test_nonsense_is_refused_with_an_example(given_: str) -> None:
    with pytest.raises(UsageError) as raised:
        instant(given_)
    assert "2026-11-21" in raised.value.remedy


@given(st.datetimes(), st.datetimes())
def test_instants_sort_as_text(one: datetime, other: datetime) -> None:
    said = [instant(each.replace(tzinfo=UTC).isoformat()) for each in (one, other)]
    assert (said[0] < said[1]) == (one < other)
    assert instant(said[0]) == said[0]


def test_now_is_an_instant() -> None:
    assert instant(now()) <= now()
