"""A case: documents, the claims read from them or brought along, people's judgements, and the records that follow."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from muniment.errors import NotFound, UsageError
from muniment.ledger.judgements import Judged
from muniment.pipeline.reconciling import judged
from muniment.pipeline.status import Counts, Outcome, Status
from muniment.schema.claim import Claim, Refusal, Value
from muniment.schema.document import Document
from muniment.schema.entity import Entity, EntityKind
from muniment.schema.judgement import Judgement, Name, Verdict
from muniment.schema.record import Record
from muniment.schema.tie import Tie
from muniment.vocabulary.own import NONE, Own, use
from muniment.vocabulary.registers import names
from muniment.vocabulary.registers import register as register_named

if TYPE_CHECKING:
    from muniment.ledger.store.open import Store
    from muniment.ledger.store.view import View
    from muniment.pipeline.compare import Change
    from muniment.pipeline.derived import Derived
    from muniment.pipeline.explain import Explanation
    from muniment.pipeline.extractor import Extractor
    from muniment.pipeline.imports import ImportReport
    from muniment.pipeline.read import ReadReport


class Case:
    """One store, opened. Everything is added, nothing changed; records are worked out from what is there.

    Use as a context manager, or `close` it. Methods raise CaseError (damaged, full, read-only) and CaseLocked.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        # What follows from the state as it is (True) and from the moment that was last asked for (False).
        self._derived: dict[bool, tuple[object, Derived]] = {}
        # The number of the row in which the case's own registers and frames stand, and these.
        self._own: tuple[int, Own] = (0, NONE)
        self._speak()

    @classmethod
    def open(cls, place: str | os.PathLike[str], *, create: bool = False, wait: float = 5.0) -> Case:
        """Opens the case at `place`, the path of a file or `postgresql://user@host/database`.

        `create` makes it where it is missing; `wait` is seconds for other writers. A case of an earlier version is
        brought up to date. Raises CaseError where it is missing or unusable, CaseForeign where it is no case, or one
        of a newer version (it is not touched), CaseLocked where another process keeps it.
        """
        from muniment.ledger.store.open import open_store

        return cls(open_store(place, create=create, wait=wait))

    @property
    def place(self) -> str:
        """The case file, or the URL of the database without its password."""
        return self.store.place

    def close(self) -> None:
        """Closes the file. Idempotent."""
        self.store.close()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    @contextmanager
    def view(self, as_of: str | None = None) -> Iterator[View]:
        """One snapshot, for callers that ask several things of the same state; `as_of` as in `records`."""
        from muniment.ledger.store.clock import instant
        from muniment.ledger.store.view import View

        then = None if as_of is None else instant(as_of)
        with self.store.viewing() as connection:
            view = View(connection, then)
            self._use_own(view)
            yield view

    def _speak(self) -> None:
        """Puts the case's own registers and frames into effect: those of another case may be."""
        with self.view():
            pass

    def _use_own(self, view: View) -> None:
        number = view.vocabulary_number()
        if number != self._own[0]:
            self._own = (number, view.vocabulary())
        use(self._own[1])

    @property
    def vocabulary(self) -> Own:
        """The registers and frames of the user's own that the case keeps."""
        self._speak()
        return self._own[1]

    def adopt(self, folder: str | os.PathLike[str]) -> None:
        """Keeps a copy of the registers and frames in a folder: from now on they are the case's own.

        Its frames take the place of those kept before; a register once kept stays. Raises VocabularyError, naming file
        and entry, where one of them is malformed.
        """
        from muniment.ledger.store.write import Writer
        from muniment.pipeline.vocabulary import load

        words = load(Path(folder))
        with self.store.writing() as connection:
            Writer(connection).vocabulary(words)
        self._speak()

    def documents(self, *, as_of: str | None = None) -> Iterator[Document]:
        """Every document, by name. `as_of` as in `records`."""
        with self.view(as_of) as view:
            yield from view.documents()

    def document(self, key: str, *, as_of: str | None = None) -> Document:
        """The document of a name (also that of a copy), an id, or the beginning of one.

        `as_of` as in `records`. Raises NotFound, and UsageError where the beginning fits several.
        """
        with self.view(as_of) as view:
            return _the_document(view, key)

    def claims(
        self, register: str | None = None, document: str | None = None, *, as_of: str | None = None
    ) -> Iterator[Claim]:
        """Current claims as they were read, by document name, then place; of one register or document where given.

        `as_of` as in `records`. Raises NotFound for an unknown register or document.
        """
        with self.view(as_of) as view:
            if register is not None:
                register_named(register)
            ids = None if document is None else [_the_document(view, document).id]
            yield from view.claims(register, ids)

    def judged(self, register: str, *, as_of: str | None = None) -> Judged:
        """The claims of one register as judgements leave them, and what those say of its records. Raises NotFound."""
        with self.view(as_of) as view:
            return judged(view, register_named(register).name)

    def records(self, register: str | None = None, *, as_of: str | None = None) -> tuple[Record, ...]:
        """The records of one register, or of all in the order of the registers. Raises NotFound.

        `as_of` asks for what was known then: an instant (ISO 8601), or a date (EDTF), which means its end, UTC.
        Raises UsageError for anything else.
        """
        return self.derived(as_of).records(register)

    def entities(self, kind: EntityKind | None = None, *, as_of: str | None = None) -> tuple[Entity, ...]:
        """Whom and what the claims' names mean, by key; of one kind where given. `as_of` as in `records`."""
        return tuple(one for one in self.derived(as_of).identity.entities() if kind in (None, one.kind))

    def ties(self, *, as_of: str | None = None) -> tuple[Tie, ...]:
        """What joins records of different registers, and why, by the records' ids. `as_of` as in `records`."""
        return self.derived(as_of).ties

    def derived(self, as_of: str | None = None) -> Derived:
        """All that follows from one state, for callers that ask several things of it. `as_of` as in `records`."""
        from muniment.pipeline.derived import Derived

        with self.view(as_of) as view:
            state = (view.as_of, view.state(), view.vocabulary_number())
            kept = self._derived.get(as_of is None)
            if kept is None or kept[0] != state:
                kept = self._derived[as_of is None] = (state, Derived(view))
        return kept[1]

    def changes(self, since: str, register: str | None = None) -> tuple[Change, ...]:
        """What became of the records, of one register or all, since an instant or the end of a date, and why.

        By register, in the order of the records; those that are gone or became part of others come last. Raises
        NotFound, and UsageError for what is neither instant nor date.
        """
        from muniment.ledger.store.clock import instant
        from muniment.ledger.store.view import View
        from muniment.pipeline.changes import changes

        self._speak()
        wanted = names() if register is None else (register_named(register).name,)
        with self.store.viewing() as connection:
            return tuple(changes(View(connection, instant(since)), View(connection), wanted))

    def refusals(self, document: str, *, as_of: str | None = None) -> tuple[Refusal, ...]:
        """What grounding did not admit of a document's proposals. `as_of` as in `records`. Raises NotFound."""
        with self.view(as_of) as view:
            return view.refusals(_the_document(view, document).id)

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision in the order in which they were made, those that were taken back since included."""
        with self.view() as view:
            return view.judgements()

    def judge(
        self,
        verdict: Verdict,
        *subject: str | Name,
        apart_from: Iterable[str] = (),
        cell: str = "",
        value: Value | None = None,
        by: str = "",
        made: str = "",
        why: str = "",
    ) -> Judgement:
        """Keeps a person's decision, and returns it with its id. It wins over every reading, now and later.

        accept, reject   a claim (id, or the only beginning of one). A rejected claim counts towards no record, and an
                         accepted one does even where a newer model no longer finds it.
        correct          a claim, with `cell` (or "date", "modality", "source") and the `value` that the words give;
                         None empties the cell. Text is read as the register types the cell: "6", "A; B" for a list.
        merge            claims and records (ids) that are about one fact.
        split            claims and records, none of them about a fact that those in `apart_from` are about.
        same, different  names as cells have them, or `Name(name, document)` for a name in one document only.
        retract          an earlier judgement (id), which then counts as never made; a retraction too.

        `by` is who decided, `why` their words, `made` when (ISO 8601; now where it is not given). The decision that
        stands, made again by the same person for the same reason, adds nothing. Raises NotFound for an unknown claim,
        record, cell, name or judgement, UsageError for what makes no sense.
        """
        from muniment.ledger.store.clock import instant, now
        from muniment.ledger.store.write import Writer
        from muniment.pipeline.judge import subject_of

        moment = instant(made) if made else now()

        def claims_of(id: str) -> tuple[str, ...]:
            return next((record.claims for record in self.records() if record.id == id), ())

        with self.view() as view:
            about = subject_of(view, verdict, subject, tuple(apart_from), cell, value, claims_of)
        with self.store.writing() as connection:
            return Writer(connection).judgement(Judgement("", verdict, about, by, moment, why))

    def statuses(self, *, as_of: str | None = None) -> tuple[Status, ...]:
        """One row a document, by name, then one an input that could not be read, by origin. `as_of` as in `records`."""
        with self.view(as_of) as view:
            return tuple(_statuses(view))

    def counts(self, *, as_of: str | None = None) -> Counts:
        """The case in numbers, in time that grows with the documents, not the claims. `as_of` as in `records`."""
        with self.view(as_of) as view:
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
        language: str = "",
        extractor: Extractor | None = None,
    ) -> ReadReport:
        """Reads files and folders into the case; see `muniment.pipeline.read.read`.

        `language` names the language pipeline to read with ("spacy:NAME"; "" is the packaged model); see
        `muniment.pipeline.extractor.extractor`. `extractor` reads in place of ours
        (`muniment.pipeline.llm.llm_extractor`); `language` then says nothing.
        """
        from muniment.pipeline.extractor import extractor as ours
        from muniment.pipeline.read import read

        self._speak()
        used = (extractor or ours(language)) if extract else None
        return read(self, paths, stdin, extract=extract, progress=progress, jobs=jobs, extractor=used)

    def import_claims(self, lines: Iterable[str], *, prefix: str = "") -> ImportReport:
        """Takes in claims made elsewhere; see `muniment.pipeline.imports.import_claims`."""
        from muniment.pipeline.imports import import_claims

        self._speak()
        return import_claims(self, lines, prefix=prefix)

    def explain(self, id: str, *, as_of: str | None = None) -> Explanation:
        """From a record, claim or document to the words; see `muniment.pipeline.explain.explain`."""
        from muniment.pipeline.explain import explain

        return explain(self, id, as_of)


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
