"""From an analysed document to its claims: propose, attribute, ground. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from muniment.claims.facts.counting import split_ranges
from muniment.claims.facts.events import unite
from muniment.claims.facts.figures import figures
from muniment.claims.facts.occasion import date_by_occasion
from muniment.claims.facts.retold import date_retold
from muniment.claims.facts.rolls import rolls
from muniment.claims.facts.visitors import orient, visiting
from muniment.claims.facts.visits import complete_visits
from muniment.claims.ground import admit
from muniment.claims.match import match
from muniment.claims.offices.affiliations import affiliations
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.claims.speech.attribution import find_statements
from muniment.claims.speech.days import Days
from muniment.claims.speech.positions import positions
from muniment.claims.speech.statements import Statement
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
    acts = date_retold(reading, split_ranges(reading, unite(reading, match(reading))))
    acts = date_by_occasion(reading, acts, days.news)
    meetings = complete_visits([*orient(acts, reading.homes), *visiting(reading)])
    facts = [*meetings, *affiliations(reading)]
    facts += rolls(reading, facts)
    facts += figures(reading, facts)
    return _admit_all(document, [*positions(reading, statements, days), *_credit(facts, statements)])


def _credit(proposals: Iterable[Proposal], statements: Sequence[Statement]) -> Iterator[Proposal]:
    """Names the innermost speaker in whose words a proposal's evidence stands as its source."""
    for proposal in proposals:
        statement = innermost(statements, proposal)
        if statement is None or proposal.source or proposal.background:
            yield proposal
        else:
            speaker = statement.speaker
            yield replace(proposal, source=speaker.value, source_span=speaker.span)


def innermost(statements: Sequence[Statement], proposal: Proposal) -> Statement | None:
    """The statement with the shortest content that covers most of the proposal's evidence, None for the document's
    own voice."""
    evidence = proposal.evidence
    best: Statement | None = None
    for statement in statements:
        content = statement.content
        shared = min(content.end, evidence.end) - max(content.start, evidence.start)
        if 2 * shared <= evidence.end - evidence.start:
            continue
        if best is None or content.end - content.start < best.content.end - best.content.start:
            best = statement
    return best


def _admit_all(document: Document, proposals: Iterable[Proposal]) -> Extraction:
    claims: dict[str, Claim] = {}
    refusals: list[Refusal] = []
    for proposal in proposals:
        result = admit(document, proposal)
        if isinstance(result, Refusal):
            refusals.append(result)
            continue
        rivals = [other for other in claims.values() if _tells_the_same(result, other)]
        if any(_values(result).items() <= _values(other).items() for other in rivals):
            continue
        for other in rivals:
            del claims[other.id]
        claims[result.id] = result
    ordered = sorted(claims.values(), key=lambda c: (c.evidence.start, c.evidence.end, c.register, c.id))
    return Extraction(tuple(ordered), tuple(refusals))


def _tells_the_same(claim: Claim, other: Claim) -> bool:
    """True where two frames have seen one fact in the same words: all that one row says, the other says too."""
    if other.register != claim.register or not other.evidence.overlaps(claim.evidence):
        return False
    mine, theirs = _values(claim).items(), _values(other).items()
    return mine <= theirs or theirs <= mine


def _values(claim: Claim) -> dict[str, Value]:
    return {name: cell.value for name, cell in claim.cells.items()}
