"""The evaluation of the CoNLL 2018 shared task: how good is a parse of raw text, where words may be parted differently.

Zeman et al. (2018), "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal Dependencies", section 5.
Words of the system are aligned with words of the corpus: the same characters, or, where one side has a token of several
words ("don't"), the longest common sequence of the words' forms in the characters that such tokens span. A figure is
the F1 of aligned words that agree; relations are compared without their subtypes, as the task does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# Each figure in the table's order; the last five are over aligned words.
METRICS: Final = ("tokens", "sentences", "words", "UPOS", "XPOS", "lemma", "UAS", "LAS")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """A syntactic word. `span` is that of its surface token, which it may share with others (`compound`)."""

    span: Span
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int  # index into Parse.words; -1 for the root
    deprel: str
    compound: bool = False


@dataclass(frozen=True, slots=True)
class Parse:
    """One text, parsed; every span counts characters of the same text."""

    tokens: Sequence[Span]
    sentences: Sequence[Span]
    words: Sequence[ParsedWord]


@dataclass(slots=True)
class Counts:
    """What is right, what was said and what is gold, metric by metric; texts add up."""

    right: Counter[str]
    said: Counter[str]
    gold: Counter[str]

    @classmethod
    def none(cls) -> Counts:
        """Counts of no text."""
        return cls(Counter(), Counter(), Counter())

    def add(self, gold: Parse, said: Parse) -> None:
        """Count one text."""
        self._add("tokens", len(set(gold.tokens) & set(said.tokens)), len(gold.tokens), len(said.tokens))
        self._add("sentences", len(set(gold.sentences) & set(said.sentences)), len(gold.sentences), len(said.sentences))
        pairs = aligned(gold.words, said.words)
        home = {other: word for word, other in pairs} | {-1: -1}
        for metric, right in _agreements(gold.words, said.words, pairs, home).items():
            self._add(metric, right, len(gold.words), len(said.words))

    def _add(self, metric: str, right: int, gold: int, said: int) -> None:
        self.right[metric] += right
        self.gold[metric] += gold
        self.said[metric] += said

    def f1(self) -> dict[str, float]:
        """Return the F1 of each metric; 0 where nothing was said and nothing is gold."""
        sums = {metric: self.said[metric] + self.gold[metric] for metric in METRICS}
        return {metric: 2 * self.right[metric] / sums[metric] if sums[metric] else 0.0 for metric in METRICS}


def _agreements(
    gold: Sequence[ParsedWord], said: Sequence[ParsedWord], pairs: Sequence[tuple[int, int]], home: dict[int, int]
) -> dict[str, int]:
    right = Counter[str]()
    for place, other in pairs:
        word, guess = gold[place], said[other]
        attached = home.get(guess.head, -2) == word.head
        right["words"] += 1
        right["UPOS"] += word.upos == guess.upos
        right["XPOS"] += word.xpos == guess.xpos
        right["lemma"] += word.lemma in {guess.lemma, "_"}
        right["UAS"] += attached
        right["LAS"] += attached and _universal(word.deprel) == _universal(guess.deprel)
    return {metric: right[metric] for metric in METRICS[2:]}


def _universal(deprel: str) -> str:
    return deprel.partition(":")[0]


def aligned(gold: Sequence[ParsedWord], said: Sequence[ParsedWord]) -> list[tuple[int, int]]:
    """Return the pairs of indices of words that are the same word, in order."""
    pairs: list[tuple[int, int]] = []
    place = other = 0
    while place < len(gold) and other < len(said):
        word, guess = gold[place], said[other]
        if word.compound or guess.compound:
            first, start, place, other = _compound_span(gold, said, place, other)
            pairs.extend(_common(gold, said, range(first, place), range(start, other)))
        elif word.span == guess.span:
            pairs.append((place, other))
            place, other = place + 1, other + 1
        elif word.span[0] <= guess.span[0]:
            place += 1
        else:
            other += 1
    return pairs


def _compound_span(
    gold: Sequence[ParsedWord], said: Sequence[ParsedWord], place: int, other: int
) -> tuple[int, int, int, int]:
    """Return where the words of overlapping surface tokens of several words begin and end on both sides."""
    word, guess = gold[place], said[other]
    if word.compound:
        end = word.span[1]
        other += not guess.compound and guess.span[0] < word.span[0]
    else:
        end = guess.span[1]
        place += word.span[0] < guess.span[0]
    first, start = place, other
    while not (_beyond(gold, place, end) and _beyond(said, other, end)):
        if place < len(gold) and (other >= len(said) or gold[place].span[0] <= said[other].span[0]):
            end = max(end, gold[place].span[1]) if gold[place].compound else end
            place += 1
        else:
            end = max(end, said[other].span[1]) if said[other].compound else end
            other += 1
    return first, start, place, other


def _beyond(words: Sequence[ParsedWord], place: int, end: int) -> bool:
    if place >= len(words):
        return True
    word = words[place]
    return word.span[0] >= end if word.compound else word.span[1] > end


def _common(
    gold: Sequence[ParsedWord], said: Sequence[ParsedWord], places: range, others: range
) -> list[tuple[int, int]]:
    """Return the pairs of a longest common subsequence of forms, letter case aside."""
    forms = [gold[place].form.lower() for place in places]
    guesses = [said[other].form.lower() for other in others]
    longest = [[0] * (len(guesses) + 1) for _ in range(len(forms) + 1)]
    for row in reversed(range(len(forms))):
        for column in reversed(range(len(guesses))):
            same = forms[row] == guesses[column]
            longest[row][column] = max(
                1 + longest[row + 1][column + 1] if same else 0, longest[row + 1][column], longest[row][column + 1]
            )
    pairs, row, column = [], 0, 0
    while row < len(forms) and column < len(guesses):
        if forms[row] == guesses[column]:
            pairs.append((places[row], others[column]))
            row, column = row + 1, column + 1
        elif longest[row][column] == longest[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs
