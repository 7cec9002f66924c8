"""Names exchanged for others of their type, so that the model learns from the words around a name too."""

from __future__ import annotations

import random

from training.data import Example, Span

SWAPPED = 0.25  # of the names of a sentence
LONGEST = 5  # words; names of this length and more are exchanged for each other


class Swapper:
    """Holds the names that teach, by type."""

    def __init__(self, examples: list[Example]) -> None:
        pool: dict[tuple[str, int], dict[tuple[str, ...], None]] = {}
        for example in examples:
            for start, end, kind in example.names or ():
                pool.setdefault((kind, min(end - start, LONGEST)), {})[tuple(example.words[start:end])] = None
        self._pool = {kind: list(names) for kind, names in pool.items()}

    def _like(self, kind: str, length: int, chance: random.Random) -> list[str]:
        # About as long, or batches that were filled by length overflow.
        return list(chance.choice(self._pool[kind, min(length, LONGEST)]))

    def swapped(self, example: Example, chance: random.Random) -> Example:
        """Return `example` with some names exchanged. Sentences with trees stay: a tree fits its own words only."""
        if not example.names or example.heads is not None:
            return example
        words: list[str] = []
        names: list[Span] = []
        place = 0
        for start, end, kind in example.names:
            words += example.words[place:start]
            # "other" is too mixed: an election for a nationality makes no sentence.
            known = kind != "other" and chance.random() < SWAPPED
            name = self._like(kind, end - start, chance) if known else example.words[start:end]
            names.append((len(words), len(words) + len(name), kind))
            words += name
            place = end
        words += example.words[place:]
        return Example(words, names=names, closed=example.closed, document=example.document)
