"""The choice among candidates by fitted weights."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.claims.speech.ranking import Candidate, Ranker, ranker
from muniment.schema.span import Span

SPAN = Span(0, 1)


def candidate(value: str, **features: float) -> Candidate:
    return Candidate(value, SPAN, features)


def test_the_heaviest_wins_and_says_why() -> None:
    choice = Ranker({"subject": 2.0, "late": -1.0, "often": 0.5}, 0.5).choose(
        [candidate("Chad", often=1.0), candidate("Kenya", subject=1.0, often=1.0, late=1.0)]
    )
    assert choice is not None
    assert choice.candidate.value == "Kenya"
    assert choice.reasons == ("subject", "often")
    assert choice.chance == pytest.approx(1 / (1 + math.exp(-1)))


def test_what_is_too_unsure_is_no_answer() -> None:
    two = [candidate("Chad", often=1.0), candidate("Kenya", often=1.0)]
    assert Ranker({"often": 1.0}, 0.51).choose(two) is None
    chosen = Ranker({"often": 1.0}, 0.5).choose(two)
    assert chosen is not None
    assert chosen.candidate.value == "Chad"  # the first of equals


def test_nothing_to_choose_from_is_no_answer() -> None:
    assert Ranker({}, 0.0).choose([]) is None


@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.floats(-50, 50)), min_size=1, max_size=6))
def test_chances_are_chances(rows: list[dict[str, float]]) -> None:
    chances = Ranker({"a": 3.0, "b": -40.0, "c": 0.1}, 0.0).chances([Candidate("x", SPAN, row) for row in rows])
    assert sum(chances) == pytest.approx(1)
    assert all(0 <= chance <= 1 for chance in chances)


def test_the_shipped_weights_prefer_what_is_named_in_the_words_to_the_speaker() -> None:
    about = ranker("about")
    assert 0.3 < about.threshold < 0.7
    assert about.weights["inside"] > 0 > about.weights["speaker"]
