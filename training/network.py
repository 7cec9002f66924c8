"""The network: a small BERT encoder that also reads letter shapes, and one head a task.

The tree head is the biaffine parser of Dozat and Manning (2017), arXiv:1611.01734; the encoder is MiniLM, Wang et al.
(2020), arXiv:2002.10957, in its all-MiniLM-L6-v2 release.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from muniment.language.pieces import SHAPES

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
ARC_WIDTH, LABEL_WIDTH, NAME_WIDTH = 256, 96, 256
# The labels of a word's three best heads leave the graph, so that a repair of the tree finds a label nearly always.
BEST_HEADS = 3
# The branches (branch.py) read on from the states of this layer and of the last.
STATE_LAYER = 4
LOW = -1e4


@dataclass(slots=True)
class Scores:
    """What the heads say. Word 0 is the root; B sentences, W words with the root, L labels."""

    arcs: Tensor  # B, W, W: dependent, head
    dependents: Tensor  # B, W, width of labels
    heads: Tensor  # B, W, width of labels
    upos: Tensor
    xpos: Tensor
    names: Tensor
    states: Tensor  # B, W, two widths: what the branches read on from


class Layer(nn.Module):
    """One encoder layer: attention, then two dense steps, each with its shortcut and norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return B, T, width; `mask` is added to the attention scores."""
        batch, length = x.shape[0], x.shape[1]
        query, key, value = (
            part(x).view(batch, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        weights = query @ key.transpose(-1, -2) / (WIDTH // ATTENTION_HEADS) ** 0.5 + mask
        seen = (self.drop(weights.softmax(-1)) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """BERT with an embedding of letter shapes, which starts at zero."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        """Return B, T, width of STATE_LAYER and of the last, for ids of pieces and shapes (0 = padding), both B, T."""
        place = torch.arange(pieces.shape[1], device=pieces.device).unsqueeze(0)
        x = self.drop(self.norm(self.words(pieces) + self.positions(place) + self.shapes(shapes)))
        mask = (pieces == 0).to(x.dtype).unsqueeze(1).unsqueeze(1) * LOW
        states = []
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        return states[STATE_LAYER - 1], x

    def load_pretrained(self, file: Path) -> None:
        """Fill the weights from a BERT state file; its token type 0 goes into the positions."""
        state = load_file(file)
        names = {"attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
                 "attention.output.dense": "out", "attention.output.LayerNorm": "norm1",
                 "intermediate.dense": "inner", "output.dense": "outer", "output.LayerNorm": "norm2"}  # fmt: skip
        own = {
            "words.weight": state["embeddings.word_embeddings.weight"],
            "positions.weight": state["embeddings.position_embeddings.weight"]
            + state["embeddings.token_type_embeddings.weight"][0],
            "shapes.weight": torch.zeros(len(SHAPES), WIDTH),
            "norm.weight": state["embeddings.LayerNorm.weight"],
            "norm.bias": state["embeddings.LayerNorm.bias"],
        }
        for layer in range(LAYERS):
            for theirs, ours in names.items():
                for part in ("weight", "bias"):
                    own[f"layers.{layer}.{ours}.{part}"] = state[f"encoder.layer.{layer}.{theirs}.{part}"]
        self.load_state_dict(own)


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, upos: int, xpos: int, labels: int, names: int, dropout: float = 0.33) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.drop = nn.Dropout(dropout)
        self.upos, self.xpos = nn.Linear(WIDTH, upos), nn.Linear(WIDTH, xpos)
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        self.arc_bias = nn.Linear(ARC_WIDTH, 1)
        self.label_dependent, self.label_head = nn.Linear(WIDTH, LABEL_WIDTH), nn.Linear(WIDTH, LABEL_WIDTH)
        self.label = nn.Linear(LABEL_WIDTH, labels * LABEL_WIDTH, bias=False)
        self.label_dependent_bias, self.label_head_bias = nn.Linear(LABEL_WIDTH, labels), nn.Linear(LABEL_WIDTH, labels)
        self.name_inner, self.names = nn.Linear(WIDTH, NAME_WIDTH), nn.Linear(NAME_WIDTH, names)
        self.labels = labels
        nn.init.zeros_(self.arc.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> Scores:
        """Score B sentences; `first` and `last` give each word's first and last piece, 0 for the root and padding."""
        lower, upper = ((_take(layer, first) + _take(layer, last)) * 0.5 for layer in self.encoder(pieces, shapes))
        words = self.drop(upper)
        dependents = self.drop(F.leaky_relu(self.arc_dependent(words), 0.1))
        heads = self.drop(F.leaky_relu(self.arc_head(words), 0.1))
        arcs = self.arc(dependents) @ heads.transpose(1, 2) + self.arc_bias(heads).transpose(1, 2)
        padding = (first == 0).to(arcs.dtype)
        padding = torch.cat([torch.zeros_like(padding[:, :1]), padding[:, 1:]], 1)
        return Scores(
            arcs=arcs + padding.unsqueeze(1) * LOW,
            dependents=self.drop(F.leaky_relu(self.label_dependent(words), 0.1)),
            heads=self.drop(F.leaky_relu(self.label_head(words), 0.1)),
            upos=self.upos(words),
            xpos=self.xpos(words),
            names=self.names(self.drop(F.gelu(self.name_inner(words)))),
            states=torch.cat([lower, upper], -1),
        )

    def label_scores(self, scores: Scores, heads: Tensor) -> Tensor:
        """Return B, W, K, labels for K candidate heads of each word."""
        batch, words, best = heads.shape
        chosen = _take(scores.heads, heads.reshape(batch, words * best)).view(batch, words, best, LABEL_WIDTH)
        turned = self.label(scores.dependents).view(batch, words, LABEL_WIDTH, self.labels)
        biases = self.label_dependent_bias(scores.dependents).unsqueeze(2) + self.label_head_bias(chosen)
        return chosen @ turned / LABEL_WIDTH**0.5 + biases


def _take(x: Tensor, index: Tensor) -> Tensor:
    return x.gather(1, index.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
