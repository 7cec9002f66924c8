"""Where a sentence ends, learnt: a logistic model over what stands on both sides of a gap between two words.

The rules of `sentences.py` know full stops and abbreviations; web pages, mails and lists end sentences without any.
The model hears what the rules say of a gap and overrules them where the treebanks taught it so. Its weights are whole
numbers in a table that features are hashed into, as in Weinberger et al. (2009), "Feature hashing for large scale
multitask learning", arXiv:0902.2206. `training/boundaries.py` makes the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final
from zlib import crc32, decompress

from muniment.language.tokenise import Word

FILE: Final = Path(__file__).with_name("data") / "boundaries.bin"
SIZE: Final = 1 << 18  # entries of the table, a signed byte each; most are nought, so the file is packed
AHEAD: Final = 16  # words that may be looked at beyond a gap
_EDGE: Final = "<>"  # stands for the words before a sentence and behind a paragraph
_OPENING: Final = frozenset("([{")
_CLOSING: Final = frozenset(")]}")
# Before these no sentence begins, whatever ends there.
_NEVER_FIRST: Final = frozenset({",", ".", ")", "!", "?", ";", "''", "%"})


def shape(word: str) -> str:
    """The form of a word: lower, Title, CAPITALS, number, link, or the mark itself."""
    first = word[0]
    if first.isdigit():
        return "0" if word.isdigit() else "0x"
    if "@" in word or "://" in word or word.startswith("www."):
        return "link"
    if not first.isalpha():
        return word if len(word) <= 2 else "marks"
    if word.islower():
        return "a"
    if len(word) == 1:
        return "A"
    if word.isupper():
        return "AA"
    return "Aa" if first.isupper() else "aA"


class Gaps:
    """The gaps of one paragraph, asked from left to right. `row` may grow between calls; its beginning may be cut off
    with `forget`."""

    def __init__(self, last: str) -> None:
        """`last` is the paragraph's last character: prose ends in a full stop, an address does not."""
        self.ending = last if last in ".!?\"'”’):" else ("word" if last.isalnum() else "mark")
        self.row: list[Word] = []
        self.shapes: list[str] = []
        self.lower: list[str] = []
        self.first = 0  # of the sentence that is open
        self.depth = 0  # brackets open in it

    def extend(self, words: Sequence[Word]) -> None:
        """Add the next words."""
        self.row.extend(words)
        self.shapes.extend(shape(word.text) for word in words)
        self.lower.extend(_plain(word.text) for word in words)

    def close(self, end: int) -> None:
        """The open sentence ends before word `end`."""
        self.first, self.depth = end, 0

    def forget(self) -> None:
        """Drop the words before the open sentence."""
        for part in (self.row, self.shapes, self.lower):
            del part[: self.first]
        self.first = 0

    def brackets(self, place: int) -> None:
        """Count word `place` if it is a bracket. To be called once a word, in order."""
        if self.lower[place] in _OPENING:
            self.depth += 1
        elif self.lower[place] in _CLOSING:
            self.depth = max(0, self.depth - 1)

    def may_end(self, place: int, ruled: bool) -> bool:
        """Say whether the model is to be asked of the gap behind word `place`; elsewhere no sentence ends."""
        left, right = self.shapes[place], self.shapes[place + 1]
        if left[0] == "." and right[0] == "0" and place > self.first and self.shapes[place - 1][0] == "0":
            return False  # a number that a scraper tore apart: "2. 5 percent"
        if ruled:
            return True
        if self.row[place].end == self.row[place + 1].start and left != "link":
            return False
        return left != "a" or (right != "a" and right not in _NEVER_FIRST)

    def features(self, place: int, ruled: bool) -> Iterator[str]:
        """Yield what is to be seen at the gap behind word `place`; `ruled`: the rules end the sentence there."""
        shapes, lower, last = self.shapes, self.lower, len(self.row) - 1
        left, right, word, following = shapes[place], shapes[place + 1], lower[place], lower[place + 1]
        before, before_word = (shapes[place - 1], lower[place - 1]) if place > self.first else (_EDGE, _EDGE)
        before2 = shapes[place - 2] if place - 1 > self.first else _EDGE
        after, after_word = (shapes[place + 2], lower[place + 2]) if place + 2 <= last else (_EDGE, _EDGE)
        after2 = shapes[place + 3] if place + 3 <= last else _EDGE
        pair = f"{left} {right}"
        length, rest = _bin(place + 1 - self.first), min(last - place, AHEAD - 1)
        stop = next((k for k in range(1, 9) if place + k <= last and lower[place + k] in {".", "!", "?"}), 0)
        depth, joined = min(self.depth, 2), self.row[place].end == self.row[place + 1].start
        yield from (
            f"u{ruled}", f"l{left}", f"r{right}", f"p{pair} {ruled}", f"w{word}", f"f{following}",
            f"wr{word} {right}", f"lf{left} {following}", f"wf{word} {following}",
            f"bp{before} {pair}", f"pa{pair} {after}", f"bpa{before} {pair} {after}", f"bb{before2} {before} {pair}",
            f"aa{pair} {after} {after2}", f"b{before_word}", f"a{after_word}", f"fa{following} {after_word}",
            f"bw{before_word} {word}", f"n{length}", f"m{rest}", f"nl{length} {left}", f"ml{rest} {left}",
            f"j{joined} {pair}", f"d{depth}", f"dp{depth} {pair}", f"uf{ruled} {following}", f"un{ruled} {length}",
            f"uw{ruled} {word}", f"o{lower[self.first]} {pair}", f"os{shapes[self.first]} {pair}",
            f"nm{length} {rest} {ruled}", f"s{stop} {pair}", f"e{self.ending} {ruled}", f"ep{self.ending} {pair}",
            f"em{self.ending} {ruled} {rest}",
        )  # fmt: skip


def entry(feature: str) -> int:
    """The place of a feature in the table."""
    return crc32(feature.encode("utf-8", "surrogatepass")) & (SIZE - 1)


@cache
def table() -> memoryview:
    """The weights. Raises FileNotFoundError."""
    return memoryview(decompress(FILE.read_bytes())).cast("b")


def ends(gaps: Gaps, place: int, ruled: bool) -> bool:
    """Say whether a sentence ends behind word `place`."""
    weights = table()
    return sum(weights[entry(feature)] for feature in gaps.features(place, ruled)) > 0


def _plain(word: str) -> str:
    """The word in small letters, every digit a nought."""
    word = word.lower()
    return "".join("0" if c.isdigit() else c for c in word) if any(c.isdigit() for c in word) else word


def _bin(count: int) -> int:
    return count if count < 6 else 6 + min(count, 40) // 8
