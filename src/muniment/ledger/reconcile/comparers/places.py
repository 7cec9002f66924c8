"""Places and populations compared: which lies in which, and who is counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from muniment.ledger.identity.wording import phrase_key
from muniment.ledger.reconcile.comparers.base import (
    DIFFERS,
    Comparer,
    Context,
    Outcome,
    Term,
    refines,
    same,
    text_of,
)
from muniment.ledger.reconcile.comparers.words import content
from muniment.schema.claim import Claim
from muniment.text.tokens import word_set
from muniment.vocabulary.countries import capital, demonym
from muniment.vocabulary.people import population

_KINDS: Final = word_set(
    """strip region state province city township town district county village oblast governorate area territory"""
)
_SIDES: Final = word_set("north south east west northern southern eastern western central")
_CIVILIAN: Final = "civilian"
_CIVILIANS: Final = word_set(
    "civilian noncombatant villager townspeople local bystander people person resident citizen inhabitant life"
)
# Classes of vocabulary/people.yaml of which reports mix the words: "militants", "insurgents", "rebels".
_ONE: Final = frozenset({"militant", "protester", "displaced"})
_ANYBODY: Final = word_set("people person resident citizen inhabitant life")


@dataclass(frozen=True, slots=True)
class Place(Term):
    """A place as its parts: "Tabin township, Upper region" has two, and a capital its state behind it."""

    parts: tuple[frozenset[str], ...]


class Places(Comparer[Place]):
    """Places: one that names the other as its part or whole is more precise."""

    def term(self, claim: Claim, cell: str, context: Context) -> Place | None:
        names = [part.strip() for part in text_of(claim, cell).split(",") if part.strip()]
        if not names:
            return None
        seat = capital(names[-1])
        names += [seat.name] if seat else []
        parts = tuple(content(context.key(name, claim.document, cell)) for name in names)
        tokens = tuple(sorted({word for part in parts for word in part - _KINDS - _SIDES or part}))
        return Place(" , ".join(" ".join(sorted(part)) for part in parts), tokens, parts)

    def compare(self, one: Place, other: Place) -> Outcome:
        mine, theirs = one.parts[0], other.parts[0]
        if theirs in one.parts[1:] or mine in other.parts[1:]:
            return refines(theirs in one.parts[1:], "lies in it")
        if mine == theirs:
            return refines(len(one.parts) > len(other.parts), "says where it lies")
        more = (mine - theirs) | (theirs - mine)
        if (mine > theirs or theirs > mine) and more <= _KINDS | _SIDES:
            return refines(mine > theirs, "part of it")
        return DIFFERS


class Areas(Places):
    """The area over which somebody counts: a part of it is another area."""

    def compare(self, one: Place, other: Place) -> Outcome:
        mine, theirs = one.parts[0], other.parts[0]
        one_word = mine <= theirs or theirs <= mine
        return same("one area") if one_word and mine ^ theirs <= _KINDS else DIFFERS


@dataclass(frozen=True, slots=True)
class People(Term):
    """A population and its class in vocabulary/people.yaml, or its country; `anybody` for "people"."""

    group: str
    anybody: bool


class Populations(Comparer[People]):
    """Who is counted. "People" may be the civilians or the Syrians of another report, never its soldiers."""

    def term(self, claim: Claim, cell: str, context: Context) -> People | None:
        said = text_of(claim, cell) or "people"
        key = phrase_key(said)
        head = key.split()[-1]
        nation = demonym(said) or demonym(said.removesuffix("s"))
        known = population(key) or population(head)
        group = nation.name if nation else known if known in _ONE else _CIVILIAN if head in _CIVILIANS else head
        general = nation is not None or group == _CIVILIAN
        return People(key, (_CIVILIAN if general else group,), group, key in _ANYBODY)

    def compare(self, one: People, other: People) -> Outcome:
        if one.anybody != other.anybody and one.tokens == other.tokens:
            return refines(other.anybody, "the population is more precise")
        return same("one population") if one.group == other.group else DIFFERS
