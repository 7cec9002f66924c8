"""Time expressions of a text and what they mean: dates, times of day, lapses, recurrences, vague references.

What `dates` finds for the registers, this finds in the width of TIMEX3 (ISO-TimeML): also how long, how often and
"recently". Dates that hang on others ("the following month", "a year earlier") are resolved from those told before.
"""

from __future__ import annotations

from dataclasses import dataclass

from muniment.text.time_nodes import TimeNode
from muniment.text.time_parse import parse
from muniment.text.time_resolve import Context, Meaning
from muniment.text.tokens import cut


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Characters `[start, end)` of the text, what the words say and what they mean there."""

    start: int
    end: int
    node: TimeNode
    meaning: Meaning


def find_times(text: str, published: str) -> list[TimeExpression]:
    """The time expressions of `text`, in order, without overlaps, as meant in a text published on `published` (an EDTF
    date or ""). Linear in the length. Never raises."""
    tokens = cut(text)
    context = Context(tokens, published)
    return [
        TimeExpression(tokens.starts[first], tokens.ends[after - 1], node, context.meaning(first, after, node))
        for first, after, node in parse(tokens)
    ]
