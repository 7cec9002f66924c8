"""`python -m training`: make the model again from the declared inputs, trees and names first, then the branches.

Run from the repository's root with `src` on PYTHONPATH (or the package installed) and the packages of the extra
`training`. See `training/README.md`.
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
from training import boundaries
from training.batches import Batcher, Labels
from training.card import write_card
from training.data import SOURCES, checked_sources
from training.documents import Below
from training.evaluate import name_figures, tree_figures
from training.export import export
from training.measure import halves_figures
from training.network import Network
from training.second import Second, branches, ship
from training.splits import Splits, make_splits
from training.swap import Swapper
from training.train import Recipe, train

VERSION = "1.1.0"


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
    parser.add_argument("--from-epoch", type=int, metavar="N", help="take the first stage from this epoch of --work")
    parser.add_argument("--keep-branches", action="store_true", help="take the branches that --work has already")
    return parser.parse_args(arguments)


def first_stage(options: argparse.Namespace, recipe: Recipe, splits: Splits, labels: Labels, encoder: Path) -> Network:
    """Return the network of trees and names, trained or from a checkpoint."""
    torch.manual_seed(recipe.seed)
    network = Network(len(labels.upos), len(labels.xpos), len(labels.deprels), len(labels.names))
    if options.from_epoch:
        network.load_state_dict(torch.load(options.work / f"epoch{options.from_epoch}.pt"))
        return network
    batcher = Batcher(Pieces(encoder / "tokenizer.json"), labels, Swapper(splits.trees + splits.names))
    network.encoder.load_pretrained(encoder / "model.safetensors")
    print(f"{len(splits.trees)} trees, {len(splits.names)} sentences with names", flush=True)
    train(network, batcher, splits.trees, splits.names, recipe, options.work,
          after_epoch=lambda epoch: dev_figures(network, batcher, splits))  # fmt: skip
    return network


def main() -> None:
    """Train, export, measure, write the card; the first stage leaves a checkpoint and a line of figures an epoch."""
    options = options_of()
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    encoder = encoder_folder()
    sources = checked_sources(options.corpora)
    boundaries.make(sources, options.out / boundaries.FILE.name)
    splits = make_splits(sources)
    labels = Labels.of(splits.trees)
    recipe = replace(Recipe(), epochs=options.epochs, seed=options.seed)
    network = first_stage(options, recipe, splits, labels, encoder)
    export(network, labels, encoder / "tokenizer.json", options.out, VERSION)
    second = Second(Below(options.out, options.threads), network.state_dict(), recipe.seed)
    second.read(options.corpora, sources["corpus/corpus.jsonl"])
    attribution, things, general = branches(second, options.work, options.keep_branches)
    ship(attribution, things, options.out)
    halves = halves_figures(second, (attribution, general), options.out, options.work, options.keep_branches)
    write_card(options.out, options.corpora, splits, recipe, second, halves, options.threads)


if __name__ == "__main__":
    main()
