"""Draws a sheet for people: a table that fits the terminal, notes below it, disagreement and modality marked."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Final

from rich.console import Group
from rich.table import Table
from rich.text import Text

from muniment.outputs.plain import one_line, shorten
from muniment.outputs.views.grid import fits, grid
from muniment.outputs.views.sheet import Disagreement, Note, Row, Sheet
from muniment.outputs.views.values import quoted

# A quotation in a field would push the other columns off the screen; the note below has it in full.
FIELD_WIDTH: Final = 120
_MODALITY_STYLES: Final = {"planned": "cyan", "possible": "yellow", "requested": "magenta", "denied": "red"}


def draw(sheet: Sheet, width: int) -> Group:
    """The table in `width` characters, then what it stands on.

    Grade and support stand there where they tell rows apart and the width allows.
    """
    weights = ({"Grade", "Support"}, {"Grade"}) if any(row.grade not in ("weak", "") for row in sheet.rows) else ()
    right = frozenset(at for at, face in enumerate(sheet.faces, 1) if face.right)
    for extra in (*weights, set[str]()):
        headers = ["Id", *(face.header for face in sheet.faces), *_modality_header(sheet), *sorted(extra), "Evidence"]
        rows = [_fields(row, sheet, extra) for row in sheet.rows]
        if fits(headers, rows, width):
            break
    parts = [grid(headers, rows, width, right)]
    if sheet.silent:
        parts.append(Text(f"No row gives: {', '.join(sheet.silent)}.", "dim"))
    if sheet.disagreements:
        parts += [Text(), *map(_disagreement, sheet.disagreements)]
    return Group(*parts, Text(), _notes(sheet.notes))


def _modality_header(sheet: Sheet) -> list[str]:
    """The column is there where some row is not simply asserted."""
    return ["Modality"] if any(row.modality != "asserted" for row in sheet.rows) else []


def _fields(row: Row, sheet: Sheet, extra: Container[str]) -> list[Text]:
    modality = ["" if row.modality == "asserted" else row.modality] * len(_modality_header(sheet))
    weight = [words for name, words in (("Grade", row.grade), ("Support", row.support)) if name in extra]
    words = [row.id, *(shorten(field, FIELD_WIDTH) for field in row.fields), *modality, *weight, evidence(row)]
    return [Text(field, _MODALITY_STYLES.get(row.modality, "")) for field in words]


def _disagreement(each: Disagreement) -> Text:
    readings = each.sign.join(f"{one_line(text)} {numbered(numbers)}".strip() for text, numbers in each.readings)
    return Text.assemble((f"{each.row} {each.header}: ", "dim"), (readings, "bold"))


def _notes(notes: Iterable[Note]) -> Table:
    lines = Table.grid(padding=(0, 1, 0, 0))
    lines.add_column(style="dim", no_wrap=True, justify="right")
    lines.add_column(overflow="fold")
    for note in notes:
        lines.add_row(
            Text(f"[{note.number}]"), Text.assemble(quoted(one_line(note.words)), (f" — {provenance(note)}", "dim"))
        )
    return lines


def evidence(row: Row) -> str:
    """The numbers of a row's notes, and how many claims more it stands on."""
    return numbered(row.notes) + (f" +{row.more}" if row.more > 0 else "")


def numbered(notes: Iterable[int]) -> str:
    """Numbers of notes as they stand in a text."""
    return "".join(f"[{number}]" for number in notes)


def provenance(note: Note) -> str:
    """Who says it, who printed it, when, in which document; what is not known is left out."""
    said = f"{note.source}, in" if note.source and note.publisher else note.source
    where = f"{said} {note.publisher}".strip()
    return one_line(", ".join(part for part in (where, note.published, note.document) if part))
