"""The format of a case: made in the newest one, brought up to it step by step where an earlier Muniment made it.

Every format that a case has had is recorded in it (`case_formats`); a case file says its format in its header as well
(`user_version`). A step that is loaded only when needed beats a migration framework here: docs/decisions/0013.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection, func, insert, select

from muniment.errors import CaseError, CaseForeign
from muniment.ledger.store.clock import now
from muniment.ledger.store.store import Store
from muniment.ledger.store.tables import case_formats, metadata
from muniment.version import __version__

FORMAT: Final = 3
# A step is a module with `apply(connection)` in SQL of its own: `tables.py` goes on changing, a step never does.
STEPS: Final[Mapping[int, str]] = MappingProxyType(
    {number: f"muniment.ledger.store.migrations.to_{number}" for number in (2, 3)}
)


def make(connection: Connection) -> None:
    """Makes the tables of a new case."""
    metadata.create_all(connection)
    _record(connection, FORMAT)


def bring_up_to_date(store: Store, found: int) -> None:
    """Brings a case of the format `found` up to FORMAT, in one transaction: a kill on the way leaves the old case.

    Raises CaseForeign where a newer Muniment made it, CaseError where it may only be read, CaseLocked.
    """
    if found > FORMAT:
        raise CaseForeign(
            f"{store.place} was written by a newer Muniment (case format {found}, this one knows {FORMAT}).",
            "Install the newer version; nothing was changed.",
        )
    if found == FORMAT:
        return
    if store.read_only:
        raise CaseError(
            f"{store.place} was written by an earlier Muniment and can only be read (case format {found}).",
            "Copy it to a folder that you may write to: it is brought up to date when it is opened there.",
        )
    with store.writing() as connection:
        for number in range(kept_format(connection) + 1, FORMAT + 1):  # another process may have been quicker
            import_module(STEPS[number]).apply(connection)
            _record(connection, number)


def kept_format(connection: Connection) -> int:
    """The format that a case has now."""
    if connection.dialect.name == "sqlite":
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    return int(connection.scalars(select(func.max(case_formats.c.format))).one())


def missing(place: str) -> CaseError:
    """What to raise where there is no case and none is to be made."""
    return CaseError(f"There is no case at {place}.", "Read documents into it first, or name another with --case.")


def _record(connection: Connection, number: int) -> None:
    connection.execute(insert(case_formats).values(format=number, program=__version__, added=now()))
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")
