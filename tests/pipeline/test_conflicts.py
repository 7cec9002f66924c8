"""What disagrees comes worst first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from muniment.pipeline.case import Case
from muniment.pipeline.conflicts import DEPTHS, conflicts, shown_value
from tests.desk import fill


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "case.db", create=True) as opened:
        fill(opened, tmp_path / "in")
        yield opened


def test_speakers_go_before_documents_before_one_document(case: Case) -> None:
    found = conflicts(case.derived())
    assert [one.depth for one in found] == ["speakers", "documents", "document"]
    assert [one.cell for one in found] == ["quantity_delivered"] * 3
    jets, tanks, radars = found
    assert {side.said_by for side in jets.sides} == {("the air force",), ("Jo Lund",)}
    assert {side.said_by for side in tanks.sides} == {("Jo Lund",)}
    assert {side.value for side in radars.sides} == {5, 6}
    assert jets.claims == tuple(id for id in jets.record.claims if id in {"c1", "c2"})


def test_what_was_superseded_comes_last_and_only_where_asked(case: Case) -> None:
    assert not conflicts(case.derived(), "tallies")
    found = conflicts(case.derived(), superseded=True)
    assert [DEPTHS.index(one.depth) for one in found] == sorted(DEPTHS.index(one.depth) for one in found)
    toll = found[-1]
    assert (toll.depth, toll.cell, [side.value for side in toll.sides]) == ("superseded", "value", [52, 40])
    assert toll in conflicts(case.derived(), "tallies", superseded=True)


def test_the_first_side_is_what_the_record_shows(case: Case) -> None:
    for one in conflicts(case.derived(), superseded=True):
        assert one.sides[0].value == shown_value(one.record, one.cell)
        assert len(one.sides) > 1
        assert all(side.claims for side in one.sides)


def test_a_rejected_claim_disagrees_no_more(case: Case) -> None:
    case.judge("reject", "c6")
    assert [one.depth for one in conflicts(case.derived())] == ["speakers", "documents"]


def test_one_speaker_under_two_spellings_is_one(case: Case) -> None:
    before = conflicts(case.derived())[0]
    case.judge("same", "Jo Lund", "the air force")
    (after,) = (one for one in conflicts(case.derived()) if one.record.claims == before.record.claims)
    assert (before.depth, after.depth) == ("speakers", "documents")
