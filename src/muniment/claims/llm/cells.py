"""From the words that an answer quotes to a cell's value: read by our own readers, never taken on trust.

The value that comes with the words counts only where it chooses among what the words and the document can mean: which
of two numbers, the full name for a short one, which of a list's kinds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from types import MappingProxyType
from typing import Final, TypeAlias, get_args

from muniment.claims.facts.figures import UNIT_COUNT
from muniment.claims.ground import NOBODY
from muniment.claims.llm.reader import Reader
from muniment.schema.claim import Cell, Modality, Value
from muniment.schema.span import Span
from muniment.text.amounts import Amount, Bound
from muniment.text.dates import resolve
from muniment.text.names import acronym_of, clean, likeness, strip_article, strip_possessive
from muniment.text.verbatim import squash
from muniment.vocabulary.countries import country, demonym, find_countries
from muniment.vocabulary.registers import Column

_BOUNDS: Final = frozenset(get_args(Bound))
# What these say must stand where the claim stands; who, what and when may have been told before.
_IN_EVIDENCE: Final = frozenset({"number", "enum"})
_AHEAD: Final = frozenset({"planned", "requested"})
_RATE: Final = re.compile(r"per (year|quarter|month|week|day|hour)")
_RATE_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {"year": r"year|annual|annum", "quarter": "quarter", "month": "month", "week": "week", "day": "day|daily",
     "hour": "hour"}
)  # fmt: skip


class NotGrounded(Exception):
    """The words are absent, ambiguous, or say nothing of the kind; the message is the reason, for people."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A value, and the words that are said to give it."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands: its evidence, the passage around it, and its modality, which tells the tense of dates."""

    reader: Reader
    passage: Span
    evidence: Span
    modality: Modality


def read_cell(place: Place, column: Column, given: Sequence[Quoted]) -> Cell:
    """The cell of a column; several are given for a list only. Raises NotGrounded."""
    if column.type == "list":
        return _list(place, given)
    if len(given) > 1:
        raise NotGrounded("given more than once")
    return _read(place, column, given[0])


def read_name(place: Place, given: Quoted) -> Cell:
    """Who or what the words name. Raises NotGrounded."""
    return _read(place, _NAME, given)


def read_date(place: Place, given: Quoted) -> Cell:
    """The EDTF date that the words give. Raises NotGrounded."""
    return _read(place, _DATE, given)


_NAME: Final = Column("", "name", "")
_DATE: Final = Column("", "date", "")


def _read(place: Place, column: Column, given: Quoted) -> Cell:
    """Words that stand several times are ambiguous only where they read differently."""
    spans = _spans(place, given.words, column.type in _IN_EVIDENCE)
    if not spans:
        where = "the evidence" if column.type in _IN_EVIDENCE else "the passage"
        raise NotGrounded(f"{shown(given.words)} does not stand in {where}" if given.words.strip() else "no words")
    found: dict[Value, Cell] = {}
    for span in spans:
        cell = _READERS[column.type](place, column, given.value, span)
        if cell is not None:
            found.setdefault(cell.value, cell)
    if not found:
        fitting = f" that fits {shown(given.value)}" if given.value and column.type == "number" else ""
        raise NotGrounded(f"{shown(given.words)} gives no {_KINDS.get(column.type, column.type)}{fitting}")
    if len(found) > 1:
        raise NotGrounded(f"{shown(given.words)} stands in several places that read differently")
    return next(iter(found.values()))


_KINDS: Final[Mapping[str, str]] = MappingProxyType({"enum": "such value", "number": "one number", "date": "one date"})


def _spans(place: Place, words: str, only_evidence: bool) -> list[Span]:
    """Where the words stand in the evidence; else, where they may, in the passage, nearest first."""
    inside = place.reader.places(words, place.evidence)
    if inside or only_evidence:
        return inside
    around = place.reader.places(words, place.passage)
    return sorted(around, key=lambda span: abs(span.start - place.evidence.start))


def _list(place: Place, given: Sequence[Quoted]) -> Cell:
    """Items in order, each once; the span reaches over all items in the evidence."""
    cells = [read_name(place, one) for one in given]
    items = tuple(dict.fromkeys(str(cell.value) for cell in cells))
    spans = [cell.span for cell in cells if cell.span is not None]
    inside = [span for span in spans if place.evidence.covers(span)] or spans[:1]
    return Cell(items, Span(min(span.start for span in inside), max(span.end for span in inside)))


def _name(place: Place, column: Column, value: str, span: Span) -> Cell:
    name = _named(place.reader, _cleaned(span.of(place.reader.document.text)), _cleaned(value))
    if name.lower() in NOBODY:
        raise NotGrounded(f"{shown(name)} names nobody")
    return Cell(name, span)


def _named(reader: Reader, words: str, said: str) -> str:
    """A country for its name and its people; a fuller name that stands in the document, where it can be that of the
    words; else the words."""
    own = country(words) or demonym(words)
    if own is not None:
        return own.name
    named = {found.country.code for found in find_countries(words)}
    vague = words.lower() in NOBODY or not any(sign.isupper() for sign in words)
    nation = country(said)
    if nation is not None:
        return nation.name if nation.code in (named or (reader.nations if vague else ())) else words
    stands = reader.anywhere(said)
    if stands is None or named or not (vague or _can_be(words, said)):
        return words
    return squash(stands.of(reader.document.text))


def _cleaned(name: str) -> str:
    """A name without article, possessive and title, but with the bracket that closes it; a description keeps all its
    other words ("senior officials")."""
    bare = " ".join(strip_article(strip_possessive(squash(name))).split())
    if not any(sign.isupper() for sign in bare):
        return bare
    cleaned = clean(name)
    return f"{cleaned})" if cleaned.count("(") > cleaned.count(")") and f"{cleaned})" in bare else cleaned


def _can_be(short: str, full: str) -> bool:
    return likeness(short, full) in {"equal", "short"} or acronym_of(short, full) or acronym_of(full, short)


def _text(place: Place, column: Column, value: str, span: Span) -> Cell:
    """The words, or as much of them as the value repeats; for the unit or currency of an amount, its sign or code."""
    reader = place.reader
    inner = reader.places(value, span)
    if not any(sign.isalnum() for sign in value) or not inner:
        for amount in reader.amounts(span):
            if amount.unit and (value == amount.unit or inner):
                return Cell(amount.unit, span)
        if value == UNIT_COUNT and any(amount.kind == "count" for amount in reader.amounts(place.evidence)):
            return Cell(UNIT_COUNT, span)
    taken = inner[0] if inner else span
    return Cell(squash(taken.of(reader.document.text)), taken)


def _number(place: Place, column: Column, value: str, span: Span) -> Cell | None:
    """The number that the words are part of. Where the value says another, one of the two is misread."""
    text, said = place.reader.document.text, _plain(value)
    amounts = [one for one in place.reader.amounts(span) if one.core_start < span.end and span.start < one.core_end]
    if not amounts and said == 1 and span.of(text).lower().startswith(("a ", "an ", "another ")):
        return Cell(1, span)
    if said is not None:
        amounts = [one for one in amounts if _agrees(said, one, Span(one.core_start, one.core_end).of(text))]
    if len(amounts) != 1:
        return None
    (amount,) = amounts
    read = amount.high if amount.high is not None and said == amount.high else amount.value
    return Cell(read, Span(amount.start, amount.end))


def _agrees(said: float, amount: Amount, core: str) -> bool:
    """True where a number can be meant by an amount: its value, either end of a range, 40 for 40 %, 0.33 for a third,
    the 2.5 of 2.5 billion; any for words without figures that are not exact ("dozens")."""
    figures = "".join(sign for sign in core if sign.isdigit() or sign == ".")
    if not figures and amount.bound != "exact":
        return True
    if amount.kind == "fraction":
        return isclose(said, amount.value, rel_tol=0.02)
    share = round(100 * amount.value, 10) if amount.unit == "%" else None
    return said in (amount.value, amount.high, share, _plain(figures))


def _enum(place: Place, column: Column, value: str, span: Span) -> Cell | None:
    """One of the values. A bound is that of the number that the words are part of; of a range, that of either end."""
    wanted = value.strip().lower().replace("_", " ")
    chosen = next((one for one in column.values if one.lower() == wanted), None)
    if chosen is None:
        raise NotGrounded(f"{shown(value)} is none of its values")
    if set(column.values) <= _BOUNDS:
        amounts = place.reader.amounts(span)
        bounds: set[str] = {one.bound for one in amounts}
        if chosen not in (bounds or {"exact"}) and all(one.high is None for one in amounts):
            return Cell(bounds.pop(), span) if len(bounds) == 1 else None
    return Cell(chosen, span)


def _date(place: Place, column: Column, value: str, span: Span) -> Cell | None:
    """What the words mean on the day of publication. The value only chooses between the past and the coming Friday, and
    not even that for the day of what is told as done."""
    published = place.reader.document.published
    found: list[Cell] = []
    for expression in place.reader.dates(span):
        read = resolve(expression, published, "past")
        if column is not _DATE or place.modality != "asserted":
            ahead = resolve(expression, published, "future")
            read = value if value in (read, ahead) else ahead if place.modality in _AHEAD else read
        if read:
            found.append(Cell(read, Span(expression.start, expression.end)))
    if len(found) > 1:
        found = [cell for cell in found if cell.value == value]
    return found[0] if len(found) == 1 else None


def _period(place: Place, column: Column, value: str, span: Span) -> Cell | None:
    rate = _RATE.fullmatch(value.strip())
    if rate is None:
        return _date(place, column, value, span)
    told = re.search(_RATE_WORDS[rate[1]], span.of(place.reader.document.text), re.IGNORECASE)
    return Cell(rate[0], span) if told else None


_Read: TypeAlias = Callable[[Place, Column, str, Span], Cell | None]
_READERS: Final[Mapping[str, _Read]] = MappingProxyType(
    {"name": _name, "text": _text, "number": _number, "enum": _enum, "date": _date, "period": _period}
)


def _plain(value: str) -> float | None:
    try:
        return float(value.replace(",", ""))
    except ValueError:
        return None


def shown(value: object) -> str:
    """A value of an answer in a message: short, and free of characters that nothing can store or print."""
    told = ascii(value)
    told = repr(value) if isinstance(value, str) and value.isprintable() else told
    return told if len(told) <= 80 else f"{told[:77]}..."
