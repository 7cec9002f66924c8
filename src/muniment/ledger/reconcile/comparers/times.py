"""Dates compared: can two be about one event, one state of affairs, one deal?

An event's date is a day, month, season or year, or an interval of at most a month, "some time within" it. Anything
longer is a span: "throughout" it, or a summary of several events.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from math import inf
from typing import Final

from muniment.ledger.reconcile.comparers.base import (
    DIFFERS,
    Comparer,
    Context,
    Outcome,
    Term,
    refines,
    same,
    text_of,
    value_of,
)
from muniment.schema.claim import Claim
from muniment.text import edtf

LONGEST_EVENT: Final = 31
# How far "about" reaches to either side of what it stands by, in days.
_ABOUT: Final = {"day": 3, "month": 15, "season": 45, "year": 183, "interval": 7}
_GRACE: Final = timedelta(days=31)
_WEEK: Final = timedelta(days=7)
_YEAR: Final = timedelta(days=366)
_DELIVERIES: Final = timedelta(days=5 * 366)
_EVERY: Final = ("*",)
_PRINTED: Final = " printed"
_SEASON: Final = timedelta(days=93)


@dataclass(frozen=True, slots=True)
class Days(Term):
    """First and last day, with what "about" adds; whether it is a span, and whether it is said not to have happened."""

    first: Day
    last: Day
    span: bool
    denied: bool

    def meets(self, other: Days, grace: timedelta = timedelta()) -> bool:
        """True where the two share a day, or lie no further apart than `grace`."""
        return self.gap(other) <= grace

    def gap(self, other: Days) -> timedelta:
        """The time between the two; zero where they share a day or touch."""
        if self.last < other.first:
            return other.first - self.last
        return self.first - other.last if other.last < self.first else timedelta()


def is_span(value: str) -> bool:
    """True for an interval that is open or longer than an event."""
    days = edtf.interval(value)
    return "/" in value and days is not None and (days[1] - days[0]).days >= LONGEST_EVENT


def days_of(value: str, *, denied: bool = False) -> Days | None:
    """An EDTF date made ready; None where it is none."""
    days = edtf.interval(value)
    if days is None:
        return None
    first, last = days
    if edtf.approximate(value):
        reach = timedelta(days=_ABOUT.get(edtf.precision(value), 31))
        first = max(first, Day.min + reach) - reach
        last = min(last, Day.max - reach) + reach
    span = is_span(value)
    return Days(f"{first}/{last}/{span}/{denied}", _months(first, last, span=span), first, last, span, denied)


def _months(first: Day, last: Day, *, span: bool) -> tuple[str, ...]:
    if span or (last - first).days > 800:
        return ("span",)
    start, end = first.year * 12 + first.month, last.year * 12 + last.month
    return (*(str(month) for month in range(start, end + 1)),)


class Event(Comparer[Days]):
    """The day of one event: a year or month may hold the day of another report. A denial holds for its whole span."""

    def term(self, claim: Claim, cell: str, context: Context) -> Days | None:
        found = days_of(text_of(claim, cell), denied=claim.modality == "denied")
        if found is not None and found.denied:
            return Days(found.key, (*found.tokens, "denied"), found.first, found.last, found.span, True)
        return found

    def compare(self, one: Days, other: Days) -> Outcome:
        if one.denied and other.denied and one.meets(other):
            return same("denied for days that meet")
        if one.span != other.span or not one.meets(other):
            return DIFFERS
        if (one.first, one.last) == (other.first, other.last):
            return same("the same days")
        if one.span:
            return DIFFERS
        if other.first <= one.first and one.last <= other.last:
            return refines(True, "the date is more precise")
        if one.first <= other.first and other.last <= one.last:
            return refines(False, "the date is more precise")
        return same("the days meet")


class Moment(Event):
    """As the day of an event, where it is told to the month."""

    def term(self, claim: Claim, cell: str, context: Context) -> Days | None:
        found = super().term(claim, cell, context)
        return None if found is None or found.last - found.first > _GRACE else found


class Reported(Event):
    """As the day of an event; one that no words date happened in the week before it was printed."""

    def term(self, claim: Claim, cell: str, context: Context) -> Days | None:
        said = super().term(claim, cell, context)
        printed = days_of(context.published.get(claim.document, ""))
        if said is not None or printed is None:
            return said
        first = max(printed.first, Day.min + _WEEK) - _WEEK
        key = f"{first}/{printed.last}{_PRINTED}"
        return Days(key, _months(first, printed.last, span=False), first, printed.last, False, False)

    def compare(self, one: Days, other: Days) -> Outcome:
        if one.key != other.key and max(one.last - one.first, other.last - other.first) > _SEASON:
            return DIFFERS  # a year names no event
        if any(
            days.key.endswith(_PRINTED) and twin.last - twin.first > _GRACE
            for days, twin in ((one, other), (other, one))
        ):
            return DIFFERS  # a week of some year is nothing that a year tells more of
        return super().compare(one, other)


class Overlap(Comparer[Days]):
    """Two dates of what goes on: they must meet, or nearly."""

    def term(self, claim: Claim, cell: str, context: Context) -> Days | None:
        found = days_of(text_of(claim, cell))
        return found and Days(found.key, _EVERY, found.first, found.last, found.span, False)

    def compare(self, one: Days, other: Days) -> Outcome:
        return same("the days meet") if one.meets(other, _GRACE) else DIFFERS


class Start(Overlap):
    """Since when somebody counts: as said, else where the date begins. Series that begin apart are two."""

    def term(self, claim: Claim, cell: str, context: Context) -> Days | None:
        said = super().term(claim, cell, context)
        first, last = edtf.ends(claim.date)
        begun = days_of(first) if said is None and first != last else None
        return (begun and Days(begun.key, _EVERY, begun.first, begun.last, False, False)) or said


@dataclass(frozen=True, slots=True)
class Staged(Days):
    """A date with the place of its stage in the course of things, -1 where no stage is said."""

    stage: int


class Course(Comparer[Staged]):
    """The dates of stages of one thing: those of one stage meet; a later stage follows within a year."""

    def term(self, claim: Claim, cell: str, context: Context) -> Staged | None:
        found = days_of(text_of(claim, cell))
        if found is None:
            return None
        name, course = next(iter(context.stages.items()), ("", ()))
        stage = text_of(claim, name)
        place = course.index(stage) if stage in course else -1
        return Staged(f"{found.key}/{place}", _EVERY, found.first, found.last, found.span, False, place)

    def compare(self, one: Staged, other: Staged) -> Outcome:
        if one.meets(other, _GRACE):
            return same("the days meet")
        early, late = (one, other) if one.first <= other.first else (other, one)
        follows = -1 < early.stage < late.stage and early.gap(late) <= _YEAR
        return same("a later stage") if follows else DIFFERS


@dataclass(frozen=True, slots=True)
class Deal(Term):
    """When how many were ordered and delivered, as far as a claim says; and whether the delivery was only due."""

    ordered: Days | None
    delivered: Days | None
    due: bool
    most: float
    least: float


def _count(claim: Claim, cell: str, unsaid: float) -> float:
    value = value_of(claim, cell)
    return float(value) if isinstance(value, int | float) else unsaid


class Deals(Comparer[Deal]):
    """Order and delivery of one deal: one date of order; no delivery before it, nor of more than was ordered.
    Deliveries without an order stay together for five years.
    """

    def term(self, claim: Claim, cell: str, context: Context) -> Deal | None:
        ordered, delivered = days_of(text_of(claim, "order_date")), days_of(text_of(claim, "delivery_date"))
        due = claim.modality != "asserted"
        most, least = _count(claim, "quantity_ordered", inf), 0.0 if due else _count(claim, "quantity_delivered", 0.0)
        key = f"{ordered and ordered.key}|{delivered and delivered.key}|{due}|{most}|{least}"
        return Deal(key, _EVERY, ordered, delivered, due, most, least)

    def compare(self, one: Deal, other: Deal) -> Outcome:
        if max(one.least, other.least) > min(one.most, other.most):
            return DIFFERS
        if one.ordered and other.ordered:
            return same("ordered at one time") if one.ordered.meets(other.ordered, _GRACE) else DIFFERS
        for mine, theirs in ((one, other), (other, one)):
            if mine.ordered and theirs.delivered and mine.ordered.first - theirs.delivered.last > _GRACE:
                return DIFFERS
        if one.delivered and other.delivered and not (one.due or other.due or one.ordered or other.ordered):
            near = one.delivered.span or other.delivered.span or one.delivered.meets(other.delivered, _DELIVERIES)
            return same("deliveries of one deal") if near else DIFFERS
        return same("order and delivery")
