"""What stands around names: who is named in the same documents, which names many people have, what acronyms mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from muniment.ledger.identity.persons import parts
from muniment.ledger.identity.senses import Id, Sense
from muniment.ledger.identity.within import defined
from muniment.schema.document import Document

_RARE: Final = 8  # documents that a name is in at most, for it to say that two of them are about one matter
_SHARED_STORY: Final = 2  # names that two documents of one day share, to be about one matter
_MANY: Final = 5  # surnames beside a given name, and given names beside a surname, from which on a name is a common one


class Context:
    """Counts over all names of a case, worked out once."""

    def __init__(
        self, senses: Mapping[Id, Sense], used: Mapping[str, Sequence[Sense]], documents: Mapping[str, Document]
    ) -> None:
        self._documents = documents
        self._telling: dict[str, frozenset[str]] = {
            document: frozenset(sense.form.key for sense in found if _tells(sense)) for document, found in used.items()
        }
        printed: dict[str, set[str]] = defaultdict(set)
        for id, document in documents.items():
            if document.published:
                printed[document.published].add(id)
        self._printed = {day: frozenset(ids) for day, ids in printed.items()}
        self._spread: dict[str, int] = defaultdict(int)
        for names in self._telling.values():
            for name in names:
                self._spread[name] += 1
        self._families: dict[str, set[str]] = defaultdict(set)
        self._given: dict[str, set[str]] = defaultdict(set)
        for sense in senses.values():
            words = parts(sense.form.words)
            if len(words) > 1 and sense.kind == "person":
                self._families[words[0]].add(words[-1])
                self._given[words[-1]].add(words[0])
        self.spelled_in: dict[str, dict[str, str]] = {
            id: found for id in sorted(documents) if (found := defined(documents[id].text))
        }
        self._spelled: dict[str, set[str]] = defaultdict(set)
        for found_here in self.spelled_in.values():
            for short, full in found_here.items():
                self._spelled[short].add(full)

    def company(self, documents: Iterable[str], key: str) -> frozenset[str]:
        """Rare names in the same documents as a name of `key`."""
        names = frozenset[str]().union(*(self._telling.get(document, frozenset()) for document in documents))
        return frozenset(name for name in names if name != key and 1 < self._spread[name] <= _RARE)

    def same_story(self, one: AbstractSet[str], other: AbstractSet[str]) -> str:
        """Two names that documents of one day share; "" where no two documents do."""
        for left in sorted(one):
            same_day = self._printed.get(self._day(left), frozenset()) & other - {left}
            for right in sorted(same_day):
                shared = sorted(self._telling.get(left, frozenset()) & self._telling.get(right, frozenset()))
                if len(shared) >= _SHARED_STORY:
                    return ", ".join(shared[:_SHARED_STORY])
        return ""

    def is_common(self, words: tuple[str, ...]) -> bool:
        """True for a name whose parts many bearers of other names have in this case."""
        kept = parts(words)
        return len(kept) == 2 and min(len(self._families[kept[0]]), len(self._given[kept[-1]])) >= _MANY

    def bearers(self, surname: str) -> int:
        """How many given names stand before a surname in this case."""
        return len(self._given[surname])

    def spelled(self, acronym: str) -> set[str]:
        """What documents say an acronym stands for."""
        return self._spelled.get(acronym.replace(".", ""), set())

    def _day(self, document: str) -> str:
        known = self._documents.get(document)
        return known.published if known else ""


def _tells(sense: Sense) -> bool:
    """A full name of a person or the proper name of a body; countries and ministries are in too many documents."""
    form = sense.form
    return (form.shape == "name" and len(parts(form.words)) > 1) or (form.shape == "body" and not form.country)
