"""What runs on: totals of people harmed (since when, up to when), measures and supply "since" a day, wars."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from muniment.claims.dating.retold import trigger_of
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span

_AS_OF: Final = re.compile(r"\bas (?:of|at) ", re.IGNORECASE)
_UP_TO: Final = re.compile(r"by\b", re.IGNORECASE)
# What runs up to the day of the story, or from one month to another; "last week" only says when.
_RUNNING: Final = re.compile(
    r"(?:so far )?this (?:year|month)\b|(?:the )?past\b|(?:the )?last (?:[\w-]+ )+(?:days|weeks|months|years|decades)\b"
    r"|between\b|from\b",
    re.IGNORECASE,
)
# Clauses that tell of somebody or something else.
_ELSEWHERE: Final = frozenset({"acl", "acl:relcl", "parataxis"})
_SINCE: Final = re.compile(r"\bsince\b[^,;:()]*$", re.IGNORECASE)


# What is in force, supplied or agreed "since" a day still is.
_LASTING: Final = frozenset({"measures", "transfers", "agreements"})
_BEGIN: Final = frozenset({"begin", "start", "break", "erupt", "launch", "unleash", "wage"})
_END: Final = frozenset({"end", "conclude", "cease"})


def run_totals(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals; counts of people harmed say from which day on they run, and up to which day they were made; what
    goes on since a day, and a war that began on one, have no end."""
    return [_run(reading, proposal) for proposal in proposals]


def _run(reading: Reading, proposal: Proposal) -> Proposal:
    if proposal.register == "tallies":
        return _total(reading, proposal)
    if not proposal.date or "/" in proposal.date or proposal.date_span is None:
        return proposal
    if proposal.register in _LASTING and proposal.modality == "asserted":
        head = reading.tree.top(reading.tree.within(proposal.evidence))
        return _with(proposal, f"{proposal.date}/..") if _is_since(reading, proposal, head) else proposal
    if proposal.register == "incidents" and proposal.cells["kind"].value == "war":
        return _waged(reading, proposal)
    return proposal


def _waged(reading: Reading, proposal: Proposal) -> Proposal:
    """A war dated by its first day goes on from it, one dated by its last day went on until then."""
    trigger = trigger_of(reading, proposal)
    verbs = {reading.tree.tokens[index].lemma.lower() for index in (trigger, *reading.tree.climb(trigger))}
    if verbs & _BEGIN:
        return _with(proposal, f"{proposal.date}/..")
    return _with(proposal, f"../{proposal.date}") if verbs & _END else proposal


def _total(reading: Reading, proposal: Proposal) -> Proposal:
    if proposal.date_span is None or proposal.cells["value"].value == 1:
        return proposal  # one death is no total
    words = proposal.date_span.of(reading.text)
    start, _, end = proposal.date.partition("/")
    if start == ".." and _UP_TO.match(words):
        return _with(proposal, as_of=(end, proposal.date_span))
    if start != ".." and end != ".." and _RUNNING.match(words):
        return _with(proposal, since=(start, proposal.date_span))
    return _since(reading, _as_of(reading, proposal))


def _with(proposal: Proposal, date: str = "", **cells: tuple[str, Span]) -> Proposal:
    told = {name: Cell(value, span) for name, (value, span) in cells.items()}
    return replace(proposal, cells={**proposal.cells, **told}, date=date or proposal.date)


def _as_of(reading: Reading, proposal: Proposal) -> Proposal:
    """A count "as of" a day is one of all that came before it."""
    span = proposal.date_span
    if span is None or not proposal.date or "/" in proposal.date:
        return proposal
    if _AS_OF.search(reading.text[max(0, span.start - 8) : span.end]) is None:
        return proposal
    return _with(proposal, f"../{proposal.date}", as_of=(proposal.date, span))


def _since(reading: Reading, proposal: Proposal) -> Proposal:
    """A count since a day runs from that day to the day of publication."""
    published = reading.document.published
    if proposal.date_span is None or not published:
        return proposal
    start = proposal.date.partition("/")[0]
    running = proposal.date.endswith("/..") or ("/" not in proposal.date and start < published)
    if running and start != ".." and _is_since(reading, proposal, trigger_of(reading, proposal)):
        return _with(proposal, f"{start}/{published}", since=(start, proposal.date_span))
    return proposal


def _is_since(reading: Reading, proposal: Proposal, head: int) -> bool:
    """True where the date of what the token `head` tells stands behind "since" with nothing cut off between ("since
    fighting broke out in May"), or is that of an event dated elsewhere ("since the coup")."""
    tree, span = reading.tree, proposal.date_span
    if span is None:
        return False
    sentence = tree.sentences[tree.sentence_of[head]]
    if not sentence.start <= span.start < sentence.end:
        return proposal.date.endswith("/..")
    before = reading.text[sentence.start : span.start]
    if not (span.of(reading.text).lower().startswith("since") or _SINCE.search(before)):
        return False
    around = {head, *tree.climb(head)}
    for step in (top := tree.top(tree.within(span)), *tree.climb(top)):
        if step in around:
            return True
        if tree.tokens[step].deprel in _ELSEWHERE:
            return False  # "in the country, ruled by generals since 1962"
    return True
