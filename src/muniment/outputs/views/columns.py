"""How wide a table's columns stand, so that it fits its terminal and no word is broken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

# A longer word than this may be broken: one web address must not push a table off the screen.
LONGEST_WORD: Final = 20


def widths(columns: Sequence[Sequence[str]], available: int) -> tuple[int, ...] | None:
    """A width for each column (its header and texts), or None where even the narrowest do not fit.

    Each column gets its longest word at least and its longest text at most. What is left is given evenly: all columns
    that want more end at the same width.
    """
    least = [max(_longest_word(text) for text in texts) for texts in columns]
    most = [max(1, *map(cell_len, texts)) for texts in columns]
    if sum(least) > available:
        return None
    level = max((step for step in range(available + 1) if sum(_at(step, least, most)) <= available), default=0)
    return tuple(_at(level, least, most))


def _at(level: int, least: Sequence[int], most: Sequence[int]) -> list[int]:
    return [min(high, max(low, level)) for low, high in zip(least, most, strict=True)]


def _longest_word(text: str) -> int:
    return max(1, min(LONGEST_WORD, max((cell_len(word) for word in text.split()), default=1)))
