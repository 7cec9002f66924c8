"""Which country a story speaks of where it names an office and not whose: "Prime Minister X said". Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Final

from muniment.vocabulary.countries import CountryMention, find_countries
from muniment.vocabulary.load import read_yaml


@cache
def offices() -> Mapping[tuple[str, ...], tuple[str, frozenset[str]]]:
    """The words of an office → ("only" or "not", codes of states)."""
    found = {}
    for office, spec in read_yaml("posts.yaml")["offices"].items():
        ((side, codes),) = spec.items()
        found[tuple(office.split())] = (str(side), frozenset(str(codes).split()))
    return found


def rule_for(post: str) -> tuple[str, frozenset[str]] | None:
    """The rule for the office that the post's last words name ("former culture minister": that of "minister")."""
    words = post.lower().replace("-", " ").split()
    if words == ["minister"]:
        return None  # one of many, of some state
    for first in range(len(words)):
        rule = offices().get(tuple(words[first:]))
        if rule is not None:
            return rule
    return None


_SCOPE = re.compile(r"\s+(?:for|to|on|in|of|at)\s.*$", re.DOTALL)


def is_state_office(post: str) -> bool:
    """True for an office that only a state has, whichever: "Minister for Europe", "deputy defence minister"."""
    words = _SCOPE.sub("", post).lower().split()
    return rule_for(post) is not None or rule_for(" ".join(words)) is not None or words[-1:] == ["minister"]


class Spoken:
    """The countries that a text speaks of, by any name or form, with where."""

    def __init__(self, text: str) -> None:
        self._text = text
        known = (found for found in find_countries(text) if not found.doubt)
        self.mentions = [found for found in known if found.country.kind != "territory"]

    def whose(self, post: str, at: int) -> CountryMention | None:
        """The mention of the one country that a bare office named at offset `at` can be of, None where that is open.

        Of the countries that the text names and that have such an office: the only one, or the one that is named most
        and last before `at`, if it is named twice as often as the next or was the first to be named. Measured on the
        training stories: 15 of 15 for the only one, about 6 of 7 for the rest. A president where the United States
        are spoken of too may be theirs.
        """
        rule = rule_for(post)
        if rule is None:
            return None
        side, codes = rule
        able = [found for found in self.mentions if (found.country.code in codes) == (side == "only")]
        if not able:
            return None
        before = [found for found in able if found.start < at]
        ranked = Counter(found.country.code for found in able).most_common()
        nearest = before[-1] if before else able[0]
        if len(ranked) == 1:
            return nearest if self._is_owner(able[0]) or len(able) >= _needed(post, side, codes) else None
        (most, often), (_, next_often) = ranked[0], ranked[1]
        if often >= _FAR * next_often and not _is_president(post):
            return next(found for found in reversed([*able, *before]) if found.country.code == most)
        if not before or nearest.country.code != most or (_is_president(post) and _american(ranked)):
            return None
        return nearest if often >= 2 * next_often or (able[0].country.code == most and often > next_often) else None

    def _is_owner(self, found: CountryMention) -> bool:
        """True for "Nepal's" in the first sentence or two: whose affairs the text tells, not where somebody goes."""
        return found.start < _LEAD and self._text[found.end : found.end + 2] in {"'s", "’s"}

    def foremost(self, at: int) -> CountryMention | None:
        """The country that the text names at least twice as often as any other, at its last mention before `at`."""
        ranked = Counter(found.country.code for found in self.mentions).most_common(2)
        if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        mine = [found for found in self.mentions if found.country.code == ranked[0][0]]
        return next((found for found in reversed(mine) if found.start < at), mine[0])


# A country named in the first sentence or two, in characters; and how much more often than the next is plain.
_LEAD: Final = 300
_FAR: Final = 4


def _needed(post: str, side: str, codes: frozenset[str]) -> int:
    """How often a state must be named for its office to be meant: a single mention may be where somebody goes."""
    if side == "only" and len(codes) == 1:
        return 1
    return 2 if " " in post else 3


def _is_president(post: str) -> bool:
    return post.lower().endswith("president")


def _american(ranked: list[tuple[str, int]]) -> bool:
    """True where the United States are named, yet less than the rest by no wide margin."""
    counts = dict(ranked)
    return ranked[0][0] != "US" and 5 * counts.get("US", 0) > ranked[0][1]
