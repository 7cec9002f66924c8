"""The packaged network, run with ONNX Runtime on the processor. The only file that imports onnxruntime.

The graph is quantised to eight bits as it runs: the range of the numbers in a batch sets their precision, so what the
network says of a sentence can change in the last digits with the sentences beside it. Callers therefore batch the
sentences of one document together and never those of two (see `analyser.py`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from muniment.language.pieces import CLS, PAD, SEP, Pieces, shape

DATA: Final = Path(__file__).with_name("data")
# Sentences are cut to this many pieces. Training left out longer ones, so the model knows no others.
MAX_PIECES: Final = 200
# Pieces in a batch, padding counted. Chosen with benchmarks/language.py: larger ones bring no speed, only memory.
BUDGET: Final = 2048
# Sentences of one batch are about as long as each other: at least this part of the longest, give or take some pieces.
LIKENESS: Final = 0.8
SLACK: Final = 4

OUTPUTS: Final = ("arcs", "candidates", "candidate_labels", "upos", "xpos", "names")
STATES: Final = "states"

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tags:
    """The values behind the network's numbers, in its order."""

    version: str
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deprels: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What it says of one sentence of n words. In `arcs` and `candidates` words count from 1, 0 is the root."""

    arcs: Floats  # n + 1, n + 1: dependent, head
    candidates: Ints  # n, k: the best heads
    deprels: Ints  # n, k: the label for each of them
    upos: Ints  # n
    xpos: Ints  # n
    names: Floats  # n, tags
    states: Floats | None = None  # n, width: what the branch reads on from; None where nobody asked


def session(file: Path, threads: int = 0) -> Any:
    """Return a runtime session of the graph in `file`; `threads` 0 leaves their number to the runtime.

    Raises FileNotFoundError where the file is missing.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads that wait busily slow each other down where other work runs beside them (5,200 words a second on four
    # busy cores, 8,400 without) and win nothing where none does.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        file.read_bytes(),
        options,
        providers=["CPUExecutionProvider"],
        # The fused operator is slower than its parts on the processor: a third of all time with it (1.31).
        disabled_optimizers=["SkipLayerNormFusion"],
    )


class Model:
    """Scores sentences given as words."""

    def __init__(self, folder: Path = DATA, threads: int = 0) -> None:
        """Load the model in `folder`; `threads` 0 leaves their number to the runtime.

        Raises FileNotFoundError where a file is missing.
        """
        about = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.tags = Tags(about["version"], *(tuple(about[layer]) for layer in ("upos", "xpos", "deprels", "names")))
        self._pieces = Pieces(folder / "tokenizer.json")
        self._session = session(folder / "model.onnx", threads)

    def lengths(self, words: Sequence[str]) -> list[int]:
        """Return the number of pieces of each word."""
        return [len(self._pieces.of(word)) for word in words]

    def read(self, sentences: Sequence[Sequence[str]], states: bool = False) -> list[Said]:
        """Return what the network says of each sentence; none may be empty or have more than MAX_PIECES pieces.

        The same sentences in the same order always give the same numbers, with `states` or without.
        """
        rows = [self._row(words) for words in sentences]
        order = sorted(range(len(rows)), key=lambda place: (len(rows[place][0]), place))
        said: dict[int, Said] = {}
        group: list[int] = []
        for place in order:
            # Sorted by length, so the newcomer is the longest and the first of the group the shortest.
            length = len(rows[place][0])
            full = bool(group) and length * (len(group) + 1) > BUDGET
            if full or (group and len(rows[group[0]][0]) + SLACK < length * LIKENESS):
                said.update(self._run(group, rows, states))
                group = []
            group.append(place)
        if group:
            said.update(self._run(group, rows, states))
        return [said[place] for place in range(len(rows))]

    def _row(self, words: Sequence[str]) -> tuple[list[int], list[int], list[int], list[int]]:
        pieces, shapes, first, last = [CLS], [0], [0], [0]
        for word in words:
            ids = self._pieces.of(word)
            first.append(len(pieces))
            pieces.extend(ids)
            shapes.extend([shape(word)] * len(ids))
            last.append(len(pieces) - 1)
        pieces.append(SEP)
        shapes.append(0)
        return pieces, shapes, first, last

    def _run(self, group: Sequence[int], rows: Sequence[tuple[list[int], ...]], states: bool) -> dict[int, Said]:
        inputs = {
            name: _padded([rows[place][part] for place in group])
            for part, name in enumerate(("pieces", "shapes", "first", "last"))
        }
        found = self._session.run([*OUTPUTS, STATES] if states else list(OUTPUTS), inputs)
        arcs, candidates, deprels, upos, xpos, names = found[: len(OUTPUTS)]
        said = {}
        for row, place in enumerate(group):
            end = len(rows[place][2])
            said[place] = Said(
                arcs=arcs[row, :end, :end],
                candidates=candidates[row, 1:end],
                deprels=deprels[row, 1:end],
                upos=upos[row, 1:end],
                xpos=xpos[row, 1:end],
                names=names[row, 1:end],
                states=found[-1][row, 1:end] if states else None,
            )
        return said


def _padded(rows: Sequence[Sequence[int]]) -> Ints:
    # The graph picks three heads a word, so it wants three words and more.
    table = np.full((len(rows), max(4, *(len(row) for row in rows))), PAD, dtype=np.int64)
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
    return table
