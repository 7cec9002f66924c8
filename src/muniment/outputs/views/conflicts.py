"""What disagrees, for people and for programs: one row for each cell whose values cannot all be so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from rich.text import Text

from muniment.outputs.plain import one_line, shorten
from muniment.outputs.views.in_words import row_in_words
from muniment.outputs.views.sheet import DISAGREES, ID_WIDTH, SUPERSEDES
from muniment.outputs.views.values import plain
from muniment.pipeline.conflicts import Conflict, Depth, Side
from muniment.schema.codec import plain_value

HEADERS: Final = ("Record", "Register", "About", "Cell", "Who says what", "Between")
_BETWEEN: Final[dict[Depth, str]] = {
    "speakers": "speakers",
    "documents": "documents",
    "document": "one document",
    "superseded": "earlier",
}
_SHOWN_NAMES: Final = 3
_VALUE_WIDTH: Final = 60


def row(conflict: Conflict) -> tuple[str | Text, ...]:
    """One conflict as the fields of a table under HEADERS."""
    record = conflict.record
    return (
        record.id[:ID_WIDTH],
        record.register,
        row_in_words(record, 60),
        conflict.cell,
        Text(sides_in_words(conflict), "bold" if conflict.depth != "superseded" else ""),
        _BETWEEN[conflict.depth],
    )


def sides_in_words(conflict: Conflict) -> str:
    """ "6 (the ministry) ≠ 8 (Evening Star)"; superseded values stand behind an arrow."""
    sign = SUPERSEDES if conflict.depth == "superseded" else DISAGREES
    return sign.join(side_in_words(side) for side in conflict.sides)


def side_in_words(side: Side) -> str:
    """One value and who says it; of many the first few."""
    names = [one_line(name) for name in side.said_by[:_SHOWN_NAMES]]
    more = len(side.said_by) - len(names)
    said = ", ".join(names) + f" and {more} more" * (more > 0)
    return f"{shorten(plain(side.value), _VALUE_WIDTH) or '–'} ({said})"


def objects(found: Iterable[Conflict]) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        {
            "record": one.record.id,
            "register": one.record.register,
            "cells": {name: plain_value(value) for name, value in one.record.cells.items()},
            "cell": one.cell,
            "between": one.depth,
            "sides": [
                {
                    "value": plain_value(side.value),
                    "said_by": list(side.said_by),
                    "claims": list(side.claims),
                    "reason": side.reason,
                }
                for side in one.sides
            ],
        }
        for one in found
    ]
