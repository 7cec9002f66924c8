"""A statement before its speaker is known."""

from __future__ import annotations

from dataclasses import dataclass

from muniment.schema.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """Reported words as a pattern found them.

    `speakers` are the head tokens of the phrases that name who speaks, one for each coordinated speaker; empty means
    whoever had the floor before. `content` is the run of reported words, edges still ragged (commas, quote marks);
    `evidence` covers the attribution with it. `cue` is the reporting word, -1 for a quotation that goes on. `relay` is
    the head token of the outlet or person that passed the words on, -1 for none. `stance` says that the content opens
    with the verb itself; `direct` that the words are the speaker's own though no marks stand around them.
    """

    speakers: tuple[int, ...]
    cue: int
    content: Span
    evidence: Span
    rule: str
    relay: int = -1
    stance: bool = False
    direct: bool = False
