"""Counts of people harmed: what is counted, how exactly, and since when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.dating.eras import date_since
from muniment.claims.dating.retold import date_retold
from muniment.claims.dating.totals import run_totals
from muniment.claims.facts.counting import is_collective, name_others, people, split_ranges
from muniment.claims.facts.events import unite
from muniment.claims.match import match
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def tallies(reading: Reading) -> list[Proposal]:
    """The tallies of a text, as extract() makes them before they are attributed."""
    counted = name_others(reading, split_ranges(reading, unite(reading, date_since(reading, match(reading)))))
    found = date_retold(reading, run_totals(reading, counted))
    return [proposal for proposal in found if proposal.register == "tallies"]


def rows(reading: Reading) -> set[tuple[object, ...]]:
    """(measure, value, bound) of each tally."""
    return {tuple(p.cells[cell].value for cell in ("measure", "value", "bound")) for p in tallies(reading)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels killed 14 soldiers in Mali.", {("killed", 14, "exact")}),
        ("At least 40 civilians were killed in Syria.", {("killed", 40, "at least")}),
        ("Police arrested nearly 90 students in Kenya.", {("arrested", 90, "about")}),
        ("The flood left 300 people homeless in Mali.", {("displaced", 300, "exact")}),
        ("Fatalities in Sudan rose to 57.", {("killed", 57, "exact")}),
        ("The committee killed the bill.", set()),
        ("Four civilians were released in Chad.", set()),
        ("Three soldiers are missing in Niger.", set()),
    ],
)
def test_a_count_of_people_harmed_keeps_its_bound(read: Read, text: str, expected: set[tuple[object, ...]]) -> None:
    assert rows(read(text)) == expected


def test_the_wounded_of_a_gapped_clause_are_not_among_the_killed(read: Read) -> None:
    found = rows(read("At least 17 militiamen were killed and 26 other people wounded during heavy fighting."))
    assert ("killed", 26, "exact") not in found
    assert ("killed", 17, "at least") in found


def test_those_named_after_including_are_a_count_of_their_own(read: Read) -> None:
    found = rows(read("Clashes killed at least 20 people, including five policemen, in Nigeria."))
    assert {("killed", 20, "at least"), ("killed", 5, "exact")} <= found


def test_a_range_gives_its_two_ends(read: Read) -> None:
    found = rows(read("Between 30 and 40 people were killed in the blast in Somalia."))
    assert found == {("killed", 30, "at least"), ("killed", 40, "up to")}


def test_a_count_since_a_day_runs_to_the_day_of_publication(read: Read) -> None:
    text = "Some 1,200 people have been displaced in Mali since January 2024."
    (tally,) = tallies(read(text, published="2024-05-10"))
    assert tally.date == "2024-01/2024-05-10"
    assert tally.cells["since"].value == "2024-01"


def test_a_count_as_of_a_day_is_of_all_that_came_before(read: Read) -> None:
    (tally,) = tallies(read("Militias have killed 340 villagers in Mali as of May 3."))
    assert (tally.cells["as_of"].value, tally.date) == ("2024-05-03", "../2024-05-03")


@pytest.mark.parametrize(
    ("text", "since", "as_of"),
    [
        ("Some 1,200 people have been killed in Mali so far this year.", "2024", None),
        ("At least 300 people were killed in Mali in the past two years.", "2022", None),
        ("At least 300 people had been killed in Mali by mid-January.", None, "2024-01-15~"),
        ("Mali saw a coup in August 2020. Some 900 people were killed there since the coup.", "2020-08", None),
        ("Six people were killed in Mali last week.", None, None),
        ("Six people were killed in Mali on 3 May.", None, None),
        ("A boy was killed in Mali, ruled by generals since 2020.", None, None),
    ],
)
def test_a_running_total_says_from_and_up_to_when(read: Read, text: str, since: str | None, as_of: str | None) -> None:
    (tally,) = tallies(read(text, published="2024-05-10"))
    told = [tally.cells[cell].value if cell in tally.cells else None for cell in ("since", "as_of")]
    assert told == [since, as_of]


def test_others_are_of_the_people_counted_before(read: Read) -> None:
    found = tallies(read("A bomb killed 57 pilgrims and wounded over 110 others in Iraq."))
    told = [(p.cells["value"].value, p.cells["population"].value) for p in found]
    assert told == [(57, "pilgrims"), (110, "pilgrims")]


def test_a_nation_is_a_population(read: Read) -> None:
    (tally,) = tallies(read("The army arrested 15 Palestinians near Hebron."))
    assert tally.cells["population"].value == "Palestinians"


def test_a_headline_without_its_auxiliary_tells_who_suffered(read: Read) -> None:
    assert rows(read("Three U.S. soldiers killed in western Iraq")) == {("killed", 3, "exact")}


def test_one_person_counts_as_one_and_a_body_of_many_as_none(read: Read) -> None:
    reading = read("A soldier was killed in Peru. The army was killed in Peru.")
    heads = [index for index, token in enumerate(reading.tree.tokens) if token.text in {"soldier", "army"}]
    counts = [people(reading, head) for head in heads]
    assert counts[0] is not None
    assert counts[0].value == 1
    assert counts[1] is None


@pytest.mark.parametrize(("noun", "many"), [("army", True), ("crowd", True), ("soldier", False), ("villager", False)])
def test_singular_nouns_for_many_people(noun: str, many: bool) -> None:
    assert is_collective(noun) is many


def test_where_the_counters_sit_is_not_where_people_died(read: Read) -> None:
    reading = read("At least 40 people have died, according to the Relief League, a charity based in Norway.")
    (proposal,) = [each for each in match(reading) if each.register == "tallies"]
    assert "place" not in proposal.cells
