"""Answers come from a pipe line by line, and Ctrl-C waits for what is half done."""

from __future__ import annotations

import io
import os
import signal

import pytest

from muniment.outputs.cli.keys import Keys, uninterrupted


def keys(said: str, monkeypatch: pytest.MonkeyPatch) -> Keys:
    monkeypatch.setattr("sys.stdin", io.StringIO(said))
    return Keys()


def test_a_line_is_a_key_and_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = keys("r 2 3\nq\n", monkeypatch)
    assert (answers.key(), answers.words("Which")) == ("r", "2 3")
    assert answers.key() == "q"
    assert answers.key() == ""


def test_words_that_did_not_come_are_read_from_the_next_line(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = keys("c\n item=x \n\nn", monkeypatch)
    assert (answers.key(), answers.words("Which")) == ("c", "item=x")
    assert answers.key() == " ", "an empty line is a blank"
    assert answers.key() == "n"
    assert answers.words("Which") == ""


def test_words_of_one_key_are_not_those_of_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = keys("o 1\nr\n7\n", monkeypatch)
    assert (answers.key(), answers.key()) == ("o", "r")
    assert answers.words("Which") == "7"


def test_an_interrupt_waits_for_the_end() -> None:
    done = []

    def twice() -> None:
        with uninterrupted():
            for step in ("first", "second"):
                os.kill(os.getpid(), signal.SIGINT)
                done.append(step)

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        twice()
    assert done == ["first", "second"]
    assert signal.getsignal(signal.SIGINT) is before


def test_without_an_interrupt_nothing_happens() -> None:
    with uninterrupted():
        pass
    with pytest.raises(ValueError, match="told"), uninterrupted():
        raise ValueError("told")
