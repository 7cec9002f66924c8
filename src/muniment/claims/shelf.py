"""Things by the words they stand on: those near a place are found without asking all of a long document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, Generic, Protocol, TypeVar

from muniment.schema.span import Span

T = TypeVar("T")
_PAGE: Final = 1000  # characters


class Shelf(Generic[T]):
    """Things laid down by span, in any order and overlapping as they like."""

    def __init__(self, things: Iterable[tuple[Span, T]] = ()) -> None:
        self._things: list[tuple[Span, T]] = []
        self._pages: dict[int, list[int]] = {}
        for span, thing in things:
            self.put(span, thing)

    def put(self, span: Span, thing: T) -> None:
        """Adds a thing."""
        for page in _pages(span):
            self._pages.setdefault(page, []).append(len(self._things))
        self._things.append((span, thing))

    def at(self, span: Span) -> list[T]:
        """The things that share a character with a span, in the order in which they were put."""
        places = {place for page in _pages(span) for place in self._pages.get(page, ())}
        near = (self._things[place] for place in sorted(places))
        return [thing for where, thing in near if where.overlaps(span)]


def _pages(span: Span) -> range:
    return range(span.start // _PAGE, (span.end - 1) // _PAGE + 1)


class Placed(Protocol):
    """Anything with a half-open range of characters."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=Placed)


def between(things: Sequence[P], start: int, end: int) -> Sequence[P]:
    """Those that share a character with `[start, end)`, of things in text order that do not overlap each other; in
    logarithmic time."""
    first = bisect_right(things, start, key=_end)
    return things[first : bisect_left(things, end, first, key=_start)]


def _start(thing: Placed) -> int:
    return thing.start


def _end(thing: Placed) -> int:
    return thing.end
