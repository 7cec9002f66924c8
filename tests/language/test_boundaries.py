"""Sentence ends without a full stop, and full stops without an end: what the learnt boundaries are for."""

from __future__ import annotations

import pytest

from muniment.language.boundaries import SIZE, Gaps, entry, shape, table
from muniment.language.sentences import paragraphs, ruled_ends, sentences
from muniment.language.tokenise import words


def parted(text: str) -> list[str]:
    return [text[row[0].start : row[-1].end] for row in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Please find the report attached.", "Thanks,", "Odile"],
        ["See http://example.org/list.html", "The other list is on paper."],
        ["They took the bridge!!", "nobody saw it coming"],
        ["What should the council do?", "it has no money left"],
    ],
)
def test_a_sentence_may_end_without_what_the_rules_ask_for(expected: list[str]) -> None:
    assert parted(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister met Defence Secretary Ana Duarte (UKM) Tuesday at the Hotel Lux in Porto.",
        "Turnover rose to 18. 5 billion crowns, said Norbank Securities Director Pia Lund.",
        "The group, led by Col. Idris Bako of the U.N. mission in Gao, took Camp Three on Monday.",
        '"Who gave the order?" General Lind asked.',
    ],
)
def test_prose_does_not_end_at_a_capital(sentence: str) -> None:
    assert parted(sentence) == [sentence]


def test_the_table_has_an_entry_for_every_feature() -> None:
    assert len(table()) == SIZE
    gaps = Gaps(".")
    gaps.extend(list(words("It rained. The dam (built in 1962) held.")))
    for place in range(len(gaps.row) - 1):
        assert all(0 <= entry(feature) < SIZE for feature in gaps.features(place, ruled=False))


@pytest.mark.parametrize(
    ("word", "expected"),
    [("said", "a"), ("Said", "Aa"), ("UN", "AA"), ("I", "A"), ("eBay", "aA"), ("12", "0"), ("12th", "0x"),
     ("www.example.org", "link"), ("a@b.org", "link"), ("?", "?"), ("*****", "marks")],
)  # fmt: skip
def test_shapes(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_rules_alone_end_at_stops_and_their_closers() -> None:
    row = list(words('He left. "Go!" They stayed on.'))
    assert [row[place].text for place in sorted(ruled_ends(row))] == [".", '"']


def test_brackets_left_open_are_forgotten_with_their_sentence() -> None:
    gaps = Gaps(".")
    gaps.extend(list(words("( a b")))
    gaps.brackets(0)
    assert gaps.depth == 1
    gaps.close(2)
    assert (gaps.depth, gaps.first) == (0, 2)
    gaps.forget()
    assert [word.text for word in gaps.row] == ["b"]
    assert gaps.first == 0


def test_paragraphs_are_what_no_sentence_crosses() -> None:
    text = "One two\n\nthree four"
    assert [text[a:b] for a, b in paragraphs(text)] == ["One two", "three four"]
