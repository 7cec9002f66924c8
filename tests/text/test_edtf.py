"""EDTF strings: valid or not, the days they cover, and how two compare."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.text import edtf

VALID = {
    "2021": ("2021-01-01", "2021-12-31"),
    "2021-02": ("2021-02-01", "2021-02-28"),
    "2020-02": ("2020-02-01", "2020-02-29"),
    "2021-02-03": ("2021-02-03", "2021-02-03"),
    "2021~": ("2021-01-01", "2021-12-31"),
    "2021-06-15~": ("2021-06-15", "2021-06-15"),
    "2021-05?": ("2021-05-01", "2021-05-31"),
    "2021%": ("2021-01-01", "2021-12-31"),
    "199X": ("1990-01-01", "1999-12-31"),
    "19XX": ("1900-01-01", "1999-12-31"),
    "2021-XX": ("2021-01-01", "2021-12-31"),
    "2021-05-XX": ("2021-05-01", "2021-05-31"),
    "2021-21": ("2021-03-01", "2021-05-31"),
    "2021-24": ("2021-12-01", "2022-02-28"),
    "2010/2019": ("2010-01-01", "2019-12-31"),
    "2022-07-04/2022-07-10": ("2022-07-04", "2022-07-10"),
    "2018~/2019~": ("2018-01-01", "2019-12-31"),
    "2022-07-10~/2022-07-16": ("2022-07-10", "2022-07-16"),
    "1995~/..": ("1995-01-01", "9999-12-31"),
    "../2021-02": ("0001-01-01", "2021-02-28"),
    "/2021": ("0001-01-01", "2021-12-31"),
    "2021/": ("2021-01-01", "9999-12-31"),
}
INVALID = [
    "", "..", "/", "../..", "2021-13", "2021-00", "2021-02-30", "2021-1-1", "21", "2022/2021", "2021/2022/2023",
    "2021 ", "today", "2021-02-03/x", "~2021", "2021-25", "2021-21-01", "2021-XX-05", "２０２１", "2021\n",
]  # fmt: skip


@pytest.mark.parametrize("text", VALID)
def test_valid(text: str) -> None:
    first, last = VALID[text]
    assert edtf.validate(text)
    assert edtf.interval(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", INVALID)
def test_invalid(text: str) -> None:
    assert not edtf.validate(text)
    assert edtf.interval(text) is None
    assert edtf.precision(text) == ""


def test_comparing() -> None:
    assert edtf.same("2021", "2021-01/2021-12")
    assert not edtf.same("2021", "2022")
    assert not edtf.same("", "")
    assert edtf.within("2021-05-03", "2021-05")
    assert not edtf.within("2021", "2021-05")
    assert edtf.overlap("2021-05/..", "2022-07-17")
    assert not edtf.overlap("2021", "2022")
    assert edtf.day("2021-05-03") == date(2021, 5, 3)
    assert edtf.day("2021-05-03~") is None
    assert edtf.ends("2010/..") == ("2010", "..")
    assert edtf.ends("2010") == ("2010", "2010")
    assert edtf.approximate("1995~/..")


def test_precision() -> None:
    given = ["2021-02-03", "2021-02~", "2021", "2021-21", "199X", "19XX", "2010/..", "x"]
    assert [edtf.precision(text) for text in given] == [
        "day", "month", "year", "season", "decade", "century", "interval", "",
    ]  # fmt: skip


def test_order() -> None:
    given = ["2022", "", "2021-05", "../2020", "2021-05-03", "2021"]
    assert sorted(given, key=edtf.sort_key) == ["../2020", "2021", "2021-05", "2021-05-03", "2022", ""]


@given(st.dates(), st.dates())
def test_an_interval_of_two_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert edtf.interval(f"{first}/{last}") == (first, last)
    assert edtf.validate(f"{last}/{first}") == (first == last)


@given(st.dates(max_value=date(9999, 12, 30)))
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    assert edtf.within(str(day), str(day)[:7])
    assert edtf.within(str(day)[:7], str(day)[:4])
    assert not edtf.overlap(str(day), str(day + timedelta(days=1)))


@given(st.text(alphabet="0123456789X-/.~?% ", max_size=20))
def test_any_text(text: str) -> None:
    assert edtf.validate(text) == (edtf.interval(text) is not None)
    edtf.sort_key(text)
