"""Tables that fit: columns as wide as their words need, a block for each row where the terminal is too narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from muniment.outputs.views.columns import widths

GAP: Final = 2


def fits(headers: Sequence[str], rows: Sequence[Sequence[Text]], width: int) -> bool:
    """True where `grid` draws a table, not a block for each row."""
    return _widths(headers, rows, width) is not None


def grid(
    headers: Sequence[str], rows: Sequence[Sequence[Text]], width: int, right: frozenset[int] = frozenset()
) -> RenderableType:
    """`rows` under `headers` in `width` characters; `right` are the columns of numbers."""
    fitting = _widths(headers, rows, width)
    if fitting is None:
        return Group(*(_block(headers, row) for row in rows))
    table = Table(box=box.SIMPLE_HEAD, padding=(0, GAP - 1, 0, 0), pad_edge=False, show_edge=False)
    for at, (header, fits) in enumerate(zip(headers, fitting, strict=True)):
        table.add_column(header, width=fits, overflow="fold", justify="right" if at in right else "left")
    for row in rows:
        table.add_row(*row)
    return table


def _widths(headers: Sequence[str], rows: Sequence[Sequence[Text]], width: int) -> tuple[int, ...] | None:
    columns = [[header, *(row[at].plain for row in rows)] for at, header in enumerate(headers)]
    return widths(columns, width - GAP * (len(headers) - 1))


def pairs() -> Table:
    """An empty table of labels and what they label."""
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _block(headers: Sequence[str], row: Sequence[Text]) -> Table:
    block = pairs()
    for header, field in zip(headers, row, strict=True):
        if field.plain:
            block.add_row(header, field)
    block.add_row("", "")
    return block
