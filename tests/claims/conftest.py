"""Shared fixtures of the claims tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.reading import Reading
from muniment.language import load_analyser
from muniment.schema.document import Document


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """Reads a text as a document published on a given day."""
    analyser = load_analyser()

    def reading(text: str, published: str = "2024-05-10") -> Reading:
        document = Document(id=Document.id_of(text), name="test", text=text, published=published)
        return Reading(document, analyser.analyse([text])[0])

    return reading
