"""How alike two spellings of one word of a name are, whatever alphabet it came from.

Letters that the usual romanisations write differently are made equal first (`vocabulary/spellings.yaml`); what is left
is compared by edit distance. Chinese and Korean syllables are compared whole, because a letter tells them apart.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from muniment.vocabulary.spellings import Rules, spellings

# Least likeness of two softened words with the same bones. Chosen on tests/ledger/identity/test_sound.py: "husain" and
# "hasan" (0.67) must stay apart, "kiiv" and "kiev" (0.75) must not.
ALIKE: Final = 0.75
_SHORT: Final = 6  # letters below which one letter makes another name ("Nyunt", "Nyint")
_LONGEST: Final = 40  # letters of any word of a name; what is longer is no name
_DOUBLED: Final = re.compile(r"(.)\1+")
_VOWELS: Final = re.compile(r"[aiueo]+")
_SYLLABLE: Final = re.compile(r"(?:ch|zh|sh|hs|ts|tz|ss|sz|[bcdfghjklmnpqrstwxyz])?[aeiouyw]+(?:ng|n|m|k|l|p|t|h|r)?$")
_INITIAL: Final = "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
_FINAL: Final = (
    "(?:iong|[iu]ang|iao|ian|uai|uan|ang|eng|ing|ong|ai|ei|ao|ou|ia|ie|iu|ua|uo|ui|ue|an|en|in|un|er|[aeiou])"
)
_TWO_SYLLABLES: Final = re.compile(f"({_INITIAL}{_FINAL})({_INITIAL}{_FINAL})$")
_KEPT: Final = 65_536


@lru_cache(maxsize=_KEPT)
def soft(word: str) -> str:
    """A folded word with the letters of the romanisations made equal: "qadhafi" and "kadafi" are "kadafi"."""
    return _DOUBLED.sub(r"\1", _applied(word, spellings().letters))


@lru_cache(maxsize=_KEPT)
def bones(word: str) -> str:
    """What survives any romanisation: consonants in broad classes, and whether a vowel begins the word and which class
    of vowel ends it. Equal for all spellings of a word, and for some other words too: a key to find candidates by."""
    plain = _DOUBLED.sub(r"\1", _applied(soft(word), spellings().broad))
    kept = _DOUBLED.sub(r"\1", _VOWELS.sub("", plain))
    first = "a" if _VOWELS.match(plain) else ""
    last = plain[-1] if plain[-1:] in ("a", "i", "u") else ""
    return f"{first}{kept}{last}"


@lru_cache(maxsize=_KEPT)
def alike(one: str, other: str) -> float:
    """How well two folded words can be one word in two spellings: 1.0 for the same, 0.0 below the threshold."""
    if one == other:
        return 1.0
    known = spellings()
    if known.given.get(one, frozenset()) & known.given.get(other, frozenset()):
        return 0.95
    if is_syllable(one) and is_syllable(other):
        return 0.9 if syllables(one) & syllables(other) else 0.0
    if max(len(one), len(other)) > _LONGEST or bones(one) != bones(other):
        return 0.0
    left, right = soft(one), soft(other)
    if left == right:
        return 0.95
    if min(len(left), len(right)) < _SHORT:
        return 0.0
    ratio = Levenshtein.normalized_similarity(left, right)
    return ratio if ratio >= ALIKE else 0.0


@lru_cache(maxsize=_KEPT)
def slipped(one: str, other: str) -> bool:
    """True where one may be the other mistyped: six letters or more, the same first one, a single slip."""
    if min(len(one), len(other)) < 6 or one[0] != other[0] or (one[-1] in "ao") != (other[-1] in "ao"):
        return False
    return Levenshtein.distance(one, other, score_cutoff=1) <= 1


def is_syllable(word: str) -> bool:
    """True where a folded word can be one Chinese or Korean syllable."""
    return word in spellings().korean or (len(word) <= 6 and _SYLLABLE.match(word) is not None)


def cut_in_two(word: str) -> tuple[str, ...]:
    """The two syllables of a Chinese given name in Pinyin ("xiaoping"), or the word itself."""
    found = _TWO_SYLLABLES.match(word)
    return found.groups() if found else (word,)


@lru_cache(maxsize=_KEPT)
def syllables(word: str) -> frozenset[str]:
    """What a syllable may be: itself, and its Pinyin readings where it is Wade-Giles."""
    known = spellings()
    readings = {word}
    for initial, becomes in (*known.initials.items(), ("", ("",))):
        if word.startswith(initial):
            rest = word[len(initial) :]
            readings |= {head + tail for head in becomes for tail in _finals(rest)}
            if initial:
                break
    return frozenset(reading.replace("oo", "u") for reading in readings)


def korean(one: str, other: str) -> bool:
    """True where two folded words are one Korean syllable in the usual romanisations ("Lee", "Yi", "Rhee")."""
    classes = spellings().korean
    return bool(classes.get(one, frozenset()) & classes.get(other, frozenset()))


def _finals(rest: str) -> tuple[str, ...]:
    for final, becomes in spellings().finals.items():
        if rest == final:
            return becomes
    return (rest,)


def _applied(word: str, rules: Rules) -> str:
    for pattern, becomes in rules:
        word = pattern.sub(becomes, word)
    return word
