"""From an analysed document to its claims: propose, attribute, ground. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from muniment.claims.confidence import confidence
from muniment.claims.dating.again import date_again
from muniment.claims.dating.chronology import date_by_chronology
from muniment.claims.dating.eras import date_since
from muniment.claims.dating.occasion import date_by_occasion
from muniment.claims.dating.retold import date_retold
from muniment.claims.dating.stays import date_stays
from muniment.claims.dating.totals import run_totals
from muniment.claims.facts.compilers import name_compilers
from muniment.claims.facts.counting import name_others, split_ranges
from muniment.claims.facts.deals import deals
from muniment.claims.facts.events import unite
from muniment.claims.facts.figures import figures
from muniment.claims.facts.recounts import recounts
from muniment.claims.facts.rolls import counted_once, date_voters, rolls
from muniment.claims.facts.scene import place_acts
from muniment.claims.facts.sides import fullest
from muniment.claims.facts.visitors import homeland, orient, staying, told_homes, visiting
from muniment.claims.facts.visits import complete_visits
from muniment.claims.ground import admit
from muniment.claims.match import match
from muniment.claims.naming.spans import unbroken
from muniment.claims.offices.affiliations import affiliations, once
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.claims.shelf import Shelf
from muniment.claims.speech.attribution import find_statements
from muniment.claims.speech.crediting import credit
from muniment.claims.speech.days import Days
from muniment.claims.speech.positions import positions
from muniment.language.analysis import Analysis
from muniment.schema.claim import Cell, Claim, Refusal, Value
from muniment.schema.document import Document
from muniment.vocabulary.registers import register


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave: claims in text order, and the proposals that grounding refused."""

    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...]


def extract(document: Document, analysis: Analysis) -> Extraction:
    """All claims of a document. Deterministic; depends on nothing but its arguments and the vocabulary."""
    reading = Reading(document, analysis)
    statements = find_statements(reading)
    days = Days(reading, statements)
    facts = name_compilers(reading, credit(reading, _facts(reading, days), statements))
    return _admit_all(document, [*positions(reading, statements, days), *facts])


def _facts(reading: Reading, days: Days) -> list[Proposal]:
    """All but what is said. Every step sees what those before it found, and may complete it."""
    facts = once([*_meetings(reading, _matched(reading, days), days), *affiliations(reading)])
    facts = date_voters(counted_once(deals(reading, facts)))
    facts += rolls(reading, facts)
    return [*facts, *figures(reading, facts)]


def _matched(reading: Reading, days: Days) -> list[Proposal]:
    """What frames propose: each act once, its people counted, dated and placed by what the story says elsewhere."""
    acts = unite(reading, date_since(reading, date_by_chronology(reading, match(reading))))
    acts = name_others(reading, split_ranges(reading, acts))
    acts = date_again(reading, date_retold(reading, run_totals(reading, acts)))
    acts = place_acts(reading, date_by_occasion(reading, acts, days.news))
    return place_acts(reading, [*acts, *recounts(reading, acts)])


def _meetings(reading: Reading, acts: list[Proposal], days: Days) -> list[Proposal]:
    """The acts with guest and host of each visit put right, and the visits that no frame tells."""
    told = [*orient(fullest(acts), told_homes(reading), homeland(reading)), *visiting(reading), *staying(reading)]
    return complete_visits(date_stays(reading, told, days.news))


def _admit_all(document: Document, proposals: Iterable[Proposal]) -> Extraction:
    claims: dict[str, Claim] = {}
    shelf: Shelf[Claim] = Shelf()
    refusals: list[Refusal] = []
    for proposal in proposals:
        result = admit(document, _unbroken(document.text, proposal))
        if isinstance(result, Refusal):
            refusals.append(result)
            continue
        rivals = [other for other in shelf.at(result.evidence) if other.id in claims and _tells_the_same(result, other)]
        if any(_values(result).items() <= _values(other).items() for other in rivals):
            continue
        for other in rivals:
            del claims[other.id]
        claims[result.id] = result
        shelf.put(result.evidence, result)
    ordered = sorted(claims.values(), key=lambda c: (c.evidence.start, c.evidence.end, c.register, c.id))
    return Extraction(tuple(replace(claim, confidence=confidence(claim)) for claim in ordered), tuple(refusals))


def _unbroken(text: str, proposal: Proposal) -> Proposal:
    """The proposal with whole words in the cells that quote a phrase: "US-led coalition", not "led coalition". A name
    that a hyphen joins to another stays by itself: "EU-|Iran talks"."""
    cells = {name: _whole(text, proposal.register, name, cell) for name, cell in proposal.cells.items()}
    return proposal if cells == proposal.cells else replace(proposal, cells=cells)


def _whole(text: str, table: str, name: str, cell: Cell) -> Cell:
    if cell.span is None or not isinstance(cell.value, str) or not cell.value:
        return cell
    quotes = cell.value == " ".join(cell.span.of(text).split())
    if not quotes or (register(table).column(name).type == "name" and not cell.value[0].islower()):
        return cell
    span = unbroken(text, cell.span)
    return cell if span == cell.span else Cell(" ".join(span.of(text).split()), span)


def _tells_the_same(claim: Claim, other: Claim) -> bool:
    """True where two frames have seen one fact in the same words: all that one row says, the other says too."""
    if other.register != claim.register:
        return False
    mine, theirs = _values(claim).items(), _values(other).items()
    return mine <= theirs or theirs <= mine


def _values(claim: Claim) -> dict[str, Value]:
    return {name: cell.value for name, cell in claim.cells.items()}
