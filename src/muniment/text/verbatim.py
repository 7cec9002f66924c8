"""Finds quoted words in a text, exactly but for white space. What stands nowhere is no evidence."""

from __future__ import annotations

import re

from muniment.schema.span import Span


def find(text: str, words: str, start: int | None = None, end: int | None = None) -> Span | None:
    """Where `words` stand in `text`, verbatim but for white space: any run of it equals any other.

    Offsets that quote the words are believed, as where two places say the same; wrong ones are passed over, and then
    the first place in the text counts. None where the words stand nowhere or are nothing but white space.
    """
    wanted = squash(words)
    if not wanted:
        return None
    if start is not None and end is not None and 0 <= start < end <= len(text):
        quoted = text[start:end]
        if squash(quoted) == wanted:
            return Span(end - len(quoted.lstrip()), start + len(quoted.rstrip()))
    plain = words.strip()
    at = text.find(plain)
    if at >= 0:
        return Span(at, at + len(plain))
    match = re.search(r"\s+".join(re.escape(part) for part in wanted.split(" ")), text)
    return Span(match.start(), match.end()) if match else None


def squash(text: str) -> str:
    """`text` with every run of white space as one space, and none at its ends."""
    return " ".join(text.split())
