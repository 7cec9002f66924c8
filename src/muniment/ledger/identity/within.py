"""Names of one document that mean one: short names, acronyms, ministries without their country."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from muniment.ledger.identity.clusters import Edge
from muniment.ledger.identity.forms import of_country
from muniment.ledger.identity.persons import clash, likeness, parts
from muniment.ledger.identity.senses import Id, Sense
from muniment.ledger.identity.sound import alike, bones, is_syllable
from muniment.schema.entity import Feature
from muniment.text.names import acronym_of, strip_article

# "Full Name (ACRONYM)": up to nine words that begin with a capital or are small ones, then capitals in brackets.
_DEFINED: Final = re.compile(
    r"((?:[A-Z][\w'’.]*[ -](?:(?:of|the|for|and|on|in|to|de|la)[ -]){0,2}){2,9})\(([A-Z][A-Za-z.-]{1,9})\)"
)
_SAME_DOCUMENT: Final = 0.4  # lets initials, parts and clipped names do within one document, never another spelling
_FITS: Final = frozenset({"part of the fuller name", "same words but for initials", "short given name"})


def by_document(senses: Mapping[Id, Sense]) -> dict[str, list[Sense]]:
    """The senses that each document uses, in order."""
    table: dict[str, list[Sense]] = {}
    for sense in senses.values():
        for document in sense.documents:
            table.setdefault(document, []).append(sense)
    return dict(sorted(table.items()))


def edges_within(used: Mapping[str, Sequence[Sense]], spelled: Mapping[str, Mapping[str, str]]) -> Iterator[Edge]:
    """Edges between names of the same document; `spelled` says what acronyms each document spells out."""
    for document, senses in used.items():
        names = [sense for sense in senses if sense.form.shape == "name"]
        people = [sense for sense in names if sense.kind in ("person", "other")]
        yield from _short_names(people)
        yield from _fuller_names(people)
        yield from _acronyms(senses, spelled.get(document, {}))
        yield from _institutions(senses)


def defined(text: str) -> dict[str, str]:
    """Acronym to full name, for those that a text spells out: "the Union of Example States (UES)"."""
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        words, short = match[1].split(), match[2].replace(".", "")
        fits = (" ".join(words[at:]) for at in range(len(words) - 1))
        full = next((name for name in fits if acronym_of(short, name)), "")
        if full:
            found.setdefault(short, strip_article(full))
    return found


def is_short(sense: Sense) -> bool:
    """True for a name of one telling word that is no acronym: a surname, or a name that is never longer."""
    return sense.form.shape == "name" and not sense.form.acronym and len(parts(sense.form.words)) == 1


def could_name(short: str, full: tuple[str, ...]) -> bool:
    """True where one word can stand for a full name: its last word, or its first where the family's comes first."""
    words = parts(full)
    family_first = all(is_syllable(word) for word in words[:1]) and len(words[0]) <= 5 and len(words) > 1
    last = alike(words[-1], short) >= 0.95
    return len(words) > 1 and (last or (family_first and words[0] == short and any(map(is_syllable, words[1:]))))


def short_forms(words: tuple[str, ...]) -> frozenset[str]:
    """Keys (`bones`) of the words that can stand for a full name."""
    kept = parts(words)
    return frozenset((bones(kept[0]), bones(kept[-1])))


def _short_names(people: Sequence[Sense]) -> Iterator[Edge]:
    """A short name means the one full name it fits; where it fits two people it means neither."""
    full: dict[str, list[Sense]] = defaultdict(list)
    for sense in people:
        if len(parts(sense.form.words)) > 1 and sense.kind == "person":
            for key in short_forms(sense.form.words):
                full[key].append(sense)
    for sense in people:
        if not is_short(sense):
            continue
        short = parts(sense.form.words)[0]
        fits = [other for other in full.get(bones(short), ()) if could_name(short, other.form.words)]
        if fits and not any(clash(fits[0].form.words, other.form.words) for other in fits[1:]):
            best = max(fits, key=lambda other: (len(other.form.words), other.id))
            yield Edge(sense.id, best.id, (Feature("short name in the document", best.form.key, 1.0),))


def _fuller_names(people: Sequence[Sense]) -> Iterator[Edge]:
    families: dict[str, list[Sense]] = defaultdict(list)
    for sense in people:
        if len(sense.form.words) > 1 and sense.kind == "person":
            families[sense.form.words[-1]].append(sense)
    for family in families.values():
        for one, other in combinations(family, 2):
            found = likeness(one.form.words, other.form.words)
            if found is not None and found.name in _FITS:
                yield Edge(one.id, other.id, (found, Feature("same document", "", _SAME_DOCUMENT)))


def _acronyms(senses: Sequence[Sense], spelled: Mapping[str, str]) -> Iterator[Edge]:
    bodies = [sense for sense in senses if sense.form.shape in ("body", "institution", "listed", "name")]
    for sense in bodies:
        if not sense.form.acronym or sense.form.shape != "name":
            continue
        short = min(sense.surfaces)
        written = spelled.get(short.replace(".", ""), "")
        fits = [other for other in bodies if other is not sense and _spells(short, written, other)]
        if len(fits) == 1:
            how = "defined in brackets" if written in fits[0].surfaces else "initials"
            yield Edge(sense.id, fits[0].id, (Feature("acronym in the document", how, 1.0),))


def _spells(short: str, written: str, other: Sense) -> bool:
    return written in other.surfaces or any(acronym_of(short, name) for name in other.surfaces)


def _institutions(senses: Iterable[Sense]) -> Iterator[Edge]:
    """ "The Foreign Ministry" is the one foreign ministry that the document names with its country."""
    listed = list(senses)
    for sense in listed:
        if sense.form.shape != "institution":
            continue
        fits = [one for one in listed if _with_its_country(sense, one)]
        if len(fits) == 1:
            yield Edge(
                sense.id, fits[0].id, (Feature("named with its country in the document", fits[0].form.country, 1.0),)
            )


def _with_its_country(institution: Sense, other: Sense) -> bool:
    """True where the other is the same body with its country: "Chilean Foreign Ministry", "United States Senate"."""
    if other.form.shape == "listed":
        return any(of_country(name) == institution.form.key for name in other.surfaces)
    return other.form.shape == "body" and other.id.key == f"{other.form.country} {institution.form.key}"
