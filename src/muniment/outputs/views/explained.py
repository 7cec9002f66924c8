"""Draws an explanation: record, readings, then every voice with its sentence and the words marked in it."""

from __future__ import annotations

import re
from dataclasses import asdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from muniment.claims.confidence import confidence, reasons
from muniment.outputs.plain import neutralise, one_line
from muniment.outputs.views.disagreement import Relation, relation
from muniment.outputs.views.grid import grid, pairs
from muniment.outputs.views.in_words import (
    GRADES,
    called_in_words,
    grade_in_words,
    joined_in_words,
    row_in_words,
    support_in_words,
    tied_in_words,
)
from muniment.outputs.views.sheet import DISAGREES, SUPERSEDES
from muniment.outputs.views.values import plain, quoted
from muniment.vocabulary.registers import register

if TYPE_CHECKING:
    from muniment.pipeline.explain import Explanation, Known, Passage, Voice
    from muniment.schema.claim import Cell, Claim
    from muniment.schema.document import Document
    from muniment.schema.record import Record

EVIDENCE_STYLE: Final = "bold"
CELL_STYLE: Final = "underline"
SIGNS: Final = {Relation.CONFLICTS: DISAGREES, Relation.SUPERSEDED: SUPERSEDES, Relation.AGREES: "; "}
# Where a terminal shows no styles, these stand around the evidence.
OPENING: Final = "»"
CLOSING: Final = "«"


def draw(explanation: Explanation, width: int, *, styled: bool) -> Group:
    """The explanation of a record, claim or document; `styled` where bold and underlined words show."""
    parts: list[RenderableType] = []
    if explanation.record is not None:
        parts += _record(explanation.record, explanation.voices, width)
        parts += _because(explanation)
    if explanation.kind == "document":
        parts += _document(explanation)
    for number, voice in enumerate(explanation.voices, 1):
        parts += [Text()] if parts else []
        parts += _voice(number, voice, styled=styled)
    return Group(*parts)


def _record(record: Record, voices: tuple[Voice, ...], width: int) -> list[RenderableType]:
    head = Text.assemble(("Record ", "dim"), (record.id, "bold"), f"  {record.register}, {record.modality}")
    head.append(f"\n{grade_in_words(record)}: {support_in_words(record)}", "dim")
    shown = {**record.cells, "date": record.date, "modality": record.modality}
    rows: list[list[Text]] = []
    for cell in _cells_in_order(record):
        words = _readings(record, cell, voices)
        value = Text(one_line(plain(shown.get(cell, ""))), "bold")
        rule = Text(record.rules.get(cell, ""), "dim")
        rows.append([Text(cell), value, rule, Text(words, "bold" * (DISAGREES in words))])
    return [head, grid(("Cell", "Shown", "Rule", "Readings"), rows, width)]


def _because(explanation: Explanation) -> list[RenderableType]:
    """Whom the names mean, why the claims are one record, what it is tied to: a line each."""
    numbers = {voice.claim.id: number for number, voice in enumerate(explanation.voices, 1)}
    facts = pairs()
    for called in explanation.called:
        facts.add_row("who is who", Text(called_in_words(called)))
    for joined in explanation.joined:
        facts.add_row(f"[{numbers[joined.claim]}] joined", Text(joined_in_words(joined)))
    for tied in explanation.ties:
        facts.add_row("tied", Text(tied_in_words(tied)))
    return [Text(), facts] if facts.row_count else []


def _readings(record: Record, cell: str, voices: tuple[Voice, ...]) -> str:
    """Every reading with the numbers of its claims, the shown one first; the sign says how the others stand to it."""
    numbers = {voice.claim.id: number for number, voice in enumerate(voices, 1)}
    parts: list[str] = []
    readings = record.readings.get(cell, ())
    shown = record.date if cell == "date" else record.cells.get(cell, record.modality)
    for reading in sorted(readings, key=lambda reading: reading.value != shown):
        how = relation(record, cell, reading)
        noted = "".join(f"[{numbers[claim]}]" for claim in reading.claims if claim in numbers)
        sign = SIGNS[how] if parts else ""
        why = f" ({reading.relation}: {one_line(reading.reason)})" if reading.reason else ""
        parts.append(f"{sign}{one_line(plain(reading.value))} {noted}{why}")
    return "".join(parts)


def _cells_in_order(record: Record) -> list[str]:
    """The register's own order, then date and modality."""
    columns = [column.cell for column in register(record.register).columns]
    return [cell for cell in (*columns, "date", "modality") if cell in record.readings or cell in record.cells]


def _document(explanation: Explanation) -> list[RenderableType]:
    document, status = explanation.document, explanation.status
    lines: list[RenderableType] = []
    if document is not None:
        lines.append(Text.assemble(("Document ", "dim"), (neutralise(document.name), "bold")))
        lines += [Text.assemble((f"  {label:<10} ", "dim"), words) for label, words in _known_facts(document)]
    if status is not None:
        lines.append(Text(f"  {status.status}: {status.claims} claims {one_line(status.note)}".rstrip()))
    for refusal in explanation.refusals:
        where = f" at {refusal.span.start}–{refusal.span.end}" if refusal.span else ""
        lines.append(Text(f"  not admitted: {refusal.register} {refusal.frame}: {refusal.reason}{where}", "dim"))
    return lines


def _known_facts(document: Document) -> list[tuple[str, str]]:
    """Each field with how it is known; what was found beside the chosen value is not hidden."""
    found: dict[tuple[str, str], list[str]] = {}
    for label in ("title", "author", "publisher", "published", "url"):
        if value := getattr(document, label):
            found[label, value] = []
    for finding in document.findings:
        found.setdefault((finding.field, finding.value), []).append(finding.how)
    facts = [(label, one_line(value + f" ({', '.join(hows)})" * bool(hows))) for (label, value), hows in found.items()]
    return [*facts, ("id", document.id)]


def _voice(number: int, voice: Voice, *, styled: bool) -> list[RenderableType]:
    claim, document = voice.claim, voice.document
    head = Text.assemble((f"[{number}] ", "dim"), (one_line(voice.said_by or document.name), "bold"))
    head.append(f"  {claim.register}, {claim.modality}" + (f", {claim.date}" if claim.date else ""))
    facts = pairs()
    for label, words in _facts(voice):
        facts.add_row(label, Text(one_line(words)))
    return [head, *(Padding(part, (0, 0, 0, 4)) for part in (sentence(voice.passage, styled=styled), facts))]


def _facts(voice: Voice) -> list[tuple[str, str]]:
    """What is known about a claim beside its sentence; cells with the words they were read from."""
    claim, document = voice.claim, voice.document
    ordered = [column.cell for column in register(claim.register).columns if column.cell in claim.cells]
    facts = [(name, _cell_words(claim.cells[name], document.text)) for name in ordered]
    printed = ", ".join(part for part in (_known(voice.publisher), _known(voice.published)) if part)
    facts += [
        ("printed by", printed or "not known"),
        ("document", f"{document.name}, characters {claim.evidence.start}–{claim.evidence.end}"),
        ("proposed by", voice.proposer),
        *_confidence(voice.read),
        ("claim", claim.id),
    ]
    if voice.judgement is not None:
        judged = voice.judgement
        words = (judged.verdict, judged.by, judged.made, judged.why)
        facts.append(("judged", " ".join(word for word in words if word)))
    return facts


def _confidence(claim: Claim) -> list[tuple[str, str]]:
    """How often such claims are right, and the signs that moved it most, where it was measured."""
    if claim.confidence is None:
        return []
    words = f"{claim.confidence:.2f}: right in {claim.confidence:.0%} of such claims"
    if confidence(claim) == claim.confidence:  # not the figure of another program
        words += "".join(f"; {sign} {weight:+.1f}" for sign, weight in reasons(claim))
    return [("confidence", words)]


def _cell_words(cell: Cell, text: str) -> str:
    """The value, and the words it was read from where they say it otherwise."""
    value, words = plain(cell.value), cell.span.of(text) if cell.span is not None else ""
    return value if not words or words == value else f"{value} ← {quoted(words)}"


def _known(known: Known) -> str:
    return f"{known.value} ({known.how})" if known.value and known.how else known.value


def sentence(passage: Passage, *, styled: bool) -> Text:
    """The passage on one line, with its marks as styles, or the evidence between »…« where styles do not show."""
    marks = [(mark.start - passage.start, mark.end - passage.start, mark.cell) for mark in passage.marks]
    evidence = [(start, end) for start, end, cell in marks if cell == "evidence"]
    cuts = sorted({0, len(passage.text)}.union(*((start, end) for start, end, _ in marks)))
    line = Text()
    for start, end in pairwise(cuts):
        words = neutralise(re.sub(r"\s", " ", passage.text[start:end]))
        if styled:
            inside = {cell == "evidence" for first, last, cell in marks if first <= start < last}
            line.append(words, " ".join((EVIDENCE_STYLE,) * (True in inside) + (CELL_STYLE,) * (False in inside)))
        else:
            opened = OPENING if any(start == first for first, _ in evidence) else ""
            closed = CLOSING if any(end == last for _, last in evidence) else ""
            line.append(f"{opened}{words}{closed}")
    return line


def as_object(explanation: Explanation) -> dict[str, Any]:
    """The same for programs."""
    from muniment.schema.codec import claim_to_export, record_to_export

    return {
        "kind": explanation.kind,
        "record": None if explanation.record is None else record_to_export(explanation.record),
        "grade_rule": "" if explanation.record is None else GRADES.get(explanation.record.grade, ""),
        "voices": [
            {
                "claim": claim_to_export(voice.claim, voice.document.name, voice.document.text),
                "said_by": voice.said_by,
                "publisher": {"value": voice.publisher.value, "how": voice.publisher.how},
                "published": {"value": voice.published.value, "how": voice.published.how},
                "proposer": voice.proposer,
                "passage": {"text": voice.passage.text, "start": voice.passage.start, "end": voice.passage.end},
                "marks": [{"start": m.start, "end": m.end, "cell": m.cell} for m in voice.passage.marks],
                "judgement": None if voice.judgement is None else voice.judgement.verdict,
            }
            for voice in explanation.voices
        ],
        "called": [asdict(each) for each in explanation.called],
        "joined": [asdict(each) for each in explanation.joined],
        "ties": [
            {
                "kind": each.kind,
                "record": each.record.id,
                "register": each.record.register,
                "shown": row_in_words(each.record),
                "reasons": list(each.reasons),
            }
            for each in explanation.ties
        ],
        "refusals": [
            {"register": each.register, "frame": each.frame, "reason": each.reason} for each in explanation.refusals
        ],
    }
