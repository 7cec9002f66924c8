"""Roll calls: lists of states behind or before the way they voted ("Voting against were ...", "Abstaining: ...").

Such lists are as often no sentences as they are, so they are read off the words. Body and question are those of the
vote told of last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.mention import Mention
from muniment.schema.span import Span

_WAYS: Final = r"(?P<way>in\s+favou?r|for|yes|against|no|abstain(?:ing|ed)|abstentions?)"
_BEHIND: Final = re.compile(
    rf"(?:\b(?:those\s+)?(?:who\s+)?vot(?:ing|ed)\s+{_WAYS}\s+(?:were|was|are)\b:?"
    rf"|(?:(?<=\n)|(?<=[.;:]\s)|^)\s*{_WAYS.replace('way', 'label')}\s*(?:\(\d+\))?\s*[:–—-])(?P<list>[^.;:\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_BEFORE: Final = re.compile(
    r"(?:\((?P<list>[^()\n]*)\)|,\s*(?:among\s+them|including|namely)\s+(?P<among>[^.;:\n]*?),)\s*(?:states?\s+)?"
    r"(?P<way>abstain(?:ing|ed)|vot(?:ing|ed)\s+(?:in\s+favou?r|against|yes|no))",
    re.IGNORECASE,
)
# "Sudan and Cuba were among those opposing the text."
_AMONG: Final = re.compile(
    r"(?P<list>[^.;:\n]{2,200}?)\s+(?:were|was|are)\s+(?:also\s+)?among\s+(?:the\s+)?(?:those|countries|states|nations|members|\w+)\s+"
    r"(?:that\s+|who\s+|which\s+)?(?P<way>oppos(?:ing|ed)|abstain(?:ing|ed)|vot(?:ing|ed)\s+(?:in\s+favou?r|against|for|no)|"
    r"(?:supporting|backing|backed|supported))\b",
    re.IGNORECASE,
)
_CHOICE: Final = (("abst", "abstain"), ("against", "against"), ("no", "against"), ("oppos", "against"), ("", "for"))
# Letters between the names of a list that is nothing but names: "and", "the", "both".
_SMALL: Final = re.compile(
    r"\b(?:and|the|both|as well as|of|republic|states?|countries|members?|\d+|all|other)\b|[\W_]+", re.IGNORECASE
)
# How far back the vote may have been told of, in characters.
_REACH: Final = 2500


def date_voters(facts: Iterable[Proposal]) -> list[Proposal]:
    """The facts; how somebody voted has the date of the vote on that question, where the text dates it."""
    listed = list(facts)
    days: dict[object, Proposal] = {}
    for fact in listed:
        if fact.register == "votes" and fact.date and fact.modality == "asserted" and "question" in fact.cells:
            days.setdefault(fact.cells["question"].value, fact)
    return [_on_the_day(fact, days) for fact in listed]


def counted_once(facts: Iterable[Proposal]) -> list[Proposal]:
    """The facts without counts that another frame tells in the same words with a question of its own: theirs was taken
    from a sentence before."""
    listed = list(facts)
    own = [fact for fact in listed if _sides(fact) and _asks_itself(fact)]
    return [
        fact
        for fact in listed
        if not _sides(fact)
        or _asks_itself(fact)
        or all(_sides(other) != _sides(fact) or not other.evidence.overlaps(fact.evidence) for other in own)
    ]


def _sides(fact: Proposal) -> tuple[object, ...]:
    """The numbers of a vote, () for all else."""
    if fact.register != "votes" or "for" not in fact.cells:
        return ()
    return tuple(fact.cells[side].value if side in fact.cells else None for side in ("for", "against", "abstain"))


def _asks_itself(fact: Proposal) -> bool:
    span = fact.cells["question"].span if "question" in fact.cells else None
    return span is not None and span.overlaps(fact.evidence)


def _on_the_day(fact: Proposal, days: dict[object, Proposal]) -> Proposal:
    open_ = fact.register == "votes" and not fact.date and fact.modality == "asserted" and "question" in fact.cells
    vote = days.get(fact.cells["question"].value) if open_ else None
    return fact if vote is None else replace(fact, date=vote.date, date_span=vote.date_span)


def rolls(reading: Reading, facts: Iterable[Proposal]) -> Iterator[Proposal]:
    """A proposal for each country of each list, where a vote has been told of before."""
    votes = [fact for fact in facts if fact.register == "votes" and "question" in fact.cells]
    for pattern in (_BEHIND, _BEFORE, _AMONG) if votes else ():
        for found in pattern.finditer(reading.text):
            yield from _voters(reading, found, votes)


def _voters(reading: Reading, found: re.Match[str], votes: list[Proposal]) -> Iterator[Proposal]:
    groups = found.groupdict()
    part = "list" if groups["list"] is not None else "among"  # the two shapes of _BEFORE
    way = (groups.get("way") or groups.get("label") or "").lower().removeprefix("voting ").removeprefix("voted ")
    choice = next(value for start, value in _CHOICE if way.startswith(start))
    start, end = found.span(part)
    states = [m for m in reading.mentions if m.type == "country" and start <= m.start and m.end <= end]
    before = [v for v in votes if v.evidence.start <= found.end() and found.start() - v.evidence.end <= _REACH]
    if not states or not before or _says_more(reading.text, start, end, states):
        return
    vote = max(before, key=lambda each: each.evidence.start)
    told = {name: vote.cells[name] for name in ("body", "question") if name in vote.cells}
    at = Span(found.end() - len(found[0].lstrip(" \n,(")), found.end())
    for state in states:
        voter = Cell(state.value, Span(state.start, state.end))
        cells = {**told, "voter": voter, "choice": Cell(choice, at)}
        yield Proposal("votes", "votes.roll", at, cells, "asserted", date=vote.date, date_span=vote.date_span)


def _says_more(text: str, start: int, end: int, states: list[Mention]) -> bool:
    """True where a stretch holds more words than the names and what joins them."""
    rest = text[start:end]
    for state in states:
        rest = rest.replace(text[state.start : state.end], " ")
    return len(_SMALL.sub("", rest)) > 12
