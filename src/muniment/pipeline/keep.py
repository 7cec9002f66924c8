"""Documents into the store: one transaction each, with what was extracted from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from muniment.ledger.store.write import Filed, NameTaken, NewReading, Writer
from muniment.pipeline.extractor import Extracted, Extractor, Failed
from muniment.pipeline.status import NOTHING_SPENT, Outcome
from muniment.schema.document import Document

if TYPE_CHECKING:
    from muniment.ledger.store.open import Store

NOT_ENGLISH = "not in English ({language}); kept, not read for claims"


@dataclass(frozen=True, slots=True)
class Result:
    """What an extractor made of a document whose metadata hash to `basis`; `language` set: not read for that."""

    extractor: Extractor
    basis: str
    made: Extracted | Failed
    language: str = ""

    def reading(self, document: Document) -> NewReading:
        """As the store keeps it."""
        if self.language:
            return NewReading(document.id, self.basis, "skipped", NOT_ENGLISH.format(language=self.language))
        if isinstance(self.made, Failed):
            return NewReading(document.id, self.basis, "failed", self.made.note)
        made = self.made
        return NewReading(document.id, self.basis, "read", "", made.sentences, made.claims, made.refusals)


def keep(store: Store, document: Document, raw: bytes = b"", result: Result | None = None, stem: str = "") -> Outcome:
    """Keeps a document, its sighting and its reading, all or nothing.

    `stem` is the file's name where nothing declared one: a taken stem gets the beginning of the text's hash after
    it, for `index.txt` of two folders are two documents. A taken declared name is refused: it would mean two texts.
    """
    with store.writing() as connection:
        writer = Writer(connection)
        try:
            filed, document = _file(writer, document, raw, stem)
        except NameTaken as taken:
            reason = (
                f"the name {taken.name!r} stands for another text in this case. "
                "Give this one an id of its own (in its metadata, front matter or JSON line), or use another case."
            )
            writer.turned_away(document.origin, raw, reason)
            return Outcome(document.name, document.origin, "refused", reason)
        added = False
        if result is not None:
            run = writer.run(result.extractor.name, result.extractor.version)
            added = writer.reading(run, result.reading(document))
        known_as = writer.name_of(document.id)
    return _outcome(document, filed, known_as, result, added)


def _file(writer: Writer, document: Document, raw: bytes, stem: str) -> tuple[Filed, Document]:
    try:
        return writer.file(document, raw), document
    except NameTaken:
        if document.name != stem:
            raise
        return writer.file(apart(document), raw), apart(document)


def apart(document: Document) -> Document:
    """The document under a name that tells it from another of the same file name."""
    return replace(document, name=f"{document.name}-{document.id[:8]}")


def _outcome(document: Document, filed: Filed, known_as: str, result: Result | None, added: bool) -> Outcome:
    also = f"known as {known_as}" if known_as != document.name else ""
    spent = result.made.spent if result else NOTHING_SPENT
    base = Outcome(document.name, document.origin, "known", also, document.id, spent=spent)
    reading = result.reading(document) if result else None
    if reading is not None and reading.status == "failed":
        return replace(base, status="failed", note=reading.note)
    if reading is None or not added:
        if filed == "new":
            return replace(base, status="stored", note="not read for claims yet")
        if filed == "updated":
            return replace(base, note="its metadata were brought up to date")
        return base
    if reading.status == "skipped":
        return replace(base, status="stored", note=reading.note)
    return replace(base, status="read", claims=len(reading.claims), refusals=len(reading.refusals))
