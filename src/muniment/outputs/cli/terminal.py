"""The two consoles: stdout for results, stderr for progress. Colours only where a person looks."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Final

import click
from rich.console import Console, RenderableType
from rich.text import Text

from muniment.outputs.plain import neutralise
from muniment.outputs.views.grid import grid

# Without a terminal there is no width to fit; this one suits a page of a report.
PIPED_WIDTH: Final = 110


def console(*, stderr: bool = False) -> Console:
    """A console that fits its terminal, or writes plain lines of PIPED_WIDTH into a pipe.

    Rich's markup, emoji codes and highlighting are off: text comes from documents.
    """
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else PIPED_WIDTH
    return Console(stderr=stderr, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)


def show(renderable: RenderableType) -> None:
    """Prints on stdout; in a pipe without the blanks that fill a table's last column."""
    screen = console()
    if screen.is_terminal:
        screen.print(renderable)
        return
    with screen.capture() as printed:
        screen.print(renderable)
    click.echo("\n".join(line.rstrip() for line in printed.get().split("\n")), nl=False)


def width() -> int:
    """How many columns of characters stdout has."""
    return console().width


def styled() -> bool:
    """True where stdout shows bold and underlined words."""
    return console().color_system is not None


def text(words: str, style: str = "") -> Text:
    """Words of unknown origin as a safe piece of output."""
    return Text(neutralise(words), style=style)


def show_table(headers: Sequence[str], rows: Iterable[Sequence[str | Text]], *, right: Iterable[int] = ()) -> None:
    """Prints a table that fits; plain strings are made safe, `right` are the columns of numbers."""
    cells = [[text(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    show(grid(headers, cells, width(), frozenset(right)))


def show_part(
    headers: Sequence[str], rows: Sequence[Sequence[str | Text]], most: int, noun: str, *, right: Iterable[int] = ()
) -> None:
    """Prints at most `most` rows (0: all) as `show_table` does, then how many `noun`s there are."""
    shown = rows[:most] if most else rows
    if shown:
        show_table(headers, shown, right=right)
    nouns = noun if len(rows) == 1 else f"{noun.removesuffix('y')}ies" if noun.endswith("ty") else f"{noun}s"
    if len(shown) < len(rows):
        click.echo(f"{len(shown)} of {len(rows)} {nouns}; --limit 0 shows all.")
    else:
        click.echo(f"{len(rows) or 'No'} {nouns}.")


def write(content: str) -> None:
    """Writes for programs: verbatim UTF-8 into a file or pipe, neutralised on a terminal."""
    if sys.stdout.isatty():
        click.echo(neutralise(content), nl=False)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode("utf-8"))
    sys.stdout.buffer.flush()


def write_json(value: Any) -> None:
    """Writes one JSON document, keys in the order given."""
    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
