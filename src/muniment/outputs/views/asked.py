"""A question of the review as a person sees it: what is in doubt, the record's row, who says what in which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from muniment.outputs.plain import one_line
from muniment.outputs.views.conflicts import sides_in_words
from muniment.outputs.views.explained import sentence
from muniment.outputs.views.faces import faces
from muniment.outputs.views.grid import pairs
from muniment.outputs.views.in_words import features_in_words, grade_in_words, joined_in_words, row_in_words
from muniment.outputs.views.sheet import ID_WIDTH, cells_of
from muniment.outputs.views.values import quoted
from muniment.pipeline.explain import Voice, paragraph
from muniment.pipeline.review import Question
from muniment.schema.record import Record
from muniment.vocabulary.registers import register

SHOWN: Final = 9  # claims that are shown and numbered: one digit chooses
_WHAT: Final = {
    "conflict": "These cannot all be so",
    "single": "One voice alone says this",
    "merge": "Is this one fact?",
    "names": "Is this one name?",
}


def draw(question: Question, place: str, voices: Sequence[Voice], *, styled: bool) -> Group:
    """The question; `place` says where it stands ("3 of 41"), `voices` are those of its claims, in order."""
    head = Text.assemble((f"{place}  ", "dim"), (_WHAT[question.kind], "bold"))
    parts: list[RenderableType] = [Text(), head]
    if question.record is not None:
        head.append(f"  {question.record.register} {question.record.id[:ID_WIDTH]}, {grade_in_words(question.record)}")
        parts.append(_row(question.record))
    parts += [Padding(Text(line, "bold"), (0, 0, 0, 2)) for line in _doubts(question, voices)]
    for number, voice in enumerate(voices[:SHOWN], 1):
        parts += [_speaker(number, voice), Padding(sentence(voice.passage, styled=styled), (0, 0, 0, 6))]
    if len(voices) > SHOWN:
        parts.append(Text(f"  and {len(voices) - SHOWN} claims more: muniment explain shows them", "dim"))
    return Group(*parts)


def paragraphs(voices: Iterable[Voice], *, styled: bool) -> Group:
    """The whole paragraph of each claim shown."""
    parts: list[RenderableType] = []
    for number, voice in enumerate(voices, 1):
        whole = paragraph(voice.document.text, voice.claim)
        parts += [_speaker(number, voice), Padding(sentence(whole, styled=styled), (0, 0, 1, 6))]
    return Group(*parts)


def choices(records: Iterable[Record]) -> Text:
    """Records to choose from, numbered."""
    lines = (f"  [{number}] {record.id[:ID_WIDTH]}  {row_in_words(record)}" for number, record in enumerate(records, 1))
    return Text("\n".join(lines))


def spellings(names: Iterable[str]) -> Text:
    """Names to choose from, numbered."""
    return Text("\n".join(f"  [{number}] {one_line(name)}" for number, name in enumerate(names, 1)))


def _row(record: Record) -> RenderableType:
    facts = pairs()
    for face in faces(register(record.register)):
        words = face.render(cells_of(record))
        if words:
            facts.add_row(face.header, Text(one_line(words)))
    if record.modality != "asserted":
        facts.add_row("Modality", record.modality)
    return Padding(facts, (0, 0, 0, 2))


def _doubts(question: Question, voices: Sequence[Voice]) -> list[str]:
    """What is in doubt, a line each."""
    if question.reason is not None:
        stand = "stand as one" if question.same else "stand as two"
        names = " and ".join(quoted(one_line(name)) for name in (question.reason.alias, question.reason.to))
        return [f"{names} {stand}: {features_in_words(question.reason.features)}"]
    numbers = {voice.claim.id: number for number, voice in enumerate(voices, 1)}
    joined = [f"[{numbers[one.claim]}] joined: {joined_in_words(one)}" for one in question.joined]
    return [*(f"{one.cell}: {sides_in_words(one)}" for one in question.conflicts), *joined]


def _speaker(number: int, voice: Voice) -> Text:
    """Who says it, who printed it, when; that somebody judged it."""
    printed = " ".join(part for part in (voice.publisher.value, voice.published.value) if part)
    said = voice.said_by or printed or voice.document.name
    line = Text.assemble((f"  [{number}] ", "dim"), (one_line(said), "bold"))
    others = [printed if voice.said_by else "", voice.document.name if said != voice.document.name else ""]
    line.append("".join(f", {one_line(part)}" for part in others if part), "dim")
    if voice.judgement is not None:
        line.append(f"  ({voice.judgement.verdict} by {one_line(voice.judgement.by) or 'somebody'})", "dim")
    return line
