"""The corpus as JSON Lines: the passages written by hand, then those of the grammar."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from training.corpus.grammar import Grammar
from training.corpus.markup import MarkupError, Passage, parse

FOLDER = Path(__file__).parent
CORPUS = FOLDER / "corpus.jsonl"
GENERATED = 4000


def lines() -> Iterator[str]:
    """Yield the lines of `corpus.jsonl`; raise MarkupError, naming the place, where a passage breaks the markup."""
    for name, line in hand():
        yield _line(name, "hand", line)
    for number, line in enumerate(generated(), start=1):
        yield _line(f"grammar-{number:04}", "grammar", line)


def hand() -> Iterator[tuple[str, str]]:
    """Yield (id, marked passage) of each passage in `hand/*.txt`."""
    for path in sorted((FOLDER / "hand").glob("*.txt")):
        written = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        for number, line in enumerate(written, start=1):
            yield f"{path.stem}-{number:03}", line


def generated() -> Iterator[str]:
    """Yield the grammar's marked passages, none twice."""
    return islice(_unlike(Grammar().passages()), GENERATED)


def _unlike(passages: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for passage in passages:
        if passage not in seen:
            seen.add(passage)
            yield passage


def _line(name: str, kind: str, marked: str) -> str:
    try:
        passage = parse(marked)
    except MarkupError as error:
        raise MarkupError(f"{name}: {error}") from error
    return json.dumps({"id": name, "text": passage.text, "kind": kind, **_layers(passage)}, ensure_ascii=False)


def _layers(passage: Passage) -> dict[str, object]:
    attributions = [{"source": one.source, "cue": one.cue, "content": one.content} for one in passage.attributions]
    return {"things": passage.things, "attributions": attributions}
