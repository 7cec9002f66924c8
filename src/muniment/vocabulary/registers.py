"""Registers as data: one YAML file each, with its columns, needed cells, key, and when claims become one record.

docs/reference/registers.md explains the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final, TypeVar

from muniment.errors import NotFound, VocabularyError
from muniment.vocabulary import shape
from muniment.vocabulary.load import parse_yaml, read_yaml
from muniment.vocabulary.own import Own, own

NAMES: Final = (
    "transfers", "affiliations", "tallies", "incidents", "meetings",
    "agreements", "measures", "votes", "positions", "figures",
)  # fmt: skip
TYPES: Final = frozenset({"name", "text", "number", "date", "enum", "list", "period"})
LOOSE: Final = frozenset({"refines", "unsaid", "unsaid-here"})
# What every claim has beside its cells, and rules may ask for.
CLAIM_CELLS: Final = frozenset({"date", "modality", "source"})
_NAME: Final = re.compile("[a-z][a-z0-9-]*")
_CELL: Final = re.compile("[a-z][a-z0-9_]*")

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Column:
    """One cell of a register. `type` is one of TYPES; `values` lists what an enum admits. A number may have its bound
    ("at least") and its unit in cells of their own, which `bound` and `unit` name."""

    cell: str
    type: str
    header: str
    values: tuple[str, ...] = ()
    bound: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two values of a cell are compared, and what the two may be beside the same.

    `by` names a comparer of `ledger.reconcile.compare`; `loose` holds "refines" (one value is more precise), "unsaid"
    (one side says nothing) or "unsaid-here" (so within one document).
    """

    by: str
    loose: frozenset[str]


@dataclass(frozen=True, slots=True)
class Merge:
    """When claims of one kind are one record.

    A claim is of the first kind of its register one of whose `when` conditions holds; kinds never meet. Two claims can
    be one record where every cell of one of the `ways` agrees and no cell of `apart` keeps them apart. Any two of one
    record match so, or contradict each other in no cell of `agree` that both give (the first way, where a file has
    none). What one document tells with two values of a cell of `once` is two facts.
    """

    kind: str
    when: tuple[Mapping[str, str], ...]
    ways: tuple[Mapping[str, Comparison], ...]
    apart: Mapping[str, Comparison]
    agree: Mapping[str, Comparison]
    once: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """The definition of one table.

    `key` cells order its records. A claim without the cells of `key_needs` joins a record only where exactly one fits.
    `merge` says when claims are one record; `groups` which values of a cell count as one there; `stages` the course of
    a cell's values, earliest first; `shown` the rule by which a cell's value is chosen; `actors` whose word confirms;
    `pairs` cells that may change places.
    """

    name: str
    title: str
    about: str
    needs: tuple[str, ...]
    key: tuple[str, ...]
    key_needs: tuple[str, ...]
    columns: tuple[Column, ...]
    merge: tuple[Merge, ...]
    groups: Mapping[str, tuple[frozenset[str], ...]]
    stages: Mapping[str, tuple[str, ...]]
    shown: Mapping[str, str]
    actors: tuple[str, ...]
    pairs: tuple[tuple[str, ...], ...]

    def column(self, cell: str) -> Column:
        """The column of `cell`. Raises NotFound where the register has none of that name."""
        for column in self.columns:
            if column.cell == cell:
                return column
        known = ", ".join(column.cell for column in self.columns)
        raise NotFound(f"Register {self.name} has no cell {cell!r}.", f"It has: {known}.")


def registers() -> Mapping[str, Register]:
    """The ten registers, then those of the own vocabulary in effect, in the order people see them.

    Raises VocabularyError where a file of that is malformed; it names the file, and the entry in it.
    """
    return _registers(own())


def names() -> tuple[str, ...]:
    """The names of all registers, in that order."""
    return tuple(registers())


def register(name: str) -> Register:
    """The register called `name`. Raises NotFound with the known names."""
    return find(name, registers())


def find(name: str, known: Mapping[str, Register]) -> Register:
    """The same among those given."""
    if name not in known:
        raise NotFound(f"No register {name!r}.", f"There are: {', '.join(known)}.")
    return known[name]


@cache
def _shipped() -> Mapping[str, Register]:
    return {name: _register(name, read_yaml(f"registers/{name}.yaml")) for name in NAMES}


@cache
def _registers(words: Own) -> Mapping[str, Register]:
    found = dict(_shipped())
    for name, text in words.registers:
        where = f"registers/{name}.yaml"
        if name in found:  # a later Muniment has a register of that name: its own definition stands
            continue
        if not _NAME.fullmatch(name):
            raise VocabularyError(f"{where}: no name for a register.", "Use small letters, digits and -.")
        found[name] = _register(name, parse_yaml(text, where))
    return MappingProxyType(found)


def _register(name: str, data: Any) -> Register:
    where = f"registers/{name}.yaml"
    _REGISTER(data, where)
    if data["register"] != name:
        raise VocabularyError(f"{where}: register is {data['register']!r}.", "Name file and register alike.")
    columns = tuple(_column(entry, where) for entry in data["columns"])
    cells = [column.cell for column in columns]
    if twice := sorted({cell for cell in cells if cells.count(cell) > 1}):
        raise VocabularyError(f"{where}: columns: {', '.join(twice)} stands there twice.", "Rename one.")
    for column in columns:
        _known({column.bound, column.unit} - {""}, cells, f"{where}: column {column.cell}")
    known = {*cells, "date"}
    for field in ("needs", "key", "key_needs", "actors"):
        _known(data.get(field, ()), known, f"{where}: {field}")
    for field in ("groups", "stages", "shown"):
        _known(data.get(field, {}), known | CLAIM_CELLS, f"{where}: {field}")
    return Register(
        name=name,
        title=data["title"],
        about=data["about"],
        needs=tuple(data["needs"]),
        key=tuple(data["key"]),
        key_needs=tuple(data["key_needs"]),
        columns=columns,
        merge=tuple(_merge(entry, known | CLAIM_CELLS, where) for entry in data["merge"]),
        groups=_frozen({cell: tuple(map(frozenset, found)) for cell, found in data.get("groups", {}).items()}),
        stages=_frozen({cell: tuple(found) for cell, found in data.get("stages", {}).items()}),
        shown=_frozen(data.get("shown", {})),
        actors=tuple(data.get("actors", ())),
        pairs=tuple(map(tuple, data.get("pairs", ()))),
    )


def _merge(entry: Mapping[str, Any], known: Iterable[str], where: str) -> Merge:
    when, ways, apart = entry.get("when", [{}]), entry["ways"], entry.get("apart", {})
    once = tuple(entry.get("once", ()))
    for cells in (*when, *ways, apart, entry.get("agree", {}), once):
        _known(cells, known, f"{where}: merge {entry['kind']}")
    return Merge(
        kind=entry["kind"],
        when=tuple(_frozen({cell: str(words) for cell, words in condition.items()}) for condition in when),
        ways=tuple(_comparisons(way, where) for way in ways),
        apart=_comparisons(apart, where),
        agree=_comparisons(entry.get("agree", ways[0]), where),
        once=once,
    )


def _comparisons(cells: Mapping[str, str], where: str) -> Mapping[str, Comparison]:
    found = {}
    for cell, words in cells.items():
        by, *loose = str(words).split()
        if set(loose) - LOOSE:
            raise VocabularyError(f"{where}: {cell}: unknown {sorted(set(loose) - LOOSE)}", f"Known: {sorted(LOOSE)}.")
        found[cell] = Comparison(by, frozenset(loose))
    return _frozen(found)


def _frozen(cells: Mapping[str, V]) -> Mapping[str, V]:
    return MappingProxyType(dict(cells))


def _known(cells: Iterable[str], known: Iterable[str], where: str) -> None:
    unknown = set(cells) - set(known)
    if unknown:
        raise VocabularyError(f"{where} names unknown cells {sorted(unknown)}", f"Known: {', '.join(sorted(known))}.")


def _column(entry: Mapping[str, Any], where: str) -> Column:
    where = f"{where}: column {entry['cell']}"
    if entry["cell"] in CLAIM_CELLS or not _CELL.fullmatch(entry["cell"]):
        taken = ", ".join(sorted(CLAIM_CELLS))
        raise VocabularyError(f"{where}: no name for a cell.", f"Use small letters, digits and _; not {taken}.")
    if entry["type"] not in TYPES:
        raise VocabularyError(f"{where}: unknown type {entry['type']!r}", f"Known: {sorted(TYPES)}.")
    if (entry["type"] == "enum") != bool(entry.get("values")):
        raise VocabularyError(f"{where}: an enum needs values, and only an enum has them.", "Mend the file.")
    return Column(
        cell=entry["cell"],
        type=entry["type"],
        header=entry["header"],
        values=tuple(entry.get("values", ())),
        bound=entry.get("bound", ""),
        unit=entry.get("unit", ""),
    )


_COMPARISONS: Final = shape.table(shape.text)
_REGISTER: Final = shape.keys(
    {
        "register": shape.text,
        "title": shape.text,
        "about": shape.text,
        "needs": shape.names,
        "key": shape.names,
        "key_needs": shape.names,
        "columns": shape.several(
            shape.keys(
                {"cell": shape.text, "type": shape.text, "header": shape.text},
                {"values": shape.names, "bound": shape.text, "unit": shape.text},
            ),
            least=1,
        ),
        "merge": shape.several(
            shape.keys(
                {"kind": shape.text, "ways": shape.several(_COMPARISONS, least=1)},
                {
                    "when": shape.several(shape.table(shape.text)),
                    "apart": _COMPARISONS,
                    "agree": _COMPARISONS,
                    "once": shape.names,
                },
            ),
            least=1,
        ),
    },
    {
        "actors": shape.names,
        "pairs": shape.several(shape.names),
        "groups": shape.table(shape.several(shape.names)),
        "stages": shape.table(shape.names),
        "shown": shape.table(shape.text),
    },
)
