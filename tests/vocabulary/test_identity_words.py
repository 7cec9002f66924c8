"""The word lists that whom names mean is told by: spellings, bodies, goods."""

from __future__ import annotations

import pytest

from muniment.vocabulary.bodies import common_spelling, is_body_word, is_legal_form, is_plain_word
from muniment.vocabulary.goods import UNSPECIFIC, above, class_of_designation, find_goods
from muniment.vocabulary.spellings import present_name, spellings


def test_letter_rules_are_applied_in_order() -> None:
    word = "tchkhx"
    for pattern, becomes in spellings().letters:
        word = pattern.sub(becomes, word)
    assert word == "chhks"


def test_places_that_changed_their_name() -> None:
    assert present_name("Bombay") == present_name("Mumbai") == "Mumbai"
    assert present_name("Nowhere") == "Nowhere"


def test_no_former_name_is_another_places_present_name() -> None:
    places = spellings().places
    assert not places.keys() & set(places.values())


def test_words_of_bodies() -> None:
    assert is_body_word("ministry")
    assert not is_body_word("minister")
    assert is_plain_word("foreign")
    assert is_plain_word("labor"), "in any spelling"
    assert is_legal_form("ltd")
    assert common_spelling("defense") == common_spelling("defence")


@pytest.mark.parametrize(
    ("designation", "value"),
    [
        ("F-16C", "fighter"),
        ("F-16", "fighter"),
        ("Mi-35", "attack helicopter"),
        ("T-72B3", "tank"),
        ("F-160", ""),
        ("X", ""),
    ],
)
def test_class_of_designation(designation: str, value: str) -> None:
    assert class_of_designation(designation) == value


def test_every_class_of_arms_leads_to_the_class_that_says_nothing() -> None:
    words = ("fighter jets", "kamikaze drones", "sniper rifles", "frigates")
    classes = [match.value.value for word in words for match in find_goods(word)]
    assert len(classes) == len(words)
    assert all(above(name)[-1] == UNSPECIFIC for name in classes)
