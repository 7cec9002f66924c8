"""Every frame's own examples, read with the packaged model: the sentences beside a frame are its tests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from muniment.claims.examples import failure, read_examples
from muniment.claims.frames import Example, Frame, frames, index, load_frames, own_frames
from muniment.errors import VocabularyError
from muniment.language import load_analyser
from muniment.schema.claim import Cell, Claim
from muniment.schema.span import Span
from muniment.vocabulary.own import NONE, Own, use

EXAMPLES = [(frame, example) for frame in frames() for example in frame.examples]


@pytest.fixture(scope="module")
def claims() -> Mapping[str, tuple[Claim, ...]]:
    """The claims of every example sentence, each read as a document of its own."""
    return read_examples(frames(), load_analyser())


@pytest.mark.parametrize(
    ("frame", "example"),
    EXAMPLES,
    ids=[f"{frame.id}-{'not-' if e.cells is None else ''}{e.text[:40]}" for frame, e in EXAMPLES],
)
def test_examples(frame: Frame, example: Example, claims: Mapping[str, tuple[Claim, ...]]) -> None:
    assert not failure(frame, example, claims[example.text])


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: str(frame.id))
def test_every_frame_has_examples(frame: Frame) -> None:
    yes = [example for example in frame.examples if example.cells is not None]
    assert yes, "no sentence under match"
    assert len(frame.examples) > len(yes), "no sentence under not"


def test_ids_are_unique() -> None:
    ids = [frame.id for frame in frames()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"colour": "red"}, "unknown fields"),
        ({"verbs": []}, "no verbs"),
        ({"modality": "likely"}, "unknown modality"),
        ({"set": {"kind": "picnic"}}, "cannot be 'picnic'"),
        ({"cells": {"guest": {"from": "subject", "take": "dragon"}}}, "unknown read or take"),
        ({"cells": {"guest": {"from": "subject:middle"}}}, "cannot read 'subject:middle'"),
        ({"cells": {"guest": {"form": "subject"}}}, r"cells.guest: unknown fields \['form'\]"),
        ({"cells": {"guest": {"from": "subject", "least": "two"}}}, "least should be a whole number"),
        ({"cells": {"visitor": "subject"}}, "cells: no cell visitor"),
        ({"cells": ["guest"]}, "cells should be a mapping"),
        ({"verbs": {"visit": 1}}, "verbs should be words"),
        ({"nouns": "@event"}, "no list of words is called @event"),
        ({"needs": ["visitor"]}, "needs: no cell visitor"),
        ({"inherit": {"visitor": "last"}}, "inherit: no cell visitor"),
        ({"under": [{"words": "ban", "set": {"stage": "x"}}]}, "set: no cell stage"),
        ({"under": [{"set": {"kind": "visit"}}]}, "words missing"),
        ({"match": [{"text": "She came.", "cells": {"visitor": "she"}}]}, "match: no cell visitor"),
        ({"match": ["She came."]}, r"match\[1\] should be a mapping with text, cells"),
        ({"not": "She came."}, "not should be a list"),
        ({"set": {"kind": date(2024, 5, 1)}}, r"set.kind should be one value, but is .* in quotes"),
    ],
)
def test_a_faulty_frame_is_named(change: dict[str, Any], words: str) -> None:
    frame = {"id": "x", "verbs": ["visit"], "cells": {"guest": "subject"}, **change}
    with pytest.raises(VocabularyError, match=words) as caught:
        load_frames({"register": "meetings", "frames": [frame]}, "frames/test.yaml")
    assert "frames/test.yaml" in str(caught.value)
    assert "frame x" in str(caught.value)


def test_frames_of_ones_own_stand_behind_the_shipped_ones() -> None:
    text = "{register: meetings, frames: [{id: drop-by, verbs: [drop_by], cells: {guest: subject}}]}"
    shipped = frames()
    use(Own(frames=(("meetings", text),)))
    try:
        assert frames()[: len(shipped)] == shipped
        assert [frame.id for frame in index()["verb", "drop_by"]] == ["meetings.drop-by"]
    finally:
        use(NONE)
    assert ("verb", "drop_by") not in index()


@pytest.mark.parametrize("taken", ["x", next(one.id for one in frames() if one.register == "meetings").split(".")[1]])
def test_an_id_stands_for_one_frame(taken: str) -> None:
    entries = ", ".join(f"{{id: {id}, verbs: [visit], cells: {{guest: subject}}}}" for id in ("x", taken))
    words = Own(frames=(("mine", f"{{register: meetings, frames: [{entries}]}}"),))
    with pytest.raises(VocabularyError, match=rf"frames/mine.yaml: another frame is called meetings.{taken}"):
        own_frames(words)


@pytest.mark.parametrize(
    ("example", "said"),
    [
        (Example("", {"guest": "Ann Lee"}), ""),
        (Example("", {"guest": "Bo Lee"}), "gave meetings.x (guest: Ann Lee)"),
        (Example("", {"guest": ["Ann Lee"]}), "gave meetings.x (guest: Ann Lee)"),
        (Example("", {"place": "Rome"}), "gave meetings.x (guest: Ann Lee)"),
        (Example("", {"guest": "Ann Lee"}, "denied"), "is asserted, not denied"),
        (Example("", None), "gave meetings.x (guest: Ann Lee)"),
    ],
)
def test_what_an_example_has_wrong_is_said(example: Example, said: str) -> None:
    data = {"register": "meetings", "frames": [{"id": "x", "verbs": ["visit"], "cells": {"guest": "subject"}}]}
    (frame,) = load_frames(data, "frames/test.yaml")
    claim = Claim("", "", "meetings", Span(0, 1), {"guest": Cell("Ann Lee")}, frame="meetings.x")
    other = Claim("", "", "votes", Span(0, 1), {"guest": Cell("Bo Lee")}, frame="votes.x")
    assert failure(frame, example, [claim, other]) == said
    assert failure(frame, example, [other]) == ("gave nothing" if example.cells else "")
