"""Counts of votes and how named voters voted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.facts.votes import vote_counts
from muniment.claims.match import match
from muniment.claims.reading import Reading

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
