"""Roll calls: who voted which way, told in lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.facts.rolls import counted_once, date_voters, rolls
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
        ("Belarus, Cuba and Syria were among those opposing the text.", "against"),
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


def test_a_voter_voted_on_the_day_of_the_vote(read: Read) -> None:
    text = "On 3 May 2024 the General Assembly adopted the resolution by 104 votes to three. Cuba abstained."
    votes = [p for p in date_voters(match(read(text))) if p.register == "votes"]
    assert {p.date for p in votes} == {"2024-05-03"}


def test_a_vote_that_is_planned_lends_no_day(read: Read) -> None:
    text = "The Senate passed the bill by 60 votes to 40. Bob Casey voted against the bill."
    assert all(not p.date for p in date_voters(match(read(text))))


def test_a_count_with_its_own_question_is_told_once(read: Read) -> None:
    reading = read(
        "Assembly urges Chad to open border, 41 to 6\n\n"
        "The African Union Commission on Friday voted by 41 to six, with nine abstentions, to ask Chad to open up."
    )
    told = [fact for fact in counted_once(match(reading)) if "abstain" in fact.cells]
    assert [fact.cells["question"].value for fact in told] == ["ask Chad to open up"]
