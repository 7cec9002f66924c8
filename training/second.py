"""The second stage: the branches, over the graph that the first stage exported.

The attribution branch learns from PolNeAR, and attributions inside others from our own corpus, whose annotators mark
them. The things branch learns first from GUM's entities and our own corpus, then from re3d, which is small.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import torch
from benchmarks.scoring_things import Report, read_re3d
from torch import Tensor, nn

from muniment.language.attribution import INNER
from training.branch import Branch, deep_head
from training.branch_train import BranchRecipe, Source, fit
from training.documents import ATTRIBUTION_LAYERS, HELP_LAYERS, LAYERS, THING_LAYERS, Below, Document
from training.export import export_branches
from training.re3d import FREE_PARTS

DEPTH: Final = {"attribution": 2, "things": 1}
ATTRIBUTION: Final = BranchRecipe(epochs=5, depth_rate=3e-4, head_rate=1e-3, budget=2000)
INSIDE: Final = BranchRecipe(epochs=40, depth_rate=0.0, head_rate=2e-3, budget=500)
GENERAL: Final = BranchRecipe(epochs=5, depth_rate=2e-4, head_rate=1e-3, budget=1000)
REPORTS: Final = BranchRecipe(epochs=30, depth_rate=4e-4, head_rate=2e-3, budget=600, warm_up=0.1)
# Of the general sources an epoch on re3d, so that what they taught is kept.
KEPT: Final = 0.05
# Every tenth passage of our own corpus measures.
HELD: Final = 10


@dataclass(slots=True)
class Second:
    """What the branches learn from: documents by source, and the state of the network below, where they start."""

    below: Below
    start: Mapping[str, Tensor]
    seed: int
    articles: list[Document] = field(default_factory=list)
    gum: list[Document] = field(default_factory=list)
    corpus: list[Document] = field(default_factory=list)
    held: list[Document] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)

    def read(self, corpora: Path, corpus: Path) -> None:
        """Read all sources through the network below."""
        self.articles = list(self.below.polnear(corpora / "polnear/train"))
        self.gum = list(self.below.gum(corpora / "ud-gum/train.conllu"))
        passages = list(self.below.corpus(corpus))
        self.corpus = [passage for place, passage in enumerate(passages) if place % HELD]
        self.held = passages[::HELD]
        self.reports = read_re3d(corpora / "re3d")

    def attribution(self) -> Branch:
        """Train and return the attribution branch."""
        branch = Branch({name: len(tags) for name, tags in ATTRIBUTION_LAYERS.items()}, DEPTH["attribution"])
        branch.start_from(self.start)
        fit(branch, [(self.articles, 1)], ATTRIBUTION, self.seed)
        return branch

    def inside(self, branch: Branch) -> None:
        """Teach the attribution branch what lies in contents; nothing that it knew changes."""
        passages = [_only(passage, ATTRIBUTION_LAYERS) for passage in self.corpus]
        some = [passage for passage in passages if any(tags.any() for tags in passage.gold.values())]
        torch.manual_seed(self.seed)
        for name in branch.heads:
            if name.startswith(INNER):
                branch.heads[name] = deep_head(len(ATTRIBUTION_LAYERS[name]))
        heads = nn.ModuleList(head for name, head in branch.heads.items() if name.startswith(INNER))
        fit(branch, [(some, 1), (passages, 0.1)], INSIDE, self.seed, heads)

    def general(self) -> Branch:
        """Train and return the things branch as it is before it sees re3d."""
        layers = THING_LAYERS | HELP_LAYERS
        branch = Branch({name: len(tags) for name, tags in layers.items()}, DEPTH["things"])
        branch.start_from(self.start)
        fit(branch, self._general(1), GENERAL, self.seed)
        return branch

    def _general(self, share: float) -> list[Source]:
        return [(self.gum, share), ([_only(passage, THING_LAYERS) for passage in self.corpus], share)]

    def things(self, general: Branch, reports: Sequence[Report], seed: int) -> Branch:
        """Return a copy of `general` that has learnt from `reports` too."""
        branch = deepcopy(general)
        documents = [self.below.report(report) for report in reports]
        fit(branch, [(documents, 1), *self._general(KEPT)], REPORTS, seed)
        return branch

    def free_reports(self) -> list[Report]:
        """Return the documents of re3d whose licence lets a shipped model learn from them."""
        return [report for report in self.reports if report.part in FREE_PARTS]


def _only(document: Document, layers: Mapping[str, object]) -> Document:
    gold = {layer: tags for layer, tags in document.gold.items() if layer in layers}
    return Document(document.name, document.analysis, document.signs, gold)


def ship(attribution: Branch, things: Branch, folder: Path) -> None:
    """Export the branches beside the graph in `folder`."""
    export_branches({attribution: tuple(ATTRIBUTION_LAYERS), things: tuple(THING_LAYERS)}, LAYERS, folder)


def branches(second: Second, work: Path, again: bool) -> tuple[Branch, Branch, Branch]:
    """Return the attribution branch, the things branch and its general form; with `again`, those that `work` keeps."""

    def kept(name: str, depth: int, layers: Mapping[str, Sequence[str]], make: Callable[[], Branch]) -> Branch:
        file = work / f"{name}.pt"
        if again and file.exists():
            branch = Branch({layer: len(tags) for layer, tags in layers.items()}, depth).eval()
            branch.load_state_dict(torch.load(file))
            return branch
        branch = make()
        torch.save(branch.state_dict(), file)
        return branch

    attribution = kept("attribution", DEPTH["attribution"], ATTRIBUTION_LAYERS, second.attribution)
    second.inside(attribution)
    layers = THING_LAYERS | HELP_LAYERS
    general = kept("general", DEPTH["things"], layers, second.general)
    things = kept("things", DEPTH["things"], layers,
                  lambda: second.things(general, second.free_reports(), second.seed))  # fmt: skip
    return attribution, things, general
