"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.language.sentences import sentences


def parted(text: str, skip: list[tuple[int, int]] | None = None) -> list[str]:
    return [text[found[0].start : found[-1].end] for found in sentences(text, skip or [])]


@pytest.mark.parametrize(
    "expected",
    [
        ["The ship left.", "It came back!", "Did it?", "Yes."],
        ["Gen. Ola Berg met Dr. Lind.", "They spoke."],
        ["He works for the U.S. Army.", "She left the U.S.", "The talks went on."],
        ["Acme Corp. sold it.", "It went to Bolt Inc.", "The price was low."],
        ["It rose by 2.5 percent.", "No. 7 won."],
        ['"We will go."', "They went."],
        ["“We will go,” she said.", "“And soon.”", "Nobody moved."],
        ['"Who fired?" Lind asked.', "Nobody knew."],
        ["They met J. P. Dahl on Sept. 5.", "Then he left."],
        ["The talks ended at 2 p.m. (0500 GMT) on Monday.", "More will follow."],
        ["(It was late.)", "They slept."],
    ],
)
def test_ends_where_a_reader_would_end_it(expected: list[str]) -> None:
    assert parted(" ".join(expected)) == expected


def test_blank_lines_and_ends_of_lines_part_headlines_and_bullets() -> None:
    text = "Talks on grain to resume\n\nEnvoys met on Monday.\n- first point\n- second point"
    assert parted(text) == ["Talks on grain to resume", "Envoys met on Monday.", "- first point", "- second point"]


def test_lines_of_hard_wrapped_text_are_joined() -> None:
    text = (
        "The committee said late on Monday that it would send\n"
        "forty observers to the northern border before winter\n"
        "comes. Nobody answered."
    )
    assert len(parted(text)) == 2


@pytest.mark.parametrize(
    "dateline",
    ["OSLO, March 3 (XYZ) --", "PORT MORA, Lurania —", "OSLO (XYZ) -", "OSLO, Sept. 12, 2005 (XYZ) –"],
)
def test_datelines_are_sentences_of_their_own(dateline: str) -> None:
    assert parted(f"{dateline} Norway sold two ships.") == [dateline, "Norway sold two ships."]


def test_no_word_lies_in_skipped_spans_and_they_part_sentences() -> None:
    text = "The fleet left port Share this page and came back."
    start = text.index("Share")
    assert parted(text, [(start, start + 15)]) == ["The fleet left port", "and came back."]


@given(st.text(alphabet=st.sampled_from("aB .!?\"'”\n()U-,1\u2029é"), max_size=200))
def test_every_word_is_in_one_sentence_and_none_is_empty(text: str) -> None:
    found = list(sentences(text))
    assert all(found)
    starts = [word.start for sentence in found for word in sentence]
    assert starts == sorted(starts)
    assert len(set(starts)) == len(starts)


@given(st.text(max_size=100), st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120)), max_size=4))
def test_any_skip_is_obeyed(text: str, skip: list[tuple[int, int]]) -> None:
    for sentence in sentences(text, skip):
        for word in sentence:
            assert not any(word.start < end and start < word.end for start, end in skip if start < end)
