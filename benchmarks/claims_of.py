"""The claims of some documents, by the code of one source tree; `diff_claims.py` runs this once a tree.

    PYTHONPATH=TREE/src python benchmarks/claims_of.py DOCUMENTS CLAIMS ANALYSES

DOCUMENTS holds JSON lines of `Document` fields, CLAIMS takes the exported claims. ANALYSES is a folder in which the
language analyses are kept by text: trees with the same language layer share it.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import muniment.language
from muniment.language import Analyser, Analysis
from muniment.pipeline.extractor import Failed, attempt, load_shipped
from muniment.schema.codec import claim_to_export
from muniment.schema.document import Document, Furniture
from muniment.schema.span import Span


class Remembering:
    """An analyser that keeps what it said in a folder."""

    def __init__(self, analyser: Analyser, folder: Path) -> None:
        self._analyser, self._folder = analyser, folder
        self.version = analyser.version

    def analyse(self, texts: Sequence[str], skip: Sequence[Sequence[tuple[int, int]]] = ()) -> list[Analysis]:
        """As `muniment.language.Analyser`."""
        return [self._analysis(text, skip[place] if skip else ()) for place, text in enumerate(texts)]

    def _analysis(self, text: str, skip: Sequence[tuple[int, int]]) -> Analysis:
        name = sha256(json.dumps([text, list(skip)]).encode()).hexdigest()[:24]
        file = self._folder / f"{name}.pickle"
        if file.exists():
            known: Analysis = pickle.loads(file.read_bytes())
            return known
        (analysis,) = self._analyser.analyse([text], [skip])
        part = file.with_suffix(".part")
        part.write_bytes(pickle.dumps(analysis))
        part.replace(file)
        return analysis


def claims(documents: Sequence[Document], analyses: Path) -> Iterator[dict[str, Any]]:
    """The claims of each document as exported; {"doc", "failed", "register": ""} for one on which the code breaks."""
    load = muniment.language.load_analyser

    def remembering(threads: int = 0, pipeline: str = "", branch: bool = False) -> Analyser:
        analyser = load(threads, pipeline, branch)
        # With a branch the analysis depends on the vocabulary too: nothing to share.
        return analyser if branch else Remembering(analyser, analyses)

    muniment.language.load_analyser = remembering
    extract = load_shipped()
    for document in documents:
        match attempt(extract, document):
            case Failed(note):
                yield {"doc": document.name, "register": "", "failed": note}
            case found:
                yield from (claim_to_export(claim, document.name, document.text) for claim in found.claims)


def _document(fields: dict[str, Any]) -> Document:
    furniture = tuple(Furniture(Span(start, end), kind) for start, end, kind in fields.pop("furniture"))
    return Document(**fields, furniture=furniture)


def main() -> None:
    """Reads the documents, writes their claims."""
    source, target, analyses = map(Path, sys.argv[1:])
    documents = [_document(json.loads(line)) for line in source.read_text(encoding="utf-8").splitlines()]
    analyses.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(line, ensure_ascii=False) + "\n" for line in claims(documents, analyses)]
    target.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
