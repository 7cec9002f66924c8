"""Opens a case: a SQLite file by its path, a PostgreSQL database by its URL."""

from __future__ import annotations

import os
from pathlib import Path

from muniment.errors import CaseError
from muniment.ledger.store.store import Store

__all__ = ["Store", "open_store"]


def open_store(place: str | os.PathLike[str], *, create: bool = False, wait: float = 5.0) -> Store:
    """Opens the case at `place`, made first where it is missing and `create` asks for it.

    `place` is the path of a file, or `postgresql://user@host/database`. `wait` is for how many seconds to wait for
    another writer. A case of an earlier format is brought up to date. Raises CaseForeign for a folder, a file or
    database that is no Muniment case (never modified) or one of a newer version; CaseError where the case is missing
    or cannot be made, opened or read; CaseLocked where another process keeps it.
    """
    given = os.fspath(place)
    scheme, is_url, _ = given.partition("://")
    if not is_url:
        from muniment.ledger.store.sqlite import open_file

        return open_file(Path(given).absolute(), create=create, wait=wait)
    if scheme.partition("+")[0] not in ("postgresql", "postgres"):
        raise CaseError(
            f"{scheme}:// is no kind of case.", "Give the path of a file, or postgresql://user@host/database."
        )
    from muniment.ledger.store.postgres import open_database

    return open_database(given, create=create, wait=wait)
