"""The log tells what every judgement holds on to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from muniment.pipeline.case import Case
from muniment.pipeline.log import Entry, log
from muniment.pipeline.read import read
from tests.desk import fill
from tests.pipeline import fakes
from tests.pipeline.test_judge import BLIND, NEWER


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "case.db", create=True) as opened:
        yield opened


def entries(case: Case) -> tuple[Entry, ...]:
    with case.view() as view:
        return log(view)


def test_each_judgement_shows_its_words(case: Case, tmp_path: Path) -> None:
    fill(case, tmp_path)
    assert entries(case) == ()
    case.judge("reject", "c1")
    case.judge("split", "c3", apart_from=["c4"])
    case.judge("different", "Jo Lund", "the air force")
    rejected, parted, names = entries(case)
    assert rejected.words == (("Ruritania delivered 6 Z-9 jets to Fenwick", "morning"),)
    assert [document for _, document in parted.words] == ["evening", "weekly"]
    assert [(one.held, one.subjects) for one in (rejected, parted, names)] == [(1, 1), (2, 2), (2, 2)]
    assert names.words == ()


def test_retractions_can_be_taken_back(case: Case, tmp_path: Path) -> None:
    fill(case, tmp_path)
    first = case.judge("reject", "c1")
    second = case.judge("retract", first.id)
    assert [one.stands for one in entries(case)] == [False, True]
    case.judge("retract", second.id)
    assert [one.stands for one in entries(case)] == [True, False, True]


def test_what_a_newer_reading_lost_is_no_longer_held(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Norway delivered jets to Peru.", encoding="utf-8")
    read(case, [path], extractor=fakes.extractor())
    claim = next(case.claims())
    case.judge("reject", claim.id)
    assert [one.held for one in entries(case)] == [1]
    read(case, [path], extractor=NEWER)
    assert next(case.claims()).id != claim.id
    assert [one.held for one in entries(case)] == [1]
    read(case, [path], extractor=BLIND)
    assert [(one.held, one.subjects, one.stands) for one in entries(case)] == [(0, 1, True)]
