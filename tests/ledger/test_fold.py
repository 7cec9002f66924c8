"""Which spellings are one name, and which must stay two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.ledger.identity import fold, fold_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russia", "RUSSIA"),
        ("the United Nations", "United Nations"),
        ("The U.N.", "UN"),
        ("Min Aung Hlaing’s", "Min Aung Hlaing"),
        ("Myanmar\u00a0 military", "Myanmar military"),
        ("State‑owned Rostec", "State-owned Rostec"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sudan", "South Sudan"), ("Niger", "Nigeria"), ("An", "Ann"), ("Laos", "Lao"), ("Wagner", "Wagner Group")],
)
def test_two_names(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Su-30 fighter jets", "the Su-30 fighter jet"),
        ("Su-30s", "Su-30"),
        ("armoured personnel carriers", "an armoured personnel carrier"),
        ("batteries", "battery"),
        ("“kamikaze” drones", "kamikaze drone"),
    ],
)
def test_one_thing(one: str, other: str) -> None:
    assert fold_words(one) == fold_words(other)


@pytest.mark.parametrize(("one", "other"), [("Su-30", "Su-35"), ("missiles", "missile parts"), ("gas", "ga")])
def test_two_things(one: str, other: str) -> None:
    assert fold_words(one) != fold_words(other)


@given(st.text())
def test_a_key_folds_to_itself_in_case_and_space(text: str) -> None:
    assert fold(f"  {text} ") == fold(text)
    assert isinstance(fold_words(text), str)
