"""From the text that a language model sends back to claims and refusals. Whatever it holds, nothing is raised but
BrokenAnswer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from muniment.claims.ground import admit
from muniment.claims.llm.cells import NotGrounded, Place, Quoted, read_cell, read_date, read_name, shown
from muniment.claims.llm.reader import LONGEST, Reader
from muniment.claims.proposal import Proposal
from muniment.schema.claim import MODALITIES, Cell, Claim, Modality, Refusal
from muniment.schema.span import Span
from muniment.vocabulary.registers import Register, registers

# A passage of newswire gives some thirty; what goes on and on is a model that runs in circles.
MOST_CLAIMS: Final = 200
_NOTHING: Final = Quoted("", "")
_THOUGHTS: Final = re.compile(r"\s*<think>.*?</think>", re.DOTALL)


class BrokenAnswer(Exception):
    """The text is no JSON object with a list of claims; the message says what is wrong."""


def grounded(reader: Reader, passage: Span, answer: str, proposer: str) -> Iterator[Claim | Refusal]:
    """What an answer about one passage comes to: claims that stand in the document word for word, and a refusal for
    each claim, cell or date that does not. `proposer` becomes their `frame`. Raises BrokenAnswer."""
    listed = _listed(answer)
    for item in listed[:MOST_CLAIMS]:
        yield from _claim(reader, passage, item, proposer)
    if len(listed) > MOST_CLAIMS:
        yield Refusal("", proposer, f"{len(listed) - MOST_CLAIMS} claims beyond the first {MOST_CLAIMS}", passage)


def _listed(answer: str) -> list[object]:
    """The claims of an answer as JSON gives them; thoughts before and fences around the object are let go."""
    text = _THOUGHTS.sub("", answer, count=1)
    start, end = text.find("{"), text.rfind("}")
    try:
        found = json.loads(text[start : end + 1] if 0 <= start < end else text)
    except (ValueError, RecursionError) as error:
        raise BrokenAnswer(f"the answer is no JSON: {type(error).__name__}") from None
    claims = found.get("claims") if isinstance(found, dict) else None
    if not isinstance(claims, list):
        raise BrokenAnswer("the answer has no list of claims")
    return claims


def _claim(reader: Reader, passage: Span, item: object, proposer: str) -> Iterator[Claim | Refusal]:
    named = item.get("register") if isinstance(item, dict) else None
    register = registers().get(named) if isinstance(named, str) else None
    if not isinstance(item, dict) or register is None:
        reason = f"there is no register {shown(named)}" if isinstance(item, dict) else f"no claim: {shown(item)}"
        yield Refusal("", proposer, reason, passage)
        return
    evidence: Span | None = None
    try:
        evidence = _evidence(reader, passage, item.get("evidence"))
        place = Place(reader, passage, evidence, _modality(item.get("modality")))
        source = _source(place, _quoted(item.get("source")))
        cells, left_out = _cells(place, register, item.get("cells"))
        date = _date(place, _quoted(item.get("date")), left_out)
    except NotGrounded as refused:
        yield Refusal(register.name, proposer, str(refused), evidence or passage)
        return
    yield from (Refusal(register.name, proposer, f"{reason}; left out", evidence) for reason in left_out)
    yield admit(
        reader.document,
        Proposal(
            register=register.name,
            frame=proposer,
            evidence=evidence,
            cells=cells,
            modality=place.modality,
            source=str(source.value) if source else "",
            source_span=source.span if source else None,
            date=str(date.value) if date else "",
            date_span=date.span if date else None,
        ),
    )


def _evidence(reader: Reader, passage: Span, words: object) -> Span:
    if not isinstance(words, str) or not words.strip():
        raise NotGrounded("no evidence")
    if len(words) > LONGEST:
        raise NotGrounded(f"the evidence has more than {LONGEST} characters")
    found = reader.places(words, passage)
    if not found:
        raise NotGrounded(f"the evidence does not stand in the passage: {shown(words)}")
    if len(found) > 1:
        raise NotGrounded(f"the evidence stands {len(found)} times in the passage: {shown(words)}")
    return found[0]


def _modality(given: object) -> Modality:
    for modality in MODALITIES:
        if given == modality:
            return modality
    raise NotGrounded(f"modality is none of {', '.join(MODALITIES)}: {shown(given)}")


def _source(place: Place, given: Quoted | None) -> Cell | None:
    """Whom the words credit. A source that cannot be found refuses the claim: without it, the claim would stand as the
    document's own word."""
    if given == _NOTHING:
        return None
    try:
        return read_name(place, given or _unreadable())
    except NotGrounded as refused:
        raise NotGrounded(f"the source: {refused}") from None


def _date(place: Place, given: Quoted | None, left_out: list[str]) -> Cell | None:
    if given == _NOTHING:
        return None
    try:
        return read_date(place, given or _unreadable())
    except NotGrounded as refused:
        left_out.append(f"the date: {refused}")
        return None


def _cells(place: Place, register: Register, given: object) -> tuple[Mapping[str, Cell], list[str]]:
    """The cells that could be read, and why the others could not."""
    if not isinstance(given, list):
        raise NotGrounded(f"cells are no list: {shown(given)}")
    columns = {column.cell: column for column in register.columns}
    quoted: dict[str, list[Quoted | None]] = {}
    left_out: list[str] = []
    for entry in given:
        cell = entry.get("cell") if isinstance(entry, dict) else entry
        if not isinstance(entry, dict) or not isinstance(cell, str) or cell not in columns:
            left_out.append(f"register {register.name} has no cell {shown(cell)}")
        else:
            quoted.setdefault(cell, []).append(_quoted(entry))
    cells: dict[str, Cell] = {}
    for name, entries in quoted.items():
        try:
            cells[name] = read_cell(place, columns[name], [entry or _unreadable() for entry in entries])
        except NotGrounded as refused:
            left_out.append(f"cell {name}: {refused}")
    return cells, left_out


def _quoted(given: object) -> Quoted | None:
    """A pair of value and words; None for what is no such pair. Nothing at all is a pair of nothings."""
    if given is None or given == "":
        return _NOTHING
    if not isinstance(given, dict):
        return None
    value, words = given.get("value"), given.get("words")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    value, words = ("" if one is None else one for one in (value, words))
    return Quoted(value.strip(), words) if isinstance(value, str) and isinstance(words, str) else None


def _unreadable() -> Quoted:
    raise NotGrounded("value and words are no text")
