"""Cue words: who reports, what is doubted, denied, planned, asked for or only conditional."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from muniment.errors import VocabularyError
from muniment.vocabulary.load import read_yaml, require
from muniment.vocabulary.matcher import listed

_FILE: Final = "cues.yaml"
_FLAT: Final = (
    "stance", "attribution", "reporting_nouns", "negators", "negative_verbs", "denial", "plans", "requests",
    "conditions",
)  # fmt: skip
_NESTED: Final = ("reporting", "hedges", "aspects")


@dataclass(frozen=True, slots=True)
class Cues:
    """All cue words, lower case. Verbs are lemmas; a phrase starts with its verb's lemma ("call for").

    `reporting` maps a verb to its class (say, claim, deny, demand, promise, praise, condemn); those in `stance`
    carry the speaker's stance and belong to the content of a position. `hedges` and `aspects` map a word to its class.
    """

    reporting: Mapping[str, str]
    stance: frozenset[str]
    attribution: frozenset[str]
    reporting_nouns: frozenset[str]
    hedges: Mapping[str, str]
    negators: frozenset[str]
    negative_verbs: frozenset[str]
    denial: frozenset[str]
    plans: frozenset[str]
    requests: frozenset[str]
    conditions: frozenset[str]
    aspects: Mapping[str, str]


@cache
def cues() -> Cues:
    """The cue words. Raises VocabularyError where the file lacks a class or a stance verb reports nothing."""
    data = read_yaml(_FILE)
    require(data, (*_FLAT, *_NESTED), _FILE)
    nested: dict[str, Mapping[str, str]] = {name: _classed(data[name]) for name in _NESTED}
    flat = {name: frozenset(listed(data[name])) for name in _FLAT}
    stray = flat["stance"] - set(nested["reporting"])
    if stray:
        raise VocabularyError(f"{_FILE}: stance verbs that report nothing: {sorted(stray)}", "Add them to reporting.")
    arguments: dict[str, Any] = {**nested, **flat}
    return Cues(**arguments)


def reporting_class(lemma: str) -> str | None:
    """The class of a reporting verb or phrase, None where it is none."""
    return cues().reporting.get(lemma)


def carries_stance(lemma: str) -> bool:
    """True where the verb itself tells the speaker's stance ("condemn", "vow"), False for "say", "tell", "argue"."""
    return lemma in cues().stance


def _classed(blocks: Mapping[str, str]) -> Mapping[str, str]:
    table: dict[str, str] = {}
    for kind, block in blocks.items():
        for word in listed(block):
            table.setdefault(word, kind)
    return MappingProxyType(table)
