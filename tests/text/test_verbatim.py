"""Words are found where they stand, exactly but for white space, and nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from muniment.schema.span import Span
from muniment.text.verbatim import find, squash

TEXT = "Two jets\n  arrived.  Two jets\u00a0arrived."
words = st.text(alphabet="ab. \n\t\u00a0’", max_size=20)


def test_white_space_is_folded() -> None:
    assert find(TEXT, "Two jets arrived.") == Span(0, 19)
    assert find(TEXT, " Two  jets\narrived. ") == Span(0, 19)


def test_offsets_choose_among_places_and_wrong_ones_are_passed_over() -> None:
    assert find(TEXT, "Two jets arrived.", 21, len(TEXT)) == Span(21, len(TEXT))
    assert find(TEXT, "jets arrived.", 20, len(TEXT)) == Span(4, 19)
    assert find(TEXT, "Two jets", 0, 10_000) == Span(0, 8)
    assert find(TEXT, "Two jets", -5, 8) == Span(0, 8)


def test_offsets_with_space_around_are_narrowed_to_the_words() -> None:
    assert find(TEXT, "arrived.", 8, 20) == Span(11, 19)


def test_other_words_are_no_evidence() -> None:
    for other in ("three jets", "two jets", "Two jets’", "", "  \n", "Twojets"):
        assert find(TEXT, other) is None
    assert find("a.c abc", "a.c") == Span(0, 3), "signs of patterns are only signs"


@given(words, words, words)
def test_what_is_in_a_text_is_found_and_what_is_found_is_in_it(before: str, quoted: str, after: str) -> None:
    text = before + quoted + after
    span = find(text, quoted)
    if squash(quoted):
        assert span is not None
        assert squash(span.of(text)) == squash(quoted)
        assert span.of(text) == span.of(text).strip()
    else:
        assert span is None


@given(words, words)
def test_finding_agrees_with_folding_both(text: str, quoted: str) -> None:
    span = find(text, quoted)
    assert (span is not None) == (bool(squash(quoted)) and squash(quoted) in squash(text))
