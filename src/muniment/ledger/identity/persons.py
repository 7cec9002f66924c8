"""Whether two full names can be one person's, and what says so. Names alone: who they are of is asked elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from muniment.ledger.identity.sound import alike, bones, cut_in_two, is_syllable, korean, slipped
from muniment.schema.entity import Feature
from muniment.text.names import PARTICLES

Words = tuple[str, ...]

# What a likeness of names is worth; two names are one from 1.0 on, so that only the same words (and the same but for
# initials, with anything shared) suffice by themselves. Chosen on the
# cases of tests/ledger/identity; `benchmarks/identity.py` says what another choice wins and loses.
SAME: Final = 1.0
WITHOUT_INITIALS: Final = 0.9
ANOTHER_ORDER: Final = 0.8
ANOTHER_SPELLING: Final = 0.7
PART: Final = 0.6
BEGINNING: Final = 0.4
ONE_LETTER: Final = 0.5
SHORT_GIVEN: Final = 0.6
INITIALS: Final = 0.5
_KEPT: Final = 65_536
_NUMBERS: Final = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii".split())
_SERVANT: Final = frozenset({"abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abder", "abdus"})
_MOST_WORDS: Final = 7  # of a person's name; what is longer is compared as a whole only
_LETTERS: Final = 13  # of a name that few share by chance
LONG: Final = 0.2


@lru_cache(maxsize=_KEPT)
def parts(words: Words) -> Words:
    """The telling words of a name: particles gone, "abd al-rahman" and "abdul rahman" one word."""
    joined: list[str] = []
    servant = False
    for word in words:
        if word in _SERVANT and not servant:
            servant = True
        elif word in PARTICLES and (servant or len(words) > 1):
            continue
        else:
            joined.append(f"abd{word}" if servant else _servant(word))
            servant = False
    return tuple(joined) or words


def _servant(word: str) -> str:
    """ "abdelrahman" as "abdrahman"."""
    for head in sorted(_SERVANT - {"abd"}):
        if word.startswith(head) and len(word) > len(head) + 2:
            return "abd" + word[len(head) :]
    return word


@lru_cache(maxsize=_KEPT)
def likeness(one: Words, other: Words) -> Feature | None:
    """How two names of two words or more can be one person's; None where they cannot. Symmetric."""
    first, second = sorted((parts(one), parts(other)), key=lambda words: (len(words), words))
    shown = f"{' '.join(one)} / {' '.join(other)}" if one <= other else f"{' '.join(other)} / {' '.join(one)}"
    if first == second:
        return Feature("same words", " ".join(first), SAME)
    if "".join(first) == "".join(second):
        return Feature("same letters", "".join(first), SAME)
    if sorted(first) == sorted(second):
        return Feature("another order of words", shown, ANOTHER_ORDER)
    if (first[-1] in _NUMBERS or second[-1] in _NUMBERS) and first[-1] != second[-1]:
        return None
    if len(first) == len(second):
        return _aligned(first, second, shown)
    return _syllables(first, second, shown) or _partly(first, second, shown)


def clash(one: Words, other: Words) -> bool:
    """True where two full names cannot be one person's."""
    return len(one) > 1 and len(other) > 1 and likeness(*sorted((one, other))) is None


def keys(words: Words) -> Iterator[tuple[str, ...]]:
    """Keys of which two names that can be one share at least one, as a rule."""
    kept = parts(words)
    ends = sorted((bones(kept[0]), bones(kept[-1])))
    yield ("ends", *ends)
    yield ("initial", kept[0][0], bones(kept[-1]))
    yield ("order", *sorted(bones(word) for word in kept if len(word) > 1))
    yield ("family", bones(kept[-1]), str(len(kept)))
    yield ("given", kept[0], kept[-1][0])
    yield ("front", *map(bones, kept[:2]))
    cut = _cut(kept)
    if cut:
        yield from (("syllables", *map(_broad_syllable, pair)) for pair in pairwise(cut))


def is_long(words: Words) -> bool:
    """True where a name has so many letters that few share it by chance."""
    return sum(len(word) for word in parts(words)) >= _LETTERS


def _aligned(first: Words, second: Words, shown: str) -> Feature | None:
    """As many words on both sides, in order or with the family's name moved to the other end."""
    turns = [second, (*second[1:], second[0]), (second[-1], *second[:-1])]
    found = [kind for turn in dict.fromkeys(turns) if (kind := _word_by_word(first, turn))]
    best = max(found, key=lambda kind: kind[1], default=None)
    return Feature(best[0], shown, best[1]) if best else None


def _word_by_word(first: Words, second: Words) -> tuple[str, float] | None:
    """The weakest link names the feature. The last words must be one word in two spellings, or one letter apart."""
    worst: tuple[str, float] = ("another spelling", ANOTHER_SPELLING)
    last = len(first) - 1
    for at, (left, right) in enumerate(zip(first, second, strict=True)):
        small, large = sorted((left, right), key=len)
        if alike(left, right) > 0 or (last == 2 and korean(left, right)):
            continue
        if slipped(left, right):
            worst = min(worst, ("one letter differs", ONE_LETTER), key=lambda kind: kind[1])
        elif at == last:
            return None
        elif len(small) == 1 and large.startswith(small):
            worst = min(worst, ("initials fit", INITIALS), key=lambda kind: kind[1])
        elif len(small) >= 3 and len(large) > len(small) + 1 and large.startswith(small):
            worst = min(worst, ("short given name", SHORT_GIVEN), key=lambda kind: kind[1])
        else:
            return None
    return worst


def _syllables(first: Words, second: Words, shown: str) -> Feature | None:
    """ "Mao Tse-tung" and "Mao Zedong": the given name cut into its syllables on both sides."""
    left, right = _cut(first), _cut(second)
    return _aligned(left, right, shown) if left and len(left) == len(right) else None


def _cut(words: Words) -> Words:
    """The syllables of a Chinese or Korean name of two or three; () for other names."""
    cut = tuple(part for word in words for part in ((word,) if is_syllable(word) else cut_in_two(word)))
    return cut if 2 <= len(cut) <= 3 and all(is_syllable(part) for part in cut) else ()


def _broad_syllable(word: str) -> str:
    """A class that holds all readings of a syllable: how it ends."""
    return "ng" if word.endswith("ng") else word[-1] if word[-1] in "nmlkpt" else "a"


def _partly(first: Words, second: Words, shown: str) -> Feature | None:
    """The shorter name is the longer one without some words; the family's name must be among what is left."""
    if len(first) < 2 or len(second) > _MOST_WORDS:
        return None
    extra = [word for word in second if word not in first]
    if any(len(word) == 1 for word in first) and any(len(word) == 1 for word in extra):
        return None  # "George W" is not "George H. W."
    if len(extra) == len(second) - len(first) and all(len(word) == 1 for word in extra):
        return Feature("same words but for initials", shown, WITHOUT_INITIALS)
    for kept in combinations(range(len(second)), len(first)):
        worst = _word_by_word(first, tuple(second[at] for at in kept))
        ends = kept[-1] == len(second) - 1 and (kept[0] == 0 or kept[0] == len(second) - len(first))
        if worst and ends:
            return Feature("part of the fuller name", shown, min(PART, worst[1]))
        if worst and kept == tuple(
            range(len(first))
        ):  # a second surname left out, or the only one: "José María" of whom?
            return Feature("beginning of the fuller name", shown, min(BEGINNING, worst[1]))
    return None
