"""`muniment vocabulary` and `muniment read --vocabulary`: a register and frames of the user's own."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.endpoints import answer, serving
from tests.pipeline.test_vocabulary import FRAMES, REPORT
from tests.shell import good, muniment
from tests.vocabulary.test_own import PATROLS, write


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a report, and a vocabulary in `words`."""
    write(tmp_path / "words", registers__patrols=PATROLS, frames__patrols=FRAMES)
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


def test_sound_files_are_told_by_the_exit_code(desk: Path) -> None:
    out = good("vocabulary", "check", "words", cwd=desk)
    assert "patrols.patrol" in out
    assert "1 register, 1 frame, 2 sentences; nothing wrong." in out


def test_a_sentence_that_reads_otherwise_is_shown_with_what_it_gave(desk: Path) -> None:
    write(desk / "words", frames__patrols=FRAMES.replace("left the coast", "patrolled the coast"))
    ran = muniment("vocabulary", "check", "words", cwd=desk).clear()
    assert ran.code == 1
    said = "“The Ghanaian navy patrolled the coast on Monday.” gave patrols.patrol (force: Ghanaian navy)"
    assert said in ran.out
    assert "1 wrong." in ran.out


@pytest.mark.parametrize("command", [("vocabulary", "check", "words"), ("read", "a.txt", "--vocabulary", "words")])
def test_a_faulty_file_is_refused_by_name(desk: Path, command: tuple[str, ...]) -> None:
    write(desk / "words", frames__patrols=FRAMES.replace("needs: [force]", "needs: [fleet]"))
    ran = muniment(*command, cwd=desk).clear()
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.splitlines() == [
        "muniment: frames/patrols.yaml: frame patrol: needs: no cell fleet",
        "Register patrols has: force, ships, bound.",
    ]


def test_every_command_knows_the_register_without_the_folder(desk: Path) -> None:
    good("read", "a.txt", "--vocabulary", "words", "--case", "c.db", "--quiet", cwd=desk)
    shutil.rmtree(desk / "words")
    in_case = ("--case", "c.db")
    shown = good("show", "patrols", *in_case, cwd=desk)
    assert "about 6" in shown
    assert "patrols" in good("show", *in_case, cwd=desk)
    (row,) = csv.DictReader(
        io.StringIO(good("export", "--what", "records", "--format", "csv", "--register", "patrols", *in_case, cwd=desk))
    )
    assert (row["force"], row["ships"], row["bound"]) == ("Ghanaian navy", "6", "about")
    assert "proposed by  patrols.patrol" in good("explain", row["id"], *in_case, cwd=desk)
    assert "No conflicts." in good("conflicts", "--register", "patrols", *in_case, cwd=desk)
    assert "1 change" in good("changes", "--since", "2000", "--register", "patrols", *in_case, cwd=desk)
    paths = good("vocabulary", "save", "copy", *in_case, cwd=desk).splitlines()
    assert [Path(path).read_text(encoding="utf-8") for path in (desk / path for path in paths)] == [PATROLS, FRAMES]


def test_a_language_model_is_asked_for_the_register_too(desk: Path) -> None:
    (desk / "words" / "frames" / "patrols.yaml").unlink()
    said = {
        "register": "patrols",
        "evidence": REPORT[:-1],
        "cells": [{"cell": "force", "value": "Ghanaian navy", "words": "The Ghanaian navy"}],
        "source": {"value": "", "words": ""},
        "modality": "asserted",
        "date": {"value": "", "words": ""},
    }
    with serving(lambda _: answer([said])) as server:
        asking = ("--extractor", "llm", "--llm-url", server.url, "--llm-model", "small")
        good("read", "a.txt", "--vocabulary", "words", *asking, cwd=desk)
        assert "Who patrols where." in json.dumps(server.asked[0].body)
    assert "Ghanaian navy" in good("show", "patrols", cwd=desk)


@pytest.mark.parametrize(
    "command",
    [
        ("show", "patrols"),
        ("export", "--what", "claims", "--register", "patrols"),
        ("export", "--what", "records", "--register", "patrols", "--format", "csv"),
        ("conflicts", "--register", "patrols"),
        ("changes", "--since", "2000", "--register", "patrols"),
        ("review", "--register", "patrols"),
    ],
)
def test_a_register_that_the_case_has_not_is_refused_everywhere(desk: Path, command: tuple[str, ...]) -> None:
    good("read", "a.txt", "--no-extract", "--case", "c.db", "--quiet", cwd=desk)
    ran = muniment(*command, "--case", "c.db", cwd=desk).clear()
    assert (ran.code, ran.out) == (3, "")
    assert "No register 'patrols'." in ran.err


def test_a_case_without_one_has_nothing_to_save(desk: Path) -> None:
    good("read", "a.txt", "--no-extract", "--case", "c.db", "--quiet", cwd=desk)
    assert "no registers and no frames of its own" in good("vocabulary", "save", "copy", "--case", "c.db", cwd=desk)
    assert not (desk / "copy").exists()
