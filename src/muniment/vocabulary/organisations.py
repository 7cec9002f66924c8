"""Well-known organisations, companies, armed groups and news outlets by any of their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from muniment.errors import VocabularyError
from muniment.vocabulary.load import read_yaml
from muniment.vocabulary.matcher import Match, Phrases

File: TypeAlias = Literal["organisations.yaml", "outlets.yaml"]

_ORGANISATIONS: Final[File] = "organisations.yaml"
_OUTLETS: Final[File] = "outlets.yaml"


@dataclass(frozen=True, slots=True)
class Organisation:
    """One entry: fullest name, its class in the file ("united_nations", "agencies", ...) and other names."""

    name: str
    kind: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """Characters `[start, end)` name `organisation`; `doubt` where a short form may mean something else.

    A doubt is cleared by the full name in the same text.
    """

    start: int
    end: int
    organisation: Organisation
    doubt: bool = False


def organisation(name: str) -> Organisation | None:
    """The organisation of that name, alias or acronym; a leading "the" is let go."""
    return _lookup(_ORGANISATIONS, name)


def outlet(name: str) -> Organisation | None:
    """The news outlet of that name or alias; a leading "the" is let go."""
    return _lookup(_OUTLETS, name)


def organisations() -> tuple[Organisation, ...]:
    """All organisations, in the file's order."""
    return tuple(dict.fromkeys(entry for _, entry, _ in _rows(_ORGANISATIONS)))


def outlets() -> tuple[Organisation, ...]:
    """All news outlets, in the file's order."""
    return tuple(dict.fromkeys(entry for _, entry, _ in _rows(_OUTLETS)))


def find_organisations(text: str, start: int = 0, end: int | None = None) -> list[OrganisationMention]:
    """The listed organisations that `text[start:end]` names, longest match first; offsets into `text`."""
    return _find(_ORGANISATIONS, text, start, end)


def find_outlets(text: str, start: int = 0, end: int | None = None) -> list[OrganisationMention]:
    """The listed news outlets that `text[start:end]` names, longest match first; offsets into `text`."""
    return _find(_OUTLETS, text, start, end)


def _find(file: File, text: str, start: int, end: int | None) -> list[OrganisationMention]:
    return [
        OrganisationMention(match.start, match.end, match.value[0], match.value[1] and not _cleared(match, text))
        for match in _phrases(file).find(text, start, end)
    ]


def _cleared(match: Match[tuple[Organisation, bool]], text: str) -> bool:
    """True where a longer name of the organisation stands in the text too."""
    entry, size = match.value[0], match.end - match.start
    return any(len(name) > size and name in text for name in (entry.name, *entry.aliases))


@lru_cache(maxsize=4096)
def _lookup(file: File, name: str) -> Organisation | None:
    folded = " ".join(name.replace("’", "'").split())
    table = _by_name(file)
    return table.get(folded) or table.get(folded.removeprefix("the ").removeprefix("The "))


@cache
def _by_name(file: File) -> Mapping[str, Organisation]:
    table: dict[str, Organisation] = {}
    for phrase, entry, sure in sorted(_rows(file), key=lambda row: not row[2]):
        if sure or phrase not in table:
            table.setdefault(phrase, entry)
    for phrase in list(table):
        table.setdefault(phrase.removeprefix("The "), table[phrase])
    return MappingProxyType(table)


@cache
def _phrases(file: File) -> Phrases[tuple[Organisation, bool]]:
    table: dict[str, tuple[Organisation, bool]] = {}
    for phrase, entry, sure in _rows(file):
        if phrase not in table or (sure and table[phrase][1]):
            table[phrase] = (entry, not sure)
    return Phrases(table.items(), fold=False)


def _rows(file: File) -> Iterator[tuple[str, Organisation, bool]]:
    """(name, organisation, sure) for every name of every entry."""
    data = read_yaml_once(file)
    for kind, block in data.items():
        for line in block.splitlines():
            name, _, others = line.strip().partition(";")
            if not name:
                raise VocabularyError(f"{file}: a line of {kind} without a name", "Mend the file.")
            aliases = [alias.strip() for alias in others.split(",") if alias.strip()]
            shown = name.strip().removesuffix("?")
            entry = Organisation(shown, kind, tuple(alias.removesuffix("?") for alias in aliases))
            yield shown, entry, not name.strip().endswith("?")
            yield from ((alias.removesuffix("?"), entry, not alias.endswith("?")) for alias in aliases)


@cache
def read_yaml_once(file: File) -> Mapping[str, str]:
    """The file's blocks by class. Raises VocabularyError where it is not a table of text blocks."""
    data = read_yaml(file)
    if not isinstance(data, dict) or not all(isinstance(block, str) for block in data.values()):
        raise VocabularyError(f"{file}: not a table of text blocks", "See the head of the file.")
    return MappingProxyType(data)
