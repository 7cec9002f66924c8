"""Short ways to a document, for the tests of intake."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

from muniment.intake import DOCUMENT_LIMIT, Source, iter_sources, to_document
from muniment.intake.source import Form
from muniment.schema.document import Document, Finding


def document(text: str | bytes, form: Form = "plain") -> Document:
    """The document of a file with these contents."""
    raw = text.encode("utf-8") if isinstance(text, str) else text
    return to_document(Source("story", "story", form, raw))


def sources(*paths: Path | str, stdin: bytes = b"", limit: int = DOCUMENT_LIMIT) -> list[Source]:
    """All sources of these paths."""
    return list(iter_sources([str(path) for path in paths], io.BytesIO(stdin), limit))


def found(document: Document, field: str) -> list[Finding]:
    """What the text itself says of a field."""
    return [f for f in document.findings if f.field == field and f.span is not None]


def marked(document: Document, kind: str = "") -> list[str]:
    """The words that are furniture, all or of one kind."""
    return [f.span.of(document.text) for f in document.furniture if kind in ("", f.kind)]


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes files (path in the folder to contents) and gives the folder back."""
    for name, contents in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents.encode("utf-8") if isinstance(contents, str) else contents)
    return folder


def spans_hold(document: Document) -> None:
    """Asserts what every document promises: verbatim spans, inside the text, furniture sorted and apart."""
    length = len(document.text)
    for finding in document.findings:
        if finding.span is not None:
            assert finding.span.end <= length
            if finding.field not in ("published", "updated"):
                assert finding.span.of(document.text) == finding.value
    ends = 0
    for furniture in document.furniture:
        assert furniture.span.start >= ends
        assert furniture.span.end <= length
        assert furniture.span.of(document.text).strip()
        ends = furniture.span.end
