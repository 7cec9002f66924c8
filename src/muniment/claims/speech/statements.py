"""What a statement is: words that the document credits to somebody."""

from __future__ import annotations

from dataclasses import dataclass

from muniment.claims.naming.entity import Entity
from muniment.schema.span import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Reported words and who said them.

    `evidence` covers speaker, cue and content of the clause; `content` the quoted or reported words only, without
    quotation marks at its edges. `form` is direct, indirect or mixed. `relay` is the outlet or person that passed
    the words on, where the document says so. `cue` is the token of the reporting word, -1 where there is none (a
    quotation that goes on). `rule` names the pattern that found it. `claimable` is False for reports that feed no
    position of their own (a news agency relaying a fact) but still name the source of what they report.
    """

    speaker: Entity
    content: Span
    evidence: Span
    form: str
    cue: int
    rule: str
    relay: Entity | None = None
    claimable: bool = True
