"""A span that names something."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Characters `[start, end)` of a document that name a thing of `type`.

    Types in use: person, organisation, place, nationality, weapon, platform, vehicle, facility, event, law, document,
    date, frequency, money, percent, quantity, ordinal, coordinate, address, title, other.
    `value` is the normalised value where the type has one (a country's common name for a nationality, EDTF for a date),
    else empty.
    """

    start: int
    end: int
    type: str
    value: str = ""
