"""A case: documents, the claims read from them or brought along, people's judgements, and the records that follow."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from muniment.errors import NotFound, UsageError
from muniment.ledger.reconcile import reconcile, standing
from muniment.pipeline.canonical import canonical
from muniment.pipeline.status import Counts, Outcome, Status
from muniment.schema.claim import Claim, Refusal
from muniment.schema.document import Document
from muniment.schema.judgement import Judgement, Verdict
from muniment.schema.record import Record
from muniment.vocabulary.registers import NAMES
from muniment.vocabulary.registers import register as register_named

if TYPE_CHECKING:
    from muniment.ledger.store.open import Store
    from muniment.ledger.store.view import View
    from muniment.pipeline.explain import Explanation
    from muniment.pipeline.imports import ImportReport
    from muniment.pipeline.read import ReadReport


class Case:
    """One store, opened. Everything is added, nothing changed; records are worked out from what is there.

    Use as a context manager, or `close` it. Methods raise CaseError (damaged, full, read-only) and CaseLocked.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._records: dict[str, tuple[Record, ...]] = {}
        self._records_of: tuple[int, ...] = ()

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, create: bool = False, wait: float = 5.0) -> Case:
        """Opens the case file at `path`; `create` makes it where it is missing; `wait` is seconds for other writers.

        Raises CaseError where it is missing or unusable, CaseForeign where it is no case of this version (it is not
        touched), CaseLocked where another process keeps it.
        """
        from muniment.ledger.store.open import open_store

        return cls(open_store(path, create=create, wait=wait))

    @property
    def path(self) -> Path:
        """The case file."""
        return self.store.path

    def close(self) -> None:
        """Closes the file. Idempotent."""
        self.store.close()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    @contextmanager
    def view(self) -> Iterator[View]:
        """One snapshot of everything, for callers that ask several things of the same state."""
        from muniment.ledger.store.view import View

        with self.store.viewing() as connection:
            yield View(connection)

    def documents(self) -> Iterator[Document]:
        """Every document, by name."""
        with self.view() as view:
            yield from view.documents()

    def document(self, key: str) -> Document:
        """The document of a name (also that of a copy), an id, or the beginning of one.

        Raises NotFound, and UsageError where the beginning fits several.
        """
        with self.view() as view:
            return _the_document(view, key)

    def claims(self, register: str | None = None, document: str | None = None) -> Iterator[Claim]:
        """Current claims by document name, then place; of one register or document where given.

        Raises NotFound for an unknown register or document.
        """
        if register is not None:
            register_named(register)
        with self.view() as view:
            ids = None if document is None else [_the_document(view, document).id]
            yield from view.claims(register, ids)

    def records(self, register: str | None = None) -> tuple[Record, ...]:
        """The records of one register, or of all in the order of the registers. Raises NotFound."""
        wanted = NAMES if register is None else (register_named(register).name,)
        with self.view() as view:
            state = view.state()
            if state != self._records_of:
                self._records, self._records_of = {}, state
            for name in wanted:
                if name not in self._records:
                    self._records[name] = _records(view, name)
        return tuple(record for name in wanted for record in self._records[name])

    def refusals(self, document: str) -> tuple[Refusal, ...]:
        """What grounding did not admit of a document's proposals. Raises NotFound."""
        with self.view() as view:
            return view.refusals(_the_document(view, document).id)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision in the order in which they were made; the last on a subject stands."""
        with self.view() as view:
            return view.judgements()

    def judge(
        self, verdict: Verdict, subject: str, *, detail: str = "", by: str = "", made: str = "", why: str = ""
    ) -> Judgement:
        """Keeps a decision about a claim. A rejected claim no longer counts towards any record until it is accepted.

        `made` is an ISO 8601 instant, for the record only. Raises NotFound where there is no such claim, UsageError
        for a verdict other than accept and reject, which later versions carry out.
        """
        from muniment.ledger.store.write import Writer

        if verdict not in ("accept", "reject"):
            raise UsageError(f"The verdict {verdict!r} cannot be carried out yet.", "Use accept or reject, of a claim.")
        with self.view() as view:
            if not view.claims_of([subject]):
                raise NotFound(f"There is no claim {subject!r}.", "List claims with their ids, or explain a record.")
        with self.store.writing() as connection:
            return Writer(connection).judgement(Judgement("", verdict, subject, detail, by, made, why))

    def statuses(self) -> tuple[Status, ...]:
        """One row a document, by name, then one an input that could not be read, by origin."""
        with self.view() as view:
            return tuple(_statuses(view))

    def counts(self) -> Counts:
        """The case in numbers. Takes time in proportion to the documents, not to the claims."""
        with self.view() as view:
            rows = tuple(_statuses(view))
            number = Counter(row.status for row in rows)
            imported = view.count_imports()
            return Counts(
                documents=len(rows) - number["refused"],
                read=number["read"],
                stored=number["stored"],
                failed=number["failed"],
                refused=number["refused"],
                claims=sum(row.claims for row in rows) + imported,
                imported=imported,
                refusals=sum(row.refusals for row in rows),
                judgements=len(view.judgements()),
            )

    def add_document(self, document: Document, raw: bytes = b"") -> Outcome:
        """Keeps a document without reading it for claims; `raw` are its original bytes."""
        from muniment.pipeline.keep import keep

        return keep(self.store, document, raw)

    def read(
        self,
        paths: Iterable[str | os.PathLike[str]],
        stdin: BinaryIO | None = None,
        *,
        extract: bool = True,
        progress: Callable[[Outcome], None] | None = None,
        jobs: int | None = None,
    ) -> ReadReport:
        """Reads files and folders into the case; see `muniment.pipeline.read.read`."""
        from muniment.pipeline.read import read

        return read(self, paths, stdin, extract=extract, progress=progress, jobs=jobs)

    def import_claims(self, lines: Iterable[str], *, prefix: str = "") -> ImportReport:
        """Takes in claims made elsewhere; see `muniment.pipeline.imports.import_claims`."""
        from muniment.pipeline.imports import import_claims

        return import_claims(self, lines, prefix=prefix)

    def explain(self, id: str) -> Explanation:
        """From a record, claim or document to the words; see `muniment.pipeline.explain.explain`."""
        from muniment.pipeline.explain import explain

        return explain(self, id)


def _records(view: View, register: str) -> tuple[Record, ...]:
    claims = standing(view.claims(register), view.judgements())
    return reconcile(claims, register_named(register), canonical, view.names(), view.published())


def _the_document(view: View, key: str) -> Document:
    ids = view.document_ids(key)
    if not ids:
        raise NotFound(f"There is no document {key!r}.", "List the documents of the case for their names.")
    if len(ids) > 1:
        raise UsageError(f"{key!r} begins the ids of {len(ids)} documents or more.", "Give more digits, or the name.")
    return view.document(ids[0])


def _statuses(view: View) -> Iterator[Status]:
    runs = {seq: " ".join(parts) for seq, parts in view.runs().items()}
    origins = view.origins()
    for seen in view.sightings:
        all_readings = view.readings.get(seen.document, ())
        if not all_readings:
            yield Status(seen.name, seen.document, "stored", "not read for claims yet", origin=origins[seen.seq])
            continue
        last, current = all_readings[-1], view.current(seen.document)
        yield Status(
            name=seen.name,
            document=seen.document,
            status="read" if last.status == "read" else "failed" if last.status == "failed" else "stored",
            note=last.note,
            claims=current.claims if current else 0,
            refusals=current.refusals if current else 0,
            sentences=current.sentences if current else 0,
            run=runs[last.run],
            origin=origins[seen.seq],
        )
    for input in view.turned_away():
        yield Status(input.origin, "", "refused", input.reason, origin=input.origin)
