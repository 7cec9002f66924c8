"""Dates that an undated act takes from the occasion that its story is about.

A story of one day names that day once ("met on Tuesday"). What its headline tells, and what it goes on to tell of talks
and agreements in main clauses in the simple past, happened then; acts of violence in its first sentences share the one
day that is given for any of them; what is announced belongs to the visit announced; a visit takes the days it lasts.
What was said or done at another time, or in a sentence with a date of its own, takes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from math import ceil
from typing import Final

from muniment.claims.clauses.when import BARRIERS, dates_between, is_of_saying
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.claims.speech.days import BACKGROUND, is_headline
from muniment.schema.span import Span
from muniment.text import edtf
from muniment.text.time_nodes import Lapse, TimeNode
from muniment.text.times import find_times

_TOGETHER: Final = frozenset({"meetings", "agreements"})
_HEADLINED: Final = _TOGETHER | {"measures", "votes"}
_VIOLENT: Final = frozenset({"incidents", "tallies"})
# The first sentences of a story tell one event; six is the reach of "the attack" too (facts/retold).
_LEAD_SENTENCES: Final = 6
# In these what has been done is the news: "have agreed to cooperate, leaders said on Monday".
_NEWS_SENTENCES: Final = 3
_VISITS: Final = frozenset({"visit", "trip", "tour", "stay", "mission"})
_AHEAD: Final = frozenset({"will", "would", "'ll", "to"})
_ASIDE: Final = frozenset({"acl", "acl:relcl", "conj", "appos"})
_DAYS_IN: Final = {"hour": 1 / 24, "day": 1, "week": 7}


def date_by_occasion(reading: Reading, proposals: Sequence[Proposal], news: tuple[str, Span | None]) -> list[Proposal]:
    """The proposals in their order, some with a date more. `news` is the day of the news: EDTF and its words."""
    told = _given(reading, proposals, news, _is_of_the_day)
    told = [_lasting(reading, proposal) if proposal.register == "meetings" else proposal for proposal in told]
    told = _given(reading, told, _only([p for p in told if _is_visit_ahead(p)]), _is_announced)
    acts = [proposal for proposal in told if edtf.day(proposal.date) and _is_act_of_the_lead(reading, proposal)]
    return _given(reading, told, _only(acts), _is_act_of_the_lead)


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
        if not proposal.date and takes(reading, proposal) and not _has_date(reading, proposal)
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
    return proposal.register in _TOGETHER and _is_done(proposal) and _is_narrated(reading, head)


def _is_done(proposal: Proposal) -> bool:
    """True for what happened; also for the agreeing itself where what was agreed lies ahead."""
    return proposal.modality == "asserted" or (proposal.modality == "planned" and proposal.register == "agreements")


def _is_narrated(reading: Reading, head: int) -> bool:
    """True in a main clause in the simple past, or in the perfect of the lead ("have agreed"), that nothing sends into
    the background."""
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[head]]
    path = [head, *tree.climb(head)]
    told = next((index for index in path if _is_told(reading, index)), path[-1])
    path = path[: path.index(told)]
    if any(tree.tokens[index].deprel in BARRIERS - {"conj"} for index in path):
        return False
    if any(tree.tokens[index].text.lower() in BACKGROUND for index in range(sentence.first, sentence.last)):
        return False
    aux = {tree.tokens[child].text.lower(): tree.tokens[child].xpos for child in tree.kids(told, "aux")}
    form = tree.tokens[told].xpos
    if aux.keys() & {"have", "has", "had"}:
        return form == "VBN" and "had" not in aux and tree.sentence_of[head] < _NEWS_SENTENCES
    return form == "VBD" or (form == "VBN" and "VBD" in aux.values())


def _is_told(reading: Reading, index: int) -> bool:
    """True for the head of a main clause with who reports it behind: "They met on Monday, officials said"."""
    token = reading.tree.tokens[index]
    return token.deprel == "ccomp" and token.head > index and reading.tree.tokens[token.head].deprel == "root"


def _is_visit_ahead(proposal: Proposal) -> bool:
    return proposal.register == "meetings" and (proposal.modality == "planned" or "/" in proposal.date)


def _is_announced(reading: Reading, proposal: Proposal) -> bool:
    if proposal.register not in _TOGETHER or proposal.modality not in {"planned", "possible"}:
        return False
    return any(reading.tree.tokens[index].text.lower() in _AHEAD for index in _tokens(reading, proposal))


def _is_act_of_the_lead(reading: Reading, proposal: Proposal) -> bool:
    if proposal.register not in _VIOLENT or proposal.modality != "asserted":
        return False
    return reading.tree.sentence_of[_head(reading, proposal)] < _LEAD_SENTENCES


def _lasting(reading: Reading, proposal: Proposal) -> Proposal:
    """A visit dated by its first day runs as many days as it is said to last ("a three-day visit")."""
    first, tree = edtf.day(proposal.date), reading.tree
    if first is None:
        return proposal
    head = _head(reading, proposal)
    for noun in (head, *tree.kids(head, "obj", "obl", "nmod")):
        if tree.tokens[noun].lemma.lower() not in _VISITS:
            continue
        phrase = reading.text[tree.span(tree.subtree(noun, _ASIDE)).start : tree.tokens[noun].end]
        days = max((_days(told.node) for told in find_times(phrase, "")), default=0)
        if days > 1:
            return replace(proposal, date=f"{first}/{first + timedelta(days=days - 1)}")
    return proposal


def _days(node: TimeNode) -> int:
    """How many days a lapse takes, begun ones included; 0 for what is no short lapse."""
    if not isinstance(node, Lapse) or node.count is None:
        return 0
    return ceil(node.count * _DAYS_IN.get(node.unit, 0))


def _tokens(reading: Reading, proposal: Proposal) -> list[int]:
    return reading.tree.at(proposal.evidence.start, proposal.evidence.end)


def _head(reading: Reading, proposal: Proposal) -> int:
    return reading.tree.top(_tokens(reading, proposal))


def _has_date(reading: Reading, proposal: Proposal) -> bool:
    sentence = reading.tree.sentences[reading.tree.sentence_of[_head(reading, proposal)]]
    return any(not is_of_saying(reading, date) for date in dates_between(reading, sentence.start, sentence.end))
