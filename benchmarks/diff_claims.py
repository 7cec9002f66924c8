"""`make diff-claims`: what a change of the code does to the claims of real stories, to be read by a person.

Reads the same random stories with the code of a revision and with the working tree, and prints the claims gained, lost
and changed, each with its frame and its sentence (evidence in brackets), then the counts per register. What was read
once is kept under build/diff by the content of code and sample, so that a second call reads nothing anew.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap
from typing import Final

from benchmarks.claim_changes import KINDS, Change, Line, changes
from muniment.errors import MunimentError, UsageError
from muniment.intake import iter_sources, to_document
from muniment.language.sentences import sentences
from muniment.outputs.plain import neutralise
from muniment.schema.document import Document
from muniment.vocabulary.registers import NAMES

ROOT: Final = Path(__file__).parent.parent
_SUFFIXES: Final = frozenset({".py", ".yaml", ".json", ".bin", ".onnx"})
# What a language analysis depends on: trees in which these are the same share the analyses.
_LANGUAGE: Final = ("language", "schema")


@dataclass(frozen=True, slots=True)
class Sample:
    """The stories to read, and how many there were to choose from."""

    documents: tuple[Document, ...]
    of: int

    def as_lines(self) -> str:
        """What `claims_of.py` reads."""
        return "".join(json.dumps(_fields(document), ensure_ascii=False) + "\n" for document in self.documents)


def sample(texts: Path, most: int, seed: int) -> Sample:
    """At most `most` stories of a file or folder, by chance. Raises UsageError where there are none."""
    if not texts.exists():
        raise UsageError(f"There are no texts at {texts}.", "Name a file of JSON lines or a folder: TEXTS=path.")
    read = (to_document(source) for source in iter_sources([str(texts)], io.BytesIO()))
    documents = sorted((one for one in read if isinstance(one, Document)), key=lambda one: (one.name, one.id))
    if not documents:
        raise UsageError(f"Nothing at {texts} can be read as a story.", "Name other texts: TEXTS=path.")
    chosen = random.Random(seed).sample(documents, min(most, len(documents)))
    return Sample(tuple(chosen), len(documents))


def tree_of(revision: str, store: Path) -> Path:
    """A folder with the `src` of a revision. Raises UsageError where git knows no such revision."""
    name = _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    if not name:
        raise UsageError(f"Git knows no revision {revision!r}.", "Name another: BASE=revision.")
    tree = store / name[:12]
    if not (tree / "src").exists():
        tree.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=store) as folder:
            with tarfile.open(fileobj=io.BytesIO(_git("archive", name, "src"))) as archive:
                archive.extractall(folder, filter="data")
            Path(folder, "src").replace(tree / "src")
    return tree


def claims_of(tree: Path, of: Sample, store: Path) -> list[Line]:
    """The exported claims of a sample by the code of a tree; kept, and not read anew where both are known.

    Raises UsageError where the code of the tree does not run; where it breaks on a story, a line says so (`claims`).
    """
    lines, code = of.as_lines(), _hash(tree)
    kept = store / "claims" / f"{code}-{sha256(lines.encode()).hexdigest()[:12]}.jsonl"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=store) as folder:
            documents, claims = Path(folder, "documents.jsonl"), Path(folder, "claims.jsonl")
            documents.write_text(lines, encoding="utf-8")
            _run(tree, documents, claims, store / "analyses" / _hash(tree, *_LANGUAGE))
            found = claims.read_text(encoding="utf-8")
            if _hash(tree) != code:  # somebody wrote into the tree meanwhile
                return _parsed(found)
            claims.replace(kept)
    return _parsed(kept.read_text(encoding="utf-8"))


def compared(before: Iterable[Line], after: Iterable[Line], registers: Sequence[str]) -> list[Change]:
    """The changes of these registers, in the order of the registers, then of the stories and places in them."""
    sides = [_by_register(before), _by_register(after)]
    found: list[Change] = []
    for name in registers:
        some = changes(name, *(side.get(name, []) for side in sides))
        found += sorted(some, key=lambda one: (KINDS.index(one.kind), one.line["doc"], one.line["start"]))
    return found


def report(found: Iterable[Change], of: Sample, most: int, width: int) -> Iterator[str]:
    """Lines to print: at most `most` changes of a kind and register (0: all), then the counts of all of them.

    Lines are wrapped to `width` columns; 0 leaves them whole, for a pipe.
    """
    sentence = _Sentences(of.documents)
    counts: Counter[tuple[str, str]] = Counter()
    for change in found:
        counts[change.register, change.kind] += 1
        if not most or counts[change.register, change.kind] <= most:
            sides = (line and {**line, "sentence": sentence.around(line)} for line in (change.before, change.after))
            yield from _wrapped(str(Change(change.register, *sides)), width)
            yield ""
    yield f"{'':14}" + "".join(f"{kind:>9}" for kind in KINDS)
    registers = list(dict.fromkeys(register for register, _ in counts))
    for register in registers:
        yield f"{register:14}" + "".join(f"{counts[register, kind]:9}" for kind in KINDS)
    yield f"{'all':14}" + "".join(f"{sum(counts[name, kind] for name in registers):9}" for kind in KINDS)


class _Sentences:
    """The sentence around each claim of some documents."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = {document.name: document for document in documents}
        self._spans: dict[str, list[tuple[int, int]]] = {}

    def around(self, line: Line) -> str:
        """From the start of the first sentence that the evidence touches to the end of the last."""
        name, document = line["doc"], self._documents[line["doc"]]
        if name not in self._spans:
            skip = [(part.span.start, part.span.end) for part in document.furniture]
            self._spans[name] = [(words[0].start, words[-1].end) for words in sentences(document.text, skip) if words]
        touched = [span for span in self._spans[name] if span[0] < line["end"] and line["start"] < span[1]]
        ends = [end for span in touched for end in span]
        return document.text[min(ends) : max(ends)] if ends else ""


def _fields(document: Document) -> Mapping[str, object]:
    furniture = [(part.span.start, part.span.end, part.kind) for part in document.furniture]
    names = ("id", "name", "text", "title", "publisher", "published", "author", "language")
    return {name: getattr(document, name) for name in names} | {"furniture": furniture}


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=ROOT, stdout=subprocess.PIPE, check=False).stdout


def _hash(tree: Path, *parts: str) -> str:
    """Twelve hex digits over the code and data of parts of the package in a tree, without parts of the whole."""
    digest = sha256()
    for part in parts or ("",):
        package = tree / "src" / "muniment" / part
        for file in sorted(file for file in package.rglob("*") if file.suffix in _SUFFIXES):
            digest.update(f"{part}/{file.relative_to(package)}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def _run(tree: Path, documents: Path, claims: Path, analyses: Path) -> None:
    program = [sys.executable, str(ROOT / "benchmarks" / "claims_of.py"), str(documents), str(claims), str(analyses)]
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(program, env=environment, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise UsageError(f"The code of {tree} does not read the stories:\n{done.stderr.strip()}", "Mend it first.")


def _parsed(lines: str) -> list[Line]:
    return [json.loads(line) for line in lines.splitlines()]


def _by_register(lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line["register"], []).append(line)
    return found


def _wrapped(told: str, width: int) -> Iterator[str]:
    first, *more = neutralise(told).split("\n")
    yield first
    for line in more:
        yield from wrap(line, width, subsequent_indent="  ", break_on_hyphens=False) if width else [line]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the changes; 2 where there is nothing to compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", default="HEAD", help="a git revision")
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "corpora" / "newswire.jsonl")
    parser.add_argument("--sample", type=int, default=200, help="how many stories")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--register", default="", help="one or more, joined by commas; all without it")
    parser.add_argument("--kind", choices=("", *KINDS), default="", help="one kind of change; all without it")
    parser.add_argument("--most", type=int, default=0, help="show at most so many of a kind and register")
    options = parser.parse_args(arguments)
    registers = options.register.split(",") if options.register else list(NAMES)
    if strange := set(registers) - set(NAMES):
        parser.error(f"no register is called {', '.join(sorted(strange))}; there are {', '.join(NAMES)}")
    store = ROOT / "build" / "diff"
    try:
        chosen = sample(options.texts, options.sample, options.seed)
        base = tree_of(options.base, store / "trees")
        before, now = (claims_of(tree, chosen, store) for tree in (base, ROOT))
    except MunimentError as error:
        print(error, file=sys.stderr)
        return 2
    found = [change for change in compared(before, now, registers) if options.kind in ("", change.kind)]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    print("\n".join(report(found, chosen, options.most, width)))
    for line in now:
        if "failed" in line:
            print(f"The code breaks on {line['doc']}: {line['failed']}")
    print(f"{len(chosen.documents)} of {chosen.of:,} stories (seed {options.seed}); {options.base} ({base.name}) → now")
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # quiet where `head` has seen enough
    sys.exit(main())
