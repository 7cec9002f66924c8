"""Cuts text into letter runs, digit runs and single signs: what the date and amount parsers walk over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# A blank line is a token of its own ("\n"): no expression runs over a paragraph's end.
_TOKEN: Final = re.compile(r"[0-9]+|[^\W0-9_]+|\n[^\S\n]*\n|[^\w\s]|_")
HYPHENS: Final = frozenset("-‐‑‒–—")
APOSTROPHES: Final = frozenset("'’ʼ`")


def word_set(block: str) -> frozenset[str]:
    """The words of a block, parted by white space: how this package writes down sets of words."""
    return frozenset(block.split())


def is_number(word: str) -> bool:
    """True where a token is a run of digits 0 to 9; superscripts and other scripts' digits are letters here."""
    return "0" <= word[:1] <= "9"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over one text; `lowers` is `words` in lower case, a blank line is the word "\\n".

    Offsets count code points of the whole text, half open, also when only a part of it was cut.
    Reading past either end gives "", so that parsers need no bounds checks.
    """

    text: str
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def low(self, index: int) -> str:
        """The token at `index` in lower case, "" outside the text."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def word(self, index: int) -> str:
        """The token at `index` as written, "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def joined(self, index: int) -> bool:
        """True where no white space stands between the tokens `index - 1` and `index`."""
        return 0 < index < len(self.words) and self.ends[index - 1] == self.starts[index]

    def number(self, index: int, low: int = 0, high: int = 10**9) -> int:
        """The plain whole number at `index` when within [low, high], else -1."""
        word = self.word(index)
        if not word or len(word) > 9 or not "0" <= word[0] <= "9":
            return -1
        value = int(word)
        return value if low <= value <= high else -1

    def follow(self, index: int, phrase: tuple[str, ...]) -> bool:
        """True where the tokens from `index` on are `phrase` (lower case)."""
        return tuple(self.lowers[index : index + len(phrase)]) == phrase


def cut(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`, with offsets into `text`. Linear in the length."""
    stop = len(text) if end is None else min(end, len(text))
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text, max(start, 0), stop):
        word = match[0]
        words.append("\n" if word[0] == "\n" else word)
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, words, [word.lower() for word in words], starts, ends)
