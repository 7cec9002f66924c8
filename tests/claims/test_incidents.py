"""Acts of violence: one row for one act, no row for accidents, figures of speech and bare mentions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.facts.events import unite
from muniment.claims.match import match
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def incidents(reading: Reading) -> list[Proposal]:
    """The incidents of a text."""
    return [proposal for proposal in unite(reading, match(reading)) if proposal.register == "incidents"]


def values(proposal: Proposal) -> dict[str, object]:
    """Cell values by name."""
    return {name: cell.value for name, cell in proposal.cells.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police shot three demonstrators in Kenya.", {"kind": "shooting", "actor": "Police", "place": "Kenya"}),
        ("Turkish warplanes bombed a village in Iraq.", {"kind": "air strike", "target": "village", "place": "Iraq"}),
        ("Iraq invaded Kuwait in 1990.", {"kind": "invasion", "actor": "Iraq", "target": "Kuwait"}),
        ("Militants fired rockets at a base in Iraq.", {"kind": "shelling", "weapon": "rockets", "target": "base"}),
        ("Troops clashed with rebels in Chad.", {"kind": "attack", "actor": "Troops", "target": "rebels"}),
    ],
)
def test_kinds_and_cells(read: Read, text: str, expected: dict[str, object]) -> None:
    (found,) = incidents(read(text))
    assert expected.items() <= values(found).items()


def test_an_act_told_by_two_words_is_one_incident(read: Read) -> None:
    (found,) = incidents(read("A car bomb exploded outside a mosque in Iraq, killing nine people."))
    assert values(found)["killed"] == 9
    (other,) = incidents(read("Four soldiers were killed when a suicide bomber attacked a checkpoint in Yemen."))
    assert values(other)["target"] == "checkpoint"
    assert values(other)["killed"] == 4


def test_two_acts_with_different_dead_stay_two(read: Read) -> None:
    found = incidents(read("Rebels killed four villagers in Mali, and gunmen killed nine soldiers in Chad."))
    assert sorted(str(values(each)["killed"]) for each in found) == ["4", "9"]


def test_the_wounded_are_not_the_dead(read: Read) -> None:
    found = incidents(read("The attack on a market in Nigeria wounded 20 people."))
    assert all("killed" not in each.cells for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed in a bus accident in Bolivia.",
        "Eight miners were killed in a methane gas explosion in Poland.",
        "He died of a heart attack in Madrid in 1990.",
        "A war of words broke out in parliament.",
        "Tourists invaded the beach in Spain.",
        "Since the coup, prices have doubled.",
        "The comedy bombed at the box office in Canada.",
    ],
)
def test_mishaps_figures_of_speech_and_bare_mentions_are_none(read: Read, text: str) -> None:
    assert incidents(read(text)) == []


def test_who_condemns_an_attack_has_not_made_it(read: Read) -> None:
    found = incidents(read("France condemned the attack on a school in Nigeria on Monday."))
    assert found
    assert all("actor" not in each.cells for each in found)


def test_who_is_blamed_is_a_possible_actor(read: Read) -> None:
    found = incidents(read("Officials blamed the separatists for the bombing in India."))
    assert [each.modality for each in found if "actor" in each.cells] == ["possible"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked a village in Chad and killed nine people.", {"target": "village", "killed": 9}),
        ("Two strikes hit a convoy and destroyed a bridge in Libya.", {"target": "convoy", "count": 2}),
    ],
)
def test_a_verb_that_goes_on_with_an_act_tells_no_second(read: Read, text: str, expected: dict[str, object]) -> None:
    (found,) = incidents(read(text))
    assert expected.items() <= values(found).items()


@pytest.mark.parametrize(
    "text",
    [
        "The deposed king returned to Rome in 1990.",
        "The court ordered the execution of two men in Lima.",
        "The minister came under fire for the deal on Monday.",
    ],
)
def test_what_is_only_described_or_ordered_by_a_court_is_no_act(read: Read, text: str) -> None:
    assert incidents(read(text)) == []
