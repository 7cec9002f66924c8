"""Threads for work that another machine does."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from queue import SimpleQueue
from threading import Thread
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Waiters:
    """So many threads that wait for answers. Those of `concurrent.futures` would hold up the end of the program until
    the last answer has come; these end with it."""

    def __init__(self, number: int) -> None:
        self._work: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._dismissed = False
        for _ in range(number):
            Thread(target=self._serve, daemon=True).start()

    def submit(self, function: Callable[P, T], *args: P.args, **named: P.kwargs) -> Future[T]:
        """Has a function called as soon as a thread is free; first come, first served."""
        future: Future[T] = Future()
        context = copy_context()  # the vocabulary in effect is part of it

        def work() -> None:
            try:
                future.set_result(context.run(function, *args, **named))
            except BaseException as error:
                future.set_exception(error)

        self._work.put(work)
        return future

    def dismiss(self) -> None:
        """Nothing more is begun; what is under way is left to itself."""
        self._dismissed = True
        self._work.put(_nothing)

    def _serve(self) -> None:
        while not self._dismissed:
            self._work.get()()
        self._work.put(_nothing)  # wakes the next


def _nothing() -> None:
    """What is put in to wake a thread."""
