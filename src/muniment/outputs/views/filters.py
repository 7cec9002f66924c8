"""Which records a person asks for: `--where cell=value`, modality, document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from muniment.errors import UsageError
from muniment.outputs.views.values import plain
from muniment.schema.claim import Claim, Value
from muniment.schema.record import Record
from muniment.vocabulary.registers import Register


@dataclass(frozen=True, slots=True)
class Condition:
    """`cell=value` (equal, whatever the case; a date also by its beginning) or `cell~words` (contains)."""

    cell: str
    words: str
    contains: bool

    def holds(self, record: Record) -> bool:
        """True where the shown value or any other reading meets the condition."""
        return any(self._meets(value) for value in _values(record, self.cell))

    def _meets(self, value: Value) -> bool:
        wanted = self.words.casefold()
        given = [part.casefold() for part in (value if isinstance(value, tuple) else (str(value), plain(value)))]
        if self.contains:
            return any(wanted in part for part in given)
        starts = self.cell == "date" or self.cell.endswith("_date")
        return any(part == wanted or (starts and part.startswith(wanted)) for part in given)


def condition(words: str, register: Register) -> Condition:
    """Reads one `--where`. Raises UsageError where it is no condition, NotFound where the cell is unknown."""
    cell, sign, value = _split(words)
    if not sign or not cell or not value:
        raise UsageError(f"--where {words!r} is no condition.", "Write cell=value (equal) or cell~words (contains).")
    if cell not in ("date", "modality"):
        register.column(cell)
    return Condition(cell, value, contains=sign == "~")


def chosen(
    records: Iterable[Record],
    conditions: Sequence[Condition] = (),
    modalities: frozenset[str] = frozenset(),
    document: str = "",
    claims: Mapping[str, Claim] | None = None,
    least: float = 0.0,
) -> list[Record]:
    """The records that meet every condition; `document` is an id that one of their claims must come from, `least` the
    confidence that one of them must have. A claim whose confidence was never measured is not left out."""
    known = claims or {}
    return [
        record
        for record in records
        if (not modalities or record.modality in modalities)
        and (not document or any(known[claim].document == document for claim in record.claims))
        and (not least or any(is_sure(known[claim].confidence, least) for claim in record.claims))
        and all(each.holds(record) for each in conditions)
    ]


def is_sure(confidence: float | None, least: float) -> bool:
    """True where a claim of this confidence is at least so likely to be right, or it was never measured."""
    return confidence is None or confidence >= least


def _split(words: str) -> tuple[str, str, str]:
    at = min((i for i in (words.find("="), words.find("~")) if i >= 0), default=-1)
    if at < 0:
        return words, "", ""
    return words[:at].strip(), words[at], words[at + 1 :].strip()


def _values(record: Record, cell: str) -> list[Value]:
    readings = [reading.value for reading in record.readings.get(cell, ())]
    if cell in ("date", "modality"):
        return [record.date if cell == "date" else record.modality, *readings]
    return [*([record.cells[cell]] if cell in record.cells else []), *readings]
