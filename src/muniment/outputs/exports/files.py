"""Writes exported objects as JSON Lines or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from muniment.errors import UsageError
from muniment.outputs.exports.rows import Exported
from muniment.outputs.plain import for_spreadsheet
from muniment.vocabulary.registers import register as register_named

CELLS: Final = "cells"
# The columns of CSV; `cells` is where the cells stand, one column for each where the register is known.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "claims": (
            *("doc", "register", "evidence", CELLS, "source", "modality", "date"),
            *("start", "end", "frame", "confidence", "id"),
        ),
        "records": (
            *("id", "register", CELLS, "modality", "date", "grade", "provisional", "support"),
            *("claims", "readings", "rules", "forwards"),
        ),
    }
)


def jsonl(rows: Iterable[Exported]) -> Iterator[str]:
    """One JSON object a line, keys in the order of the exported object."""
    return (json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n" for row in rows)


def as_csv(rows: Iterable[Exported], columns: Sequence[str], register: str | None = None) -> Iterator[str]:
    """Comma-separated values with a header, also where there is no row.

    Of one register, each of its cells is a column; over all registers the cells stand in one column as JSON. The items
    of a list stand side by side, parted by "; ". Text that a spreadsheet would take for a formula gets an apostrophe
    before it; JSON Lines stay verbatim.
    """
    cells = tuple(column.cell for column in register_named(register).columns) if register else ()
    at = columns.index(CELLS)
    before, after = columns[:at], columns[at + 1 :]
    yield _csv_line([*before, *(cells or (CELLS,)), *after])
    for row in rows:
        values = [row[CELLS].get(cell) for cell in cells] if register else [row[CELLS]]
        yield _csv_line([_plain(value) for value in (*map(row.get, before), *values, *map(row.get, after))])


def write_file(path: Path, lines: Iterable[str], *, force: bool = False) -> None:
    """Writes all lines or nothing: into a file beside, moved to its place when complete.

    Raises UsageError where the file exists and `force` is not set, or where it cannot be written.
    """
    if path.exists() and not force:
        raise UsageError(f"{path} exists.", "Name another file, or give --force to replace it.")
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Name a file in a folder of yours.") from error


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, list):
        value = "; ".join(value)
    return for_spreadsheet(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _csv_line(fields: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(fields)
    return out.getvalue()
