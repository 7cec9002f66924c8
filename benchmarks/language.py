"""Quality and speed of the language layer, as shipped: one command, one table.

    python benchmarks/language.py --ud FILE.conllu --names CONLL_FILE --names RE3D_DIR --attribution POLNEAR_PART \\
        --dates TIMEML_DIR --text FILE.jsonl [--most N] [--jobs N] \\
        [--against spacy:en_core_web_sm,pysbd] [--json]

Every option may be left out, and those that name data may be given again and again. Figures come through the packaged
model and the decoder that users run; systems named by --against run on the same text in the same run (see systems.py),
and figures that others published stand beside (published.toml, with the source of each).
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

# Run as a script, Python looks for modules in this folder only.
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import domain
from benchmarks.conll18 import Counts, Parse
from benchmarks.names import name_figures, read_names
from benchmarks.speed import speed_figures
from benchmarks.systems import OURS, Missing, System, load
from benchmarks.table import Row, as_json, as_text, published
from benchmarks.ud import raw_figures, read_conllu, texts, tree_figures
from muniment.language.analyser import NeuralAnalyser


def ud_rows(systems: Sequence[System], path: Path) -> Iterator[Row]:
    """Yield the rows of a treebank: words given (ours alone takes them), then raw text."""
    corpus = list(read_conllu(path))
    for system in systems:
        if isinstance(system.analyser, NeuralAnalyser):
            yield Row("given", system.name, label(path), tree_figures(system.analyser, corpus))
    for system in systems:
        if system.analyser is not None:
            yield Row("raw", system.name, label(path), raw_figures(system.analyser, corpus))
        elif system.sentences is not None:
            counts = Counts.none()
            for text, gold in texts(corpus):
                counts.add(gold, Parse((), system.sentences(text), ()))
            yield Row("raw", system.name, label(path), {"sentences": counts.f1()["sentences"]})


def name_rows(systems: Sequence[System], path: Path) -> Iterator[Row]:
    """Yield the rows of a corpus of names in columns."""
    names = read_names(path)
    for system in systems:
        if system.analyser is not None:
            figures = name_figures(system.analyser, names.sentences, names.kinds)
            yield Row("names", system.name, label(path), figures)


def domain_rows(task: str, systems: Sequence[System], path: Path) -> Iterator[Row]:
    """Yield our row of a task that nobody else's pipeline does. Raises Missing where ours does not either."""
    for system in systems:
        if isinstance(system.analyser, NeuralAnalyser):
            yield Row(task, system.name, label(path), domain.TASKS[task](system.analyser, path))


def speed_rows(systems: Sequence[System], file: Path, most: int, jobs: int) -> Iterator[Row]:
    """Yield the rows of raw text read at speed, each measured in processes of its own."""
    for system in systems:
        # Ours is the whole layer first, then what `muniment read` asks of it.
        runs = (
            {OURS: f"{OURS}:all", f"{OURS}, trees and names": OURS}
            if system.name == OURS
            else {system.name: system.name}
        )
        for title, run in runs.items():
            for processes in sorted({1, jobs} if system.analyser is not None else {1}):
                figures = speed_figures(run, file, most, processes) | {"MB disk": system.size / 1e6}
                yield Row("speed", title if processes == 1 else f"{title}, {processes} processes", label(file), figures)


def label(path: Path) -> str:
    """Return the last two parts of a path: "ud-ewt/dev.conllu"."""
    return "/".join(path.resolve().parts[-2:]) if path.is_file() else path.resolve().name


def taught(path: Path) -> str:
    """Return how the model learnt from these data, by their checksum in training/sources.toml; "" where it did not."""
    known = tomllib.loads((ROOT / "training/sources.toml").read_text(encoding="utf-8"))["source"]
    uses = {source["sha256"]: source["use"] for source in known}
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    found = {uses.get(hashlib.sha256(file.read_bytes()).hexdigest(), "") for file in files if file.is_file()}
    return "; ".join(sorted(found - {"", "measured"}))


def gather(options: argparse.Namespace, tell: Callable[[str], None]) -> tuple[list[Row], list[str]]:
    """Return the rows of all that was asked for, and what could not be had."""
    rows: list[Row] = []
    notes: list[str] = []
    systems: list[System] = []
    for name in [OURS, *filter(None, options.against.split(","))]:
        try:
            systems.append(load(name))
        except Missing as missing:
            notes.append(f"not run: {missing}")
    for task, path, made in _asked(options, systems):
        tell(f"{task}: {path}")
        try:
            use = taught(path)
            rows.extend(replace(row, taught=use if row.system == OURS else "") for row in made)
        except (Missing, ImportError, RuntimeError, OSError, ValueError) as error:
            notes.append(f"{path}: {error}")
    notes.extend(f"{system.name} is version {system.version}" for system in systems)
    return rows, notes


def _asked(options: argparse.Namespace, systems: Sequence[System]) -> Iterator[tuple[str, Path, Iterator[Row]]]:
    yield from (("trees", path, ud_rows(systems, path)) for path in options.ud)
    for path in options.names:
        of_things = path.is_dir()
        yield "names", path, domain_rows("things", systems, path) if of_things else name_rows(systems, path)
    for task in ("attribution", "dates"):
        yield from ((task, path, domain_rows(task, systems, path)) for path in getattr(options, task))
    for path in options.text:
        yield "speed", path, speed_rows(systems, path, options.most, options.jobs)


def main() -> None:
    """Print the tables, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--ud", "--names", "--attribution", "--dates", "--text"):
        parser.add_argument(option, type=Path, action="append", default=[], metavar="PATH")
    parser.add_argument("--most", type=int, default=500, help="texts read for speed; 0 stands for all (default 500)")
    parser.add_argument("--jobs", type=int, default=4, help="processes for the second row of speed (default 4)")
    parser.add_argument("--against", default="", help="other systems, parted by commas")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    for path in (*options.ud, *options.names, *options.attribution, *options.dates, *options.text):
        if not path.exists():
            parser.error(f"there is no {path}")
    rows, notes = gather(options, lambda line: print(line, file=sys.stderr, flush=True))
    rows += [row for row in published() if any(row.task == ours.task for ours in rows)]
    print(as_json(rows, notes) if options.json else "\n".join(as_text(rows, notes)))


if __name__ == "__main__":
    main()
