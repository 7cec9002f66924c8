"""The training loop: trees and names in turn, fixed seeds, a checkpoint an epoch."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import IGNORED, Batch, Batcher
from training.data import NAME_TAGS, Example
from training.network import Network


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers of a run. Rates and epochs were chosen on EWT dev; the dropouts are those of the parser's paper."""

    epochs: int = 8
    encoder_rate: float = 1e-4
    head_rate: float = 2e-3
    warm_up: float = 0.05
    budget: int = 1800
    seed: int = 20260101
    clip: float = 5.0
    half: bool = True  # bfloat16 products where the processor is fast at them; weights stay float32


def loss_of(network: Network, batch: Batch) -> Tensor:
    """Return the sum of the losses of the layers that the batch holds, each a mean over words."""
    scores = network(batch.pieces, batch.shapes, batch.first, batch.last)
    total = _names_loss(scores.names.float(), batch)
    if bool((batch.heads != IGNORED).any()):
        total = total + _cross(scores.arcs, batch.heads) + 0.5 * _cross(scores.upos, batch.upos)
        total = total + 0.5 * _cross(scores.xpos, batch.xpos)
        labels = network.label_scores(scores, batch.heads.clamp(min=0).unsqueeze(-1)).squeeze(2)
        total = total + _cross(labels, batch.deprels)
    return total


def _cross(scores: Tensor, target: Tensor) -> Tensor:
    return F.cross_entropy(scores.float().flatten(0, 1), target.flatten(), ignore_index=IGNORED)


def _names_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Cross-entropy of the tags; in open sentences an O may be anything that the corpus does not mark."""
    chances = scores.log_softmax(-1)
    known = batch.names != IGNORED
    if not bool(known.any()):
        return scores.sum() * 0.0
    gold = chances.gather(-1, batch.names.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    hidden = [place for place, tag in enumerate(NAME_TAGS) if tag == "O" or tag.endswith("-other")]
    loose = chances[..., hidden].logsumexp(-1)
    gold = torch.where((batch.names == 0) & batch.open.unsqueeze(1), loose, gold)
    return -(gold * known).sum() / known.sum()


def train(
    network: Network,
    batcher: Batcher,
    trees: list[Example],
    names: list[Example],
    recipe: Recipe,
    folder: Path,
    after_epoch: Callable[[int], dict[str, float]],
) -> None:
    """Train `network` in place; `after_epoch` is given the epoch's number and returns the figures to log."""
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    plan = [_epoch(batcher, trees, names, chance) for _ in range(recipe.epochs)]
    steps = sum(len(groups) for groups in plan)
    encoder = list(network.encoder.parameters())
    known = {id(weight) for weight in encoder}
    heads = [weight for weight in network.parameters() if id(weight) not in known]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )  # fmt: skip
    warm = max(1, int(steps * recipe.warm_up))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, (steps - step) / max(1, steps - warm))
    )
    log = folder / "log.jsonl"
    log.write_text(json.dumps({"recipe": asdict(recipe), "steps": steps}) + "\n")
    for epoch, groups in enumerate(plan, 1):
        network.train()
        begun, sum_ = time.monotonic(), 0.0
        for number, group in enumerate(groups, 1):
            batch = batcher.batch(group, chance)
            with torch.autocast("cpu", torch.bfloat16, enabled=recipe.half):
                loss = loss_of(network, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), recipe.clip)
            optimiser.step()
            schedule.step()
            sum_ += loss.item()
            if number % 20 == 0:
                print(f"epoch {epoch} {number}/{len(groups)} loss {sum_ / number:.3f} {time.monotonic() - begun:.0f} s",
                      flush=True)  # fmt: skip
        torch.save(network.state_dict(), folder / f"epoch{epoch}.pt")
        figures = after_epoch(epoch) | {"epoch": epoch, "loss": round(sum_ / len(groups), 4)}
        figures["seconds"] = round(time.monotonic() - begun)
        with log.open("a") as file:
            file.write(json.dumps(figures) + "\n")
        print(figures, flush=True)


def _epoch(batcher: Batcher, trees: list[Example], names: list[Example], chance: random.Random) -> list[list[Example]]:
    """Return the groups of an epoch, those of both kinds mixed."""
    groups = batcher.groups(trees, chance) + batcher.groups(names, chance)
    chance.shuffle(groups)
    return groups
