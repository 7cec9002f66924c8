"""Weapons and goods compared, as `ledger.identity.items` relates them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from muniment.ledger.identity.items import relate
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
from muniment.ledger.reconcile.comparers.enums import PRODUCTION
from muniment.ledger.reconcile.comparers.goods import goods_tokens, is_designated, used
from muniment.ledger.reconcile.comparers.words import content
from muniment.schema.claim import Claim
from muniment.text.tokens import word_set

_KNOW_HOW: Final = word_set(
    "technology technological know how knowhow assistance help aid expertise licence production assembly kit blueprint"
)


@dataclass(frozen=True, slots=True)
class Goods(Term):
    """An item as it is called."""

    item: str


class Items(Comparer[Goods]):
    """Weapons and goods, as `ledger.identity.items` relates them."""

    def term(self, claim: Claim, cell: str, context: Context) -> Goods | None:
        item = text_of(claim, cell)
        return Goods(phrase_key(item), goods_tokens(item), item) if item else None

    def compare(self, one: Goods, other: Goods) -> Outcome:
        return related(one.item, other.item)


class Models(Items):
    """As items, but one design only: the same words, or a named type and its variants."""

    def compare(self, one: Goods, other: Goods) -> Outcome:
        found = related(one.item, other.item)
        named = is_designated(one.item) and is_designated(other.item)
        return found if found.kind == "same" or named else DIFFERS


class Described(Items):
    """As items, but only of those of which nobody names the type: "jets" and "fighter jets"."""

    def term(self, claim: Claim, cell: str, context: Context) -> Goods | None:
        found = super().term(claim, cell, context)
        return None if found is None or is_designated(found.item) else found


class Batch(Comparer[Term]):
    """Unspecific goods are one, but for second-hand ones."""

    def term(self, claim: Claim, cell: str, context: Context) -> Term | None:
        key = "used" if used(text_of(claim, cell)) else ""
        return Term(key, (key,))

    def compare(self, one: Term, other: Term) -> Outcome:
        return DIFFERS


class KnowHow(Comparer[Term]):
    """Technology, help with it, and making the thing under licence: what the thing is."""

    def term(self, claim: Claim, cell: str, context: Context) -> Term | None:
        words = content(text_of(claim, cell))
        if not words & _KNOW_HOW and text_of(claim, "status") != PRODUCTION:
            return None
        key = " ".join(sorted(words - _KNOW_HOW))
        return Term(key, (key,)) if key else None

    def compare(self, one: Term, other: Term) -> Outcome:
        return DIFFERS


def related(one: str, other: str) -> Outcome:
    """How two items stand."""
    found = relate(one, other)
    match found.kind:
        case "same":
            return same(found.reason)
        case "refines" | "refined_by":
            return refines(found.kind == "refines", found.reason)
    return DIFFERS
