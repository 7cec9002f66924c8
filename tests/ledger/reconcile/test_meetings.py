"""Visits and meetings: one journey that several papers tell with different detail."""

from __future__ import annotations

import pytest

from muniment.schema.claim import Claim
from tests.ledger.reconcile.telling import groups, joined, one, reading, records, telling, told

met = telling("meetings")


def visit(document: str, date: str = "", guest: str = "Abiy Ahmed", **more: object) -> Claim:
    """A visit to Eritrea."""
    return met(document, date, **({"kind": "visit", "guest": guest, "host": "Eritrea"} | more))


def test_a_day_a_month_and_a_year_may_be_one_visit() -> None:
    record = one(visit("a", "2018-07-08", place="Asmara"), visit("b", "2018-07"), visit("c", "2018"))
    assert (record.date, record.cells["place"]) == ("2018-07-08", "Asmara")
    assert reading(record, "date", "2018-07").relation == "refined"


def test_a_year_with_two_visits_says_which_of_neither() -> None:
    assert joined(visit("a", "2018-07-08"), visit("b", "2018-11-03"), visit("c", "2018")) == groups([0], [1], [2])


def test_several_visits_summed_up_are_none_of_them() -> None:
    assert joined(visit("a", "2018-07-08"), visit("b", "2016/2019")) == groups([0], [1])


def test_visits_to_two_places_on_one_day_are_two() -> None:
    assert joined(visit("a", "2018-07", place="Asmara"), visit("b", "2018-07", place="Assab")) == groups([0], [1])


def test_a_visit_to_a_capital_is_one_to_its_state() -> None:
    there = met("b", "2018-07-08", kind="visit", guest="Abiy Ahmed", place="Asmara")
    assert joined(visit("a", "2018-07-08"), there) == groups([0, 1])
    assert joined(visit("a", "2018-07-08", host="Sudan"), there) == groups([0], [1])


def test_a_report_that_dates_a_visit_once_tells_it_twice() -> None:
    assert joined(visit("a", "2018-07-08"), visit("a")) == groups([0, 1])
    assert joined(visit("a", "2018-07-08"), visit("b")) == groups([0], [1])


def test_an_undated_visit_that_happened_is_not_the_dated_one_that_is_planned() -> None:
    assert joined(visit("a", "2024-07-08", modality="planned"), visit("a")) == groups([0], [1])


@pytest.mark.parametrize("guest", ["an Ethiopian delegation", "Ethiopia", "the Ethiopian prime minister"])
def test_a_delegation_is_its_named_head(guest: str) -> None:
    post = told("affiliations", "a", subject="Abiy Ahmed", relation="post", object="Ethiopia", post="prime minister")
    vague, named = visit("a", "2018-07-08", guest), visit("b", "2018-07")
    (record,) = records([vague, named, post])
    assert record.cells["guest"] in (guest, "Abiy Ahmed")
    assert len(records([vague, named])) == 2, "nobody said who he is"


def test_pilots_are_no_delegation() -> None:
    post = told("affiliations", "a", subject="Abiy Ahmed", relation="post", object="Ethiopia", post="prime minister")
    assert len(records([visit("a", "2018-07-08", "several Ethiopian pilots"), visit("b", "2018-07-08"), post])) == 2


def test_who_meets_whom_is_one_fact_from_either_side() -> None:
    there = met("a", "2018-07-08", kind="meeting", guest="Abiy Ahmed", host="Isaias Afwerki")
    back = met("b", "2018-07", kind="meeting", guest="Isaias Afwerki", host="Abiy Ahmed")
    record = one(there, back)
    assert reading(record, "guest", "Abiy Ahmed").relation == "same"
    assert record.grade != "contested"


def test_a_visit_from_either_side_is_two() -> None:
    there = visit("a", "2018-07-08", "Isaias Afwerki", host="Ethiopia")
    assert joined(there, visit("b", "2018-07-08", "Ethiopia")) == groups([0], [1])


def test_two_occasions_on_one_day_are_two() -> None:
    claims = [
        met("a", "2018-07-08", kind="attendance", guest="Abiy Ahmed", host="Eritrea", occasion=occasion)
        for occasion in ("a business forum", "the opening of the business forum", "a parade")
    ]
    assert joined(*claims) == groups([0, 1], [2])


def test_a_plan_called_off_later_is_shown_as_called_off() -> None:
    record = one(visit("a", "2018-07", modality="planned"), visit("b", "2018-07", modality="denied"))
    assert (record.modality, record.grade) == ("denied", "discounted")
    assert reading(record, "modality", "planned").relation == "superseded"


def test_a_plan_that_came_true_is_superseded_by_what_happened() -> None:
    record = one(visit("a", "2018-07", modality="planned", place="Asmara"), visit("b", "2018-07-08"))
    assert (record.modality, record.date) == ("asserted", "2018-07-08")
    assert "place" not in record.cells, "where it was to be is not where it was"
    assert reading(record, "modality", "planned").relation == "superseded"


def test_a_denial_beside_a_report_is_a_conflict() -> None:
    record = one(visit("a", "2018-07-08"), visit("b", "2018-07-08", modality="denied"))
    assert (record.modality, record.grade) == ("asserted", "contested")
    assert reading(record, "modality", "denied").relation == "conflicts"
