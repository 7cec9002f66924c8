"""Classes of arms and goods, which of them are kinds of which, and what makers' designations belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from muniment.errors import VocabularyError
from muniment.vocabulary.load import read_yaml, require
from muniment.vocabulary.matcher import Match, Phrases, listed
from muniment.vocabulary.plurals import plural

_FILE: Final = "goods.yaml"
UNSPECIFIC: Final = "arms"  # the class that says nothing


@dataclass(frozen=True, slots=True)
class Word:
    """What a phrase of a description is: `kind` "class", "role" or "batch", and its value there."""

    kind: str
    value: str


def find_goods(text: str) -> Iterator[Match[Word]]:
    """The classes, roles ("parts") and batches ("second-hand") that a description names, in order, longest first."""
    return _phrases().find(text)


def above(name: str) -> tuple[str, ...]:
    """The classes that a class is a kind of, nearest first, without itself."""
    found, parents = [], _parents()
    while parents.get(name):
        name = parents[name]
        found.append(name)
    return tuple(found)


def class_of_designation(designation: str) -> str:
    """The class that a maker's designation or family name belongs to ("Su-30SM": "fighter"); "" if unknown."""
    bare = re.sub(r"[-‐‑– ]", "", designation).lower()
    for name, prefix, value in _designations():
        if bare == name or (prefix and bare.startswith(name) and bare[len(name) : len(name) + 1].isdigit()):
            return value
        rest = bare[len(name) :]
        if bare.startswith(name) and len(name) > 2 and (not rest[:1].isdigit() or not name[-1].isdigit()):
            return value
    return ""


def find_designations(text: str) -> Iterator[Match[str]]:
    """The family names in a description that stand without a number ("Bayraktar", "Black Hawk")."""
    return _families().find(text)


@cache
def _data() -> Mapping[str, Any]:
    data = read_yaml(_FILE)
    require(data, ("classes", "designations", "roles", "batches"), _FILE)
    return MappingProxyType(dict(data))


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows = []
    for line in _data()["classes"].splitlines():
        fields = [field.strip() for field in line.split(";")]
        if len(fields) != 3:
            raise VocabularyError(f"{_FILE}: not three fields: {line.strip()!r}", "See the head of the file.")
        rows.append((fields[0], fields[1], tuple(listed(fields[2]))))
    names = {name for name, _, _ in rows}
    unknown = {parent for _, parent, _ in rows if parent and parent not in names}
    if unknown:
        raise VocabularyError(f"{_FILE}: classes above that are not listed: {sorted(unknown)}", "Mend the file.")
    return tuple(rows)


@cache
def _parents() -> Mapping[str, str]:
    return MappingProxyType({name: parent for name, parent, _ in _rows()})


@cache
def _phrases() -> Phrases[Word]:
    table: dict[str, Word] = {}
    for name, _, words in _rows():
        for word in words:
            table.setdefault(word, Word("class", name))
            table.setdefault(plural(word), Word("class", name))
    for section, kind in (("roles", "role"), ("batches", "batch")):
        for line in _data()[section].splitlines():
            name, _, block = line.strip().partition(";")
            for word in listed(block):
                table.setdefault(word, Word(kind, name))
                table.setdefault(plural(word), Word(kind, name))
    return Phrases(table.items(), fold=True)


@cache
def _designations() -> tuple[tuple[str, bool, str], ...]:
    """(bare name, whether any number may follow, class), longest names first."""
    found = []
    for line in _data()["designations"].splitlines():
        value, _, block = line.strip().partition(";")
        for name in listed(block):
            bare = re.sub(r"[-‐‑– ]", "", name).lower()
            found.append((bare, name.endswith("-"), value))
    return tuple(sorted(found, key=lambda row: (-len(row[0]), row)))


@cache
def _families() -> Phrases[str]:
    names = (
        (name, name)
        for line in _data()["designations"].splitlines()
        for name in listed(line.partition(";")[2])
        if name[0].isupper() and name[-1].isalpha() and len(name) > 3
    )
    return Phrases(names, fold=False)
