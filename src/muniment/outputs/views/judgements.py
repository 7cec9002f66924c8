"""Judgements in words: what was decided, about what, and whether it still stands on something."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from muniment.outputs.plain import one_line, shorten
from muniment.outputs.views.values import plain, quoted
from muniment.pipeline.log import Entry, anchors_of
from muniment.schema.claim import Value
from muniment.schema.codec import plain_value
from muniment.schema.judgement import Judgement, Name, OfCell, OfJudgement, OfNames, OfSides

HEADERS: Final = ("Id", "Verdict", "About", "By", "When", "Why", "Holds on to")
ID_WIDTH: Final = 8
_WORDS: Final = 70
_TO_THE_MINUTE: Final = 16  # characters of an ISO 8601 instant


def row(entry: Entry) -> tuple[str, ...]:
    """One judgement as the fields of a table under HEADERS."""
    judgement = entry.judgement
    return (
        judgement.id[:ID_WIDTH],
        judgement.verdict,
        about(entry),
        one_line(judgement.by),
        judgement.made[:_TO_THE_MINUTE].replace("T", " "),
        one_line(judgement.why),
        holds(entry),
    )


def about(entry: Entry) -> str:
    """What the judgement is about: the words that were judged, the names, or the judgement taken back."""
    subject = entry.judgement.subject
    match subject:
        case OfNames(names):
            return (" = " if entry.judgement.verdict == "same" else " ≠ ").join(map(_name, names))
        case OfJudgement(id):
            return f"judgement {id[:ID_WIDTH]}"
        case OfCell(_, cell, value):
            return f"{cell}: {value_in_words(value)} ← {_quoted(entry.words[0])}"
        case OfSides(these, _):
            sides = (entry.words[: len(these)], entry.words[len(these) :])
            return " | ".join("; ".join(map(_quoted, side)) for side in sides)
    return "; ".join(map(_quoted, entry.words))


def holds(entry: Entry) -> str:
    """Whether the judgement stands, and what of its claims or names is still there."""
    if not entry.stands:
        return "taken back"
    if not entry.subjects:
        return ""
    return "all of it" if entry.held == entry.subjects else f"{entry.held} of {entry.subjects}"


def in_words(judgement: Judgement) -> str:
    """A judgement just made: "reject 3fa92c10: Z-9 jets"."""
    subject = judgement.subject
    claims = ", ".join(anchor.claim[:ID_WIDTH] for anchor in anchors_of(subject))
    match subject:
        case OfNames(names):
            what = (" = " if judgement.verdict == "same" else " ≠ ").join(map(_name, names))
        case OfJudgement(id):
            what = f"judgement {id[:ID_WIDTH]}"
        case OfCell(_, cell, value):
            what = f"claim {claims}: {cell} = {value_in_words(value)}"
        case _:
            what = f"claim{'s' * (claims.count(',') > 0)} {claims}"
    return one_line(f"{judgement.verdict} {what} (judgement {judgement.id[:ID_WIDTH]})")


def value_in_words(value: Value | None) -> str:
    """A corrected value; nothing is said to be so."""
    return "nothing" if value in (None, "", ()) else plain(value if value is not None else "")


def objects(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        {
            **as_object(entry.judgement),
            "stands": entry.stands,
            "words": [{"words": words, "document": document} for words, document in entry.words],
            "subjects": entry.subjects,
            "held": entry.held,
        }
        for entry in entries
    ]


def as_object(judgement: Judgement) -> dict[str, Any]:
    """One judgement for programs: claims by id, names, the cell and value, or the judgement taken back."""
    told: dict[str, Any] = {"id": judgement.id, "verdict": judgement.verdict}
    match judgement.subject:
        case OfNames(names):
            told["names"] = [{"name": name.name, "document": name.document} for name in names]
        case OfJudgement(id):
            told["judgement"] = id
        case OfCell(anchor, cell, value):
            told |= {"claims": [anchor.claim], "cell": cell, "value": None if value is None else plain_value(value)}
        case OfSides(these, those):
            told |= {"claims": [one.claim for one in these], "apart_from": [one.claim for one in those]}
        case subject:
            told["claims"] = [anchor.claim for anchor in anchors_of(subject)]
    return {**told, "by": judgement.by, "made": judgement.made, "why": judgement.why}


def _name(name: Name) -> str:
    return quoted(one_line(name.name)) + (f" in {name.document[:ID_WIDTH]}" if name.document else "")


def _quoted(words: tuple[str, str]) -> str:
    return f"{quoted(shorten(words[0], _WORDS))} ({one_line(words[1])})"
