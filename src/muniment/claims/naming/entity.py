"""What a phrase stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from muniment.schema.span import Span

TYPES: Final = frozenset(
    {"person", "organisation", "country", "place", "group", "weapon", "document", "thing", "pronoun"}
)

# How a phrase came to its value → the reason that a link gives. The other ways ("phrase": the words themselves;
# "spoken of", "dateline": told by no words of reference) make no link.
REASONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "named": "same-name",
        "last name": "last-name",  # "Okoye" of "Amara Okoye"
        "full name": "short-name",  # other parts of a longer name
        "acronym": "acronym",
        "demonym": "demonym",  # "the Kenyans", "Kenyan"
        "capital": "capital",  # "Nairobi" for a government
        "government": "government",  # "the junta", "the army": a body of state for its country
        "post": "title",  # "the foreign minister": whoever was introduced so
        "apposition": "apposition",  # "X, the envoy", "the envoy X"
        "role": "role",  # "the rebel leader", "the academic": whoever was described so
        "group": "group",  # "the agency", "the party", "the country": the body or land that is one
        "pair": "pair",  # "the two countries", "both sides"
        "pronoun": "pronoun",
        "speaker": "speaker",  # "we" and "I" in somebody's words
    }
)


# The ways that are a name of its own, however short.
NAMES: Final = frozenset({"named", "last name", "full name", "acronym"})


@dataclass(frozen=True, slots=True)
class Entity:
    """A phrase of the document and what it stands for there.

    `value` is the fullest name in the document (countries: the common English name; unnamed things: the noun
    phrase without its article). `span` covers the words read, `head` is the phrase's head token. `how` says how
    the value was reached: a key of `REASONS`, "phrase", "spoken of" or "dateline".
    """

    value: str
    type: str
    span: Span
    head: int
    how: str = "named"
