"""The reporting words, read once from vocabulary/speech.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from muniment.vocabulary.load import read_yaml, require

_SETS: Final = (
    "say", "think", "strong", "addressing", "relaying", "stance_object", "stance_infinitive", "stance_clause",
    "stance_told", "stance_active", "writings", "records", "outlets", "audience", "nouns", "press", "bodies", "rules",
    "acts", "empty",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Lemmas by what they say of the words beside them; speech.yaml tells each list."""

    say: frozenset[str]
    think: frozenset[str]
    strong: frozenset[str]
    addressing: frozenset[str]
    relaying: frozenset[str]
    stance_object: frozenset[str]
    stance_infinitive: frozenset[str]
    stance_clause: frozenset[str]
    writings: frozenset[str]
    records: frozenset[str]
    outlets: frozenset[str]
    audience: frozenset[str]
    nouns: frozenset[str]
    press: frozenset[str]
    bodies: frozenset[str]
    rules: frozenset[str]
    acts: frozenset[str]
    empty: frozenset[str]
    stance_told: frozenset[str]
    stance_active: frozenset[str]
    stance_only: Mapping[str, frozenset[str]]
    stance_preposition: Mapping[str, frozenset[str]]

    @property
    def stances(self) -> frozenset[str]:
        """All lemmas that can open a stance."""
        return self.stance_object | self.stance_infinitive | self.stance_clause | frozenset(self.stance_preposition)


@cache
def words() -> Words:
    """The vocabulary. Raises VocabularyError where a list is missing."""
    data = read_yaml("speech.yaml")
    require(data, (*_SETS, "stance_preposition", "stance_only"), "speech.yaml")
    return Words(
        **{name: frozenset(map(str, data[name])) for name in _SETS},
        stance_preposition=_table(data["stance_preposition"]),
        stance_only=_table(data["stance_only"]),
    )


def _table(rows: Mapping[str, list[str]]) -> Mapping[str, frozenset[str]]:
    return MappingProxyType({str(verb): frozenset(map(str, each)) for verb, each in rows.items()})
