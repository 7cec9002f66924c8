"""Dates that an undated act takes from the occasion that its story is about.

A story of one day names that day once ("met on Tuesday"). What its headline tells, and what it goes on to tell of talks
and agreements in main clauses in the simple past, happened then; acts of violence in its first sentences share the one
day that is given for any of them; what is announced belongs to the visit announced; a visit takes the days it lasts.
What was said or done at another time, or in a sentence with a date of its own, takes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from muniment.claims.clauses.tense import is_headline
from muniment.claims.clauses.when import BARRIERS, dates_between, is_of_saying
from muniment.claims.dating.stays import lasting
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.claims.speech.days import BACKGROUND
from muniment.schema.claim import Value
from muniment.schema.span import Span
from muniment.text import edtf
from muniment.text.dates import resolve

_TOGETHER: Final = frozenset({"meetings", "agreements"})
_NARRATED: Final = _TOGETHER | {"votes"}
_HEADLINED: Final = _TOGETHER | {"measures", "votes", "transfers"}
_VIOLENT: Final = frozenset({"incidents", "tallies"})
# The first sentences of a story tell one event; six is the reach of "the attack" too (dating/retold).
_LEAD_SENTENCES: Final = 6
# In these what has been done is the news: "have agreed to cooperate, leaders said on Monday".
_NEWS_SENTENCES: Final = 3
_NEWS_DAYS: Final = 21
# What stands behind these is known from before: "broke off talks over her visit".
_POINTED_TO: Final = frozenset({"over", "about", "after", "following", "despite", "since", "because of", "against"})
_AHEAD: Final = frozenset({"will", "would", "'ll", "to"})


def date_by_occasion(reading: Reading, proposals: Sequence[Proposal], news: tuple[str, Span | None]) -> list[Proposal]:
    """The proposals in their order, some with a date more. `news` is the day of the news: EDTF and its words."""
    told = _given(reading, proposals, news, _is_of_the_day)
    told = [lasting(reading, proposal) for proposal in told]
    visits = [proposal for proposal in told if proposal.date and _is_visit_ahead(proposal)]
    sides = _sides(reading, visits)
    told = _given(reading, told, _only(visits), lambda reading, each: _is_announced(reading, each, sides))
    acts = [proposal for proposal in told if _is_recent(reading, proposal) and _is_act_of_the_lead(reading, proposal)]
    return _given(reading, told, _only(acts), _is_act_of_the_lead)


def _is_recent(reading: Reading, proposal: Proposal) -> bool:
    """True for a claim dated by one day of the weeks before publication."""
    day, published = edtf.day(proposal.date), edtf.day(reading.document.published)
    return day is not None and (published is None or (published - day).days <= _NEWS_DAYS)


def _given(
    reading: Reading,
    proposals: Sequence[Proposal],
    date: tuple[str, Span | None],
    takes: Callable[[Reading, Proposal], bool],
) -> list[Proposal]:
    """The proposals; those without a date in them or in their sentence that fulfil `takes` have `date`."""
    if not date[0]:
        return list(proposals)
    return [
        replace(proposal, date=date[0], date_span=date[1])
        if not proposal.date and takes(reading, proposal) and not _has_other(reading, proposal, date[0])
        else proposal
        for proposal in proposals
    ]


def _only(proposals: Sequence[Proposal]) -> tuple[str, Span | None]:
    """The one date that all dated ones among the proposals have."""
    dated = [(proposal.date, proposal.date_span) for proposal in proposals if proposal.date]
    return dated[0] if len({date for date, _ in dated}) == 1 else ("", None)


def _is_of_the_day(reading: Reading, proposal: Proposal) -> bool:
    head = _head(reading, proposal)
    if is_headline(reading, head):
        return proposal.register in _HEADLINED and _is_done(proposal)
    return proposal.register in _NARRATED and _is_done(proposal) and _is_narrated(reading, head)


def _is_done(proposal: Proposal) -> bool:
    """True for what happened; also for the agreeing itself where what was agreed lies ahead."""
    return proposal.modality == "asserted" or (proposal.modality == "planned" and proposal.register == "agreements")


def _is_narrated(reading: Reading, head: int) -> bool:
    """True in a main clause in the simple past, or in the perfect of the lead ("have agreed"), that nothing sends into
    the background."""
    tree = reading.tree
    path = [head, *tree.climb(head)]
    told = next((index for index in path if _is_told(reading, index)), path[-1])
    path = path[: path.index(told)]
    if any(tree.tokens[index].deprel in BARRIERS - {"conj"} for index in path):
        return False
    if any(tree.case(index) in _POINTED_TO for index in path):
        return False
    if any(_sends_back(reading, kid) for index in (*path, told) for kid in tree.kids(index, "advmod")):
        return False
    aux = {tree.tokens[child].text.lower(): tree.tokens[child].xpos for child in tree.kids(told, "aux")}
    form = tree.tokens[told].xpos
    if aux.keys() & {"have", "has", "had"}:
        return form == "VBN" and "had" not in aux and tree.sentence_of[head] < _NEWS_SENTENCES
    return form == "VBD" or (form == "VBN" and "VBD" in aux.values())


def _sends_back(reading: Reading, adverb: int) -> bool:
    """True for "previously" and the like; not where a sentence opens with "Earlier,": earlier on the day."""
    tree = reading.tree
    if tree.tokens[adverb].text.lower() not in BACKGROUND:
        return False
    opens = adverb == tree.sentences[tree.sentence_of[adverb]].first
    return not (opens and tree.tokens[adverb].text == "Earlier" and tree.tokens[adverb + 1].text == ",")


def _is_told(reading: Reading, index: int) -> bool:
    """True for the head of a main clause with who reports it behind: "They met on Monday, officials said"."""
    token = reading.tree.tokens[index]
    return token.deprel == "ccomp" and token.head > index and reading.tree.tokens[token.head].deprel == "root"


def _is_visit_ahead(proposal: Proposal) -> bool:
    return proposal.register == "meetings" and (proposal.modality == "planned" or "/" in proposal.date)


def _sides(reading: Reading, proposals: Sequence[Proposal]) -> set[str]:
    """Who meets, and the countries of those who do."""
    named = {
        str(name)
        for proposal in proposals
        for cell in ("guest", "host", "parties")
        if cell in proposal.cells
        for name in _listed(proposal.cells[cell].value)
    }
    return named | {reading.homes[name] for name in named if name in reading.homes}


def _listed(value: Value) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, tuple) else (value,)


def _is_announced(reading: Reading, proposal: Proposal, visited: set[str]) -> bool:
    """True for plans of those who are to meet."""
    if proposal.register not in _TOGETHER or proposal.modality not in {"planned", "possible"}:
        return False
    if proposal.register == "meetings" and not visited & _sides(reading, [proposal]):
        return False
    return any(reading.tree.tokens[index].text.lower() in _AHEAD for index in reading.tree.within(proposal.evidence))


def _is_act_of_the_lead(reading: Reading, proposal: Proposal) -> bool:
    if proposal.register not in _VIOLENT or proposal.modality != "asserted":
        return False
    return reading.tree.sentence_of[_head(reading, proposal)] < _LEAD_SENTENCES


def _head(reading: Reading, proposal: Proposal) -> int:
    return reading.tree.top(reading.tree.within(proposal.evidence))


def _has_other(reading: Reading, proposal: Proposal, day: str) -> bool:
    """True where the sentence tells another date than `day` that is not one of saying."""
    sentence = reading.tree.sentences[reading.tree.sentence_of[_head(reading, proposal)]]
    published = reading.document.published
    return any(
        not is_of_saying(reading, date) and resolve(date, published) != day
        for date in dates_between(reading, sentence.start, sentence.end)
    )
