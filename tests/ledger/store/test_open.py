"""Opening, making, writing and viewing a case: the same promises on every database that keeps one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection

from muniment.errors import CaseError, CaseForeign, CaseLocked
from muniment.ledger.store import formats
from muniment.ledger.store.open import Store, open_store
from muniment.ledger.store.view import View
from muniment.ledger.store.write import Writer
from tests.ledger.making import document
from tests.postgres import database, on_postgres

ROOT = Path(__file__).parents[3]


def add(store: Store, *names: str) -> None:
    """Keeps a document of each name, each in a transaction."""
    for name in names:
        with store.writing() as connection:
            Writer(connection).file(document(name))


def names_at(place: str) -> list[str]:
    """The names of the documents of a case."""
    store = open_store(place)
    with store.viewing() as connection:
        found = [one.name for one in View(connection).documents()]
    store.close()
    return found


def test_a_missing_case_is_made_only_when_asked(place: str) -> None:
    with pytest.raises(CaseError, match="no case at"):
        open_store(place)
    store = open_store(place, create=True)
    add(store, "a")
    store.close()
    assert names_at(place) == ["a"]


def test_opening_again_with_create_keeps_what_is_there(store: Store, place: str) -> None:
    add(store, "a")
    open_store(place, create=True).close()
    assert names_at(place) == ["a"]


def test_a_second_writer_waits_and_then_says_so(store: Store, place: str) -> None:
    add(store, "a")
    second = open_store(place, wait=0.2)
    with store.writing() as connection:
        Writer(connection).file(document("b"))
        with second.viewing() as snapshot:
            assert [one.name for one in View(snapshot).documents()] == ["a"], "readers go on with what was there"
        with pytest.raises(CaseLocked) as raised, second.writing():
            pass
        assert raised.value.remedy
    add(second, "c")
    second.close()
    assert names_at(place) == ["a", "b", "c"]


def test_a_snapshot_does_not_see_what_others_add(store: Store, place: str) -> None:
    add(store, "a")
    second = open_store(place)
    with store.viewing() as snapshot:
        before = View(snapshot).state()
        add(second, "b")
        assert View(snapshot).state() == before
        assert len(list(View(snapshot).documents())) == 1
    second.close()


def test_an_error_inside_a_transaction_takes_all_of_it_back(store: Store, place: str) -> None:
    add(store, "a")

    def stumble(connection: Connection) -> None:
        Writer(connection).file(document("b"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), store.writing() as connection:
        stumble(connection)
    assert names_at(place) == ["a"]
    add(store, "c")
    assert names_at(place) == ["a", "c"]


def test_a_case_of_a_newer_version_is_refused_and_stays_as_it_is(
    store: Store, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "a")
    monkeypatch.setattr(formats, "FORMAT", formats.FORMAT - 1)
    with pytest.raises(CaseForeign, match="newer Muniment") as raised:
        open_store(place, create=True)
    assert "Install the newer version" in raised.value.remedy
    monkeypatch.undo()
    assert names_at(place) == ["a"]


@on_postgres
def test_a_database_of_another_program_is_refused_and_stays_as_it_is(postgres: str) -> None:
    import psycopg

    with database(postgres) as url:
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE birds (name text)")
        for create in (False, True):
            with pytest.raises(CaseForeign, match="another program"):
                open_store(url, create=create)
        with psycopg.connect(url) as connection:
            found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        assert found == [("birds",)]


@on_postgres
def test_a_view_of_a_database_cannot_write(postgres: str) -> None:
    with database(postgres) as url:
        store = open_store(url, create=True)
        with pytest.raises(CaseError, match="only be read"), store.viewing() as connection:
            Writer(connection).file(document("a"))
        store.close()


def test_without_psycopg_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("muniment.ledger.store.postgres.find_spec", lambda name: None)
    with pytest.raises(CaseError, match="psycopg") as raised:
        open_store("postgresql://host/case")
    assert "pip install 'muniment[postgres]'" in raised.value.remedy


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(CaseError, match="cannot be reached") as raised:
        open_store("postgresql://someone:secret@127.0.0.1:1/case")
    assert "secret" not in str(raised.value)
    assert "someone" in str(raised.value)


@on_postgres
def test_a_database_that_is_not_there_is_named(postgres: str) -> None:
    with pytest.raises(CaseError, match="muniment_none") as raised:
        open_store(postgres.format(database="muniment_none"), create=True)
    assert "createdb" in raised.value.remedy


MAKER = """
import sys
from muniment.ledger.store.open import open_store
from muniment.ledger.store.write import Writer
from tests.ledger.making import document
store = open_store(sys.argv[1], create=True, wait=20)
with store.writing() as connection:
    Writer(connection).file(document(sys.argv[2]))
store.close()
"""


def test_several_processes_may_make_one_case_at_once(place: str) -> None:
    names = ["a", "b", "c", "d"]
    running = [subprocess.Popen([sys.executable, "-c", MAKER, place, name], cwd=ROOT) for name in names]
    assert [one.wait(60) for one in running] == [0, 0, 0, 0]
    assert names_at(place) == names
    if "://" not in place:
        assert [one.name for one in Path(place).parent.iterdir()] == ["case.db"], "no temporary or log file is left"


WRITER = """
import sys
from muniment.ledger.store.open import open_store
from muniment.ledger.store.rows import basis_of, metadata_of
from muniment.ledger.store.write import NewReading, Writer
from tests.ledger.making import claim, document, transfer
store = open_store(sys.argv[1], wait=30)
for number in range(int(sys.argv[2])):
    one = document(f"d{number:03}")
    found = [claim(transfer(), document=one.id, at=place) for place in range(5)]
    with store.writing() as connection:
        writer = Writer(connection)
        writer.file(one)
        writer.reading(writer.run("test", "1"), NewReading(one.id, basis_of(metadata_of(one)), "read", claims=found))
    print(one.name, flush=True)
store.close()
"""
READER = """
import sys, time
from muniment.ledger.store.open import open_store
from muniment.ledger.store.view import View
store = open_store(sys.argv[1])
seen = []
while not seen or seen[-1] < int(sys.argv[2]):
    with store.viewing() as connection:
        view = View(connection)
        documents = len(list(view.documents()))
        claims = len(list(view.claims()))
        assert claims == 5 * documents, "a half document"
        assert documents == len(view.readings) == len(list(view.documents())), "a snapshot that moved"
    assert not seen or documents >= seen[-1], "something was lost"
    seen.append(documents)
print(len(set(seen)))
store.close()
"""


def test_two_readers_and_a_writer_at_once_lose_nothing(store: Store, place: str) -> None:
    number = 60

    def start(program: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", program, place, str(number)]
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    readers = [start(READER), start(READER)]
    writer = start(WRITER)
    said, _ = writer.communicate(timeout=120)
    assert (writer.returncode, len(said.split())) == (0, number)
    moments = [int(reader.communicate(timeout=60)[0]) for reader in readers]
    assert [reader.returncode for reader in readers] == [0, 0]
    assert max(moments) > 1, "the readers did read while the writer wrote"
    assert names_at(place) == sorted(said.split())


@pytest.mark.parametrize("module", ["muniment.pipeline.case", "muniment.ledger.store", "muniment.ledger.judgements"])
def test_no_database_is_loaded_before_it_is_needed(module: str) -> None:
    program = f"import sys, {module}; sys.exit(bool({{'sqlalchemy', 'psycopg', 'sqlite3'}} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_case_file_needs_no_psycopg(tmp_path: Path) -> None:
    program = (
        "import sys; from muniment.ledger.store.open import open_store; "
        "open_store(sys.argv[1], create=True).close(); sys.exit('psycopg' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "case.db")]
    assert subprocess.run(command, check=False).returncode == 0
