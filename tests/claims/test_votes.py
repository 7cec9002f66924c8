"""Counts of votes and how named voters voted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.facts.votes import vote_counts, without_count
from muniment.claims.match import match
from muniment.claims.reading import Reading
from muniment.schema.span import Span

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The assembly adopted the text by 121 votes to seven, with 46 abstentions.", (121, 7, 46)),
        ("The motion was carried 72-67.", (72, 67, None)),
        ("The bill was defeated in a 40 to 61 vote.", (40, 61, None)),
        ("With 14 votes in favour and none against, the council adopted the draft.", (14, 0, None)),
        ("Twelve members voted for the resolution, two opposed it and one abstained.", (12, 2, 1)),
        ("The treaty was ratified by 276 votes to nil.", (276, 0, None)),
        ("The amendment failed, 25 against, 16 in favour.", (16, 25, None)),
        ("The motion failed on a tie, 40 votes each.", (40, 40, None)),
        ("The council approved the declaration by 29 votes.", (29, None, None)),
        ("In the chamber 59 of 101 deputies voted in favour.", (59, None, None)),
        ("UN Assembly demands truce, 121-7", (121, 7, None)),
    ],
)
def test_counts_in_the_ways_they_are_written(text: str, counts: tuple[int | None, ...]) -> None:
    found = vote_counts(text, 0, len(text))
    assert tuple(found[side].value if side in found else None for side in ("for", "against", "abstain")) == counts


@pytest.mark.parametrize(
    "text",
    [
        "Lens beat Nantes 3-1 on Saturday.",
        "The senate passed the 2019-21 budget.",
        "The vote took place in the 1990-91 session.",
        "The resolution cites a range of $12 to 14 million.",
        "The council met on June 7-8 to debate the resolution.",
    ],
)
def test_numbers_that_are_no_counts(text: str) -> None:
    assert vote_counts(text, 0, len(text)) == {}


def test_count_spans_are_the_numbers() -> None:
    text = "Congress passed the bill by 218 votes to 210."
    found = vote_counts(text, 0, len(text))
    spans = [found[side].span for side in ("for", "against")]
    assert [span.of(text) for span in spans if span is not None] == ["218", "210"]


def test_a_voter_takes_body_and_question_from_the_vote_before(read: Read) -> None:
    text = "The Security Council adopted the resolution on Chad by 12 votes to none. Gabon and Brazil abstained."
    votes = [p for p in match(read(text)) if p.register == "votes"]
    named = {p.cells["voter"].value: p for p in votes if "voter" in p.cells}
    assert set(named) == {"Gabon", "Brazil"}
    assert all(p.cells["choice"].value == "abstain" and "question" in p.cells for p in named.values())


def test_abstaining_without_a_vote_gives_nothing(read: Read) -> None:
    assert not [p for p in match(read("Monks in Laos abstained from meat.")) if p.register == "votes"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The bill was voted down, 287 to 71.", (71, 287)),
        ("The motion was rejected, 231-207.", (207, 231)),
        ("The Senate rejected the treaty, 48 to 51.", (48, 51)),
        ("The Senate passed the treaty, 51 to 48.", (51, 48)),
    ],
)
def test_of_a_lost_motion_the_larger_number_is_against(read: Read, text: str, counts: tuple[int, int]) -> None:
    votes = [p for p in match(read("The Senate debated the treaty. " + text)) if p.register == "votes"]
    told = [p.cells for p in votes if "against" in p.cells]
    assert {(cells["for"].value, cells["against"].value) for cells in told} == {counts}


def test_a_count_is_no_part_of_the_question() -> None:
    text = "the water bill 55-45"
    assert without_count(text, Span(0, len(text))).of(text) == "the water bill"
    assert without_count(text, Span(0, 14)).of(text) == "the water bill"
