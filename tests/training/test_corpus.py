"""The training corpus: what is in the file is what the sources write, and every span is what it says."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.corpus.build import CORPUS, GENERATED, generated, lines
from training.corpus.grammar import Grammar, plural
from training.corpus.markup import TYPES, MarkupError, parse

WRITTEN = CORPUS.read_text(encoding="utf-8").splitlines()
PASSAGES: list[dict[str, Any]] = [json.loads(line) for line in WRITTEN]


def test_the_file_is_what_hand_and_grammar_write() -> None:
    by_hand = sum(passage["kind"] == "hand" for passage in PASSAGES)
    prefix = list(islice(lines(), by_hand + 400))
    assert prefix == WRITTEN[: len(prefix)]
    assert len(WRITTEN) == by_hand + GENERATED


def test_it_is_large_and_varied_enough_and_small_enough_for_the_repository() -> None:
    kinds = Counter(passage["kind"] for passage in PASSAGES)
    assert kinds["hand"] >= 450
    assert CORPUS.stat().st_size < 3_000_000
    assert len(Grammar().templates) >= 380
    assert len({passage["text"] for passage in PASSAGES}) == len(PASSAGES)
    marked = {kind: set[str]() for kind in TYPES.values()}
    for passage in PASSAGES:
        for start, end, kind in passage["things"]:
            marked[kind].add(passage["text"][start:end].lower())
    few = {kind: len(names) for kind, names in marked.items() if len(names) < 60}
    assert few == {}
    cues = {
        passage["text"][s:e].lower() for passage in PASSAGES for one in passage["attributions"] for s, e in one["cue"]
    }
    assert len(cues) >= 250


def test_a_third_of_the_passages_attribute_nothing() -> None:
    silent = sum(not passage["attributions"] for passage in PASSAGES)
    assert 0.25 <= silent / len(PASSAGES) <= 0.6


@pytest.mark.parametrize("part", ["source", "cue", "content"])
def test_parts_lie_in_the_text_and_touch_no_space(part: str) -> None:
    for passage in PASSAGES:
        for one in passage["attributions"]:
            assert one["content"], passage["id"]
            for start, end in one[part]:
                assert _is_tight(passage["text"], start, end), passage["id"]


def test_things_are_in_order_apart_and_of_a_known_type() -> None:
    for passage in PASSAGES:
        last = 0
        for start, end, kind in passage["things"]:
            assert last <= start < end, passage["id"]
            assert kind in TYPES.values()
            assert _is_tight(passage["text"], start, end), passage["id"]
            last = end


def test_parts_of_one_attribution_do_not_overlap() -> None:
    for passage in PASSAGES:
        for one in passage["attributions"]:
            spans = sorted((*span,) for part in ("source", "cue", "content") for span in one[part])
            assert all(left[1] <= right[0] for left, right in pairwise(spans)), passage["id"]


def test_nothing_of_the_notation_is_left_in_the_text() -> None:
    for passage in PASSAGES:
        assert not set(passage["text"]) & set("[]{}|<>^"), passage["text"]
        assert "a(n)" not in passage["text"].lower()


def test_articles_agree_with_the_word_behind() -> None:
    text = "\n".join(passage["text"] for passage in PASSAGES if passage["kind"] == "grammar")
    for wrong in (
        "a AK-47",
        "a F-16",
        "a S-300",
        "a M16",
        "an UAV",
        "an U.N.",
        "a armed",
        "an Ukrainian",
        "an European",
    ):
        assert f" {wrong} " not in text


def test_generation_is_the_same_each_time() -> None:
    assert list(islice(generated(), 50)) == list(islice(generated(), 50))


def test_parse_gives_character_offsets() -> None:
    passage = parse(
        "{S1 The [Fijian|nat] army} {Q1 said} {C1 that [two|qty] [tanks|wpn] {S2 it} {Q2 called} {C2 old} sank}."
    )
    assert passage.text == "The Fijian army said that two tanks it called old sank."
    assert [passage.text[s:e] for s, e, _ in passage.things] == ["Fijian", "two", "tanks"]
    outer, inner = passage.attributions
    assert [passage.text[s:e] for s, e in outer.content] == ["that two tanks it called old sank"]
    assert [passage.text[s:e] for s, e in inner.source + inner.cue + inner.content] == ["it", "called", "old"]


@pytest.mark.parametrize(
    "line",
    [
        "a [tank|car]", "a [tank]", "{S1 he} {Q1 said}.", "{C1 it rained", "it rained}", "{C1  it} {Q1 said}",
        "[ two|qty]", "two  spaces", "{X1 it}", "a | b", "{C it rained}", " edge",
    ],
)  # fmt: skip
def test_parse_refuses_what_breaks_the_markup(line: str) -> None:
    with pytest.raises(MarkupError):
        parse(line)


@given(st.lists(st.tuples(st.from_regex(r"[a-z]{1,6}", fullmatch=True), st.sampled_from([None, *TYPES])), min_size=1))
def test_marks_never_change_the_text(words: list[tuple[str, str | None]]) -> None:
    passage = parse(" ".join(word if code is None else f"[{word}|{code}]" for word, code in words))
    assert passage.text == " ".join(word for word, _ in words)
    assert [(passage.text[s:e], kind) for s, e, kind in passage.things] == [
        (word, TYPES[code]) for word, code in words if code is not None
    ]


@pytest.mark.parametrize(
    ("one", "many"),
    [("[patrol boat|plt]", "[patrol boats|plt]"), ("[lorry|veh]", "[lorries|veh]"), ("[spy aircraft|plt]",) * 2],
)
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many


def _is_tight(text: str, start: int, end: int) -> bool:
    return 0 <= start < end <= len(text) and not text[start].isspace() and not text[end - 1].isspace()
