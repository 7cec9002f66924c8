"""Nouns for groups of people: who is harmed, who acts as a body, who says things without being named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from muniment.vocabulary.load import read_yaml, require
from muniment.vocabulary.matcher import Phrases, listed
from muniment.vocabulary.plurals import plural

Role: TypeAlias = Literal["populations", "actors", "sources"]

_FILE: Final = "people.yaml"
_ROLES: Final[tuple[Role, ...]] = ("populations", "actors", "sources")


@dataclass(frozen=True, slots=True)
class PeopleMention:
    """Characters `[start, end)` name a group; `classes` tells its class in each role it can play."""

    start: int
    end: int
    classes: Mapping[Role, str]


def population(noun: str) -> str | None:
    """The class of a population noun, singular or plural ("refugees": "displaced"); None if unknown."""
    return _tables()["populations"].get(_folded(noun))


def actor(noun: str) -> str | None:
    """The class of a collective actor ("army": "military", "junta": "state"); None if unknown."""
    return _tables()["actors"].get(_folded(noun))


def source(noun: str) -> str | None:
    """The class of an unnamed source ("analysts": "expert", "state media": "media"); None if unknown."""
    return _tables()["sources"].get(_folded(noun))


def classes_of(noun: str) -> Mapping[Role, str]:
    """The class of a noun in each role that it can play; empty if unknown."""
    folded = _folded(noun)
    return {role: table[folded] for role, table in _tables().items() if folded in table}


def find_people(text: str, start: int = 0, end: int | None = None) -> list[PeopleMention]:
    """The group nouns of `text[start:end]`, longest first, in order; offsets into `text`."""
    return [PeopleMention(match.start, match.end, match.value) for match in _phrases().find(text, start, end)]


@lru_cache(maxsize=4096)
def _folded(noun: str) -> str:
    words = noun.lower().replace("’", "'").replace("-", " ").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


@cache
def _tables() -> Mapping[Role, Mapping[str, str]]:
    data = read_yaml(_FILE)
    require(data, _ROLES, _FILE)
    return MappingProxyType({role: _table(data[role]) for role in _ROLES})


def _table(blocks: Mapping[str, str]) -> Mapping[str, str]:
    table: dict[str, str] = {}
    for kind, block in blocks.items():
        for noun in listed(block):
            table.setdefault(_folded(noun), kind)
            table.setdefault(_folded(plural(noun)), kind)
    return MappingProxyType(table)


@cache
def _phrases() -> Phrases[Mapping[Role, str]]:
    merged: dict[str, dict[Role, str]] = {}
    for role, table in _tables().items():
        for noun, kind in table.items():
            merged.setdefault(noun, {})[role] = kind
    return Phrases(((noun, MappingProxyType(roles)) for noun, roles in merged.items()), fold=True)
