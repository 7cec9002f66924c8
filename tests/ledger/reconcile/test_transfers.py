"""Deals and supplies: what a trade register keeps in one row."""

from __future__ import annotations

import pytest

from muniment.schema.claim import Claim, Modality
from tests.ledger.reconcile.telling import groups, joined, one, reading, records, telling, told

supplied = telling("transfers")


def jets(document: str, status: str, item: str = "Rafale fighter jets", date: str = "", **more: object) -> Claim:
    """France's Rafales for Egypt."""
    cells = {"supplier": "France", "recipient": "Egypt", "item": item, "status": status} | more
    return supplied(document, date, **cells)


def test_order_plan_and_deliveries_are_stages_of_one_deal() -> None:
    planned: Modality = "planned"
    record = one(
        jets("a", "ordered", quantity_ordered=24, order_date="2015-02"),
        jets("a", "planned", delivery_date="2016", modality=planned),
        jets("b", "partly delivered", "Dassault Rafale jets", quantity_delivered=6, delivery_date="2017-04"),
        jets("c", "supplied", "Rafale jets", recipient="the Egyptian air force"),
    )
    assert (record.cells["quantity_ordered"], record.cells["quantity_delivered"]) == (24, 6)
    assert (record.cells["status"], record.cells["delivery_date"]) == ("partly delivered", "2017-04")
    assert reading(record, "delivery_date", "2016").relation == "superseded"
    assert reading(record, "status", "ordered").relation == "superseded"
    assert reading(record, "status", "ordered").reason == "ordered, then partly delivered"


def test_a_second_order_years_later_is_a_second_deal() -> None:
    first = jets("a", "ordered", quantity_ordered=24, order_date="2015-02")
    second = jets("d", "ordered", quantity_ordered=30, order_date="2021-05")
    assert joined(first, second) == groups([0], [1])


def test_what_was_delivered_before_an_order_was_not_of_it() -> None:
    delivered = jets("a", "delivered", delivery_date="2015")
    ordered = jets("d", "ordered", order_date="2021-05")
    assert joined(delivered, ordered) == groups([0], [1])


@pytest.mark.parametrize("ordered", ["2015/..", "../2015", "9999", "0001", "2015~"])
@pytest.mark.parametrize("delivered", ["2016/..", "../2016", "9999-12", "0001-01-01", "2016?"])
def test_open_and_extreme_dates_compare(ordered: str, delivered: str) -> None:
    claims = [jets("a", "ordered", order_date=ordered), jets("b", "delivered", delivery_date=delivered)]
    assert joined(*claims) in (groups([0, 1]), groups([0], [1]))


def test_more_cannot_come_than_was_ordered() -> None:
    ordered = jets("a", "ordered", quantity_ordered=12, order_date="2015-02")
    delivered = jets("c", "delivered", quantity_delivered=18)
    assert joined(ordered, delivered) == groups([0], [1])


def test_a_variant_is_its_type_told_more_precisely() -> None:
    record = one(
        jets("a", "ordered", "Su-30SME fighters", supplier="Russia", recipient="Algeria", quantity_ordered=14),
        jets("b", "delivered", "Su-30 jets", supplier="Russia", recipient="Algeria", quantity_delivered=8),
    )
    assert (record.cells["quantity_ordered"], record.cells["quantity_delivered"]) == (14, 8)


def test_two_types_are_two_deals() -> None:
    assert joined(jets("a", "delivered", "F-16 fighters"), jets("a", "delivered", "F-35 fighters")) == groups([0], [1])


def test_jets_are_the_named_ones_only_where_a_number_or_a_day_says_so() -> None:
    named = jets("a", "delivered", quantity_delivered=6, delivery_date="2017-04")
    same_number = jets("b", "delivered", "fighter jets", quantity_delivered=6)
    no_number = jets("c", "supplied", "fighter jets")
    assert joined(named, same_number) == groups([0, 1])
    assert joined(named, no_number) == groups([0], [1])


def test_jets_that_may_be_two_types_stay_by_themselves() -> None:
    first = jets("a", "delivered", "F-16 fighters", quantity_delivered=6)
    second = jets("a", "delivered", "F-35 fighters", quantity_delivered=6)
    assert joined(first, second, jets("b", "delivered", "fighter jets", quantity_delivered=6)) == groups([0], [1], [2])


def test_unspecific_arms_are_one_record_however_they_are_called() -> None:
    claims = [jets(document, "supplied", item) for document, item in zip("abcd", ARMS, strict=True)]
    assert joined(*claims) == groups([0, 1, 2, 3])


ARMS = ("arms", "French military equipment", "weaponry", "a wide range of weapons")


def test_what_is_asked_for_is_not_what_flows() -> None:
    flows = jets("a", "supplied", "arms")
    asked = jets("b", "requested", "weapons", modality="requested")
    assert joined(flows, asked) == groups([0], [1])


def test_a_halt_of_all_sales_ends_the_flow_in_the_same_row() -> None:
    record = one(
        jets("a", "supplied", "arms", supplier="Germany", recipient="Turkey"),
        jets("b", "halted", "all arms exports", supplier="Germany", recipient="Turkey"),
    )
    assert record.cells["status"] == "halted"
    assert reading(record, "status", "supplied").relation == "superseded"


def test_an_amount_for_a_span_of_years_is_a_figure_of_its_own() -> None:
    statistic = jets("a", "delivered", "arms", date="2005/2014", value=900_000_000, currency="USD")
    assert joined(jets("a", "supplied", "arms"), statistic) == groups([0], [1])


def test_a_company_of_the_state_is_the_state_told_more_precisely() -> None:
    part = told("affiliations", "a", subject="Dassault Aviation", relation="part of", object="France")
    claims = [jets("a", "delivered"), jets("b", "delivered", supplier="Dassault Aviation")]
    (record,) = records([*claims, part])
    assert reading(record, "supplier", "Dassault Aviation").relation in ("same", "refines")
    assert len(records(claims)) == 2, "nobody said that it is French"


def test_parts_and_training_are_not_the_thing() -> None:
    claims = [
        jets("a", "supplied", item) for item in ("Leopard tanks", "spare parts for Leopard tanks", "tank training")
    ]
    assert joined(*claims) == groups([0], [1], [2])


def test_a_technology_asked_for_and_the_licence_given_are_one_deal() -> None:
    asked = jets("a", "requested", "help with drone technology", modality="possible")
    given = jets("b", "licensed production / kit assembly", "drones")
    assert joined(asked, given) == groups([0, 1])


def test_reports_that_name_no_supplier_join_the_only_one_that_does() -> None:
    named = jets("a", "delivered")
    unnamed = supplied("b", recipient="Egypt", item="Rafale jets", status="delivered")
    other = jets("c", "delivered", supplier="Qatar")
    assert joined(named, unnamed) == groups([0, 1])
    assert joined(named, unnamed, other) == groups([0], [1], [2])
