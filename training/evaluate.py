"""Figures on held-out sentences: attachment, tags, names. The network is asked as it is, one best head a word."""

from __future__ import annotations

from collections import Counter

import torch

from training.batches import IGNORED, Batcher
from training.data import NAME_TAGS, Example, Span
from training.network import Network


def tag_spans(tags: list[str]) -> list[Span]:
    """Return the spans of BIOES tags; a span that never closes well ends where its type ends."""
    spans: list[Span] = []
    start, kind = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        edge, _, name = tag.partition("-")
        if kind and (edge in "OBS" or name != kind):
            spans.append((start, place, kind))
            kind = ""
        if not kind and name:
            start, kind = place, name
    return spans


def f1(right: int, found: int, wanted: int) -> float:
    """Return the harmonic mean of precision and recall, 0 where nothing is right."""
    return 2 * right / (found + wanted) if right else 0.0


@torch.no_grad()
def tree_figures(network: Network, batcher: Batcher, examples: list[Example]) -> dict[str, float]:
    """Return UAS, LAS (labels with subtypes, punctuation counted), UPOS and XPOS accuracy."""
    network.eval()
    counts: Counter[str] = Counter()
    for group in batcher.groups(examples):
        batch = batcher.batch(group)
        scores = network(batch.pieces, batch.shapes, batch.first, batch.last)
        words = batch.heads != IGNORED
        heads = scores.arcs.argmax(-1)
        labels = network.label_scores(scores, heads.unsqueeze(-1)).squeeze(2).argmax(-1)
        right = (heads == batch.heads) & words
        counts["words"] += int(words.sum())
        counts["uas"] += int(right.sum())
        counts["las"] += int((right & (labels == batch.deprels)).sum())
        counts["upos"] += int(((scores.upos.argmax(-1) == batch.upos) & words).sum())
        counts["xpos"] += int(((scores.xpos.argmax(-1) == batch.xpos) & words).sum())
    return {key: round(counts[key] / counts["words"], 4) for key in ("uas", "las", "upos", "xpos")}


@torch.no_grad()
def name_figures(network: Network, batcher: Batcher, examples: list[Example], open_: bool = False) -> dict[str, float]:
    """Return the F1 of whole typed spans; with `open_`, spans of type "other" are not counted."""
    network.eval()
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for group in batcher.groups(examples):
        batch = batcher.batch(group)
        best = network(batch.pieces, batch.shapes, batch.first, batch.last).names.argmax(-1)
        for example, row in zip(group, best.tolist(), strict=True):
            said = set(tag_spans([NAME_TAGS[tag] for tag in row[1 : len(example.words) + 1]]))
            gold = set(example.names or ())
            found.update(span[2] for span in said)
            wanted.update(span[2] for span in gold)
            right.update(span[2] for span in said & gold)
    kinds = [kind for kind in sorted(wanted | found) if not (open_ and kind == "other")]
    figures = {kind: round(f1(right[kind], found[kind], wanted[kind]), 4) for kind in kinds}
    sums = [sum(counter[kind] for kind in kinds) for counter in (right, found, wanted)]
    return {"all": round(f1(*sums), 4), **figures}
