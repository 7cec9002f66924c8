"""What a spelling tells by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.ledger.identity.forms import form_of


@pytest.mark.parametrize(
    ("name", "shape", "country"),
    [
        ("Burma", "country", "MM"),
        ("the Kenyan government", "country", "KE"),
        ("Government of Peru", "country", "PE"),
        ("Lima", "capital", "PE"),
        ("the French", "people", "FR"),
        ("U.N. Security Council", "listed", ""),
        ("Peru’s Congress", "body", "PE"),
        ("French foreign ministry", "body", "FR"),
        ("Ruritanian Liberation Front", "body", ""),
        ("Foreign Ministry", "institution", ""),
        ("Supreme Court", "institution", ""),
        ("gunmen", "description", ""),
        ("Israeli soldiers", "description", "IL"),
        ("Indiana officials", "description", ""),
        ("foreign minister of Peru", "description", "PE"),
        ("Ana Lima", "name", ""),
        ("Sami al-Masri", "name", ""),
        ("Aleppo, Syria", "name", "SY"),
    ],
)
def test_shape(name: str, shape: str, country: str) -> None:
    found = form_of(name)
    assert (found.shape, found.country) == (shape, country)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gen. Ana Lima", "Ana Lima"),
        ("Foreign Minister Ana Lima", "Ana Lima"),
        ("U.S. President Ana Lima", "Ana Lima"),
        ("Ana Lima Monday", "Ana Lima"),
        ("Security Council of the United Nations", "UN Security Council"),
        ("Peruvian Congress", "Congress of Peru"),
        ("Ministry of Defense of Brazil", "Brazilian defence ministry"),
        ("Bombay", "Mumbai"),
        ("Acme Ltd.", "Acme"),
    ],
)
def test_one_key(one: str, other: str) -> None:
    assert form_of(one).key == form_of(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peru’s Congress", "Congress of Chile"),
        ("King Ferdinand II", "King Ferdinand III"),
        ("Norwegian navy", "Norway"),
        ("Foreign Ministry", "French Foreign Ministry"),
        ("Bank of Norway", "Norwegian Refugee Bank"),
    ],
)
def test_two_keys(one: str, other: str) -> None:
    assert form_of(one).key != form_of(other).key


@given(st.text())
def test_any_text_has_a_form(text: str) -> None:
    assert form_of(text) == form_of(f" {text} ")


def test_office_and_government() -> None:
    assert form_of("the Kremlin").shape == "capital"
    assert form_of("White House").shape == "body", "it speaks for itself"
