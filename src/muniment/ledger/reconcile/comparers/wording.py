"""Texts, posts, places, populations and items compared by their words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from muniment.ledger.identity.wording import phrase_key
from muniment.ledger.reconcile.comparers.base import (
    DIFFERS,
    Comparer,
    Context,
    Outcome,
    Term,
    refines,
    same,
    text_of,
)
from muniment.ledger.reconcile.comparers.parties import described
from muniment.ledger.reconcile.comparers.words import content, topics
from muniment.schema.claim import Claim
from muniment.text.tokens import word_set

# Words that every second agreement or statement has: they tell none apart.
_GENERAL: Final = word_set(
    """cooperation cooperate relation relationship tie deepen deepening deeper strengthen strengthening closer further
    furthering promote promotion promoting enhance enhancing enhancement existing friendly bilateral mutual agreement
    deal talk discussion discuss issue matter question resolution motion draft vote field area various new possible
    contract memorandum roadmap pact treaty accord protocol plan"""
)
_WORDS_IN_COMMON: Final = 4
_HALF: Final = 0.5
_RANKS: Final = word_set(
    "deputy vice assistant associate acting interim former ex outgoing late honorary designate elect"
)
_JOBS: Final = word_set(
    """head chief director manager president chair chairman chairwoman chairperson ceo officer executive specialist
    analyst expert fellow researcher professor lecturer correspondent editor reporter spokesman spokeswoman
    spokesperson secretary general adviser advisor coordinator representative senior junior lead news affair programme
    desk team department office founder co"""
)
_QUOTED: Final = 0.7
_HELD: Final = 0.9
_SKETCH: Final = 8


@dataclass(frozen=True, slots=True)
class Bag(Term):
    """A text as its words."""

    words: frozenset[str]


def _bag(text: str, words: frozenset[str]) -> Bag:
    return Bag(" ".join(sorted(words)), tuple(sorted(words)), words)


class Wording(Comparer[Bag]):
    """The same words, in any order, number and spelling."""

    def term(self, claim: Claim, cell: str, context: Context) -> Bag | None:
        text = text_of(claim, cell)
        words = content(text)
        return Bag(" ".join(sorted(words)), (" ".join(sorted(words)),), words) if text else None

    def compare(self, one: Bag, other: Bag) -> Outcome:
        return DIFFERS


class Subject(Comparer[Bag]):
    """What an agreement, vote or occasion is about: one names all the telling words of the other, or most."""

    def term(self, claim: Claim, cell: str, context: Context) -> Bag | None:
        text = text_of(claim, cell)
        words = topics(text)
        return _bag(text, words - _GENERAL or words) if text else None

    def compare(self, one: Bag, other: Bag) -> Outcome:
        common = len(one.words & other.words)
        least = min(len(one.words), len(other.words))
        if common == least:
            return refines(len(one.words) > least, "says more of the same subject")
        told = common >= _WORDS_IN_COMMON or (common > 1 and common >= least * _HALF)
        return same("the subject in other words") if told else DIFFERS


class Quotation(Comparer[Bag]):
    """Reported words: one holds the other, or they are nearly the same."""

    def term(self, claim: Claim, cell: str, context: Context) -> Bag | None:
        text = text_of(claim, cell)
        words = content(text)
        sketch = sorted(hashlib.sha256(word.encode()).hexdigest()[:8] for word in words)[:_SKETCH]
        return Bag(phrase_key(text), tuple(sketch), words) if text else None

    def compare(self, one: Bag, other: Bag) -> Outcome:
        common, least = len(one.words & other.words), min(len(one.words), len(other.words))
        if least >= _WORDS_IN_COMMON and common >= _HELD * least:
            return refines(len(one.words) > least, "the longer quotation")
        return same("nearly the same words") if common >= _QUOTED * len(one.words | other.words) else DIFFERS


@dataclass(frozen=True, slots=True)
class Title(Bag):
    """A post: its words, those that rank it ("deputy", "former"), and whether a state or its forces bestow it."""

    ranks: frozenset[str]
    of_state: bool


class Post(Comparer[Title]):
    """Posts: "minister of defence" is "defence minister", and more precise than "minister". What a report calls the job
    of somebody who is no officer of state varies: one field, one job."""

    def term(self, claim: Claim, cell: str, context: Context) -> Title | None:
        text = text_of(claim, cell)
        words = content(text)
        of_state = described(text_of(claim, "object"))[1]
        key = f"{' '.join(sorted(words))}/{of_state}"
        return Title(key, tuple(sorted(words)), words, words & _RANKS, of_state) if text else None

    def compare(self, one: Title, other: Title) -> Outcome:
        if one.ranks != other.ranks:
            return DIFFERS
        common = one.words & other.words
        if one.words == other.words:
            return same("the same post")
        if common in (one.words, other.words):
            return refines(len(one.words) > len(common), "the post is more precise")
        if not (one.of_state or other.of_state) and common - _JOBS:
            return same("a job in one field, worded otherwise")
        return DIFFERS
