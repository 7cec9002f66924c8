"""Which example teaches and which one measures."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from training.data import CROSSNER_TYPES, SHORT_TYPES, Example, read_columns, read_trees
from training.re3d import read_re3d


@dataclass(slots=True)
class Splits:
    """Sentences that teach, and held-out ones by the name of their part."""

    trees: list[Example] = field(default_factory=list)
    names: list[Example] = field(default_factory=list)
    tree_dev: dict[str, list[Example]] = field(default_factory=dict)
    name_dev: dict[str, list[Example]] = field(default_factory=dict)
    name_test: dict[str, list[Example]] = field(default_factory=dict)


def make_splits(paths: dict[str, Path]) -> Splits:
    """Return the split of the declared sources. A part that measures never teaches."""
    gum_dev = read_trees(paths["ud-gum/dev.conllu"], entities=True)
    crossner = {
        part: read_columns(paths[f"crossner-politics/{part}.txt"], 0, 1, CROSSNER_TYPES, closed=True)
        for part in ("train", "dev", "test")
    }
    wikigold = read_columns(paths["wikigold/wikigold.conll.txt"], 0, 1, SHORT_TYPES, closed=True)
    uner = read_columns(paths["uner-ewt/dev.iob2"], 1, 2, SHORT_TYPES, closed=False)
    documents = {name: place for place, name in enumerate(dict.fromkeys(e.document for e in uner))}
    uner_held = [e for e in uner if documents[e.document] % 4 == 3]
    re3d = read_re3d(paths["re3d/documents.jsonl"].parent)
    reports = {name: place for place, name in enumerate(dict.fromkeys(e.document for e in re3d))}
    gum = read_trees(paths["ud-gum/train.conllu"], entities=True)
    return Splits(
        # News is our domain and a small part of GUM: it is read twice an epoch.
        trees=read_trees(paths["ud-ewt/train.conllu"]) + gum + [e for e in gum if "_news_" in e.document],
        # Politics is our domain and its training part is small: it is read twice an epoch.
        names=2 * (crossner["train"] + [e for place, e in enumerate(crossner["dev"]) if place % 3 != 2])
        + [e for place, e in enumerate(wikigold) if place % 10 != 9]
        + [e for e in uner if documents[e.document] % 4 != 3]
        + [e for e in re3d if reports[e.document] % 5 != 4],
        tree_dev={
            "ewt dev": read_trees(paths["ud-ewt/dev.conllu"]),
            "gum dev": gum_dev,
            "gum dev news": [e for e in gum_dev if "_news_" in e.document],
        },
        name_dev={
            "crossner politics dev, held third": crossner["dev"][2::3],
            "wikigold, held tenth": wikigold[9::10],
            "uner dev, held quarter": uner_held,
            "gum dev": gum_dev,
            "re3d, held fifth": [e for e in re3d if reports[e.document] % 5 == 4],
        },
        name_test={
            "crossner politics test": crossner["test"],
            "uner test": read_columns(paths["uner-ewt/test.iob2"], 1, 2, SHORT_TYPES, closed=False),
        },
    )
