"""Fixtures that tests of several parts share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import database, on_postgres, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server."""
    with server() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=on_postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a case may be made: a file's path, then a database's URL."""
    if request.param == "sqlite":
        yield str(tmp_path / "case.db")
        return
    with database(request.getfixturevalue("postgres")) as url:
        yield url
