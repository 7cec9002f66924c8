"""Trees and names are well formed, whatever the scores."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.language.decode import NameDecoder, tree

TAGS = ("O", *(f"{edge}-{kind}" for kind in ("person", "place") for edge in "BIES"))


def well_formed(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        steps = 0
        while word:
            word, steps = heads[word - 1], steps + 1
            if steps > len(heads):
                return False
    return True


@given(st.integers(0, 40), st.integers(0, 10_000), st.sampled_from([0.0, 0.1, 5.0, 1e4]))
def test_trees_have_one_root_and_no_cycle(count: int, seed: int, scale: float) -> None:
    scores = np.random.default_rng(seed).normal(size=(count + 1, count + 1)).astype(np.float32) * np.float32(scale)
    heads = tree(scores)
    assert len(heads) == count
    assert count == 0 or well_formed(heads)


@pytest.mark.parametrize("seed", range(60))
def test_finds_the_best_tree_under_its_root(seed: int) -> None:
    random = np.random.default_rng(seed)
    count = int(random.integers(2, 6))
    scores = random.normal(size=(count + 1, count + 1))
    heads = tree(scores)
    root = heads.index(0)

    def worth(choice: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[word, head] for word, head in enumerate(choice, 1)))

    trees = itertools.product(range(count + 1), repeat=count)
    best = max(worth(choice) for choice in trees if choice[root] == 0 and well_formed(list(choice)))
    assert worth(heads) == pytest.approx(best)


@given(st.integers(1, 30), st.integers(0, 10_000))
def test_names_are_apart_and_inside(count: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(count, len(TAGS)))
    place = 0
    for start, end, kind in NameDecoder(TAGS).spans(scores):
        assert place <= start < end <= count
        assert kind in {"person", "place"}
        place = end


def test_a_name_left_open_is_mended() -> None:
    scores = np.full((3, len(TAGS)), -9.0)
    scores[0, TAGS.index("B-person")] = 0
    scores[1, TAGS.index("I-person")] = 0
    scores[1, TAGS.index("E-person")] = -0.5
    scores[2, TAGS.index("O")] = 0
    assert NameDecoder(TAGS).spans(scores) == [(0, 2, "person")]
