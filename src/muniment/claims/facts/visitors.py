"""Which side of a meeting is the guest: "President A met B" does not say who had come. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from muniment.claims.clauses.factuality import modality_of
from muniment.claims.clauses.predicates import predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.clauses.when import date_of
from muniment.claims.naming.entity import Entity
from muniment.claims.naming.nations import land, scene
from muniment.claims.offices.posts import homes
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span
from muniment.vocabulary.cities import land_of
from muniment.vocabulary.countries import capital, country

_BEFORE = frozenset({"the", "and", "with", "his", "her", "its", "their", "by", "to", "from", "of", ",", "that"})


def visiting(reading: Reading) -> Iterator[Proposal]:
    """ "Visiting Kenyan President X said", "his visiting counterpart X": a visit, wherever the story is set."""
    tree, native, here = reading.tree, told_homes(reading), homeland(reading)
    for index, token in enumerate(tree.tokens):
        sentence = tree.sentences[tree.sentence_of[index]]
        opens = index == sentence.first or tree.tokens[index - 1].text.lower() in _BEFORE
        if token.text.lower() != "visiting" or not opens:
            continue
        guest = _named_after(reading, index + 1, sentence.last)
        if guest is not None:
            home = native.get(guest.value)
            yield _visit(guest, Span(token.start, token.end), here if home and home != here else "")


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


def staying(reading: Reading) -> Iterator[Proposal]:
    """ "President X was in Oslo on Monday": somebody with an office of state is abroad."""
    tree, native = reading.tree, told_homes(reading)
    for index in range(len(tree.tokens)):
        subject = tree.kid(index, "nsubj")
        if subject is None or tree.kid(index, "cop") is None or not _is_in(tree, index):
            continue
        abroad = land(reading, index)
        for head in tree.conjuncts(subject):
            guest = reading.names.entity(head)
            home = native.get(guest.value) if guest is not None and guest.type == "person" else None
            if guest is not None and abroad is not None and home not in {None, abroad.value}:
                yield _stay(reading, index, guest, abroad)


def _is_in(tree: Tree, index: int) -> bool:
    """True for a place with "in" before its first or a later word ("in Tel Aviv")."""
    return any(tree.case(part) in {"in", "at"} for part in (index, *tree.kids(index, "flat")))


def _stay(reading: Reading, index: int, guest: Entity, abroad: Entity) -> Proposal:
    predicate = predicate_at(reading.tree, index)
    modality = modality_of(reading.tree, predicate)
    date, span = date_of(reading, predicate, modality, False)
    word = reading.tree.span([index])
    cells = {
        "guest": Cell(guest.value, guest.span),
        "host": Cell(abroad.value, abroad.span),
        "kind": Cell("visit", word),
    }
    place = reading.names.entity(index, agent=False)
    if place is not None and place.type == "place":
        cells["place"] = Cell(place.value, place.span)
    spans = [guest.span, word, *([span] if span is not None else [])]
    evidence = Span(min(each.start for each in spans), max(each.end for each in spans))
    return Proposal("meetings", "meetings.staying", evidence, cells, modality, date=date, date_span=span)


_TITLE = frozenset({"ADJ", "NOUN", "PROPN", "ADP"})


def _visit(guest: Entity, word: Span, here: str) -> Proposal:
    cells = {"guest": Cell(guest.value, guest.span), "kind": Cell("visit", word)}
    if here:
        cells["host"] = Cell(here, word)
    evidence = Span(min(word.start, guest.span.start), max(word.end, guest.span.end))
    return Proposal("meetings", "meetings.visiting", evidence, cells, background=True)


def told_homes(reading: Reading) -> dict[str, str]:
    """Full name → country, for those whose office names its state. "The foreign minister" of a story that speaks of one
    state may be a visitor there."""
    told = (post for post in reading.posts if post.body is not None and post.body.how != "spoken of")
    return {person: state.value for person, state in homes(told)}


def homeland(reading: Reading) -> str:
    """The country that the story is set in, by its dateline or lead; "" where they do not say."""
    city = scene(reading)
    found = country(city) or capital(city) or land_of(city)
    return "" if found is None else found.name


def orient(proposals: Iterable[Proposal], native: Mapping[str, str], here: str = "") -> list[Proposal]:
    """The proposals, with guest and host of a meeting exchanged where the document says elsewhere that the host is on
    a visit and the guest is not, or where they meet in the guest's own country. `native` gives people's countries;
    going home is no visit and left out."""
    listed = [proposal for proposal in proposals if not _goes_home(proposal, native)]
    visitors = {str(proposal.cells["guest"].value) for proposal in listed if _kind(proposal) == "visit"}
    return [_turned(proposal, visitors, native, here) if _is_open(proposal) else proposal for proposal in listed]


def _goes_home(proposal: Proposal, native: Mapping[str, str]) -> bool:
    if _kind(proposal) != "visit" or "host" not in proposal.cells:
        return False
    return native.get(str(proposal.cells["guest"].value)) == proposal.cells["host"].value


def _is_open(proposal: Proposal) -> bool:
    """True for a meeting of which the words do not say who is the host, as "received" does."""
    return _kind(proposal) == "meeting" and proposal.frame not in {"meetings.receive", "meetings.host-meal"}


def _kind(proposal: Proposal) -> str:
    return str(proposal.cells["kind"].value) if proposal.register == "meetings" and "guest" in proposal.cells else ""


def _turned(proposal: Proposal, visitors: set[str], native: Mapping[str, str], here: str) -> Proposal:
    guest, host = proposal.cells["guest"], proposal.cells.get("host")
    if host is None or not _is_home(
        str(guest.value), str(host.value), visitors, native, _places(proposal.cells) or [here]
    ):
        return proposal
    return replace(proposal, cells={**proposal.cells, "guest": host, "host": guest})


def _places(cells: Mapping[str, Cell]) -> Sequence[str]:
    """The country of the place where they met, where the vocabulary knows it."""
    place = str(cells["place"].value) if "place" in cells else ""
    found = country(place) or capital(place) or land_of(place)
    return [] if found is None else [found.name]


def _is_home(guest: str, host: str, visitors: set[str], native: Mapping[str, str], lands: Sequence[str]) -> bool:
    """True where the one called guest is at home and the other is not."""
    if (guest in visitors) != (host in visitors):
        return host in visitors
    return native.get(guest, guest) in lands and native.get(host, host) not in lands
