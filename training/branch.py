"""The branches: encoder layers of their own over the states of the frozen network, one head a layer of tags.

Each starts from the upper layers of the network below. A word's state is the mean of its first and last piece; the
branch attends over the words of several sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from muniment.language.signs import HINTS, MOST_SENTENCES
from training.network import ATTENTION_HEADS, LAYERS, LOW, WIDTH, Layer

HEAD_WIDTH = 256
# Columns of the marks: part of speech, relation, name tag, quote mark, head, sentence. Room for values to come.
UPOS, DEPREL, NAME, QUOTE, HEAD, SENTENCE = range(6)
SIZES = {UPOS: 20, DEPREL: 64, NAME: 20, QUOTE: 4, SENTENCE: MOST_SENTENCES + 1}


@dataclass(slots=True)
class Inputs:
    """B windows of W words; a sentence number of 0 is padding."""

    states: Tensor  # B, W, 2 widths
    marks: Tensor  # B, W, 6
    hints: Tensor  # B, W, lists


class QuickLayer(Layer):
    """The same layer without dropout on the weights of attention: so the fused kernel trains it, in half the time."""

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return B, T, width; `mask` is added to the attention scores."""
        batch, length = x.shape[0], x.shape[1]
        query, key, value = (
            part(x).view(batch, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        seen = F.scaled_dot_product_attention(
            query, key, value, attn_mask=None if mask is None else mask.to(query.dtype)
        )
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Branch(nn.Module):
    """Reads windows of words; gives the scores of each of `layers` (name to number of tags)."""

    def __init__(self, layers: Mapping[str, int], depth: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.upper, self.governor = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH, bias=False)
        self.marks = nn.ModuleDict({str(column): nn.Embedding(size, WIDTH) for column, size in SIZES.items()})
        self.hints = nn.Linear(len(HINTS), WIDTH, bias=False)
        for weight in self.parameters():
            nn.init.normal_(weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.encoder = nn.ModuleList(QuickLayer(dropout) for _ in range(depth))
        self.drop = nn.Dropout(dropout)
        self.inner = nn.Sequential(nn.Dropout(0.2), nn.Linear(WIDTH, HEAD_WIDTH), nn.GELU(), nn.Dropout(0.2))
        self.heads = nn.ModuleDict({name: nn.Linear(HEAD_WIDTH, tags) for name, tags in layers.items()})

    def start_from(self, network: Mapping[str, Tensor]) -> None:
        """Copy the upper layers of the network below, given by its state; the last of ours is its last."""
        for place, layer in enumerate(self.encoder):
            prefix = f"encoder.layers.{LAYERS - len(self.encoder) + place}."
            layer.load_state_dict(
                {name.removeprefix(prefix): value for name, value in network.items() if name.startswith(prefix)}
            )

    def forward(self, inputs: Inputs, wanted: frozenset[str], padded: bool = True) -> dict[str, Tensor]:
        """Return B, W, tags for each layer that is wanted; without padding, attention needs no mask."""
        lower, upper = inputs.states[..., :WIDTH], inputs.states[..., WIDTH:]
        heads = inputs.marks[..., HEAD].unsqueeze(-1).expand(-1, -1, WIDTH)
        x = lower + self.upper(upper) + self.governor(lower.gather(1, heads)) + self.hints(inputs.hints)
        for column in SIZES:
            x = x + self.marks[str(column)](inputs.marks[..., column])
        x = self.drop(self.norm(x))
        mask = (inputs.marks[..., SENTENCE] == 0).to(x.dtype).unsqueeze(1).unsqueeze(1) * LOW if padded else None
        for layer in self.encoder:
            x = layer(x, mask)
        x = self.inner(x)
        return {name: head(x) for name, head in self.heads.items() if name in wanted}


def deep_head(tags: int) -> nn.Module:
    """Return a head for what was learnt late: a layer of its own, for the states below were not made for it."""
    return nn.Sequential(nn.Linear(HEAD_WIDTH, HEAD_WIDTH // 2), nn.GELU(), nn.Linear(HEAD_WIDTH // 2, tags))


class Branches(nn.Module):
    """The attribution branch and the things branch side by side, as they ship: one window at a time, no padding."""

    def __init__(self, parts: Mapping[Branch, tuple[str, ...]]) -> None:
        super().__init__()
        self.parts = nn.ModuleList(parts)
        self.wanted = list(parts.values())

    def forward(self, states: Tensor, marks: Tensor, hints: Tensor) -> tuple[Tensor, ...]:
        """Return the log chances of the wanted layers, in order."""
        found: list[Tensor] = []
        for branch, wanted in zip(self.parts, self.wanted, strict=True):
            scores = branch(Inputs(states, marks, hints), frozenset(wanted), padded=False)
            found += [torch.log_softmax(scores[name].float(), -1) for name in wanted]
        return tuple(found)
