"""Who is who: entities with the spellings that reports give them, commonest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Final

from muniment.outputs.plain import one_line
from muniment.schema.entity import Entity

HEADERS: Final = ("Name", "Kind", "Country", "Named", "Documents", "Also called")
NUMBERS: Final = (3, 4)
_SHOWN_ALIASES: Final = 5


def by_mentions(entities: Iterable[Entity]) -> list[Entity]:
    """Those named most often first, then by name."""
    return sorted(entities, key=lambda entity: (-mentions(entity), entity.name, entity.id))


def mentions(entity: Entity) -> int:
    """How often claims name it, under whatever spelling."""
    return sum(entity.aliases.values())


def row(entity: Entity) -> tuple[str, ...]:
    """One entity as the fields of a table under HEADERS."""
    others = [f"{one_line(alias)} {count}" for alias, count in entity.aliases.items() if alias != entity.name]
    more = len(others) - _SHOWN_ALIASES
    also = ", ".join(others[:_SHOWN_ALIASES]) + f" and {more} more" * (more > 0)
    return (
        one_line(entity.name),
        entity.kind,
        entity.country,
        str(mentions(entity)),
        str(len(entity.documents)),
        also,
    )


def objects(entities: Iterable[Entity]) -> list[dict[str, Any]]:
    """The same for programs, with the reasons for each spelling."""
    return [
        {
            "id": entity.id,
            "name": entity.name,
            "kind": entity.kind,
            "country": entity.country,
            "mentions": mentions(entity),
            "aliases": dict(entity.aliases),
            "documents": list(entity.documents),
            "reasons": [asdict(reason) for reason in entity.reasons],
        }
        for entity in entities
    ]
