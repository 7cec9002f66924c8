"""Tasks with scorers of their own: typed things (re3d), attribution (PolNeAR), dates and times (TimeML)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from benchmarks.systems import Missing
from muniment.language import Analyser, load_analyser
from muniment.language.analyser import NeuralAnalyser
from muniment.language.spacy import SpacyAnalyser
from muniment.language.things import RE3D_TYPES


def thing_figures(analyser: Analyser, folder: Path) -> dict[str, float]:
    """Return the F1 of typed things together and by type; `folder` holds documents.jsonl and entities.jsonl."""
    from benchmarks import scoring_things as scoring

    counts: Counter[str] = Counter()
    for report in scoring.read_re3d(folder):
        found = _said(analyser, report.text, "things")
        said = [(one.start, one.end, RE3D_TYPES.get(one.type, one.type)) for one in found]
        counts += scoring.thing_counts(report.text, report.things, said)
    figures = scoring.thing_figures(counts)
    return {"F1": figures.pop("all", 0.0)} | figures


def attribution_figures(analyser: Analyser, folder: Path) -> dict[str, float]:
    """Return the F1 of tokens and spans of sources, cues and contents, and the share of links found."""
    from benchmarks import scoring_attribution as scoring

    counts: Counter[str] = Counter()
    for article in scoring.read_polnear(folder):
        counts += scoring.attribution_counts(article.text, article.said, _said(analyser, article.text, "attributions"))
    return scoring.attribution_figures(counts)


def date_figures(_: Analyser, folder: Path) -> dict[str, float]:
    """Return the figures of TempEval-3 over the TimeML files of a folder; dates are read by rules, without a model."""
    from benchmarks import scoring_dates as scoring

    found = scoring.date_figures(folder)
    names = {"strict_f1": "strict F1", "span_f1": "relaxed F1", "value_f1": "value F1", "value_accuracy": "values"}
    return {name: found[key] for key, name in names.items()}


def _said(analyser: Analyser, text: str, layer: str) -> Any:
    if isinstance(analyser, NeuralAnalyser):
        analyser = _branched()
    found = None if isinstance(analyser, SpacyAnalyser) else getattr(analyser.analyse([text])[0], layer, None)
    if found is None:
        raise Missing(f"this system says no {layer}")
    return found


@cache
def _branched() -> Analyser:
    """Return the packaged analyser with the branch that these tasks measure."""
    return load_analyser(threads=1, branch=True)


TASKS: Final[Mapping[str, Callable[[Analyser, Path], dict[str, float]]]] = {
    "things": thing_figures,
    "attribution": attribution_figures,
    "dates": date_figures,
}
