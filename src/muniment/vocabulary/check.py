"""What any claim must keep to, whoever made it: the cells and types of its register, EDTF dates, known modality.

Pure. That the evidence is verbatim is checked beside it, by `muniment.text.verbatim.find`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Final

from muniment.schema.claim import MODALITIES
from muniment.text import edtf
from muniment.vocabulary.registers import Column, Register

_RATE: Final = re.compile(r"per (year|quarter|month|week|day|hour)")
_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")
_SHOWN: Final = 80  # characters of a wrong value that a message repeats


def problems(
    register: Register, cells: Mapping[str, object], modality: object, date: object, source: object = ""
) -> tuple[str, ...]:
    """Every reason why a claim with these values is not admissible; empty where it is.

    Takes whatever JSON may hold; a list stands for a tuple. `date` may be "" (not said).
    """
    columns = {column.cell: column for column in register.columns}
    found = [f"register {register.name} has no cell {_shown(cell)}" for cell in cells if cell not in columns]
    found += [f"cell {cell} is missing" for cell in register.needs if cell not in cells]
    for cell, value in cells.items():
        if cell in columns and (wrong := _wrong(columns[cell], value)):
            found.append(f"cell {cell} {wrong}: {_shown(value)}")
    if modality not in MODALITIES:
        found.append(f"modality is none of {', '.join(MODALITIES)}: {_shown(modality)}")
    if not isinstance(date, str) or (date and not edtf.validate(date)):
        found.append(f"date is no EDTF date: {_shown(date)}")
    if not isinstance(source, str) or not storable(source):
        found.append(f"source is no text: {_shown(source)}")
    return tuple(found)


def storable(text: str) -> bool:
    """False where `text` holds NUL, which databases cut at, or half a surrogate pair, which no encoding holds."""
    return _UNSTORABLE.search(text) is None


def _wrong(column: Column, value: object) -> str:
    """What is wrong with the value of one cell; "" where nothing is."""
    if column.type == "number":
        return "" if _is_number(value) else "is no plain number"
    if column.type == "list":
        good = isinstance(value, (list, tuple)) and value and all(_is_words(item) for item in value)
        return "" if good else "is no list of names"
    if not isinstance(value, str) or not _is_words(value):
        return "is no text, or has spaces around it"
    if column.type == "enum":
        return "" if value in column.values else f"is none of {', '.join(column.values)}"
    if column.type == "date":
        return "" if edtf.validate(value) else "is no EDTF date"
    if column.type == "period":
        return "" if edtf.validate(value) or _RATE.fullmatch(value) else 'is neither an EDTF date nor "per year"'
    return ""


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return isinstance(value, int) or math.isfinite(value)


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value == value.strip() and storable(value)


def _shown(value: object) -> str:
    shown = ascii(value) if isinstance(value, str) and not storable(value) else repr(value)
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 3] + "..."
