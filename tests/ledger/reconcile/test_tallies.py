"""Tolls: a running total is a series, and an event's toll is none of it."""

from __future__ import annotations

from muniment.schema.claim import Claim
from tests.ledger.reconcile.telling import groups, joined, one, reading, telling

counted = telling("tallies")


def total(document: str, value: int, as_of: str, **more: object) -> Claim:
    """A running total of the dead of Syria."""
    cells = {"measure": "killed", "place": "Syria", "since": "2011-03", "population": "people", "bound": "at least"}
    date = f"2011-03/{as_of}" if as_of else "2011-03/.."
    return counted(document, date, **(cells | {"value": value} | ({"as_of": as_of} if as_of else {}) | more))


def test_each_later_count_supersedes_the_earlier_and_says_who_counted_when() -> None:
    record = one(
        total("a", 5000, "2011-12-12", compiler="Barada Monitor", bound="more than"),
        total("b", 9000, "2012-03-27", compiler="Barada Monitor"),
        total("d", 10000, "", population="civilians", bound="about"),
    )
    assert (record.cells["value"], record.cells["bound"], record.cells["population"]) == (10000, "about", "civilians")
    assert "compiler" not in record.cells, "nobody is said to have counted the 10,000"
    early = reading(record, "value", 5000)
    assert (early.relation, early.reason) == ("superseded", "5000 as of 2011-12-12 (Barada Monitor), before 10000")
    assert {each.value for each in record.readings["as_of"]} == {"2011-12-12", "2012-03-27", "2023-11-02"}
    printed = reading(record, "as_of", "2023-11-02")
    assert (printed.relation, printed.reason) == ("beside", "printed then; the words give no day")
    assert "as_of" not in record.cells, "the day of printing is never shown as if somebody had said it"


def test_two_compilers_are_two_series() -> None:
    mine = total("a", 5000, "2011-12-12", compiler="Barada Monitor")
    theirs = total("b", 7000, "2012-01-12", compiler="United Nations")
    assert joined(mine, theirs) == groups([0], [1])


def test_soldiers_and_children_are_counted_apart_from_people() -> None:
    claims = [total("a", 5000, "2011-12-12", population=who) for who in ("people", "civilians", "soldiers", "children")]
    assert joined(*claims) == groups([0, 1], [2], [3])


def test_a_people_is_counted_apart_from_another_and_may_be_the_people() -> None:
    claims = [total("a", 5000, "2011-12-12", population=who) for who in ("people", "Syrians")]
    assert joined(*claims) == groups([0, 1])
    assert joined(*claims, total("b", 90, "2011-12-12", population="Iraqis")) == groups([0], [1], [2])


def test_the_total_of_a_city_is_no_part_of_the_series_of_its_country() -> None:
    city = total("b", 900, "2012-03-27", place="Homs, Syria")
    assert joined(total("a", 5000, "2011-12-12"), city) == groups([0], [1])


def test_totals_since_different_days_are_different_totals() -> None:
    early, late = total("a", 5000, "2015-12-12"), total("b", 900, "2016-12-12", since="2016-09")
    assert joined(early, late) == groups([0], [1])


def test_a_total_that_says_no_since_begins_where_its_date_does() -> None:
    cells = {"measure": "killed", "place": "Lebanon", "population": "people", "bound": "about"}
    claims = [
        counted("a", date, value=90, **cells) for date in ("1996-04/1997-04", "2006-07/2006-09", "2006-07/2006-10")
    ]
    assert joined(*claims) == groups([0], [1, 2])


def test_women_and_children_are_two_counts() -> None:
    claims = [total("a", 30, "2011-12-12", population=who) for who in ("women", "children", "foreigners", "people")]
    assert joined(*claims) == groups([0], [1], [2], [3])


def test_the_toll_of_one_day_is_no_part_of_the_total() -> None:
    day = counted("a", "2012-02-22", measure="killed", value=34, bound="exact", place="Syria", population="people")
    assert joined(total("a", 5000, "2012-03"), day) == groups([0], [1])


def test_a_year_names_no_event() -> None:
    cells = {"measure": "killed", "place": "Aleppo", "bound": "about"}
    strike, year = counted("a", "2016-04-27", **cells, value=50), counted("b", "2016", **cells, value=300)
    assert joined(strike, year) == groups([0], [1])


def test_tolls_of_one_event_meet_by_place_and_day() -> None:
    cells = {"measure": "killed", "population": "people", "bound": "exact"}
    first = counted("a", "2004-03-11", place="Madrid", value=173, **cells)
    later = counted("b", "2004-03", place="Madrid", value=191, **cells)
    elsewhere = counted("b", "2005-07-07", place="London", value=52, **cells)
    assert joined(first, later, elsewhere) == groups([0, 1], [2])
    record = one(first, later)
    assert record.cells["value"] == 191
    assert reading(record, "value", 173).relation == "superseded"


def test_a_report_that_gives_two_numbers_tells_of_two_events() -> None:
    cells = {"measure": "killed", "population": "people", "bound": "exact", "place": "Madrid"}
    claims = [counted(name, "2004-03-11", value=value, **cells) for name, value in (("a", 173), ("a", 12), ("b", 191))]
    assert frozenset({0, 1}) not in {frozenset({0, 1}) & group for group in joined(*claims)}


def test_a_toll_that_no_words_date_is_of_the_week_before_it_was_printed() -> None:
    cells = {"measure": "killed", "population": "people", "bound": "exact", "place": "Madrid"}
    undated = counted("b", value=40, **cells)  # printed on 2017-03-10
    assert joined(undated, counted("c", "2017-03-08", value=44, **cells)) == groups([0, 1])
    assert joined(undated, counted("c", "2017-02-08", value=44, **cells)) == groups([0], [1])
    assert joined(undated, counted("c", "2017", value=44, **cells)) == groups([0], [1])


def test_two_counts_of_one_day_that_cannot_both_be_so_conflict() -> None:
    cells = {"measure": "killed", "population": "people", "place": "Madrid", "as_of": "2004-03-12", "bound": "exact"}
    record = one(counted("a", value=173, **cells), counted("b", value=198, **cells))
    assert {each.relation for each in record.readings["value"]} == {"same", "conflicts"}
    close = one(counted("a", value=190, **cells), counted("b", value=191, **(cells | {"bound": "about"})))
    assert {each.relation for each in close.readings["value"]} == {"same"}
