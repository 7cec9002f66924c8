"""What comparers have in common: the form in which a value is compared, and how two of them can stand."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal, Protocol, TypeAlias, TypeVar

from muniment.schema.claim import Claim, Value

Kind: TypeAlias = Literal["same", "refines", "refined", "differs"]
DATE: Final = "date"
MODALITY: Final = "modality"
SOURCE: Final = "source"


class Naming(Protocol):
    """The key of the entity that a name means in a document, in a cell; equal keys are one entity."""

    def __call__(self, name: str, document: str = "", cell: str = "") -> str: ...


@dataclass(frozen=True, slots=True)
class Context:
    """What comparers may know beside the two values.

    `wholes`: what an entity is part of, by key. `groups`: values of an enum cell that count as one. `stages`: the
    course of an enum cell, earliest first. `published`: the day of publication (EDTF) by document id.
    """

    key: Naming
    wholes: Mapping[str, frozenset[str]]
    groups: Mapping[str, tuple[frozenset[str], ...]]
    stages: Mapping[str, tuple[str, ...]]
    published: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a first value stands to a second: the same, more precise (refines), less so (refined), or another."""

    kind: Kind
    reason: str


DIFFERS: Final = Outcome("differs", "")


def same(reason: str) -> Outcome:
    """The two are one."""
    return Outcome("same", reason)


def refines(first: bool, reason: str) -> Outcome:
    """One is more precise: the first where `first`, else the second."""
    return Outcome("refines" if first else "refined", reason)


@dataclass(frozen=True, slots=True)
class Term:
    """A value made ready. Equal `key`s compare alike; two terms that do not differ share one of `tokens`."""

    key: str
    tokens: tuple[str, ...]


T = TypeVar("T", bound=Term)


class Comparer(ABC, Generic[T]):
    """Compares the values of a cell in one way."""

    @abstractmethod
    def term(self, claim: Claim, cell: str, context: Context) -> T | None:
        """What the claim says of the cell, made ready; None where it says nothing."""

    @abstractmethod
    def compare(self, one: T, other: T) -> Outcome:
        """How `one` stands to `other`, whose keys differ."""


AnyComparer: TypeAlias = Comparer[Any]


def value_of(claim: Claim, cell: str) -> Value | None:
    """What a claim says of a cell; date, modality and source count as cells. None where it says nothing."""
    if cell == DATE:
        return claim.date or None
    if cell == MODALITY:
        return claim.modality
    if cell == SOURCE:
        return claim.source or None
    said = claim.cells.get(cell)
    return None if said is None else said.value


def text_of(claim: Claim, cell: str) -> str:
    """The same as one string, "" where nothing is said; a list's items parted by commas."""
    value = value_of(claim, cell)
    return "" if value is None else ", ".join(value) if isinstance(value, tuple) else str(value)


def joined(keys: Iterable[str]) -> str:
    """Keys as one, without order."""
    return " | ".join(sorted(set(keys)))
