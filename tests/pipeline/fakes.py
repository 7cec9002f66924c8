"""An extractor for tests: no model, no grammar, and it breaks where a text tells it to.

Other processes load it by name, so it lives in a module of its own.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from typing import Final

from muniment.pipeline.extractor import Extract, Extracted, Extractor
from muniment.schema.claim import Cell, Claim, Refusal, claim_id
from muniment.schema.document import Document
from muniment.schema.span import Span

_DELIVERY: Final = re.compile(r"(\w+) delivered (\w+) to (\w+)")


def load(threads: int) -> Extract:
    """Loads nothing."""
    return extract


def load_slow(threads: int) -> Extract:
    """An extractor that takes its time, so that a kill meets it at work."""

    def slow(document: Document) -> Extracted:
        time.sleep(0.004)
        return extract(document)

    return slow


def extract(document: Document) -> Extracted:
    """A transfer for each "X delivered Y to Z", dated by the publication; a refusal for each question mark."""
    if "BREAK" in document.text:
        raise ValueError("told to break \udce9")
    if "DIE" in document.text:
        os._exit(9)
    claims = tuple(_transfer(document, match) for match in _DELIVERY.finditer(document.text))
    asked = [match.span() for match in re.finditer(r"\?", document.text)]
    refusals = tuple(Refusal("transfers", "fake.ask", "a question says nothing", Span(*span)) for span in asked)
    return Extracted(claims, refusals, document.text.count(".") + len(asked))


def _transfer(document: Document, match: re.Match[str]) -> Claim:
    evidence = Span(*match.span())
    cells = {
        "supplier": Cell(match[1], Span(*match.span(1))),
        "item": Cell(match[2], Span(*match.span(2))),
        "recipient": Cell(match[3], Span(*match.span(3))),
        "status": Cell("delivered", evidence),
    }
    values = {name: cell.value for name, cell in cells.items()}
    id = claim_id(document.id, "transfers", evidence, values, "", "asserted", document.published)
    return Claim(id, document.id, "transfers", evidence, cells, date=document.published, frame="fake.deliver")


def extractor(version: str = "1", load: Callable[[int], Extract] = load) -> Extractor:
    """The fake, in a version."""
    return Extractor("fake", version, load)
