"""Which reading of a cell is shown. Each rule has a name, and a record says which one decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from muniment.ledger.reconcile.readings import Supported
from muniment.schema.claim import Claim
from muniment.text import edtf

EMPTY: Final[Mapping[str, str]] = MappingProxyType({})
Rule: TypeAlias = tuple[str, Callable[[Supported], Any]]

# A cell that means nothing without another is taken from the claims that give the shown value of that other.
GOES_WITH: Final = {
    ("tallies", "bound"): "value",
    ("tallies", "as_of"): "value",
    ("tallies", "since"): "value",
    ("figures", "unit"): "value",
    ("figures", "bound"): "value",
    ("transfers", "currency"): "value",
}
# The count of a running total is no vote among papers: a later count supersedes the earlier one.
LATEST_FIRST: Final = frozenset({("tallies", "value")})


def choose(
    candidates: Sequence[Supported], register: str, cell: str, type: str, published: Mapping[str, str] = EMPTY
) -> tuple[Supported, str]:
    """The reading to show and the rule that chose it.

    The rules are asked in turn; each keeps the readings that it ranks highest, until one is left. `candidates` are in
    order of their first claim and not empty. `published` gives the day of publication (EDTF) by document id.
    """
    if len(candidates) == 1:
        return candidates[0], "only reading"
    left = list(candidates)
    for name, rank in _rules(register, cell, type, published):
        ranks = [rank(reading) for reading in left]
        best = max(ranks)
        left = [reading for reading, own in zip(left, ranks, strict=True) if own == best]
        if len(left) == 1:
            return left[0], name
    return left[0], "first in order"


def _rules(register: str, cell: str, type: str, published: Mapping[str, str]) -> tuple[Rule, ...]:
    support: Rule = ("most support", _support)
    latest: Rule = ("latest", _latest)
    if (register, cell) in LATEST_FIRST:
        return (("latest count", partial(_counted_by, published)), support)
    if type in ("date", "period"):
        return (support, ("most precise", _precision), latest)
    return (support, latest)


def _support(reading: Supported) -> tuple[int, int]:
    """Documents count first: a text that repeats itself supports no better."""
    return (len({claim.document for claim in reading.claims}), len(reading.claims))


def _precision(reading: Supported) -> tuple[int, bool]:
    """Fewer days are more precise; of equals the one without "about"."""
    value = str(reading.value)
    days = edtf.interval(value)
    if days is None:
        return (-date.max.toordinal(), False)
    return (days[0].toordinal() - days[1].toordinal(), not edtf.approximate(value))


def _latest(reading: Supported) -> int:
    """The last day that any supporting claim speaks of: its count's date, else its event's."""
    return max(_latest_of(claim) for claim in reading.claims)


def _counted_by(published: Mapping[str, str], reading: Supported) -> int:
    """As `_latest`, but a total that no words date is that of the day on which it was printed."""
    return max(_latest_of(claim) or _moment(published.get(claim.document)) for claim in reading.claims)


def _latest_of(claim: Claim) -> int:
    return _moment(claim.cells["as_of"].value if "as_of" in claim.cells else claim.date)


def _moment(value: object) -> int:
    days = edtf.interval(value) if isinstance(value, str) else None
    if days is None:
        return 0
    return (days[0] if days[1] == date.max else days[1]).toordinal()
