"""Passages hold every sentence once, keep their place in the text, and are never longer than asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from muniment.claims.llm import passages
from muniment.language.sentences import sentences
from muniment.schema.document import Furniture
from muniment.schema.span import Span
from tests.claims.llm.answers import document

SENTENCE = "Officials in Norburg said that the talks would go on. "
PARTS = st.sampled_from(
    ["Ruritania sent jets. ", "No one spoke. ", "\n\n", "x" * 90 + " ", "a b c ", "“Yes,” he said.\n"]
)


@given(st.lists(PARTS, max_size=40).map("".join), st.integers(40, 400))
def test_every_word_of_every_sentence_is_in_exactly_one_passage(text: str, size: int) -> None:
    found = list(passages(document(text), size))
    words = [word for sentence in sentences(text) for word in sentence]
    for word in words:
        assert sum(span.start <= word.start and word.end <= span.end for span in found) == 1
    for span in found:
        assert span.end - span.start <= max(size, 90)
    assert found == sorted(found)


def test_a_passage_ends_with_a_sentence_and_where_it_can_with_a_paragraph() -> None:
    text = SENTENCE * 3 + "\n\n" + SENTENCE * 3
    found = [span.of(text) for span in passages(document(text), size=len(SENTENCE) * 5)]
    assert found == [(SENTENCE * 3).strip()] * 2
    text = SENTENCE * 30
    assert {span.of(text) for span in passages(document(text), size=300)} == {(SENTENCE * 5).strip()}


def test_a_sentence_without_end_is_cut_between_words() -> None:
    text = "and on " * 400
    found = list(passages(document(text), size=500))
    assert len(found) > 4
    assert all(span.end - span.start <= 500 and span.of(text).split()[0] in ("and", "on") for span in found)


def test_page_furniture_at_the_edges_is_not_sent() -> None:
    from dataclasses import replace

    text = "Share this page\n\n" + SENTENCE + "\n\nSubscribe now"
    edges = (Furniture(Span(0, 15), "share"), Furniture(Span(len(text) - 13, len(text)), "subscribe"))
    (found,) = passages(replace(document(text), furniture=edges))
    assert found.of(text) == SENTENCE.strip()


def test_a_passage_can_be_halved() -> None:
    text = SENTENCE * 8
    (whole,) = passages(document(text))
    halves = list(passages(document(text), (whole.end - whole.start) // 2 + 1, whole))
    assert [half.of(text) for half in halves] == [(SENTENCE * 4).strip()] * 2


def test_nothing_to_read_gives_nothing() -> None:
    assert list(passages(document(" \n "))) == []
