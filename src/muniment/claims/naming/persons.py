"""The people of one document by name: short names to full ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from muniment.text.names import PARTICLES, strip_titles

_ARTICLE: Final = re.compile(r"^(?:al|el|as|an|ad|ar|at|az|ash|ul|ur)-(?=\w)", re.IGNORECASE)
# How many characters before a short name a full name still counts as the one just introduced: a sentence or two.
_JUST: int = 300


@dataclass(frozen=True, slots=True)
class _Named:
    """One mention of a person: where, the words to compare by, and the name as written."""

    start: int
    words: tuple[str, ...]
    name: str


class Persons:
    """Names of people as the document writes them. Offsets are characters of the document."""

    def __init__(self) -> None:
        self._all: list[_Named] = []
        self._with: dict[str, list[_Named]] = {}
        self._forms: dict[str, tuple[list[_Named], bool]] = {}
        self._starts: dict[str, list[int]] = {}

    def enter(self, start: int, words: str) -> None:
        """Takes in one mention; they come in text order."""
        bare = bare_name(words)
        named = _Named(start, _words(bare), bare)
        self._all.append(named)
        for word in dict.fromkeys(named.words):
            self._with.setdefault(word, []).append(named)
        self._forms.clear()
        self._starts.clear()

    def full(self, name: str, before: int) -> str:
        """The fullest form of a name. Where two people share the short form ("Bush"), the one introduced in the last
        sentence or two before offset `before`, else the one introduced first: news names its main person first."""
        while (longer := self._longer(name, before)) is not None:
            name = longer
        return name

    def _longer(self, name: str, before: int) -> str | None:
        forms, ends = self._longer_forms(name)
        told = bisect_right(forms, before, key=lambda form: form.start)
        if not told:  # "Okoye" inside Ben Okoye Lind: only of one who has been introduced
            return forms[0].name if ends else None
        last = forms[told - 1]
        return last.name if before - last.start <= _JUST else forms[0].name

    def _longer_forms(self, name: str) -> tuple[list[_Named], bool]:
        """The mentions whose name begins or ends with a name and has more words, and True; where there are none, those
        that have it inside, and False."""
        if name not in self._forms:
            words = _words(name)
            known = self._with.get(words[0], []) if words else []
            within = [form for form in known if len(form.words) > len(words) and _contains(form.words, words)]
            within = [form for form in within if "of" not in form.words[: -len(words)]]  # "Leo of Lund" is no Lund
            outer = [form for form in within if words in (form.words[: len(words)], form.words[-len(words) :])]
            self._forms[name] = outer or within, bool(outer)
        return self._forms[name]

    def starts(self, value: str) -> list[int]:
        """Where a person is named, by their full name."""
        if not self._starts:
            for form in self._all:
                for name in {form.name, self.full(form.name, form.start)}:
                    self._starts.setdefault(name, []).append(form.start)
        return self._starts.get(value, [])


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
