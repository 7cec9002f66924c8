"""What the branch is given of words."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from muniment.language.signs import HINTS, MOST_SENTENCES, Signs, hints, joined, quoted
from muniment.language.tokenise import Word


def words_of(text: str) -> list[Word]:
    words, place = [], 0
    for word in text.split():
        words.append(Word(place, place + len(word), word))
        place += len(word) + 1
    return words


def signs_of(*lengths: int) -> Signs:
    """Sentences of these lengths; each word's head is the first of its sentence."""
    marks: list[list[int]] = []
    ends: list[int] = []
    for length in lengths:
        first = len(marks)
        marks += [[1, 2, 3, 0, first] for _ in range(length)]
        ends.append(len(marks))
    table = np.array(marks, dtype=np.int64).reshape(-1, 5)
    count = len(marks)
    return Signs(np.zeros((count, 4)), table, np.zeros((count, len(HINTS)), dtype=np.float32), tuple(ends))


def listed(word: str) -> set[str]:
    [row] = hints(words_of(word))
    return {name for name, bit in zip(HINTS, row, strict=True) if bit}


def test_lists_know_their_words() -> None:
    assert "artillery" in listed("howitzers")
    assert "title" in listed("Colonel")
    assert "demonym" in listed("Norwegian")
    assert "country" in listed("Norway")
    assert "vehicle" in listed("trucks")
    assert "calendar" in listed("Monday")
    assert "digits" in listed("F-16")
    assert listed("gently") == set()


def test_words_stand_inside_quotes_or_outside() -> None:
    text = '" We sail at dawn " he said'
    words = words_of(text)
    start, end = text.index("We"), text.index(' " he')
    assert quoted(words, [(start, end)]) == [0, 1, 2, 2, 3, 0, 0, 0]
    assert quoted(words, []) == [0] * len(words)


def test_a_quote_that_began_before_is_still_a_quote() -> None:
    assert quoted([Word(50, 54, "more"), Word(55, 57, "so")], [(10, 57)]) == [1, 3]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=30), st.integers(1, 80), st.integers(1, 80))
def test_windows_part_a_document_between_sentences(lengths: list[int], first: int, size: int) -> None:
    signs = signs_of(*lengths)
    windows = list(signs.windows(first, size))
    assert [start for start, _ in windows] == [0, *(end for _, end in windows[:-1])]
    assert windows[-1][1] == sum(lengths)
    for start, end in windows:
        assert end in signs.ends
        marks, bits = signs.window(start, end)
        assert len(marks) == len(bits) == end - start
        assert ((marks[:, 4] >= 0) & (marks[:, 4] < end - start)).all()
        assert marks[0, 5] == 1
        assert marks[:, 5].max() <= MOST_SENTENCES
        assert end - start <= max(first if start == 0 else size, max(lengths))


def test_parts_join_to_a_whole() -> None:
    whole, parts = signs_of(3, 2, 4), [signs_of(3, 2), signs_of(4)]
    together = joined(parts)
    assert together.ends == whole.ends
    assert (together.marks == whole.marks).all()
