"""Fits `Claim.confidence` on annotated reporting and shows how far it can be trusted.

    python -m training.confidence --gold ../shared/gold

Writes `src/muniment/claims/confidence.json` and the tables of `docs/reference/confidence.md`. It is to be run again
whenever frames change (`make confidence`). The weights are fitted on `train/`; `dev` has no part in them.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
from benchmarks.annotated import FOLDS, Annotated, annotated, training_sets
from benchmarks.folds import INVENTED, REAL

from muniment.claims.confidence import signs
from muniment.pipeline.calibration import curve, error
from muniment.pipeline.extractor import load_shipped
from muniment.schema.claim import Claim

Floats: TypeAlias = npt.NDArray[np.float64]
Outcome: TypeAlias = tuple[Floats, npt.NDArray[np.bool_]]  # what is said, whether it is right
Chance: TypeAlias = Callable[[Claim], float]

ROOT: Final = Path(__file__).parent.parent
WEIGHTS: Final = ROOT / "src/muniment/claims/confidence.json"
PAGE: Final = ROOT / "docs/reference/confidence.md"
# Chosen by the log-loss of the held-out folds among 1, 2, 4, 8 and 16: `--ridge` tries another.
RIDGE: Final = 8.0
SELDOM: Final = 3  # a sign of fewer claims gets no weight
SLIGHT: Final = 0.01  # a weight below it is not written
STEPS: Final = 25
ASKED: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim, the fold of its story, and whether gold has it; what annotators marked borderline is no example."""

    fold: int
    claim: Claim
    right: bool


def judged(read: Annotated) -> list[Judged]:
    """Return the claims of a set as the scorer judges them."""
    outcome = read.score()
    made = [(claim, True) for _, claim in outcome.found] + [(claim, False) for claim in outcome.wrong]
    return [Judged(read.fold(claim), read.claims[claim["id"]], right) for claim, right in made]


def fit(examples: Sequence[Judged], ridge: float) -> tuple[float, dict[str, float]]:
    """Return base and weights of a logistic regression with a ridge, by Newton's method."""
    counts = Counter(sign for one in examples for sign in signs(one.claim))
    names = sorted(sign for sign, count in counts.items() if count >= SELDOM)
    place = {sign: column + 1 for column, sign in enumerate(names)}
    x = np.zeros((len(examples), len(names) + 1))
    x[:, 0] = 1
    for row, one in enumerate(examples):
        x[row, [place[sign] for sign in signs(one.claim) if sign in place]] = 1
    y = np.array([one.right for one in examples], dtype=float)
    penalty = np.full(len(names) + 1, ridge)
    penalty[0] = 1e-6
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - y) + penalty * weights
        curve = (x.T * (chance * (1 - chance))) @ x + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return float(weights[0]), dict(zip(names, weights[1:].tolist(), strict=True))


def chance_by(base: float, weights: dict[str, float]) -> Chance:
    """Return what the model says of a claim."""
    return lambda claim: float(1 / (1 + np.exp(-base - sum(weights.get(sign, 0.0) for sign in signs(claim)))))


def held_out(examples: Sequence[Judged], ridge: float) -> Outcome:
    """Return the chances that models say which have not seen the story, and what is right."""
    folds = []
    for fold in range(FOLDS):
        say = chance_by(*fit([one for one in examples if one.fold != fold], ridge))
        folds.append(said(say, [one for one in examples if one.fold == fold]))
    return np.concatenate([chances for chances, _ in folds]), np.concatenate([right for _, right in folds])


def said(say: Chance, examples: Sequence[Judged]) -> Outcome:
    """Return what a model says of claims, and what is right."""
    return np.array([say(one.claim) for one in examples]), np.array([one.right for one in examples], dtype=np.bool_)


def quality(chances: Floats, right: npt.NDArray[np.bool_]) -> dict[str, float]:
    """Return Brier score, log-loss, area under the ROC curve, and expected calibration error."""
    safe = np.clip(chances, 1e-6, 1 - 1e-6)
    ranks = chances.argsort(kind="stable").argsort() + 1
    wins = ranks[right].sum() - right.sum() * (right.sum() + 1) / 2
    return {
        "Brier score": float(((chances - right) ** 2).mean()),
        "log-loss": float(-np.where(right, np.log(safe), np.log(1 - safe)).mean()),
        "AUC": float(wins / max(1, right.sum() * (~right).sum())),
        "calibration error": error(curve(pairs_of(chances, right))),
    }


def pairs_of(chances: Floats, right: npt.NDArray[np.bool_]) -> list[tuple[float, bool]]:
    """Return both as plain pairs."""
    return list(zip(chances.tolist(), right.tolist(), strict=True))


def drawn(chances: Floats, right: npt.NDArray[np.bool_]) -> str:
    """Return the calibration curve as a table, a bar for the share that is right."""
    lines = ["| says | claims | says on average | right | |", "|---|---:|---:|---:|---|"]
    lines += [
        f"| {each.low:.2f}–{each.high:.2f} | {each.claims} | {each.says:.2f} | {each.right:.2f} "
        f"| `{'█' * round(20 * each.right):<20}` |"
        for each in curve(pairs_of(chances, right))
    ]
    return "\n".join(lines)


def asked(chances: Floats, right: npt.NDArray[np.bool_], gold: int) -> str:
    """Return what a user gets who asks for a confidence."""
    lines = ["| at least | claims | precision | recall | F1 |", "|---|---:|---:|---:|---:|"]
    for least in ASKED:
        kept = chances >= least
        precision, recall = right[kept].mean(), right[kept].sum() / gold
        f1 = 2 * precision * recall / (precision + recall)
        lines.append(f"| {least:.2f} | {kept.sum()} | {precision:.2f} | {recall:.2f} | {f1:.2f} |")
    return "\n".join(lines)


def write_page(tables: dict[str, str]) -> None:
    """Put the tables between their marks on the page; the rest of it stays."""
    page = PAGE.read_text(encoding="utf-8")
    for name, table in tables.items():
        page, found = re.subn(
            rf"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)",
            lambda _, table=table: table + "\n",
            page,
            flags=re.DOTALL,
        )
        if not found:
            raise SystemExit(f"{PAGE} has no place for {name!r}.")
    PAGE.write_text(page, encoding="utf-8")


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared/gold", help="folder of the annotated sets")
    parser.add_argument("--ridge", type=float, default=RIDGE, help="try another (with --dry)")
    parser.add_argument("--dry", action="store_true", help="print, write nothing")
    options = parser.parse_args()
    extract = load_shipped()
    train = list(training_sets(options.gold, REAL + INVENTED, extract))
    dev = annotated("dev", options.gold / "dev", options.gold / "dev.jsonl", extract)
    examples = [one for each in train for one in judged(each)]
    base, weights = fit(examples, options.ridge)
    tables = _tables("train", held_out(examples, options.ridge), sum(each.score().total.gold for each in train))
    tables |= _tables("dev", said(chance_by(base, weights), judged(dev)), dev.score().total.gold)
    print("\n\n".join(f"{name}\n{table}" for name, table in tables.items()))
    if options.dry:
        return
    kept = {sign: round(weight, 3) for sign, weight in weights.items() if abs(weight) >= SLIGHT}
    data = {"claims": len(examples), "base": round(base, 3), "weights": kept}
    WEIGHTS.write_text(json.dumps(data, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    write_page(tables)


def _tables(name: str, outcome: Outcome, gold: int) -> dict[str, str]:
    """Return what the page shows of one set, by the marks there."""
    chances, right = outcome
    figures = ", ".join(f"{key} {value:.3f}" for key, value in quality(chances, right).items())
    return {
        f"quality-{name}": f"{len(right)} claims, {right.mean():.2f} of them right; {figures}.",
        f"curve-{name}": drawn(chances, right),
        f"asked-{name}": asked(chances, right, gold),
    }


if __name__ == "__main__":
    main()
