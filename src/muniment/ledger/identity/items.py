"""How two descriptions of what was supplied relate: the same, one more precise than the other, or different things.

A description is taken apart into makers' designations ("Su-30SM": model Su-30, variant SM), classes of goods ("fighter
jets"), what is done with them ("parts for", "training"), the batch ("second-hand"), whose they are ("Swedish") and the
words that are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from muniment.ledger.identity.wording import phrase_key
from muniment.text.tokens import word_set
from muniment.vocabulary.countries import find_countries
from muniment.vocabulary.goods import UNSPECIFIC, above, class_of_designation, find_designations, find_goods
from muniment.vocabulary.weapons import find_weapons

RelationKind: TypeAlias = Literal["same", "refines", "refined_by", "overlaps", "different"]

_MODEL: Final = re.compile(
    r"(?<![\w-])(?P<letters>[0-9]?[A-Za-z]{1,10}(?:/[A-Z])?)[-‐‑– ]?S?(?P<digits>[0-9]{1,4})"
    r"(?P<variant>[A-Za-z0-9]*(?:-[A-Z0-9]+)?)"
)
_PLURAL: Final = re.compile(r"s$")
_MIRROR: Final[dict[RelationKind, RelationKind]] = {"refines": "refined_by", "refined_by": "refines"}
_SAYING_NOTHING: Final = frozenset(
    "and or of for the a an its their in with by to made built type class model wide array range variety number".split()
)
# Words that may begin a description with a capital and name nothing.
_NO_NAMES: Final = word_set(
    """advanced additional all any armed army artillery both civilian combat dozens each eight equipment extra few five
    four further guided heavy high hundreds jet large latest light long medium military mobile modern more most naval
    navy new nine nuclear older one other portable related several seven six short single small some sophisticated spare
    state stealth strategic surface tactical ten the these this those thousands three training two upgraded used
    various"""
)
_NAME: Final = re.compile(r"(?<![\w-])[A-Z][\w’'-]*")
_KEPT: Final = 65_536


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` reads from the first to the second: "refines" = the first is more precise."""

    kind: RelationKind
    reason: str


@dataclass(frozen=True, slots=True)
class Goods:
    """One description, taken apart. `models` maps a bare model to its variants ("" where none is said); `names` are
    words written as names: designations without a number, makers.
    """

    key: str = field(compare=False)
    models: frozenset[tuple[str, str]]
    classes: frozenset[str]
    roles: frozenset[str]
    batches: frozenset[str]
    origins: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=_KEPT)
def relate(a: str, b: str) -> Relation:
    """How item `a` relates to item `b`. `relate(b, a)` is its mirror image."""
    one, other = goods_of(a), goods_of(b)
    if one.key == other.key or (one == other and not _says_nothing(one)):
        return Relation("same", "the same words" if one.key == other.key else "the same but for small words")
    if one.roles != other.roles:
        return _roles(one, other)
    if one.batches != other.batches:
        return Relation("different", "another batch")
    if one.origins and other.origins and not one.origins & other.origins:
        return Relation("different", "of other countries")
    if one.models and other.models:
        return _models(one, other)
    if one.names and other.names:
        return _named(one, other)
    if one.models:
        return _model_and_class(one, other)
    if other.models:
        return _mirrored(_model_and_class(other, one))
    return _classes(one, other)


@lru_cache(maxsize=_KEPT)
def goods_of(item: str) -> Goods:
    """Takes a description apart."""
    taken: list[tuple[int, int]] = []
    named_models = set(_find_models(item, taken))
    varied = {model for model, variant in named_models if variant}
    models = frozenset((model, variant) for model, variant in named_models if variant or model not in varied)
    found = [match for match in find_goods(item) if not any(s < match.end and match.start < e for s, e in taken)]
    taken.extend((match.start, match.end) for match in found)
    makers = [mention for mention in find_countries(item) if mention.form != "capital"]
    taken.extend((mention.start, mention.end) for mention in makers)
    named = {match.value.value for match in found if match.value.kind == "class"}
    return Goods(
        key=phrase_key(item),
        models=models,
        classes=frozenset(_most_precise(named)),
        roles=frozenset(match.value.value for match in found if match.value.kind == "role"),
        batches=frozenset(match.value.value for match in found if match.value.kind == "batch"),
        origins=frozenset(mention.country.code for mention in makers),
        words=frozenset(_left(item, taken)),
        names=frozenset(_names(item, taken)),
    )


def _find_models(item: str, taken: list[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """(model, variant) for each designation that is a weapon's, and families named without a number."""
    weapons = [(mention.start, mention.end) for mention in find_weapons(item)]
    classed = {match.start - 1 for match in find_goods(item) if match.value.kind == "class"}
    for match in _MODEL.finditer(item):
        # "J-772 jet fighters": whatever it is, it is their designation.
        weapon = match.end() in classed or any(s <= match.start() < e for s, e in weapons)
        known = weapon or class_of_designation(match[0])
        if known and not match["letters"].islower():
            taken.append(match.span())
            yield (
                f"{match['letters'].lower()}{match['digits']}",
                _PLURAL.sub("", match["variant"]).lower().replace("-", ""),
            )
    for family in find_designations(item):
        if any(s < family.end and family.start < e for s, e in taken):
            continue
        beside = any(e + 1 == family.start or family.end + 1 == s for s, e in taken)  # "Bayraktar TB2" is one model
        if not beside:
            yield family.value.lower(), ""
        taken.append((family.start, family.end))


def _left(item: str, taken: list[tuple[int, int]]) -> list[str]:
    rest = "".join(" " if any(s <= at < e for s, e in taken) else sign for at, sign in enumerate(item))
    return [word for word in phrase_key(rest).split() if word not in _SAYING_NOTHING]


def _names(item: str, taken: list[tuple[int, int]]) -> Iterator[str]:
    for family in find_designations(item):
        yield from phrase_key(item[family.start : family.end]).split()
    for match in _NAME.finditer(item):
        if match[0].lower() not in _NO_NAMES and not any(s < match.end() and match.start() < e for s, e in taken):
            yield phrase_key(match[0])


def _most_precise(classes: set[str]) -> set[str]:
    """Without those that another one named is a kind of: "Patriot missile air defence systems"."""
    general = {upper for name in classes for upper in above(name)}
    return classes - general


def _says_nothing(one: Goods) -> bool:
    """True for a description of small words only."""
    return not (one.models or one.classes or one.roles or one.batches or one.origins or one.words)


def _roles(one: Goods, other: Goods) -> Relation:
    """Parts are not the thing; "spare parts" are refined by "parts for tanks" (the roles are then equal)."""
    differ = sorted(one.roles ^ other.roles)
    return Relation("different", f"{', '.join(differ)} on one side only")


def _models(one: Goods, other: Goods) -> Relation:
    mine, theirs = {model for model, _ in one.models}, {model for model, _ in other.models}
    if mine != theirs:
        shared = sorted(mine & theirs)
        return Relation("overlaps", f"both name {shared[0]}") if shared else Relation("different", "other models")
    more, fewer = one.models - other.models, other.models - one.models
    if one.models == other.models:
        return Relation("same", f"both are {', '.join(sorted(mine))}")
    if all(variant == "" for _, variant in fewer):
        return Relation("refines", "names the variant")
    if all(variant == "" for _, variant in more):
        return Relation("refined_by", "the other names the variant")
    if all(left.startswith(right) for model, left in more for twin, right in fewer if model == twin):
        return Relation("refines", "names a variant of the variant")
    if all(right.startswith(left) for model, left in more for twin, right in fewer if model == twin):
        return Relation("refined_by", "the other names a variant of the variant")
    return Relation("different", "other variants")


def _named(one: Goods, other: Goods) -> Relation:
    """Names on both sides, and a number on one side at most: "A-29 Super Tucano", "Super Tucanos"."""
    shared = one.names & other.names
    if not shared:
        return Relation("different", "other names")
    nested = _all_within(one.classes, other.classes) or _all_within(other.classes, one.classes)
    if one.classes and other.classes and not nested:
        return Relation("overlaps", f"both name {', '.join(sorted(shared))}")
    mine, theirs = ((len(side.models), len(side.classes), len(side.words)) for side in (one, other))
    if mine == theirs:
        return Relation("same", f"both are {', '.join(sorted(shared))}")
    return Relation("refines", "says more") if mine > theirs else Relation("refined_by", "the other says more")


def _model_and_class(one: Goods, other: Goods) -> Relation:
    """A designation beside a description without one."""
    mine = {name for model, _ in one.models if (name := class_of_designation(model))} | one.classes
    if not other.classes:
        return Relation("different", "nothing in common")
    if other.classes == {UNSPECIFIC}:
        return Relation("refines", "the other does not say which arms")
    within = {name for name in other.classes if any(name == own or name in above(own) for own in mine)}
    if within == other.classes:
        return Relation("refines", f"names which {', '.join(sorted(within))}")
    if within:
        return Relation("overlaps", f"both are {', '.join(sorted(within))}")
    if any(own in above(name) for own in one.classes for name in other.classes):
        return Relation("overlaps", "may be of that kind")
    return Relation("different", "of another kind")


def _classes(one: Goods, other: Goods) -> Relation:
    if not one.classes or not other.classes:
        if one.roles and (one.classes or other.classes or one.words <= other.words or other.words <= one.words):
            return _more_said(one, other, "says for what")
        return _words(one, other) if one.classes == other.classes else Relation("different", "nothing in common")
    if one.classes == other.classes:
        if one.classes == {UNSPECIFIC} and not one.words | one.origins and not other.words | other.origins:
            return Relation("same", "neither says which arms")
        return _words(one, other)
    if _all_within(one.classes, other.classes):
        return Relation("refines", f"a kind of {', '.join(sorted(other.classes))}")
    if _all_within(other.classes, one.classes):
        return Relation("refined_by", f"the other is a kind of {', '.join(sorted(one.classes))}")
    shared = {name for name in one.classes if _all_within({name}, other.classes)}
    shared |= {name for name in other.classes if _all_within({name}, one.classes)}
    return Relation("overlaps", f"both name {min(shared)}") if shared else Relation("different", "of another kind")


def _all_within(lower: frozenset[str] | set[str], upper: frozenset[str]) -> bool:
    return all(name in upper or upper & set(above(name)) for name in lower) or upper == {UNSPECIFIC}


def _words(one: Goods, other: Goods) -> Relation:
    """The same class on both sides: the words beside it tell."""
    mine, theirs = one.words | one.origins, other.words | other.origins
    if mine == theirs:
        return Relation("same", "the same but for small words")
    if mine <= theirs or theirs <= mine:
        return _more_said(one, other, "says more")
    if not mine & theirs and not one.classes:
        return Relation("different", "other words")
    return Relation("overlaps", "described in other words")


def _more_said(one: Goods, other: Goods, how: str) -> Relation:
    said = (len(one.classes), len(one.words) + len(one.origins)) > (
        len(other.classes),
        len(other.words) + len(other.origins),
    )
    return Relation("refines", how) if said else Relation("refined_by", f"the other {how}")


def _mirrored(relation: Relation) -> Relation:
    return Relation(_MIRROR.get(relation.kind, relation.kind), relation.reason)
