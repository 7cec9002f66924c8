"""Through which outlet somebody goes on speaking: who "told Radio X" goes on telling it in the next sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from muniment.claims.naming.entity import Entity
from muniment.claims.reading import Reading
from muniment.claims.speech.outlets import is_outlet
from muniment.claims.speech.statements import Statement
from muniment.claims.speech.words import words

# Sentences back to which "the report" is that of the outlet named last.
_RELAY_REACH: Final = 6
_OCCASIONS: Final = frozenset(
    "summit rally ceremony meeting forum hearing debate session visit telephone phone talk".split()
)


def still_passed_on(reading: Reading, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Statements with the outlet through which their speaker has just spoken: who "told Radio X" goes on telling it in
    the next sentence; who "was quoted as saying" is quoted by the outlet named last, which is also "the report".

    Where nobody knows who published the document, the outlet that two speakers have told is its own, and nothing
    is passed on further."""
    own = _own_outlet(reading, statements)
    before: tuple[int, Statement] | None = None
    last: tuple[int, Entity] | None = None
    for statement in statements:
        here = reading.tree.sentence_of[reading.tree.within(statement.evidence)[0]]
        recent = last[1] if last is not None and here - last[0] <= _RELAY_REACH else None
        relay, speaker = _named(statement.relay, recent), statement.speaker
        if not statement.claimable or is_outlet(reading, speaker):
            speaker = _named(speaker, recent) or speaker
        if relay is not None and relay.value == own:
            relay = None
        elif relay is None and reading.document.publisher:
            goes_on = before is not None and here - before[0] <= 1 and before[1].speaker.value == speaker.value
            goes_on = goes_on and not _is_elsewhere(reading, statement)
            relay = before[1].relay if before is not None and goes_on else None
            relay = relay if relay is not None and is_outlet(reading, relay) else None
            if relay is None and statement.rule == "quoted":
                relay = recent
        told = relay if relay is not None else speaker
        if is_outlet(reading, told) and not _is_bare(told):
            last = (here, told)
        before = (here, replace(statement, relay=relay, speaker=speaker))
        yield before[1]


def _is_elsewhere(reading: Reading, statement: Statement) -> bool:
    """True for words with hearers, an occasion or a day of their own: "told parliament", "in a speech on Monday"."""
    tree = reading.tree
    if statement.cue < 0:
        return False
    beside = tree.kids(statement.cue, "obl", "obj", "iobj")
    told = tree.tokens[statement.cue].lemma.lower() in words().addressing
    days = any(each.start <= tree.tokens[kid].start < each.end for kid in beside for each in reading.dates)
    return days or any(
        tree.tokens[kid].lemma.lower() in words().audience | words().writings | _OCCASIONS
        or (told and tree.tokens[kid].deprel in {"obj", "iobj"})
        for kid in beside
    )


def _own_outlet(reading: Reading, statements: Sequence[Statement]) -> str:
    """The outlet that two speakers or more have told, in a document whose publisher is not known; else ""."""
    if reading.document.publisher:
        return ""
    told: dict[str, set[str]] = {}
    for statement in statements:
        if statement.relay is not None and statement.rule != "quoted":
            told.setdefault(statement.relay.value, set()).add(statement.speaker.value)
    return next((outlet for outlet, speakers in told.items() if len(speakers) > 1), "")


def _named(outlet: Entity | None, last: Entity | None) -> Entity | None:
    """The outlet by name: that named last for "the daily"; None for the press at large."""
    if outlet is None or not _is_bare(outlet):
        return outlet
    return None if outlet.value.lower() in {"press", "media"} else last or outlet


def _is_bare(outlet: Entity) -> bool:
    """True for a plain noun that names no outlet: "newspaper", "the report"."""
    noun = outlet.value.lower()
    return outlet.value == noun and (noun in words().press or noun in words().outlets)
