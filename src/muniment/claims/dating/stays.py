"""How long a visit lasts, and what a story tells of the visit that it is about without saying when again. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from typing import Final

from muniment.claims.clauses.when import BARRIERS, counts_since, dates_between, is_of_saying
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.span import Span
from muniment.text import edtf
from muniment.text.time_nodes import Lapse, TimeNode
from muniment.text.times import find_times

_VISITS: Final = frozenset({"visit", "trip", "tour", "stay", "mission"})
_ENDING: Final = frozenset("end conclude finish complete wrap wind return leave depart".split())
_ASIDE: Final = frozenset({"acl", "acl:relcl", "conj", "appos"})
_DAYS_IN_WEEK: Final = 7
_DAYS_IN: Final = {"hour": 1 / 24, "day": 1, "week": _DAYS_IN_WEEK}
_OWN: Final = frozenset({"his", "her", "their", "the", "this"})
# A story about a visit tells of one that began in the last two weeks or will in the next two months.
_PAST_DAYS: Final = 14
_AHEAD_DAYS: Final = 60
_LEAD_SENTENCES: Final = 6
# Who meets, told again; and the sentences over which they are those who met.
_PAIR: Final = frozenset({"they", "sides", "leaders", "both", "men", "ministers", "presidents", "two", "countries"})
_TALK_REACH: Final = 2


@dataclass(frozen=True, slots=True)
class Stay:
    """The visit that a story is about: who comes to whom ("" for unknown), the days (EDTF) and the words for them."""

    guest: str
    host: str
    days: str
    span: Span


def date_stays(reading: Reading, proposals: Iterable[Proposal], news: tuple[str, Span | None]) -> list[Proposal]:
    """The proposals in their order: a visit runs from arrival to end, and what is told of the visit that the story is
    about has its days. Who is called "visiting" is there on the day of the news: `news`, EDTF and its words."""
    listed = _until_the_end(reading, list(proposals))
    stay = _stay(reading, listed)
    if stay is not None:
        listed = [_in_stay(reading, proposal, stay) for proposal in listed]
    listed = [_on_the_day(reading, proposal, news) for proposal in listed]
    met = [proposal for proposal in listed if proposal.register == "meetings" and proposal.date]
    return [_at_the_meeting(reading, proposal, met) for proposal in listed]


def _at_the_meeting(reading: Reading, proposal: Proposal, met: Sequence[Proposal]) -> Proposal:
    """What "they" discussed or agreed on was said at the meeting told right before."""
    if proposal.register != "agreements" or proposal.modality not in {"asserted", "planned"}:
        return proposal
    here = _place(reading, proposal)
    near = [other for other in met if 0 <= here - _place(reading, other) <= _TALK_REACH]
    near = [other for other in near if (other.modality == "planned") == (proposal.modality == "planned")]
    if not near or not _is_theirs(reading, proposal) or _has_own(reading, proposal):
        return proposal
    last = max(near, key=lambda other: _place(reading, other))
    return replace(proposal, date=last.date, date_span=last.date_span)


def _is_theirs(reading: Reading, proposal: Proposal) -> bool:
    """True where "they", "the two sides" or the like do it."""
    tree = reading.tree
    head = reading.tree.top(reading.tree.within(proposal.evidence))
    return any(
        tree.tokens[kid].text.lower() in _PAIR
        for index in (head, *tree.climb(head))
        for kid in tree.kids(index, "nsubj")
    )


def _has_own(reading: Reading, proposal: Proposal) -> bool:
    """True where the words that date a claim stand in its sentence."""
    sentence, span = reading.tree.sentences[_place(reading, proposal)], proposal.date_span
    return span is not None and sentence.start <= span.start < sentence.end


def _on_the_day(reading: Reading, proposal: Proposal, news: tuple[str, Span | None]) -> Proposal:
    if proposal.date or not news[0] or not _is_visit(proposal) or proposal.modality != "asserted":
        return proposal
    if proposal.frame != "meetings.visiting" and not _is_now(reading, _head(reading, proposal)):
        return proposal
    return replace(proposal, date=news[0], date_span=news[1])


def _is_now(reading: Reading, head: int) -> bool:
    """True in a clause whose verb is "is" or "are": "is in Oslo on a visit", "is the first premier to visit Oslo"."""
    tree = reading.tree
    for index in (head, *tree.climb(head)):
        if tree.tokens[index].deprel in BARRIERS - {"conj"}:
            return False
        if any(tree.tokens[kid].text.lower() in {"is", "are"} for kid in tree.kids(index, "cop")):
            return True
    return False


def _is_visit(proposal: Proposal) -> bool:
    return proposal.register == "meetings" and "kind" in proposal.cells and proposal.cells["kind"].value == "visit"


def _value(proposal: Proposal, cell: str) -> str:
    return str(proposal.cells[cell].value) if cell in proposal.cells else ""


# -- how long ---------------------------------------------------------------------------------------------------


def lasting(reading: Reading, proposal: Proposal) -> Proposal:
    """The proposal; a visit dated by its first day runs as many days as it is said to last ("arrived on Monday for a
    three-day visit"); one dated by its last, "returned from a three-day visit", has begun as many days before."""
    day, tree = edtf.day(proposal.date), reading.tree
    if day is None or not _is_visit(proposal):
        return proposal
    head = _head(reading, proposal)
    for noun in (head, *tree.kids(head, "obj", "obl", "nmod")):
        if tree.tokens[noun].lemma.lower() not in _VISITS:
            continue
        phrase = reading.text[tree.span(tree.subtree(noun, _ASIDE)).start : tree.tokens[noun].end]
        lapse = timedelta(days=_days_told(phrase) - 1)
        if lapse.days > 0:
            days = (day - lapse, day) if _ends(reading, proposal) else (day, day + lapse)
            return replace(proposal, date=f"{days[0]}/{days[1]}")
    return proposal


def _days_told(phrase: str) -> int:
    """How many days a phrase says that it lasts; 0 for none."""
    if "week-long" in phrase:
        return _DAYS_IN_WEEK
    return max((_days(told.node) for told in find_times(phrase, "")), default=0)


def _days(node: TimeNode) -> int:
    """How many days a lapse takes, begun ones included; 0 for what is no short lapse."""
    if not isinstance(node, Lapse) or node.count is None:
        return 0
    return ceil(node.count * _DAYS_IN.get(node.unit, 0))


def _ends(reading: Reading, proposal: Proposal) -> bool:
    """True where the claim tells the end of a visit."""
    tree = reading.tree
    return any(tree.tokens[index].lemma.lower() in _ENDING for index in reading.tree.within(proposal.evidence))


def _until_the_end(reading: Reading, proposals: Sequence[Proposal]) -> list[Proposal]:
    """A visit whose arrival and whose end are dated runs from the one to the other."""
    visits = [proposal for proposal in proposals if _is_visit(proposal) and proposal.modality == "asserted"]
    return [
        _since_arrival(reading, proposal, visits)
        if _is_visit(proposal) and edtf.day(proposal.date) and _ends(reading, proposal)
        else proposal
        for proposal in proposals
    ]


def _since_arrival(reading: Reading, proposal: Proposal, visits: Sequence[Proposal]) -> Proposal:
    last = edtf.day(proposal.date)
    begun = [
        day
        for visit in visits
        if _is_same(proposal, visit) and not _ends(reading, visit) and (day := edtf.day(visit.date)) is not None
    ]
    if last is None or not begun or not timedelta(0) < last - min(begun) <= timedelta(days=_PAST_DAYS):
        return proposal
    return replace(proposal, date=f"{min(begun)}/{last}")


def _is_same(proposal: Proposal, visit: Proposal) -> bool:
    if _value(proposal, "guest") != _value(visit, "guest"):
        return False
    hosts = {_value(proposal, "host"), _value(visit, "host")} - {""}
    return len(hosts) <= 1


# -- what belongs to it -----------------------------------------------------------------------------------------


def _stay(reading: Reading, proposals: Sequence[Proposal]) -> Stay | None:
    """The visit with days that the story tells first; of one visit, the words that tell most of its days."""
    found: Stay | None = None
    for proposal in proposals:
        if not _is_visit(proposal) or proposal.modality not in {"asserted", "planned"} or proposal.date_span is None:
            continue
        if not _is_current(reading, proposal.date) or _place(reading, proposal) >= _LEAD_SENTENCES:
            continue
        stay = Stay(_value(proposal, "guest"), _value(proposal, "host"), proposal.date, proposal.date_span)
        if found is None or (stay.guest == found.guest and "/" not in found.days and "/" in stay.days):
            found = stay
    return found


def _is_current(reading: Reading, days: str) -> bool:
    stay, published = edtf.interval(days), edtf.day(reading.document.published)
    if stay is None or published is None or stay[0] == date.min:
        return False
    return timedelta(days=-_PAST_DAYS) <= stay[0] - published <= timedelta(days=_AHEAD_DAYS)


def _in_stay(reading: Reading, proposal: Proposal, stay: Stay) -> Proposal:
    if proposal.register not in {"meetings", "agreements"} or proposal.modality in {"denied", "requested"}:
        return proposal
    if _is_dated(reading, proposal, stay) or not _belongs(reading, proposal, stay):
        return proposal
    return replace(proposal, date=stay.days, date_span=stay.span)


def _is_dated(reading: Reading, proposal: Proposal, stay: Stay) -> bool:
    """True for a claim with a date of its own, and where its sentence has one that may be its. A date that the claim
    has from the occasion of the story is not its own."""
    sentence = reading.tree.sentences[_place(reading, proposal)]
    inside = [each for each in dates_between(reading, sentence.start, sentence.end) if not is_of_saying(reading, each)]
    if any(not counts_since(reading, each, _head(reading, proposal)) for each in inside):
        return True
    return bool(proposal.date) and not (_during(reading, proposal) and "/" in stay.days)


def _belongs(reading: Reading, proposal: Proposal, stay: Stay) -> bool:
    """True for the visit itself told again, what is said to be done during it, and meetings with the guest to come."""
    host = _value(proposal, "host")
    if _is_visit(proposal):
        return proposal.modality == "asserted" and _value(proposal, "guest") == stay.guest and host in {"", stay.host}
    if _during(reading, proposal):
        return True
    ahead = proposal.modality in {"planned", "possible"} and not _is_over(reading, stay)
    return proposal.register == "meetings" and ahead and stay.guest in {_value(proposal, "guest"), host}


def _is_over(reading: Reading, stay: Stay) -> bool:
    days, published = edtf.interval(stay.days), edtf.day(reading.document.published)
    return days is None or published is None or days[1] < published


def _during(reading: Reading, proposal: Proposal) -> bool:
    """True where the sentence says "during his visit", "on the trip"."""
    tree = reading.tree
    sentence = tree.sentences[_place(reading, proposal)]
    return any(
        tree.tokens[index].lemma.lower() in _VISITS
        and tree.case(index) in {"during", "on"}
        and any(tree.tokens[kid].text.lower() in _OWN for kid in tree.kids(index, "nmod:poss", "det"))
        for index in range(sentence.first, sentence.last)
    )


def _head(reading: Reading, proposal: Proposal) -> int:
    """The word that tells the meeting, on which frames set its kind; else what the evidence hangs on."""
    span = proposal.cells["kind"].span if "kind" in proposal.cells else None
    return reading.tree.top(reading.tree.within(span or proposal.evidence))


def _place(reading: Reading, proposal: Proposal) -> int:
    """The number of the sentence."""
    return reading.tree.sentence_of[_head(reading, proposal)]
