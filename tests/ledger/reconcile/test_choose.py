"""Claims to records: what joins, what is shown, and that order plays no part."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.ledger.reconcile import reconcile
from muniment.schema.claim import Claim, Modality, Value
from muniment.schema.record import Record
from muniment.vocabulary.registers import register
from tests.ledger.making import claim, tallies, transfer, transfers, unique

TRANSFERS = register("transfers")
TALLIES = register("tallies")
many = st.lists(st.one_of(transfers(), tallies()), max_size=14).map(unique)


def one(*claims: Claim) -> Record:
    """The only record of the claims."""
    (record,) = reconcile(claims, register(claims[0].register))
    return record


@settings(deadline=None)
@given(many, st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(claims: list[Claim], random: Random) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)
    for name in ("transfers", "tallies"):
        assert repr(reconcile(claims, register(name))) == repr(reconcile(shuffled, register(name)))


@settings(deadline=None)
@given(many)
def test_every_claim_is_in_exactly_one_record(claims: list[Claim]) -> None:
    for name in ("transfers", "tallies"):
        held = [id for record in reconcile(claims, register(name)) for id in record.claims]
        assert sorted(held) == sorted(one.id for one in claims if one.register == name)


@settings(deadline=None)
@given(many)
def test_every_reading_is_supported_and_every_shown_value_is_a_reading(claims: list[Claim]) -> None:
    by_id = {one.id: one for one in claims}
    for record in (*reconcile(claims, TRANSFERS), *reconcile(claims, TALLIES)):
        for cell, readings in record.readings.items():
            supporters = [id for reading in readings for id in reading.claims]
            assert len(supporters) == len(set(supporters))
            assert set(supporters) <= set(record.claims)
            if cell not in ("date", "modality"):
                assert set(supporters) == {id for id in record.claims if cell in by_id[id].cells}
        for cell, value in record.cells.items():
            assert value in [reading.value for reading in record.readings[cell]]
        assert record.rules.keys() >= record.cells.keys()


@settings(deadline=None)
@given(many)
def test_what_is_not_asserted_never_changes_what_is(claims: list[Claim]) -> None:
    asserted = [one for one in claims if one.modality == "asserted"]
    alone = {record.id: record for record in reconcile(asserted, TRANSFERS)}
    for record in reconcile(claims, TRANSFERS):
        if record.id in alone:
            assert (record.cells, record.date) == (alone[record.id].cells, alone[record.id].date)
            assert record.modality == "asserted"


def test_spellings_of_one_key_make_one_record() -> None:
    record = one(
        claim(transfer("Su-30 fighter jets"), document="d1"),
        claim((transfer("the Su-30 fighter jet") | {"supplier": "RUSSIA’s"}), document="d2"),
    )
    assert len(record.claims) == 2


def test_names_are_compared_as_the_caller_says() -> None:
    claims = [claim((transfer() | {"recipient": name}), document=name) for name in ("Ruritania", "Strelsau")]

    def key(name: str, document: str = "", cell: str = "") -> str:
        return {"Strelsau": "ruritania"}.get(name, name.lower()) if cell == "recipient" else name.lower()

    assert len(reconcile(claims, TRANSFERS)) == 2
    assert len(reconcile(claims, TRANSFERS, key)) == 1


def test_a_claim_without_a_needed_key_cell_stands_alone() -> None:
    vague = transfer()
    del vague["supplier"]
    claims = [claim(vague, document=name) for name in ("d1", "d2")]
    records = reconcile(claims, TRANSFERS)
    assert [len(record.claims) for record in records] == [1, 1]
    assert len({record.id for record in records}) == 2


def test_lists_are_compared_without_their_order() -> None:
    first = claim({"parties": ("Russia", "Myanmar"), "subject": "arms"}, "agreements", document="d1")
    second = claim({"parties": ("Myanmar", "Russia"), "subject": "arms"}, "agreements", document="d2")
    assert len(one(first, second).claims) == 2


def test_numbers_are_compared_by_value() -> None:
    record = one(
        claim(transfer(quantity_delivered=2), document="d1"),
        claim(transfer(quantity_delivered=2.0), document="d2"),
    )
    assert len(record.readings["quantity_delivered"]) == 1


@pytest.mark.parametrize("modality", ["planned", "possible", "denied", "requested"])
def test_a_delivery_that_did_not_happen_is_only_a_reading(modality: Modality) -> None:
    ordered = claim((transfer(quantity_ordered=6) | {"status": "ordered"}), document="d1")
    due = claim(transfer(quantity_delivered=6), document="d2", modality=modality)
    record = one(ordered, due)
    assert "quantity_delivered" not in record.cells
    assert record.cells["status"] == "ordered"
    assert record.rules["status"] == "asserted before others"
    assert [reading.value for reading in record.readings["quantity_delivered"]] == [6]
    assert {reading.value for reading in record.readings["modality"]} == {"asserted", modality}


def test_what_is_only_planned_is_shown_as_planned() -> None:
    record = one(claim(transfer(quantity_delivered=6), modality="planned"))
    assert (record.modality, record.cells["quantity_delivered"]) == ("planned", 6)


def test_more_documents_outweigh_more_claims() -> None:
    repeats = [claim(transfer(quantity_delivered=4), document="d1", at=at) for at in (0, 20, 40)]
    others = [claim(transfer(quantity_delivered=2), document=name) for name in ("d2", "d3")]
    record = one(*repeats, *others)
    assert (record.cells["quantity_delivered"], record.rules["quantity_delivered"]) == (2, "most support")


def test_of_dates_with_equal_support_the_most_precise_is_shown() -> None:
    record = one(
        claim(transfer(delivery_date="2022"), document="d1"),
        claim(transfer(delivery_date="2022-03"), document="d2"),
    )
    assert (record.cells["delivery_date"], record.rules["delivery_date"]) == ("2022-03", "most support")


def test_else_the_latest_is_shown_and_else_the_first() -> None:
    early = claim(transfer(quantity_ordered=1), document="d1", date="2021")
    late = claim(transfer(quantity_ordered=2), document="d2", date="2022")
    assert (one(early, late).cells["quantity_ordered"], one(early, late).rules["quantity_ordered"]) == (2, "latest")
    tied = one(claim(transfer(value=1), document="d2"), claim(transfer(value=2), document="d1"))
    assert (tied.cells["value"], tied.rules["value"]) == (2, "first in order")


def test_a_later_count_of_a_running_total_supersedes_and_keeps_its_company() -> None:
    toll: dict[str, Value] = {"measure": "killed", "place": "Myanmar", "compiler": "AAPP"}
    early: dict[str, Value] = {**toll, "value": 912, "bound": "exact", "as_of": "2021-07-15"}
    late: dict[str, Value] = {**toll, "value": 1707, "bound": "at least", "as_of": "2022-03-25"}
    old = [claim(early, "tallies", document=name) for name in ("d1", "d2")]
    new = claim(late, "tallies", document="d3")
    record = one(*old, new)
    assert record.cells["value"] == 1707
    assert record.cells["bound"] == "at least"
    assert record.cells["as_of"] == "2022-03-25"
    assert record.rules["value"] == "latest count"
    assert record.rules["bound"] == "goes with value"
    assert len(record.readings["value"]) == 2


def test_claims_of_other_registers_are_passed_over() -> None:
    assert reconcile([claim({"measure": "killed", "value": 1, "bound": "exact"}, "tallies")], TRANSFERS) == ()


def test_a_total_that_no_words_date_is_of_the_day_it_was_printed() -> None:
    earlier = claim({"measure": "killed", "value": 207, "place": "Oz"}, "tallies", document="a")
    later = claim({"measure": "killed", "value": 290, "place": "Oz"}, "tallies", document="b")
    published = {"a": "2019-04-21", "b": "2019-04-22"}
    (record,) = reconcile([earlier, later], register("tallies"), published=published)
    assert (record.cells["value"], record.rules["value"]) == (290, "latest count")
    (record,) = reconcile([earlier, later], register("tallies"), published={"a": "2019-04-23", "b": "2019-04-22"})
    assert record.cells["value"] == 207
