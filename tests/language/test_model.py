"""The packaged model is the one its card describes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from muniment.language.model import DATA, MAX_PIECES, Model


@pytest.fixture(scope="module")
def model() -> Model:
    return Model(threads=1)


def test_labels_and_card_belong_to_the_graph() -> None:
    about = json.loads((DATA / "labels.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256((DATA / "model.onnx").read_bytes()).hexdigest()
    assert about["sha256"] == digest
    assert about["version"].endswith(digest[:8])
    card = (DATA / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert digest in card
    assert about["version"] in card


def test_says_something_of_every_word_in_any_order_of_length(model: Model) -> None:
    sentences = [["Ships", "sail", "."], ["Yes"], ["The", "old", "ship", "left", "the", "port", "."] * 5, ["No", "."]]
    said = model.read(sentences)
    for words, scores in zip(sentences, said, strict=True):
        assert scores.arcs.shape == (len(words) + 1, len(words) + 1)
        assert len(scores.upos) == len(scores.xpos) == len(scores.names) == len(scores.deprels) == len(words)


def test_reads_the_longest_sentence_it_may(model: Model) -> None:
    [said] = model.read([["ship"] * (MAX_PIECES - 2)])
    assert len(said.upos) == MAX_PIECES - 2


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"labels\.json"):
        Model(tmp_path)
