"""Answers of a language model, as tests write them down."""

from __future__ import annotations

import json
from typing import Any

from muniment.claims.llm import Reader, grounded
from muniment.schema.claim import Claim, Refusal
from muniment.schema.document import Document
from muniment.schema.span import Span

TEXT = (
    "NORBURG, 6 May 2020 - Norway delivered at least 12 frigates to Chile on Friday, the Chilean navy said. "
    'The frigates are worth "$2.5 billion", Admiral Ada Okoye told Harbour Wire.\n\n'
    "Okoye said Norway’s government would send up to 30 or 40 more ships by March 2021, "
    "senior officials of the Regional Arms Council (RAC) said.\n"
)
PUBLISHED = "2020-05-06"


def document(text: str = TEXT, published: str = PUBLISHED) -> Document:
    return Document(id=Document.id_of(text), name="note", text=text, published=published)


def cell(name: str, value: object, words: object) -> dict[str, object]:
    return {"cell": name, "value": value, "words": words}


def quoted(value: object = "", words: object = "") -> dict[str, object]:
    return {"value": value, "words": words}


def transfer(**changed: Any) -> dict[str, Any]:
    """A claim that holds; `changed` replaces parts of it, None leaves them out."""
    claim = {
        "register": "transfers",
        "evidence": "Norway delivered at least 12 frigates to Chile on Friday",
        "cells": [
            cell("supplier", "Norway", "Norway"),
            cell("recipient", "Chile", "Chile"),
            cell("item", "frigates", "frigates"),
            cell("quantity_delivered", "12", "12"),
            cell("status", "delivered", "delivered"),
        ],
        "source": quoted("Chilean navy", "the Chilean navy"),
        "modality": "asserted",
        "date": quoted("2020-05-01", "on Friday"),
    }
    return {name: value for name, value in {**claim, **changed}.items() if value is not None}


def with_cells(*cells: dict[str, object]) -> dict[str, Any]:
    """The transfer with cells put in the place of those of the same name, or added."""
    names = {one["cell"] for one in cells}
    return transfer(cells=[*(one for one in transfer()["cells"] if one["cell"] not in names), *cells])


def read(*claims: object, text: str = TEXT, published: str = PUBLISHED) -> tuple[list[Claim], list[Refusal]]:
    """What an answer with these claims comes to."""
    return read_text(json.dumps({"claims": claims}, ensure_ascii=False), text, published)


def read_text(answer: str, text: str = TEXT, published: str = PUBLISHED) -> tuple[list[Claim], list[Refusal]]:
    """What an answer comes to; what is claimed is checked to stand in the text."""
    one = document(text, published)
    found = list(grounded(Reader(one), Span(0, len(text)), answer, "llm:test"))
    claims = [each for each in found if isinstance(each, Claim)]
    for claim in claims:
        assert all(given.span is not None and given.span.end <= len(text) for given in claim.cells.values())
        assert claim.evidence.end <= len(text)
    return claims, [each for each in found if isinstance(each, Refusal)]
