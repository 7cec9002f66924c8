"""What is a case file and what is none, and that nothing of others is ever touched."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection

from muniment.errors import CaseError, CaseForeign
from muniment.ledger.store import sqlite
from muniment.ledger.store.formats import FORMAT
from muniment.ledger.store.open import open_store
from muniment.ledger.store.sqlite import APPLICATION_ID
from muniment.ledger.store.view import View
from muniment.ledger.store.write import Writer
from tests.ledger.making import document


def make(path: Path) -> Path:
    """A case with one document."""
    store = open_store(path, create=True)
    with store.writing() as connection:
        Writer(connection).file(document("a"))
    store.close()
    return path


def names_in(path: Path) -> list[str]:
    """The names of the documents of a case."""
    store = open_store(path)
    with store.viewing() as connection:
        found = [one.name for one in View(connection).documents()]
    store.close()
    return found


def test_a_missing_case_is_made_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "my case #1?.db"
    with pytest.raises(CaseError, match="no case at"):
        open_store(path)
    assert list(tmp_path.iterdir()) == []
    assert names_in(make(path)) == ["a"]
    assert [one.name for one in tmp_path.iterdir()] == [path.name], "no temporary or log file is left"


def test_an_empty_file_becomes_a_case_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    path.touch()
    with pytest.raises(CaseError):
        open_store(path)
    assert path.stat().st_size == 0
    assert names_in(make(path)) == ["a"]


def text_file(path: Path) -> None:
    path.write_text("A dispatch, not a database.\n" * 50, encoding="utf-8")


def short_file(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (body)")
    connection.execute("INSERT INTO notes VALUES ('mine')")
    connection.commit()
    connection.close()


def empty_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def other_application(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 1196444487")
    connection.execute("CREATE TABLE gpkg_contents (table_name)")
    connection.commit()
    connection.close()


def newer_case(path: Path) -> None:
    make(path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(
    "prepare", [text_file, short_file, other_database, empty_database, other_application, newer_case]
)
def test_files_of_others_are_refused_and_stay_as_they_are(
    tmp_path: Path, prepare: Callable[[Path], None], create: bool
) -> None:
    path = tmp_path / "theirs.db"
    prepare(path)
    before = path.read_bytes(), sorted(one.name for one in tmp_path.iterdir())
    with pytest.raises(CaseForeign) as raised:
        open_store(path, create=create)
    assert raised.value.remedy
    assert str(path) in str(raised.value)
    assert (path.read_bytes(), sorted(one.name for one in tmp_path.iterdir())) == before


@pytest.mark.parametrize(
    "url", ["mysql://someone@host/case", "http://example.org/case.db", "postgresql://host:port/case"]
)
def test_a_url_of_another_kind_is_refused(tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CaseError) as raised:
        open_store(url, create=True)
    assert "postgresql://user@host/database" in raised.value.remedy
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseForeign, match="folder"):
        open_store(tmp_path, create=True)
    with pytest.raises(CaseForeign, match="ordinary"):
        open_store(Path("/dev/null"), create=True)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="no folder"):
        open_store(tmp_path / "none" / "case.db", create=True)
    (tmp_path / "file").write_text("x")
    with pytest.raises(CaseError):
        open_store(tmp_path / "file" / "case.db", create=True)


def test_a_folder_that_may_not_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(sqlite, "_move", refuse)
    with pytest.raises(CaseError, match="cannot be made"):
        open_store(tmp_path / "case.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_a_case_that_may_only_be_read_is_read_without_a_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "case.db")
    monkeypatch.setattr(os, "access", lambda *_: False)
    store = open_store(path)
    with store.viewing() as connection:
        assert [one.name for one in View(connection).documents()] == ["a"]
        assert [one.name for one in tmp_path.iterdir()] == ["case.db"]
    with pytest.raises(CaseError, match="only be read"), store.writing():
        pass
    store.close()


def test_a_full_disk_is_said_and_keeps_what_was_there(tmp_path: Path) -> None:
    path = make(tmp_path / "case.db")
    store = open_store(path)

    def fill(connection: Connection) -> None:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        Writer(connection).file(document("long", "word " * 20_000))

    with pytest.raises(CaseError, match="full"), store.writing() as connection:
        fill(connection)
    store.close()
    assert names_in(path) == ["a"]


def test_damage_is_said(tmp_path: Path) -> None:
    path = make(tmp_path / "case.db")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(CaseError, match=r"damaged|used"):
        names_in(path)


def test_the_file_says_whose_it_is(tmp_path: Path) -> None:
    header = make(tmp_path / "case.db").read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == FORMAT
