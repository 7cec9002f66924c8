"""Date expressions in news text, and what days they mean.

`find_dates` reads words only; `resolve` needs the day of publication. The two are apart because the same words
are resolved with the tense of the verb they hang on, which only the tree knows. Hand-written rules: see
`date_parse` for the grammar and `date_resolve` for the calendar; the wanted values are those of the gold's notes,
and ISO 8601-2 (EDTF level 1) writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from muniment.text import date_nodes as nodes
from muniment.text import date_resolve
from muniment.text.date_parse import parse
from muniment.text.tokens import Tokens, cut

Tense: TypeAlias = Literal["past", "future", ""]
Kind: TypeAlias = Literal["absolute", "relative", "span", "anchored"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Characters `[start, end)` of the text that tell a date, and what they say.

    Kinds: absolute (has its year), relative (needs the publication date), span (since, until, between, ...: see
    its `node` for the ends), anchored (hangs on another date of the text: never resolved).
    """

    start: int
    end: int
    kind: Kind
    node: nodes.Node


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateExpression]:
    """The date expressions of `text[start:end]`, in order, without overlaps; offsets into `text`.

    Durations, ages, times of day and numbers that are no years give nothing. Linear in the length.
    """
    return dates_in(cut(text, start, end))


def find_days(text: str) -> list[tuple[int, int, str]]:
    """(start, end, EDTF) of each day that `text` tells with its year, in order; also of the ends of spans."""
    tokens = cut(text)
    return [
        (tokens.starts[first], tokens.ends[after - 1], date_resolve.resolve(node, "", ""))
        for first, after, node in parse(tokens, framed=False)
        if isinstance(node, nodes.Calendar) and node.year and node.day
    ]


def dates_in(tokens: Tokens) -> list[DateExpression]:
    """As `find_dates`, over tokens already cut."""
    return [
        DateExpression(tokens.starts[first], tokens.ends[after - 1], kind_of(node), node)
        for first, after, node in parse(tokens)
    ]


def resolve(expression: DateExpression, published: str, tense: Tense = "past") -> str:
    """The EDTF date of `expression` in a text published on `published` (an EDTF date, perhaps only a month, or "").

    `tense` is that of the clause: "past" takes the nearest fitting day not after publication, "future" the nearest
    not before it, "" the nearest. "" comes back for what cannot be told without guessing. Never raises.
    """
    return date_resolve.resolve(expression.node, published, tense)


def kind_of(node: nodes.Node) -> Kind:
    """How much `node` says by itself; see DateExpression."""
    match node:
        case nodes.Anchored():
            return "anchored"
        case nodes.Span():
            return "span"
        case nodes.PartOf(of=inner):
            return kind_of(inner)
        case nodes.Year() | nodes.Years():
            return "absolute"
        case nodes.Calendar(year=year) | nodes.Season(year=year):
            return "absolute" if year else "relative"
        case nodes.Months(of=nodes.Year()):
            return "absolute"
        case _:
            return "relative"
