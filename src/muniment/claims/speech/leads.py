"""Speakers whom headline and lead only describe, and the story names below: "an official said", then "Amara Okoye".

News style holds the name of an unknown speaker back to the second paragraph ("delayed identification"): the first
person who speaks by name after a description is who was described, unless their countries differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from muniment.claims.naming.entity import Entity
from muniment.claims.naming.pronouns import stands_at
from muniment.claims.naming.roles import is_title
from muniment.claims.reading import Reading
from muniment.claims.speech.belonging import Belonging
from muniment.claims.speech.statements import Statement
from muniment.vocabulary.countries import country

# Headline and lead stand in the first sentences; the name comes in one of the next few.
_LEAD: Final = 3
_REACH: Final = 5


def identified(reading: Reading, statements: Sequence[Statement], belonging: Belonging) -> Iterator[Statement]:
    """The statements, those of somebody described in headline or lead with the name given below."""
    for place, statement in enumerate(statements):
        speaker = statement.speaker
        named = (
            _named_below(reading, statements[place + 1 :], speaker, belonging)
            if _is_described(reading, speaker)
            else None
        )
        if named is None:
            yield statement
        else:
            found = stands_at(named, reading.tree, speaker.head, "role")
            yield replace(statement, speaker=replace(found, span=speaker.span))


def _is_described(reading: Reading, speaker: Entity) -> bool:
    """One person, called by an office or role only, in headline or lead."""
    token = reading.tree.tokens[speaker.head]
    if speaker.how != "phrase" or token.xpos in {"NNS", "NNPS"} or reading.tree.sentence_of[speaker.head] >= _LEAD:
        return False
    return is_title(token.lemma.lower()) or speaker.value.split()[-1] in {"FM", "PM"}


def _named_below(reading: Reading, later: Sequence[Statement], speaker: Entity, belonging: Belonging) -> Entity | None:
    here = reading.tree.sentence_of[speaker.head]
    for statement in later:
        other = statement.speaker
        if reading.tree.sentence_of[other.head] > here + _REACH:
            return None
        if other.value == speaker.value or (other.how == "phrase" and _is_described(reading, other)):
            continue
        if other.type != "person" or other.how == "phrase":
            continue
        first = reading.names.heads_of(other.value)
        return other if first and first[0] > speaker.head and _agree(reading, speaker, belonging.of(other)) else None
    return None


def _agree(reading: Reading, speaker: Entity, side: Entity | None) -> bool:
    """False where the description names another country than the person's."""
    nation = reading.names.nation_of(speaker.head)
    return nation is None or side is None or country(side.value) is None or side.value == nation
