"""The words by which English refers back, read once from reference.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from muniment.vocabulary.load import read_yaml, require

_FILE: Final = "reference.yaml"


@dataclass(frozen=True, slots=True)
class Reference:
    """Lemmas in lower case; reference.yaml tells each list."""

    gender: Mapping[str, str]  # noun → "he" or "she"
    relations: frozenset[str]  # nouns that tell who somebody is to somebody else
    together: frozenset[str]  # nouns that in the plural are people or states who act together
    pacts: frozenset[str]  # short names of pacts
    bodies: Mapping[str, frozenset[str]]  # noun → nouns of the bodies it may stand for, itself among them
    nouns: frozenset[str]  # nouns that tell, inside a name, what a body is
    places: frozenset[str]
    classes: Mapping[str, frozenset[str]]  # class in organisations.yaml → nouns
    pairs: Mapping[str, frozenset[str]]  # entity type → nouns that count such entities
    country_owned: frozenset[str]


@cache
def reference() -> Reference:
    """The vocabulary. Raises VocabularyError where a list is missing."""
    data = read_yaml(_FILE)
    nouns = ("nouns", "places", "classes", "pairs", "country_owned")
    require(data, ("gender", "relations", "together", "pacts", "bodies", *nouns), _FILE)
    return Reference(
        gender=MappingProxyType({word: side for side, words in data["gender"].items() for word in words.split()}),
        relations=frozenset(data["relations"].split()),
        together=frozenset(data["together"].split()),
        pacts=frozenset(data["pacts"].split()),
        bodies=MappingProxyType({noun: frozenset([noun, *nouns]) for noun, nouns in data["bodies"].items()}),
        nouns=frozenset(data["nouns"].split()),
        places=frozenset(data["places"].split()),
        classes=MappingProxyType({name: frozenset(nouns) for name, nouns in data["classes"].items()}),
        pairs=MappingProxyType({kind: frozenset(nouns.split()) for kind, nouns in data["pairs"].items()}),
        country_owned=frozenset(data["country_owned"].split()),
    )
