"""From paths to a case: every input gets an outcome, one document is one transaction, and a killed run goes on."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from muniment.errors import DocumentRefused
from muniment.pipeline.crew import Crew
from muniment.pipeline.extractor import Extracted, Extractor, Failed, shipped
from muniment.pipeline.status import NOTHING_SPENT, Outcome, OutcomeStatus, Spent
from muniment.schema.document import Document

if TYPE_CHECKING:
    from muniment.ledger.store.plan import Plan
    from muniment.pipeline.case import Case
    from muniment.pipeline.keep import Result

_ENGLISH = frozenset({"", "en", "eng", "english"})
_MOST_JOBS = 4  # beyond four processes the one writer becomes the bound
_MOST_REQUESTS = 2  # a server of one's own answers one at a time, or few; more would only wait there


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What became of each input, in order."""

    outcomes: tuple[Outcome, ...]

    def count(self, status: OutcomeStatus) -> int:
        """How many inputs ended so."""
        return sum(outcome.status == status for outcome in self.outcomes)

    @property
    def spent(self) -> Spent:
        """What the run cost at a language model elsewhere."""
        return sum((outcome.spent for outcome in self.outcomes), NOTHING_SPENT)

    @property
    def all_refused(self) -> bool:
        """True where there were inputs and every one was refused or failed."""
        return bool(self.outcomes) and self.count("refused") + self.count("failed") == len(self.outcomes)


@dataclass(frozen=True, slots=True)
class _Task:
    """One input on its way. `refusal` set: it is no document, and there is no plan for it."""

    origin: str
    stem: str
    raw: bytes
    document: Document | None = None
    refusal: str = ""
    plan: Plan | None = None

    def to_extract(self) -> Document | None:
        """The document to hand to the extractor, as the case describes it; None where there is nothing to do."""
        document = self.plan.extract if self.plan else None
        return document if document is not None and is_english(document) else None


def read(
    case: Case,
    paths: Iterable[str | os.PathLike[str]],
    stdin: BinaryIO | None = None,
    *,
    extract: bool = True,
    progress: Callable[[Outcome], None] | None = None,
    jobs: int | None = None,
    extractor: Extractor | None = None,
) -> ReadReport:
    """Reads files, folders and "-" (standard input) into the case.

    What is known and was extracted by this extractor version is passed over; what is known and was not is extracted.
    `extract=False` only keeps documents. `progress` hears each outcome once it is safe on disk. `jobs` is the most
    processes to extract with (None: one a core, at most four); few documents are read in this one. For an extractor
    that waits for another machine it is the most documents in work there (None: two). The outcome is the same for any
    number. Raises UsageError for paths that cannot be read at all, ModelError, CaseError.
    """
    used = (extractor or shipped()) if extract else None
    outcomes = []
    most = _jobs(jobs, waits=used is not None and used.waits)
    for outcome in _outcomes(case, [os.fspath(path) for path in paths], stdin or _stdin(), used, most):
        outcomes.append(outcome)
        if progress is not None:
            progress(outcome)
    return ReadReport(tuple(outcomes))


def is_english(document: Document) -> bool:
    """True where a document is in English or says nothing about its language."""
    return document.language.casefold().replace("_", "-").partition("-")[0] in _ENGLISH


def _outcomes(
    case: Case, paths: list[str], stdin: BinaryIO, extractor: Extractor | None, jobs: int
) -> Iterator[Outcome]:
    tasks = _tasks(case, paths, stdin, extractor)
    if extractor is None:
        for task in tasks:
            yield _finish(case, task, None)
        return
    with Crew[_Task](extractor, jobs, _Task.to_extract) as crew:
        for task, made in crew.run(tasks):
            yield _finish(case, task, _result(extractor, task, made))


def _tasks(case: Case, paths: list[str], stdin: BinaryIO, extractor: Extractor | None) -> Iterator[_Task]:
    from muniment.intake import iter_sources, to_document

    for source in iter_sources(paths, stdin):
        task = _Task(source.origin, source.stem, source.raw)
        try:
            document = to_document(source)
        except DocumentRefused as refused:
            yield replace(task, refusal=str(refused))
            continue
        yield replace(task, document=document, plan=_planned(case, document, source.stem, extractor))


def _planned(case: Case, document: Document, stem: str, extractor: Extractor | None) -> Plan:
    from muniment.ledger.store.plan import plan
    from muniment.pipeline.keep import apart

    name, version = (extractor.name, extractor.version) if extractor else ("", "")
    with case.store.viewing() as connection:
        planned = plan(connection, document, name, version)
        if planned.taken and document.name == stem:
            planned = plan(connection, apart(document), name, version)
    return planned if extractor else replace(planned, extract=None)


def _result(extractor: Extractor, task: _Task, made: Extracted | Failed | None) -> Result | None:
    from muniment.pipeline.keep import Result

    if task.plan is None or task.plan.extract is None:
        return None
    if made is None:
        return Result(extractor, task.plan.basis, Extracted(), task.plan.extract.language)
    return Result(extractor, task.plan.basis, made)


def _finish(case: Case, task: _Task, result: Result | None) -> Outcome:
    """Commits one input."""
    from muniment.ledger.store.write import Writer
    from muniment.pipeline.keep import keep

    if task.document is None or task.plan is None:
        with case.store.writing() as connection:
            Writer(connection).turned_away(task.origin, task.raw, task.refusal)
        return Outcome(task.stem, task.origin, "refused", task.refusal)
    plan = task.plan
    if not (plan.taken or plan.news) and result is None:
        also = f"known as {plan.known_as}" if plan.known_as != plan.name else ""
        return Outcome(plan.name, task.origin, "known", also, task.document.id)
    return keep(case.store, task.document, task.raw, result, task.stem)


def _stdin() -> BinaryIO:
    """Standard input; an empty one where the process has none, as under a server."""
    return getattr(sys.stdin, "buffer", None) or io.BytesIO()


def _jobs(jobs: int | None, *, waits: bool) -> int:
    if jobs is not None:
        return jobs
    return _MOST_REQUESTS if waits else min(os.cpu_count() or 1, _MOST_JOBS)
