"""Writes the model card: what the model is, learnt from, scores, and cannot do."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.names import name_figures
from benchmarks.scoring_attribution import ROLES
from benchmarks.scoring_things import SEEDS
from benchmarks.ud import raw_figures, read_conllu, tree_figures

from muniment.language.analyser import NeuralAnalyser
from muniment.language.attribution import INNER
from muniment.language.branch import FILE
from muniment.language.model import Model
from muniment.language.things import RE3D_TYPES
from training.data import SOURCES, Example
from training.measure import attribution_figures, layer_figures
from training.network import STATE_LAYER
from training.second import DEPTH, Second
from training.splits import Splits
from training.train import Recipe

Halves = list[dict[str, float]]

CARD = """# Model card: the language model of Muniment

Version {version}. Written by `python -m training`; do not edit.

One network reads each sentence once and says, for every word, its universal and Penn part-of-speech tag, its head and
relation in the dependency tree (Universal Dependencies v2, English subtypes), and whether it belongs to the name of a
person, an organisation, a place or something else (nationalities, events, works). Two branches read on from its states,
in windows of several sentences, where they are asked for: one finds who is said to have said what (source, cue,
content), the other typed things, named or described.

- Encoder: all-MiniLM-L6-v2 (6 layers, 384 wide, lower case), {encoder_licence}, fine-tuned, with an embedding of
  letter shapes added. Heads: biaffine parser, linear taggers, BIOES names.
- Branches: the network below is frozen; its states of layer {state_layer} and of the last, its own tags and tree, quote
  marks and word lists go in; {attribution_depth} layers (attribution) and {things_depth} (things), begun from the
  encoder's upper ones. Heads: BIOES tags, a layer of them for each of source, cue, content, the same again for
  attributions that lie in a content, things that lie in no other and those that do, things of our own corpus.
- Files: `model.onnx` ({size:.1f} MB, SHA-256 `{sha256}`) and
  `branch.onnx` ({branch_size:.1f} MB, SHA-256 `{branch}`); weights in
  seven bits, activations quantised as they run. Pieces of other scripts than Latin are left out. `boundaries.bin`
  (0.1 MB) says where sentences end in raw text: logistic regression, learnt from the trees' texts and from prose.
- Training: {epochs} epochs, rates {encoder_rate} (encoder) and {head_rate} (heads), seed {seed}; {trees} sentences with
  trees, {names} with names; about 40 minutes on four processor cores. Then the branches: {articles:,} annotations of
  articles, {gum} documents of GUM, {passages:,} passages of our own, {reports} reports; about as long again.

## Learnt from

| source | use | licence | SHA-256 |
|---|---|---|---|
{sources}

No sentence of these corpora is shipped; the weights are facts about them. Attribution is owed to their makers: the
Universal Dependencies English-EWT and English-GUM teams, Universal NER, CrossNER, Wikigold, re3d (Dstl), PolNeAR
(Newell, Margolin and Ruths, 2018), and the authors of MiniLM and Sentence Transformers.

## Scores

Through the shipped graph and decoder, words given. LAS counts labels with subtypes and punctuation.

| held-out part | UAS | LAS | UPOS | XPOS | lemma |
|---|---|---|---|---|---|
{tree_rows}

Names, F1 of whole spans with their type:

| held-out part | all | person | organisation | place | other |
|---|---|---|---|---|---|
{name_rows}

From raw text, F1 by the evaluation of CoNLL 2018:

| part | tokens | sentences | LAS |
|---|---|---|---|
{raw_rows}

Attribution, from raw text (`benchmarks/scoring_attribution.py`); links: attributions whose content and source are both
touched by one of ours:

| part | measure | all | source | cue | content |
|---|---|---|---|---|---|
{attribution_rows}

Two annotators of one article agree to .886 (tokens) and .728 (spans) on PolNeAR's training part.

Things, from raw text (`benchmarks/scoring_things.py`), F1 of exact spans with re3d's type, nested ones too. The whole
of re3d in five random splits, half of the documents taught and half measured; the shipped branch learnt from all five
parts whose licence allows it:

| half | {half_heads} |
|---|{half_rule}
{half_rows}

Our own corpus, the tenth passages held out (words given; made by the same hands and grammar, so a check, no forecast):
things {own:.3f}; attributions in others: source {inside_source:.3f}, cue {inside_cue:.3f}, content
{inside_content:.3f}.

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
- Attribution: learnt from United States political news of 2015 and 2016; its annotators passed over much that others
  mark. Attributions in others were learnt from our own sentences only. Sources that pronouns name are not resolved.
- Things: re3d is small and noisy, and all of it on Syria and Iraq; weapons, platforms and vehicles are few there.
  Facilities, events and laws were learnt from our own sentences only.
- It says what a sentence says, not whether it is true.
"""


def write_card(
    folder: Path, corpora: Path, splits: Splits, recipe: Recipe, second: Second, halves: Halves, threads: int = 4
) -> None:
    """Measure the model in `folder` and write `MODEL_CARD.md` beside it; `halves` are the figures of re3d's splits."""
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
        raw_rows=_raw_rows(analyser, corpora),
        **_second(folder, corpora, second, halves),
    )
    (folder / "MODEL_CARD.md").write_text(text, encoding="utf-8")


def _second(folder: Path, corpora: Path, second: Second, halves: Halves) -> dict[str, Any]:
    """Return the values of the card that tell of the branches."""
    about = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    said = attribution_figures(folder, corpora / "polnear/dev")
    own = layer_figures(folder, second.held, ("own", *(INNER + role for role in ROLES)))
    kinds = ["all", *(kind for kind in RE3D_TYPES.values() if any(kind in figures for figures in halves))]
    mean = {kind: fmean(figures.get(kind, 0.0) for figures in halves) for kind in kinds}
    rows = [(str(seed), figures) for seed, figures in zip(SEEDS, halves, strict=True)] + [("mean", mean)]
    return {
        "branch": about["branch"],
        "branch_size": (folder / FILE).stat().st_size / 1e6,
        "state_layer": STATE_LAYER,
        **{f"{name}_depth": depth for name, depth in DEPTH.items()},
        "articles": len(second.articles),
        "gum": len(second.gum),
        "passages": len(second.corpus),
        "reports": len(second.free_reports()),
        "attribution_rows": "\n".join(
            _row(f"PolNeAR dev | {kind}s", [said[f"{kind}{role} F1"] for role in ("", *(f" {role}" for role in ROLES))])
            for kind in ("token", "span")
        )
        + "\n"
        + _row("PolNeAR dev | links found", [said["links"], None, None, None]),
        "half_heads": " | ".join(kinds),
        "half_rule": "---|" * len(kinds),
        "half_rows": "\n".join(_row(title, [figures.get(kind) for kind in kinds]) for title, figures in rows),
        "own": own["own"],
        **{f"inside_{role}": own[INNER + role] for role in ROLES},
    }


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


def _raw_rows(analyser: NeuralAnalyser, corpora: Path) -> str:
    rows = []
    for title, file in (("EWT dev", "ud-ewt/dev.conllu"), ("GUM dev", "ud-gum/dev.conllu")):
        figures = raw_figures(analyser, read_conllu(corpora / file))
        rows.append(_row(title, [figures["tokens"], figures["sentences"], figures["LAS"]]))
    return "\n".join(rows)


def _name_rows(analyser: NeuralAnalyser, splits: Splits) -> str:
    rows = []
    for title, examples in (splits.name_dev | splits.name_test).items():
        closed = examples[0].closed
        kinds = ("person", "organisation", "place", *(("other",) if closed else ()))
        figures = name_figures(analyser, [_given(example) for example in examples], kinds)
        rows.append(_row(title, [figures.get(key) for key in ("F1", "person", "organisation", "place", "other")]))
    return "\n".join(rows)


def _given(example: Example) -> tuple[list[str], set[tuple[int, int, str]]]:
    return example.words, set(example.names or ())
