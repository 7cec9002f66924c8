"""Threads that wait for others never keep a program from ending."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextvars import ContextVar

import pytest

from muniment.pipeline.waiters import Waiters

WORD: ContextVar[str] = ContextVar("word", default="")


def test_work_is_done_by_several_and_errors_come_back() -> None:
    meeting = threading.Barrier(3)
    waiters = Waiters(3)
    assert [one.result(10) >= 0 for one in [waiters.submit(meeting.wait, 10) for _ in range(3)]] == [True] * 3
    with pytest.raises(ZeroDivisionError):
        waiters.submit(lambda: 1 // 0).result(10)
    waiters.dismiss()


def test_work_sees_the_context_that_it_was_given_in() -> None:
    WORD.set("here")
    waiters = Waiters(1)
    assert waiters.submit(WORD.get).result(10) == "here"
    waiters.dismiss()


def test_dismissed_threads_end() -> None:
    before = set(threading.enumerate())
    waiters = Waiters(4)
    serving = set(threading.enumerate()) - before
    assert len(serving) == 4
    waiters.dismiss()
    for thread in serving:
        thread.join(10)
    assert not any(thread.is_alive() for thread in serving)


def test_a_program_ends_while_they_wait() -> None:
    code = "import time; from muniment.pipeline.waiters import Waiters; Waiters(2).submit(time.sleep, 600)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
