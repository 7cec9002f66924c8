"""Countries by any name: their own, their people's, their capital's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, cast

from muniment.errors import VocabularyError
from muniment.text.tokens import word_set
from muniment.vocabulary.load import read_yaml, require
from muniment.vocabulary.matcher import Match, Phrases, listed, words_of

Form: TypeAlias = Literal["name", "demonym", "capital"]
Kind: TypeAlias = Literal["state", "territory", "historical"]

_FILE: Final = "countries.yaml"
_KINDS: Final[dict[str, Kind]] = {"states": "state", "territories": "territory", "historical": "historical"}
# Capitalised words that stand before a country without making it a person's name.
_INNOCENT: Final = word_set(
    """the in of to from by with and or but for at on into against between since after before while when as that if
    is was are were has had its his their this a an than like near via across over under within outside inside
    north south east west northern southern eastern western central president minister king queen prime foreign
    defence defense ambassador embassy general former new visiting both neighbouring neighboring modern northwest
    northeast southwest southeast republic kingdom war monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december"""
)
# Lower-case words that follow a country's name rather than its adjective ("the US and", "the U.S. has").
_AFTER_NAME: Final = word_set(
    """and or but to in on at of for from by with as is was are were be been has had have will would could should can
    may might must did does do said says say also not which who that when while after before since until over under
    against into than because if so then its it he she they"""
)


@dataclass(frozen=True, slots=True)
class Country:
    """One entry of countries.yaml. `code` is ISO 3166-1 alpha-2; XK, and longer codes of ours for what has none."""

    code: str
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryMention:
    """Characters `[start, end)` of a text that tell a country.

    `form` says by which kind of word. `doubt` is True where the word also names people or other places and its
    neighbours look like it ("Michael Jordan", "Georgia O'Keeffe"), and for Congo, which is two countries.
    """

    start: int
    end: int
    country: Country
    form: Form
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    country: Country
    form: Form
    guarded: bool


@cache
def countries() -> Mapping[str, Country]:
    """All entries by code, in the file's order. Raises VocabularyError where the file is malformed."""
    return MappingProxyType({country.code: country for country, _ in _table()})


def country(name: str) -> Country | None:
    """The country of that name or alias, case as written ("US", not "us"); a leading "the" is let go."""
    return _lookup(name, "name")


def demonym(word: str) -> Country | None:
    """The country whose adjective or people `word` is ("Swiss", "Filipinos")."""
    return _lookup(word, "demonym")


def capital(name: str) -> Country | None:
    """The country whose capital or seat of government `name` is ("Moscow", "Downing Street")."""
    return _lookup(name, "capital")


def find_countries(text: str, start: int = 0, end: int | None = None) -> list[CountryMention]:
    """Every country, people and seat of government that `text[start:end]` names; offsets into `text`.

    Longest match first: "South Korean", "Papua New Guinea". Capitals and guarded words see `doubt`.
    """
    cut = words_of(text)
    found = []
    for match in _phrases().find(text, start, end):
        if not match.value:
            continue
        entry = _chosen(match.value, text, match)
        doubt = entry.guarded and (match.end - match.start < 6 and text[match.start : match.end] == "Congo")
        doubt = doubt or (entry.guarded and _beside_name(cut.words, cut.starts, cut.ends, text, match))
        found.append(CountryMention(match.start, match.end, entry.country, entry.form, doubt))
    return found


def _chosen(entries: tuple[_Entry, ...], text: str, match: Match[tuple[_Entry, ...]]) -> _Entry:
    """ "U.S." is name and adjective; before a lower-case word it is the adjective."""
    if len(entries) == 1:
        return entries[0]
    cut = words_of(text)
    beside = match.after < len(cut.words) and text[match.end : cut.starts[match.after]] in (" ", "-")
    adjective = beside and cut.words[match.after].islower() and cut.words[match.after] not in _AFTER_NAME
    forms = {entry.form: entry for entry in entries}
    return forms["demonym"] if adjective and "demonym" in forms else entries[0]


def _beside_name(
    words: list[str], starts: list[int], ends: list[int], text: str, match: Match[tuple[_Entry, ...]]
) -> bool:
    """True where a capitalised word that is no function word stands right before or after, with one space between."""
    before, after = match.first - 1, match.after
    if before >= 0 and text[ends[before] : match.start] in (" ", "-", ". "):
        word = words[before]
        initial = text[ends[before] : match.start] == ". " and len(word) > 2
        if word[0].isupper() and word.lower() not in _INNOCENT and not initial and not word.isupper():
            return True
    if after < len(words) and text[match.end : starts[after]] in (" ", "-"):
        word = words[after]
        named = word[0].isupper() and (len(word) == 1 or word[1:].islower())
        return named and word.lower() not in _INNOCENT
    return False


@lru_cache(maxsize=4096)  # the words of one document come again and again
def _lookup(name: str, form: Form) -> Country | None:
    folded = " ".join(name.replace("’", "'").split())
    by_name = _by_name()[form]
    return by_name.get(folded) or by_name.get(folded.removeprefix("the ").removeprefix("The "))


@cache
def _by_name() -> Mapping[Form, Mapping[str, Country]]:
    tables: dict[Form, dict[str, Country]] = {"name": {}, "demonym": {}, "capital": {}}
    for phrase, entry in _entries():
        tables[entry.form].setdefault(phrase, entry.country)
    return MappingProxyType(tables)


@cache
def _phrases() -> Phrases[tuple[_Entry, ...]]:
    merged: dict[str, tuple[_Entry, ...]] = {}
    for phrase, entry in _entries():
        merged[phrase] = (*merged.get(phrase, ()), entry)
    merged.update((phrase, ()) for phrase in listed(_data()["not"]))
    return Phrases(merged.items(), fold=False)


def _entries() -> Iterator[tuple[str, _Entry]]:
    for entry, guarded in _table():
        names: tuple[tuple[Form, tuple[str, ...]], ...] = (
            ("name", (entry.name, *entry.aliases)), ("demonym", entry.demonyms), ("capital", entry.capitals)
        )  # fmt: skip
        for form, phrases in names:
            for phrase in phrases:
                yield phrase, _Entry(entry, form, phrase in guarded)


@cache
def _data() -> Mapping[str, str]:
    return cast(Mapping[str, str], read_yaml(_FILE))


@cache
def _table() -> tuple[tuple[Country, frozenset[str]], ...]:
    data = _data()
    require(data, (*_KINDS, "not"), _FILE)
    rows = [
        _row(line, kind) for section, kind in _KINDS.items() for line in str(data[section]).splitlines() if line.strip()
    ]
    codes = [entry.code for entry, _ in rows]
    if len(codes) != len(set(codes)):
        twice = sorted({code for code in codes if codes.count(code) > 1})
        raise VocabularyError(f"{_FILE}: codes given twice: {twice}", "Mend the file.")
    return tuple(rows)


def _row(line: str, kind: Kind) -> tuple[Country, frozenset[str]]:
    fields = [field.strip() for field in line.split(";")]
    if len(fields) != 5 or not fields[0] or not fields[1]:
        raise VocabularyError(f"{_FILE}: not five fields: {line.strip()!r}", "See the head of the file.")
    lists = [[item.strip() for item in field.split(",") if item.strip()] for field in fields[1:]]
    guarded = frozenset(item[:-1] for items in lists for item in items if item.endswith("?"))
    name, aliases, demonyms, capitals = (tuple(item.removesuffix("?") for item in items) for items in lists)
    return Country(fields[0], name[0], kind, aliases, demonyms, capitals), guarded
