"""What a claim may hold, register by register."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.vocabulary.check import problems
from muniment.vocabulary.registers import register, registers

TALLY = {"measure": "killed", "value": 912, "bound": "exact"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def test_a_sound_claim_has_no_problems() -> None:
    tally = {**TALLY, "place": "Myanmar", "since": "2021-02-01", "as_of": "2021-07~", "compiler": "AAPP"}
    assert problems(register("tallies"), tally, "asserted", "2021-02/..", "AAPP") == ()
    talks = {"parties": ["Russia", "Myanmar"], "subject": "arms", "kind": "talks"}
    assert problems(register("agreements"), talks, "possible", "") == ()
    assert problems(register("agreements"), talks | {"parties": ("A", "B")}, "possible", "") == ()
    share = {"measure": "share", "entity": "Russia", "value": 0.16, "unit": "%", "period": "per year"}
    assert problems(register("figures"), share, "asserted", "") == ()


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        ({**TALLY, "colour": "red"}, "no cell 'colour'"),
        ({"measure": "killed", "value": 1}, "bound is missing"),
        ({**TALLY, "measure": "annoyed"}, "is none of"),
        ({**TALLY, "value": "912"}, "no plain number"),
        ({**TALLY, "value": True}, "no plain number"),
        ({**TALLY, "value": float("nan")}, "no plain number"),
        ({**TALLY, "value": float("inf")}, "no plain number"),
        ({**TALLY, "place": ""}, "no text"),
        ({**TALLY, "place": " Myanmar"}, "spaces around"),
        ({**TALLY, "place": None}, "no text"),
        ({**TALLY, "place": "a\0b"}, "no text"),
        ({**TALLY, "place": "\ud800"}, "no text"),
        ({**TALLY, "as_of": "March 2021"}, "no EDTF date"),
        ({**TALLY, "as_of": "2021-02-30"}, "no EDTF date"),
        ({**TALLY, "since": "2021/2020"}, "no EDTF date"),
    ],
)
def test_each_problem_is_named(cells: Mapping[str, object], word: str) -> None:
    (problem,) = problems(register("tallies"), cells, "asserted", "")
    assert word in problem


@pytest.mark.parametrize(
    ("cell", "value"), [("parties", "Russia"), ("parties", []), ("parties", ["Russia", 2]), ("parties", ["", "x"])]
)
def test_a_list_is_a_list_of_names(cell: str, value: object) -> None:
    (problem,) = problems(register("agreements"), {"subject": "arms", cell: value}, "asserted", "")
    assert "list of names" in problem


def test_modality_date_and_source_are_checked_too() -> None:
    assert "modality" in problems(register("tallies"), TALLY, "maybe", "")[0]
    assert "date" in problems(register("tallies"), TALLY, "denied", "last week")[0]
    assert "date" in problems(register("tallies"), TALLY, "denied", None)[0]
    assert "source" in problems(register("tallies"), TALLY, "denied", "", 3)[0]
    assert len(problems(register("tallies"), {}, [], 0, None)) == 6


@given(st.sampled_from(sorted(registers())), st.dictionaries(st.text(max_size=9), JSON, max_size=4), JSON, JSON, JSON)
def test_whatever_json_holds_is_judged_and_never_breaks(
    name: str, cells: dict[str, object], modality: object, date: object, source: object
) -> None:
    known = [column.cell for column in register(name).columns]
    cells = {known[at % len(known)]: value for at, value in enumerate(cells.values())}
    for problem in problems(register(name), cells, modality, date, source):
        assert problem
        assert len(problem) < 400
