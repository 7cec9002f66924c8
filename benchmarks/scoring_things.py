"""Typed things scored from raw text against re3d: exact spans with their type, all of its types, nested ones too.

re3d (Dstl, 2017) marks characters. Both sides are put on the words that their spans touch (the words of
`scoring_attribution`), so that a stray space or half a word costs nothing; a thing is right where first word, last word
and re3d's own type agree. What re3d marks twice with one type counts once.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from benchmarks.scoring_attribution import touched, words_of

Thing = tuple[int, int, str]
# Five halves, fixed: documents are shuffled with the seed, the first half teaches and the second measures.
SEEDS: Final = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Report:
    """A document of re3d: its text, the part it is of (licences differ), (start, end, re3d's type) in characters."""

    name: str
    text: str
    part: str
    things: tuple[Thing, ...]


def read_re3d(folder: Path) -> list[Report]:
    """Return the documents in the file's order."""
    things: dict[str, list[Thing]] = {}
    for entity in _lines(folder / "entities.jsonl"):
        things.setdefault(entity["documentId"], []).append((entity["begin"], entity["end"], entity["type"]))
    return [
        Report(line["_id"], line["text"], line["part"], tuple(sorted(set(things.get(line["_id"], [])))))
        for line in _lines(folder / "documents.jsonl")
    ]


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    # A JSON line may hold other separators than "\n".
    for line in file.read_bytes().decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def halves(reports: Sequence[Report], seed: int) -> tuple[list[Report], list[Report]]:
    """Return (the half that teaches, the half that measures) of the split with this seed."""
    order = list(reports)
    random.Random(seed).shuffle(order)
    return order[: len(order) // 2], order[len(order) // 2 :]


def on_words(text: str, things: Iterable[Thing]) -> set[Thing]:
    """Return (first word, word after the last, type) of each thing; one that touches no word is left out."""
    words = words_of(text)
    return {(*on, kind) for start, end, kind in things if (on := touched(words, (start, end)))}


def thing_counts(text: str, gold: Iterable[Thing], ours: Iterable[Thing]) -> Counter[str]:
    """Return right and both sides' sums by type, to be summed over texts and given to `thing_figures`."""
    wanted, found = on_words(text, gold), on_words(text, ours)
    counts: Counter[str] = Counter()
    for kind in {thing[2] for thing in wanted | found}:
        a, b = ({thing for thing in side if thing[2] == kind} for side in (wanted, found))
        counts.update({f"{kind} right": len(a & b), f"{kind} both": len(a) + len(b)})
        counts.update({"all right": len(a & b), "all both": len(a) + len(b)})
    return counts


def thing_figures(counts: Counter[str]) -> dict[str, float]:
    """Return F1 by type, and of all together as "all"."""
    kinds = sorted(key.removesuffix(" both") for key in counts if key.endswith(" both") and counts[key])
    return {kind: 2 * counts[f"{kind} right"] / counts[f"{kind} both"] for kind in kinds}
