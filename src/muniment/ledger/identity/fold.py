"""Spellings to keys: two strings with one key are one name, or one thing, to the ledger.

Pure and without word lists of countries or aliases: those come in from outside, where the two towers meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ARTICLES: Final = frozenset({"the", "a", "an"})
_QUOTES: Final = str.maketrans("’‘ʼ`“”‐‑–", "''''\"\"---")
_INITIALS: Final = re.compile(r"\b(?:[a-z]\.){2,}")  # u.n. and u.s.a., not "mr. x"
_WORD: Final = re.compile(r"[\w'./-]+")
_KEPT: Final = 65_536  # strings remembered; the answer depends on the string alone


@lru_cache(maxsize=_KEPT)
def fold(name: str) -> str:
    """The key of a name: case, accents' encoding, dots of initials, leading articles and possessives apart."""
    words = _plain(name).split()
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(_without_possessive(word) for word in words)


@lru_cache(maxsize=_KEPT)
def fold_words(text: str) -> str:
    """The key of a phrase: as `fold`, with punctuation, every article and plural endings apart."""
    words = [_without_possessive(word.strip("'./-")) for word in _WORD.findall(_plain(text))]
    kept = [_singular(word) for word in words if word and word not in _ARTICLES]
    return " ".join(kept) or " ".join(words)


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold()
    return _INITIALS.sub(lambda match: match[0].replace(".", ""), plain)


def _without_possessive(word: str) -> str:
    if word.endswith("'s"):
        return word[:-2] or word
    return word[:-1] if len(word) > 2 and word.endswith("s'") else word


def _singular(word: str) -> str:
    """Folds regular plurals. It need not be a word, only the same for both numbers: "Su-30s", "jets", "countries"."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "xes", "sses")):
        return word[:-2]
    return word[:-1]
