"""One thing to be read, before it is a document: its bytes, where they came from, what was declared about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final, Literal, TypeAlias

Form: TypeAlias = Literal["plain", "markdown", "jsonl"]

DOCUMENT_LIMIT: Final = 20_000_000
"""Bytes that one document (or one JSONL line) may have. A long book is about 2 MB; dumps are larger."""

_ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("doc", "id"),
    "title": ("title",),
    "publisher": ("publisher", "source", "site"),
    "published": ("published", "date"),
    "author": ("author", "authors"),
    "url": ("url",),
    "language": ("language", "lang"),
}


@dataclass(frozen=True, slots=True)
class Declared:
    """What someone said about a document, as written (dates are not parsed yet); "" where nothing is said."""

    name: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    author: str = ""
    url: str = ""
    language: str = ""

    def over(self, other: Declared) -> Declared:
        """This declaration, with `other` filling what it leaves out."""
        return Declared(*(getattr(self, f.name) or getattr(other, f.name) for f in fields(self)))


NOTHING: Final = Declared()


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to be made into one document.

    `origin` is for people: a path, "path:17" for a line of a JSONL file, "standard input". `stem` names the
    document where nothing declares a name. `index` counts the sources of a run from 0. `refusal` is (cause,
    remedy) where the bytes could not be had at all; `to_document` then raises it, so one bad file never stops
    the walk.
    """

    origin: str
    stem: str
    form: Form
    raw: bytes = b""
    declared: Declared = NOTHING
    index: int = 0
    refusal: tuple[str, str] | None = None


def declared_from(entry: Mapping[str, object]) -> Declared:
    """Reads the fields of a metadata line, a front matter or a JSONL line; other keys are left alone.

    Numbers become their digits, lists of words are joined by ", "; null, true and nested values count as
    nothing said. White space is folded and control characters are dropped.
    """
    return Declared(**{field: _first(entry, keys) for field, keys in _ALIASES.items()})


def _first(entry: Mapping[str, object], keys: tuple[str, ...]) -> str:
    return next((value for key in keys if (value := _plain(entry.get(key)))), "")


def _plain(value: object) -> str:
    if isinstance(value, str):
        folded = " ".join(value.split())
        return "".join(c for c in folded if c >= " " and c != "\x7f")
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return format(value)
    if isinstance(value, list):
        return ", ".join(part for part in (_plain(item) for item in value if isinstance(item, str)) if part)
    return ""
