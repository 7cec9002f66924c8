"""Network to one quantised ONNX graph that gives what inference needs, and nothing more."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.batches import Labels
from training.network import BEST_HEADS, LOW, Network

INPUTS = ("pieces", "shapes", "first", "last")
OUTPUTS = ("arcs", "candidates", "candidate_labels", "upos", "xpos", "names")
OPSET = 18


class Graph(nn.Module):
    """The network as inference asks it: choices where one choice is enough, scores where decoding needs them."""

    def __init__(self, network: Network, root: int) -> None:
        super().__init__()
        self.network, self.root = network, root

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Return arcs (B, W, W), the best heads and their labels (B, W, K), tags (B, W), name log chances (B, W, N)."""
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
        )


def export(network: Network, labels: Labels, tokenizer: Path, folder: Path, version: str) -> Path:
    """Write `model.onnx`, `tokenizer.json` and `labels.json` to `folder`; return the path of the graph."""
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    graph = Graph(network, labels.deprels.index("root")).eval()
    example = tuple(torch.ones(2, 9, dtype=torch.int64) for _ in range(2))
    example += (torch.tensor([[0, 1, 2, 3, 4], [0, 2, 5, 0, 0]]), torch.tensor([[0, 1, 2, 3, 4], [0, 4, 6, 0, 0]]))
    batch, length, words = (torch.export.Dim(name, min=1, max=most) for name, most in
                            (("batch", 4096), ("length", 512), ("words", 512)))  # fmt: skip
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / "whole.onnx"
        torch.onnx.export(
            graph, example, str(whole), input_names=list(INPUTS), output_names=list(OUTPUTS), opset_version=OPSET,
            dynamic_shapes=({0: batch, 1: length}, {0: batch, 1: length}, {0: batch, 1: words}, {0: batch, 1: words}),
            dynamo=True, external_data=False,
        )  # fmt: skip
        target = folder / "model.onnx"
        quantise(whole, target)
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    about = {"version": f"{version}+{digest[:8]}", "sha256": digest, **asdict(labels)}
    (folder / "labels.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return target


def quantise(source: Path, target: Path) -> None:
    """Quantise weights to whole numbers, a scale a column; activations are quantised as they come.

    Seven of the eight bits are used: with all eight, processors without VNNI can overflow and say something else. It
    costs nothing (EWT dev LAS .8882 with seven, .8874 with eight).
    """
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     extra_options={"MatMulConstBOnly": True})  # fmt: skip
    onnx.checker.check_model(onnx.load(target))
