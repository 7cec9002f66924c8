"""The review, answered through a pipe and through a terminal."""

from __future__ import annotations

import io
import json
import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.ledger.judgements import standing
from muniment.outputs.cli.review import KINDS
from muniment.outputs.cli.reviewing import Session
from muniment.outputs.views.asked import SHOWN
from muniment.pipeline import review
from muniment.pipeline.case import Case
from tests.desk import fill
from tests.outputs.conftest import Cli

START = "from muniment.outputs.cli.main import main; main()"
Answer = Callable[..., tuple[int, str]]


@pytest.fixture
def answer(desk: Cli, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Runs a review with these lines as the person's answers; gives exit code and stdout."""

    def call(answers: str, *options: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(answers))
        code, said, err = desk("review", "--by", "Ama", *options)
        return code, said + err

    return call


def log(desk: Cli) -> list[tuple[str, object]]:
    told = json.loads(desk("judge", "list", "--json")[1])
    return [(one["verdict"], one.get("claims") or [name["name"] for name in one.get("names", [])]) for one in told]


def test_the_kinds_are_those_of_the_pipeline() -> None:
    assert KINDS == review.KINDS


def test_it_shows_the_row_the_readings_and_the_words(answer: Answer) -> None:
    code, said = answer("q\n")
    assert code == 0
    assert "1 of " in said
    assert "These cannot all be so" in said
    assert "Weapon or item  Z-9 jets" in said
    assert "quantity_delivered: 8 (Jo Lund) ≠ 6 (the air force)" in said
    assert "»Ruritania delivered 6 Z-9 jets to Fenwick«, the air force said." in said
    assert "the air force, Morning Post 2020-05-02, morning" in said
    assert said.endswith("0 decisions kept.\n")
    assert "\x1b" not in said


def test_accept_reject_and_skip(answer: Answer, desk: Cli) -> None:
    code, said = answer("a *\nr 2\nn\n \nq\n")
    assert code == 0
    assert said.endswith("3 decisions kept.\n")
    assert [verdict for verdict, _ in log(desk)] == ["accept", "accept", "reject"]
    _, said = answer("q\n")
    assert "M-5 radars" in said, "what was skipped comes again in another sitting"


def test_words_may_come_on_the_next_line(answer: Answer, desk: Cli) -> None:
    answer("a\n\nr\n1\nq\n")
    assert [verdict for verdict, _ in log(desk)] == ["accept", "accept", "reject"]


def test_the_end_of_the_answers_ends_the_review(answer: Answer) -> None:
    assert answer("")[1].endswith("0 decisions kept.\n")
    assert answer("r\n")[0] == 0


def test_a_cell_is_corrected(answer: Answer, desk: Cli) -> None:
    _, said = answer("c 1 item=Z-10 jets\nq\n")
    assert "item = Z-10 jets" in said
    told = json.loads(desk("judge", "list", "--json")[1])
    assert [(one["cell"], one["value"], one["by"]) for one in told] == [("item", "Z-10 jets", "Ama")]


def test_claims_are_split_off(answer: Answer, desk: Cli) -> None:
    answer("s 1\nq\n")
    assert [verdict for verdict, _ in log(desk)] == ["split"]


def test_a_merge_offers_candidates(answer: Answer, desk: Cli) -> None:
    _, said = answer("m 1\nq\n")
    assert "[1] " in said
    ((verdict, claims),) = log(desk)
    assert verdict == "merge"
    assert isinstance(claims, list)
    assert len(claims) == 4
    _, said = answer("m\n\nm 99\nq\n")
    assert "'99' is none of them." in said
    assert len(log(desk)) == 1


def test_a_doubtful_merge_is_accepted_as_one_fact(answer: Answer, desk: Cli) -> None:
    _, said = answer("a\nq\n", "--kind", "merge")
    assert "Is this one fact?" in said
    assert "item less precise" in said
    assert log(desk) == [("merge", ["c14", "c13"])]
    assert answer("q\n", "--kind", "merge")[1] == "Nothing more to ask.\n0 decisions kept.\n"


def test_names_are_one_or_two(answer: Answer, desk: Cli) -> None:
    _, said = answer("=\n!\nq\n", "--kind", "names")
    assert "“Peder Dalgren” and “Peder Dralgren” stand as two: one letter differs" in said
    assert [verdict for verdict, _ in log(desk)] == ["same", "different"]
    assert "Nothing more to ask." in said


def test_names_are_right_as_they_stand(answer: Answer, desk: Cli) -> None:
    answer("a\na\nq\n", "--kind", "names")
    assert [verdict for verdict, _ in log(desk)] == ["different", "same"]


def test_names_of_a_record_are_told_apart(answer: Answer, desk: Cli) -> None:
    _, said = answer("≠ 3 4\n= 1\nq\n")
    ((verdict, names),) = log(desk)
    assert verdict == "different"
    assert set(names if isinstance(names, list) else ()) == {"Jo Lund", "the air force"}
    assert "Which two?" in said


def test_undo_takes_back_the_last_answer_and_asks_again(answer: Answer, desk: Cli) -> None:
    _, said = answer("u\nr 1\nu\na *\nq\n")
    assert "Nothing was decided in this sitting." in said
    assert [verdict for verdict, _ in log(desk)] == ["reject", "retract", "accept", "accept"]
    assert said.count("Z-9 jets") >= 2
    assert said.endswith("2 decisions kept.\n")


def test_help_and_keys_that_do_nothing(answer: Answer) -> None:
    _, said = answer("?\nx\nq\n")
    assert "undo the last answer" in said
    assert "'x' does nothing here" in said
    _, said = answer("s\nq\n", "--kind", "names")
    assert "'s' does nothing here" in said


def test_mistakes_leave_nothing_behind(answer: Answer, desk: Cli) -> None:
    _, said = answer("r\n\nr 7\nc 1 colour=red\nc item=x\ns 1 2\nc 1 nonsense\nq\n")
    assert said.count(" > ") == 7
    assert "has no cell 'colour'" in said
    assert log(desk) == []


def test_the_paragraph_opens_and_hostile_words_stay_words(answer: Answer) -> None:
    _, said = answer("o\nq\n", "--register", "positions")
    assert "Jo Lund told us that" in said
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "<U+202E>" in said


def test_of_many_claims_the_first_are_shown_and_only_those_accepted(answer: Answer, desk: Cli, tmp_path: Path) -> None:
    said = [f"On day {day} Ruritania sold {day} S-2 subs to Oland" for day in range(1, 13)]
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "many.txt").write_text(". ".join(said), encoding="utf-8")
    assert desk("read", "more", "--no-extract", "--quiet")[0] == 0
    cells = {"supplier": "Ruritania", "recipient": "Oland", "item": "S-2 subs", "status": "delivered"}
    rows = [
        {"doc": "many", "register": "transfers", "evidence": words, "cells": {**cells, "quantity_delivered": number}}
        for number, words in enumerate(said, 1)
    ]
    (tmp_path / "more.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert desk("import", "more.jsonl")[0] == 0
    told = answer("n\n" * 3 + "a *\nq\n", "--kind", "conflict")[1]
    assert "and 3 claims more" in told
    assert told.endswith(f"{SHOWN} decisions kept.\n")
    told = answer("n\n" * 3 + "a 1 2 3\nq\n", "--kind", "conflict")[1]
    assert "day 10 " in told.split("S-2 subs", 1)[1], "those that were not judged come first"
    assert len(log(desk)) == len(rows)
    assert "S-2 subs" not in answer("n\n" * 9, "--kind", "conflict")[1]


def test_limit_and_register_narrow(answer: Answer, desk: Cli) -> None:
    _, said = answer("n\nn\nn\nn\n", "--limit", "2")
    assert said.count(" > ") == 2
    _, said = answer("n\n" * 9, "--register", "meetings", "--kind", "single")
    assert said.count(" > ") == 1
    assert desk("review", "--register", "weather")[0] == 3


def test_the_reason_goes_with_every_decision(answer: Answer, desk: Cli) -> None:
    answer("r 1\nq\n", "--why", "monthly check")
    assert [one["why"] for one in json.loads(desk("judge", "list", "--json")[1])] == ["monthly check"]


@pytest.fixture(scope="module")
def filled_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case file of the desk, to be copied."""
    folder = tmp_path_factory.mktemp("desk")
    with Case.open(folder / "case.db", create=True) as case:
        fill(case, folder / "in")
    return folder / "case.db"


WORDS = st.sampled_from(["", "1", "2", "1 2", "*", "9", "x", "item=Z-1", "1 item=Z-1", "date=2020", "c1"])
LINES = st.lists(st.builds("{}{}{}".format, st.sampled_from("arcsm=≠!uno? x"), st.sampled_from([" ", "\n"]), WORDS))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(LINES)
def test_whatever_is_answered_the_log_is_what_was_told(filled_desk: Path, lines: list[str]) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()) as told:
        place = Path(folder) / "case.db"
        shutil.copy(filled_desk, place)
        patch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
        with Case.open(place) as case:
            Session(case, "Ama", "", None, review.KINDS).run(None)
            kept = standing(case.judgements())
            assert told.getvalue().endswith(f"{len(kept)} decision{'' if len(kept) == 1 else 's'} kept.\n")
            with Case.open(place) as again:
                assert again.records() == case.records()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a pseudo-terminal")
def test_on_a_terminal_one_key_answers(desk: Cli, tmp_path: Path) -> None:
    with Terminal(tmp_path) as screen:
        screen.until(b"[q]uit [?] > ")
        screen.press("r")
        screen.until(b"numbers")
        screen.press("1\r")
        screen.until(b"judgement")
        screen.until(b"[q]uit [?] > ")
        screen.press("q")
        screen.until(b"1 decision kept.")
        assert screen.ended() == 0
    assert [verdict for verdict, _ in log(desk)] == ["reject"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a pseudo-terminal")
def test_ctrl_c_leaves_what_was_decided(desk: Cli, tmp_path: Path) -> None:
    with Terminal(tmp_path) as screen:
        screen.until(b"[q]uit [?] > ")
        screen.press("r")
        screen.until(b"numbers")
        screen.press("1\r")
        screen.until(b"[q]uit [?] > ")
        screen.press("\x03")
        screen.until(b"Every decision that was told is kept")
        assert screen.ended() == 130
    assert [verdict for verdict, _ in log(desk)] == ["reject"]


class Terminal:
    """`muniment review` on a pseudo-terminal."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._said = folder, b""

    def __enter__(self) -> Terminal:
        import pty

        self._child, self._screen = pty.fork()
        if self._child == 0:
            os.chdir(self._folder)
            os.environ.update(TERM="xterm", COLUMNS="120", LINES="50")
            os.execv(sys.executable, [sys.executable, "-c", START, "review", "--by", "Ama"])
        return self

    def __exit__(self, *raised: object) -> None:
        try:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self._screen)

    def until(self, words: bytes, seconds: float = 30) -> None:
        """Reads the screen until the words come; what comes after them is kept."""
        end = time.monotonic() + seconds
        while words not in self._said:
            ready, _, _ = select.select([self._screen], [], [], max(0, end - time.monotonic()))
            assert ready, f"{words!r} did not come: {self._said[-400:]!r}"
            try:
                self._said += os.read(self._screen, 65536)
            except OSError:
                assert words in self._said, f"ended without {words!r}: {self._said[-400:]!r}"
        self._said = self._said.split(words, 1)[1]

    def press(self, keys: str) -> None:
        """Presses keys, once the program waits for them."""
        time.sleep(0.3)
        os.write(self._screen, keys.encode())

    def ended(self) -> int:
        """The exit code."""
        _, status = os.waitpid(self._child, 0)
        return os.waitstatus_to_exitcode(status)
