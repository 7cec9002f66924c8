"""Finds listed phrases in text: longest first, left to right, without overlaps, in time linear in the text.

Words are looked up one by one in a table keyed by a phrase's first word, so a list of thousands costs as much
as a list of ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeVar

T = TypeVar("T")

_WORD: Final = re.compile(r"[^\W_]+")
_APOSTROPHES: Final = "'’ʼ`"
_HYPHENS: Final = "-‐‑‒–"
_SHOUTED = 4


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, letters and digits only: parallel lists, offsets into the text."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """Characters `[start, end)`, the words `[first, after)` of the cut, say a listed phrase that stands for `value`."""

    start: int
    end: int
    first: int
    after: int
    value: T


@lru_cache(maxsize=4)
def words_of(text: str) -> Words:
    """Cuts `text` once; the last few are kept, because several lists are looked up in one text."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        words.append(match[0])
        starts.append(match.start())
        ends.append(match.end())
    return Words(text, words, starts, ends)


class Phrases(Generic[T]):
    """A compiled list of phrases.

    With `fold`, case does not matter. Without it, a phrase is found as spelled, and in capitals throughout when it
    has four letters or more ("TURKEY" in a headline, never "turkey"). Between the words of a phrase white space
    and hyphens stand for each other; a full stop or apostrophe must be there as spelled ("U.S.").
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, fold: bool) -> None:
        self._fold = fold
        self._index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            self._add(phrase, value)
            if not fold and len(phrase) >= _SHOUTED and phrase.upper() != phrase:
                self._add(phrase.upper(), value)
        for options in self._index.values():
            options.sort(key=lambda option: -len(option[0]))

    def _add(self, phrase: str, value: T) -> None:
        cut = words_of(phrase.lower() if self._fold else phrase)
        if not cut.words:
            return
        gaps = tuple(_gap(cut.text, cut.ends[i], cut.starts[i + 1]) for i in range(len(cut.words) - 1))
        tail = "." if phrase.endswith(".") and "." in gaps else ""
        self._index.setdefault(cut.words[0], []).append((tuple(cut.words[1:]), (*gaps, tail), value))

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match[T]]:
        """The matches that lie in `text[start:end]`, in order; offsets into `text`."""
        cut, index, fold = words_of(text), self._index, self._fold
        stop = len(text) if end is None else end
        reached = start
        for i, word in enumerate(cut.words):
            options = index.get(word.lower() if fold else word)
            if options is None or cut.starts[i] < reached:
                continue
            match = self._match(cut, i, options)
            if match is not None and match.end <= stop:
                yield match
                reached = match.end

    def get(self, phrase: str) -> T | None:
        """What the whole of `phrase` stands for, None where it is not listed."""
        stripped = phrase.strip()
        for match in self.find(stripped):
            if match.start == 0 and match.end >= len(stripped.rstrip(".")):
                return match.value
            return None
        return None

    def _match(self, cut: Words, i: int, options: list[tuple[tuple[str, ...], tuple[str, ...], T]]) -> Match[T] | None:
        for rest, gaps, value in options:
            after = i + 1 + len(rest)
            if after > len(cut.words):
                continue
            found = cut.words[i + 1 : after]
            if tuple(word.lower() for word in found) != rest if self._fold else tuple(found) != rest:
                continue
            if all(_gap(cut.text, cut.ends[i + k], cut.starts[i + k + 1]) == gap for k, gap in enumerate(gaps[:-1])):
                end = cut.ends[after - 1]
                end += gaps[-1] == "." and cut.text[end : end + 1] == "."
                return Match(cut.starts[i], end, i, after, value)
        return None


def _gap(text: str, start: int, end: int) -> str:
    """The kind of what stands between two words: " " for space or hyphen, else the sign itself."""
    if end - start == 1:
        sign = text[start]
        if sign in _HYPHENS or sign.isspace():
            return " "
        return "'" if sign in _APOSTROPHES else sign
    if end - start > 6:
        return "\n"
    gap = text[start:end]
    bare = gap.strip(" \t\n\r\u00a0")
    if not bare:
        return "\n" if gap.count("\n") > 1 else " "
    if bare == "." and gap[0] == ".":
        return " "  # St. Petersburg
    return bare


def listed(block: str) -> list[str]:
    """The items of a block of data: parted by commas and line ends, white space folded, empty ones left out."""
    items = (" ".join(item.split()) for line in block.splitlines() for item in line.split(","))
    return [item for item in items if item]
