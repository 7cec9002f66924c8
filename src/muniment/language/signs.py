"""What the branch is given of each word: the states of the network below it, what that network said, and signs.

The signs are lists of the vocabulary (a howitzer is artillery, a colonel bears a title) and whether the word stands
inside quote marks. Training and inference share this file: changing a list here asks for new training.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from muniment.language.tokenise import Word
from muniment.text.amount_words import CODES, CURRENCIES, ONES, SCALES, TENS, UNITS
from muniment.text.date_words import DAYTIMES, MONTHS, SEASONS, TODAY, WEEKDAYS
from muniment.text.date_words import UNITS as SPANS
from muniment.text.tokens import word_set
from muniment.vocabulary.countries import capital, country, demonym
from muniment.vocabulary.people import classes_of
from muniment.vocabulary.titles import is_title
from muniment.vocabulary.weapons import categories, weapon_category

_LISTS: Final = {
    "vehicle": word_set(
        "vehicle vehicles car cars truck trucks lorry lorries bus buses van vans minibus minibuses motorcycle "
        "motorcycles motorbike motorbikes bicycle bicycles tractor tractors trailer trailers tanker tankers "
        "ambulance ambulances taxi taxis jeep jeeps pickup pickups suv suvs train trains boat boats dinghy "
        "dinghies ferry ferries barge barges trawler trawlers yacht yachts ship ships vessel vessels freighter "
        "freighters airliner airliners plane planes bulldozer bulldozers excavator excavators loader loaders "
        "convoy convoys"
    ),
    "unit": word_set(
        "army armies navy brigade brigades battalion battalions regiment regiments division divisions platoon "
        "platoons squad squads company companies corps squadron squadrons fleet fleets militia militias command "
        "garrison garrisons forces force troops soldiers fighters militants rebels insurgents guard guards "
        "police gendarmerie unit units"
    ),
    "facility": word_set(
        "base bases airbase airport airports airfield airfields port ports harbour harbor hospital hospitals "
        "school schools prison prisons camp camps barracks bridge bridges dam dams plant plants refinery "
        "refineries pipeline pipelines mosque mosques church churches embassy embassies headquarters station "
        "stations stadium factory factories depot depots checkpoint checkpoints building buildings compound "
        "compounds market markets university palace tower site"
    ),
    "region": word_set(
        "city cities town towns village villages province provinces region regions district districts area areas "
        "country countries state states border borders river rivers sea island islands mountain mountains valley "
        "capital coast neighbourhood neighborhood suburb suburbs governorate territory territories county street "
        "road highway strip"
    ),
    "act": word_set(
        "act acts law laws bill bills treaty treaties agreement agreements accord accords resolution resolutions "
        "decree decrees constitution charter convention conventions pact protocol memorandum amendment ordinance "
        "code statute"
    ),
    "happening": word_set(
        "attack attacks war wars battle battles offensive offensives operation operations election elections "
        "summit summits conference conferences talks strike strikes bombing bombings massacre massacres coup "
        "protest protests exercise exercises ceremony festival crisis uprising revolution raid raids invasion "
        "ceasefire meeting meetings earthquake"
    ),
    "calendar": frozenset({*MONTHS, *WEEKDAYS, *SEASONS, *TODAY, *DAYTIMES}),
    "time": frozenset(SPANS),
    "measure": frozenset(UNITS),
    "money": frozenset({*CODES, *CURRENCIES, *(name + "s" for name in CURRENCIES), "$", "€", "£", "¥"}),
    "number": frozenset({*ONES, *TENS, *SCALES, "dozen", "dozens", "hundreds", "thousands", "millions", "several"}),
}  # fmt: skip
_ROLES: Final = ("populations", "actors", "sources")
HINTS: Final = (*_LISTS, *categories(), *_ROLES, "country", "demonym", "capital", "title", "digits")
REMEMBERED: Final = 100_000
# Words of a window: whole sentences of one document that the branch reads together.
WINDOW: Final = 192
# Sentences of a window are counted from 1; all beyond this one are the last.
MOST_SENTENCES: Final = 31

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.floating]
Bits = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Signs:
    """n words of one document. `marks` has five columns: part of speech, relation, name tag, quote mark, head.

    The head is a word of the same sentence, the word itself where it is the root.
    """

    states: Floats  # n, width of the states
    marks: Ints  # n, 5
    hints: Bits  # n, lists
    ends: tuple[int, ...]  # of the sentences, in words

    def windows(self, first: int = WINDOW, size: int = WINDOW) -> Iterator[tuple[int, int]]:
        """Yield (first word, word after the last): sentences in order, as many as fit; the first window may differ."""
        start = last = 0
        limit = first
        for end in self.ends:
            if end - start > limit and last > start:
                yield start, last
                start, limit = last, size
            last = end
        if last > start:
            yield start, last

    def window(self, start: int, end: int) -> tuple[Ints, Bits]:
        """Return marks and hints of these words: heads counted from `start`, a column of sentence numbers added."""
        numbers = np.searchsorted(self.ends, np.arange(start, end), side="right")
        marks = np.column_stack([self.marks[start:end], np.minimum(numbers - numbers[0] + 1, MOST_SENTENCES)])
        marks[:, 4] -= start
        return marks, self.hints[start:end]


def joined(parts: Sequence[Signs]) -> Signs:
    """Return the signs of consecutive parts of a document as one."""
    marks, ends, words = [], [], 0
    for part in parts:
        moved = part.marks.copy()
        moved[:, 4] += words
        marks.append(moved)
        ends += [words + end for end in part.ends]
        words += len(moved)
    return Signs(
        np.concatenate([part.states for part in parts]), np.concatenate(marks),
        np.concatenate([part.hints for part in parts]), tuple(ends),
    )  # fmt: skip


@lru_cache(maxsize=REMEMBERED)
def _hints(word: str) -> tuple[int, ...]:
    """Return the indices in HINTS of the lists that hold `word`."""
    return tuple(HINTS.index(name) for name in _named(word))


def _named(word: str) -> Iterator[str]:
    low = word.lower()
    yield from (name for name, words in _LISTS.items() if low in words)
    if any(char.isdigit() for char in word):
        yield "digits"
    if len(word) < 2 or not word[0].isalpha():
        return
    category = weapon_category(word)
    if category:
        yield category
    yield from classes_of(word)
    if is_title(word):
        yield "title"
    if word[0].isupper():
        for name, found in (("country", country(word)), ("demonym", demonym(word)), ("capital", capital(word))):
            if found:
                yield name


def hints(words: Sequence[Word]) -> Bits:
    """Return one row a word, one column a list of HINTS, 1 where the list holds the word."""
    table = np.zeros((len(words), len(HINTS)), dtype=np.float32)
    for place, word in enumerate(words):
        for column in _hints(word.text):
            table[place, column] = 1.0
    return table


def quoted(words: Sequence[Word], spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return where each word stands to the quotes: 0 outside, 1 first, 2 within, 3 last. Both are in order."""
    places = [0] * len(words)
    at = 0
    for start, end in spans:
        while at < len(words) and words[at].start < start:
            at += 1
        first = at
        while at < len(words) and words[at].end <= end:
            places[at] = 2
            at += 1
        if at > first:
            places[at - 1], places[first] = 3, 1
    return places
