"""What a frame file may hold: the shape of its entries, and the cells that they may name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from muniment.errors import VocabularyError
from muniment.vocabulary.registers import Register
from muniment.vocabulary.shape import (
    anything,
    either,
    flag,
    keys,
    names,
    number,
    several,
    single,
    table,
    text,
    value,
    words,
)

_CHANGES: Final = {"set": table(single), "when": table(table(single)), "modality": text}
_FILLER_KEYS: Final = {
    **dict.fromkeys(("from", "take", "words", "except", "padding", "keep"), words),
    "read": text,
    "of": single,  # "" undoes a default
    **dict.fromkeys(("bare", "each", "whole"), flag),
    "least": number,
    "values": table(words),
}
_FILLER: Final = either(words, dict, keys({}, _FILLER_KEYS))
FRAME: Final = keys(
    {"id": text, "cells": table(_FILLER)},
    {
        **_CHANGES,
        **dict.fromkeys(("verbs", "nouns", "adjectives", "without"), words),
        **dict.fromkeys(("needs", "any_of", "differ"), names),
        **dict.fromkeys(("where", "unless", "inherit"), table(words)),
        "about": text,
        "under": several(keys({"words": words}, {**_CHANGES, "skip": flag, "without": words})),
        "only_under": flag,
        "enough": number,
        "match": several(keys({"text": text, "cells": table(value)}, {"modality": text})),
        "not": names,
    },
)
FILE: Final = keys(
    {"register": text, "frames": several(table(anything))},
    {"words": table(words), "defaults": table(keys({}, _FILLER_KEYS)), "anchors": anything},
)


def check_cells(entry: Mapping[str, Any], register: Register, where: str) -> None:
    """Raises VocabularyError where a frame names cells that its register has not."""
    columns = [column.cell for column in register.columns]
    filled = set(entry["cells"])
    known = {*columns, *(cell for cell in filled if cell.startswith("_"))}
    for field, cells in (("cells", filled), *_named(entry)):
        if unknown := sorted(set(cells) - known):
            remedy = f"Register {register.name} has: {', '.join(columns)}."
            raise VocabularyError(f"{where}: {field}: no cell {', '.join(unknown)}", remedy)


def _named(entry: Mapping[str, Any]) -> Iterable[tuple[str, Iterable[str]]]:
    yield from ((field, entry.get(field, ())) for field in ("needs", "differ", "inherit"))
    yield "any_of", set(entry.get("any_of", ())) - {"date"}
    yield from (("match", example["cells"]) for example in entry.get("match", ()))
    for group in (entry, *entry.get("under", ())):
        yield "set", group.get("set", {})
        yield from (("when", cells) for cells in group.get("when", {}).values())


class Lists(dict[str, frozenset[str]]):
    """The lists of words of a file by name. Raises VocabularyError, naming the frame, for one that it has not."""

    def __init__(self, lists: Mapping[str, frozenset[str]], where: str) -> None:
        super().__init__(lists)
        self._where = where

    def __missing__(self, name: str) -> frozenset[str]:
        known = f"There are: {', '.join(self)}." if self else "Put it under words."
        raise VocabularyError(f"{self._where}: no list of words is called @{name}.", known)
