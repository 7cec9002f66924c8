"""What is asked next: in the stated order, each once, nothing that was judged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from muniment.pipeline.case import Case
from muniment.pipeline.review import CANDIDATES, KINDS, Kind, Question, candidates, questions
from tests.desk import fill


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "case.db", create=True) as opened:
        fill(opened, tmp_path / "in")
        yield opened


def asked(case: Case, *kinds: Kind, register: str | None = None) -> tuple[Question, ...]:
    return questions(case.derived(), register, kinds or KINDS)


def test_the_order_is_the_stated_one_and_each_is_asked_once(case: Case) -> None:
    found = asked(case)
    order = [KINDS.index(one.kind) for one in found]
    assert order == sorted(order)
    assert {one.kind for one in found} == set(KINDS)
    assert len({one.key for one in found}) == len(found)
    assert found == asked(case)


def test_conflicts_come_worst_first(case: Case) -> None:
    assert [one.conflicts[0].depth for one in asked(case, "conflict")] == ["speakers", "documents", "document"]


def test_records_of_one_voice_with_gaps_come_first(case: Case) -> None:
    singles = asked(case, "single", register="meetings")
    assert [one.record.cells["kind"] for one in singles if one.record] == ["visit"]
    assert all(one.record and one.record.provisional for one in asked(case, "single"))
    assert not {one.key for one in asked(case, "conflict")} & {one.key for one in asked(case) if one.kind == "single"}


def test_a_merge_on_less_than_equal_words_is_asked_about(case: Case) -> None:
    (merge,) = asked(case, "merge")
    assert set(merge.claims) == {"c13", "c14"}
    (vague,) = merge.joined
    assert [one.cell for one in vague.agreements if not one.firm] == ["item"]


def test_spellings_near_the_threshold_are_asked_about_from_both_sides(case: Case) -> None:
    found = {one.key: one.same for one in asked(case, "names")}
    assert found == {("Peder Dalgren", "Peder Dralgren"): False, ("Martin Holgersen", "Martin Holgerson"): True}
    assert asked(case, "names", register="tallies") == ()


def test_a_conflict_is_settled_when_each_claim_was_judged(case: Case) -> None:
    first = asked(case)[0]
    case.judge("accept", first.claims[0])
    assert asked(case)[0].key == first.key
    case.judge("accept", first.claims[1])
    assert first.key not in {one.key for one in asked(case, "conflict")}


@pytest.mark.parametrize("verdict", ["accept", "reject"])
def test_a_single_is_settled_by_a_verdict_and_open_again_without_it(case: Case, verdict: str) -> None:
    before = asked(case, "single")
    judgement = case.judge("accept" if verdict == "accept" else "reject", before[0].claims[0])
    assert before[0].key not in {one.key for one in asked(case, "single")}
    case.judge("retract", judgement.id)
    assert asked(case, "single") == before


def test_a_merge_is_settled_by_a_person_who_joins_or_parts(case: Case) -> None:
    together = case.judge("merge", "c13", "c14")
    assert asked(case, "merge") == ()
    case.judge("retract", together.id)
    case.judge("split", "c13", apart_from=["c14"])
    assert asked(case, "merge") == ()


@pytest.mark.parametrize("same", [True, False])
def test_names_are_settled_by_a_word_on_the_two(case: Case, same: bool) -> None:
    case.judge("same" if same else "different", "Peder Dalgren", "Peder Dralgren")
    assert [one.key for one in asked(case, "names")] == [("Martin Holgersen", "Martin Holgerson")]


def test_candidates_for_a_merge_share_names_or_words(case: Case) -> None:
    derived = case.derived()
    tanks = next(one for one in derived.records("transfers") if one.cells["item"] == "K-4 tanks")
    found = candidates(tanks, derived)
    assert tanks not in found
    assert len(found) <= CANDIDATES
    assert [one.cells["recipient"] for one in found] == ["Fenwick", "Fenwick", "Oland"]
    toll = derived.records("tallies")[0]
    assert candidates(toll, derived) == ()
