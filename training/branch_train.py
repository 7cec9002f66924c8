"""Training the branches: windows of cached states, fixed seeds."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from muniment.language.signs import WINDOW
from training.batches import IGNORED
from training.branch import SENTENCE, Branch, Inputs
from training.documents import Document

Window = tuple[Document, int, int]
Source = tuple[Sequence[Document], float]


@dataclass(frozen=True, slots=True)
class BranchRecipe:
    """The numbers of one run. Chosen on a tenth of PolNeAR's training part and on halves of re3d."""

    epochs: int
    depth_rate: float  # of the encoder layers
    head_rate: float  # of all else
    budget: int  # words in a batch, padding counted
    warm_up: float = 0.05
    clip: float = 5.0
    half: bool = True  # bfloat16 products; weights stay float32


def windows_of(documents: Sequence[Document], chance: random.Random | None = None) -> list[Window]:
    """Return the windows of the documents; with `chance` each document's first one has a length of its own."""
    return [
        (document, start, end)
        for document in documents
        for start, end in document.signs.windows(chance.randint(WINDOW // 8, WINDOW) if chance else WINDOW)
    ]


def groups_of(windows: Sequence[Window], budget: int, chance: random.Random) -> list[list[Window]]:
    """Return the windows in groups of like length, the groups in random order."""
    sized = sorted(windows, key=lambda window: (window[2] - window[1]) * (1 + 0.2 * chance.random()))
    groups: list[list[Window]] = [[]]
    longest = 0
    for window in sized:
        longest = max(longest, window[2] - window[1])
        if groups[-1] and longest * (len(groups[-1]) + 1) > budget:
            groups.append([])
            longest = window[2] - window[1]
        groups[-1].append(window)
    chance.shuffle(groups)
    return groups


def batch_of(group: Sequence[Window]) -> tuple[Inputs, dict[str, Tensor]]:
    """Return inputs and targets; a target is IGNORED where a document lacks the layer."""
    width = max(end - start for _, start, end in group)
    signs = group[0][0].signs
    states = np.zeros((len(group), width, signs.states.shape[1]), dtype=np.float32)
    marks = np.zeros((len(group), width, SENTENCE + 1), dtype=np.int64)
    hints = np.zeros((len(group), width, signs.hints.shape[1]), dtype=np.float32)
    layers = sorted({layer for document, _, _ in group for layer in document.gold})
    targets = {layer: np.full((len(group), width), IGNORED, dtype=np.int64) for layer in layers}
    for row, (document, start, end) in enumerate(group):
        states[row, : end - start] = document.signs.states[start:end]
        marks[row, : end - start], hints[row, : end - start] = document.signs.window(start, end)
        for layer, gold in document.gold.items():
            targets[layer][row, : end - start] = gold[start:end]
    inputs = Inputs(torch.from_numpy(states), torch.from_numpy(marks), torch.from_numpy(hints))
    return inputs, {layer: torch.from_numpy(target) for layer, target in targets.items()}


def loss_of(branch: Branch, group: Sequence[Window]) -> Tensor:
    """Return the sum over layers of the mean cross-entropy of their words."""
    inputs, targets = batch_of(group)
    scores = branch(inputs, frozenset(targets))
    losses = [
        F.cross_entropy(scores[layer].float().flatten(0, 1), target.flatten(), ignore_index=IGNORED)
        for layer, target in targets.items()
    ]
    return torch.stack(losses).sum()


def _epoch(sources: Sequence[Source], budget: int, chance: random.Random) -> list[list[Window]]:
    groups = []
    for documents, share in sources:
        some = list(documents) if share == 1 else chance.sample(list(documents), max(1, round(len(documents) * share)))
        groups += groups_of(windows_of(some, chance), budget, chance)
    chance.shuffle(groups)
    return groups


def fit(
    branch: Branch, sources: Sequence[Source], recipe: BranchRecipe, seed: int, part: nn.Module | None = None
) -> None:
    """Train `branch` in place on all sources, of each a share drawn anew every epoch; a batch is of one source.

    With `part`, a module of the branch, nothing else changes.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    plan = [_epoch(sources, recipe.budget, chance) for _ in range(recipe.epochs)]
    steps = sum(len(groups) for groups in plan)
    deep = [] if part else list(branch.encoder.parameters())
    known = {id(weight) for weight in deep}
    rest = [weight for weight in (part or branch).parameters() if id(weight) not in known]
    optimiser = torch.optim.AdamW(
        [{"params": deep, "lr": recipe.depth_rate}, {"params": rest, "lr": recipe.head_rate}],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )  # fmt: skip
    warm = max(1, int(steps * recipe.warm_up))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, (steps - step) / max(1, steps - warm))
    )
    branch.train()
    for epoch, groups in enumerate(plan, 1):
        begun, sum_ = time.monotonic(), 0.0
        for group in groups:
            with torch.autocast("cpu", torch.bfloat16, enabled=recipe.half):
                loss = loss_of(branch, group)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(branch.parameters(), recipe.clip)
            optimiser.step()
            schedule.step()
            sum_ += loss.item()
        print(
            f"epoch {epoch} of {recipe.epochs} loss {sum_ / len(groups):.4f} {time.monotonic() - begun:.0f} s",
            flush=True,
        )
    branch.eval()
