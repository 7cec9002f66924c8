"""Writes the model card: what the model is, learnt from, scores, and cannot do."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from benchmarks.language import name_figures, raw_figures, read_conllu, tree_figures

from muniment.language.analyser import NeuralAnalyser
from muniment.language.model import Model
from training.data import SOURCES, Example
from training.splits import Splits
from training.train import Recipe

CARD = """# Model card: the language model of Muniment

Version {version}. Written by `python -m training`; do not edit.

One network reads each sentence once and says, for every word, its universal and Penn part-of-speech tag, its head and
relation in the dependency tree (Universal Dependencies v2, English subtypes), and whether it belongs to the name of a
person, an organisation, a place or something else (nationalities, events, works).

- Encoder: all-MiniLM-L6-v2 (6 layers, 384 wide, lower case), {encoder_licence}, fine-tuned, with an embedding of
  letter shapes added. Heads: biaffine parser, linear taggers, BIOES names.
- File: one ONNX graph, weights in seven bits, activations quantised as it runs; {size:.1f} MB;
  SHA-256 `{sha256}`.
- Training: {epochs} epochs, rates {encoder_rate} (encoder) and {head_rate} (heads), seed {seed}; {trees} sentences with
  trees, {names} with names; about 40 minutes on four processor cores.

## Learnt from

| source | use | licence | SHA-256 |
|---|---|---|---|
{sources}

No sentence of these corpora is shipped; the weights are facts about them. Attribution is owed to their makers: the
Universal Dependencies English-EWT and English-GUM teams, Universal NER, CrossNER, Wikigold, re3d (Dstl), and the
authors of MiniLM and Sentence Transformers.

## Scores

Through the shipped graph and decoder, words given. LAS counts labels with subtypes and punctuation.

| held-out part | UAS | LAS | UPOS | XPOS | lemma |
|---|---|---|---|---|---|
{tree_rows}

Names, F1 of whole spans with their type:

| held-out part | all | person | organisation | place | other |
|---|---|---|---|---|---|
{name_rows}

From raw text, F1:

| part | words | sentences |
|---|---|---|
{raw_rows}

Development parts chose the recipe; the parts called test were measured and chose nothing.

## Limits

- English news and Wikipedia prose is what it knows. Headlines, tables, verse, chat and translated bulletins are read
  worse; other languages are read as if they were English.
- Sentences beyond 200 word pieces are read in parts; relations across the cut are lost.
- Names: the corpora disagree on what an organisation is and on where a name ends ("Norway's defence ministry",
  parties and their members, governments meant by a capital's name). "other" is a mixed bag. Titles in front of persons
  are sometimes part of the span.
- Names of people from places that Wikipedia and American web text seldom write about are found less often. Nobody
  has measured by how much.
- It says what a sentence says, not whether it is true.
"""


def write_card(folder: Path, corpora: Path, splits: Splits, recipe: Recipe, threads: int = 4) -> None:
    """Measure the model in `folder` and write `MODEL_CARD.md` beside it."""
    about = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    declared = tomllib.loads(SOURCES.read_text(encoding="utf-8"))
    analyser = NeuralAnalyser(Model(folder, threads))
    text = CARD.format(
        version=about["version"],
        sha256=about["sha256"],
        encoder_licence=declared["encoder"]["licence"],
        size=(folder / "model.onnx").stat().st_size / 1e6,
        epochs=recipe.epochs,
        encoder_rate=recipe.encoder_rate,
        head_rate=recipe.head_rate,
        seed=recipe.seed,
        trees=f"{len(splits.trees):,}",
        names=f"{len(splits.names):,}",
        sources="\n".join(
            f"| {source['name']} | {source['use']} | {source['licence']} | `{source['sha256'][:12]}` |"
            for source in declared["source"]
        ),
        tree_rows=_tree_rows(analyser, corpora),
        name_rows=_name_rows(analyser, splits),
        raw_rows=_raw_rows(corpora),
    )
    (folder / "MODEL_CARD.md").write_text(text, encoding="utf-8")


def _row(title: str, cells: list[float | None]) -> str:
    return f"| {title} | " + " | ".join("" if cell is None else f"{cell:.3f}" for cell in cells) + " |"


def _tree_rows(analyser: NeuralAnalyser, corpora: Path) -> str:
    rows = []
    for title, file in (("EWT dev", "ud-ewt/dev.conllu"), ("GUM dev", "ud-gum/dev.conllu")):
        corpus = list(read_conllu(corpora / file))
        parts = {title: corpus}
        if "GUM" in title:
            parts["GUM dev, news"] = [gold for gold in corpus if "_news_" in gold.document]
        for name, part in parts.items():
            figures = tree_figures(analyser, part)
            rows.append(_row(name, [figures[key] for key in ("UAS", "LAS", "UPOS", "XPOS", "lemma")]))
    return "\n".join(rows)


def _raw_rows(corpora: Path) -> str:
    rows = []
    for title, file in (("EWT dev", "ud-ewt/dev.conllu"), ("GUM dev", "ud-gum/dev.conllu")):
        figures = raw_figures(list(read_conllu(corpora / file)))
        rows.append(_row(title, [figures["tokens F1"], figures["sentences F1"]]))
    return "\n".join(rows)


def _name_rows(analyser: NeuralAnalyser, splits: Splits) -> str:
    rows = []
    for title, examples in (splits.name_dev | splits.name_test).items():
        closed = examples[0].closed
        kinds = ("person", "organisation", "place", *(("other",) if closed else ()))
        figures = name_figures(analyser, [_given(example) for example in examples], kinds)
        rows.append(_row(title, [figures.get(key) for key in ("all", "person", "organisation", "place", "other")]))
    return "\n".join(rows)


def _given(example: Example) -> tuple[list[str], set[tuple[int, int, str]]]:
    return example.words, set(example.names or ())
