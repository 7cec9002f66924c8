"""Amounts: value, bound, unit and kind, and what must not be taken for an amount."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.text.amounts import Amount, find_amounts

# text, words found, value, upper end, bound, unit, kind
CASES = [
    ("killed 40 men", "40", 40, None, "exact", "", "count"),
    ("killed at least 40 men", "at least 40", 40, None, "at least", "", "count"),
    ("killed some 170 men", "some 170", 170, None, "about", "", "count"),
    ("killed nearly 2,000 men", "nearly 2,000", 2000, None, "about", "", "count"),
    ("killed an estimated 2,000 men", "an estimated 2,000", 2000, None, "about", "", "count"),
    ("killed close to 2,000 men", "close to 2,000", 2000, None, "about", "", "count"),
    ("drove out more than 300,000", "more than 300,000", 300000, None, "more than", "", "count"),
    ("drove out over 300,000", "over 300,000", 300000, None, "more than", "", "count"),
    ("drove out upwards of 700", "upwards of 700", 700, None, "more than", "", "count"),
    ("drove out up to 50 men", "up to 50", 50, None, "up to", "", "count"),
    ("drove out as many as 50 men", "as many as 50", 50, None, "up to", "", "count"),
    ("drove out no more than 50", "no more than 50", 50, None, "up to", "", "count"),
    ("drove out no fewer than 12", "no fewer than 12", 12, None, "at least", "", "count"),
    ("drove out fewer than 12", "fewer than 12", 12, None, "less than", "", "count"),
    ("drove out just under 12,000", "just under 12,000", 12000, None, "less than", "", "count"),
    ("at least some 40 men", "at least some 40", 40, None, "at least", "", "count"),
    ("40 or more men", "40 or more", 40, None, "at least", "", "count"),
    ("the 40-odd men", "40-odd", 40, None, "about", "", "count"),
    ("the 300-strong crew", "300-strong", 300, None, "exact", "", "count"),
    # words
    ("three boats sank", "three", 3, None, "exact", "", "count"),
    ("twenty-one boats sank", "twenty-one", 21, None, "exact", "", "count"),
    ("one boat sank", "one", 1, None, "exact", "", "count"),
    ("two hundred and fifty boats", "two hundred and fifty", 250, None, "exact", "", "count"),
    ("two hundred thousand boats", "two hundred thousand", 200000, None, "exact", "", "count"),
    ("a dozen boats", "a dozen", 12, None, "exact", "", "count"),
    ("two dozen boats", "two dozen", 24, None, "exact", "", "count"),
    ("half a dozen boats", "half a dozen", 6, None, "exact", "", "count"),
    ("dozens of boats", "dozens", 12, None, "at least", "", "count"),
    ("scores of boats", "scores", 20, None, "at least", "", "count"),
    ("hundreds of boats", "hundreds", 100, None, "at least", "", "count"),
    ("several hundred boats", "several hundred", 100, None, "at least", "", "count"),
    ("many thousands of boats", "many thousands", 1000, None, "at least", "", "count"),
    ("a few dozen boats", "a few dozen", 12, None, "at least", "", "count"),
    ("a couple of thousand boats", "a couple of thousand", 2000, None, "about", "", "count"),
    ("thousands of boats", "thousands", 1000, None, "at least", "", "count"),
    ("tens of thousands of boats", "tens of thousands", 10000, None, "at least", "", "count"),
    ("hundreds of thousands fled", "hundreds of thousands", 100000, None, "at least", "", "count"),
    ("a million boats", "a million", 1000000, None, "exact", "", "count"),
    ("half a million boats", "half a million", 500000, None, "exact", "", "count"),
    ("more than a million boats", "more than a million", 1000000, None, "more than", "", "count"),
    ("three and a half million boats", "three and a half million", 3500000, None, "exact", "", "count"),
    ("1.2 million boats", "1.2 million", 1200000, None, "exact", "", "count"),
    ("10, 000 people fled", "10, 000", 10000, None, "exact", "", "count"),
    ("1997 people fled", "1997", 1997, None, "exact", "", "count"),
    ("a pair of frigates", "a pair of", 2, None, "exact", "", "count"),
    ("6 Su-30 jets", "6", 6, None, "exact", "", "count"),
    # ranges
    ("between 30 and 40 men", "between 30 and 40", 30, 40, "exact", "", "count"),
    ("30-40 men", "30-40", 30, 40, "exact", "", "count"),
    ("30–40 men", "30–40", 30, 40, "exact", "", "count"),
    ("30 to 40 men", "30 to 40", 30, 40, "exact", "", "count"),
    ("five or six men", "five or six", 5, 6, "exact", "", "count"),
    ("2 to 3 million men", "2 to 3 million", 2000000, 3000000, "exact", "", "count"),
    ("10 to 15 percent more", "10 to 15 percent", 0.1, 0.15, "exact", "%", "percent"),
    # money
    ("roughly $640 million in arms", "roughly $640 million", 640000000, None, "about", "USD", "money"),
    ("a $2.5bn loan", "$2.5bn", 2500000000, None, "exact", "USD", "money"),
    ("a US$500m loan", "US$500m", 500000000, None, "exact", "USD", "money"),
    ("a $2-3 billion loan", "$2-3 billion", 2000000000, 3000000000, "exact", "USD", "money"),
    ("lent 500 million euros", "500 million euros", 500000000, None, "exact", "EUR", "money"),
    ("lent £3 million", "£3 million", 3000000, None, "exact", "GBP", "money"),
    ("lent Rs 300 crore", "Rs 300 crore", 3000000000, None, "exact", "INR", "money"),
    ("lent EUR 20 million", "EUR 20 million", 20000000, None, "exact", "EUR", "money"),
    ("lent 3.5 million U.S. dollars", "3.5 million U.S. dollars", 3500000, None, "exact", "USD", "money"),
    ("lent 36 Hong Kong dollars", "36 Hong Kong dollars", 36, None, "exact", "HKD", "money"),
    ("lent two billion kyat", "two billion kyat", 2000000000, None, "exact", "MMK", "money"),
    ("a 40-million-dollar loan", "40-million-dollar", 40000000, None, "exact", "USD", "money"),
    # shares
    ("rose 40 percent", "40 percent", 0.4, None, "exact", "%", "percent"),
    ("rose 12.5 per cent", "12.5 per cent", 0.125, None, "exact", "%", "percent"),
    ("rose 16%", "16%", 0.16, None, "exact", "%", "percent"),
    ("rose three percentage points", "three percentage points", 0.03, None, "exact", "%", "percent"),
    ("a three-percent rise", "three-percent", 0.03, None, "exact", "%", "percent"),
    ("over 90% of them", "over 90%", 0.9, None, "more than", "%", "percent"),
    ("two-thirds of them", "two-thirds", 0.6666666667, None, "exact", "", "fraction"),
    ("one-fifth of them", "one-fifth", 0.2, None, "exact", "", "fraction"),
    ("a third of them", "a third", 0.3333333333, None, "exact", "", "fraction"),
    ("a quarter of them", "a quarter", 0.25, None, "exact", "", "fraction"),
    ("half of them", "half", 0.5, None, "exact", "", "fraction"),
    ("a nearly 10th of it", "a nearly 10th", 0.1, None, "about", "", "fraction"),
    # order
    ("her fourth visit", "fourth", 4, None, "exact", "", "ordinal"),
    ("her 21st visit", "21st", 21, None, "exact", "", "ordinal"),
    ("her twenty-first visit", "twenty-first", 21, None, "exact", "", "ordinal"),
    ("a second visit", "second", 2, None, "exact", "", "ordinal"),
    ("a third visit", "third", 3, None, "exact", "", "ordinal"),
    # measures and ages
    ("20 kilometres off", "20 kilometres", 20, None, "exact", "km", "measure"),
    ("a 90,000-ton mill", "90,000-ton", 90000, None, "exact", "t", "measure"),
    ("5,000 square kilometers", "5,000 square kilometers", 5000, None, "exact", "square km", "measure"),
    ("a six-month truce", "six-month", 6, None, "exact", "month", "measure"),
    ("three-and-a-half years", "three-and-a-half years", 3.5, None, "exact", "year", "measure"),
    ("in less than 18 months", "less than 18 months", 18, None, "less than", "month", "measure"),
    ("a 47-second span", "47-second", 47, None, "exact", "second", "measure"),
    ("105mm guns", "105mm", 105, None, "exact", "mm", "measure"),
    ("a 45-year-old man", "45-year-old", 45, None, "exact", "age", "measure"),
    ("a man aged 45 came", "45", 45, None, "exact", "age", "measure"),
    ("Aung Ko, 45, came", "45", 45, None, "exact", "age", "measure"),
]  # fmt: skip

NO_AMOUNT = [
    "Su-30 and MiG-29 jets, T-72 tanks, M16 rifles, JF-17s",
    "a Boeing 747 on Flight 370",
    "Resolution 1973 and Article 5 of the treaty",
    "on September 9, 2022, in 2018 and since 2010",
    "on April 17-19 and in the 1990s",
    "at 10:30, at 10 a.m., at 0730 GMT and at 9 o'clock",
    "No one came, not one of them did",
    "Call +95 1 555 123 or 1-800-555-1234",
    "see No. 10 and vol. 3",
    "three weeks ago and in the past two years",
    "Expo 2010 opened",
    "A split second decided it",
    "wait a second, at first",
    "COVID-19 and G-20",
]


@pytest.mark.parametrize(("text", "words", "value", "high", "bound", "unit", "kind"), CASES, ids=[c[1] for c in CASES])
def test_found(text: str, words: str, value: float, high: float | None, bound: str, unit: str, kind: str) -> None:
    found = find_amounts(text)
    assert found, text
    first = found[0]
    shown = (text[first.start : first.end], first.value, first.high, first.bound, first.unit, first.kind)
    assert shown == (words, value, high, bound, unit, kind)
    assert len(found) == 1


@pytest.mark.parametrize("text", NO_AMOUNT)
def test_no_amount(text: str) -> None:
    assert [text[found.start : found.end] for found in find_amounts(text)] == []


def test_core() -> None:
    text = "at least $2.5 billion"
    (found,) = find_amounts(text)
    assert text[found.core_start : found.core_end] == "2.5 billion"


def test_a_move_is_no_range() -> None:
    assert [found.value for found in find_amounts("rose from 30 to 40")] == [30, 40]


def test_a_vote_is_two_counts() -> None:
    found = find_amounts("by 119-1, with 36 abstaining")
    assert [(one.value, one.high) for one in found] == [(119, None), (1, None), (36, None)]


def test_whole_values_are_ints() -> None:
    values = [found.value for found in find_amounts("2.5 million, 40%, 2.5, 100 percent, 3.0 tons")]
    assert [(value, type(value)) for value in values] == [
        (2500000, int), (0.4, float), (2.5, float), (1, int), (3, int),
    ]  # fmt: skip


WORDS = """at least some nearly between and 30 40 , . - – million bn $ US$ Rs % percent a half third of dozens tens
thousands twenty one hundred 10th th year old km square dollars or more + ~ ( ) No Article 2010 split second"""
PIECES = st.sampled_from([*WORDS.split(), "\n\n"])


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=80))
def test_any_text(text: str) -> None:
    reached = 0
    for found in find_amounts(text):
        assert reached <= found.start <= found.core_start < found.core_end <= found.end <= len(text)
        reached = found.end
        assert found.value >= 0
        assert found.high is None or found.high > found.value
        assert not isinstance(found.value, float) or found.value != int(found.value)


@given(st.integers(min_value=0, max_value=10**12).filter(lambda n: not 1000 <= n <= 9999))
def test_a_written_number_is_read_back(number: int) -> None:
    plain, grouped = find_amounts(f"about {number} boats"), find_amounts(f"about {number:,} boats")
    assert [found.value for found in plain] == [number]
    assert [found.value for found in grouped] == [number]


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_part_of_a_text(text: str, start: int, end: int) -> None:
    for found in find_amounts(text, start, end):
        assert isinstance(found, Amount)
        assert start <= found.start < found.end <= end


@pytest.mark.parametrize("hostile", ["one ", "1,", "1,000", "at least ", "a ", "twenty-", "1-", "$", "hundred ", "+1 "])
def test_linear_time(hostile: str) -> None:
    text = hostile * (100_000 // len(hostile))
    started = time.process_time()
    find_amounts(text)
    assert time.process_time() - started < 10
