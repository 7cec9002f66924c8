"""A case in a PostgreSQL database: one case a database (or schema, where the URL's options set a search path).

What a file lock is to SQLite, an advisory lock is here: one writer at a time, for as long as its transaction lasts.
"""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from typing import Final

from sqlalchemy import URL, Connection, create_engine, make_url
from sqlalchemy.exc import ArgumentError

from muniment.errors import CaseError, CaseForeign, CaseLocked
from muniment.ledger.store import formats
from muniment.ledger.store.store import Store
from muniment.ledger.store.tables import case_formats

_LOCK: Final = 0x4D756E69  # "Muni": the number of the advisory lock that every writer takes
_PATIENCE: Final = 10  # seconds for the server to answer at all, where the URL does not say (connect_timeout)
_CAUSES: Final = {  # by the first characters of SQLSTATE
    "53100": ("the disk of {place} is full", "Make room, then run the same command again."),
    "42501": ("{place} may not be written to", "Ask for the right to create and fill tables there."),
    "25006": ("{place} can only be read", "Name a server that takes writes."),
    "58": ("{place} is damaged ({error})", "Restore a copy, or read the documents into a new case."),
    "XX": ("{place} is damaged ({error})", "Restore a copy, or read the documents into a new case."),
}


def open_database(given: str, *, create: bool, wait: float) -> Store:
    """Opens the case in the database that a URL names, made first where there are no tables and `create` asks for it.

    Raises as `muniment.ledger.store.open.open_store` does.
    """
    if find_spec("psycopg") is None:
        raise CaseError("A PostgreSQL case needs psycopg.", "Install it: pip install 'muniment[postgres]'")
    url = _url(given)
    place = url.set(drivername="postgresql").render_as_string(hide_password=True)
    patient = {} if "connect_timeout" in url.query else {"connect_timeout": _PATIENCE}
    engine = create_engine(url, pool_size=5, max_overflow=20, connect_args=patient)
    store = Store(
        place,
        engine,
        partial(_ours, place),
        begin_view=["SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"],
        begin_write=[
            f"SET LOCAL lock_timeout = '{max(1, round(wait * 1000))}ms'",
            f"SELECT pg_advisory_xact_lock({_LOCK})",
        ],
    )
    try:
        _prepare(store, create)
    except BaseException:
        store.close()
        raise
    return store


def _url(given: str) -> URL:
    try:
        return make_url(given).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):
        raise CaseError("That URL of a database cannot be read.", "Write postgresql://user@host/database.") from None


def _prepare(store: Store, create: bool) -> None:
    """Makes the tables, or brings them up to date. Raises CaseForeign for a database of another program."""
    with store.viewing() as connection:
        tables = _tables(connection)
        found = formats.kept_format(connection) if _is_case(tables) else 0
    if not tables:
        if not create:
            raise formats.missing(store.place)
        with store.writing() as connection:
            if not _tables(connection):  # another process may have been quicker
                formats.make(connection)
        return
    if not found:
        raise CaseForeign(
            f"{store.place} is a database of another program.", "Name an empty one with --case; nothing was changed."
        )
    formats.bring_up_to_date(store, found)


def _tables(connection: Connection) -> frozenset[str]:
    found = connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    return frozenset(found.scalars())


def _is_case(tables: frozenset[str]) -> bool:
    """True where the tables that every format has are there."""
    return case_formats.name in tables and {"documents", "sightings", "readings", "claims"} <= tables


def _ours(place: str, error: BaseException) -> CaseError:
    state = getattr(error, "sqlstate", None) or ""
    if state in ("55P03", "40P01"):
        return CaseLocked(f"Another process is writing to {place}.", "Wait until it has finished, then try again.")
    said = str(error).strip().splitlines()
    shown = said[-1].strip() if said else type(error).__name__
    for beginning, (cause, remedy) in _CAUSES.items():
        if state.startswith(beginning):
            cause = cause.format(place=place, error=shown)
            return CaseError(f"{cause[0].upper()}{cause[1:]}.", remedy)
    if not state or state.startswith(("08", "28", "3D", "57")):
        remedy = "Check the URL, and that the server runs; an empty database is made with: createdb NAME"
        return CaseError(f"{place} cannot be reached ({shown}).", remedy)
    return CaseError(f"{place} cannot be used ({shown}).", "Check the server, then try again.")
