"""Registers as data: one YAML file each, with its columns, needed cells and key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from muniment.errors import NotFound, VocabularyError
from muniment.vocabulary.load import read_yaml, require

NAMES: Final = (
    "transfers", "affiliations", "tallies", "incidents", "meetings",
    "agreements", "measures", "votes", "positions", "figures",
)  # fmt: skip
TYPES: Final = frozenset({"name", "text", "number", "date", "enum", "list", "period"})


@dataclass(frozen=True, slots=True)
class Column:
    """One cell of a register. `type` is one of TYPES; `values` lists what an enum admits."""

    cell: str
    type: str
    header: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """The definition of one table. `key` cells decide which claims are one record."""

    name: str
    title: str
    about: str
    needs: tuple[str, ...]
    key: tuple[str, ...]
    key_needs: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, cell: str) -> Column:
        """The column of `cell`. Raises NotFound where the register has none of that name."""
        for column in self.columns:
            if column.cell == cell:
                return column
        known = ", ".join(column.cell for column in self.columns)
        raise NotFound(f"Register {self.name} has no cell {cell!r}.", f"It has: {known}.")


@cache
def registers() -> Mapping[str, Register]:
    """The ten registers, in the order people see them."""
    return MappingProxyType({name: _register(name) for name in NAMES})


def register(name: str) -> Register:
    """The register called `name`. Raises NotFound with the known names."""
    try:
        return registers()[name]
    except KeyError:
        raise NotFound(f"No register {name!r}.", f"There are: {', '.join(NAMES)}.") from None


def _register(name: str) -> Register:
    where = f"registers/{name}.yaml"
    data = read_yaml(where)
    require(data, ("register", "title", "about", "needs", "key", "key_needs", "columns"), where)
    columns = tuple(_column(entry, where) for entry in data["columns"])
    known = {column.cell for column in columns} | {"date"}
    for field in ("needs", "key", "key_needs"):
        unknown = set(data[field]) - known
        if unknown:
            raise VocabularyError(f"{where}: {field} names unknown cells {sorted(unknown)}", "Mend the file.")
    return Register(
        name=name,
        title=data["title"],
        about=data["about"],
        needs=tuple(data["needs"]),
        key=tuple(data["key"]),
        key_needs=tuple(data["key_needs"]),
        columns=columns,
    )


def _column(entry: Mapping[str, Any], where: str) -> Column:
    require(entry, ("cell", "type", "header"), where)
    if entry["type"] not in TYPES:
        raise VocabularyError(f"{where}: unknown type {entry['type']!r}", f"Known: {sorted(TYPES)}.")
    return Column(entry["cell"], entry["type"], entry["header"], tuple(entry.get("values", ())))
