"""What changed since a day, for people and for programs: one row for each record, with what is the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from muniment.outputs.plain import one_line, shorten
from muniment.outputs.views.in_words import row_in_words
from muniment.outputs.views.sheet import ID_WIDTH
from muniment.outputs.views.values import plain
from muniment.pipeline.compare import Cause, CellChange, Change
from muniment.schema.claim import Value
from muniment.schema.codec import plain_value
from muniment.schema.judgement import Judgement

HEADERS: Final = ("What", "Record", "Register", "About", "Changed", "Because of")
BECAME: Final = " → "
_SHOWN_CAUSES: Final = 3
_VALUE_WIDTH: Final = 40


@dataclass(frozen=True, slots=True)
class Names:
    """What causes are called: documents and judgements by id."""

    documents: Mapping[str, str]
    judgements: Mapping[str, Judgement]


def row(change: Change, names: Names) -> tuple[str, ...]:
    """One change as the fields of a table under HEADERS."""
    record = change.record
    return (
        change.kind,
        record.id[:ID_WIDTH],
        record.register,
        row_in_words(record, 60),
        _moved(change),
        _because(change.causes, names),
    )


def _moved(change: Change) -> str:
    """The cells that show something else, else the claims that came or went; where it went for what was merged."""
    if change.kind == "merged":
        return f"now part of {change.into[:ID_WIDTH]}"
    if change.kind != "changed":
        return ""
    parts = [_cell(each) for each in change.cells]
    counts = (("+", len(change.joined)), ("−", len(change.left)))
    parts += [f"{sign}{count} claim{'' if count == 1 else 's'}" for sign, count in counts if count]
    return "; ".join(parts)


def _cell(change: CellChange) -> str:
    return f"{change.cell}: {_value(change.before)}{BECAME}{_value(change.after)}"


def _value(value: Value | None) -> str:
    return "–" if value is None else shorten(plain(value), _VALUE_WIDTH)


def _because(causes: Iterable[Cause], names: Names) -> str:
    words = list(dict.fromkeys(cause_in_words(cause, names) for cause in causes))
    more = len(words) - _SHOWN_CAUSES
    return "; ".join(words[:_SHOWN_CAUSES]) + f"; {more} more" * (more > 0)


def cause_in_words(cause: Cause, names: Names) -> str:
    """ "document dispatch-3", "dispatch-3 read anew (model 2)", "judgement 12 (reject) by Ama"."""
    document = one_line(names.documents.get(cause.id, cause.id[:ID_WIDTH]))
    match cause.kind:
        case "document":
            return f"document {document}"
        case "reading":
            return f"{document} read anew ({one_line(cause.note)})"
        case "import":
            return f"claims imported about {document}"
    judged = names.judgements.get(cause.id)
    by = f" by {one_line(judged.by)}" if judged and judged.by else ""
    return f"judgement {cause.id} ({cause.note}){by}"


def objects(changes: Iterable[Change], names: Names) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        {
            "what": change.kind,
            "record": change.record.id,
            "register": change.record.register,
            "shown": {name: plain_value(value) for name, value in change.record.cells.items()},
            "before": change.before,
            "into": change.into,
            "cells": [
                {"cell": each.cell, "before": _plain(each.before), "after": _plain(each.after)} for each in change.cells
            ],
            "joined": list(change.joined),
            "left": list(change.left),
            "causes": [
                {"kind": each.kind, "id": each.id, "note": each.note, "words": cause_in_words(each, names)}
                for each in change.causes
            ],
        }
        for change in changes
    ]


def _plain(value: Value | None) -> str | int | float | list[str] | None:
    return None if value is None else plain_value(value)
