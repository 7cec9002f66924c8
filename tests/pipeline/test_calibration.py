"""Whether what confidence says comes true."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from muniment.pipeline.calibration import curve, error, judged_claims
from muniment.pipeline.score import score


def test_says_and_is() -> None:
    [low, high] = curve([(0.55, True), (0.55, False), (0.97, True), (1.0, True)])
    assert (low.low, low.high, low.claims, low.says, low.right) == (0.5, 0.6, 2, 0.55, 0.5)
    assert (high.claims, high.right) == (2, 1.0)


def test_error_weighs_claims() -> None:
    assert error(curve([(0.55, False)] + [(0.85, True)] * 3)) == (0.55 + 3 * 0.15) / 4
    assert error([]) == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_claim_is_in_one_bin(judged: list[tuple[float, bool]]) -> None:
    assert sum(each.claims for each in curve(judged)) == len(judged)


def test_of_a_score_borderline_and_unmeasured_claims_are_left_out() -> None:
    text = "Oman sold Chad 4 boats. Peru sold Cuba 2 jets. Mali sold Togo 3 guns."

    def claim(evidence: str, supplier: str, **more: Any) -> Mapping[str, Any]:
        return {
            "doc": "a", "register": "transfers", "evidence": evidence, "cells": {"supplier": supplier}, "source": "",
            "modality": "asserted", "date": "", **more,
        }  # fmt: skip

    oman, peru, mali = (sentence + "." for sentence in text.rstrip(".").split(". "))
    gold = [claim(oman, "Oman"), claim(mali, "Mali", borderline=True)]
    made = [
        claim(oman, "Oman", confidence=0.9), claim(peru, "Peru", confidence=0.4),
        claim(mali, "Mali", confidence=0.7), claim(peru, "Cuba"),
    ]  # fmt: skip
    assert sorted(judged_claims(score(gold, made, {"a": text}.get))) == [(0.4, False), (0.9, True)]
