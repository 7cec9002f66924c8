"""What pacts and talks are about, with the packaged model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.facts.matters import matter
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def about(reading: Reading, word: str, own: bool = False) -> str | None:
    """The matter headed at the first token of that form."""
    head = next(index for index, token in enumerate(reading.tree.tokens) if token.text == word)
    span = matter(reading, head, own)
    return None if span is None else span.of(reading.text)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chad and Niger signed a draft trade pact on Monday.", "pact", "draft trade pact"),
        ("Chad signed a peace deal with the rebels.", "deal", "peace deal"),
        ("Chad signed a memorandum on rail links.", "memorandum", "memorandum on rail links"),
    ],
)
def test_a_pacts_own_words_tell_its_kind_and_not_its_parties(read: Read, text: str, word: str, expected: str) -> None:
    assert about(read(text), word, own=True) == expected


def test_what_only_describes_is_left_out(read: Read) -> None:
    reading = read("They discussed the island, which both states have claimed since 1950.")
    assert about(reading, "island") == "island"


def test_an_aim_is_kept_with_what_belongs_to_it(read: Read) -> None:
    reading = read("They discussed efforts to reopen the border.")
    assert about(reading, "efforts") == "efforts to reopen the border"


def test_what_is_agreed_stands_in_the_infinitive(read: Read) -> None:
    assert about(read("They agreed to reopen the border if the truce holds."), "reopen") == "reopen the border"


def test_that_something_is_so_is_no_matter_of_a_pact(read: Read) -> None:
    assert about(read("They agreed that prices rose."), "rose") is None
    assert about(read("They agreed that the border is a problem."), "problem") is None
    assert about(read("They signed a pact that was read in May."), "read") is None
