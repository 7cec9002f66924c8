"""Cuts a document into passages that a language model takes in at once. Nothing is copied: a passage is a span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from muniment.language.sentences import sentences
from muniment.language.tokenise import Word
from muniment.schema.document import Document
from muniment.schema.span import Span

# Instructions (some 1,700 tokens), passage (about 1,000) and answer go into the 8,192 tokens of context that small
# local models are commonly run with.
SIZE: Final = 4_000  # characters


def passages(document: Document, size: int = SIZE, within: Span | None = None) -> Iterator[Span]:
    """The passages of a document, or of a span of it, in order: of at most `size` characters, each from the beginning
    of a sentence to the end of one, where possible of a paragraph.

    Together they hold every sentence; page furniture before and after a passage is left out. A sentence of more than
    `size` characters is cut between words.
    """
    text = document.text
    skip = [(mark.span.start, mark.span.end) for mark in document.furniture]
    if within is not None:
        skip += [(start, end) for start, end in ((0, within.start), (within.end, len(text))) if start < end]
    units = [unit for words in sentences(text, skip) for unit in _cut(words, size)]
    first = 0
    while first < len(units):
        after = first + 1
        while after < len(units) and units[after].end - units[first].start <= size:
            after += 1
        if after < len(units):
            after = _paragraph_end(text, units, first, after)
        yield Span(units[first].start, units[after - 1].end)
        first = after


def _paragraph_end(text: str, units: Sequence[Span], first: int, after: int) -> int:
    """The last unit before `after` that ends a paragraph, if that leaves more than half; else `after`."""
    least = (units[first].start + units[after - 1].end) // 2
    for last in range(after, first, -1):
        if units[last - 1].end < least:
            break
        if text.count("\n", units[last - 1].end, units[last].start) > 1:
            return last
    return after


def _cut(words: Sequence[Word], size: int) -> Iterator[Span]:
    """One sentence; several pieces where it is too long."""
    start, end = words[0].start, words[0].end
    for word in words[1:]:
        if word.end - start > size:
            yield Span(start, end)
            start = word.start
        end = word.end
    yield Span(start, end)
