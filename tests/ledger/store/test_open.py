"""What can be opened, what is made, and that nothing of others is ever touched."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection

from muniment.errors import CaseError, CaseForeign, CaseLocked
from muniment.ledger.store import open as opening
from muniment.ledger.store.open import open_store
from muniment.ledger.store.tables import APPLICATION_ID, SCHEMA_VERSION
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


def test_opening_again_with_create_keeps_what_is_there(tmp_path: Path) -> None:
    path = make(tmp_path / "case.db")
    open_store(path, create=True).close()
    assert names_in(path) == ["a"]


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
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
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

    monkeypatch.setattr(opening, "_move", refuse)
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


def test_a_url_is_no_path() -> None:
    with pytest.raises(CaseError, match="URL"):
        open_store("postgresql://localhost/case", create=True)


def test_a_second_writer_waits_and_then_says_so(tmp_path: Path) -> None:
    path = make(tmp_path / "case.db")
    first, second = open_store(path), open_store(path, wait=0.2)
    with first.writing() as connection:
        Writer(connection).file(document("b"))
        with second.viewing() as snapshot:
            assert [one.name for one in View(snapshot).documents()] == ["a"], "readers go on with what was there"
        with pytest.raises(CaseLocked) as raised, second.writing():
            pass
        assert raised.value.remedy
    with second.writing() as connection:
        Writer(connection).file(document("c"))
    first.close()
    second.close()
    assert names_in(path) == ["a", "b", "c"]


def test_a_snapshot_does_not_see_what_others_add(tmp_path: Path) -> None:
    path = make(tmp_path / "case.db")
    first, second = open_store(path), open_store(path)
    with first.viewing() as snapshot:
        before = View(snapshot).state()
        with second.writing() as connection:
            Writer(connection).file(document("b"))
        assert View(snapshot).state() == before
        assert len(list(View(snapshot).documents())) == 1
    first.close()
    second.close()


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


def test_an_error_inside_a_transaction_takes_all_of_it_back(tmp_path: Path) -> None:
    path = make(tmp_path / "case.db")
    store = open_store(path)

    def stumble(connection: Connection) -> None:
        Writer(connection).file(document("b"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        stumble(connection)
    store.close()
    assert names_in(path) == ["a"]


def test_damage_is_said(tmp_path: Path) -> None:
    path = make(tmp_path / "case.db")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(CaseError, match=r"damaged|used"):
        names_in(path)


def test_two_processes_may_make_one_case_at_once(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    program = (
        "import sys; from pathlib import Path\n"
        "from muniment.ledger.store.open import open_store\n"
        "from muniment.ledger.store.write import Writer\n"
        "from tests.ledger.making import document\n"
        "store = open_store(Path(sys.argv[1]), create=True, wait=20)\n"
        "with store.writing() as connection: Writer(connection).file(document(sys.argv[2]))\n"
        "store.close()\n"
    )
    root = Path(__file__).parents[2]
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(path), name], cwd=root) for name in ("a", "b", "c", "d")
    ]
    assert [one.wait(60) for one in running] == [0, 0, 0, 0]
    assert names_in(path) == ["a", "b", "c", "d"]
    assert [one.name for one in tmp_path.iterdir()] == ["case.db"]


def test_the_file_says_whose_it_is(tmp_path: Path) -> None:
    header = make(tmp_path / "case.db").read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION


@pytest.mark.parametrize("module", ["muniment.pipeline.case", "muniment.ledger.store", "muniment.ledger.reconcile"])
def test_sqlalchemy_is_not_loaded_before_it_is_needed(module: str) -> None:
    program = f"import sys, {module}; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
