"""The ends of long lists, and the members of a group."""

from __future__ import annotations

from collections.abc import Callable

from muniment.claims.clauses.predicates import predicate_at
from muniment.claims.listing import listed_arms, members
from muniment.claims.match import match
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def at(reading: Reading, word: str) -> int:
    start = reading.text.index(word)
    return reading.tree.at(start, start + len(word))[0]


def test_a_list_of_arms_goes_on_as_long_as_its_words_do(read: Read) -> None:
    reading = read("Peru bought tanks, six old howitzers and radar equipment, and a library.")
    found = listed_arms(reading, at(reading, "tanks"))
    assert [reading.tree.tokens[head].text for head in found] == ["howitzers", "equipment"]


def test_what_is_not_joined_is_not_listed(read: Read) -> None:
    reading = read("Peru bought tanks while rifles rusted.")
    assert listed_arms(reading, at(reading, "tanks")) == []


def test_firms_behind_including_are_the_suppliers(read: Read) -> None:
    reading = read("Israeli firms, including Elbit Systems and Rafael, supplied radars to Chad.")
    suppliers = {claim.cells["supplier"].value for claim in match(reading) if claim.register == "transfers"}
    assert suppliers == {"Elbit Systems", "Rafael"}


def test_a_counted_group_stays_beside_its_members(read: Read) -> None:
    reading = read("Norway sanctioned 12 people, including Ivan Petrov.")
    verb = predicate_at(reading.tree, at(reading, "sanctioned"))
    found = members(reading, verb, at(reading, "people"))
    assert [reading.tree.tokens[head].text for head in found][:1] == ["people"]
    assert len(found) == 2


def test_members_are_of_the_kind_of_the_group(read: Read) -> None:
    reading = read("Spanish firms sold mortars to states including Chad.")
    verb = predicate_at(reading.tree, at(reading, "sold"))
    assert members(reading, verb, at(reading, "firms")) == []


def test_they_are_those_joined_before_the_verb_of_telling(read: Read) -> None:
    reading = read("Chad, Mali and Togo announced that they were leaving the African Union.")
    found = {str(claim.cells["imposer"].value) for claim in match(reading) if claim.register == "measures"}
    assert found == {"Chad", "Mali", "Togo"}
