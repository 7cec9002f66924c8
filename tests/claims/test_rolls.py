"""Roll calls: who voted which way, told in lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.facts.rolls import rolls
from muniment.claims.match import match
from muniment.claims.reading import Reading

Read = Callable[..., Reading]
VOTE = "The General Assembly adopted the resolution by 104 votes to three. "


def voters(reading: Reading) -> dict[object, object]:
    return {p.cells["voter"].value: p.cells["choice"].value for p in rolls(reading, list(match(reading)))}


@pytest.mark.parametrize(
    ("roll", "choice"),
    [
        ("Voting against were Belarus, Cuba and Syria.", "against"),
        ("Those voting in favour were Belarus, Cuba and Syria.", "for"),
        ("Abstaining: Belarus, Cuba, Syria.", "abstain"),
        ("Three states (Belarus, Cuba and Syria) abstained.", "abstain"),
    ],
)
def test_each_state_of_a_list_is_a_voter(read: Read, roll: str, choice: str) -> None:
    assert voters(read(VOTE + roll)) == dict.fromkeys(("Belarus", "Cuba", "Syria"), choice)


def test_body_and_question_are_those_of_the_vote_before(read: Read) -> None:
    reading = read(VOTE + "Voting against were Cuba and Syria.")
    found = list(rolls(reading, list(match(reading))))
    assert {p.cells["body"].value for p in found} == {"General Assembly"}
    assert all(p.evidence.of(reading.text).startswith("Voting against") for p in found)


@pytest.mark.parametrize(
    "text",
    [
        "Against: Cuba, Syria.",  # no vote told of
        VOTE + "For: a reporter in Syria, the day began with a long queue at a petrol station.",
    ],
)
def test_what_is_no_roll_gives_nothing(read: Read, text: str) -> None:
    assert voters(read(text)) == {}
