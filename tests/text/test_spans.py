"""Spans: trimming, snapping, shrinking, and finding words whose white space was folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.schema.span import Span
from muniment.text import spans


def inside(text: str, span: Span | None) -> str | None:
    return None if span is None else span.of(text)


def test_trim() -> None:
    assert inside(" , the boats – ", spans.trim(" , the boats – ", 0, 99)) == "the boats"
    assert spans.trim(" , ", 0, 3) is None
    assert inside(" a,", spans.trim_space(" a,", 0, 3)) == "a,"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“the U.S.”,", "the U.S."),
        ("Ana’s", "Ana"),
        ("(Lima", "Lima"),
        ("Lima (port)", "Lima (port)"),
        ("Lima.", "Lima"),
        ("Inc.", "Inc."),
        ("'", None),
    ],
)
def test_trim_name(text: str, wanted: str | None) -> None:
    assert inside(text, spans.trim_name(text, 0, len(text))) == wanted


def test_snap() -> None:
    starts, ends = [0, 4, 8], [3, 7, 12]
    assert spans.snap(starts, ends, 5, 9) == Span(4, 12)
    assert spans.snap(starts, ends, 3, 4) is None
    assert spans.snap(starts, ends, 0, 1) == Span(0, 3)


def test_shrink() -> None:
    sentences = [Span(0, 10), Span(11, 30)]
    assert spans.shrink(sentences, Span(8, 20)) == Span(11, 20)
    assert spans.shrink(sentences, Span(40, 50)) == Span(40, 50)


def test_balance() -> None:
    text = "said “go” now"
    assert spans.balance(text, Span(5, 8)).of(text) == "“go”"
    assert spans.balance(text, Span(6, 8)).of(text) == "go"


def test_find_words() -> None:
    text = "One\n  two\tthree, one two."
    assert inside(text, spans.find_words(text, "One two three")) == "One\n  two\tthree"
    assert inside(text, spans.find_words(text, "one  two")) == "one two"
    assert spans.find_words(text, "four") is None
    assert spans.find_words(text, "  ") is None
    assert spans.find_words(text, "One", 1) is None


@given(st.text(alphabet="ab \n\t.", max_size=40))
def test_folding_keeps_offsets(text: str) -> None:
    folded = spans.fold_space(text)
    assert folded.text == " ".join(text.split())
    assert len(folded.offsets) == len(folded.text) + 1
    for index in range(len(folded.text)):
        sign = folded.original(index, index + 1).of(text)
        assert sign == folded.text[index] or (folded.text[index] == " " and sign.isspace())


@given(st.text(max_size=40), st.integers(-5, 50), st.integers(-5, 50))
def test_any_text(text: str, start: int, end: int) -> None:
    for trimmer in (spans.trim, spans.trim_space, spans.trim_name):
        span = trimmer(text, start, end)
        if span is not None:
            assert max(start, 0) <= span.start < span.end <= min(end, len(text))
            assert trimmer(text, span.start, span.end) == span


@given(st.text(alphabet="ab \n", min_size=1, max_size=30), st.data())
def test_what_is_cut_out_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = " ".join(text[start:end].split())
    found = spans.find_words(text, words)
    assert (found is None) == (not words)
    if found is not None:
        assert " ".join(found.of(text).split()) == words
