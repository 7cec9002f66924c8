"""Networks to quantised ONNX graphs that give what inference needs, and nothing more."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import asdict
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from muniment.language.branch import FILE as BRANCH_FILE
from muniment.language.branch import INPUTS as BRANCH_INPUTS
from muniment.language.model import MAX_PIECES, OUTPUTS, STATES
from muniment.language.signs import HINTS
from training.batches import Labels
from training.branch import SENTENCE, Branch, Branches
from training.network import BEST_HEADS, LOW, WIDTH, Network
from training.prune import kept_pieces, write_tokenizer

INPUTS = ("pieces", "shapes", "first", "last")
OPSET = 18

Ends = tuple[Sequence[str], Sequence[str]]


class Graph(nn.Module):
    """The network as inference asks it: choices where one choice is enough, scores where decoding needs them."""

    def __init__(self, network: Network, root: int) -> None:
        super().__init__()
        self.network, self.root = network, root

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Return arcs (B, W, W), best heads and their labels (B, W, K), tags (B, W), log chances of names, states."""
        scores = self.network(pieces, shapes, first, last)
        words = torch.arange(first.shape[1], device=first.device)
        itself = (words.unsqueeze(0) == words.unsqueeze(1)).to(scores.arcs.dtype)
        arcs = (scores.arcs + itself * LOW).log_softmax(-1)
        candidates = arcs.topk(BEST_HEADS, dim=-1).indices
        labels = self.network.label_scores(scores, candidates)
        is_root = torch.zeros(labels.shape[-1]).index_fill_(0, torch.tensor([self.root]), LOW)
        best = (labels + is_root).argmax(-1)
        best = torch.where(candidates == 0, torch.full_like(best, self.root), best)
        return (
            arcs,
            candidates,
            best,
            scores.upos.argmax(-1),
            scores.xpos.argmax(-1),
            scores.names.log_softmax(-1),
            scores.states,
        )


def export(network: Network, labels: Labels, tokenizer: Path, folder: Path, version: str) -> Path:
    """Write `model.onnx`, `tokenizer.json` and `labels.json` to `folder`; return the path of the graph."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = kept_pieces(tokenizer)
    graph = Graph(_pruned(network, kept), labels.deprels.index("root")).eval()
    example = tuple(torch.ones(2, 9, dtype=torch.int64) for _ in range(2))
    example += (torch.tensor([[0, 1, 2, 3, 4], [0, 2, 5, 0, 0]]), torch.tensor([[0, 1, 2, 3, 4], [0, 4, 6, 0, 0]]))
    batch, length, words = (torch.export.Dim(name, min=1, max=most) for name, most in
                            (("batch", 4096), ("length", MAX_PIECES), ("words", MAX_PIECES)))  # fmt: skip
    shapes = ({0: batch, 1: length}, {0: batch, 1: length}, {0: batch, 1: words}, {0: batch, 1: words})
    target = folder / "model.onnx"
    _write(graph, example, (INPUTS, (*OUTPUTS, STATES)), shapes, target)
    write_tokenizer(tokenizer, kept, folder / "tokenizer.json")
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    about = {"version": f"{version}+{digest[:8]}", "sha256": digest, **asdict(labels)}
    (folder / "labels.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return target


def _pruned(network: Network, kept: Sequence[int]) -> Network:
    """Return a copy without the rows of pieces and positions that are never asked for."""
    copy = deepcopy(network).eval()
    for name, rows in (("words", torch.tensor(kept)), ("positions", torch.arange(MAX_PIECES))):
        weight = getattr(copy.encoder, name).weight.detach()[rows]
        setattr(copy.encoder, name, nn.Embedding.from_pretrained(weight))
    return copy


def export_branches(
    parts: Mapping[Branch, tuple[str, ...]], layers: Mapping[str, tuple[str, ...]], folder: Path
) -> Path:
    """Write the branches' graph to `folder`, its layers and digest into `labels.json`; return the path of the graph."""
    graph = Branches(parts).eval()
    names = [name for wanted in parts.values() for name in wanted]
    example = (torch.zeros(2, 7, 2 * WIDTH), torch.zeros(2, 7, SENTENCE + 1, dtype=torch.int64),
               torch.zeros(2, 7, len(HINTS)))  # fmt: skip
    batch, words = torch.export.Dim("batch", min=1, max=4096), torch.export.Dim("words", min=1, max=512)
    target = folder / BRANCH_FILE
    _write(graph, example, (BRANCH_INPUTS, names), tuple({0: batch, 1: words} for _ in BRANCH_INPUTS), target)
    about = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    about["branch"] = hashlib.sha256(target.read_bytes()).hexdigest()
    about["layers"] = {name: layers[name] for name in names}
    (folder / "labels.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return target


def _write(graph: nn.Module, example: tuple[Tensor, ...], ends: Ends, shapes: Any, target: Path) -> None:
    """Export a graph, `ends` being the names of its inputs and outputs, and quantise it."""
    inputs, outputs = ends
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / "whole.onnx"
        torch.onnx.export(
            graph, example, str(whole), input_names=list(inputs), output_names=list(outputs), opset_version=OPSET,
            dynamic_shapes=shapes, dynamo=True, external_data=False,
        )  # fmt: skip
        quantise(whole, target)


def quantise(source: Path, target: Path) -> None:
    """Quantise weights to whole numbers, a scale a column; activations are quantised as they come.

    Seven of the eight bits are used: with all eight, processors without VNNI can overflow and say something else. It
    costs nothing (EWT dev LAS .8882 with seven, .8874 with eight).
    """
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     extra_options={"MatMulConstBOnly": True})  # fmt: skip
    graph = onnx.load(target)
    # Notes of the exporter, half a megabyte of them.
    graph.graph.ClearField("value_info")
    for node in graph.graph.node:
        node.ClearField("metadata_props")
        node.ClearField("doc_string")
    onnx.checker.check_model(graph)
    onnx.save(graph, target)
