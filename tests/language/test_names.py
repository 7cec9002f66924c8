"""Names with clean edges, and one type for one name in a document."""

from __future__ import annotations

import pytest

from muniment.language.names import Span, agree, tidy
from muniment.language.tokenise import words
from muniment.schema.mention import Mention


def tidied(text: str, kind: str) -> list[tuple[str, str]]:
    row = list(words(text))
    spans: list[Span] = [(0, len(row), kind)]
    return [(text[row[a].start : row[b - 1].end], name) for a, b, name in tidy(row, spans)]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Gen. Ola Berg", "person", [("Ola Berg", "person")]),
        ("Anna Lind of Norway", "person", [("Anna Lind", "person"), ("Norway", "place")]),
        ("Anna Lind of the Netherlands", "person", [("Anna Lind", "person"), ("Netherlands", "place")]),
        ("Lund, Sweden", "place", [("Lund", "place"), ("Sweden", "place")]),
        ("Washington, D.C.", "place", [("Washington, D.C.", "place")]),
        ("March 3", "other", []),
        ("Thursday", "organisation", []),
        ("ministry", "organisation", []),
        ("Bank of Norway", "organisation", [("Bank of Norway", "organisation")]),
    ],
)
def test_edges(text: str, kind: str, expected: list[tuple[str, str]]) -> None:
    assert tidied(text, kind) == expected


def test_one_name_has_one_type_in_a_document() -> None:
    text = "Anna Lind, Lind, Lind; Acme, Acme, Acme"
    names = [("Anna Lind", "person"), ("Lind", "place"), ("Lind", "person"), ("Acme", "place"),
             ("Acme", "organisation"), ("Acme", "organisation")]  # fmt: skip
    mentions, place = [], 0
    for name, kind in names:
        place = text.index(name, place)
        mentions.append(Mention(place, place + len(name), kind))
        place += len(name)
    assert [m.type for m in agree(text, mentions)] == ["person"] * 3 + ["organisation"] * 3
