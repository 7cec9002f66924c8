"""Every promise of the store is tried on every database that keeps cases (`place`)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from muniment.ledger.store.open import Store, open_store


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """A new case."""
    opened = open_store(place, create=True)
    yield opened
    opened.close()
