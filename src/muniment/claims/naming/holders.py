"""Who "the minister" is: people by the titles that introduced them in the document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

# Words for one office: what the first of a row is called, its others are called too.
_SAME: Final = (
    frozenset({"premier", "pm", "prime"}),
    frozenset({"chief", "head", "leader", "boss", "director", "president", "chairman", "chairwoman", "chair"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson", "official"}),
    frozenset({"envoy", "ambassador", "representative", "diplomat", "delegate", "negotiator", "official", "emissary"}),
    frozenset({"minister", "official"}),
    frozenset({"defence", "defense"}),
    frozenset({"secretary", "minister", "official"}),
    frozenset({"commander", "general", "officer", "colonel", "chief", "brigadier", "admiral", "major", "captain"}),
    frozenset({"governor", "official"}),
    frozenset({"lawmaker", "legislator", "deputy", "mp", "senator", "congressman", "congresswoman", "parliamentarian"}),
    frozenset({"lawyer", "attorney", "counsel"}),
    frozenset({"director", "executive", "ceo"}),
)  # fmt: skip
# Adjectives that say nothing of the office.
_PASSING: Final = frozenset(
    """the this that visiting new current outgoing incoming powerful hardline outspoken embattled
    controversial then former late veteran ailing senior top own same his her its their prime deputy
    vice""".split()
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A person, the words of their office, whose office it is ("" unknown), and where that was said."""

    start: int
    person: str
    words: frozenset[str]
    body: str


@dataclass(frozen=True, slots=True)
class Office:
    """A title that names nobody: its head noun, the lower-case words before it, and whose it says it is (""
    nothing)."""

    start: int
    noun: str
    words: frozenset[str]
    body: str


class Holders:
    """The holders of offices in one document."""

    def __init__(self) -> None:
        self._all: list[Holder] = []
        self._known: dict[Office, list[Holder]] = {}  # those that fit an office, wherever it is asked for

    def add(self, holders: Iterable[Holder]) -> None:
        """Enters introductions."""
        self._all = sorted([*self._all, *holders], key=lambda holder: holder.start)
        self._known.clear()

    def find(self, office: Office) -> str | None:
        """The person last introduced before with such a title; one introduced later only where the title says whose
        it is."""
        fitting = self._fitting(replace(office, start=0))
        before = [holder for holder in fitting if holder.start < office.start]
        if before:
            return before[-1].person
        told = office.body or office.words - _PASSING
        return fitting[0].person if fitting and told else None

    def _fitting(self, office: Office) -> list[Holder]:
        if office not in self._known:
            fitting = [holder for holder in self._all if _fits(office, holder)]
            same = [holder for holder in fitting if office.body and holder.body == office.body]
            self._known[office] = same or fitting
        return self._known[office]


def _fits(office: Office, holder: Holder) -> bool:
    if office.body and holder.body and office.body != holder.body:
        return False
    if not _holds(office.noun, holder.words):
        return False
    return all(word in _PASSING or _holds(word, holder.words) for word in office.words)


def _holds(word: str, words: frozenset[str]) -> bool:
    return word in words or any(word in row and row & words for row in _SAME)
