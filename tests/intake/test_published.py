"""Dates with their year become EDTF; everything that would need a guess becomes nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.intake.published import find_dates, to_edtf


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2022-03-27", "2022-03-27"),
        ("2022-03", "2022-03"),
        ("2022", "2022"),
        ("20220327", "2022-03-27"),
        ("2022/3/7", "2022-03-07"),
        ("2022-03-27T10:00:00Z", "2022-03-27"),
        ("2022-03-27T10:00:00.123+02:00", "2022-03-27"),
        ("2022-03-27 10:00:00", "2022-03-27"),
        ("Sun, 27 Mar 2022 10:00:00 GMT", "2022-03-27"),
        ("Sunday, 27th March 2022, 10:30 GMT", "2022-03-27"),
        ("March 27, 2022", "2022-03-27"),
        ("Mar. 27th 2022", "2022-03-27"),
        ("Sept. 9, 2022", "2022-09-09"),
        ("27-Mar-2022", "2022-03-27"),
        ("march 2022", "2022-03"),
        ("27/03/2022", "2022-03-27"),
        ("03/27/2022", "2022-03-27"),
        ("04.04.2022", "2022-04-04"),
        ("  2022-03-27\n", "2022-03-27"),
    ],
)
def test_written_dates(words: str, value: str) -> None:
    assert to_edtf(words) == value


@pytest.mark.parametrize(
    "words",
    [
        "",
        "03/04/2022",
        "March 27",
        "27 March",
        "Sunday",
        "last week",
        "2022-13-01",
        "31 February 2022",
        "2022-02-30",
        "27 March 22",
        "1648339200",
        "0202-03-04",
        "2022-03-27/2022-03-30",
        "27 March 2022 or so",
        "mid-2022",
        "27 March 2022 and 28 March 2022",
        "x" * 500,
        "9" * 500,
        "2022-3",
        "32 March 2022",
        "٢٠٢٢-٠٣-٢٧",
    ],
)
def test_nothing_is_guessed(words: str) -> None:
    assert to_edtf(words) == ""


def test_dates_inside_words_stand_where_they_say() -> None:
    words = "From 3 May 2019 to June 4, 2020, not 05/06/2021, and on 2021-07-08."
    found = list(find_dates(words))
    assert [d.value for d in found] == ["2019-05-03", "2020-06-04", "2021-07-08"]
    assert [words[d.start : d.end] for d in found] == ["3 May 2019", "June 4, 2020", "2021-07-08"]


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_is_read_in_every_full_form(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y%m%d", "%a, %d %b %Y 10:00:00 +0000"):
        assert to_edtf(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=60))
def test_any_words_give_a_date_or_nothing(words: str) -> None:
    value = to_edtf(words)
    assert value == "" or to_edtf(value) == value
