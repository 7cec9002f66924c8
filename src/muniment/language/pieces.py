"""Words to word pieces and letter shapes: what the model reads.

The encoder knows lower-case pieces only, so the shape of each word (``Lower``, ``Title``, ``UPPER`` ...) goes in beside
them. Training and inference share this file: a model sees in the field what it saw when it learnt.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# One character to one character: offsets in the caller's text stay as they are.
PLAIN: Final = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u2032": "'", "\u00b4": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"', "\u2033": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
        "\u00a0": " ", "\u2022": "-",
    }
)  # fmt: skip

PAD: Final = 0
UNKNOWN: Final = 100
CLS: Final = 101
SEP: Final = 102

SHAPES: Final = ("none", "lower", "title", "upper", "mixed", "initial", "digit", "other")

# Links and file names can run to hundreds of pieces; their ends tell enough.
HEAD_PIECES: Final = 8
TAIL_PIECES: Final = 4
REMEMBERED_WORDS: Final = 100_000


def plain(text: str) -> str:
    """Return `text` with typographic quotes and dashes as their ASCII twins; the length never changes."""
    return text.translate(PLAIN)


@lru_cache(maxsize=REMEMBERED_WORDS)
def shape(word: str) -> int:
    """Return the index in `SHAPES` of the letter shape of `word`."""
    letters = [char for char in word if char.isalpha()]
    if not letters:
        return 6 if any(char.isdigit() for char in word) else 7
    uppers = sum(char.isupper() for char in letters)
    if uppers == 0:
        return 1
    if len(letters) == 1:
        return 5
    if uppers == len(letters):
        return 3
    return 2 if uppers == 1 and letters[0].isupper() else 4


class Pieces:
    """Gives the word pieces of single words and remembers them.

    The answer depends on the word alone, so the memory changes speed and nothing else.
    """

    def __init__(self, file: Path) -> None:
        from tokenizers import Tokenizer  # slow to import: only when a model is wanted

        self._tokenizer: Tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Return the ids of the pieces of `word`: at least one, at most `HEAD_PIECES + TAIL_PIECES`."""
        known = self._known.get(word)
        if known is not None:
            return known
        # Lone surrogates cannot be handed to the tokenizer; characters beyond 200 cannot change the kept pieces much.
        clean = plain(word[:200]).encode("utf-8", "replace").decode("utf-8")
        ids = tuple(self._tokenizer.encode(clean, add_special_tokens=False).ids) or (UNKNOWN,)
        if len(ids) > HEAD_PIECES + TAIL_PIECES:
            ids = ids[:HEAD_PIECES] + ids[-TAIL_PIECES:]
        if len(self._known) >= REMEMBERED_WORDS:
            self._known.clear()
        self._known[word] = ids
        return ids
