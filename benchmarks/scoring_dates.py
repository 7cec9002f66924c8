"""Measures time expressions against TimeML, such as the TimeBank corpus, all four types of TIMEX3.

    python -m benchmarks.scoring_dates ../shared/corpora/timebank

Spans: an expression of ours finds an annotated one where they share a character; each counts once (taken in text
order); `strict_f1` counts only those with the very same characters. Value accuracy: of the annotated expressions
found, the share whose TIMEX3 value is ours, character by character. Creation times are not counted; nothing but the
text and its creation day is given to the reader.

The rules were written with an eye on one half of TimeBank (`development`), by a hash of the file's name; the other
half (`held`) was counted only.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks import timex
from benchmarks.timex import Timex
from muniment.text.times import find_times


def pairs(annotated: list[Timex], found: list[Timex]) -> Iterator[tuple[Timex, Timex]]:
    """Annotated expressions with ours that overlap them, one to one, both lists in text order."""
    waiting = sorted(found)
    for wanted in sorted(annotated):
        while waiting and waiting[0].end <= wanted.start:
            waiting.pop(0)
        if waiting and waiting[0].start < wanted.end:
            yield wanted, waiting.pop(0)


def date_figures(folder: Path) -> dict[str, float]:
    """Precision, recall and F1 of spans and accuracy of values over the TimeML files of `folder`, 0 to 1."""
    return figures(sorted(folder.glob("*.tml")))


def is_held(path: Path) -> bool:
    """True for the half of the files that was not looked into."""
    return hashlib.sha256(path.name.encode()).digest()[0] % 2 == 1


def figures(paths: list[Path]) -> dict[str, float]:
    """As `date_figures`, over some files."""
    counts: Counter[str] = Counter()
    for path in paths:
        story = timex.read(path)
        found = [timex.written(one) for one in find_times(story.text, story.published)]
        matched = list(pairs(story.annotated, found))
        counts.update(
            annotated=len(story.annotated),
            found=len(found),
            matched=len(matched),
            right=sum(wanted.value == ours.value for wanted, ours in matched),
            exact=sum(wanted[:2] == ours[:2] for wanted, ours in matched),
        )
    both = counts["annotated"] + counts["found"]
    return {
        "precision": counts["matched"] / max(counts["found"], 1),
        "recall": counts["matched"] / max(counts["annotated"], 1),
        "span_f1": 2 * counts["matched"] / max(both, 1),
        "strict_f1": 2 * counts["exact"] / max(both, 1),
        "value_accuracy": counts["right"] / max(counts["matched"], 1),
        "value_f1": 2 * counts["right"] / max(both, 1),
        "annotated": counts["annotated"],
    }


def main(folder: Path) -> None:
    """Print the figures of both halves and of the whole, a row for each."""
    paths = sorted(folder.glob("*.tml"))
    halves = {
        "development": [path for path in paths if not is_held(path)],
        "held": [path for path in paths if is_held(path)],
        "all": paths,
    }
    for name, part in halves.items():
        print(f"{name:12}", *(f"{key} {value:.3f}  " for key, value in figures(part).items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
