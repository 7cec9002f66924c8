"""Which side of a meeting is the guest: "President A met B" does not say who had come. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from muniment.claims.naming.entity import Entity
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span
from muniment.vocabulary.countries import capital, country

_BEFORE = frozenset({"the", "and", "with", "his", "her", "its", "their", "by", "to", "from", "of", ",", "that"})


def visiting(reading: Reading) -> Iterator[Proposal]:
    """ "Visiting Kenyan President X said", "his visiting counterpart X": a visit, wherever the story is set."""
    tree = reading.tree
    for index, token in enumerate(tree.tokens):
        sentence = tree.sentences[tree.sentence_of[index]]
        opens = index == sentence.first or tree.tokens[index - 1].text.lower() in _BEFORE
        if token.text.lower() != "visiting" or not opens:
            continue
        guest = _named_after(reading, index + 1, sentence.last)
        if guest is not None:
            yield _visit(guest, Span(token.start, token.end))


def _named_after(reading: Reading, first: int, last: int) -> Entity | None:
    """The person whose name stands behind a title that begins at a token."""
    for index in range(first, min(first + 10, last)):
        mention = reading.names.mention_at(index)
        if mention is not None and mention.type == "person":
            found = reading.names.entity(reading.names.head_of(index))
            return found if found is not None and found.type == "person" else None
        if reading.tree.tokens[index].upos not in _TITLE:
            return None
    return None


_TITLE = frozenset({"ADJ", "NOUN", "PROPN", "ADP"})


def _visit(guest: Entity, word: Span) -> Proposal:
    cells = {"guest": Cell(guest.value, guest.span), "kind": Cell("visit", word)}
    evidence = Span(min(word.start, guest.span.start), max(word.end, guest.span.end))
    return Proposal("meetings", "meetings.visiting", evidence, cells, background=True)


def orient(proposals: Iterable[Proposal], homes: Mapping[str, str]) -> list[Proposal]:
    """The proposals, with guest and host of a meeting exchanged where the document says elsewhere that the host is on
    a visit and the guest is not, or where they meet in the guest's own country. `homes` gives people's countries;
    going home is no visit and left out."""
    listed = [proposal for proposal in proposals if not _goes_home(proposal, homes)]
    visitors = {str(proposal.cells["guest"].value) for proposal in listed if _kind(proposal) == "visit"}
    return [_turned(proposal, visitors, homes) if _is_open(proposal) else proposal for proposal in listed]


def _goes_home(proposal: Proposal, homes: Mapping[str, str]) -> bool:
    if _kind(proposal) != "visit" or "host" not in proposal.cells:
        return False
    return homes.get(str(proposal.cells["guest"].value)) == proposal.cells["host"].value


def _is_open(proposal: Proposal) -> bool:
    """True for a meeting of which the words do not say who is the host, as "received" does."""
    return _kind(proposal) == "meeting" and proposal.frame != "meetings.receive"


def _kind(proposal: Proposal) -> str:
    return str(proposal.cells["kind"].value) if proposal.register == "meetings" and "guest" in proposal.cells else ""


def _turned(proposal: Proposal, visitors: set[str], homes: Mapping[str, str]) -> Proposal:
    guest, host = proposal.cells["guest"], proposal.cells.get("host")
    if host is None or not _is_home(str(guest.value), str(host.value), visitors, homes, _places(proposal.cells)):
        return proposal
    return replace(proposal, cells={**proposal.cells, "guest": host, "host": guest})


def _places(cells: Mapping[str, Cell]) -> Sequence[str]:
    """The country of the place where they met, where the vocabulary knows it."""
    place = str(cells["place"].value) if "place" in cells else ""
    found = country(place) or capital(place)
    return [] if found is None else [found.name]


def _is_home(guest: str, host: str, visitors: set[str], homes: Mapping[str, str], lands: Sequence[str]) -> bool:
    """True where the one called guest is at home and the other is not."""
    if (guest in visitors) != (host in visitors):
        return host in visitors
    return homes.get(guest, guest) in lands and homes.get(host, host) not in lands
