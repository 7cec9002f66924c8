"""Everything a case would export, as text: two cases that show the same are the same to people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from muniment.pipeline.case import Case


def shown(case: Case) -> str:
    """Documents without their places on this disk, claims, records, judgements and statuses, line by line."""
    return "\n".join(_lines(case))


def _lines(case: Case) -> Iterator[str]:
    for document in case.documents():
        yield repr(replace(document, origin=Path(document.origin).name))
    yield from map(repr, case.claims())
    yield from map(repr, case.records())
    yield from (repr(judgement) for judgement in case.judgements())
    for status in case.statuses():
        yield repr(replace(status, origin="", name=Path(status.name).name, note=status.note.replace("/", " ")))
