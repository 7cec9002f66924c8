"""Who the sides of an agreement are where other sentences name them, with the packaged model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.clauses.predicates import predicate_at
from muniment.claims.facts.sides import fullest, may_be_sides, pair, sided, state_of
from muniment.claims.naming.nations import parties, shared
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span

Read = Callable[..., Reading]


def at(reading: Reading, word: str) -> int:
    """The last token of that form."""
    return max(index for index, token in enumerate(reading.tree.tokens) if token.text == word)


@pytest.mark.parametrize("words", ["The two countries", "Both governments"])
def test_two_countries_are_those_named_most(read: Read, words: str) -> None:
    reading = read(f"Chad met Niger. Chad is near Niger. {words} agreed to trade.")
    found = pair(reading, at(reading, "agreed"))
    assert found is not None
    assert set(found.value if isinstance(found.value, tuple) else ()) == {"Chad", "Niger"}


def test_without_such_words_there_is_no_pair(read: Read) -> None:
    reading = read("Chad met Niger. Ministers agreed to trade.")
    assert pair(reading, at(reading, "agreed")) is None


def test_talks_of_three_are_between_the_three_that_are_listed(read: Read) -> None:
    reading = read("Chad, Niger and Mali share the lake. Three-party talks on the lake began in May.")
    count, found = sided(reading, at(reading, "talks"))
    assert count == 3
    assert found is not None
    assert found.value == ("Chad", "Niger", "Mali")


def test_talks_of_six_among_three_are_left_open(read: Read) -> None:
    reading = read("Chad, Niger and Mali share the lake. Six-party talks on the lake began in May.")
    assert sided(reading, at(reading, "talks")) == (6, None)


def test_talks_that_count_no_sides(read: Read) -> None:
    reading = read("Chad, Niger and Mali share the lake. Talks on the lake began in May.")
    assert sided(reading, at(reading, "Talks")) == (0, None)


def test_who_acts_for_a_state(read: Read) -> None:
    reading = read("Kenyan Foreign Minister Ann Reed spoke.")
    assert state_of(reading, "Ann Reed") == "Kenya"
    assert state_of(reading, "Chadian officials") == "Chad"
    assert state_of(reading, "Pyongyang's envoys") == "North Korea"
    assert state_of(reading, "China Merchants Bank") == "China Merchants Bank"
    assert state_of(reading, "rebels") == "rebels"


@pytest.mark.parametrize(
    ("text", "word", "fit"),
    [
        ("Oman signed the pact in May.", "pact", False),
        ("The WTO talks went on.", "talks", False),
        ("Chad signed the pact in May.", "pact", True),
        ("The pact was signed in May.", "pact", True),
    ],
)
def test_somebody_else_named_beside_a_pact_is_a_party(read: Read, text: str, word: str, fit: bool) -> None:
    reading = read(text)
    sides = Cell(("Chad", "Niger"), Span(0, 3))
    assert may_be_sides(reading, predicate_at(reading.tree, at(reading, word)), sides) is fit


@pytest.mark.parametrize("text", ["Kenyan and Chadian officials met.", "Senior officials of Kenya and Chad met."])
def test_officials_of_two_states_bind_both(read: Read, text: str) -> None:
    reading = read(text)
    assert [party.value for party in parties(reading, at(reading, "officials"))] == ["Kenya", "Chad"]


def test_a_phrase_that_two_nations_share_is_two_groups(read: Read) -> None:
    reading = read("He met Kenyan and Chadian officials.")
    assert [group.value for group in shared(reading, at(reading, "officials"))] == [
        "Kenyan officials",
        "Chadian officials",
    ]
    reading = read("He met Kenyan officials.")
    assert shared(reading, at(reading, "officials")) == ()


def pact(end: int, *names: str, stage: str = "signed") -> Proposal:
    """A proposal of the agreements register over the first characters of a text."""
    cells = {"parties": Cell(names, Span(0, end)), "kind": Cell("agreement", None), "stage": Cell(stage, None)}
    return Proposal("agreements", "agreements.deal", Span(0, end), cells)


def test_an_agreement_told_with_fewer_parties_in_the_same_words_is_left_out() -> None:
    less, more = pact(20, "Boeing"), pact(30, "Boeing", "Oman")
    assert fullest([less, more]) == [more]


def test_other_words_and_other_stages_are_other_agreements() -> None:
    assert len(fullest([pact(30, "Boeing"), pact(20, "Boeing", "Oman")])) == 2
    assert len(fullest([pact(20, "Boeing", stage="discussed"), pact(30, "Boeing", "Oman")])) == 2
    assert len(fullest([pact(20, "Airbus"), pact(30, "Boeing", "Oman")])) == 2
