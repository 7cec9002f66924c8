"""Tidies the names that the network finds: edges first, then one type for one name in a document.

The network sees one sentence at a time; a document says "Hezbollah" eight times and means the same each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from muniment.language.tokenise import TITLES, Word
from muniment.schema.mention import Mention

Span = tuple[int, int, str]

_CALENDAR: Final = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.",
     "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
     ",", "-", "of", "the", "a.m.", "p.m.", "gmt"}
)  # fmt: skip
_KEPT_COMMA: Final = frozenset({"D.C.", "DC", "Inc.", "Inc", "Ltd", "Ltd.", "LLC", "Jr.", "Sr."})


def tidy(words: Sequence[Word], spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the names of a sentence with clean edges; spans are (first word, word after the last, type).

    Dates and words without a capital go, "Lund, Norway" is two places, "Berg of Norway" a person and a place, and
    abbreviated titles stay outside.
    """
    for start, end, kind in spans:
        if all(_is_of_calendar(word.text) or word.text.islower() for word in words[start:end]):
            continue
        if kind == "person":
            yield from _person(words, start, end)
        elif kind == "place":
            yield from _places(words, start, end)
        else:
            yield start, end, kind


def _is_of_calendar(word: str) -> bool:
    return word.lower() in _CALENDAR or word[0].isdigit()


def _person(words: Sequence[Word], start: int, end: int) -> Iterator[Span]:
    while end - start > 1 and words[start].text.lower().rstrip(".") in TITLES and words[start].text[-1] == ".":
        start += 1
    of = next((place for place in range(start + 2, end - 1) if words[place].text == "of"), end)
    yield start, of, "person"
    first = of + 1 + (of + 2 < end and words[of + 1].text == "the")
    if of < end and words[first].text[0].isupper():
        yield first, end, "place"


def _places(words: Sequence[Word], start: int, end: int) -> Iterator[Span]:
    commas = [
        place
        for place in range(start + 1, end - 1)
        if words[place].text == "," and words[place + 1].text not in _KEPT_COMMA
    ]
    for before, after in pairwise([start - 1, *commas, end]):
        if after > before + 1:
            yield before + 1, after, "place"


def agree(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return `mentions` of one document with the type that each name has most often there; the first wins a tie.

    A last name counts as the person whose full name the document gives.
    """
    votes: dict[str, Counter[str]] = {}
    full: set[str] = set()
    for mention in mentions:
        name = text[mention.start : mention.end]
        votes.setdefault(name, Counter())[mention.type] += 1
        if mention.type == "person" and " " in name:
            full.add(name)
    for name in sorted(full):
        last = name.rsplit(None, 1)[-1]
        if last in votes:
            votes[last]["person"] += 1
    best = {name: counts.most_common(1)[0][0] for name, counts in votes.items()}
    return [Mention(m.start, m.end, best[text[m.start : m.end]], m.value) for m in mentions]
