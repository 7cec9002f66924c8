"""What a phrase stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from muniment.schema.span import Span

TYPES: Final = frozenset(
    {"person", "organisation", "country", "place", "group", "weapon", "document", "thing", "pronoun"}
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A phrase of the document and what it stands for there.

    `value` is the fullest name in the document (countries: the common English name; unnamed things: the noun
    phrase without its article). `span` covers the words read, `head` is the phrase's head token. `how` says how
    the value was reached: "named", "full name", "demonym", "government", "post", "pronoun", "phrase".
    """

    value: str
    type: str
    span: Span
    head: int
    how: str = "named"
