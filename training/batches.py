"""Examples to tensors: word pieces, shapes, targets; and the small damages that make the model hardy."""

from __future__ import annotations

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from muniment.language.pieces import CLS, SEP, Pieces, shape
from training.data import NAME_TAGS, Example, name_tags
from training.swap import Swapper

MAX_PIECES = 200
IGNORED = -100
MASK, MASKED = 103, 0.03  # the encoder's own mark for an unseen piece; the part of the words that are hidden
LOWER, TITLE, UPPER = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Labels:
    """The closed lists of values, in the order of the network's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deprels: tuple[str, ...]
    names: tuple[str, ...] = NAME_TAGS

    @classmethod
    def of(cls, examples: list[Example]) -> Labels:
        """Collect the values that `examples` hold, sorted."""

        def values(field: str) -> tuple[str, ...]:
            return tuple(sorted({value for example in examples for value in getattr(example, field) or ()}))

        return cls(values("upos"), values("xpos"), values("labels"))


@dataclass(slots=True)
class Batch:
    """Word 0 of each sentence is the root; targets are IGNORED where a sentence has no such layer."""

    pieces: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor
    upos: Tensor
    xpos: Tensor
    heads: Tensor
    deprels: Tensor
    names: Tensor
    open: Tensor  # B: names of type "other" may hide among the O of this sentence


def without_last_stop(example: Example) -> Example:
    """Return `example` less its final stop where nothing hangs on it: headlines and captions have none."""
    count = len(example.words)
    if count < 3 or example.words[-1] not in {".", "!", "?"} or (example.heads and count in example.heads):
        return example
    layers = {
        field: value[:-1] if (value := getattr(example, field)) is not None else None
        for field in ("words", "upos", "xpos", "heads", "labels")
    }
    names = None if example.names is None else [name for name in example.names if name[1] < count]
    return Example(**layers, names=names, closed=example.closed, document=example.document)


def damaged_shapes(shapes: list[int], chance: random.Random) -> list[int]:
    """Return `shapes` now and then as in capitals, in headline case or all lower."""
    roll = chance.random()
    if roll < 0.03:
        return [UPPER if 1 <= kind <= 5 else kind for kind in shapes]
    if roll < 0.06:
        return [TITLE if kind == LOWER else kind for kind in shapes]
    if roll < 0.08:
        return [LOWER if 1 <= kind <= 5 else kind for kind in shapes]
    return shapes


class Batcher:
    """Makes batches of about `budget` word pieces, padding counted."""

    def __init__(self, pieces: Pieces, labels: Labels, swapper: Swapper | None = None, budget: int = 1800) -> None:
        self.pieces, self.labels, self.swapper, self.budget = pieces, labels, swapper, budget
        self.index = {
            field: {value: place for place, value in enumerate(getattr(labels, field))}
            for field in ("upos", "xpos", "deprels", "names")
        }

    def length(self, example: Example) -> int:
        """Return the number of pieces of `example`."""
        return 2 + sum(len(self.pieces.of(word)) for word in example.words)

    def groups(self, examples: list[Example], chance: random.Random | None = None) -> list[list[Example]]:
        """Return `examples` in groups of like length; with `chance`, in a random order, and long sentences left out."""
        noise = chance.random if chance else lambda: 0.0
        sized = [(size * (1 + 0.2 * noise()), size, e) for e in examples if (size := self.length(e)) <= MAX_PIECES]
        groups: list[list[Example]] = []
        longest = 0
        for _, size, example in sorted(sized, key=lambda item: item[0]):
            longest = max(longest, size)
            if not groups or longest * (len(groups[-1]) + 1) > self.budget:
                groups.append([])
                longest = size
            groups[-1].append(example)
        if chance:
            chance.shuffle(groups)
        return groups

    def batch(self, examples: list[Example], chance: random.Random | None = None) -> Batch:
        """Return the tensors of `examples`; with `chance`, some are damaged first."""
        if chance:
            examples = [self.swapper.swapped(e, chance) if self.swapper else e for e in examples]
            examples = [without_last_stop(e) if chance.random() < 0.05 else e for e in examples]
        rows = [self._inputs(example, chance) for example in examples]
        width = max(len(example.words) for example in examples) + 1
        return Batch(
            *(_padded([row[part] for row in rows], 0) for part in range(4)),
            upos=self._targets(examples, "upos", "upos", width),
            xpos=self._targets(examples, "xpos", "xpos", width),
            heads=_padded([[IGNORED, *(e.heads or [])] for e in examples], IGNORED, width),
            deprels=self._targets(examples, "labels", "deprels", width),
            names=self._name_targets(examples, width),
            open=torch.tensor([not example.closed for example in examples]),
        )

    def _inputs(self, example: Example, chance: random.Random | None) -> tuple[list[int], ...]:
        kinds = [shape(word) for word in example.words]
        if chance:
            kinds = damaged_shapes(kinds, chance)
        pieces, shapes, first, last = [CLS], [0], [0], [0]
        for word, kind in zip(example.words, kinds, strict=True):
            ids = self.pieces.of(word)
            if chance and chance.random() < MASKED:
                ids = (MASK,) * len(ids)
            first.append(len(pieces))
            pieces.extend(ids)
            shapes.extend([kind] * len(ids))
            last.append(len(pieces) - 1)
        return [*pieces, SEP], [*shapes, 0], first, last

    def _targets(self, examples: list[Example], field: str, kind: str, width: int) -> Tensor:
        index = self.index[kind]
        rows = [[IGNORED, *(index.get(v, IGNORED) for v in getattr(e, field) or ())] for e in examples]
        return _padded(rows, IGNORED, width)

    def _name_targets(self, examples: list[Example], width: int) -> Tensor:
        index = self.index["names"]
        rows = [
            [IGNORED, *(index[tag] for tag in name_tags(e.names, len(e.words)))] if e.names is not None else [IGNORED]
            for e in examples
        ]
        return _padded(rows, IGNORED, width)


def _padded(rows: list[list[int]], filler: int, width: int = 0) -> Tensor:
    width = max(width, *(len(row) for row in rows))
    return torch.tensor([row + [filler] * (width - len(row)) for row in rows])
