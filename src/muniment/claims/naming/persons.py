"""The people of one document by name: short names to full ones."""

from __future__ import annotations

import re
from typing import Final

from muniment.text.names import PARTICLES, strip_titles

_ARTICLE: Final = re.compile(r"^(?:al|el|as|an|ad|ar|at|az|ash|ul|ur)-(?=\w)", re.IGNORECASE)
# How many characters before a short name a full name still counts as the one just introduced: a sentence or two.
_JUST: int = 300


class Persons:
    """Names of people as the document writes them. Offsets are characters of the document."""

    def __init__(self) -> None:
        self._all: list[tuple[int, tuple[str, ...], str]] = []

    def enter(self, start: int, words: str) -> None:
        """Takes in one mention."""
        bare = bare_name(words)
        self._all.append((start, _words(bare), bare))

    def full(self, name: str, before: int) -> str:
        """The fullest form of a name. Where two people share the short form ("Bush"), the one introduced in the last
        sentence or two before offset `before`, else the one introduced first: news names its main person first."""
        while (longer := self._longer(name, before)) is not None:
            name = longer
        return name

    def _longer(self, name: str, before: int) -> str | None:
        words = _words(name)
        within = [entry for entry in self._all if len(entry[1]) > len(words) and _contains(entry[1], words)]
        within = [entry for entry in within if "of" not in entry[1][: -len(words)]]  # "Leo of Lund" is no Lund
        longer = [entry for entry in within if words in (entry[1][: len(words)], entry[1][-len(words) :])]
        earlier = [entry for entry in longer or within if entry[0] <= before]
        if not longer:  # "Okoye" inside Ben Okoye Lind: only of one who has been introduced
            longer = earlier
        if not longer:
            return None
        if len({entry[2] for entry in longer}) == 1 or not earlier:
            return longer[0][2]
        if before - earlier[-1][0] <= _JUST:
            return earlier[-1][2]
        return earlier[0][2]

    def starts(self, value: str) -> list[int]:
        """Where a person is named, by their full name."""
        return [start for start, _, name in self._all if name == value or self.full(name, start) == value]


def bare_name(words: str) -> str:
    """A name without titles and without stray lower-case words before it ("counter part Jane Doe")."""
    parts = (strip_titles(words) or words).split()
    while len(parts) > 1 and parts[0].islower() and parts[0] not in PARTICLES:
        parts = parts[1:]
    return " ".join(parts)


def _words(name: str) -> tuple[str, ...]:
    """The words of a name to compare by: "al-Hadi" and "Hadi" are one."""
    return tuple(_ARTICLE.sub("", word) for word in name.split())


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))
