"""Dictionary forms of English words, with the help of their part of speech.

Irregular forms come from the tables in `irregular.py`, regular endings are undone by rule, and where a rule leaves two
spellings ("mov", "move") the simplemma dictionary (Barbaresi, MIT licence) says which one is a word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from muniment.language.irregular import NOUNS, UNCHANGED, VERBS

_CLOSED: Final = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_SYLLABLES: Final = re.compile(r"[aeiouy]+")
_LASTING_L: Final = ("install", "fulfill", "enroll", "call", "fall", "tell", "sell", "kill", "till", "roll", "pall",
                     "stall", "spell", "full", "fill", "pull", "bill")  # fmt: skip
# Stems that want their "e" back where the dictionary knows neither spelling.
_SILENT: Final = ("at", "iz", "is", "c", "v", "u", "dg", "rg", "bl", "pl", "tl", "ns", "rs", "ps")
# Stems that never lack an "e".
_FULL: Final = ("y", "w", "x", "nk", "ck", "elop", "wing", "ring", "sh", "ch", "er", "ear", "en", "ow")
_VOWELS: Final = frozenset("aeiouy")
_CLITICS: Final = {"n't": "not", "'s": "be", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "'d": "would",
                   "gon": "go", "wan": "want", "ca": "can", "wo": "will", "sha": "shall"}  # fmt: skip
# Compared forms that count as words of their own in Universal Dependencies.
_WHOLE: Final = frozenset({"more", "most", "less", "least", "further", "farther", "former", "latter", "later on"})
_BE: Final = frozenset({"am", "is", "are", "was", "were", "been", "being", "be", "ai"})
_PRONOUNS: Final = {
    "me": "I", "him": "he", "them": "they", "us": "we", "her": "she", "these": "this", "those": "that", "an": "a",
    "'em": "they",
}  # fmt: skip
_POSSESSIVES: Final = {"my": "my", "your": "your", "his": "his", "its": "its", "our": "our", "their": "their"}


@lru_cache(maxsize=50_000)
def lemma(word: str, upos: str, xpos: str) -> str:
    """Return the dictionary form of `word`, lower case save for proper nouns.

    `upos` is the universal and `xpos` the Penn tag; the same three always give the same answer.
    """
    plain = word.replace("\u2019", "'").replace("\u02bc", "'")
    low = plain.lower()
    if xpos == "POS":
        return low
    if upos in {"VERB", "AUX"}:
        return _verb(low, xpos)
    if upos == "PROPN":
        return plain  # names keep their letters: "Philippines", "United Nations" have no singular
    if upos in {"PRON", "DET"}:
        return "her" if low == "her" and xpos == "PRP$" else _POSSESSIVES.get(low) or _PRONOUNS.get(low, _i(low))
    if upos == "NOUN":
        return _noun(low, xpos)
    if upos in {"ADJ", "ADV"}:
        return _compared(low, xpos)
    return "not" if low == "n't" else low


def _i(low: str) -> str:
    return "I" if low == "i" else low


def _dictionary(form: str) -> str:
    import simplemma  # reads a dictionary of some megabytes: only when wanted

    return str(simplemma.lemmatize(form, lang="en")) if simplemma.is_known(form, lang="en") else ""


def _is_word(form: str) -> bool:
    return _dictionary(form) == form


def _verb(low: str, xpos: str) -> str:
    if low in _BE:
        return "be"
    if low in _CLITICS:
        return _CLITICS[low]
    if xpos in {"MD", "VB", "VBP"} and low not in {"'d", "had", "did"}:
        return {"'d": "would", "has": "have"}.get(low, low)
    if xpos in {"VBD", "VBN"} or low in VERBS:
        irregular = VERBS.get(low)
        if irregular:
            return irregular
    if low in {"has", "does", "goes"}:
        return {"has": "have", "does": "do", "goes": "go"}[low]
    if low.endswith("ing") and xpos in {"VBG", "NN", ""}:
        return _base(low[:-3], low)
    if low.endswith("ed") and xpos in {"VBD", "VBN"}:
        return low[:-3] + "y" if low.endswith("ied") and len(low) > 4 else _base(low[:-2], low)
    if low.endswith("s") and xpos == "VBZ":
        return _without_s(low)
    return low


def _base(stem: str, whole: str) -> str:
    """Return the verb whose "-ed" or "-ing" form `whole` is `stem` and the ending."""
    if len(stem) < 2 or not any(char in _VOWELS for char in stem):
        return whole
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    candidates = [stem, stem + "e", *([stem[:-1]] if doubled else [])]
    if doubled and _is_doubled(stem):
        return stem[:-1]
    known = _dictionary(whole)
    if stem.endswith(("rfer", "dher", "ever")):
        return stem + "e"
    if known in candidates and not (known.endswith("e") and stem.endswith(_FULL)):
        return known
    if stem.endswith(_FULL):
        return stem
    # "hoping" of "hope": a short verb that ends like "hop" would have doubled its last letter.
    if _CLOSED.fullmatch(stem):
        return stem + "e"
    candidates.sort(key=lambda form: (form != stem + "e") if stem.endswith(_SILENT) else (form != stem))
    return next((form for form in candidates if _is_word(form)), candidates[0])


def _is_doubled(stem: str) -> bool:
    """Say whether the last letter is there for the ending's sake: "travell" and "stopp" yes, "kill" and "add" no."""
    if stem[-1] == "l":
        return len(_SYLLABLES.findall(stem)) > 1 and not stem.endswith(_LASTING_L)
    return stem[-1] in "bdgkmnprtv" and stem not in {"add", "ebb", "err", "purr", "butt", "putt", "shirr"}


def _without_s(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return low[:-2]
    if low.endswith("oes"):
        return low[:-2] if len(low) > 4 and not _is_word(low[:-1]) else low[:-1]
    if low.endswith("ses") and not _is_word(low[:-1]) and _is_word(low[:-2]):
        return low[:-2]
    return low if low.endswith("ss") or len(low) < 3 else low[:-1]


def _noun(low: str, xpos: str) -> str:
    if xpos == "NN":
        return low
    if low in NOUNS:
        return NOUNS[low]
    if low in UNCHANGED or low[0].isdigit():
        return low
    for plural, single in (("women", "woman"), ("men", "man"), ("children", "child")):
        if low.endswith(plural):
            return low[: -len(plural)] + single
    if low.endswith(("us", "is", "ss")) or not low.endswith("s"):
        return low
    return _without_s(low)


def _compared(low: str, xpos: str) -> str:
    if xpos not in {"JJR", "JJS", "RBR", "RBS"}:
        return "not" if low == "n't" else low
    irregular = {"better": "good", "best": "good", "worse": "bad", "worst": "bad"}
    if low in irregular:
        return {"good": "well", "bad": "badly"}[irregular[low]] if xpos[0] == "R" else irregular[low]
    if low in _WHOLE:
        return low
    stem = low.removesuffix("est") if xpos.endswith("S") else low.removesuffix("er")
    if stem == low:
        return low
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt":
        return stem[:-1]
    choices = [stem, stem + "e", *([stem[:-1]] if len(stem) > 2 and stem[-1] == stem[-2] else [])]
    known = _dictionary(low)
    if known in choices and known != stem:
        return known
    if _CLOSED.fullmatch(stem):
        return stem + "e"
    return next((choice for choice in choices if _is_word(choice)), stem)
