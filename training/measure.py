"""What the branches can do, measured through graphs as they ship."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from benchmarks.scoring_attribution import attribution_counts, read_polnear
from benchmarks.scoring_attribution import attribution_figures as figures_of
from benchmarks.scoring_things import SEEDS, Report, halves, thing_counts, thing_figures

from muniment.language.analyser import NeuralAnalyser
from muniment.language.branch import Branch as Shipped
from muniment.language.decode import NameDecoder
from muniment.language.model import Model
from muniment.language.things import RE3D_TYPES
from training.branch import Branch
from training.documents import LAYERS, Document
from training.second import Second, ship

Figures = dict[str, float]


def halves_figures(
    second: Second, shipped: tuple[Branch, Branch], folder: Path, work: Path, again: bool
) -> list[Figures]:
    """Return the figures of re3d for each of the fixed splits: half of it taught, the other half read from raw text.

    `shipped` are the attribution branch and the general things branch. With `again`, the figures that `work` keeps.
    """
    attribution, general = shipped
    found = []
    for seed in SEEDS:
        file = work / f"half{seed}.json"
        if not (again and file.exists()):
            teaching, measuring = halves(second.reports, seed)
            things = second.things(general, teaching, seed)
            file.write_text(json.dumps(_half(attribution, things, folder, measuring)), encoding="utf-8")
        found.append(json.loads(file.read_text(encoding="utf-8")))
    return found


def _half(attribution: Branch, things: Branch, folder: Path, reports: Sequence[Report]) -> Figures:
    with tempfile.TemporaryDirectory() as work:
        for name in ("model.onnx", "tokenizer.json", "labels.json"):
            shutil.copyfile(folder / name, Path(work) / name)
        ship(attribution, things, Path(work))
        return thing_figures(_things(Path(work), reports))


def _things(folder: Path, reports: Sequence[Report]) -> Counter[str]:
    analyser = NeuralAnalyser(Model(folder), Shipped(folder))
    counts: Counter[str] = Counter()
    for report in reports:
        [found] = analyser.analyse([report.text])
        said = [(one.start, one.end, RE3D_TYPES[one.type]) for one in found.things if one.type in RE3D_TYPES]
        counts += thing_counts(report.text, report.things, said)
    return counts


def attribution_figures(folder: Path, articles: Path) -> dict[str, float]:
    """Return the figures of a part of PolNeAR, read from raw text."""
    analyser = NeuralAnalyser(Model(folder), Shipped(folder))
    counts: Counter[str] = Counter()
    for article in read_polnear(articles):
        [found] = analyser.analyse([article.text])
        counts += attribution_counts(article.text, article.said, found.attributions)
    return figures_of(counts)


def layer_figures(folder: Path, documents: Sequence[Document], layers: Sequence[str]) -> dict[str, float]:
    """Return the F1 of exact typed spans of each layer over documents that hold it; words given."""
    shipped = Shipped(folder)
    right, both = Counter[str](), Counter[str]()
    for document in documents:
        scores = shipped.read(document.signs)
        for layer in layers:
            decoder = NameDecoder(LAYERS[layer])
            gold = np.eye(len(LAYERS[layer]))[document.gold[layer]]
            said, wanted = set(decoder.spans(scores[layer])), set(decoder.spans(gold))
            right[layer] += len(said & wanted)
            both[layer] += len(said) + len(wanted)
    return {layer: 2 * right[layer] / max(1, both[layer]) for layer in layers}
