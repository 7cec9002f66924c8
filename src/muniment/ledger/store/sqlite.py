"""A case in a SQLite file: makes and opens it, and refuses what is none without touching it.

A file is looked at with plain reads before SQLite sees it: SQLite would write beside, or into, files of others.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import struct
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy import URL, Engine, create_engine
from sqlalchemy.pool import QueuePool

from muniment.errors import CaseError, CaseForeign, CaseLocked
from muniment.ledger.store import formats
from muniment.ledger.store.store import Store

APPLICATION_ID: Final = 0x4D756E69  # "Muni", in the header of every case file
_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100  # bytes of a SQLite file's header; user_version stands at 60, application_id at 68
_OTHER_FILE: Final = "Name another file with --case; this one was not touched."


def open_file(path: Path, *, create: bool, wait: float) -> Store:
    """Opens the case file at `path` (absolute), made first where it is missing and `create` asks for it.

    Raises as `muniment.ledger.store.open.open_store` does.
    """
    if _is_missing(path):
        if not create:
            raise formats.missing(str(path))
        _create(path, wait)
    _check_header(path)
    read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    store = _store(path, path, wait, read_only)
    try:
        with store.viewing() as connection:
            found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        formats.bring_up_to_date(store, found)
    except BaseException:
        store.close()
        raise
    return store


def _store(path: Path, file: Path, wait: float, read_only: bool) -> Store:
    """`file` is what is opened, `path` what messages call it."""
    return Store(
        str(path),
        _engine(_connector(file, wait, read_only)),
        lambda error: _ours(path, error),
        begin_view=["BEGIN"],
        begin_write=["BEGIN IMMEDIATE"],
        read_only=read_only,
    )


def _ours(path: Path, error: BaseException) -> CaseError:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return CaseLocked(f"Another process is writing to {path}.", "Wait until it has finished, then try again.")
    if name.startswith("SQLITE_NOTADB"):
        return CaseForeign(f"{path} is no Muniment case.", _OTHER_FILE)
    if name.startswith("SQLITE_FULL"):
        return CaseError(f"The disk that holds {path} is full.", "Make room, then run the same command again.")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return CaseError(f"{path} cannot be opened or written to.", "Check the rights of the file and of its folder.")
    if name.startswith("SQLITE_CORRUPT"):
        return CaseError(f"{path} is damaged ({error}).", "Restore a copy, or read the documents into a new case.")
    return CaseError(f"{path} cannot be used ({error}).", "Check the disk, then try again.")


def _is_missing(path: Path) -> bool:
    """True where nothing is there, or an empty file, which holds nothing to lose. Raises CaseError, CaseForeign."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return True
    except NotADirectoryError:
        raise CaseError(f"{path.parent} is a file, not a folder.", "Name another file with --case.") from None
    except OSError as error:
        raise CaseError(f"{path} cannot be looked at ({error.strerror}).", "Check the rights of its folder.") from error
    if stat.S_ISDIR(found.st_mode):
        raise CaseForeign(f"{path} is a folder, not a case.", f"Name a file, such as {path / 'case.db'}.")
    if not stat.S_ISREG(found.st_mode):
        raise CaseForeign(f"{path} is no ordinary file.", _OTHER_FILE)
    return found.st_size == 0


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise CaseError(f"{path} cannot be read ({error.strerror}).", "Check the rights of the file.") from error
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise CaseForeign(f"{path} is no Muniment case.", _OTHER_FILE)
    (application,) = struct.unpack_from(">I", header, 68)
    if application != APPLICATION_ID:
        raise CaseForeign(f"{path} is a database of another program.", _OTHER_FILE)


def _create(path: Path, wait: float) -> None:
    """Makes the case beside its place and moves it there whole: a kill on the way leaves no half case."""
    if not path.parent.is_dir():
        raise CaseError(f"There is no folder {path.parent}.", f'Make it first: mkdir -p "{path.parent}"')
    making = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        making.unlink(missing_ok=True)
        _write_new(path, making, wait)
        _move(making, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CaseError(
            f"{path} cannot be made ({reason}).", "Name a file in a folder that you may write to."
        ) from error
    finally:
        with suppress(OSError):
            making.unlink(missing_ok=True)


def _write_new(path: Path, making: Path, wait: float) -> None:
    store = _store(path, making, wait, read_only=False)
    try:
        with store.writing() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            formats.make(connection)
    finally:
        store.close()
    try:
        with closing(_connector(making, wait, read_only=False)()) as raw:
            raw.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        raise _ours(path, error) from error


def _move(making: Path, path: Path) -> None:
    """Puts the new case in its place; where another process was quicker, its case stays."""
    if path.exists():  # empty, as _is_missing found
        if path.stat().st_size == 0:
            making.replace(path)
        return
    try:
        os.link(making, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        making.replace(path)


def _connector(path: Path, wait: float, read_only: bool) -> Callable[[], sqlite3.Connection]:
    target = str(path)
    if read_only:
        # Without a log beside it nothing can change the file: SQLite then needs no files of its own.
        still = "" if path.with_name(path.name + "-wal").exists() else "&immutable=1"
        target = f"file:{quote(str(path))}?mode=ro{still}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(target, timeout=wait, isolation_level=None, check_same_thread=False, uri=read_only)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL: a kill loses nothing, a power cut no consistency
        return connection

    return connect


def _engine(connect: Callable[[], sqlite3.Connection]) -> Engine:
    return create_engine(URL.create("sqlite"), creator=connect, poolclass=QueuePool, pool_size=5, max_overflow=20)
