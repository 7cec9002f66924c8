"""Fitting how often claims are right: on invented claims whose chances are known."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from muniment.schema.claim import Cell, Claim
from muniment.schema.span import Span

confidence = pytest.importorskip("training.confidence")


def invented(count: int) -> list[Any]:
    """Claims of two frames, of which nine and five of ten are right."""
    chance = random.Random(7)
    examples = []
    for number in range(count):
        sure = number % 2 == 0
        frame = "tallies.kill" if sure else "tallies.toll"
        claim = Claim(f"{number:016x}", "d", "tallies", Span(0, 60), {"value": Cell(3, Span(0, 1))}, frame=frame)
        examples.append(confidence.Judged(number % 5, claim, chance.random() < (0.9 if sure else 0.5)))
    return examples


def test_it_finds_the_chances_it_was_given() -> None:
    examples = invented(2000)
    say = confidence.chance_by(*confidence.fit(examples, 1.0))
    assert say(examples[0].claim) == pytest.approx(0.9, abs=0.04)
    assert say(examples[1].claim) == pytest.approx(0.5, abs=0.05)


def test_a_ridge_keeps_weights_small() -> None:
    examples = invented(200)
    loose, tight = (sum(abs(weight) for weight in confidence.fit(examples, ridge)[1].values()) for ridge in (0.1, 50))
    assert tight < loose


def test_no_fold_is_judged_by_a_model_that_saw_it() -> None:
    examples = invented(100)
    for one in examples[:20]:
        assert one.fold in range(5)
    chances, right = confidence.held_out(examples, 8.0)
    assert len(chances) == len(right) == 100
    flipped = [
        confidence.Judged(one.fold, one.claim, not one.right if one.fold == 0 else one.right) for one in examples
    ]
    again, _ = confidence.held_out(flipped, 8.0)
    held = sum(one.fold == 0 for one in examples)
    assert np.allclose(chances[:held], again[:held])  # fold 0 comes first, and its own answers change nothing
    assert not np.allclose(chances[held:], again[held:])


def test_quality_of_a_perfect_and_a_blind_model() -> None:
    right = np.array([True, False] * 50)
    assert confidence.quality(np.where(right, 0.99, 0.01), right)["AUC"] == 1
    assert confidence.quality(np.full(100, 0.55), right)["calibration error"] == pytest.approx(0.05)
