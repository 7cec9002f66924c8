"""How fast `muniment read` is and what it needs: words a second, documents a second, peak memory, store size.

    python benchmarks/read.py FILE_OR_FOLDER... [--jobs N] [--limit N] [--json]

Reads into a case of its own in a temporary folder, which is removed afterwards. Words are counted by white space.
Peak memory is that of this process plus the largest worker times the number of workers: an upper bound.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from muniment.pipeline.case import Case
from muniment.pipeline.read import read


def main() -> None:
    """Runs the benchmark and prints one table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--jobs", type=int, default=None)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(options.paths, Path(folder) / "benchmark.db", options.jobs)
    if options.json:
        print(json.dumps(figures, indent=1))
        return
    for name, value in figures.items():
        print(f"{name:24}{value:>14,}")


def measure(paths: list[str], store: Path, jobs: int | None) -> dict[str, float]:
    """Reads `paths` into `store` and returns the figures by name."""
    with Case.open(store, create=True) as case:
        started = time.perf_counter()
        report = read(case, paths, sys.stdin.buffer, jobs=jobs)
        seconds = time.perf_counter() - started
        words = sum(len(document.text.split()) for document in case.documents())
        claims = sum(1 for _ in case.claims())
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "documents read": report.count("read"),
        "documents refused": report.count("refused"),
        "documents failed": report.count("failed"),
        "claims": claims,
        "words": words,
        "seconds": round(seconds, 1),
        "words a second": round(words / seconds),
        "documents a second": round(len(report.outcomes) / seconds, 1),
        "peak MB, main process": round(own / 1024),
        "peak MB, largest worker": round(workers / 1024),
        "store MB": round(store.stat().st_size / 1e6, 1),
    }


if __name__ == "__main__":
    main()
