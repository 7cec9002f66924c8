"""What the frames are worth on stories that did not help to find them.

    python benchmarks/folds.py --gold ../shared/gold

Frames are written by hand, with the training stories in view: scored there, they flatter themselves. So the stories are
dealt into five folds, and in each fold only those frames count that have given a right claim in one of the other four
(or in the invented sets): a frame that is right in its own fold alone may have been written for it. That is stricter
than to write anew without the fold, for a frame of common words would have been written anyway.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from benchmarks.annotated import FOLDS, Annotated, training_sets
from muniment.pipeline.extractor import load_shipped
from muniment.pipeline.score import TOTAL, Counts, Exported

REAL: Final = "ABCDEFGIJ"
INVENTED: Final = "ST"


def known_frames(sets: Sequence[Annotated]) -> list[set[str]]:
    """Of each fold, the frames that gave a right claim outside of it."""
    right: dict[int, set[str]] = defaultdict(set)
    for each in sets:
        for _, made in each.score().found:
            right[each.fold(made)].add(made["frame"])
    return [set().union(*(frames for fold, frames in right.items() if fold != held)) for held in range(FOLDS)]


def totals(sets: Sequence[Annotated], known: Sequence[set[str]] | None = None) -> dict[str, Counts]:
    """Counts by register over all sets, TOTAL among them; with `known`, over the claims of frames their fold knows."""
    counts: dict[str, Counts] = defaultdict(Counts)
    for each in sets:

        def keep(claim: Exported, each: Annotated = each) -> bool:
            return known is None or claim["frame"] in known[each.fold(claim)]

        outcome = each.score(keep)
        for register, found in outcome.registers.items():
            counts[register].add(found)
            counts[TOTAL].add(found)
    return counts


def table(counts: dict[str, Counts]) -> str:
    """One line a register, the total last."""
    lines = [f"{'register':14}{'gold':>6}{'made':>6}  claims P/R/F1     cells P/R/F1      source modality date"]
    for name in sorted(counts, key=lambda name: (name == TOTAL, name)):
        row = counts[name].row(name)
        shares = ("/".join(f"{share:.2f}" for share in row[key]) for key in ("claims", "cells"))
        rest = " ".join(f"{row[key]!s:7}" for key in ("source", "modality", "date"))
        lines.append(f"{name:14}{row['gold']:6}{row['pred']:6}  {'    '.join(shares)}    {rest}".rstrip())
    return "\n".join(lines)


def main() -> None:
    """Read the sets, print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds train/")
    parser.add_argument("--sets", default=REAL, help=f"letters of the sets to score (default {REAL})")
    options = parser.parse_args()
    extract = load_shipped()
    sets = list(training_sets(options.gold, options.sets, extract))
    others = list(training_sets(options.gold, "".join(set(INVENTED) - set(options.sets)), extract))
    known = known_frames([*sets, *others])
    print(f"As it is, sets {options.sets}:\n{table(totals(sets))}\n")
    print(f"Only frames that were right in other folds:\n{table(totals(sets, known))}")


if __name__ == "__main__":
    main()
