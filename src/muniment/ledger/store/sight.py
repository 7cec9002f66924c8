"""Which sighting of a document counts: pure rules over (declared, name, sequence number)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sighting:
    """One row of `sightings`, without what is heavy."""

    seq: int
    document: str
    name: str
    basis: str
    declared: int


def chosen(sightings: Iterable[Sighting]) -> Sighting:
    """The sighting that speaks for a document.

    The one about which most was declared; among equals the name that sorts first, so that the order of reading does
    not matter; of one name the latest, so that a corrected date takes effect. Raises ValueError where there is none.
    """
    return min(sightings, key=lambda seen: (-seen.declared, seen.name, -seen.seq))


def adds(sightings: Iterable[Sighting], name: str, basis: str, declared: int) -> bool:
    """True where a sighting under `name` says anything new: an unknown name, or other metadata that is not poorer."""
    same_name = [seen for seen in sightings if seen.name == name]
    if not same_name:
        return True
    standing = chosen(same_name)
    return standing.basis != basis and declared >= standing.declared
