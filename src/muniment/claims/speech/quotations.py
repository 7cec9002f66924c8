"""Quotations that no attribution of their own sentence reaches: they go on where the speaker left off.

`"A," he said. "B."` gives B to the same speaker; so does a paragraph that opens with a quotation mark after one that
spoke,
and a quotation before the sentence that names its speaker (`"A. B." The minister said this ...` is left alone).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from muniment.claims.reading import Reading
from muniment.claims.shelf import Shelf
from muniment.claims.speech.edges import QUOTE_MARKS, Quotes
from muniment.schema.span import Span

_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Loose:
    """A quotation of its own, and whether it stands at the head of its paragraph."""

    content: Span
    opens: bool


def loose(reading: Reading, quotes: Quotes, taken: Sequence[Span]) -> Iterator[Loose]:
    """Quotations outside all `taken` contents that are whole utterances, in text order."""
    text = reading.text
    shelf = Shelf((span, span) for span in taken)
    for quote in quotes.spans:
        if shelf.at(quote):
            continue
        before, after = _before(text, quote.start), _after(text, quote.end)
        ends = text[quote.end - 1] in ".?!,…" or after in {"", "\n"}
        starts = before in {"", "\n", ".", "?", "!", ":", "”", '"'}
        if starts and ends and len(reading.tree.within(quote)) >= _FEWEST:
            yield Loose(quote, before in {"", "\n"})


def _before(text: str, place: int) -> str:
    """The nearest character before a quotation but its mark and spaces; "" or a line break where a paragraph begins."""
    while place > 0 and (text[place - 1] in QUOTE_MARKS + "'‘’" or text[place - 1] in " \t\r"):
        place -= 1
    return text[place - 1] if place > 0 else ""


def _after(text: str, place: int) -> str:
    while place < len(text) and (text[place] in QUOTE_MARKS + "'‘’" or text[place] in " \t\r"):
        place += 1
    return text[place] if place < len(text) else ""
