"""Spellings to keys: two strings with one key are one name, or one thing, to the ledger. Knows no aliases."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from muniment.text.names import fold

_ARTICLES: Final = frozenset({"the", "a", "an"})
_POSSESSIVE: Final = re.compile(r"(?<=\w)(?:['’ʼ]s\b|(?<=s)['’ʼ](?!\w))", re.IGNORECASE)
_KEPT: Final = 65_536  # strings remembered; the answer depends on the string alone


@lru_cache(maxsize=_KEPT)
def name_key(name: str) -> str:
    """The key of a name: case, accents, dots of initials, hyphens, leading articles and possessives apart."""
    words = _words(name)
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words) or " ".join(name.casefold().split())


@lru_cache(maxsize=_KEPT)
def phrase_key(text: str) -> str:
    """The key of a phrase: as `name_key`, with every article and plural endings apart."""
    words = _words(text)
    kept = [singular(word) for word in words if word not in _ARTICLES]
    return " ".join(kept) or name_key(text)


def _words(text: str) -> list[str]:
    return fold(_POSSESSIVE.sub("", text)).split()


def singular(word: str) -> str:
    """Folds regular plurals of a lower-case word: not always to a word, but to the same for both numbers."""
    if len(word) > 1 and word[-1] == "s" and word[-2].isdigit():
        return word[:-1]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses")):
        return word[:-2]
    return word[:-1]
