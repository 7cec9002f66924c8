"""What frames are worth on stories that did not help to find them."""

from __future__ import annotations

from typing import Any

from benchmarks.annotated import Annotated
from benchmarks.folds import known_frames, table, totals

from muniment.pipeline.score import TOTAL

TEXT = "Oman sold Chad 4 boats."


def one(doc: str, frame: str = "") -> dict[str, Any]:
    return {
        "doc": doc, "register": "transfers", "evidence": TEXT, "cells": {"supplier": "Oman", "recipient": "Chad"},
        "source": "", "modality": "asserted", "date": "", "frame": frame,
    }  # fmt: skip


def stories() -> Annotated:
    """Ten stories; "sell" is right in all, "vend" in the last alone."""
    names = [f"story {number}" for number in range(10)]
    read = [one(name, "transfers.sell") for name in names[:-1]] + [one(names[-1], "transfers.vend")]
    return Annotated("A", [one(name) for name in names], read, {}, dict.fromkeys(names, TEXT))


def test_a_frame_of_one_fold_is_unknown_there() -> None:
    each = stories()
    own = each.fold(each.read[-1])
    known = known_frames([each])
    assert "transfers.vend" not in known[own]
    assert all("transfers.vend" in frames for fold, frames in enumerate(known) if fold != own)
    assert all("transfers.sell" in frames for frames in known)


def test_its_claims_do_not_count() -> None:
    each = stories()
    assert totals([each])[TOTAL].found == 10
    strict = totals([each], known_frames([each]))[TOTAL]
    assert (strict.found, strict.predicted, strict.gold) == (9, 9, 10)
    assert TOTAL in table(totals([each])).splitlines()[-1]


def test_a_story_is_always_of_the_same_fold() -> None:
    each = stories()
    assert each.fold(each.gold[0]) == each.fold(each.read[0]) in range(5)
