"""Full names that can be one person's, strongest first, and names that cannot."""

from __future__ import annotations

import pytest

from muniment.ledger.identity.persons import clash, keys, likeness
from muniment.text.names import tokens


def feature(one: str, other: str) -> str:
    """The name of the feature that two names share, "" for none; asserts that the order does not matter."""
    found, mirrored = likeness(tokens(one), tokens(other)), likeness(tokens(other), tokens(one))
    assert found == mirrored
    return found.name if found else ""


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("Ana Lima", "Ana Lima", "same words"),
        ("Omar al-Haddad", "Omar Haddad", "same words"),
        ("Abdul Rahman Nasser", "Abdel-Rahman Nasser", "same words"),
        ("Kim Jong-nam", "Kim Jongnam", "same letters"),
        ("Min-jun Park", "Park Min-jun", "another order of words"),
        ("John F. Doe", "John Doe", "same words but for initials"),
        ("Moammar Kadafi", "Muammar Gaddafi", "another spelling"),
        ("Mao Tse-tung", "Mao Zedong", "another spelling"),
        ("Chou En-lai", "Zhou Enlai", "another spelling"),
        ("Park Chung-hee", "Pak Jeong-hui", "another spelling"),
        ("Sergei Stepanov", "Sergey Stepanov", "another spelling"),
        ("Bill Turner", "William Turner", "another spelling"),
        ("Ana Sofia Lima", "Ana Lima", "part of the fuller name"),
        ("J. Turner", "John Turner", "initials fit"),
        ("Alexand Turner", "Alexander Turner", "short given name"),
        ("Newt Gringrich", "Newt Gingrich", "one letter differs"),
        ("Ana Lima", "Ana Lima Duarte", "beginning of the fuller name"),
    ],
)
def test_can_be_one(one: str, other: str, name: str) -> None:
    assert feature(one, other) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Turner", "Jane Turner"),
        ("John H. W. Doe", "John W. Doe"),
        ("Kim Jong-il", "Kim Jong-un"),
        ("Sergei Ivanov", "Sergei Ivanova"),
        ("Ali Khamenei", "Ali Khomeini"),
        ("Wang Yi", "Wang Li"),
        ("Gregory XV", "Gregory XVI"),
        ("Hamid Qasimi", "Ahmed Qasimi"),
    ],
)
def test_cannot_be_one(one: str, other: str) -> None:
    assert feature(one, other) == ""
    assert clash(tokens(one), tokens(other))


def test_a_surname_clashes_with_nobody() -> None:
    assert not clash(("turner",), ("jane", "smith"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moammar Kadafi", "Muammar Gaddafi"),
        ("Park Chung-hee", "Pak Jeong-hui"),
        ("Mao Tse-tung", "Mao Zedong"),
        ("Min-jun Park", "Park Min-jun"),
        ("J. Turner", "John Turner"),
        ("Bill Turner", "William Turner"),
        ("Newt Gringrich", "Newt Gingrich"),
    ],
)
def test_what_can_be_one_shares_a_key(one: str, other: str) -> None:
    assert set(keys(tokens(one))) & set(keys(tokens(other)))
