"""A case keeps a vocabulary of its user's own, reads with it, and shows what it read without the folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from muniment.errors import NotFound, VocabularyError
from muniment.ledger.store import formats
from muniment.ledger.store.open import open_store
from muniment.pipeline.case import Case
from muniment.pipeline.fingerprint import fingerprint
from muniment.pipeline.read import read
from muniment.pipeline.vocabulary import load, save, try_examples
from muniment.vocabulary.own import NONE, own, use
from tests.pipeline.showing import shown
from tests.vocabulary.test_own import PATROLS, write

FRAMES = """
register: patrols
frames:
  - id: patrol
    verbs: [patrol]
    cells:
      force: {from: subject, take: organisation country group}
      ships: {from: with, read: count}
      bound: {from: with, read: bound}
    needs: [force]
    match:
      - text: "The Ghanaian navy patrolled the coast on Monday."
        cells: {force: Ghanaian navy}
    not:
      - "The Ghanaian navy left the coast on Monday."
"""
REPORT = "The Ghanaian navy patrolled the coast with about six boats on Monday."
FILL = " The minister said that the harvest had been good, and that the roads would be mended before the rains." * 40


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    """Whatever a test puts into effect ends with it."""
    yield
    use(NONE)


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A folder with a register and a frame."""
    return write(tmp_path / "words", registers__patrols=PATROLS, frames__patrols=FRAMES)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """One report."""
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_case_shows_its_own_register_without_the_folder(words: Path, report: Path, place: str) -> None:
    with Case.open(place, create=True) as case:
        case.adopt(words)
        case.read([report])
    shutil.rmtree(words)
    use(NONE)
    with Case.open(place) as case:
        (record,) = case.records("patrols")
        assert (record.cells["force"], record.cells["ships"], record.cells["bound"]) == ("Ghanaian navy", 6, "about")
        assert [claim.frame for claim in case.claims("patrols")] == ["patrols.patrol"]
        assert case.read([report]).count("known") == 1
        (claim,) = case.claims("patrols")
        case.judge("correct", claim.id, cell="ships", value="7")
        assert case.records("patrols")[0].cells["ships"] == 7


def test_a_changed_frame_reads_again_and_the_same_one_does_not(words: Path, report: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "case.db", create=True) as case:
        plain = fingerprint()
        assert case.read([report]).count("read") == 1
        for _ in range(2):
            case.adopt(words)
            version = fingerprint()
            assert version != plain
        assert (case.read([report]).count("read"), case.read([report]).count("read")) == (1, 0)
        write(words, frames__patrols=FRAMES.replace("[patrol]", "[patrol, police]"))
        case.adopt(words)
        assert fingerprint() not in (plain, version)
        assert case.read([report]).count("read") == 1
        assert len(list(case.claims("patrols"))) == 1


def test_what_is_malformed_changes_nothing(words: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "case.db", create=True) as case:
        case.adopt(words)
        kept = case.vocabulary
        for change in (
            {"frames__patrols": FRAMES.replace("ships:", "shops:")},
            {"frames__patrols": FRAMES.replace("register: patrols", "register: patrol")},
            {"registers__patrols": PATROLS.replace("party", "partys")},
            {"registers__votes": PATROLS.replace("patrols", "votes")},
        ):
            write(words, registers__patrols=PATROLS, frames__patrols=FRAMES)
            write(words, **change)
            with pytest.raises(VocabularyError, match=r"(frames|registers)/\w+.yaml"):
                case.adopt(words)
            assert case.vocabulary == own() == kept


def test_a_register_stays_when_the_folder_loses_it(words: Path, report: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "case.db", create=True) as case:
        case.adopt(words)
        case.read([report])
        shutil.rmtree(words)
        write(words, frames__votes="{register: votes, frames: []}")
        case.adopt(words)
        assert len(case.records("patrols")) == 1
        case.read([report])
        assert case.records("patrols") == ()


def test_a_column_that_is_gone_leaves_older_claims_readable(words: Path, report: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "case.db", create=True) as case:
        case.adopt(words)
        case.read([report])
        lines = PATROLS.splitlines()
        fewer = "\n".join(line for line in lines if "ships" not in line and "bound" not in line)
        write(words, registers__patrols=fewer, frames__patrols="{register: patrols, frames: []}")
        case.adopt(words)
        (record,) = case.records("patrols")
        assert dict(record.cells) == {"force": "Ghanaian navy"}
        assert shown(case)


def test_cases_with_other_vocabularies_stand_side_by_side(words: Path, report: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "own.db", create=True) as mine, Case.open(tmp_path / "plain.db", create=True) as plain:
        mine.adopt(words)
        for status in ("read", "known"):
            for case, number in ((mine, 1), (plain, 0)):
                assert case.read([report]).count(status) == 1
                assert sum(claim.register == "patrols" for claim in case.claims()) == number
            assert len(mine.records("patrols")) == 1
            with pytest.raises(NotFound, match="patrols"):
                plain.records("patrols")
        derived = mine.derived()
        plain.counts()
        assert len(derived.records("patrols")) == 1


def test_several_processes_read_with_it_too(words: Path, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"d{at}", "text": REPORT.replace("six", str(at + 2)) + FILL}) for at in range(20)]
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    found = []
    for jobs in (1, 2):
        with Case.open(tmp_path / f"{jobs}.db", create=True) as case:
            case.adopt(words)
            read(case, [source], jobs=jobs)
            found.append(shown(case))
            assert len(list(case.claims("patrols"))) == 20
    assert found[0] == found[1]


def test_claims_from_elsewhere_fill_a_register_without_frames(tmp_path: Path, report: Path) -> None:
    line = {"doc": "a", "register": "patrols", "evidence": REPORT[:17], "cells": {"force": "Ghanaian navy"}}
    with Case.open(tmp_path / "case.db", create=True) as case:
        case.adopt(write(tmp_path / "words", registers__patrols=PATROLS))
        case.read([report], extract=False)
        assert case.import_claims([json.dumps(line)]).refused == ()
        assert len(case.records("patrols")) == 1


def test_a_case_of_format_2_has_no_vocabulary_and_may_get_one(place: str, words: Path) -> None:
    with Case.open(place, create=True) as case, case.store.writing() as connection:
        connection.execute(text("DROP TABLE vocabularies"))
        connection.execute(text("DELETE FROM case_formats WHERE format = 3"))
        connection.execute(text("INSERT INTO case_formats (format, program, added) VALUES (2, '', '')"))
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA user_version = 2")
    with Case.open(place) as case:
        assert case.vocabulary == NONE
        case.adopt(words)
        assert case.vocabulary == load(words)
    store = open_store(place)
    with store.viewing() as connection:
        assert formats.kept_format(connection) == formats.FORMAT
    store.close()


def test_what_a_case_keeps_can_be_written_out_again(words: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "case.db", create=True) as case:
        case.adopt(words)
        save(case.vocabulary, tmp_path / "copy")
        with pytest.raises(VocabularyError, match="is there already"):
            save(case.vocabulary, tmp_path / "copy")
    assert load(tmp_path / "copy") == load(words)


def test_examples_are_read_and_missing_ones_are_missed(words: Path) -> None:
    (tried,) = try_examples(load(words))
    assert (tried.frame, tried.match, tried.no_match, tried.wrong) == ("patrols.patrol", 1, 1, ())
    wrong = FRAMES.replace("left the coast", "patrolled the coast").replace("{force: Ghanaian navy}", "{ships: 3}")
    write(words, frames__patrols=wrong)
    (tried,) = try_examples(load(words))
    assert [said for _, said in tried.wrong] == ["gave patrols.patrol (force: Ghanaian navy)"] * 2
    write(words, frames__patrols=FRAMES[: FRAMES.index("    match:")])
    (tried,) = try_examples(load(words))
    assert tried.wrong == (("", "has no sentence under match"), ("", "has no sentence under not"))
    assert own() == NONE
