"""Words: exact offsets, and the treebanks' way of parting them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.language.tokenise import LONGEST, words


def parted(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", "They do n't know ."),
        ("It can't and won’t end", "It ca n't and wo n’t end"),
        ("The officials cannot agree", "The officials can not agree"),
        ("Norway's fleet and the allies' ports", "Norway 's fleet and the allies ' ports"),
        ("Norway’s fleet; they’ve left", "Norway ’s fleet ; they ’ve left"),
        ("O'Hara met d'Arcy", "O'Hara met d'Arcy"),
        ("a state-run, two-day talk", "a state - run , two - day talk"),
        ("the co-founder re-entered", "the co-founder re-entered"),
        ("al-Amin said", "al - Amin said"),
        ("worth $2.5bn or US$3 million", "worth $ 2.5 bn or US $ 3 million"),
        ("some 12,500.75 tonnes, 3rd in 1990s", "some 12,500.75 tonnes , 3rd in 1990s"),
        ("up 7% by 10:30", "up 7 % by 10:30"),
        ("the U.S. envoy at 5 p.m. today", "the U.S. envoy at 5 p.m. today"),
        ("Gen. Ola M. Berg, Lt. Col. Dahl", "Gen. Ola M. Berg , Lt. Col. Dahl"),
        ("on Sept. 5", "on Sept. 5"),
        ("He fell ill.", "He fell ill ."),
        ("under No. 7 he said no.", "under No. 7 he said no ."),
        ("see https://example.org/a?b=1, or write to desk@example.org.",
         "see https://example.org/a?b=1 , or write to desk@example.org ."),
        ("“Well...” she said — slowly", "“ Well ... ” she said — slowly"),
        ("DATE, March 3 (XYZ) -- Text", "DATE , March 3 ( XYZ ) -- Text"),
        ("an F-16 and a T-72M1", "an F - 16 and a T - 72M1"),
        ("AT&T and/or others", "AT&T and / or others"),
    ],
)  # fmt: skip
def test_parts_words_as_the_treebanks_do(text: str, expected: str) -> None:
    assert parted(text) == expected.split()


def test_reads_a_part_of_a_text_with_offsets_of_the_whole() -> None:
    text = "One two. Three four."
    assert [(w.start, w.end, w.text) for w in words(text, 9, 19)] == [(9, 14, "Three"), (15, 19, "four")]


def test_marks_stay_with_their_letters() -> None:
    assert parted("e\u0301tat မြန်မာ") == ["e\u0301tat", "မြန်မာ"]


def test_endless_words_come_in_pieces() -> None:
    assert max(len(word) for word in parted("x" * 10_000 + "." * 5_000)) <= LONGEST + 1


@given(st.text(max_size=300))
def test_any_text_is_parted_in_order_and_nothing_visible_is_lost(text: str) -> None:
    found = list(words(text))
    place = 0
    for word in found:
        assert text[word.start : word.end] == word.text
        assert word.text.strip()
        assert word.start >= place
        gap = text[place : word.start]
        assert not any(char.isalnum() for char in gap)
        place = word.end
    assert not any(char.isalnum() for char in text[place:])
