"""The measure, by itself and against the annotators' own program where that is at hand."""

from __future__ import annotations

import importlib.util
import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from muniment.errors import NotFound, UsageError
from muniment.pipeline.matching import cells_agree, dates_agree, names_agree
from muniment.pipeline.score import read_claims, score, texts_in

SHARED = Path(__file__).resolve().parents[3] / "shared"
TEXT = "Ruritania delivered six jets to Fenwick. At least 40 people died in Norburg."


def _claim(evidence: str, register: str = "transfers", **cells: Any) -> dict[str, Any]:
    return {
        "doc": "a",
        "register": register,
        "evidence": evidence,
        "cells": cells,
        "source": "",
        "modality": "asserted",
    }


JETS = _claim("Ruritania delivered six jets", supplier="Ruritania", recipient="Fenwick", item="jets")


def _score(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[str, Any]:
    return score(gold, predicted, {"a": TEXT}.get).rows()[-1]


def test_the_same_claims_score_full() -> None:
    row = _score([JETS], [JETS])
    assert row["claims"] == row["cells"] == [1.0, 1.0, 1.0]
    assert row["source"] == row["modality"] == 1.0
    assert row["date"] is None


def test_half_of_the_cells_are_enough_and_wrong_cells_cost() -> None:
    row = _score([JETS], [_claim("six jets", supplier="Ruritania", recipient="Norburg", item="jets")])
    assert row["claims"] == [1.0, 1.0, 1.0]
    assert row["cells"] == [0.667, 0.667, 0.667]


def test_evidence_elsewhere_answers_nothing() -> None:
    row = _score([JETS], [_claim("people died in Norburg", supplier="Ruritania", recipient="Fenwick", item="jets")])
    assert row["claims"] == [0.0, 0.0, 0.0]


def test_borderline_gold_neither_rewards_nor_punishes() -> None:
    row = _score([{**JETS, "borderline": True}], [JETS])
    assert (row["gold"], row["pred"]) == (0, 0)


def test_invented_evidence_is_counted_and_wrong() -> None:
    outcome = score([JETS], [{**JETS, "evidence": "seven jets"}], {"a": TEXT}.get)
    assert outcome.invented == 1
    assert outcome.rows()[-1]["pred"] == 1
    assert outcome.wrong


def test_offsets_say_which_of_two_places() -> None:
    twice = {"a": "jets came. jets came."}.get
    gold = [_claim("jets came", item="jets", recipient="x") | {"start": 11, "end": 20}]
    near, far = gold[0], gold[0] | {"start": 0, "end": 9}
    assert score(gold, [near], twice).total.found == 1
    assert score(gold, [far], twice).total.found == 0


def test_evidence_is_found_across_line_breaks() -> None:
    assert score([JETS], [JETS], {"a": TEXT.replace("delivered six", "delivered\n  six")}.get).invented == 0


@pytest.mark.parametrize(
    ("register", "cell", "one", "other", "same"),
    [
        ("transfers", "supplier", "Moscow", "Russia", True),
        ("transfers", "supplier", "the U.S.", "United States", True),
        ("transfers", "supplier", "Aung San", "Min Aung Hlaing", False),
        ("transfers", "quantity_ordered", 1000, 1004, True),
        ("transfers", "quantity_ordered", 1000, 1010, False),
        ("transfers", "quantity_ordered", "six", 6, False),
        ("transfers", "item", "Su-30 fighter jets", "fighter jet", True),
        ("transfers", "status", "Delivered", "delivered", True),
        ("agreements", "parties", ["Russia", "China"], ["Beijing"], True),
        ("agreements", "parties", ["Russia", "China"], ["Iran"], False),
        ("agreements", "subject", "nuclear energy", "energy", True),
        ("tallies", "measure", "killed", "wounded", False),
    ],
)
def test_cells_agree_by_their_kind(register: str, cell: str, one: Any, other: Any, same: bool) -> None:
    assert cells_agree(register, cell, one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2022-03", "2022-03-01/2022-03-31", True),
        ("2022-03", "2022", False),
        ("2022-21", "2022-03/2022-05", True),
        ("2021-02-01/..", "2021-02/..", True),
        ("../2022", "2023", False),
        ("2022-13", "2022", False),
        ("", "2022", False),
        ("2022~", "2022", True),
    ],
)
def test_dates_agree_by_the_days_they_share(one: str, other: str, same: bool) -> None:
    assert dates_agree(one, other) is same


def test_empty_names_agree_with_nothing() -> None:
    assert not names_agree("the", "Russia")


def test_files_that_hold_no_claims_are_refused_with_their_line(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(JETS) + "\n\n[1]\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"gold\.jsonl:3"):
        read_claims(file)
    file.write_text('{"doc": "a"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="register, evidence, cells missing"):
        read_claims(file)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="cannot be read"):
        read_claims(file)
    with pytest.raises(UsageError, match="cannot be read"):
        read_claims(tmp_path / "none")
    with pytest.raises(NotFound):
        texts_in(tmp_path / "none")


def test_texts_are_found_by_name_or_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "000_abc.txt").write_text("one", encoding="utf-8")
    (tmp_path / "000.x.txt").write_text("two", encoding="utf-8")
    text_of = texts_in(tmp_path)
    assert (text_of("000"), text_of("000.x"), text_of("00")) == ("one", "two", None)


def _perturbed(gold: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Gold with claims lost, doubled and misplaced, and cells lost, cut and changed."""
    chance, out = random.Random(seed), []
    for claim in gold:
        copy = json.loads(json.dumps(claim))
        copy.pop("borderline", None)
        for cell, value in list(copy["cells"].items()):
            draw = chance.random()
            if draw < 0.08:
                del copy["cells"][cell]
            elif draw < 0.2 and isinstance(value, str):
                copy["cells"][cell] = " ".join(value.split()[:-1]) or "x"
            elif draw < 0.25 and isinstance(value, int | float):
                copy["cells"][cell] = value * chance.choice([1.004, 1.01, 2])
            elif draw < 0.3:
                copy["cells"][cell] = chance.choice(["Russia", "Moscow", "2021", "2022-03/..", "the U.N.", 3])
        for key, values in {"source": ["", "UN"], "modality": ["planned"], "date": ["2021", "", "2021-06-15~"]}.items():
            if chance.random() < 0.2:
                copy[key] = chance.choice(values)
        copy["evidence"] = "not there" if chance.random() < 0.05 else copy["evidence"]
        out += [copy] * chance.choices([0, 1, 2], [15, 75, 10])[0]
    return out


@pytest.mark.skipif(not (SHARED / "gold" / "score.py").is_file(), reason="the annotators' program is not at hand")
@pytest.mark.parametrize(("gold_file", "folder"), [("dev", "gold/dev"), ("seeds", "seeds")])
@pytest.mark.parametrize("seed", range(3))
def test_figures_equal_those_of_the_annotators_program(gold_file: str, folder: str, seed: int) -> None:
    theirs = _their_program()
    gold = theirs.read(SHARED / "gold" / f"{gold_file}.jsonl")
    predicted = _perturbed(gold, seed)
    counts, missed, wrong, invented, _ = theirs.score(gold, predicted, theirs.Texts(str(SHARED / folder)))
    total: Counter[str] = sum(counts.values(), Counter())
    rows = [theirs.row(name, counts[name]) for name in sorted(counts)] + [theirs.row("ALL", total)]
    ours = score(gold, predicted, texts_in(SHARED / folder))
    assert ours.rows() == rows
    assert ours.invented == invented > 0
    assert ours.missed == [claim for _, _, claim in missed]
    assert ours.wrong == [claim for _, _, claim in wrong]


def _their_program() -> Any:
    spec = importlib.util.spec_from_file_location("gold_score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
