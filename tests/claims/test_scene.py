"""Where an act was, where its own clause does not say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.dating.totals import run_totals
from muniment.claims.facts.scene import place_acts
from muniment.claims.match import match
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def places(reading: Reading) -> list[object]:
    """The place of each act and count of a text, in text order; None where there is none."""
    acts = place_acts(reading, run_totals(reading, match(reading)))
    return [act.cells["place"].value if "place" in act.cells else None for act in acts]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The army began an offensive on Aleppo in 2016, killing 44 people.", "Aleppo"),
        ("Militants bombed a house serving as a barracks in the Sangin district on Friday.", "Sangin district"),
        ("Two farmers were shot dead by militants in Thailand's restive south.", "Thailand"),
        ("The Lagos bombing killed nine people.", "Lagos"),
        ("A soldier was killed north of Mosul.", "Mosul"),
    ],
)
def test_the_sentence_names_the_place(read: Read, text: str, place: str) -> None:
    found = places(read(text))
    assert found
    assert set(found) == {place}


def test_the_attack_is_where_the_attack_told_before_was(read: Read) -> None:
    text = "Militants attacked a school in Bria. Officials met for hours. Nine pupils were killed in the attack."
    assert set(places(read(text))) == {"Bria"}


def test_a_story_stays_where_it_was_until_it_says_otherwise(read: Read) -> None:
    text = "Gunmen killed four nurses in Bria. Two drivers were wounded."
    assert places(read(text))[-1] == "Bria"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed four nurses in Bria on Monday. Two drivers were killed on 2 March.",
        "Gunmen killed four nurses in Bria. Two drivers were killed in a village.",
        "Nine people were killed by bombs after the minister took office in Rome.",
        "Nine people were killed, the Ankara news agency said.",
        "The group, based in Chad, killed nine people.",
    ],
)
def test_another_place_or_day_is_not_that_of_the_act(read: Read, text: str) -> None:
    assert places(read(text))[-1] is None


def test_a_running_total_is_of_the_country_that_the_text_is_about(read: Read) -> None:
    text = "Peru held a vote. Peru counts slowly. In Peru all is calm. Some 3,200 people have been killed since 2019."
    assert places(read(text)) == ["Peru"]
