"""One article or report, as read.

The text is frozen: nothing is removed or repaired after a document has its identifier. Page furniture stays
in the text and is marked, so that offsets hold and a reader sees the page as it was.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from muniment.schema.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact about a document (publisher, published, author, title) and how we know it.

    `how` is "declared" (metadata file, front matter, JSON field) or the id of the rule that found it in the
    text; `span` is where the words stand, None when declared.
    """

    field: str
    value: str
    how: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """Characters that belong to the page, not to the report; not read for claims. `kind` names the rule."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document ready to be read.

    `id` is the SHA-256 of the text (hex). `name` is the declared id, else the file's stem: what people and
    exports call it. `published` is an EDTF date or "" when unknown; an unknown date is never guessed.
    `origin` is the path or URL the bytes came from, for people; it takes no part in identity.
    """

    id: str
    name: str
    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    origin: str = ""
    findings: tuple[Finding, ...] = ()
    furniture: tuple[Furniture, ...] = ()

    @staticmethod
    def id_of(text: str) -> str:
        """SHA-256 of the text's UTF-8 bytes, in hex. Lone surrogates cannot occur: intake refuses them."""
        return hashlib.sha256(text.encode("utf-8")).hexdigest()
