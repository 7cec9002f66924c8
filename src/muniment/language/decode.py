"""From the model's scores to a tree and to names that are well formed.

A tree has one root and no cycle; where the best head of each word does not make one, the surest root is taken and the
best tree under it found with the algorithm of Chu and Liu (1965) and Edmonds (1967). Names are BIOES tags under the
constraint that each span opens and closes; the best sequence is found with Viterbi's algorithm.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]


def tree(arcs: Floats) -> list[int]:
    """Return the head of each word of the best tree, words counted from 1, the root being 0.

    `arcs[d, h]` is the score of head `h` for word `d`, row and column 0 being the root's; n words make n + 1 rows.
    """
    count = arcs.shape[0] - 1
    if count <= 1:
        return [0] * count
    heads = [0, *(int(head) for head in arcs[1:].argmax(-1))]
    if heads[1:].count(0) == 1 and not _cycle(heads):
        return heads[1:]
    # One root: the word that is surest to be it, among those that chose the root where some did.
    choosers = [word for word in range(1, count + 1) if heads[word] == 0] or list(range(1, count + 1))
    root = max(choosers, key=lambda word: (arcs[word, 0], -word))
    scores = arcs.astype(np.float64)
    scores[np.arange(count + 1) != root, 0] = -np.inf
    scores[root, 1:] = -np.inf
    np.fill_diagonal(scores, -np.inf)
    return _spanning_tree(scores)[1:]


def _cycle(heads: Sequence[int]) -> list[int]:
    """Return the words of one cycle among `heads`, or an empty list. Word 0 is the root."""
    state = [0] * len(heads)  # 0 unseen, else the number of the walk that came by
    state[0] = -1
    for start in range(1, len(heads)):
        node = start
        while state[node] == 0:
            state[node] = start
            node = heads[node]
        if state[node] == start:
            cycle = [node]
            while (node := heads[node]) != cycle[0]:
                cycle.append(node)
            return cycle
    return []


def _spanning_tree(scores: Floats) -> list[int]:
    """Return the heads of the maximum spanning tree rooted in 0; `heads[0]` is 0 and means nothing."""
    heads = [0, *(int(head) for head in scores[1:].argmax(-1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [node for node in range(len(heads)) if node not in inside]
    ring, rest = np.array(cycle), np.array(outside)
    kept = scores[ring, [heads[node] for node in cycle]]
    # Entering the ring at a word gives up that word's head in the ring; leaving it costs nothing.
    entering = scores[np.ix_(ring, rest)] - kept[:, None]
    leaving = scores[np.ix_(rest, ring)]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    found = _spanning_tree(smaller)
    result = list(heads)
    for place, node in enumerate(outside[1:], 1):
        head = found[place]
        result[node] = int(ring[leaving[place].argmax()]) if head == len(outside) else outside[head]
    way_in = found[-1]
    result[cycle[int(entering[:, way_in].argmax())]] = outside[way_in]
    return result


def runs(outside: Floats, apart: npt.NDArray[np.integer], sure: float) -> list[tuple[int, int]]:
    """Return (first word, word after the last) of the runs of words that may be part of a span.

    `outside` is the log chance of "O" of each word; a run ends where it is above `sure`, and where the number in
    `apart` changes.
    """
    words = np.flatnonzero(outside < sure)
    if not len(words):
        return []
    cuts = np.flatnonzero((np.diff(words) > 1) | (np.diff(apart[words]) != 0)) + 1
    return [(int(run[0]), int(run[-1]) + 1) for run in np.split(words, cuts)]


class NameDecoder:
    """Finds the best well-formed sequence of BIOES tags."""

    def __init__(self, tags: Sequence[str]) -> None:
        self.tags = tuple(tags)
        ends = [tag[0] in "OES" for tag in self.tags]
        begins = [tag[0] in "OBS" for tag in self.tags]
        allowed = [
            [
                (ends[a] and begins[b]) or (not ends[a] and not begins[b] and self.tags[a][2:] == self.tags[b][2:])
                for b in range(len(tags))
            ]
            for a in range(len(tags))
        ]
        self._allowed = allowed
        self._steps = np.where(np.array(allowed), 0.0, -np.inf)
        self._first = np.where(np.array(begins), 0.0, -np.inf)
        self._last = np.where(np.array(ends), 0.0, -np.inf)
        self._begins, self._ends = begins, ends

    def spans(self, scores: Floats) -> list[tuple[int, int, str]]:
        """Return (first word, word after the last, type) of the names in a sentence; `scores` is words x tags."""
        best = scores.argmax(-1).tolist()
        if not any(best):
            return []
        if not self._well_formed(best):
            best = self._viterbi(scores.astype(np.float64))
        spans: list[tuple[int, int, str]] = []
        start = 0
        for place, tag in enumerate(self.tags[index] for index in best):
            if tag[0] in "BS":
                start = place
            if tag[0] in "ES":
                spans.append((start, place + 1, tag[2:]))
        return spans

    def _well_formed(self, tags: Sequence[int]) -> bool:
        return self._begins[tags[0]] and self._ends[tags[-1]] and all(self._allowed[a][b] for a, b in pairwise(tags))

    def _viterbi(self, scores: Floats) -> list[int]:
        sums = scores[0] + self._first
        back = np.zeros(scores.shape, dtype=np.int64)
        for place in range(1, len(scores)):
            ways = sums[:, None] + self._steps
            back[place] = ways.argmax(0)
            sums = ways.max(0) + scores[place]
        tags = [int((sums + self._last).argmax())]
        for place in range(len(scores) - 1, 0, -1):
            tags.append(int(back[place, tags[-1]]))
        return tags[::-1]
