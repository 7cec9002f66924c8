"""How names come to be spelled in several ways: letter correspondences, syllables, given names, renamed places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final, TypeAlias

from muniment.errors import VocabularyError
from muniment.vocabulary.load import read_yaml, require

Rules: TypeAlias = tuple[tuple[re.Pattern[str], str], ...]

_FILE: Final = "spellings.yaml"


@dataclass(frozen=True, slots=True)
class Spellings:
    """What spellings.yaml holds.

    `letters` and `broad` are applied in order to lower-case ASCII words. `initials` and `finals` give what a part of a
    Wade-Giles syllable may be in Pinyin, longest parts first. `korean` and `given` give a class by word, `places` the
    present name by former name.
    """

    letters: Rules
    broad: Rules
    initials: Mapping[str, tuple[str, ...]]
    finals: Mapping[str, tuple[str, ...]]
    korean: Mapping[str, frozenset[int]]
    given: Mapping[str, frozenset[int]]
    places: Mapping[str, str]


@cache
def spellings() -> Spellings:
    """The table, read once. Raises VocabularyError where the file is malformed."""
    data = read_yaml(_FILE)
    require(data, ("letters", "broad", "initials", "finals", "korean", "given", "places"), _FILE)
    return Spellings(
        letters=tuple(_rules(data["letters"])),
        broad=tuple(_rules(data["broad"])),
        initials=_parts(data["initials"]),
        finals=_parts(data["finals"]),
        korean=_classes(data["korean"]),
        given=_classes(data["given"]),
        places=_places(data["places"]),
    )


def present_name(place: str) -> str:
    """The present name of a place that changed it ("Bombay": "Mumbai"), else `place` itself."""
    return spellings().places.get(place, place)


def _pairs(block: str) -> Iterator[tuple[str, str]]:
    for line in block.splitlines():
        left, arrow, right = line.strip().partition(" > ")
        if not arrow:
            raise VocabularyError(f"{_FILE}: no arrow in {line.strip()!r}", "Mend the file.")
        yield left, right


def _rules(block: str) -> Iterator[tuple[re.Pattern[str], str]]:
    for left, right in _pairs(block):
        yield re.compile(left), right.strip("'")


def _parts(block: str) -> Mapping[str, tuple[str, ...]]:
    table = {left: tuple(right.split()) for left, right in _pairs(block)}
    return MappingProxyType(dict(sorted(table.items(), key=lambda item: -len(item[0]))))


def _classes(block: str) -> Mapping[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(block.splitlines()):
        for word in line.split():
            table.setdefault(word, set()).add(number)
    return MappingProxyType({word: frozenset(numbers) for word, numbers in table.items()})


def _places(block: str) -> Mapping[str, str]:
    table: dict[str, str] = {}
    for line in block.splitlines():
        present, *former = (name.strip() for name in line.split(";"))
        table.update((name, present) for name in former)
    return MappingProxyType(table)
