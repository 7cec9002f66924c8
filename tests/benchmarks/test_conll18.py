"""The evaluation of CoNLL 2018: alignment, and figures worked out by hand."""

from __future__ import annotations

import pytest
from benchmarks.conll18 import METRICS, Counts, Parse, ParsedWord, aligned
from hypothesis import given
from hypothesis import strategies as st


def word(start: int, end: int, form: str, head: int = -1, deprel: str = "root", whole: bool = True) -> ParsedWord:
    return ParsedWord((start, end), form, form, "X", "X", head, deprel, compound=not whole)


def f1(gold: Parse, said: Parse) -> dict[str, float]:
    counts = Counts.none()
    counts.add(gold, said)
    return counts.f1()


def test_words_of_other_characters_are_not_aligned() -> None:
    gold = [word(0, 2, "ab"), word(3, 5, "cd"), word(6, 8, "ef")]
    said = [word(0, 5, "ab cd"), word(6, 8, "ef")]
    assert aligned(gold, said) == [(2, 1)]


def test_words_of_one_token_are_aligned_by_their_forms() -> None:
    # "don't" as one token of two words against two tokens, as one word, and parted elsewhere.
    gold = [word(0, 2, "We"), word(3, 8, "do", whole=False), word(3, 8, "n't", whole=False), word(9, 13, "know")]
    parted = [word(0, 2, "We"), word(3, 5, "do"), word(5, 8, "n't"), word(9, 13, "know")]
    assert aligned(gold, parted) == [(0, 0), (1, 1), (2, 2), (3, 3)]
    single = [word(0, 2, "We"), word(3, 8, "don't"), word(9, 13, "know")]
    assert aligned(gold, single) == [(0, 0), (3, 2)]
    elsewhere = [word(0, 2, "We"), word(3, 6, "don"), word(6, 8, "'t"), word(9, 13, "know")]
    assert aligned(gold, elsewhere) == [(0, 0), (3, 3)]
    assert aligned(elsewhere, gold) == [(0, 0), (3, 3)]


def test_forms_are_aligned_without_regard_to_case() -> None:
    gold = [word(0, 6, "can", whole=False), word(0, 6, "not", whole=False)]
    assert aligned(gold, [word(0, 3, "CAN"), word(3, 6, "NOT")]) == [(0, 0), (1, 1)]


def test_a_token_can_span_several_of_the_other_side() -> None:
    gold = [word(0, 5, "a", whole=False), word(0, 5, "b", whole=False), word(5, 6, "c"), word(7, 8, "d")]
    said = [word(0, 1, "a"), word(1, 6, "b", whole=False), word(1, 6, "c", whole=False), word(7, 8, "d")]
    assert aligned(gold, said) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_figures() -> None:
    gold = Parse(
        tokens=[(0, 4), (5, 9), (10, 12)],
        sentences=[(0, 12)],
        words=[word(0, 4, "They", 1, "nsubj:pass"), word(5, 9, "left"), word(10, 12, "it", 1, "obj")],
    )
    said = Parse(
        tokens=[(0, 4), (5, 12)],
        sentences=[(0, 4), (5, 12)],
        words=[word(0, 4, "They", 1, "nsubj"), word(5, 12, "left it")],
    )
    figures = f1(gold, said)
    assert figures["tokens"] == pytest.approx(2 * 1 / 5)
    assert figures["sentences"] == 0
    # "They" alone is aligned, and its head is not: UAS is none, though both say the second word.
    assert figures["words"] == figures["UPOS"] == pytest.approx(2 * 1 / 5)
    assert figures["UAS"] == 0


def test_relations_are_compared_without_subtypes_and_heads_after_alignment() -> None:
    gold = Parse([], [], [word(0, 1, "a", 1, "nsubj:pass"), word(2, 3, "b"), word(4, 5, "c", 1, "obl:agent")])
    said = Parse([], [], [word(0, 1, "a", 1, "nsubj"), word(2, 3, "b"), word(4, 5, "c", 0, "obl")])
    figures = f1(gold, said)
    assert figures["UAS"] == figures["LAS"] == pytest.approx(2 / 3)


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans()), min_size=1, max_size=30))
def test_a_parse_agrees_with_itself(lengths: list[tuple[int, bool]]) -> None:
    words: list[ParsedWord] = []
    start = 0
    for length, parted in lengths:
        for _ in range(2 if parted else 1):
            words.append(word(start, start + length, "x" * length, len(words) - 1, whole=not parted))
        start += length
    tokens = sorted({one.span for one in words})
    parse = Parse(tokens, [(0, start)], words)
    assert f1(parse, parse) == dict.fromkeys(METRICS, 1.0)
