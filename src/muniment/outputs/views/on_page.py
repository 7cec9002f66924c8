"""Writes a sheet as Markdown, for reports: the same table and disagreements, its notes as footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from muniment.outputs.plain import one_line
from muniment.outputs.views.on_terminal import provenance
from muniment.outputs.views.sheet import Sheet
from muniment.outputs.views.values import quoted

# What Markdown or the HTML in it would read as markup.
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>|#~&!])")


def markdown(sheet: Sheet) -> str:
    """The whole page; text from documents is escaped, so that none of it becomes markup."""
    marked = any(row.modality != "asserted" for row in sheet.rows)
    modality_header = ["Modality"] if marked else []
    headers = ["Id", *(face.header for face in sheet.faces), *modality_header, "Grade", "Support", "Evidence"]
    lines = [f"## {sheet.register.title}", "", _line(headers), _line(["---"] * len(headers))]
    for row in sheet.rows:
        modality = ["" if row.modality == "asserted" else f"**{row.modality}**"] if marked else []
        noted = _footnotes(row.notes) + (f" +{row.more}" if row.more > 0 else "")
        lines.append(_line([row.id, *map(_escape, row.fields), *modality, row.grade, row.support, noted]))
    if sheet.disagreements:
        lines += ["", "### Disagreements", ""]
    for each in sheet.disagreements:
        readings = each.sign.join(f"{_escape(text)} {_footnotes(numbers)}".strip() for text, numbers in each.readings)
        lines.append(f"- {each.row} {each.header}: {readings}")
    lines.append("")
    for note in sheet.notes:
        lines.append(f"[^{note.number}]: {_escape(f'{quoted(note.words)} — {provenance(note)}')}")
    return "\n".join(lines) + "\n"


def _line(fields: list[str]) -> str:
    return f"| {' | '.join(fields)} |"


def _footnotes(numbers: Iterable[int]) -> str:
    return "".join(f"[^{number}]" for number in numbers)


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\1", one_line(text))
