"""Whom or what names mean: one person, organisation, country or place, with the names that reports give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

EntityKind: TypeAlias = Literal["person", "organisation", "country", "place", "other"]
ENTITY_KINDS: Final[tuple[EntityKind, ...]] = ("person", "organisation", "country", "place", "other")


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for (`score` above 0) or against two names meaning one entity.

    `name` is the feature ("same words", "acronym", "shared post", ...), `value` what was found ("president"),
    `score` its share in the sum that is held against the threshold.
    """

    name: str
    value: str
    score: float


@dataclass(frozen=True, slots=True)
class Reason:
    """Why `alias` belongs to an entity: these features tied it to `to`."""

    alias: str
    to: str
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity. `id` is its key in the case, `name` its commonest full form, `country` an ISO 3166-1 code or "".

    `aliases` counts every spelling in the claims' cells, commonest first; `reasons` says why those that are not the
    name itself belong to it.
    """

    id: str
    name: str
    kind: EntityKind
    country: str = ""
    aliases: Mapping[str, int] = field(default_factory=dict)
    documents: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "aliases", MappingProxyType(dict(self.aliases)))
