"""Invented reports, their claims, and the records that a researcher would make of them: see tests/golden/ledger."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import pytest

from muniment.intake import iter_sources, to_document
from muniment.intake.source import Source
from muniment.outputs.exports.rows import exported
from muniment.pipeline.case import Case
from muniment.schema.record import Record
from tests.shell import GOLDEN_LEDGER

Line: TypeAlias = dict[str, Any]
T = TypeVar("T")


def lines(name: str) -> list[Line]:
    return [json.loads(line) for line in (GOLDEN_LEDGER / name).read_text(encoding="utf-8").splitlines()]


EXPECTED = lines("records.jsonl")


def made(path: Path, documents: Sequence[Source], claims: Sequence[str]) -> Case:
    """A case of these documents and claims, added in this order."""
    case = Case.open(path, create=True)
    for source in documents:
        case.add_document(to_document(source))
    assert not case.import_claims(claims).refused
    return case


def documents() -> list[Source]:
    return list(iter_sources([str(GOLDEN_LEDGER / "documents")], io.BytesIO()))


def numbered() -> list[str]:
    """The claims, each with its line as its id, so that they can be shuffled."""
    return [json.dumps(line | {"id": str(at)}) for at, line in enumerate(lines("claims.jsonl"), 1)]


def exports(case: Case) -> bytes:
    return "\n".join(json.dumps(line, sort_keys=True) for line in exported(case, "records")).encode()


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with made(tmp_path_factory.mktemp("facts") / "facts.db", documents(), numbered()) as case:
        yield case


def name(expected: Line) -> str:
    return f"{expected['register']} {expected['claims'][0]}"


def record_of(case: Case, expected: Line) -> Record:
    first = str(expected["claims"][0])
    return next(record for record in case.records(expected["register"]) if first in record.claims)


@pytest.mark.parametrize("expected", EXPECTED, ids=name)
def test_the_right_claims_are_together(case: Case, expected: Line) -> None:
    assert sorted(map(int, record_of(case, expected).claims)) == sorted(expected["claims"])


@pytest.mark.parametrize("expected", EXPECTED, ids=name)
def test_the_right_values_are_shown(case: Case, expected: Line) -> None:
    record = record_of(case, expected)
    wanted = {cell: set(value) if isinstance(value, list) else value for cell, value in expected["cells"].items()}
    assert {cell: set(value) if isinstance(value, tuple) else value for cell, value in record.cells.items()} == wanted
    assert record.modality == expected["modality"]


@pytest.mark.parametrize("expected", [line for line in EXPECTED if line["conflicts"]], ids=name)
def test_disagreement_is_kept(case: Case, expected: Line) -> None:
    record = record_of(case, expected)
    assert [conflict["cell"] for conflict in expected["conflicts"] if len(record.readings[conflict["cell"]]) < 2] == []


def test_replay_and_the_order_of_reading_change_no_byte(case: Case, tmp_path: Path) -> None:
    expected = exports(case)
    with Case.open(case.place) as again:
        assert exports(again) == expected
    chance = random.Random(20261122)
    for time in range(10):
        with made(tmp_path / f"{time}.db", shuffled(documents(), chance), shuffled(numbered(), chance)) as other:
            assert exports(other) == expected


def shuffled(items: Sequence[T], chance: random.Random) -> list[T]:
    return chance.sample(items, len(items))
