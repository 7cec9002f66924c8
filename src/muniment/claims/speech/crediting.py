"""Whom the document credits for what a claim says: the speaker in whose words it stands. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from muniment.claims.clauses.predicates import lemma_of, predicate_at
from muniment.claims.naming.entity import Entity
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.claims.shelf import Shelf
from muniment.claims.speech.statements import Statement

# Stances in whose object something is said to be so.
_ALLEGING: Final = frozenset(
    "accuse blame charge claim describe brand acknowledge admit affirm confess deny dispute warn".split()
)
# Stances on something that is there: "balked at the terms of the embargo".
_OBJECTING: Final = frozenset("balk object protest complain apologise apologize disagree lash_out hit_out".split())
_SPONSORING: Final = frozenset("draw_up draft sponsor co-sponsor circulate table submit propose introduce".split())
# Stances that are what the speaker does: "rebels refused to sign the pact".
_DOING: Final = frozenset({"refuse", "offer", "agree"})


def credit(reading: Reading, proposals: Iterable[Proposal], statements: Sequence[Statement]) -> Iterator[Proposal]:
    """The proposals in their order, with the innermost speaker in whose words the evidence stands as their source."""
    shelf = Shelf((statement.content, statement) for statement in statements)
    for proposal in proposals:
        statement = innermost(shelf.at(proposal.evidence), proposal)
        sponsor = _sponsor(reading, proposal)
        if sponsor is not None and not proposal.source:
            yield replace(proposal, source=sponsor.value, source_span=sponsor.span)
        elif statement is None or proposal.source or proposal.background or _is_own(reading, statement, proposal):
            yield proposal
        else:
            speaker = statement.speaker
            yield replace(proposal, source=speaker.value, source_span=speaker.span)


def _sponsor(reading: Reading, proposal: Proposal) -> Entity | None:
    """Who put a resolution forward: "a text drawn up by Chad and Niger" is the demand of each."""
    tree = reading.tree
    if proposal.register != "measures" or "kind" not in proposal.cells or proposal.cells["kind"].value != "resolution":
        return None
    for index in tree.within(proposal.evidence):
        if tree.tokens[index].upos != "VERB" or lemma_of(tree, index) not in _SPONSORING:
            continue
        who = predicate_at(tree, index).get("subject")
        found = [entity for head in who if (entity := reading.names.entity(head)) is not None]
        own = [entity for entity in found if entity.span.end <= proposal.evidence.end]
        if own and own[-1].type in {"country", "organisation", "person"}:
            return own[-1]
    return None


def _is_own(reading: Reading, statement: Statement, proposal: Proposal) -> bool:
    """True where the words only show what the speaker does or takes for granted: "France pledged ten boats" is France's
    pledge, told by the document, as is the killing in "condemned the killing"; "accused of the killing" says it."""
    cue = reading.tree.tokens[statement.cue].lemma.lower() if statement.cue >= 0 else ""
    if not statement.rule.startswith("stance"):
        return cue == "regret" and proposal.modality == "asserted"
    if cue in _ALLEGING:
        return False
    if cue in _DOING:
        return True
    if proposal.modality == "asserted" and (statement.rule == "stance.object" or cue in _OBJECTING):
        return True
    return any(cell.value == statement.speaker.value for cell in proposal.cells.values())


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
