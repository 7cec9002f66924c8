"""Where the places of a document lie, as it says once: "Baidoa, Somalia", "the Chadian town of Abeche"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from muniment.schema.mention import Mention

_NATIONS: Final = frozenset({"country", "nationality"})
_BEHIND: Final = re.compile(r"^(?:,\s*|\s+in\s+|\s+of\s+|\s+\()(?:the\s+)?$")
# "Kenya's port of |Lamu", "the Chadian border town |Adre".
_BEFORE: Final = re.compile(
    r"^(?:['’]s)?\s+(?:[a-z][\w-]*\s+){0,3}(?:city|town|port|capital|resort|village|island|suburb|base|camp|province|"
    r"region|district)\s+(?:of\s+)?$"
)


def lands(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Name of a place → country, for the places that the text puts there in so many words; the first telling counts.

    `mentions` stand in text order.
    """
    found: dict[str, str] = {}
    for first, second in pairwise(mentions):
        between = text[first.end : second.start]
        if first.type == "place" and second.type == "country" and _BEHIND.match(between):
            found.setdefault(_name(text, first), second.value)
        elif first.type in _NATIONS and second.type == "place" and _BEFORE.match(between):
            found.setdefault(_name(text, second), first.value)
    return found


def _name(text: str, mention: Mention) -> str:
    return " ".join(text[mention.start : mention.end].split())
