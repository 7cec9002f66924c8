"""Where reported words begin and end. No model: offsets only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.claims.speech.edges import Quotes, settle, settle_nested
from muniment.language.quotes import quotes
from muniment.schema.span import Span


def settled(text: str, words: str) -> tuple[str, str] | None:
    start = text.index(words)
    found = settle(text, Quotes(quotes(text)), Span(start, start + len(words)))
    return None if found is None else (found[0].of(text), found[1])


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ('"Go home," he said.', '"Go home,"', ("Go home", "direct")),
        ('"Go. Now," he said.', 'Now,"', ("Go. Now", "direct")),
        ('It was "a lie", he said.', 'It was "a lie",', ('It was "a lie"', "mixed")),
        ('He said "all" was well.', '"all" was well.', ('"all" was well', "mixed")),
        ("He said that all was well.", " that all was well.", ("all was well", "indirect")),
        ("He is in the U.S., she said.", "He is in the U.S.,", ("He is in the U.S.", "indirect")),
    ],
)
def test_edges_and_form(text: str, words: str, expected: tuple[str, str]) -> None:
    assert settled(text, words) == expected


def test_nothing_is_left_of_marks() -> None:
    assert settle(' ", ', Quotes([]), Span(0, 4)) is None


def test_words_told_inside_a_quotation_stay_inside_it() -> None:
    text = '"He says they are late," she said.'
    found = settle_nested(text, Quotes(quotes(text)), Span(9, 30), Span(1, 23))
    assert found is not None
    assert (found[0].of(text), found[1]) == ("they are late", "indirect")


@given(st.text(alphabet="ab .,\"“”'’;:-\n", min_size=1, max_size=40), st.data())
def test_any_text_gives_a_span_inside_it_or_none(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = settle(text, Quotes(quotes(text)), Span(start, end))
    if found is not None:
        assert 0 <= found[0].start < found[0].end <= len(text)
        assert any(sign.isalnum() for sign in found[0].of(text))
