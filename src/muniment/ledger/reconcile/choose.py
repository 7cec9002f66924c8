"""Which reading of a cell is shown. Each rule has a name, and a record says which one decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from muniment.ledger.reconcile.readings import Supported
from muniment.schema.claim import Claim
from muniment.text import edtf

Rule: TypeAlias = tuple[str, Callable[[Supported], Any]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a choice among the readings of one cell goes by.

    `rule` is the register's own (see docs/reference/registers.md) or "", `type` the column's, `course` the stages in
    order; `published` the day of publication (EDTF) by document id; `refines` whether one reading is more precise than
    another, for values of which a vaguer one supports the more precise.
    """

    type: str
    rule: str
    course: tuple[str, ...]
    published: Mapping[str, str]
    refines: Callable[[Supported, Supported], bool] | None


def choose(candidates: Sequence[Supported], by: Choice) -> tuple[Supported, str]:
    """The reading to show and the rule that chose it.

    The rules are asked in turn; each keeps the readings that it ranks highest, until one is left. `candidates` are in
    order of their first claim and not empty.
    """
    if len(candidates) == 1:
        return candidates[0], "only reading"
    left = list(candidates)
    for name, rank in _rules(candidates, by):
        ranks = [rank(reading) for reading in left]
        best = max(ranks)
        left = [reading for reading, own in zip(left, ranks, strict=True) if own == best]
        if len(left) == 1:
            return left[0], name
    return left[0], "first in order"


def _rules(candidates: Sequence[Supported], by: Choice) -> tuple[Rule, ...]:
    def support(reading: Supported) -> tuple[int, int]:
        """Documents count first: a text that repeats itself supports no better."""
        vaguer = [one for one in candidates if one is not reading and by.refines and by.refines(reading, one)]
        claims = [claim for one in (reading, *vaguer) for claim in one.claims]
        return (len({claim.document for claim in claims}), len(claims))

    def counted(reading: Supported) -> int:
        return max(counted_on(claim, by.published) for claim in reading.claims)

    def stage(reading: Supported) -> int:
        return by.course.index(str(reading.value)) if reading.value in by.course else -1

    supported: Rule = ("most support", support)
    latest: Rule = ("latest", _latest)
    if by.rule == "latest count":
        return (("latest count", counted), supported)
    if by.rule == "latest day":
        return (("latest day", lambda reading: max(map(delivered_on, reading.claims))), supported, latest)
    if by.rule == "furthest stage":
        return (("furthest stage", stage), supported, latest)
    if by.type in ("date", "period"):
        return (supported, ("most precise", _precision), latest)
    return (supported, latest)


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


def delivered_on(claim: Claim) -> int:
    """The last day of delivery that a claim gives, 0 where it gives none."""
    return moment(claim.cells["delivery_date"].value) if "delivery_date" in claim.cells else moment(claim.date)


def counted_on(claim: Claim, published: Mapping[str, str]) -> int:
    """The day of a count: what the words give; of a total, the end of what it counts; else the day of printing."""
    if "as_of" in claim.cells:
        return moment(claim.cells["as_of"].value)
    first, last = edtf.ends(claim.date)
    total = moment(claim.date) if first != last and last != ".." else 0
    return total or moment(published.get(claim.document)) or moment(claim.date)


def _latest_of(claim: Claim) -> int:
    return moment(claim.cells["as_of"].value if "as_of" in claim.cells else claim.date)


def moment(value: object) -> int:
    """The last day of an EDTF date, the first of one without an end, as a number; 0 for none."""
    days = edtf.interval(value) if isinstance(value, str) else None
    if days is None:
        return 0
    return (days[0] if days[1] == date.max else days[1]).toordinal()
