"""Values of lists compared: equal, of one group, or one the parent of the other."""

from __future__ import annotations

from typing import Final

from muniment.ledger.identity.wording import phrase_key
from muniment.ledger.reconcile.comparers.base import (
    DIFFERS,
    Comparer,
    Context,
    Outcome,
    Term,
    refines,
    text_of,
    value_of,
)
from muniment.schema.claim import Claim

# Acts of force that are some kind of another (ACLED's sub-events): an "attack" may turn out an air strike.
_PARENTS: Final = {
    "air strike": "attack", "shooting": "attack", "shelling": "attack", "raid": "attack", "arson": "attack",
    "crackdown": "attack",
}  # fmt: skip
PRODUCTION: Final = "licensed production / kit assembly"


class Equal(Comparer[Term]):
    """Equal or not; saying nothing is a value, too."""

    def term(self, claim: Claim, cell: str, context: Context) -> Term | None:
        value = value_of(claim, cell)
        if isinstance(value, int | float):
            key = repr(float(value))
        else:
            key = phrase_key(text_of(claim, cell)) if value is not None else ""
        return Term(key, (key,))

    def compare(self, one: Term, other: Term) -> Outcome:
        return DIFFERS


class Number(Equal):
    """Equal counts, where both are said."""

    def term(self, claim: Claim, cell: str, context: Context) -> Term | None:
        return super().term(claim, cell, context) if value_of(claim, cell) is not None else None


class Grouped(Equal):
    """Equal, or in one group of the register's `groups`."""

    def term(self, claim: Claim, cell: str, context: Context) -> Term | None:
        said = text_of(claim, cell)
        group = next((group for group in context.groups.get(cell, ()) if said in group), frozenset({said}))
        key = " / ".join(sorted(group))
        return Term(key, (key,))


class Production(Equal):
    """Making something under licence is no delivery of it; what is asked for or planned may become either."""

    def term(self, claim: Claim, cell: str, context: Context) -> Term | None:
        key = "licensed" if text_of(claim, cell) == PRODUCTION else "supplied"
        return Term(key, (key,))


class Acts(Equal):
    """Kinds of acts of force, the general one less precise than its kinds."""

    def term(self, claim: Claim, cell: str, context: Context) -> Term | None:
        kind = text_of(claim, cell)
        return Term(kind, tuple(sorted({kind, _PARENTS.get(kind, kind)}))) if kind else None

    def compare(self, one: Term, other: Term) -> Outcome:
        if _PARENTS.get(one.key) == other.key:
            return refines(True, "a kind of it")
        return refines(False, "a kind of it") if _PARENTS.get(other.key) == one.key else DIFFERS
