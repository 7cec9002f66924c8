"""Time expressions of all kinds: what is found, and what it means in its text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.text import edtf
from muniment.text.date_nodes import Calendar, Season, Shift, Weekday
from muniment.text.time_nodes import Clock, Lapse, Recurring, Vague
from muniment.text.time_resolve import Date, Meaning, TimeOfDay
from muniment.text.times import find_times

PUBLISHED = "2019-11-06"  # a Wednesday

# What is written, the words found, and what they mean in a text of that day.
ONE = [
    # dates: those of `dates`, and what is nearer than a year told without one
    ("They met on Monday.", "Monday", Date("2019-11-04")),
    ("They will meet on Monday.", "Monday", Date("2019-11-11")),
    ("The offer expires Nov. 20.", "Nov. 20", Date("2019-11-20")),
    ("It was filed in March 2012.", "March 2012", Date("2012-03")),
    ("Sales fell in the third quarter.", "the third quarter", Date("2019-07/2019-09")),
    ("It expects a third-quarter loss.", "a third-quarter", Date("2019-07/2019-09")),
    ("A profit in the 2018 second quarter.", "the 2018 second quarter", Date("2018-04/2018-06")),
    ("Due in next year's first quarter.", "next year's first quarter", Date("2020-01/2020-03")),
    ("Orders for the last half of 2020.", "the last half of 2020", Date("2020-07/2020-12")),
    ("It was done by year-end.", "year-end", Date("2019-12-31")),
    ("Built in the early 1980s.", "the early 1980s", Date("1980/1989", "early")),
    ("Prices fell for the week.", "the week", Date("2019-11-04/2019-11-10")),
    ("Over the summer they left.", "the summer", Date("2019-22")),
    ("In nineteen ninety-one she left.", "nineteen ninety-one", Date("1991")),
    ("The approach of the year two thousand.", "the year two thousand", Date("2000")),
    # times of day
    ("It hit at 10 p.m. Monday.", "10 p.m. Monday", TimeOfDay("2019-11-04", Clock(22, 0, "", Weekday(0)))),
    ("It hit at 8:30 a.m. EST.", "8:30 a.m. EST", TimeOfDay(PUBLISHED, Clock(8, 30))),
    ("It hit at 14:05 GMT.", "14:05 GMT", TimeOfDay(PUBLISHED, Clock(14, 5))),
    ("It hit on Monday morning.", "Monday morning", TimeOfDay("2019-11-04", Clock(-1, 0, "morning", Weekday(0)))),
    ("It hit last night.", "last night", TimeOfDay("2019-11-05", Clock(-1, 0, "night", Shift("day", -1)))),
    # how long
    ("They fought for three weeks.", "three weeks", Lapse("week", 3)),
    ("A two-year war.", "two-year", Lapse("year", 2)),
    ("An eight-month-old truce.", "eight-month-old", Lapse("month", 8)),
    ("They lived there for 2 1/2 years.", "2 1/2 years", Lapse("year", 2.5)),
    ("It has done so for a hundred years.", "a hundred years", Lapse("year", 100)),
    ("Over the past three years it grew.", "the past three years", Lapse("year", 3)),
    ("Within days they left.", "days", Lapse("day", None)),
    ("It fell in recent months.", "recent months", Lapse("month", None)),
    ("Sales in the year ended May 31.", "the year", Lapse("year", 1)),
    ("It may stay for some time.", "some time", Lapse("", None)),
    # how often
    ("It pays $4 a year.", "a year", Recurring("year")),
    ("It pays every quarter.", "every quarter", Recurring("quarter")),
    ("They march each July.", "each July", Recurring("", Calendar(7))),
    ("They march every Tuesday.", "every Tuesday", Recurring("", Weekday(1))),
    ("They march every spring.", "every spring", Recurring("", Season(21))),
    # no date
    ("They are leaving now.", "now", Vague("present")),
    ("They left recently.", "recently", Vague("past")),
    ("It closed several years ago.", "several years ago", Vague("past")),
    ("It may close in the near future.", "the near future", Vague("future")),
]  # fmt: skip

NOTHING = [
    "Lars Holm, 47, is 55 years old.",
    "A 12-year-old boy of three.",
    "Three-quarters of the food.",
    "Write as soon as you can.",
    "He came second; a second vote fell.",
    "Some 1997 people fled in a Boeing 747.",
    "At 3.5 percent and 10:1.",
]


def told(text: str) -> list[tuple[str, Meaning]]:
    return [(text[found.start : found.end], found.meaning) for found in find_times(text, PUBLISHED)]


@pytest.mark.parametrize(("text", "words", "meaning"), ONE, ids=[row[1] for row in ONE])
def test_one(text: str, words: str, meaning: Meaning) -> None:
    assert told(text)[0] == (words, meaning)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It opened on 3 May 2015. The following day it closed.", ["2015-05-03", "2015-05-04"]),
        ("It opened in 1995. The following year it closed.", ["1995", "1996"]),
        ("It rose on Friday and fell from the previous Friday.", ["2019-11-01", "2019-10-25"]),
        ("It ends on May 3, 2018. Until then it is open.", ["2018-05-03", "2018-05-03"]),
        ("In the third quarter it lost more than a year earlier.", ["2019-07/2019-09", "2018-07/2018-09"]),
        ("The third quarter was bad. In the quarter, sales fell.", ["2019-07/2019-09", "2019-07/2019-09"]),
        ("In the third quarter it won. In the 2016 period it lost.", ["2019-07/2019-09", "2016-07/2016-09"]),
        ("It earned less than a year ago.", ["2018"]),
    ],
)
def test_dates_that_hang_on_others(text: str, values: list[str]) -> None:
    assert [meaning.edtf for _, meaning in told(text) if isinstance(meaning, Date)] == values


WORDS = """the a last next this that past year-ago quarter third first period half year month week day days years ago
earlier later every each Monday May 3 10 2019 9999 p.m. : - . noon morning night overnight until then few several two
now recently hundred 1/2 old nineteen ninety of in for fiscal latest same previous following end recent months"""
PIECES = st.sampled_from(WORDS.split())
DAYS = st.dates().map(str) | st.sampled_from(["", "2022", "2022-07", "9999-12-31", "0001-01-01", "x"])


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=80), DAYS)
def test_any_text(text: str, published: str) -> None:
    reached = 0
    for found in find_times(text, published):
        assert reached <= found.start < found.end <= len(text)
        reached = found.end
        if isinstance(found.meaning, Date) and found.meaning.edtf:
            assert edtf.validate(found.meaning.edtf)


@pytest.mark.parametrize("hostile", ["the ", "a year ", "1 1/2 ", "last year's ", "three hundred ", "Monday ", "in "])
def test_linear_time(hostile: str) -> None:
    started = time.process_time()
    find_times(hostile * (50_000 // len(hostile)), PUBLISHED)
    assert time.process_time() - started < 10
