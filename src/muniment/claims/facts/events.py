"""One act of violence told by several words of a sentence is one incident: "an attack ... which killed nine"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span

REGISTER: Final = "incidents"
# Relations by which one word for an act hangs on another: "killed nine in a raid", "the raid, which killed nine".
_TELLING: Final = frozenset({"acl", "advcl", "obl", "nmod", "nsubj", "obj", "compound", "xcomp"})
# Nouns between two words for one act: "killed in a wave of attacks", "claimed responsibility for the attack".
_BETWEEN: Final = frozenset({"nmod", "obl", "obj"})
# Frames whose target is whoever died, which says less than what was attacked.
_VICTIMS: Final = "incidents.kill"
# The frame whose subject is the act itself: what else that did is told by further verbs.
_STRIKES: Final = "incidents.strike-engages"
# Kinds that stand for a whole war or a change of power: what happens in one is an event of its own.
_LARGE: Final = frozenset({"war", "coup", "invasion"})


def unite(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals, with those that tell the same incident in one sentence made one; order is kept."""
    listed = list(proposals)
    groups: dict[int, list[int]] = {}
    for position, proposal in enumerate(listed):
        if proposal.register == REGISTER:
            groups.setdefault(_trigger(reading, proposal), []).append(position)
    merged: dict[int, Proposal] = {}
    gone: set[int] = set()
    for trigger in sorted(groups, key=lambda index: -_depth(reading, index)):
        lower = _one(groups, merged, listed, gone, trigger)
        above = _told_by(reading, trigger, groups)
        if lower is None or above is None:
            continue
        upper = _one(groups, merged, listed, gone, above)
        if upper is None:
            continue
        one, two = proposal_of(merged, listed, lower), proposal_of(merged, listed, upper)
        goes_on = reading.tree.tokens[trigger].deprel == "conj"
        if not _agree(one, two) or (goes_on and not _is_next_word_of(one, two)):
            continue
        merged[upper] = two if goes_on and one.frame == two.frame else _together(one, two)
        gone.add(lower)
    kept = [merged.get(position, proposal) for position, proposal in enumerate(listed) if position not in gone]
    return [proposal for proposal in kept if not _on_itself(proposal)]


def _on_itself(proposal: Proposal) -> bool:
    """True where the actor would be the target: "blew himself up"."""
    return proposal.register == REGISTER and _same(proposal.cells, "actor", "target")


def _same(cells: Mapping[str, Cell], one: str, two: str) -> bool:
    return one in cells and two in cells and cells[one].value == cells[two].value


def proposal_of(merged: dict[int, Proposal], proposals: Sequence[Proposal], position: int) -> Proposal:
    """The proposal at a position as it stands after merging."""
    return merged.get(position, proposals[position])


def _one(
    groups: dict[int, list[int]],
    merged: dict[int, Proposal],
    proposals: Sequence[Proposal],
    gone: set[int],
    trigger: int,
) -> int | None:
    """The only proposal of a trigger, those of several frames made one first; None where they are several acts."""
    positions = [position for position in groups[trigger] if position not in gone]
    if not positions:
        return None
    first = positions[0]
    for other in positions[1:]:
        one, two = proposal_of(merged, proposals, first), proposal_of(merged, proposals, other)
        if one.frame == two.frame or not _agree(one, two):
            return None
        merged[first] = _together(one, two)
        gone.add(other)
    return first


def _trigger(reading: Reading, proposal: Proposal) -> int:
    span = proposal.cells["kind"].span
    assert span is not None  # frames set the kind on their trigger word
    return reading.tree.within(span)[0]


def _depth(reading: Reading, index: int) -> int:
    return sum(1 for _ in reading.tree.climb(index))


def _told_by(reading: Reading, index: int, triggers: Iterable[int]) -> int | None:
    """The word for the same act that the one at `index` hangs on, None where it stands alone."""
    tree, known = reading.tree, set(triggers)
    relation = tree.tokens[index].deprel.partition(":")[0]
    above = tree.tokens[index].head
    for _ in range(3):
        if above < 0 or relation not in _TELLING:
            return above if relation == "conj" and above in known else None
        if above in known:
            return above
        if relation not in _BETWEEN or tree.tokens[above].upos != "NOUN":
            return None
        relation, above = tree.tokens[above].deprel.partition(":")[0], tree.tokens[above].head
    return None


def _is_next_word_of(later: Proposal, first: Proposal) -> bool:
    """True where a coordinated verb goes on with the act of the one before: "attacked a village and killed nine",
    "two strikes hit a convoy and destroyed a bridge"."""
    if later.frame == first.frame:
        return later.frame == _STRIKES
    actors = [proposal.cells["actor"].span for proposal in (later, first) if "actor" in proposal.cells]
    by_victims = later.frame.startswith(_VICTIMS) and not first.frame.startswith(_VICTIMS)
    return by_victims and len(actors) == 2 and actors[0] == actors[1]


def _agree(one: Proposal, two: Proposal) -> bool:
    """False where the two tell of different numbers of dead, or one of a war and the other of something else."""
    kinds = {str(one.cells["kind"].value), str(two.cells["kind"].value)}
    if len(kinds) > 1 and (kinds & _LARGE or "attack" not in kinds):
        return False
    dead = {proposal.cells["killed"].value for proposal in (one, two) if "killed" in proposal.cells}
    return len(dead) < 2


def _together(lower: Proposal, upper: Proposal) -> Proposal:
    """One proposal with the cells of both: the particular kind, and the target of an attack rather than its victims."""
    one, two = (upper, lower) if lower.cells["kind"].value == "attack" else (lower, upper)
    if one.cells["kind"].value == two.cells["kind"].value and "killed" in one.cells and "killed" not in two.cells:
        one, two = two, one
    cells: dict[str, Cell] = {**two.cells, **one.cells}
    attacked, actor = two.cells.get("target"), one.cells.get("actor")
    by_victims = one.frame.startswith(_VICTIMS) and not two.frame.startswith(_VICTIMS)
    if attacked is not None and by_victims and (actor is None or actor.value != attacked.value):
        cells["target"] = attacked
    for other in (one, two):  # whoever took part on one side is not the target of the other
        if _same(cells, "actor", "target") and "target" in other.cells:
            cells["target"] = other.cells["target"]
    if "weapon" in two.cells and len(str(two.cells["weapon"].value)) > len(str(cells["weapon"].value)):
        cells["weapon"] = two.cells["weapon"]
    evidence = Span(min(one.evidence.start, two.evidence.start), max(one.evidence.end, two.evidence.end))
    dated = lower if lower.date else upper
    modality = one.modality if one.modality != "asserted" else two.modality
    return replace(one, cells=cells, evidence=evidence, date=dated.date, date_span=dated.date_span, modality=modality)
