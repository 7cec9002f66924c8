"""A case of an earlier version is brought up to date in place, whole or not at all."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Connection, inspect

from muniment.errors import CaseError
from muniment.ledger.store import formats
from muniment.ledger.store.formats import FORMAT, kept_format
from muniment.ledger.store.open import Store, open_store
from muniment.ledger.store.tables import metadata
from muniment.ledger.store.view import View
from muniment.pipeline.case import Case
from muniment.version import __version__

DATA = Path(__file__).with_name("data")


def make_format_1(path: Path) -> Path:
    """The case that Muniment 0.1 made: two documents, an imported claim, a rejected and a reaccepted one."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((DATA / "format1.sql").read_text(encoding="utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
    return path


def schema(connection: Connection) -> dict[str, Any]:
    """Tables, columns, keys and indexes as the database has them."""
    found = inspect(connection)
    return {
        table: (
            [(c["name"], str(c["type"]), c["nullable"], c["default"]) for c in found.get_columns(table)],
            found.get_pk_constraint(table)["constrained_columns"],
            sorted((f["constrained_columns"], f["referred_table"]) for f in found.get_foreign_keys(table)),
            sorted((i["name"] or "", i["column_names"], i["unique"]) for i in found.get_indexes(table)),
        )
        for table in sorted(found.get_table_names())
    }


def schema_at(place: Path | str, create: bool = False) -> dict[str, Any]:
    store = open_store(place, create=create)
    with store.viewing() as connection:
        found = schema(connection)
    store.close()
    return found


def test_a_case_of_format_1_keeps_all_it_had(tmp_path: Path) -> None:
    with Case.open(make_format_1(tmp_path / "old.db")) as case:
        assert [one.name for one in case.documents()] == ["airfield", "harbour"]
        assert [one.published for one in case.documents()] == ["2022-03-04"] * 2
        assert [claim.cells["item"].value for claim in case.claims()] == ["jets", "tanks", "radars", "boats"]
        assert [record.cells["item"] for record in case.records("transfers")] == ["tanks", "boats", "radars"]
        assert [(one.id, one.verdict, one.by, one.made, one.why) for one in case.judgements()] == [
            ("a5fd37e0efca5a0f", "reject", "A. Reader", "2022-03-05T10:00:00Z", "a rumour"),
            ("dea93e085ccbc574", "reject", "A. Reader", "2022-03-05T10:01:00Z", ""),
            ("cab7626757bc4e3e", "accept", "A. Reader", "2022-03-05T10:02:00Z", "it was right"),
        ]
        assert [(row.name, row.status, row.note) for row in case.statuses()][-1][1:] == ("refused", "a picture")
        assert len(case.refusals("harbour")) == 1


def test_a_case_of_format_1_becomes_what_a_new_one_is(tmp_path: Path) -> None:
    assert schema_at(make_format_1(tmp_path / "old.db")) == schema_at(tmp_path / "new.db", create=True)


def test_what_is_older_than_instants_counts_as_known_from_the_start(tmp_path: Path) -> None:
    store = open_store(make_format_1(tmp_path / "old.db"))
    with store.viewing() as connection:
        view = View(connection, "1990-01-01T00:00:00.000000Z")
        assert len(list(view.claims())) == 4
        assert len(view.judgements()) == 3
    store.close()


def test_every_format_that_a_case_had_is_recorded(tmp_path: Path) -> None:
    path = make_format_1(tmp_path / "old.db")
    for _ in range(2):
        open_store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT format, program, added > '' FROM case_formats ORDER BY format").fetchall()
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    assert rows[0] == (1, "", 0)
    assert rows[-1] == (FORMAT, __version__, 1)
    assert [row[0] for row in rows] == list(range(1, FORMAT + 1))


def test_a_step_that_fails_leaves_the_old_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_format_1(tmp_path / "old.db")
    with closing(sqlite3.connect(path)) as connection:
        before = list(connection.iterdump())
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    broken = ModuleType("broken_step")

    def apply(connection: Connection) -> None:
        connection.exec_driver_sql("DROP TABLE judgements")
        raise ZeroDivisionError

    broken.apply = apply  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "broken_step", broken)
    monkeypatch.setattr(formats, "STEPS", {**formats.STEPS, FORMAT + 1: "broken_step"})
    monkeypatch.setattr(formats, "FORMAT", FORMAT + 1)
    with pytest.raises(ZeroDivisionError):
        open_store(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert list(connection.iterdump()) == before


def test_an_earlier_case_that_may_only_be_read_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_format_1(tmp_path / "old.db")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CaseError, match="earlier Muniment") as raised:
        open_store(path)
    assert "Copy it" in raised.value.remedy


def test_the_tables_are_what_the_database_has(store: Store) -> None:
    with store.viewing() as connection:
        found = schema(connection)
        assert kept_format(connection) == FORMAT
    assert found.keys() == metadata.tables.keys()
    for name, table in metadata.tables.items():
        assert [column[0] for column in found[name][0]] == [column.name for column in table.columns]


def test_a_later_step_is_taken_on_every_database(store: Store, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    step = ModuleType("later_step")
    step.apply = lambda connection: connection.exec_driver_sql(  # type: ignore[attr-defined]
        "ALTER TABLE runs ADD COLUMN machine VARCHAR DEFAULT '' NOT NULL"
    )
    monkeypatch.setitem(sys.modules, "later_step", step)
    monkeypatch.setattr(formats, "STEPS", {**formats.STEPS, FORMAT + 1: "later_step"})
    monkeypatch.setattr(formats, "FORMAT", FORMAT + 1)
    for _ in range(2):
        later = open_store(place)
        with later.viewing() as connection:
            assert kept_format(connection) == FORMAT + 1
            assert "machine" in [column["name"] for column in inspect(connection).get_columns("runs")]
        later.close()
