"""Documents that print one text: which is a copy of which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

_SENTENCE: Final = re.compile(r"(?<=[.!?])[\"”’']?\s+|\n+")
_SIGNS: Final = re.compile(r"[\W_]+")
# Shorter sentences ("He did not elaborate.") are everybody's.
_SHORTEST: Final = 40
# A sentence in more documents than this is a slogan of the page, or a stock phrase.
_MOST: Final = 50
_SHARED: Final = 0.5


def copies(texts: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """For each document that repeats an earlier one, the id of that one. `texts` are (id, text), earliest first.

    Two documents print one text where half of the sentences of the shorter stand word for word in the other, case,
    punctuation and white space apart. Time grows with the text, not with the pairs of documents.
    """
    held: dict[str, list[str]] = {}
    sizes: dict[str, int] = {}
    found: dict[str, str] = {}
    for id, text in texts:
        sentences = _sentences(text)
        shared = Counter(other for sentence in sentences for other in held.get(sentence, ()))
        best = max(shared.items(), key=lambda pair: pair[1], default=("", 0))  # of equals the earliest
        if best[1] and best[1] >= _SHARED * min(len(sentences), sizes[best[0]]):
            found[id] = found.get(best[0], best[0])
        sizes[id] = len(sentences)
        for sentence in sentences:
            known = held.setdefault(sentence, [])
            if len(known) < _MOST:
                known.append(id)
    return found


def _sentences(text: str) -> list[str]:
    cut = (_SIGNS.sub(" ", part).strip().casefold() for part in _SENTENCE.split(text))
    return list(dict.fromkeys(sentence for sentence in cut if len(sentence) >= _SHORTEST))
