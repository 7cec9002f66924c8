"""The measure: how many of the claims a careful researcher would enter were found, and how many found are right.

A predicted claim can answer a gold claim of the same document and register where their evidence overlaps.
Pairs are made one to one, best first, by the cells that agree:

- claims: a pair counts as found where at least half of the cells of both sides together agree;
- cells: every cell of every claim counts, the agreeing cells of found pairs over all;
- source, modality, date: the share of found pairs where they agree (date only where gold gives one).

Gold claims marked "borderline" (a second careful researcher might leave them out) neither reward nor punish.
Evidence that is no verbatim part of its document is invented: it counts as a wrong claim and is counted apart.
Claims are compared as they are exported, so that a file of any other program can be measured too.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

from muniment.errors import NotFound, UsageError
from muniment.pipeline.matching import HALF, cells_agree, dates_agree, names_agree, texts_agree

Exported: TypeAlias = Mapping[str, Any]
"""A claim as export writes it: doc, register, evidence, cells, source, modality, date, perhaps start and end."""
TextOf: TypeAlias = Callable[[str], str | None]
"""The text of the document of that name, None where there is none."""

TOTAL: Final = "ALL"


@dataclass(slots=True)
class Counts:
    """What was counted for one register."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    gold_cells: int = 0
    predicted_cells: int = 0
    same_cells: int = 0
    source_right: int = 0
    modality_right: int = 0
    dated: int = 0
    date_right: int = 0

    def add(self, other: Counts) -> None:
        """Adds another register's counts to these."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    @property
    def claims(self) -> tuple[float, float, float]:
        """Precision, recall and F1 over claims."""
        return _prf(self.found, self.predicted, self.gold)

    @property
    def cells(self) -> tuple[float, float, float]:
        """Precision, recall and F1 over cells."""
        return _prf(self.same_cells, self.predicted_cells, self.gold_cells)

    def row(self, name: str) -> dict[str, Any]:
        """One line of the table, rounded for people and for comparison between releases."""
        return {
            "register": name,
            "gold": self.gold,
            "pred": self.predicted,
            "claims": [round(share, 3) for share in self.claims],
            "cells": [round(share, 3) for share in self.cells],
            "source": _share(self.source_right, self.found),
            "modality": _share(self.modality_right, self.found),
            "date": _share(self.date_right, self.dated),
        }


@dataclass(slots=True)
class Score:
    """The outcome: counts by register, and the claims to look at."""

    registers: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    invented: int = 0
    missed: list[Exported] = field(default_factory=list)
    wrong: list[Exported] = field(default_factory=list)
    found: list[tuple[Exported, Exported]] = field(default_factory=list)

    @property
    def total(self) -> Counts:
        """All registers together, each claim with the same weight."""
        total = Counts()
        for counts in self.registers.values():
            total.add(counts)
        return total

    def rows(self) -> list[dict[str, Any]]:
        """A row per register in alphabetical order, then the total."""
        named = [counts.row(name) for name, counts in sorted(self.registers.items())]
        return [*named, self.total.row(TOTAL)]


def score(gold: Iterable[Exported], predicted: Iterable[Exported], text_of: TextOf, register: str = "") -> Score:
    """Measures `predicted` against `gold`; only one register where it is named."""
    locate = _Locator(text_of)
    outcome = Score()
    groups: dict[tuple[str, str], tuple[list[_Located], list[_Located]]] = defaultdict(lambda: ([], []))
    for side, claims in enumerate((gold, predicted)):
        for claim in claims:
            if register and claim["register"] != register:
                continue
            where = locate(claim)
            outcome.invented += side == 1 and where is None
            groups[claim["doc"], claim["register"]][side].append(_Located(claim, where))
    for (_, name), (expected, made) in groups.items():
        _score_group(expected, made, outcome.registers[name], outcome)
    return outcome


def read_claims(path: Path) -> list[Exported]:
    """The claims of a JSON Lines file. Raises UsageError with the line that is no claim."""
    claims: list[Exported] = []
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}.", "Give a JSON Lines file in UTF-8.") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            claims.append(_claim_of_line(line, f"{path}:{number}"))
    return claims


def texts_in(folder: Path) -> TextOf:
    """Texts by document name from `folder`: `<name>.txt`, else the first `<name>_*.txt`."""
    if not folder.is_dir():
        raise NotFound(f"{folder} is no folder.", "Name the folder that holds the texts as <document>.txt.")

    files = sorted(folder.glob("*.txt"))

    @cache
    def text_of(name: str) -> str | None:
        exact = [file for file in files if file.stem == name]
        hits = exact or [file for file in files if file.name.startswith(f"{name}_")]
        return hits[0].read_text(encoding="utf-8") if hits else None

    return text_of


def _claim_of_line(line: str, where: str) -> Exported:
    remedy = "Each line is one claim as `muniment export --what claims` writes it."
    try:
        claim = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{where}: no JSON ({error}).", remedy) from error
    if not isinstance(claim, dict):
        raise UsageError(f"{where}: no claim.", remedy)
    missing = [key for key in ("doc", "register", "evidence", "cells") if key not in claim]
    if missing or not isinstance(claim["cells"], dict):
        raise UsageError(f"{where}: {', '.join(missing) or 'a proper object for cells'} missing.", remedy)
    return claim


@dataclass(frozen=True, slots=True)
class _Located:
    """A claim and the characters its evidence covers, None where the document has no such words."""

    claim: Exported
    where: tuple[int, int] | None


class _Locator:
    """Finds evidence in its document, white space folded, the text of each document folded once."""

    def __init__(self, text_of: TextOf) -> None:
        self._text_of = text_of
        self._folded: dict[str, tuple[str, list[int]] | None] = {}

    def __call__(self, claim: Exported) -> tuple[int, int] | None:
        folded = self._fold(claim["doc"])
        if folded is None:
            return None
        text, positions = folded
        evidence = _squash(claim["evidence"])[0].strip()
        if not evidence:
            return None
        start, end = claim.get("start"), claim.get("end")
        if isinstance(start, int) and isinstance(end, int) and start >= 0 and end >= 0:
            inside = text[bisect_left(positions, start) : bisect_left(positions, end)]
            if inside.strip() == evidence:
                return start, end
        at = text.find(evidence)
        return (positions[at], positions[at + len(evidence) - 1] + 1) if at >= 0 else None

    def _fold(self, name: str) -> tuple[str, list[int]] | None:
        if name not in self._folded:
            text = self._text_of(name)
            self._folded[name] = None if text is None else _squash(text)
        return self._folded[name]


def _squash(text: str) -> tuple[str, list[int]]:
    """Text with runs of white space folded to one blank, and where each remaining character stood."""
    out: list[str] = []
    positions: list[int] = []
    blank = True
    for index, character in enumerate(text):
        space = character.isspace()
        if not (space and blank):
            out.append(" " if space else character)
            positions.append(index)
        blank = space
    return "".join(out), positions


def _score_group(expected: Sequence[_Located], made: Sequence[_Located], counts: Counts, outcome: Score) -> None:
    """Pairs the claims of one document and register, and adds to the counts."""
    answered: set[int] = set()
    used: set[int] = set()
    free: set[int] = set()
    for share, _, same, i, j in sorted(_pairs(expected, made), reverse=True):
        if share < HALF or i in answered or j in used:
            continue
        answered.add(i)
        used.add(j)
        gold, claim = expected[i].claim, made[j].claim
        if gold.get("borderline"):
            free.add(j)
            continue
        counts.found += 1
        counts.same_cells += same
        outcome.found.append((gold, claim))
        _judge_framing(gold, claim, counts)
    due = [each.claim for each in expected if not each.claim.get("borderline")]
    judged = [each.claim for j, each in enumerate(made) if j not in free]
    counts.gold += len(due)
    counts.predicted += len(judged)
    counts.gold_cells += sum(len(claim["cells"]) for claim in due)
    counts.predicted_cells += sum(len(claim["cells"]) for claim in judged)
    outcome.missed += [e.claim for i, e in enumerate(expected) if i not in answered and not e.claim.get("borderline")]
    outcome.wrong += [each.claim for j, each in enumerate(made) if j not in used]


def _pairs(expected: Sequence[_Located], made: Sequence[_Located]) -> list[tuple[float, int, int, int, int]]:
    """Candidate pairs as (share of agreeing cells, overlap, agreeing cells, gold index, predicted index)."""
    pairs: list[tuple[float, int, int, int, int]] = []
    for i, gold in enumerate(expected):
        for j, claim in enumerate(made):
            if gold.where is None or claim.where is None:
                continue
            overlap = min(gold.where[1], claim.where[1]) - max(gold.where[0], claim.where[0])
            same = _same_cells(gold.claim, claim.claim) if overlap > 0 else 0
            if same:
                share = 2 * same / (len(gold.claim["cells"]) + len(claim.claim["cells"]))
                pairs.append((share, overlap, same, i, j))
    return pairs


def _same_cells(gold: Exported, claim: Exported) -> int:
    known = gold["cells"]
    return sum(
        cell in known and cells_agree(gold["register"], cell, known[cell], value)
        for cell, value in claim["cells"].items()
    )


def _judge_framing(gold: Exported, claim: Exported, counts: Counts) -> None:
    """Source, modality and date of a found pair."""
    expected, given = gold.get("source") or "", claim.get("source") or ""
    if expected and given:
        counts.source_right += names_agree(expected, given) or texts_agree(expected, given)
    else:
        counts.source_right += not expected and not given
    counts.modality_right += gold.get("modality") == claim.get("modality")
    if gold.get("date"):
        counts.dated += 1
        counts.date_right += bool(claim.get("date")) and dates_agree(gold["date"], claim["date"])


def _prf(hits: int, predicted: int, gold: int) -> tuple[float, float, float]:
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return precision, recall, f1


def _share(hits: int, of: int) -> float | None:
    return round(hits / of, 3) if of else None
