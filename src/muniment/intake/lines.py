"""The lines of a text, with where they stand: what findings and furniture look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from muniment.schema.span import Span

_LINE: Final = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something: its words without the white space around, and the offset they start at."""

    start: int
    words: str

    @property
    def span(self) -> Span:
        """Where the words stand in the text."""
        return Span(self.start, self.start + len(self.words))

    def part(self, start: int, end: int) -> Span:
        """The span in the text of `words[start:end]`."""
        return Span(self.start + start, self.start + end)


def lines_of(text: str, begin: int = 0) -> tuple[Line, ...]:
    """The lines of `text` from offset `begin` that are not blank, in order. Linear in the text's length."""
    found = []
    for match in _LINE.finditer(text, begin):
        whole = match[0]
        left = whole.lstrip()
        if left:
            found.append(Line(match.start() + len(whole) - len(left), left.rstrip()))
    return tuple(found)
