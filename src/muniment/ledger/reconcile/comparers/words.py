"""Phrases as bags of telling words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from muniment.ledger.identity.wording import phrase_key
from muniment.text.tokens import word_set
from muniment.vocabulary.weapons import find_weapons

_SMALL: Final = word_set(
    """a an the of in on at to for from by with and or as its his her their our this that these those between over
    under into about against after before during per than including via through within s at least most"""
)
# One spelling for words that American and British newspapers write apart.
_SPELLINGS: Final = (
    (re.compile(r"\b(def|off|lic|pret)ense"), r"\1ence"),
    (re.compile(r"\b(armo|labo|harbo|neighbo|favo|colo|humo|hono)r(?=e?d|s\b|\b|y|ing)"), r"\1ur"),
    (re.compile(r"iz(?=e|ing|ation)"), "is"),
    (re.compile(r"\bprogram(?=s?\b)"), "programme"),
    (re.compile(r"\bcenter"), "centre"),
)
_SPLIT: Final = re.compile(r"[\s/–—-]+")


@lru_cache(maxsize=65_536)
def content(phrase: str) -> frozenset[str]:
    """The words of a phrase that say something, folded to one spelling and number; all of them where none does."""
    words = [word for word in _SPLIT.split(spelled(phrase_key(phrase))) if word]
    return frozenset(word for word in words if word not in _SMALL) or frozenset(words)


@lru_cache(maxsize=65_536)
def topics(phrase: str) -> frozenset[str]:
    """As `content`, but what names one weapon is one word: "air defence" is nothing that "defence" is."""
    parts, last = [], 0
    for mention in find_weapons(phrase):
        parts += [phrase[last : mention.start], _SPLIT.sub("", spelled(phrase[mention.start : mention.end].lower()))]
        last = mention.end
    return content("".join((*parts, phrase[last:])))


def spelled(words: str) -> str:
    """British spelling, in lower case."""
    for pattern, replacement in _SPELLINGS:
        words = pattern.sub(replacement, words)
    return words
