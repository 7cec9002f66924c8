"""Why a record is what it is: names, claims joined, ties."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from muniment.errors import NotFound
from muniment.pipeline.case import Case
from muniment.pipeline.reasons import names_of
from tests.desk import fill


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "case.db", create=True) as opened:
        fill(opened, tmp_path / "in")
        yield opened


def record_of(case: Case, claim: str) -> str:
    return next(record.id for record in case.records() if claim in record.claims)


def test_a_spelling_is_told_with_whom_it_means_and_why(case: Case) -> None:
    (called,) = case.explain(record_of(case, "c9")).called
    assert {called.name, called.entity} == {"Martin Holgersen", "Martin Holgerson"}
    assert called.to == called.entity
    assert "shared post" in {feature.name for feature in called.features}


def test_names_that_are_spelled_as_their_entity_need_no_reason(case: Case) -> None:
    assert case.explain(record_of(case, "c5")).called == ()


def test_claims_are_joined_to_the_one_that_says_most(case: Case) -> None:
    (vague,) = case.explain(record_of(case, "c13")).joined
    assert vague.claim == "c14"
    stands = {one.cell: (one.relation, one.firm) for one in vague.agreements}
    assert stands == {"supplier": ("same", True), "recipient": ("same", True), "item": ("refined", False)}


def test_a_person_s_merge_is_the_reason(case: Case) -> None:
    case.judge("merge", "c1", "c3", by="Ama")
    joined = case.explain(record_of(case, "c1")).joined
    assert set() < {one.claim for one in joined if one.judged} < {"c1", "c3"}


def test_ties_are_told_from_both_ends(case: Case) -> None:
    agreement, visit = record_of(case, "c12"), record_of(case, "c11")
    (forth,) = case.explain(agreement).ties
    (back,) = case.explain(visit).ties
    assert (forth.kind, forth.record.id) == ("concluded at", visit)
    assert (back.kind, back.record.id) == ("occasion of", agreement)
    assert forth.reasons == back.reasons != ()


def test_an_explanation_of_a_moment_knows_only_what_was_known(case: Case) -> None:
    id = record_of(case, "c1")
    assert len(case.explain(id, as_of="2999").voices) == 2
    with pytest.raises(NotFound):
        case.explain(id, as_of="2001")
    with pytest.raises(NotFound):
        case.explain("document:morning", as_of="2001")


def test_the_names_of_a_claim_end_with_its_source(case: Case) -> None:
    claims = {claim.id: claim for claim in case.claims()}
    assert list(names_of(claims["c1"])) == [
        ("supplier", "Ruritania"), ("recipient", "Fenwick"), ("source", "the air force"),
    ]  # fmt: skip
    assert ("parties", "Fenwick") in list(names_of(claims["c12"]))
