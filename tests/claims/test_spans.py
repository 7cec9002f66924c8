"""Spans of phrases hold whole words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.claims.extract import extract
from muniment.claims.naming.spans import unbroken
from muniment.claims.reading import Reading
from muniment.schema.span import Span

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("the US-led coalition", "led coalition", "US-led coalition"),
        ("a two-way trade pact", "way trade pact", "two-way trade pact"),
        ("the 12-member council", "member council", "member council"),
        ("talks - council met", "council met", "council met"),
        ("the council met", "council met", "council met"),
        ('"war-torn country', "torn country", "war-torn country"),
    ],
)
def test_a_cut_word_is_made_whole(text: str, cut: str, whole: str) -> None:
    start = text.index(cut)
    assert unbroken(text, Span(start, start + len(cut))).of(text) == whole


@given(st.text('ab-1 ("', min_size=1, max_size=30), st.data())
def test_a_span_only_grows_to_the_left_and_not_over_blanks(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = unbroken(text, Span(start, end))
    assert found.end == end
    assert found.start <= start
    assert " " not in text[found.start : start]
    assert unbroken(text, found) == found


def test_claims_quote_whole_words(read: Read) -> None:
    reading = read("The Kenyan-led coalition bombed Gao on Monday, killing nine people.")
    actors = [
        claim.cells["actor"].value
        for claim in extract(reading.document, reading.analysis).claims
        if "actor" in claim.cells
    ]
    assert actors
    assert all("led coalition" not in str(actor) or actor == "Kenyan-led coalition" for actor in actors)
