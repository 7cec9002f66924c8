"""Which language a text is in, cheaply: the script its letters are of, then the function words it uses.

Good for "is this English?" and for telling the world's news languages apart on a paragraph; it says "" rather
than guess on a few words. Near relatives (Danish and Norwegian, Czech and Slovak) may be taken for each other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import Final

from muniment.intake.profiles import ARABIC, CYRILLIC, FUNCTION_WORDS, NAMES, SCRIPTS

_WORD: Final = re.compile(r"[^\W\d_]+")
_STARTS: Final = [first for first, _, _ in SCRIPTS]
_SAMPLE: Final = 20_000  # characters looked at; shares settle long before
_MIN_WORDS: Final = 8
_MIN_SHARE: Final = 0.12  # running prose has 0.3 to 0.5 function words (Finnish 0.15), lists of names under 0.1
_MIN_DIFFERENT: Final = 4  # different function words, so that a list full of "de" is not yet Spanish
_LEAD: Final = 1.25  # how far English and another language must lie apart to be told


def detect(text: str) -> str:
    """The ISO 639-1 code of the language most of `text` is in, "" where that cannot be told."""
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script != "latin":
        return _in_script(script, sample)
    words = [word.lower() for word in _WORD.findall(sample) if len(word) > 1]
    if len(words) < _MIN_WORDS:
        return ""
    counts = Counter(words)
    shares = sorted(((_share(counts, len(words), language), language) for language in FUNCTION_WORDS), reverse=True)
    (first, language), (second, runner_up) = shares[0], shares[1]
    if first < _MIN_SHARE or ("en" in (language, runner_up) and first < _LEAD * second):
        return ""
    different = len(FUNCTION_WORDS[language].intersection(words))
    return language if different >= (2 if language == "en" else _MIN_DIFFERENT) else ""


def english_share(text: str) -> float:
    """The share of English function words among the words of `text`, 0 for no words."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    return _share(Counter(words), len(words), "en")


def normalised(declared: str) -> str:
    """The ISO 639-1 code of a declared language ("en-GB", "English"), "" where it is none we know."""
    word = declared.strip().lower().replace("_", "-").split("-")[0]
    if word in NAMES:
        return NAMES[word]
    return word if len(word) == 2 and word.isascii() and word.isalpha() else ""


def clearly_foreign(segment: str) -> bool:
    """True where a sentence that stands in an English document is, beyond doubt, in another language.

    Either nearly all of its letters are of another script; or it has no English function word, three or more
    different ones of one other language, at least three in ten words, and its other words in small letters
    are no English ones. Foreign names inside an English sentence never fulfil this.
    """
    if not segment.isascii() and _in_another_script(segment):
        return True
    words = _WORD.findall(segment)
    small = [word.lower() for word in words]
    if len(words) < 5 or FUNCTION_WORDS["en"].intersection(small) - _SHARED_WITH_ENGLISH:
        return False
    return any(_is_in(language, words, small) for language in FUNCTION_WORDS if language != "en")


# English function words that are as common elsewhere and so speak for neither side ("a", "no", "as" ...).
_SHARED_WITH_ENGLISH: Final = frozenset(
    word
    for word in FUNCTION_WORDS["en"]
    if len(word) <= 3 and sum(word in words for words in FUNCTION_WORDS.values()) > 1
)


def _in_another_script(segment: str) -> bool:
    letters = [c for c in segment if c.isalpha()]
    return len(letters) >= 8 and sum(_script_of(c) != "latin" for c in letters) > 0.8 * len(letters)


def _is_in(language: str, words: list[str], small: list[str]) -> bool:
    profile = FUNCTION_WORDS[language] - FUNCTION_WORDS["en"]
    hits = [word for word in small if word in profile]
    if len(set(hits)) < 3 or len(hits) < 0.3 * len(words):
        return False
    from simplemma import is_known

    others = {w for w, low in zip(words, small, strict=True) if w == low and low not in profile and len(w) > 2}
    english = sum(bool(is_known(word, lang="en")) for word in others)
    return len(others) >= 2 and 2 * english <= len(others)


def _share(counts: Counter[str], total: int, language: str) -> float:
    return sum(counts[word] for word in FUNCTION_WORDS[language] if word in counts) / total if total else 0.0


def _script_of(character: str) -> str:
    point = ord(character)
    at = bisect_right(_STARTS, point) - 1
    return SCRIPTS[at][2] if at >= 0 and point <= SCRIPTS[at][1] else "latin"


def _script(sample: str) -> str:
    """The script of most letters; where Han and kana mix it is Japanese, however few the kana."""
    if sample.isascii():
        return "latin"
    counts = Counter(_script_of(c) for c in sample[:5000] if c.isalpha())
    if not counts:
        return "latin"
    if counts["ja"] and counts["ja"] + counts["zh"] > counts["latin"]:
        return "ja"
    return counts.most_common(1)[0][0]


def _in_script(script: str, sample: str) -> str:
    rules = {"cyrillic": CYRILLIC, "arabic": ARABIC}.get(script)
    if rules is None:
        return script
    seen = Counter(sample)
    return next(lang for letters, lang in rules if not letters or any(seen[letter] for letter in letters))
