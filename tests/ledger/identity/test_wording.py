"""Which spellings are one name or phrase without knowing anything, and which must stay two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.ledger.identity import name_key, phrase_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norway", "NORWAY"),
        ("the World Bank", "World Bank"),
        ("The U.N.", "UN"),
        ("Ana Lima’s", "Ana Lima"),
        ("Kenya’s parliament", "Kenya parliament"),
        ("Kenyan\u00a0 army", "Kenyan army"),
        ("State‑owned Acme", "State-owned Acme"),
        ("José Núñez", "Jose Nunez"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sudan", "South Sudan"), ("Niger", "Nigeria"), ("An", "Ann"), ("Laos", "Lao"), ("Acme", "Acme Group")],
)
def test_two_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("F-16 fighter jets", "the F-16 fighter jet"),
        ("F-16s", "F-16"),
        ("armoured personnel carriers", "an armoured personnel carrier"),
        ("batteries", "battery"),
        ("“kamikaze” drones", "kamikaze drone"),
    ],
)
def test_one_thing(one: str, other: str) -> None:
    assert phrase_key(one) == phrase_key(other)


@pytest.mark.parametrize(("one", "other"), [("F-16", "F-15"), ("missiles", "missile parts"), ("gas", "ga")])
def test_two_things(one: str, other: str) -> None:
    assert phrase_key(one) != phrase_key(other)


@given(st.text())
def test_white_space_around_does_not_count(text: str) -> None:
    assert name_key(f"  {text} ") == name_key(text)
    assert phrase_key(f"  {text} ") == phrase_key(text)


@given(st.text(min_size=1).filter(lambda text: not text.isspace()))
def test_no_name_has_an_empty_key(text: str) -> None:
    assert name_key(text)
    assert phrase_key(text)
