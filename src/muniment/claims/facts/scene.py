"""Where an act was, by the words around it: a story names the town once and goes on to tell what happened there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from muniment.claims.clauses.companions import is_apart
from muniment.claims.clauses.tree import Tree
from muniment.claims.dating.retold import is_same_act, points_back, sentence_of, trigger_of
from muniment.claims.discourse import topic
from muniment.claims.facts.sites import SITES, place_of
from muniment.claims.fill import LOCATIVE
from muniment.claims.naming.entity import Entity
from muniment.claims.phrases import entity_for
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.text import edtf

_ACTS: Final = frozenset({"incidents", "tallies"})
_LANDS: Final = frozenset({"place", "country"})
_PLACE: Final = frozenset({"place"})
# Prepositions that say where beside those that do so wherever they stand.
_WHERE: Final = LOCATIVE | {"on", "along", "off", "over"}
# Relations of a name to the noun that it places: "Lagos nightspots", "the Lagos bombing".
_PLACING: Final = frozenset({"compound", "amod", "nmod", "nmod:poss"})
_SIDES: Final = frozenset(
    "north south east west northeast northwest southeast southwest centre center interior".split()
)
# Words for where a body has its seat, which is not where it acts.
_SEATED: Final = frozenset({"base", "headquarter", "exile"})
_TITLED: Final = frozenset(
    "agency newspaper daily radio television times post news system herald gazette journal".split()
)
# Clauses that tell of something else.
_APART: Final = frozenset({"ccomp", "parataxis"})
# Kinds that are no act of one spot: where the one before was says nothing of them.
_LARGE: Final = frozenset({"war", "coup", "invasion"})
# Sentences back to which "the attack" is the one told last, and to which an act is at the place of the last one.
_POINTING_REACH: Final = 6
_REACH: Final = 2
# Counts from which two of the same size and kind are of one event.
_TELLING_COUNT: Final = 3


def place_acts(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals in their order; acts of violence and counts of people harmed without a place take the one that
    their sentence names, else the one of the act that they are told with or after, else, where they sum up a time
    ("3,000 have died this year"), the country that the document is about."""
    listed = [_placed(reading, act, (), _OWN) for act in proposals]
    placed = [act for act in listed if act.register in _ACTS and "place" in act.cells]
    return [_placed(reading, act, placed, _OTHERS) for act in listed]


_Rule: TypeAlias = Callable[[Reading, Proposal, Sequence[Proposal]], Cell | None]


def _placed(reading: Reading, act: Proposal, placed: Sequence[Proposal], rules: Sequence[_Rule]) -> Proposal:
    if act.register not in _ACTS or "place" in act.cells:
        return act
    for rule in rules:
        cell = rule(reading, act, placed)
        if cell is not None:
            return replace(act, cells={**act.cells, "place": cell})
    return act


def _of_target(reading: Reading, act: Proposal, _: Sequence[Proposal]) -> Cell | None:
    """What is attacked is where, if it is a town or a stretch of land: "the offensive on Aleppo"."""
    target = act.cells.get("target")
    if target is None or target.span is None:
        return None
    entity = entity_for(reading, reading.tree.top(reading.tree.within(target.span)), False)
    return target if entity is not None and entity.type == "place" and entity.value == target.value else None


def _of_sentence(reading: Reading, act: Proposal, _: Sequence[Proposal]) -> Cell | None:
    """The only place that phrases of the sentence say, wherever they hang."""
    return _only_named(reading, act, _LANDS, _is_where)


def _is_where(tree: Tree, index: int) -> bool:
    above = tree.tokens[index].head
    beside = tree.case(index) == "of" and above >= 0 and tree.tokens[above].lemma.lower() in _SIDES
    return tree.case(index) in _WHERE or (beside and tree.tokens[above].deprel == "advmod")  # "killed north of Homs"


def _of_side(reading: Reading, act: Proposal, _: Sequence[Proposal]) -> Cell | None:
    """The land of a side of it: "in Chad's restive south"."""
    tree = reading.tree
    sentence = tree.sentences[sentence_of(reading, act)]
    for index in range(sentence.first, sentence.last):
        if tree.tokens[index].lemma.lower() in _SIDES and tree.case(index) in LOCATIVE:
            for kid in tree.kids(index, "nmod"):
                entity = entity_for(reading, kid, False)
                if entity is not None and entity.type in _LANDS:
                    return Cell(entity.value, entity.span)
    return None


def _of_noun(reading: Reading, act: Proposal, _: Sequence[Proposal]) -> Cell | None:
    """The only town or stretch of land that places a noun of the sentence: "a checkpoint at the gate of Kabul
    University", "the Lagos bombing"."""
    return _only_named(reading, act, _PLACE, lambda tree, index: tree.tokens[index].deprel in _PLACING)


def _only_named(
    reading: Reading, act: Proposal, types: frozenset[str], fits: Callable[[Tree, int], bool]
) -> Cell | None:
    tree = reading.tree
    trigger = trigger_of(reading, act)
    sentence = tree.sentences[tree.sentence_of[trigger]]
    found: dict[str, Entity] = {}
    for index in range(sentence.first, sentence.last):
        if fits(tree, index) and not _is_elsewhere(tree, index, trigger):
            entity = place_of(reading, index)
            if entity is not None and (entity.how == "phrase" or _is_part_of_name(tree, index)):
                continue
            if entity is not None and entity.type == "country" and tree.case(index) == "on":
                continue  # "called on Chad"
            if entity is not None and entity.type in types:
                found.setdefault(entity.value, entity)
    only = next(iter(found.values()), None)
    return Cell(only.value, only.span) if only is not None and len(found) == 1 else None


def _is_part_of_name(tree: Tree, index: int) -> bool:
    """True for the place in "the Ankara news agency", "the Aden Times"."""
    above = tree.tokens[index].head
    return above >= 0 and tree.tokens[index].deprel in _PLACING and tree.tokens[above].lemma.lower() in _TITLED


def _is_elsewhere(tree: Tree, index: int, trigger: int) -> bool:
    """True where a place belongs to what was done before or after ("killed after he took office in Rome"), or to the
    name of somebody else ("the Front in Chad claimed the bombing")."""
    around = {trigger, *tree.climb(trigger)}
    for step in (index, *tree.climb(index)):
        if step in around:
            return False
        token = tree.tokens[step]
        if (
            token.deprel in _APART
            or token.lemma.lower() in _SEATED
            or (step != index and token.deprel == "nsubj" and token.head != trigger)
            or is_apart(tree, step)
        ):
            return True
    return False


def _of_same_sentence(reading: Reading, act: Proposal, placed: Sequence[Proposal]) -> Cell | None:
    here = sentence_of(reading, act)
    return _only([other for other in placed if sentence_of(reading, other) == here])


def _of_act_meant(reading: Reading, act: Proposal, placed: Sequence[Proposal]) -> Cell | None:
    """ "killed in the attack": that of the attack told last."""
    return _before(reading, act, placed, _POINTING_REACH) if points_back(reading, act) else None


def _of_twin(_: Reading, act: Proposal, placed: Sequence[Proposal]) -> Cell | None:
    """The same people harmed, told elsewhere in the document."""
    value = act.cells["value"].value if act.register == "tallies" else 0
    if not isinstance(value, (int, float)) or value < _TELLING_COUNT:
        return None
    return _only([other for other in placed if is_same_act(act, other)])


def _of_topic(reading: Reading, act: Proposal, _: Sequence[Proposal]) -> Cell | None:
    """What a period, a month or a year saw happened in the country that the document is about."""
    sided = {"actor", "target"} <= set(act.cells)  # a war of two states is not in one because the text is about it
    return topic(reading, trigger_of(reading, act), set()) if _is_summed_up(act) and not sided else None


def _of_last(reading: Reading, act: Proposal, placed: Sequence[Proposal]) -> Cell | None:
    """That of the act told just before, where nothing says that the story has moved on."""
    if _is_summed_up(act) or ("kind" in act.cells and act.cells["kind"].value in _LARGE):
        return None
    return None if _says_where(reading, sentence_of(reading, act)) else _before(reading, act, placed, _REACH)


_OWN: Final[Sequence[_Rule]] = (_of_target, _of_sentence, _of_side, _of_noun)
_OTHERS: Final[Sequence[_Rule]] = (_of_same_sentence, _of_act_meant, _of_twin, _of_topic, _of_last)


def _only(acts: Sequence[Proposal]) -> Cell | None:
    """The place of the acts where it is one."""
    return acts[0].cells["place"] if len({act.cells["place"].value for act in acts}) == 1 else None


def _before(reading: Reading, act: Proposal, placed: Sequence[Proposal], reach: int) -> Cell | None:
    """The place of the acts last told, up to `reach` sentences before, unless they were on another day."""
    here = sentence_of(reading, act)
    near = [other for other in placed if 0 < here - sentence_of(reading, other) <= reach]
    last = max((sentence_of(reading, other) for other in near), default=0)
    found = [other for other in near if sentence_of(reading, other) == last]
    return _only(found) if all(_may_be_one_day(act.date, other.date) for other in found) else None


def _may_be_one_day(one: str, two: str) -> bool:
    return one == two or edtf.day(one) is None or edtf.day(two) is None


def _is_summed_up(act: Proposal) -> bool:
    """True for what a longer time saw: a running total, "last year"."""
    return bool(act.date) and edtf.day(act.date) is None


def _says_where(reading: Reading, number: int) -> bool:
    sentence = reading.tree.sentences[number]
    return any(
        reading.tree.case(index) in LOCATIVE
        and (
            reading.tree.tokens[index].lemma.lower() in SITES
            or ((entity := entity_for(reading, index, False)) is not None and entity.type in _LANDS)
        )
        for index in range(sentence.first, sentence.last)
    )
