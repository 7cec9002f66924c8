"""The fit of the topic's weights: on examples made here, with no disk."""

from __future__ import annotations

import pytest
from training.topics import Example, fit, held_out, report

from muniment.claims.speech.ranking import Candidate, Ranker
from muniment.schema.span import Span

SPAN = Span(0, 1)
RANDOM = (3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4, 3, 3, 8, 3, 2, 7)


def example(number: int) -> Example:
    """The right one of three is the subject, wherever it stands; "noise" tells nothing."""
    right = RANDOM[number % len(RANDOM)] % 3
    rows = [
        {"subject": float(place == right), "noise": float(RANDOM[(number + place) % len(RANDOM)]) / 10}
        for place in range(3)
    ]
    candidates = tuple(Candidate(str(place), SPAN, row) for place, row in enumerate(rows))
    return Example(f"A story-{number}", candidates, tuple(place == right for place in range(3)))


EXAMPLES = [example(number) for number in range(40)]


def test_what_tells_the_right_one_gets_the_weight() -> None:
    weights = fit(EXAMPLES)
    assert weights["subject"] > 1
    assert abs(weights["noise"]) < weights["subject"] / 4


def test_the_same_examples_give_the_same_weights() -> None:
    assert fit(EXAMPLES) == fit(list(EXAMPLES))


def test_a_larger_ridge_draws_weights_to_nothing() -> None:
    assert abs(fit(EXAMPLES, ridge=100.0)["subject"]) < abs(fit(EXAMPLES, ridge=1.0)["subject"])


def test_an_example_without_a_right_one_teaches_nothing() -> None:
    hopeless = Example("A none", EXAMPLES[0].candidates, (False, False, False))
    assert fit([*EXAMPLES, hopeless]) == fit(EXAMPLES)


def test_every_story_is_judged_once_by_weights_that_have_not_seen_it() -> None:
    choices = held_out(EXAMPLES)
    assert sorted(story for story, _, _ in choices) == sorted(each.story for each in EXAMPLES)
    assert sum(right for _, _, right in choices) == len(EXAMPLES)
    assert report(choices).splitlines()[0].startswith("all    40 statements, 1.000 right;")


def test_chances_are_read_off_the_weights() -> None:
    chances = Ranker(fit(EXAMPLES), 0.0).chances(EXAMPLES[0].candidates)
    assert sum(chances) == pytest.approx(1)
    assert chances[EXAMPLES[0].right.index(True)] == max(chances)
