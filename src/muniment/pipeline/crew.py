"""Extraction over several processes: results come in the order of the documents, the same as from one process."""

from __future__ import annotations

import copyreg
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain
from multiprocessing.process import BaseProcess
from types import MappingProxyType, ModuleType
from typing import Final, Generic, TypeVar

from muniment.errors import MunimentError
from muniment.pipeline.extractor import Extract, Extracted, Extractor, Failed, attempt
from muniment.pipeline.waiters import Waiters
from muniment.schema.document import Document
from muniment.vocabulary.own import Own, own, use

T = TypeVar("T")
Result = Extracted | Failed | None

# A process takes about as long to start and to load the model as reading this much text takes.
WORTH_A_CREW: Final = 60_000  # characters
_HELD: Final = 100  # tasks looked at before that is decided: short notes come by the hundred
_AHEAD: Final = 4  # documents in hand for each process: enough to keep it busy, few enough to bound memory
_DIED: Final = "its process died while reading it (out of memory?)"


class Crew(Generic[T]):
    """Extracts from tasks, in order. Use as a context manager: it ends its processes on the way out.

    `document_of` gives the document of a task, None where there is nothing to extract. `jobs` is the most processes
    to use; one, or little text, stays in this process. An extractor that waits gets so many threads instead.
    """

    def __init__(self, extractor: Extractor, jobs: int, document_of: Callable[[T], Document | None]) -> None:
        self._extractor = extractor
        self._jobs = max(1, jobs)
        self._document_of = document_of
        self._extract: Extract | None = None
        self._pool: ProcessPoolExecutor | None = None
        self._waiters: Waiters | None = None

    def __enter__(self) -> Crew[T]:
        return self

    def __exit__(self, *raised: object) -> None:
        self._dismiss()

    def run(self, tasks: Iterable[T]) -> Iterator[tuple[T, Result]]:
        """Each task with what its document gave (None: nothing to extract). Raises MunimentError as `attempt` does."""
        rest = iter(tasks)
        ended = False
        if self._extractor.waits and self._jobs > 1:
            yield from self._together(rest)
            return
        while not ended:
            taken, characters, ended = self._peek(rest)
            if self._jobs > 1 and characters >= WORTH_A_CREW:
                yield from self._together(chain(taken, rest))
                return
            for task in taken:
                document = self._document_of(task)
                yield task, None if document is None else self._here(document)

    def _peek(self, tasks: Iterator[T]) -> tuple[list[T], int, bool]:
        """Takes some tasks: enough to tell whether more processes are worth their start, few enough to hold. Also how
        many characters they have to extract from, and whether they were the last."""
        taken: list[T] = []
        characters = 0
        most = _HELD if self._jobs > 1 else 1
        for task in tasks:
            taken.append(task)
            document = self._document_of(task)
            characters += 0 if document is None else len(document.text)
            if characters >= WORTH_A_CREW or len(taken) >= most or (document is None and len(taken) == 1):
                return taken, characters, False
        return taken, characters, True

    def _here(self, document: Document) -> Extracted | Failed:
        return attempt(self._loaded(), document)

    def _loaded(self) -> Extract:
        if self._extract is None:
            self._extract = self._extractor.load(0)
        return self._extract

    def _together(self, tasks: Iterator[T]) -> Iterator[tuple[T, Result]]:
        waiting: deque[tuple[T, Document | None, Future[Extracted | Failed] | None]] = deque()
        try:
            for task in tasks:
                document = self._document_of(task)
                waiting.append((task, document, None if document is None else self._submit(document)))
                while waiting and (waiting[0][2] is None or len(waiting) > self._jobs * _AHEAD):
                    yield self._done(*waiting.popleft())
            while waiting:
                yield self._done(*waiting.popleft())
        except MunimentError:
            # The run ends here; what others have done meanwhile is done, and was perhaps paid for.
            yield from ((task, future.result()) for task, _, future in waiting if future and _is_good(future))
            raise

    def _done(self, task: T, document: Document | None, future: Future[Extracted | Failed] | None) -> tuple[T, Result]:
        if document is None or future is None:
            return task, None
        try:
            return task, future.result()
        except BrokenProcessPool:
            return task, self._alone(document)

    def _alone(self, document: Document) -> Extracted | Failed:
        """Reads one document of a crew that died in a process of its own: it may have been the cause, or not."""
        try:
            with _pool(self._extractor, 1) as pool:
                return _submit(pool, document).result()
        except BrokenProcessPool:
            return Failed(_DIED)

    def _submit(self, document: Document) -> Future[Extracted | Failed]:
        if self._extractor.waits:
            self._waiters = self._waiters or Waiters(self._jobs)
            return self._waiters.submit(attempt, self._loaded(), document)
        if self._pool is not None:
            try:
                return _submit(self._pool, document)
            except BrokenProcessPool:  # an earlier document killed a process
                self._dismiss()
        self._pool = _pool(self._extractor, self._jobs)
        return _submit(self._pool, document)

    def _dismiss(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
        if self._waiters is not None:
            self._waiters.dismiss()
            self._waiters = None


def _is_good(future: Future[Extracted | Failed]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _pool(extractor: Extractor, jobs: int) -> ProcessPoolExecutor:
    # Forking would copy open database connections and the model's threads: processes start fresh.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(extractor, own()))


def _submit(pool: ProcessPoolExecutor, document: Document) -> Future[Extracted | Failed]:
    with _nameless_main():
        return pool.submit(_work, document)


@contextmanager
def _nameless_main() -> Iterator[None]:
    """Processes started inside do not run the caller's script again, as they otherwise would to look up its names."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _mapping(items: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(items)


# Claims hold read-only mappings, and those do not travel between processes by themselves.
copyreg.pickle(MappingProxyType, lambda mapping: (_mapping, (dict(mapping),)))

_extractor: Extractor | None = None
_extract: Extract | None = None


def _start(extractor: Extractor, words: Own) -> None:
    global _extractor
    _extractor = extractor
    use(words)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever conducts decides when to stop
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: BaseProcess) -> None:
    """Ends this process when its parent is gone: a killed run leaves nothing behind."""
    parent.join()
    os._exit(1)


def _work(document: Document) -> Extracted | Failed:
    global _extract
    assert _extractor is not None
    if _extract is None:
        _extract = _extractor.load(1)
    return attempt(_extract, document)
