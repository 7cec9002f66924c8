"""Fits what chooses the topic of a statement (the cell `about` of positions) on annotated reporting.

    python -m training.topics --gold ../shared/gold

Writes `src/muniment/claims/speech/about.json` and prints how often the choice is right in five folds of stories. It is
to be run again when the features of `claims/speech/topics.py` or `content.py` change.
"""

from __future__ import annotations

import argparse
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
from benchmarks.annotated import FOLDS, fold_of

from muniment.claims.reading import Reading
from muniment.claims.speech.attribution import find_statements
from muniment.claims.speech.belonging import Belonging
from muniment.claims.speech.ranking import Candidate, Ranker
from muniment.claims.speech.statements import Statement
from muniment.claims.speech.topics import Topics
from muniment.intake import iter_sources, to_document
from muniment.language import load_analyser
from muniment.pipeline.matching import cells_agree
from muniment.pipeline.score import read_claims

Floats: TypeAlias = npt.NDArray[np.float64]

ROOT: Final = Path(__file__).parent.parent
WEIGHTS: Final = ROOT / "src/muniment/claims/speech/about.json"
# Chosen by the share of right choices in the folds among 0.3, 1, 2 and 5.
RIDGE: Final = 2.0
SELDOM: Final = 5  # a feature of fewer candidates gets no weight
# From this chance on a topic is given. In the folds 0.45 and 0.5 give the same best F1 over the cells of positions;
# 0.5 is right more often.
THRESHOLD: Final = 0.5
STEPS: Final = 300
RATE: Final = 0.05
SHOWN: Final = (0.0, 0.3, 0.4, 0.5)


@dataclass(frozen=True, slots=True)
class Example:
    """A statement's candidates, and which of them gold would take; `story` names set and document."""

    story: str
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]

    @property
    def fold(self) -> int:
        """The same for every statement of a story, whatever else is read."""
        return fold_of(self.story)


def examples_of(name: str, folder: Path, gold: Path) -> Iterator[Example]:
    """The statements of one annotated set that answer a position of gold."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in read_claims(gold):
        if row["register"] == "positions" and "about" in row["cells"]:
            rows.setdefault(row["doc"], []).append(dict(row))
    analyser = load_analyser()
    for source in iter_sources([str(folder)], io.BytesIO()):
        document = to_document(source)
        furniture = [(mark.span.start, mark.span.end) for mark in document.furniture]
        reading = Reading(document, analyser.analyse([document.text], [furniture])[0])
        statements = [each for each in find_statements(reading) if each.claimable]
        belonging, topics = Belonging(reading), Topics(reading, statements)
        for statement in statements:
            about = _about(rows.get(document.name, []), statement, document.text)
            if about:
                found = tuple(topics.candidates(statement, belonging.of(statement.speaker)))
                right = tuple(cells_agree("positions", "about", about, each.value) for each in found)
                yield Example(f"{name} {document.name}", found, right)


def _about(rows: Sequence[dict[str, Any]], statement: Statement, text: str) -> str:
    """What gold says that a statement is about: of the position with the same speaker and most of the same words, ""
    where gold has none."""
    content = " ".join(statement.content.of(text).split())
    for row in rows:
        cells = row["cells"]
        same = cells_agree("positions", "speaker", cells.get("speaker", ""), statement.speaker.value)
        if same and cells_agree("positions", "content", cells.get("content", ""), content):
            return str(cells["about"])
    return ""


def fit(examples: Sequence[Example], ridge: float = RIDGE) -> dict[str, float]:
    """Weights that make right candidates likely: gradient descent (Adam) on the conditional log-likelihood of a right
    candidate, with a ridge. Deterministic."""
    usable = [each for each in examples if any(each.right)]
    counts = Counter(name for each in usable for candidate in each.candidates for name in candidate.features)
    names = sorted(name for name, count in counts.items() if count >= SELDOM)
    column = {name: place for place, name in enumerate(names)}
    sizes = [len(each.candidates) for each in usable]
    x = np.zeros((sum(sizes), len(names)))
    for row, candidate in enumerate(candidate for each in usable for candidate in each.candidates):
        for name, value in candidate.features.items():
            if name in column:
                x[row, column[name]] = value
    right = np.array([flag for each in usable for flag in each.right], dtype=float)
    return dict(zip(names, _descend(x, right, np.array(sizes), ridge).tolist(), strict=True))


def _descend(x: Floats, right: Floats, sizes: npt.NDArray[np.int64], ridge: float) -> Floats:
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)
    weights, first, second = np.zeros((3, x.shape[1]))
    for step in range(1, STEPS + 1):
        scores = x @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        chance = raised / np.add.reduceat(raised, starts)[group]
        wanted = raised * right
        wanted = wanted / (np.add.reduceat(wanted, starts)[group] + 1e-12)
        slope = x.T @ (chance - wanted) + ridge * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        rate = RATE if step <= STEPS * 2 // 3 else RATE / 5
        weights = weights - rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def held_out(examples: Sequence[Example]) -> list[tuple[str, float, bool]]:
    """Story, chance and whether the choice is right, by weights that have not seen the story."""
    found = []
    for fold in range(FOLDS):
        ranker = Ranker(fit([each for each in examples if each.fold != fold]), 0.0)
        for each in examples:
            if each.fold == fold and (choice := ranker.choose(each.candidates)) is not None:
                found.append((each.story, choice.chance, each.right[each.candidates.index(choice.candidate)]))
    return found


def report(choices: Sequence[tuple[str, float, bool]]) -> str:
    """One line for all sets and one a set: statements, the share of choices that are right, and given / right from
    several chances on."""
    lines = []
    for name in ("all", *sorted({story[0] for story, _, _ in choices})):
        some = [choice for choice in choices if name in {"all", choice[0][0]}]
        line = f"{name:4}{len(some):5} statements, {sum(right for *_, right in some) / len(some):.3f} right;"
        for least in SHOWN[1:]:
            given = [right for _, chance, right in some if chance >= least]
            line += f"  from {least}: {sum(given)} of {len(given)}"
        lines.append(line)
    return "\n".join(lines)


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared/gold", help="folder of the annotated sets")
    parser.add_argument("--sets", default="", help="letters of the sets to learn from (default: all)")
    parser.add_argument("--dry", action="store_true", help="print, write nothing")
    options = parser.parse_args()
    train = options.gold / "train"
    names = list(options.sets) or sorted(file.stem for file in train.glob("?.jsonl"))
    examples = [each for name in names for each in examples_of(name, train / name, train / f"{name}.jsonl")]
    print(report(held_out(examples)))
    if not options.dry:
        kept = {name: round(weight, 3) for name, weight in fit(examples).items() if abs(weight) >= 0.01}
        data = {"statements": len(examples), "threshold": THRESHOLD, "weights": kept}
        WEIGHTS.write_text(json.dumps(data, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
