"""Typed things: from the branch's tags to mentions, named ("Su-24 jets"), described ("the rebels' tanks") or "they".

Two layers hold what lies in another: "Syrian" in "the Syrian army" is the inner one of two. A span may bear two types,
as a state that acts is a place and an organisation. A third layer, of our own corpus, adds what re3d could not teach.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from muniment.language.analysis import Sentence, Token
from muniment.language.branch import Scores
from muniment.language.decode import NameDecoder, runs
from muniment.schema.mention import Mention

Span = tuple[int, int, str]  # first word, word after the last, type

# Our types and those of re3d, one to one.
RE3D_TYPES: Final = {
    "organisation": "Organisation", "place": "Location", "person": "Person", "nationality": "Nationality",
    "date": "Temporal", "frequency": "Frequency", "quantity": "Quantity", "money": "Money", "weapon": "Weapon",
    "platform": "MilitaryPlatform", "vehicle": "Vehicle", "document": "DocumentReference",
    "coordinate": "Coordinate", "address": "CommsIdentifier",
}  # fmt: skip
# Types that the layer of our own corpus adds: those that re3d has few of, and those that it does not have.
OWN_TYPES: Final = ("weapon", "platform", "vehicle", "facility", "event", "law")
LAYERS: Final = ("outer", "inner", "own")
# An "O" this sure (log chance) parts a sentence for decoding: nothing reaches across it.
SURE: Final = -0.01


class ThingDecoder:
    """Finds the things of a document. `layers` gives the tags of each layer of the branch."""

    def __init__(self, layers: Mapping[str, Sequence[str]]) -> None:
        self._decoders = {name: NameDecoder(layers[name]) for name in LAYERS if name in layers}

    def things(self, tokens: Sequence[Token], sentences: Sequence[Sentence], scores: Scores) -> tuple[Mention, ...]:
        """Return the things in order, of those that begin together the longest first; none crosses another."""
        if not tokens:
            return ()
        sentence = np.repeat(np.arange(len(sentences)), [one.last - one.first for one in sentences])
        kept: dict[int, list[Span]] = {}
        for name, decoder in self._decoders.items():
            for first, last in runs(scores[name][:, 0], sentence, SURE):
                for start, end, kind in decoder.spans(scores[name][first:last]):
                    _keep(kept.setdefault(int(sentence[first]), []), (first + start, first + end, kind), name)
        found = [Mention(tokens[start].start, tokens[end - 1].end, kind) for things in kept.values()
                 for start, end, kind in things]  # fmt: skip
        return tuple(sorted(found, key=lambda thing: (thing.start, -thing.end, thing.type)))


def _keep(kept: list[Span], thing: Span, layer: str) -> None:
    """Add a thing to those of its sentence unless these are against it; a layer gives way to those before it."""
    if layer == "own" and (thing[2] not in OWN_TYPES or any(_says(other, thing) for other in kept)):
        return
    if thing not in kept and not any(_cross(thing, other) for other in kept):
        kept.append(thing)


def _says(known: Span, thing: Span) -> bool:
    """Say whether a thing of the same type, known already, touches this one."""
    return known[2] == thing[2] and known[0] < thing[1] and thing[0] < known[1]


def _cross(one: Span, other: Span) -> bool:
    return one[0] < other[0] < one[1] < other[1] or other[0] < one[0] < other[1] < one[1]
