"""One cell's values from a predicate's arguments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from muniment.claims.clauses.companions import companions, is_apart
from muniment.claims.clauses.predicates import Predicate, lemma_of, predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.facts.counting import amount_in, counted, otherwise_harmed, people, slain
from muniment.claims.facts.matters import matter
from muniment.claims.facts.sites import place_of
from muniment.claims.facts.votes import LOST, tells_of_vote, vote_counts, without_count
from muniment.claims.frames import Filler, Source
from muniment.claims.listing import spelt_out
from muniment.claims.naming.entity import Entity
from muniment.claims.naming.nations import acting, land, parties, party, shared, town
from muniment.claims.naming.spans import trim
from muniment.claims.phrases import contents, entity_for, is_ellipsis, phrase_block, whole_designation, without_taker
from muniment.claims.reading import Reading
from muniment.claims.shelf import between
from muniment.schema.claim import Cell
from muniment.schema.span import Span
from muniment.vocabulary.organisations import organisation

_KINDS = {"count": {"count"}, "whole": {"count"}, "money": {"money"}, "currency": {"money"},
          "percent": {"percent"}, "ordinal": {"ordinal"},
          "bound": {"count", "money", "percent", "measure", "fraction"}}  # fmt: skip
# Clauses within a clause: what they say is not said of it.
ELSEWHERE = frozenset({"ccomp", "parataxis", "conj", "advcl", "acl:relcl", "csubj"})


@dataclass(frozen=True, slots=True)
class Filled:
    """A value for a cell and the head token of the phrase it was read from."""

    cell: Cell
    head: int


def fill(reading: Reading, predicate: Predicate, filler: Filler, beside: str = "") -> list[Filled]:
    """The cell's values: those of the first source that gives any. Several where phrases are coordinated.

    With `beside`, only the sources count that start from that cell's value ("@item.maker"), whose predicate is given.
    """
    for source in filler.sources:
        if beside:
            source = replace(source, paths=tuple(path[1:] for path in source.paths if path[0] == f"@{beside}"))
        found: list[Filled] = []
        own = replace(filler, take=source.take) if source.take else filler
        heads = _heads(reading, predicate, source)
        if own.each and own.read in {"entity", "phrase", "party"}:
            heads = spelt_out(reading, predicate, heads, arms="weapon" in own.take)
        picked = heads if len(heads) == 1 else _picked(heads, source.pick)
        for head in picked:
            if filler.read == "people" and otherwise_harmed(reading.tree, head, predicate.head):
                continue
            matters = _matters(reading, filler, head, head == predicate.head) if filler.read == "matter" else None
            for value in _values(reading, own, head) if matters is None else matters:
                if _says_nothing(filler, predicate, value):
                    continue
                # Two groups of the same size are two counts; the same name twice is one.
                if filler.read == "people" or all(value.cell.value != other.cell.value for other in found):
                    found.append(value)
        if len(heads) == 1:  # "the two leaders" are first and rest in one phrase
            found = _picked(found, source.pick)
        if found and len(found) >= filler.least:
            return found
    return []


def _values(reading: Reading, filler: Filler, head: int) -> list[Filled]:
    """What a phrase gives the cell: several values for "the two countries" ("they" may be more than those before)."""
    counts = filler.read in {"entity", "party"} and reading.tree.tokens[head].upos in {"NOUN", "NUM"}
    several = reading.names.entities(head) if counts else ()
    if counts and len(several) < 2 and (filler.read == "party" or filler.each):
        several = parties(reading, head) if filler.read == "party" else shared(reading, head) or several
    if filler.read == "party":
        several = tuple(acting(reading, each) for each in several)
    if len(several) > 1:
        return [value for each in several if (value := _of(filler, each, head)) is not None]
    value = _read(reading, filler, head)
    return [] if value is None else [value]


def _matters(reading: Reading, filler: Filler, head: int, own: bool) -> list[Filled]:
    span = None if reading.tree.tokens[head].lemma.lower() in filler.barred else matter(reading, head, own)
    if span is None or _is_date(reading, span):
        return []
    words = " ".join(span.of(reading.text).split())
    return [] if words.lower() in filler.padding else [Filled(Cell(words, span), head)]


def _says_nothing(filler: Filler, predicate: Predicate, value: Filled) -> bool:
    """True for padding alone ("a visit"), and for the predicate's own noun alone or with padding ("new agreement"),
    where the filler wants more said."""
    if filler.bare:
        return False
    words = str(value.cell.value).lower().replace("-", " ").split()
    return all(word in filler.padding for word in (words[:-1] if value.head == predicate.head else words))


def _heads(reading: Reading, predicate: Predicate, source: Source) -> list[int]:
    found = [(head, path) for path in source.paths for head in _follow(reading, predicate, path)]
    # A longer path may come back to where it began ("a resolution condemning ...": what condemns is the resolution).
    return list(dict.fromkeys(head for head, path in found if head != predicate.head or len(path) == 1))


_T = TypeVar("_T")


def _picked(values: list[_T], pick: str) -> list[_T]:
    """What a source takes of those it finds: the first, the last, all but the first, or all."""
    return {"first": values[:1], "last": values[-1:], "rest": values[1:]}.get(pick, values)


def _follow(reading: Reading, predicate: Predicate, path: tuple[str, ...]) -> Iterator[int]:
    """Head tokens at the end of a path of functions; "self" is the predicate's own phrase, "within" any
    word of its clause ("within.from": any phrase there with that preposition, whatever it hangs on), "beside" the
    verbs that tell the same event, "scene" the phrases around it that say where."""
    first, rest = path[0], path[1:]
    if first == "within":
        for index in _clause(reading.tree, predicate.head):
            if not rest or reading.tree.case(index) == rest[0]:
                yield index
        return
    if first == "scene":
        yield from _scene(reading, predicate.head)
        return
    if first == "beside" and rest:
        for verb in companions(reading.tree, predicate.head):
            yield from _follow(reading, predicate_at(reading.tree, verb), rest)
        return
    if first == "slain":
        yield from slain(reading.tree, predicate)
        return
    if first == "doer":
        # Who condemns or reports an attack has not made it: only a verb of doing lends its subject as the doer.
        lends = predicate.pos == "verb" or predicate.light < 0 or lemma_of(reading.tree, predicate.light) in DOING
        first = "subject" if lends else first
    if first == "sufferer":
        suffers = predicate.light >= 0 and lemma_of(reading.tree, predicate.light) in SUFFERING
        first = "subject" if suffers else first
    heads = {"self": [predicate.head], "light": [predicate.light][: predicate.light + 1]}.get(first)
    if first == "infinitive":
        heads = _infinitive(reading, predicate.head)
    heads = predicate.get(first) if heads is None else heads
    for head in heads:
        if rest:
            yield from _follow(reading, predicate_at(reading.tree, head), rest)
        else:
            yield head


def _clause(tree: Tree, head: int) -> list[int]:
    """The words of a clause, with the phrases that are joined in it but no other clauses."""
    found, todo = [], [head]
    while todo:
        here = todo.pop()
        found.append(here)
        todo.extend(
            child
            for child in tree.children[here]
            if tree.tokens[child].deprel not in ELSEWHERE
            or (tree.tokens[child].deprel == "conj" and tree.tokens[child].upos in {"NOUN", "PROPN"} and here != head)
        )
    return sorted(found)


def _infinitive(reading: Reading, head: int) -> list[int]:
    """The first infinitive with "to" behind a token in its sentence, wherever the tree hangs it: "voted 14-0, with one
    abstention, to end the mission"."""
    tree = reading.tree
    end = tree.sentences[tree.sentence_of[head]].last
    marked = (
        index
        for index in range(head + 1, end)
        if tree.tokens[index].upos == "VERB"
        and any(tree.tokens[mark].text.lower() == "to" for mark in tree.kids(index, "mark"))
    )
    return list(islice(marked, 1))


def _scene(reading: Reading, head: int) -> Iterator[int]:
    """Heads of the phrases that say where, in the predicate's sentence, nearest first; not those that only describe
    somebody ("a group based in Oslo") or say who told of it."""
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[head]]
    around = {head, *tree.climb(head)}
    near = sorted(range(sentence.first, sentence.last), key=lambda index: abs(index - head))
    yield from (index for index in near if tree.case(index) in LOCATIVE and not _is_aside(tree, index, head, around))


def _is_aside(tree: Tree, index: int, head: int, around: set[int]) -> bool:
    """True where a clause or apposition of its own, or a credit, stands between a token and the tokens `around`."""
    for step in (index, *tree.climb(index)):
        if step in around:
            return False
        if tree.tokens[step].deprel == "nsubj" and step != index and tree.tokens[step].head != head:
            return True  # "the Front in Chad claimed the bombing": where the Front is
        if tree.tokens[step].deprel in ASIDE or tree.case(step) == "according to" or is_apart(tree, step):
            return True
    return False


ASIDE = frozenset({"acl", "acl:relcl", "appos", "parataxis", "ccomp"})


DOING = frozenset(
    """carry_out conduct launch stage mount perform make commit resume continue begin start wage execute plan order lead
    unleash undertake plot direct mastermind intensify step_up threaten""".split()
)
SUFFERING = frozenset({"face", "suffer", "sustain", "survive", "escape", "repel", "withstand", "endure", "repulse"})
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "across"}) | {
    f"{side} of" for side in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
}


def _read(reading: Reading, filler: Filler, head: int) -> Filled | None:
    lemma = reading.tree.tokens[head].lemma.lower()
    # What somebody came to do is an occasion too, where the verb says it.
    aim = filler.read == "event" and reading.tree.tokens[head].xpos == "VB" and lemma not in _VAGUE
    if (filler.words and not aim and lemma not in filler.words) or (lemma in filler.barred and filler.read != "party"):
        return None
    if filler.values:
        return _mapped(reading, filler, head)
    if filler.read == "ellipsis":
        token = reading.tree.tokens[head]
        return Filled(Cell(token.text, Span(token.start, token.end)), head) if is_ellipsis(reading, head) else None
    if filler.read == "vote":
        return _vote(reading, filler, head)
    if filler.read == "entity":
        return _entity(reading, filler, head, agent=True)
    if filler.read == "place":
        return _entity(reading, filler, head, agent=False)
    if filler.read in {"phrase", "event"}:
        return _phrase(reading, filler, head)
    if filler.read == "party":
        side = party(reading, head)
        if side is not None and _is_arms(reading, filler, side):
            return None
        side = None if side is None else _with_tail(reading, filler, side, head)
        is_known = side is not None and side.type in {"country", "organisation"}
        return _of(filler, side, head) if is_known or lemma not in filler.barred else None
    if filler.read == "country":
        return _of(filler, land(reading, head), head)
    if filler.read == "people":
        return _filled(people(reading, head), head)
    if filler.read == "population":
        return _filled(counted(reading, head), head)
    if filler.read == "victim":
        return _filled(counted(reading, head), head) or _entity(reading, filler, head, agent=True)
    return _amount(reading, filler, head)


def _filled(cell: Cell | None, head: int) -> Filled | None:
    return None if cell is None else Filled(cell, head)


def _of(filler: Filler, entity: Entity | None, head: int) -> Filled | None:
    if entity is None or (filler.take and entity.type not in filler.take):
        return None
    return Filled(Cell(entity.value, entity.span), head)


def _entity(reading: Reading, filler: Filler, head: int, agent: bool) -> Filled | None:
    if reading.tree.tokens[head].upos == "NUM":
        head = contents(reading, head)  # "two of its officers"
    entity = entity_for(reading, head, agent) if agent else town(reading, head) or entity_for(reading, head, False)
    if not agent and (entity is None or entity.type not in {"place", "country"}):
        entity = place_of(reading, head)
    if entity is None or _is_date(reading, entity.span) or _is_arms(reading, filler, entity):
        return None
    return _of(filler, _with_tail(reading, filler, entity, head), head)


def _with_tail(reading: Reading, filler: Filler, entity: Entity, head: int) -> Entity:
    """Somebody without a name, with the phrases that the filler keeps: "the ambassadors of six states"."""
    if filler.keep is None or entity.how != "phrase":
        return entity
    end = trim(reading.tree, phrase_block(reading, head, filler.keep, False)).end
    span = Span(entity.span.start, max(end, entity.span.end))
    return replace(entity, value=" ".join(span.of(reading.text).split()), span=span)


def _is_arms(reading: Reading, filler: Filler, entity: Entity) -> bool:
    """True for a weapon's name where somebody is wanted: "Hermes" of "Hermes 450", which the model took for a name."""
    if "weapon" in filler.take or not {"organisation", "group"} & filler.take or entity.how != "named":
        return False
    span = entity.span
    near = between(reading.weapons, span.start, span.end)
    around = [weapon for weapon in near if weapon.start <= span.start and span.end <= weapon.end]
    longer = any(weapon.end - weapon.start > span.end - span.start for weapon in around)
    return longer or (bool(around) and organisation(entity.value) is None)  # "Sukhoi" alone may be the firm


def _vote(reading: Reading, filler: Filler, head: int) -> Filled | None:
    """The count of the side that the cell names, in a verb's sentence, where one of the counts hangs on that verb."""
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[head]]
    told = {lemma_of(tree, index) for index in (head, tree.tokens[head].head) if index >= 0}
    counts = vote_counts(reading.text, sentence.start, sentence.end, lost=bool(told & LOST))
    cell = counts.get(filler.cell)
    spans = [count.span for count in counts.values() if count.span is not None]
    if cell is None or not any(_decides(tree, head, tree.within(span)) for span in spans):
        return None
    return Filled(cell, head)


def _decides(tree: Tree, verb: int, count: list[int]) -> bool:
    """True where a count hangs on the verb with no other verb of voting between ("a bill approved 40-12 failed")."""
    told = {verb, tree.tokens[verb].head} if tree.tokens[verb].deprel == "nsubj" else {verb}  # "the vote was 13 to 0"
    for above in (count[0], *tree.climb(count[0])) if count else ():
        if above in told:
            return True
        if tree.tokens[above].upos == "VERB" and tells_of_vote(tree.tokens[above].text):
            return False
    return False


def _mapped(reading: Reading, filler: Filler, head: int) -> Filled | None:
    """The cell's value for a head noun, looked up with the word before it first: "arms embargo", then "embargo"."""
    tree = reading.tree
    lemma = tree.tokens[head].lemma.lower()
    before = [head - 1] if head and tree.sentence_of[head - 1] == tree.sentence_of[head] else []
    for child in [*tree.kids(head, "compound", "amod"), *before]:
        longer = filler.values.get(f"{tree.tokens[child].lemma.lower()} {lemma}")
        if longer is not None:
            return Filled(Cell(longer, tree.span([child, head])), head)
    value = filler.values.get(lemma)
    return None if value is None else Filled(Cell(value, tree.span([head])), head)


def _phrase(reading: Reading, filler: Filler, head: int) -> Filled | None:
    if filler.take:
        head = contents(reading, head)
        entity = entity_for(reading, head)
        if entity is None or entity.type not in filler.take:
            return None
    if not _tells_what(reading, head):
        return None
    aim = filler.read == "event" and reading.tree.tokens[head].xpos == "VB"
    block = reading.tree.block(head, _OUTSIDE) if aim else phrase_block(reading, head, filler.keep, filler.whole)
    if filler.read == "event":
        block = _unowned(reading.tree, block, head)
    if "weapon" in filler.take:
        block = without_taker(reading, head, block)
    if not block:
        return None
    span = without_count(reading.text, trim(reading.tree, block))
    if _is_date(reading, span):
        return None
    if "weapon" in filler.take:
        span = whole_designation(reading, span)
    words = " ".join(span.of(reading.text).split())
    return Filled(Cell(words, span), head)


_VAGUE = frozenset("be try get have do go help see seek begin start take make continue".split())
# What stands beside an aim in its clause and is no part of it.
_OUTSIDE = frozenset({"punct", "conj", "cc", "advcl", "parataxis"})


def _unowned(tree: Tree, block: list[int], head: int) -> list[int]:
    """The tokens of a phrase behind whoever it belongs to: "official visit" of "the king's official visit"."""
    owners = [last for owner in tree.kids(head, "nmod:poss") for last in tree.subtree(owner)]
    return [index for index in block if index > max(owners, default=-1)]


def _tells_what(reading: Reading, head: int) -> bool:
    """False for a clause that only describes ("the pact signed in May"): what is agreed stands in the infinitive, the
    gerund or after "that"."""
    token = reading.tree.tokens[head]
    if token.upos not in {"VERB", "AUX"} or token.xpos in {"VB", "VBG"}:
        return True
    return any(reading.tree.tokens[mark].text.lower() in {"to", "that"} for mark in reading.tree.kids(head, "mark"))


def _is_date(reading: Reading, span: Span) -> bool:
    """ "on Monday", "for two weeks": when, not what."""
    near = between(reading.dates, span.start, span.end)
    return any(found.start <= span.start and span.end <= found.end for found in near)


def _amount(reading: Reading, filler: Filler, head: int) -> Filled | None:
    amount = amount_in(reading, head, _KINDS[filler.read])
    if amount is None:
        return None
    span = Span(amount.start, amount.end)
    if filler.read == "currency":
        return Filled(Cell(amount.unit, span), head) if amount.unit else None
    if filler.read == "bound":
        return Filled(Cell(amount.bound, span), head)
    return Filled(Cell(amount.value, span), head)
