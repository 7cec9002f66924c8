"""The words that refer back."""

from __future__ import annotations

from muniment.vocabulary.organisations import organisations
from muniment.vocabulary.reference import reference


def test_no_noun_is_of_two_genders_and_none_is_everybodys() -> None:
    known = reference().gender
    assert set(known.values()) == {"he", "she"}
    assert known["queen"] == "she"
    assert "minister" not in known


def test_a_noun_stands_for_bodies_of_its_own_kind() -> None:
    for noun, nouns in reference().bodies.items():
        assert noun in nouns


def test_classes_are_those_of_the_organisations() -> None:
    assert set(reference().classes) == {entry.kind for entry in organisations()}


def test_lists_are_lower_case() -> None:
    known = reference()
    listed = [*known.gender, *known.bodies, *known.nouns, *known.places, *known.country_owned]
    assert all(word == word.lower() for word in listed)
