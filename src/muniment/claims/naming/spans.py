"""The characters of a phrase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from muniment.claims.clauses.tree import Tree
from muniment.schema.span import Span

_BEFORE: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "to"})
_AFTER: Final = frozenset({"'s", "’s", "'", "’", ",", ".", '"', "”", ";", ":"})


def trim(tree: Tree, block: Sequence[int]) -> Span:
    """The characters of a phrase without leading articles, prepositions and marks, or trailing possessives."""
    first, last = 0, len(block) - 1
    while first < last and _is_loose(tree, block[first]):
        first += 1
    while last > first and tree.tokens[block[last]].text.lower() in _AFTER:
        last -= 1
    return Span(tree.tokens[block[first]].start, tree.tokens[block[last]].end)


def _is_loose(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.upos in {"PUNCT", "ADP", "CCONJ", "SCONJ"} or token.text.lower() in _BEFORE


def unbroken(text: str, span: Span) -> Span:
    """The span with the first part of a hyphenated word that it cuts: "|US-led coalition". A number stays outside:
    "12-|member council"."""
    start = span.start
    if start < 2 or text[start - 1] != "-" or text[start - 2].isspace():
        return span
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in '("“‘':
        start -= 1
    return span if text[start].isdigit() else Span(start, span.end)
