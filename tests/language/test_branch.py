"""The packaged branch: it belongs to its labels, changes nothing else, and reads clear sentences."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.language import Analyser, Analysis, load_analyser
from muniment.language.branch import FILE, Branch
from muniment.language.model import DATA
from muniment.language.signs import HINTS, Signs
from muniment.language.things import RE3D_TYPES

NEWS = (
    "OSLO, March 3 (XYZ) -- Norway's defence ministry said on Monday that it had sold two frigates to Chile.\n\n"
    "“We do not expect delays,” the minister told reporters. “The crews are ready.” He added that the ships "
    "carried eight anti-ship missiles each.\n\nAccording to the shipyard, work began in 2019."
)


@cache
def branched(threads: int = 1) -> Analyser:
    return load_analyser(threads=threads, branch=True)


def said(text: str) -> list[tuple[str, str, str]]:
    """Return source, cue and content of each whole attribution, the fragments of each joined."""
    [found] = branched().analyse([text])
    return [
        (parts[0], parts[1], parts[2])
        for one in found.attributions
        if all(parts := [" ".join(text[a:b] for a, b in part) for part in (one.source, one.cue, one.content)])
    ]


def things(text: str) -> set[tuple[str, str]]:
    [found] = branched().analyse([text])
    return {(text[thing.start : thing.end], thing.type) for thing in found.things}


def test_labels_belong_to_the_graph() -> None:
    about = json.loads((DATA / "labels.json").read_text(encoding="utf-8"))
    assert about["branch"] == hashlib.sha256((DATA / FILE).read_bytes()).hexdigest()
    assert about["branch"] in (DATA / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert {tag.partition("-")[2] for tag in about["layers"]["outer"]} - {""} == set(RE3D_TYPES)


def test_the_branch_was_taught_with_as_many_lists_as_there_are() -> None:
    signs = Signs(np.zeros((1, 768)), np.zeros((1, 5), dtype=np.int64), np.zeros((1, len(HINTS)), np.float32), (1,))
    branch = Branch(threads=1)
    scores = branch.read(signs)
    assert {name: rows.shape for name, rows in scores.items()} == {n: (1, len(t)) for n, t in branch.layers.items()}


def test_the_files_stay_small() -> None:
    assert sum((DATA / name).stat().st_size for name in ("model.onnx", FILE, "tokenizer.json")) <= 30e6


def test_trees_and_names_are_the_same_with_it_and_without() -> None:
    [wide], [narrow] = branched().analyse([NEWS]), load_analyser(threads=1).analyse([NEWS])
    assert wide.things
    assert wide.attributions
    assert (narrow.things, narrow.attributions) == ((), ())
    assert replace(wide, things=(), attributions=()) == narrow


def test_neighbours_and_threads_change_nothing() -> None:
    other = "Grain prices fell again, traders said. " * 60
    alone = branched().analyse([NEWS])[0]
    assert branched().analyse([other, NEWS, other])[1] == alone
    assert branched(3).analyse([NEWS])[0] == alone


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“The bridge is closed,” the minister said.", "the minister", "said", "“The bridge is closed,”"),
        ("The army said that two soldiers were killed on Friday.", "The army", "said",
         "that two soldiers were killed on Friday"),
        ("According to the hospital, nine people were wounded.", "the hospital", "According to",
         "nine people were wounded"),
        ("The rebels denied that they had shelled the town.", "The rebels", "denied",
         "that they had shelled the town"),
    ],
)  # fmt: skip
def test_clear_attributions(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in [(*who, what.rstrip(".")) for *who, what in said(text)]


def test_an_attribution_inside_another_is_found() -> None:
    text = "The ministry said the rebels had claimed that a helicopter was shot down near the airport."
    [found] = branched().analyse([text])
    pairs = [(one, found.attributions[one.inside]) for one in found.attributions if one.inside is not None]
    sources = [tuple(text[slice(*span)] for one in pair for span in one.source) for pair in pairs]
    assert sources == [("the rebels", "The ministry")]


def test_who_added_is_found_in_the_next_sentence() -> None:
    sources = {source for source, cue, _ in said(NEWS) if "added" in cue}
    assert sources == {"He"}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The brigade fired rockets at Tarsk on Tuesday.", ("Tarsk", "place")),
        ("The brigade fired rockets at Tarsk on Tuesday.", ("Tuesday", "date")),
        ("Kenyan officers met Maria Lund in Oslo.", ("Kenyan", "nationality")),
        ("The Supreme Court struck down the Mining Act in May.", ("Mining Act", "law")),
    ],
)
def test_clear_things(text: str, thing: tuple[str, str]) -> None:
    assert thing in things(text)


def check(found: Analysis) -> None:
    starts, ends = {token.start for token in found.tokens}, {token.end for token in found.tokens}
    for thing in found.things:
        assert thing.start in starts
        assert thing.end in ends
    for one in found.attributions:
        spans = [*one.source, *one.cue, *one.content]
        assert spans
        assert all(start in starts and end in ends and start < end for start, end in spans)
        assert one.inside is None or 0 <= one.inside < len(found.attributions)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_spans_on_words(text: str) -> None:
    check(branched().analyse([text])[0])


def test_a_long_text_is_read_in_parts() -> None:
    [found] = branched().analyse([NEWS + "\n\n" + "He said so again and again. " * 300])
    check(found)
    assert len(found.attributions) > 100
