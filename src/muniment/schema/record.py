"""One row of a register: what all claims about one real-world fact add up to. Computed, never typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from muniment.schema.claim import Value


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the values that a record's cell has, and the claims that support it (ids, in order)."""

    value: Value
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The claims that share a key, and each cell's readings.

    `cells` holds the shown value of each cell; `rules` says which rule chose it ("only reading", "most
    support", "latest", ...). `date` and `modality` stand among the cells' readings under those names, because
    a researcher asks of them what they ask of any cell.
    """

    id: str
    register: str
    cells: Mapping[str, Value]
    claims: tuple[str, ...]
    readings: Mapping[str, tuple[Reading, ...]]
    rules: Mapping[str, str]
    date: str = ""
    modality: str = "asserted"

    def __post_init__(self) -> None:
        for name in ("cells", "readings", "rules"):
            object.__setattr__(self, name, MappingProxyType(dict(sorted(getattr(self, name).items()))))
