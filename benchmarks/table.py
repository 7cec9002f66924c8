"""Figures as rows: ours, those of systems run here, those that others published; as a table or as one JSON object."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from textwrap import wrap
from typing import Final

PUBLISHED: Final = Path(__file__).with_name("published.toml")
WIDTH: Final = 100
# The tables in their order, and what stands in them.
TASKS: Final[Mapping[str, str]] = {
    "given": "Trees and tags, words given (labels with subtypes, punctuation counted)",
    "raw": "From raw text: F1 by the evaluation of CoNLL 2018 (labels without subtypes)",
    "names": "Names: F1 of whole typed spans in our coarse types",
    "things": "Typed things: F1 of whole typed spans",
    "attribution": "Attribution: who said what",
    "dates": "Dates and times",
    "speed": "Speed and size, the whole layer on raw text, one thread a process",
}


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one system on one set of data; `source` is set where others published them."""

    task: str
    system: str
    data: str
    figures: Mapping[str, float]
    source: str = ""
    checked: bool = True
    taught: str = ""  # how the model learnt from these very data, where it did


def published() -> list[Row]:
    """Return what others published."""
    return [
        Row(row["task"], row["system"], row["data"], row["figures"], row["source"], "checked" in row)
        for row in tomllib.loads(PUBLISHED.read_text(encoding="utf-8"))["row"]
    ]


def as_json(rows: Sequence[Row], notes: Sequence[str]) -> str:
    """Return one JSON object: `results`, a flat list, and `notes`."""
    return json.dumps({"results": [asdict(row) for row in rows], "notes": list(notes)}, indent=1, ensure_ascii=False)


def as_text(rows: Sequence[Row], notes: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the tables, none wider than WIDTH but for an address or the name of a system and its data."""
    sources = list(dict.fromkeys(row.source for row in rows if row.source))
    for task, title in TASKS.items():
        of_task = [row for row in rows if row.task == task]
        if any(not row.source for row in of_task):
            yield from _table(title, of_task, sources)
    for number, source in enumerate(sources, 1):
        yield f"[{number}] published: {source}"
    if any(not row.checked for row in rows):
        yield "†   quoted from the source by heart, not looked up"
    taught = dict.fromkeys(f"{row.data}: {row.taught}" for row in rows if row.taught)
    for line in (*(f"*   no fair measure, the model learnt from it: {line}" for line in taught), *notes):
        yield from wrap(line, WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def _table(title: str, rows: Sequence[Row], sources: Sequence[str]) -> Iterator[str]:
    columns = list(dict.fromkeys(key for row in rows for key in row.figures))
    names = [_name(row, sources) for row in rows]
    widths = [max(5, len(column)) for column in columns]
    room = max(len(name) for name in names)
    yield title
    # As many columns as the width holds, the rest below.
    while columns:
        many = next((n for n in range(len(columns), 1, -1) if room + sum(widths[:n]) + 2 * n <= WIDTH), 1)
        heads = "".join(f"  {column:>{width}}" for column, width in zip(columns[:many], widths, strict=False))
        yield " " * room + heads
        for name, row in zip(names, rows, strict=True):
            cells = [_cell(column, row.figures.get(column)) for column in columns[:many]]
            if any(cells):
                line = f"{name:<{room}}" + "".join(f"  {cell:>{w}}" for cell, w in zip(cells, widths, strict=False))
                yield line.rstrip()
        columns, widths = columns[many:], widths[many:]
    yield ""


def _name(row: Row, sources: Sequence[str]) -> str:
    mark = f" [{sources.index(row.source) + 1}]{'' if row.checked else '†'}" if row.source else ""
    return f"{row.system}, {row.data}{mark}{'*' if row.taught else ''}"


def _cell(column: str, value: float | None) -> str:
    if value is None:
        return ""
    if column.endswith("/s") or column.startswith(("MB", "s to")):
        return f"{value:.2f}" if value < 20 else f"{value:,.0f}"
    return f"{value:.4f}".removeprefix("0")
