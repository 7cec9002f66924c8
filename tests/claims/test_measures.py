"""Sanctions and the like: kind from the noun, stage from what governs it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.match import match
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def measures(reading: Reading) -> list[Proposal]:
    return [proposal for proposal in match(reading) if proposal.register == "measures"]


@pytest.mark.parametrize(
    ("text", "stage", "modality"),
    [
        ("Canada imposed sanctions on Haiti in 2022.", "imposed", "asserted"),
        ("Canada lifted its sanctions on Haiti.", "lifted", "asserted"),
        ("Ministers called for sanctions on Haiti.", "requested", "requested"),
        ("Canada will impose sanctions on Haiti.", "announced", "planned"),
        ("The sanctions against Haiti hurt traders.", "in force", "asserted"),
    ],
)
def test_the_governor_gives_the_stage(text: str, stage: str, modality: str, read: Read) -> None:
    (found,) = measures(read(text))
    assert (found.cells["kind"].value, found.cells["target"].value) == ("sanctions", "Haiti")
    assert (found.cells["stage"].value, found.modality) == (stage, modality)


def test_a_participle_lends_its_arguments(read: Read) -> None:
    (found,) = measures(read("Sanctions imposed on Fiji by Australia in 2006 hurt traders."))
    assert (found.cells["imposer"].value, found.cells["target"].value) == ("Australia", "Fiji")


def test_the_compound_tells_the_kind(read: Read) -> None:
    (found,) = measures(read("The European Union lifted its arms embargo on Indonesia."))
    assert found.cells["kind"].value == "arms embargo"


def test_an_imposer_is_not_the_target(read: Read) -> None:
    assert not measures(read("Traders feared the US sanctions."))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor imposed a ban on smoking.",
        "Ethiopia withdrew its troops from Somalia.",
        "Peru recognised the importance of the forest.",
        "The choir passed a vote of thanks to its host.",
        "Rain suspended play in Mumbai.",
    ],
)
def test_words_of_other_matters_give_nothing(text: str, read: Read) -> None:
    assert not measures(read(text))


def test_an_embargo_aims_at_the_country_told_before_and_not_at_a_firm(read: Read) -> None:
    text = "Norway imposed sanctions on Togo. It blacklisted Gao Freight in May. Its arms embargo was extended."
    embargo = [p for p in match(read(text)) if p.cells.get("kind") and p.cells["kind"].value == "arms embargo"]
    assert all(p.cells["target"].value != "Gao Freight" for p in embargo)


def test_a_union_s_arms_embargo_is_its_own(read: Read) -> None:
    (found,) = [p for p in match(read("The EU's arms embargo on Togo is old.")) if p.register == "measures"]
    assert (found.cells["imposer"].value, found.cells["kind"].value) == ("European Union", "arms embargo")


def test_who_sponsors_a_resolution_is_not_its_target(read: Read) -> None:
    text = "The resolution, co-sponsored by Peru and Ghana, demands that Togo free the prisoners."
    found = [p for p in match(read("The Security Council met. " + text)) if p.register == "measures"]
    assert {p.cells["target"].value for p in found} <= {"Togo"}
