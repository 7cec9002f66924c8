"""One row of a register: what all claims about one real-world fact add up to. Computed, never typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from muniment.schema.claim import Value

Relation: TypeAlias = Literal["same", "refines", "refined", "superseded", "conflicts", "beside"]
RELATIONS: Final[tuple[Relation, ...]] = ("same", "refines", "refined", "superseded", "conflicts", "beside")
Grade: TypeAlias = Literal["confirmed", "fair", "weak", "contested", "discounted", ""]
GRADES: Final[tuple[Grade, ...]] = ("confirmed", "fair", "weak", "contested", "discounted", "")


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the values that a record's cell has, and the claims that support it (ids, in order).

    `relation` is how it stands to the shown value: the same; more precise (refines) or less (refined); superseded by it
    (a later count, a later stage, a plan carried out); in conflict with it; or beside it, said of something that it
    does not bear on. `reason` says why, in words.
    """

    value: Value
    claims: tuple[str, ...]
    relation: Relation = "same"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """Who stands behind a record: different documents, publishers, agencies (a wire text counts once, whoever prints
    it) and speakers (whom the documents credit). `independent` is how many can have known it for themselves.
    """

    documents: int = 0
    publishers: int = 0
    agencies: int = 0
    speakers: int = 0
    independent: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """The claims that are about one fact, and each cell's readings.

    `cells` holds the shown value of each cell; `rules` says which rule chose it ("only reading", "most
    support", "latest", ...). `date` and `modality` stand among the cells' readings under those names, because
    a researcher asks of them what they ask of any cell. `forwards` are the ids under which parts of the record may
    have been known before they were joined. `grade` weighs the evidence; `provisional`: one voice alone carries it.
    """

    id: str
    register: str
    cells: Mapping[str, Value]
    claims: tuple[str, ...]
    readings: Mapping[str, tuple[Reading, ...]]
    rules: Mapping[str, str]
    date: str = ""
    modality: str = "asserted"
    forwards: tuple[str, ...] = ()
    support: Support = field(default_factory=Support)
    grade: Grade = ""
    provisional: bool = False

    def __post_init__(self) -> None:
        for name in ("cells", "readings", "rules"):
            object.__setattr__(self, name, MappingProxyType(dict(sorted(getattr(self, name).items()))))
