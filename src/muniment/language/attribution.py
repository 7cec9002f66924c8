"""Attributions: from the branch's tags to who is said to have said what.

The branch marks sources, cues and contents, each in a layer of its own, so that a source may lie in another's content;
three further layers mark those of attributions inside a content. Which source and content go with a cue is told by the
tree, and by what stands beside what where the tree ends: a quotation of several sentences, "he added" after it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from muniment.language.analysis import Attribution, Sentence, Spans, Token
from muniment.language.branch import Scores
from muniment.language.decode import NameDecoder, runs

ROLES: Final = ("source", "cue", "content")
INNER: Final = "inside_"  # before the name of a layer: attributions that lie in a content
# The annotators passed over much that they mark elsewhere, so "O" is given less than it says (log chance): what is as
# likely a part of an attribution as not is one. Chosen on a tenth of PolNeAR's training part.
LEAN: Final = 0.5
# An "O" this sure (log chance) parts a text for decoding: nothing reaches across it.
SURE: Final = -0.01
# Nearness is counted in steps of the tree; these weigh what the tree does not tell. Chosen on PolNeAR's training part.
WORD: Final = 0.2  # a word between two spans
APART: Final = 12.0  # another sentence
LATER: Final = 1.0  # a sentence that follows
FAR: Final = 60  # words; nothing links across more
LONGEST: Final = 1000  # words of a span; one that began before is not looked for
SOURCE_REACH: Final = 10.0
CONTENT_REACH: Final = 24.0

Span = tuple[int, int]  # first word, word after the last


@dataclass(slots=True)
class _Said:
    """An attribution in the making, in words."""

    parts: dict[str, list[Span]] = field(default_factory=lambda: {role: [] for role in ROLES})

    def span(self) -> Span:
        """From the first word of all to the last."""
        spans = [span for part in self.parts.values() for span in part]
        return min(spans)[0], max(end for _, end in spans)


class AttributionDecoder:
    """Finds the attributions of a document. `layers` gives the tags of each layer of the branch."""

    def __init__(self, layers: Mapping[str, Sequence[str]]) -> None:
        self._decoders = {
            name: NameDecoder(layers[name]) for role in ROLES for name in (role, INNER + role) if name in layers
        }

    def attributions(
        self, tokens: Sequence[Token], sentences: Sequence[Sentence], scores: Scores
    ) -> tuple[Attribution, ...]:
        """Return the attributions in order of their cues, or of their first word where they have none."""
        said = link({role: self._spans(scores, role) for role in ROLES}, tokens, sentences)
        rows: list[tuple[_Said, int | None]] = [(one, None) for one in said]
        inner = {role: self._spans(scores, INNER + role) for role in ROLES}
        for place, outer in enumerate(said):
            content = outer.parts["content"]
            within = {role: [span for span in spans if _in(span, content)] for role, spans in inner.items()}
            rows += [(one, place) for one in link(within, tokens, sentences) if one.parts["content"]]
        return _ordered(rows, tokens)

    def _spans(self, scores: Scores, layer: str) -> list[Span]:
        decoder = self._decoders.get(layer)
        if decoder is None or not len(scores[layer]):
            return []
        chances = scores[layer].copy()
        if not layer.startswith(INNER):  # our own sentences, which taught these, are marked throughout
            chances[:, 0] -= LEAN
        whole = np.zeros(len(chances), dtype=np.int64)
        return [
            (first + start, first + end)
            for first, last in runs(scores[layer][:, 0], whole, SURE)
            for start, end, _ in decoder.spans(chances[first:last])
        ]


def _in(span: Span, spans: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def _ordered(rows: Sequence[tuple[_Said, int | None]], tokens: Sequence[Token]) -> tuple[Attribution, ...]:
    """Return the attributions sorted, with the place among the sorted of the one that each lies in."""
    spans = [one.parts["cue"][0] if one.parts["cue"] else one.span() for one, _ in rows]
    order = sorted(range(len(rows)), key=lambda at: (spans[at], at))
    place = {at: number for number, at in enumerate(order)}
    found = []
    for at in order:
        one, inside = rows[at]
        parts: dict[str, Spans] = {
            role: tuple((tokens[start].start, tokens[end - 1].end) for start, end in sorted(part))
            for role, part in one.parts.items()
        }
        found.append(Attribution(**parts, inside=None if inside is None else place[inside]))
    return tuple(found)


def link(spans: Mapping[str, Sequence[Span]], tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[_Said]:
    """Return which spans make an attribution together: each content goes to its nearest cue, each cue to a source.

    A source may serve several cues. A content without a cue in reach goes with a source beside it; what goes with
    nothing stands alone.
    """
    near = _Nearness(tokens, sentences)
    said = [_Said() for _ in spans["cue"]]
    for one, cue in zip(said, spans["cue"], strict=True):
        one.parts["cue"].append(cue)
        source = near.best(cue, spans["source"], SOURCE_REACH)
        if source is not None:
            one.parts["source"].append(spans["source"][source])
    for content in spans["content"]:
        at = near.best(content, spans["cue"], CONTENT_REACH)
        if at is not None:
            said[at].parts["content"].append(content)
            continue
        said.append(_Said())
        said[-1].parts["content"].append(content)
        source = near.best(content, spans["source"], SOURCE_REACH)
        if source is not None:
            said[-1].parts["source"].append(spans["source"][source])
    used = {source for one in said for source in one.parts["source"]}
    for alone in spans["source"]:
        if alone not in used:
            said.append(_Said())
            said[-1].parts["source"].append(alone)
    return said


class _Nearness:
    """Tells how near two spans are: steps in the tree within a sentence, sentences beyond."""

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> None:
        self._tokens = tokens
        self._sentence = [at for at, sentence in enumerate(sentences) for _ in range(sentence.first, sentence.last)]

    def best(self, span: Span, others: Sequence[Span], reach: float) -> int | None:
        """Return the index of the nearest of `others`, which are in order, the first of equals; None beyond `reach`."""
        first = bisect_left(others, (span[0] - FAR - LONGEST,))
        last = bisect_left(others, (span[1] + FAR + 1,))
        costs = ((self.cost(span, others[at]), at) for at in range(first, last))
        return min((found for found in costs if found[0] <= reach), default=(0.0, None))[1]

    def cost(self, one: Span, other: Span) -> float:
        """Return how far `other` is from `one`: about a unit a step of the tree, APART and more beyond a sentence."""
        gap = max(one[0] - other[1], other[0] - one[1], 0)
        if gap > FAR:
            return float("inf")
        apart = max(self._sentence[one[0]] - self._sentence[other[1] - 1],
                    self._sentence[other[0]] - self._sentence[one[1] - 1], 0)  # fmt: skip
        if apart:
            return APART + apart + (LATER if other[0] >= one[1] else 0.0) + gap * WORD
        shared = [at for at in (self._sentence[one[0]], self._sentence[one[1] - 1])
                  if self._sentence[other[0]] <= at <= self._sentence[other[1] - 1]]  # fmt: skip
        at = shared[0] if shared else self._sentence[other[0]]
        return self._steps(self._head(one, at), self._head(other, at)) + gap * WORD

    def _head(self, span: Span, sentence: int) -> int:
        """Return the word of `span` that hangs on none other of it, in the given sentence."""
        words = [word for word in range(*span) if self._sentence[word] == sentence]
        tops = [word for word in words if not span[0] <= self._tokens[word].head < span[1]]
        return next((word for word in tops if self._tokens[word].upos != "PUNCT"), (tops or words or [span[0]])[0])

    def _steps(self, one: int, other: int) -> int:
        above = list(self._above(one))
        for steps, word in enumerate(self._above(other)):
            if word in above:
                return steps + above.index(word)
        return len(above)

    def _above(self, word: int) -> Iterator[int]:
        while word >= 0:
            yield word
            word = self._tokens[word].head
