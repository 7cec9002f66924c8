"""Weapons and military goods in text: generic nouns, named families, makers' designations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

from muniment.errors import VocabularyError
from muniment.schema.mention import Mention
from muniment.vocabulary.load import read_yaml, require
from muniment.vocabulary.matcher import Phrases, listed, words_of
from muniment.vocabulary.plurals import plural

_FILE: Final = "weapons.yaml"
_SECTIONS: Final = ("nouns", "families", "models", "prefixes", "never", "hidden", "military")
# A maker's designation: letters, an optional hyphen or space, digits, variant letters, one more block.
_DESIGNATION: Final = re.compile(
    r"(?<![\w$€£-])(?P<prefix>[0-9]?[A-Z][A-Za-z]{0,9}(?:[/-][A-Z]{1,2})?)(?P<gap>[-‐‑–]?)"
    r"(?P<digits>[0-9]{1,4})(?P<tail>(?:[A-Za-z]{1,5}[0-9]{0,2}){0,2}(?:[-‐‑/][A-Z0-9]{1,5})?)(?![\w$€£%])"
)
# The model number after a family's name: "Leopard 2A6", "Arrow-3", "Shahed 136", "Tejas Mk1A", "Gripen E/F"; or what
# calls it a pattern: "Cobra-type vehicles".
_MODEL: Final = re.compile(
    r"[ \u00a0-](?:(?:Mk\.? ?)?[0-9]{1,3}(?:[A-Z]{1,2}[0-9]{0,2})?s?|Mk\.? ?I{1,3}|[A-Z]/[A-Z]|MX|ER|NG|EX|MR)"
    r"(?![\w%]|[.,][0-9]|-[a-z])|-(?:type|class|series|pattern|family)(?!\w)"
)
# So many weapons make a text one about arms, where "four Typhoons" are no storms.
_ENOUGH: Final = 3
_COUNTED: Final = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|score|more|several|further|additional|other)\s$",
    re.IGNORECASE,
)
_PLURAL_TAIL: Final = re.compile(r"(?<=[A-Z0-9])s$")


class _Hit(NamedTuple):
    """A match before merging. `named` is True for families and designations, `sure` False for guarded words."""

    start: int
    end: int
    category: str
    named: bool
    sure: bool


@cache
def categories() -> tuple[str, ...]:
    """SIPRI's categories, then small arms, ammunition, other and dual-use."""
    return tuple(_data()["nouns"])


def find_weapons(text: str, start: int = 0, end: int | None = None) -> list[Mention]:
    """Weapons and military goods that `text[start:end]` names: Mention type "weapon", value the category.

    What stands together is one mention: "Su-30SME fighter jets", "Bayraktar TB2 drones". In order, no overlaps.
    """
    stop = len(text) if end is None else min(end, len(text))
    hits = _distinct(sorted(_hits(text, start, stop), key=lambda hit: (hit.start, -hit.end)))
    groups = list(_groups(text, hits))
    sure = [group for group in groups if any(hit.sure for hit in group)]
    named = {_family(text, hit) for group in sure for hit in group if hit.named}
    about = len(sure) >= _ENOUGH
    return [
        Mention(group[0].start, group[-1].end, "weapon", _category(group))
        for group in groups
        if group in sure
        or any(_family(text, hit) in named or (about and _is_counted(text, hit)) for hit in group if hit.named)
    ]


def _family(text: str, hit: _Hit) -> str:
    """The first word of a name, singular: "Leopard" of "Leopard 2", "Leopards"."""
    return text[hit.start : hit.end].split()[0].partition("-")[0].removesuffix("s")


def _is_counted(text: str, hit: _Hit) -> bool:
    """True for a name of several behind a number: "four Typhoons"."""
    return text[hit.end - 1] == "s" and _COUNTED.search(text, max(0, hit.start - 24), hit.start) is not None


def is_military(phrase: str) -> bool:
    """True where a noun phrase names a weapon or speaks of war, weapons or armed forces ("combat boots")."""
    vocabulary = _military()
    return any(word.lower() in vocabulary for word in words_of(phrase).words) or bool(find_weapons(phrase))


def weapon_category(phrase: str) -> str | None:
    """The category of the last weapon that `phrase` names, None where it names none."""
    found = find_weapons(phrase)
    return found[-1].value if found else None


def _hits(text: str, start: int, end: int) -> Iterator[_Hit]:
    for noun in _nouns().find(text, start, end):
        category, sure = noun.value
        if category and text[noun.start : noun.end] not in _never():
            yield _Hit(noun.start, noun.end, category, False, sure)
    for family in _families().find(text, start, end):
        category, sure = family.value
        model = _MODEL.match(text, family.end, end)
        yield _Hit(family.start, model.end() if model else family.end, category, True, sure or model is not None)
    models, prefixes, never, spelled = _models(), _prefixes(), _never(), _spelled()
    for match in _DESIGNATION.finditer(text, start, end):
        whole = _PLURAL_TAIL.sub("", match[0])
        bare = _bare(f"{match['prefix']}-{match['digits']}")
        if whole in never or _bare(whole) in never:
            continue
        known = models.get(_bare(whole)) or models.get(bare)
        if len(bare) == 2 and not match["gap"] and bare not in spelled:
            continue  # "A4" is paper, "A-4" a Skyhawk; "M4" is listed as it stands
        found = known or (prefixes.get(match["prefix"]) if match["gap"] or len(match["prefix"]) > 2 else None)
        if found:
            yield _Hit(match.start(), match.end(), found, True, True)


def _distinct(hits: Iterable[_Hit]) -> list[_Hit]:
    """The longest of overlapping hits; of equals a named one."""
    kept: list[_Hit] = []
    for hit in hits:
        if kept and hit.start < kept[-1].end:
            last = kept[-1]
            if (hit.end - hit.start, hit.sure, hit.named) > (last.end - last.start, last.sure, last.named):
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept


def _groups(text: str, hits: list[_Hit]) -> Iterator[list[_Hit]]:
    """Hits with only a space or hyphen between them belong together."""
    group = hits[:1]
    for before, hit in pairwise(hits):
        if text[before.end : hit.start] in (" ", "-", "\u00a0"):
            group.append(hit)
        else:
            yield group
            group = [hit]
    if group:
        yield group


def _category(group: list[_Hit]) -> str:
    """The noun's category says most ("Patriot missiles" are missiles), unless it is general ("Su-30 equipment")."""
    telling = [hit.category for hit in reversed(group) if hit.category != "other"]
    return telling[0] if telling else "other"


def _bare(designation: str) -> str:
    return re.sub(r"[-‐‑– ]", "", designation)


@cache
def _data() -> Mapping[str, Any]:
    data = read_yaml(_FILE)
    require(data, _SECTIONS, _FILE)
    known = set(data["nouns"])
    for section in ("families", "models", "prefixes"):
        unknown = set(data[section]) - known
        if unknown:
            raise VocabularyError(f"{_FILE}: {section} has unknown categories {sorted(unknown)}", "Mend the file.")
    checked: Mapping[str, Any] = data
    return checked


@cache
def _nouns() -> Phrases[tuple[str, bool]]:
    """Category and sureness by noun; a phrase that hides a noun ("think tank") has no category."""
    table: dict[str, tuple[str, bool]] = {}
    for category, block in _data()["nouns"].items():
        for noun in listed(block):
            sure, bare = not noun.endswith("?"), noun.removesuffix("?")
            table.setdefault(bare, (category, sure))
            table.setdefault(plural(bare), (category, sure))
    table.update((phrase, ("", False)) for phrase in listed(_data()["hidden"]))
    return Phrases(table.items(), fold=True)


@cache
def _families() -> Phrases[tuple[str, bool]]:
    table: dict[str, tuple[str, bool]] = {}
    for category, block in _data()["families"].items():
        for name in listed(block):
            sure, bare = not name.endswith("?"), name.removesuffix("?")
            for form in (bare, f"{bare}s"):
                table.setdefault(form, (category, sure))
    for category, block in _data()["models"].items():
        for name in listed(block):
            table.setdefault(name, (category, True))
    return Phrases(((name, value) for name, value in table.items() if name not in _never()), fold=False)


@cache
def _models() -> Mapping[str, str]:
    return {_bare(name): category for category, block in _data()["models"].items() for name in listed(block)}


@cache
def _spelled() -> frozenset[str]:
    return frozenset(name for block in _data()["models"].values() for name in listed(block))


@cache
def _prefixes() -> Mapping[str, str]:
    return {
        name.removesuffix("-"): category for category, block in _data()["prefixes"].items() for name in listed(block)
    }


@cache
def _never() -> frozenset[str]:
    return frozenset(form for name in listed(_data()["never"]) for form in (name, _bare(name)))


@cache
def _military() -> frozenset[str]:
    return frozenset(word for item in listed(_data()["military"]) for word in item.replace("-", " ").split())
