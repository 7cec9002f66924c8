"""How often claims like one are right: the signs, the model over them, and what is not measured."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.claims.confidence import Model, confidence, reasons, shipped, signs
from muniment.schema.claim import MODALITIES, Cell, Claim, Modality
from muniment.schema.span import Span
from muniment.vocabulary.registers import NAMES, register

CLAIM = Claim(
    "0" * 16, "d", "incidents", Span(100, 180),
    {
        "kind": Cell("attack", Span(120, 126)), "place": Cell("Osh", Span(170, 173)),
        "target": Cell("villagers", Span(130, 139)),
    },
    frame="incidents.attack",
)  # fmt: skip


def test_signs_tell_each_thing_once() -> None:
    found = list(signs(CLAIM))
    assert len(found) == len(set(found))
    assert {"register incidents", "frame incidents.attack", "incidents.actor empty", "incidents.target unnamed"} <= set(
        found
    )
    assert "incidents.place unnamed" not in found


@pytest.mark.parametrize(("start", "sign"), [(200, "incidents.place beside"), (2000, "incidents.place far")])
def test_a_cell_told_elsewhere_is_a_sign(start: int, sign: str) -> None:
    moved = replace(CLAIM, cells={**CLAIM.cells, "place": Cell("Osh", Span(start, start + 3))})
    assert sign in set(signs(moved))
    assert sign not in set(signs(CLAIM))


def test_what_was_never_measured_has_no_confidence() -> None:
    assert confidence(replace(CLAIM, register="exercises", frame="exercises.hold")) is None


def test_reasons_are_the_weightiest_signs() -> None:
    found = reasons(CLAIM)
    assert found == sorted(found, key=lambda each: -abs(each[1]))
    assert {sign for sign, _ in found} <= set(signs(CLAIM))


def test_more_odds_more_confidence() -> None:
    model = Model(1.0, {"register incidents": 0.5, "incidents.actor empty": -2.0})
    whole = replace(CLAIM, cells={**CLAIM.cells, "actor": Cell("Kyrgyzstan", Span(100, 110))})
    assert model.odds(signs(whole)) == 1.5
    assert model.odds(signs(CLAIM)) == -0.5


@given(st.sampled_from(NAMES), st.sampled_from(MODALITIES), st.integers(1, 500))
def test_confidence_is_a_chance(name: str, modality: Modality, length: int) -> None:
    claim = replace(CLAIM, register=name, modality=modality, cells={}, evidence=Span(0, length))
    said = confidence(claim)
    assert said is not None
    assert 0 <= said <= 1


def test_every_weight_is_of_a_sign_that_can_be_given() -> None:
    """A register or cell that was renamed leaves a weight that nothing can reach: fit again (`make confidence`)."""
    cells = {f"{name}.{column.cell}" for name in NAMES for column in register(name).columns}
    for sign in shipped().weights:
        kind, _, rest = sign.partition(" ")
        if kind == "frame":
            assert rest.partition(".")[0] in NAMES, sign
        elif kind not in {"register", "modality"}:
            assert kind in cells | set(NAMES), sign


def test_the_file_says_on_how_many_claims_it_stands() -> None:
    data = json.loads(resources.files("muniment.claims").joinpath("confidence.json").read_text(encoding="utf-8"))
    assert data["claims"] > 4000
