"""From an analysed document to its claims: propose, attribute, ground. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from muniment.claims.confidence import confidence
from muniment.claims.facts.again import date_again
from muniment.claims.facts.chronology import date_by_chronology
from muniment.claims.facts.compilers import name_compilers
from muniment.claims.facts.counting import name_others, split_ranges
from muniment.claims.facts.deals import deals
from muniment.claims.facts.eras import date_since
from muniment.claims.facts.events import unite
from muniment.claims.facts.figures import figures
from muniment.claims.facts.occasion import date_by_occasion
from muniment.claims.facts.recounts import recounts
from muniment.claims.facts.retold import date_retold
from muniment.claims.facts.rolls import counted_once, date_voters, rolls
from muniment.claims.facts.scene import place_acts
from muniment.claims.facts.sides import fullest
from muniment.claims.facts.stays import date_stays
from muniment.claims.facts.totals import run_totals
from muniment.claims.facts.visitors import homeland, orient, staying, told_homes, visiting
from muniment.claims.facts.visits import complete_visits
from muniment.claims.ground import admit
from muniment.claims.match import match
from muniment.claims.offices.affiliations import affiliations, once
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.claims.shelf import Shelf
from muniment.claims.speech.attribution import find_statements
from muniment.claims.speech.crediting import credit
from muniment.claims.speech.days import Days
from muniment.claims.speech.positions import positions
from muniment.language.analysis import Analysis
from muniment.schema.claim import Claim, Refusal, Value
from muniment.schema.document import Document


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
    told = unite(reading, date_since(reading, date_by_chronology(reading, match(reading))))
    counted = name_others(reading, split_ranges(reading, told))
    acts = date_retold(reading, run_totals(reading, counted))
    acts = date_by_occasion(reading, date_again(reading, acts), days.news)
    acts = place_acts(reading, acts)
    acts = place_acts(reading, [*acts, *recounts(reading, acts)])
    meetings = [*orient(fullest(acts), told_homes(reading), homeland(reading)), *visiting(reading), *staying(reading)]
    meetings = complete_visits(date_stays(reading, meetings, days.news))
    facts = once([*meetings, *affiliations(reading)])
    facts = date_voters(counted_once(deals(reading, facts)))
    facts += rolls(reading, facts)
    facts += figures(reading, facts)
    credited = name_compilers(reading, credit(reading, facts, statements))
    return _admit_all(document, [*positions(reading, statements, days), *credited])


def _admit_all(document: Document, proposals: Iterable[Proposal]) -> Extraction:
    claims: dict[str, Claim] = {}
    shelf: Shelf[Claim] = Shelf()
    refusals: list[Refusal] = []
    for proposal in proposals:
        result = admit(document, proposal)
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


def _tells_the_same(claim: Claim, other: Claim) -> bool:
    """True where two frames have seen one fact in the same words: all that one row says, the other says too."""
    if other.register != claim.register:
        return False
    mine, theirs = _values(claim).items(), _values(other).items()
    return mine <= theirs or theirs <= mine


def _values(claim: Claim) -> dict[str, Value]:
    return {name: cell.value for name, cell in claim.cells.items()}
