"""Every frame's own examples, read with the packaged model: the sentences beside a frame are its tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from muniment.claims.extract import extract
from muniment.claims.frames import Example, Frame, frames, load_frames
from muniment.errors import VocabularyError
from muniment.language import load_analyser
from muniment.schema.claim import Claim
from muniment.schema.document import Document

EXAMPLES = [(frame, example) for frame in frames() for example in frame.examples]
PUBLISHED = "2024-05-10"


@pytest.fixture(scope="module")
def claims() -> Mapping[str, tuple[Claim, ...]]:
    """The claims of every example sentence, each read as a document of its own."""
    texts = list(dict.fromkeys(example.text for _, example in EXAMPLES))
    found = {}
    for text, analysis in zip(texts, load_analyser().analyse(texts), strict=True):
        document = Document(id=Document.id_of(text), name="example", text=text, published=PUBLISHED)
        found[text] = extract(document, analysis).claims
    return found


def holds(claim: Claim, cells: Mapping[str, Any]) -> bool:
    """True where the claim has all the given cells with these values; lists in any order."""
    for name, wanted in cells.items():
        cell = claim.cells.get(name)
        if cell is None:
            return False
        value = cell.value
        if isinstance(wanted, list):
            if not isinstance(value, tuple) or sorted(value) != sorted(map(str, wanted)):
                return False
        elif value != wanted:
            return False
    return True


@pytest.mark.parametrize(
    ("frame", "example"),
    EXAMPLES,
    ids=[f"{frame.id}-{'not-' if e.cells is None else ''}{e.text[:40]}" for frame, e in EXAMPLES],
)
def test_examples(frame: Frame, example: Example, claims: Mapping[str, tuple[Claim, ...]]) -> None:
    made = [claim for claim in claims[example.text] if claim.register == frame.register]
    shown = [(claim.frame, {k: c.value for k, c in claim.cells.items()}, claim.modality) for claim in made]
    if example.cells is None:
        assert not [claim for claim in made if claim.frame == frame.id], shown
        return
    fitting = [claim for claim in made if holds(claim, example.cells)]
    assert fitting, shown
    if example.modality:
        assert example.modality in {claim.modality for claim in fitting}, shown


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
    ],
)
def test_a_faulty_frame_is_named(change: dict[str, Any], words: str) -> None:
    frame = {"id": "x", "verbs": ["visit"], "cells": {"guest": "subject"}, **change}
    with pytest.raises(VocabularyError, match=words) as caught:
        load_frames({"register": "meetings", "frames": [frame]}, "frames/test.yaml")
    assert "frames/test.yaml" in str(caught.value)
    assert "frame x" in str(caught.value)
