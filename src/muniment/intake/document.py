"""A source becomes a document: decoded, named, dated, its furniture marked. Pure; nothing is read or written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Final

from muniment.errors import DocumentRefused
from muniment.intake import languages
from muniment.intake.draft import Draft
from muniment.intake.encoding import check_characters
from muniment.intake.findings import find
from muniment.intake.furniture import mark, tidy
from muniment.intake.jsonl import read_line
from muniment.intake.lines import lines_of
from muniment.intake.markdown import read_markdown
from muniment.intake.plain import read_plain
from muniment.intake.published import to_edtf
from muniment.intake.source import Declared, Form, Source
from muniment.schema.document import Document, Finding

_READERS: Final[Mapping[Form, Callable[[bytes], Draft]]] = {
    "plain": read_plain,
    "markdown": read_markdown,
    "jsonl": read_line,
}
_DECLARED: Final = ("title", "publisher", "published", "author", "url", "language")
NOT_A_DATE: Final = "declared, not a date"


def to_document(source: Source) -> Document:
    """Makes the document of a source; the same source always gives the same document.

    What is declared (metadata file, then front matter or JSON fields) wins over what the text says; the findings
    keep both. Raises DocumentRefused, naming the file (and line), with what is wrong and what to do.
    """
    if source.refusal is not None:
        raise DocumentRefused(f"{source.origin}: {source.refusal[0]}", source.refusal[1])
    try:
        draft = _READERS[source.form](source.raw)
        declared = _declared(source, draft)
    except DocumentRefused as refused:
        raise DocumentRefused(f"{source.origin}: {refused.cause}", refused.remedy) from refused
    return _assembled(source, draft, declared)


def _declared(source: Source, draft: Draft) -> Declared:
    """What is declared of the document; refuses values that could not be stored."""
    beside, within = source.declared, draft.declared
    declared = within.over(beside) if source.form == "jsonl" else beside.over(within)
    for field in fields(declared):
        value = getattr(declared, field.name)
        if value:
            check_characters(value)
    return declared


def _assembled(source: Source, draft: Draft, declared: Declared) -> Document:
    begin = draft.furniture[0].span.end if draft.furniture and draft.furniture[0].kind == "front matter" else 0
    lines = lines_of(draft.text, begin)
    language = languages.normalised(declared.language) or languages.detect(draft.text[begin:])
    findings = (*_said(declared), *draft.findings, *find(lines))
    return Document(
        id=Document.id_of(draft.text),
        name=declared.name or source.stem,
        text=draft.text,
        title=_first(findings, "title"),
        publisher=_first(findings, "publisher") or _first(findings, "agency"),
        published=_first(findings, "published"),
        author=_first(findings, "author"),
        url=declared.url,
        language=language,
        origin=source.origin,
        findings=findings,
        furniture=tidy((*draft.furniture, *mark(draft.text, lines, language))),
    )


def _said(declared: Declared) -> tuple[Finding, ...]:
    """The declared values as findings; a date that is none stays on record as written, under `NOT_A_DATE`."""
    found = []
    for field in _DECLARED:
        value = getattr(declared, field)
        if field == "published" and value:
            edtf = to_edtf(value)
            found.append(Finding(field, edtf or value, "declared" if edtf else NOT_A_DATE))
        elif value:
            found.append(Finding(field, value, "declared"))
    return tuple(found)


def _first(findings: tuple[Finding, ...], field: str) -> str:
    return next((f.value for f in findings if f.field == field and f.how != NOT_A_DATE), "")
