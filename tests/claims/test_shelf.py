"""Things by the words they stand on: those near a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from muniment.claims.shelf import Shelf, between
from muniment.schema.span import Span

SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 9000), st.integers(1, 3000))


@given(st.lists(SPANS), SPANS)
def test_a_shelf_has_all_that_overlaps_in_the_order_it_was_put(spans: list[Span], asked: Span) -> None:
    shelf = Shelf((span, number) for number, span in enumerate(spans))
    assert shelf.at(asked) == [number for number, span in enumerate(spans) if span.overlaps(asked)]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20))), SPANS)
def test_between_finds_what_lies_in_text_order(steps: list[tuple[int, int]], asked: Span) -> None:
    spans, here = [], 0
    for gap, size in steps:
        spans.append(Span(here + gap, here + gap + size))
        here = spans[-1].end
    assert list(between(spans, asked.start, asked.end)) == [span for span in spans if span.overlaps(asked)]
