"""Words that make a name that of a body: a ministry, a party, a company."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from muniment.vocabulary.load import read_yaml, require
from muniment.vocabulary.matcher import listed

_FILE: Final = "bodies.yaml"


def is_body_word(word: str) -> bool:
    """True where a lower-case word names a kind of body ("ministry", "brigade")."""
    return word in _words("nouns")


def is_plain_word(word: str) -> bool:
    """True where a lower-case word in a body's name tells no two countries' bodies apart ("foreign", "supreme")."""
    return bool({word, common_spelling(word)} & (_words("plain") | _words("nouns")))


def is_everywhere(name: str) -> bool:
    """True for a lower-case name that bodies of many countries have, whoever is best known by it ("senate")."""
    return name in _words("everywhere")


def is_legal_form(word: str) -> bool:
    """True for "ltd", "inc", "company" and the like, in lower case."""
    return word in _words("legal")


def common_spelling(word: str) -> str:
    """One spelling for words that stand for each other ("defense": "defence")."""
    return _same().get(word, word)


@cache
def _words(section: str) -> frozenset[str]:
    data = _data()
    return frozenset(form for item in listed(data[section]) for form in (item, common_spelling(item)))


@cache
def _same() -> Mapping[str, str]:
    lines = (line.split() for line in _data()["same"].splitlines())
    return MappingProxyType({word: words[0] for words in lines for word in words})


@cache
def _data() -> Mapping[str, str]:
    data = read_yaml(_FILE)
    require(data, ("nouns", "plain", "everywhere", "legal", "same"), _FILE)
    return MappingProxyType(dict(data))
