"""What a format's reader hands on: the text, what the file itself declares, and marks only that format has."""

from __future__ import annotations

from dataclasses import dataclass

from muniment.intake.source import NOTHING, Declared
from muniment.schema.document import Finding, Furniture


@dataclass(frozen=True, slots=True)
class Draft:
    """A document in the making. Offsets in `furniture` and `findings` count characters of `text`."""

    text: str
    declared: Declared = NOTHING
    furniture: tuple[Furniture, ...] = ()
    findings: tuple[Finding, ...] = ()
