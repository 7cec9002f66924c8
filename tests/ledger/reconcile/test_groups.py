"""Records follow from the set of claims alone: no order, no half-joined groups, ids that lead on."""

from __future__ import annotations

from random import Random

from benchmarks.reconcile import made, reconciled
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.ledger.reconcile import reconcile
from muniment.schema.claim import Claim
from muniment.vocabulary.registers import NAMES, register
from tests.ledger.making import claim, tallies, transfer, transfers, unique

many = st.lists(st.one_of(transfers(), tallies()), max_size=14).map(unique)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000), st.randoms(use_true_random=False))
def test_records_of_all_registers_do_not_depend_on_the_order_of_claims(seed: int, random: Random) -> None:
    claims = [each for each, _ in made(150, seed)]
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert repr(list(reconciled(claims))) == repr(list(reconciled(shuffled)))


@settings(deadline=None)
@given(many, st.data())
def test_every_id_that_a_part_of_the_claims_would_give_leads_to_a_record(
    claims: list[Claim], data: st.DataObject
) -> None:
    fewer = [each for each in claims if data.draw(st.booleans())]
    for name in ("transfers", "tallies"):
        led = [id for record in reconcile(claims, register(name)) for id in (record.id, *record.forwards)]
        assert len(led) == len(set(led)), "no id leads to two records"
        assert {record.id for record in reconcile(fewer, register(name))} <= set(led)


def test_a_record_keeps_its_id_as_later_reports_join_and_forwards_that_of_the_one_it_takes_in() -> None:
    published = {"d1": "2020-01-01", "d2": "2021-01-01", "d3": "2022-01-01"}
    first = claim(transfer("Su-30 jets", order_date="2018"), document="d1")
    second = claim(transfer("Su-30SM jets"), document="d2")
    third = claim(transfer("Su-30 fighters", quantity_delivered=2), document="d3")
    alone = {each.id: reconcile([each], register("transfers"), published=published)[0].id for each in (first, second)}
    (record,) = reconcile([first, second, third], register("transfers"), published=published)
    assert record.id == alone[first.id]
    assert alone[second.id] in record.forwards


def test_what_people_join_is_one_record_and_what_they_part_is_not() -> None:
    rifles, boats, more = (
        claim(transfer(item), document=name) for name, item in (("d1", "rifles"), ("d2", "boats"), ("d3", "rifles"))
    )
    joined = reconcile([rifles, boats], register("transfers"), together=[(rifles.id, boats.id)])
    assert [set(record.claims) for record in joined] == [{rifles.id, boats.id}]
    parted = reconcile([rifles, boats, more], register("transfers"), apart=[(rifles.id, more.id)])
    assert all(not {rifles.id, more.id} <= set(record.claims) for record in parted)


def test_people_s_merges_keep_the_ids_of_their_parts_and_let_later_reports_in() -> None:
    rifles, boats, more = (
        claim(transfer(item), document=name) for name, item in (("d1", "rifles"), ("d2", "boats"), ("d3", "rifles"))
    )
    before = {record.id for record in reconcile([rifles, boats], register("transfers"))}
    (record,) = reconcile([rifles, boats, more], register("transfers"), together=[(rifles.id, boats.id)])
    assert {record.id, *record.forwards} == before
    assert set(record.claims) == {rifles.id, boats.id, more.id}


def test_of_two_records_that_people_split_one_keeps_the_id() -> None:
    first, second = claim(transfer("rifles"), document="d1"), claim(transfer("rifles"), document="d2")
    (whole,) = reconcile([first, second], register("transfers"))
    published = {"d1": "2020-01-01", "d2": "2021-01-01"}
    parted = reconcile([first, second], register("transfers"), published=published, apart=[(first.id, second.id)])
    assert {record.id: record.claims for record in parted}[whole.id] == (first.id,)
    assert len({id for record in parted for id in (record.id, *record.forwards)}) == 2


def test_a_third_report_never_brings_together_what_people_parted() -> None:
    claims = [claim(transfer("rifles"), document=f"d{n}") for n in range(4)]
    parted = reconcile(claims, register("transfers"), apart=[(claims[0].id, claims[1].id)])
    assert sorted(len(record.claims) for record in parted) == [1, 3]


def test_a_large_block_is_compared_in_time_that_grows_with_it() -> None:
    claims = [
        claim({"kind": "visit", "guest": "A", "host": "B"}, "meetings", document=f"d{n}", date=f"{1000 + n}-03-01")
        for n in range(3000)
    ]
    assert len(reconcile(claims, register("meetings"))) == 3000


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 1000))
def test_made_up_facts_come_back_as_they_were_made(seed: int) -> None:
    told = list(made(200, seed))
    fact_of = {each.id: fact for each, fact in told}
    mixed = [r for r in reconciled(each for each, _ in told) if len({fact_of[id] for id in r.claims}) > 1]
    assert len(mixed) <= 1
    assert {record.register for record in reconciled(each for each, _ in told)} == set(NAMES)
