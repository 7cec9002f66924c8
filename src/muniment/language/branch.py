"""The branch: a second, small network that reads on from the states of the first, in windows of several sentences.

It finds who is said to have said what and typed things; callers that want neither never load it. Windows are read one
by one: they are long enough to keep a core busy, padding would cost more than it saves, and none changes another.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from muniment.language.model import DATA, Floats, session
from muniment.language.signs import Signs

FILE: Final = "branch.onnx"
INPUTS: Final = ("states", "marks", "hints")

# What it says of each word of a document: layer to (words, tags), log chances.
Scores = dict[str, Floats]


class Reader(Protocol):
    """What the analyser asks of a branch."""

    version: str
    layers: Mapping[str, tuple[str, ...]]

    def read(self, signs: Signs) -> Scores:
        """Return what it says of the words of one part of a document."""
        ...


class Branch:
    """Scores the words of documents that the model has read. `layers` gives the tags of each layer, "O" first."""

    def __init__(self, folder: Path = DATA, threads: int = 0) -> None:
        """Load the branch in `folder`. Raises FileNotFoundError where a file is missing."""
        about = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.version: str = about["branch"][:8]
        self.layers: Mapping[str, tuple[str, ...]] = {name: tuple(tags) for name, tags in about["layers"].items()}
        self._session: Any = session(folder / FILE, threads)

    def read(self, signs: Signs) -> Scores:
        """Return what the network says of each word; the same signs always give the same numbers."""
        count = len(signs.marks)
        found = {name: np.zeros((count, len(tags)), dtype=np.float32) for name, tags in self.layers.items()}
        for start, end in signs.windows():
            marks, hints = signs.window(start, end)
            parts: tuple[npt.NDArray[Any], ...] = (signs.states[start:end].astype(np.float32, copy=False), marks, hints)
            inputs = {name: part[np.newaxis] for name, part in zip(INPUTS, parts, strict=True)}
            said = self._session.run(None, inputs)
            for name, scores in zip(self.layers, said, strict=True):
                found[name][start:end] = scores[0]
        return found
