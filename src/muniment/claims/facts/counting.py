"""How many people, and which: the counts that tallies and incidents give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from muniment.claims.clauses.companions import companions
from muniment.claims.clauses.predicates import Predicate, lemma_of, predicate_at
from muniment.claims.clauses.tree import LOOSE, Tree
from muniment.claims.naming.spans import trim
from muniment.claims.phrases import NUMBERLESS, entity_for
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.claims.shelf import between
from muniment.schema.claim import Cell
from muniment.schema.span import Span
from muniment.text.amounts import Amount
from muniment.vocabulary.people import actor, population

# Singular nouns that are many people though no list of actors has them.
_MANY: Final = frozenset(
    "crowd mob gang people public youth staff crew family community unit population press media delegation".split()
)
# Nouns that count people though they name none: "12 others", "40 deaths", "a further 20".
COUNTED: Final = frozenset("other more death fatality casualty dead dozen hundred thousand score life ten many".split())
# Words that stand before a count and are no part of who was counted.
_BOUNDING: Final = frozenset(
    "at least most more less than about around nearly almost some up to as many over whose dead".split()
)
# What became of them, which parsers take for a part of the phrase: "left 31 people dead".
_STATES: Final = frozenset({"dead", "homeless", "wounded", "injured", "displaced", "hurt"})
_DIGITS: Final = re.compile(r"[\d,.]+")


def amount_in(reading: Reading, head: int, kinds: set[str]) -> Amount | None:
    """The amount that counts or is the phrase headed at a token ("at least 40 soldiers", "$2 billion")."""
    tree = reading.tree
    block = tree.block(head, LOOSE - {"advmod", "case"})
    start, end = tree.tokens[block[0]].start, tree.tokens[block[-1]].end
    own = {head, *tree.kids(head, "nummod", "amod", "compound", "det", "advmod")}
    own.update(far for near in tree.kids(head, "compound", "nummod") for far in tree.kids(near, "nummod"))
    start = min(start, tree.tokens[min(own)].start)
    near = min(start, tree.tokens[max(0, min(own) - 1)].start)
    for amount in between(reading.amounts, near, end):
        if amount.kind in kinds and amount.high is not None and _stands_before(tree, amount, head, own):
            return amount
        if amount.kind in kinds and amount.end > start and amount.start < end:
            inside = tree.at(amount.core_start, amount.core_end)
            if inside and (own & set(inside) or tree.tokens[tree.top(inside)].head == head):
                return amount
    return None


def _stands_before(tree: Tree, amount: Amount, head: int, own: set[int]) -> bool:
    """True for a range that parsers hang elsewhere: "between 30 and 40 people"."""
    inside = tree.at(amount.core_start, amount.core_end)
    return bool(inside) and inside[-1] < head and all(index in own for index in range(inside[-1] + 1, head))


def otherwise_harmed(tree: Tree, head: int, predicate: int) -> bool:
    """True where a participle of its own says what befell a coordinated phrase: the second of "17 were killed and 26
    others wounded" is no object of the killing."""
    token = tree.tokens[head]
    late = token.deprel.startswith("nsubj") and head > predicate
    return (token.deprel == "conj" or late) and any(
        child != predicate and tree.tokens[child].xpos == "VBN" and tree.kid(child, "nsubj", "obj") is None
        for child in tree.kids(head, "acl", "amod")
        if lemma_of(tree, child) in HARMS
    )


HARMS: Final = frozenset(
    """kill wound injure hurt arrest detain capture displace evacuate hospitalise hospitalize abduct kidnap
    execute""".split()
)


def split_ranges(reading: Reading, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """The proposals; a count of people that is a range gives two, at least the lower and up to the upper end."""
    ranges = {amount.start: amount for amount in reading.amounts if amount.high is not None}
    for proposal in proposals:
        cell = proposal.cells.get("value") if proposal.register == "tallies" else None
        amount = ranges.get(cell.span.start) if cell is not None and cell.span is not None else None
        if cell is None or amount is None or amount.high is None or cell.value != amount.value:
            yield proposal
            continue
        for value, bound in ((amount.value, "at least"), (amount.high, "up to")):
            ends = {"value": Cell(value, cell.span), "bound": Cell(bound, cell.span)}
            yield replace(proposal, cells={**proposal.cells, **ends})


def people(reading: Reading, head: int) -> Cell | None:
    """How many people a phrase names: its amount, or one for a named person or a single "a soldier"."""
    entity = entity_for(reading, head)
    token = reading.tree.tokens[head]
    lemma = token.lemma.lower()
    human = is_human(reading, head)
    if not human and token.upos not in {"NUM", "PRON"} and (lemma not in COUNTED or _counts_things(reading, head)):
        return None
    amount = amount_in(reading, head, {"count"})
    if amount is not None:
        return Cell(amount.value, Span(amount.start, amount.end))
    if entity is None or not human:
        return None
    articles = {reading.tree.tokens[child].text.lower() for child in reading.tree.kids(head, "det", "nummod")}
    named = entity.type == "person" and entity.how in {"named", "last name", "full name"}
    bare = not articles and not is_collective(lemma) and _is_headline(reading, head)
    single = bare or bool(articles & {"a", "an", "one", "another"})
    owned = reading.tree.kid(head, "nmod:poss") is not None
    alone = token.xpos == "NN" or (token.xpos == "NNP" and entity.how == "demonym")
    if named or (alone and single and not owned and not is_collective(lemma)):
        return Cell(1, entity.span)
    return None


def _counts_things(reading: Reading, head: int) -> bool:
    """True for "thousands of birds"."""
    tree = reading.tree
    of = next((kid for kid in tree.kids(head, "nmod") if tree.case(kid) == "of"), None)
    if of is None or tree.tokens[of].upos != "NOUN":
        return False
    if tree.tokens[of].lemma.lower() in COUNTED:
        return _counts_things(reading, of)  # "tens of thousands of people"
    return not is_human(reading, of)


def is_human(reading: Reading, head: int) -> bool:
    """True where the phrase headed at a token names people: by its type, or by a noun for whoever does or is something
    ("seminarists", "smugglers")."""
    entity = entity_for(reading, head)
    if entity is None or entity.type == "weapon":
        return False
    if entity.type in {"person", "group"} or entity.how == "demonym":
        return True
    token = reading.tree.tokens[head]
    lemma = token.lemma.lower()
    return token.upos == "NOUN" and (lemma == "member" or (lemma.endswith(_DOERS) and lemma not in _THINGS))


_DOERS: Final = ("er", "or", "ist", "eer", "man", "ee", "ian", "ar")
# Nouns that end like a doer and are none, as far as they are objects of killing, wounding, arresting or fleeing.
_THINGS: Final = frozenset(
    """number river water power letter paper order helicopter tower tanker computer border corner matter centre center
    quarter summer winter cancer flower tiger buffalo chapter career shelter tractor car calendar dollar
    reactor sector factor door floor error terror mirror fever disaster cover year war ear bar nuclear
    container freighter trawler cruiser bomber fighter tree knee coffee fee committee mister
    danger hunger winter weather feather leather timber chamber cattle
    trouser quarter dinner layer manor motor vector harbor harbour meteor rumor tumor tenor armor favor labor""".split()
)


@cache
def is_collective(lemma: str) -> bool:
    """True for a singular noun that is many people ("army", "crowd")."""
    return lemma in _MANY or (actor(lemma) is not None and population(lemma) is None)


def _is_headline(reading: Reading, head: int) -> bool:
    """True in a line without a full stop, where articles are dropped: "soldier killed near ..."."""
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[head]]
    return tree.tokens[head].deprel.startswith(("nsubj", "obj")) and tree.tokens[sentence.last - 1].upos != "PUNCT"


def counted(reading: Reading, head: int) -> Cell | None:
    """Who was counted, without the count: "14 government soldiers" gives "government soldiers"."""
    token = reading.tree.tokens[head]
    if token.upos not in {"NOUN", "PROPN"} or token.lemma.lower() in COUNTED:
        inner = reading.tree.kid(head, "nmod")
        if inner is None or reading.tree.case(inner) != "of":
            return None
        head = inner
    entity = entity_for(reading, head)
    if entity is None or entity.how not in {"phrase", "demonym"} or not is_human(reading, head):
        return None  # who has a name is nobody's population; "15 Palestinians" are one
    tree = reading.tree
    block = tree.block(head, NUMBERLESS)
    while len(block) > 1 and _only_counts(tree.tokens[block[0]].text):
        block = block[1:]
    while len(block) > 1 and tree.tokens[block[-1]].text.lower() in _STATES:
        block = block[:-1]
    span = trim(tree, [*_hyphened(tree, block[0]), *block, *_whose(tree, head)])
    return Cell(" ".join(span.of(reading.text).split()), span)


def _hyphened(tree: Tree, first: int) -> list[int]:
    """Tokens before one that a hyphen ties to it: "12-year-" of "12-year-old girl"."""
    start = first
    while start >= 2 and tree.tokens[start - 1].text == "-" and tree.tokens[start - 1].end == tree.tokens[start].start:
        start -= 2
    return list(range(start, first))


def _whose(tree: Tree, head: int) -> list[int]:
    """The phrase with "of" that says of what somebody is a part: "members of the clan"."""
    if tree.tokens[head].lemma.lower() not in _PARTS:
        return []
    return [index for kid in tree.kids(head, "nmod") if tree.case(kid) == "of" for index in tree.block(kid, LOOSE)]


_PARTS: Final = frozenset("member group part relative resident supporter leader commander crowd follower".split())


def _only_counts(word: str) -> bool:
    return word.lower() in _BOUNDING or _DIGITS.fullmatch(word) is not None


def name_others(reading: Reading, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals; "44 others" and a bare "44" are of the people counted before them in the sentence."""
    named: list[Proposal] = []
    last: tuple[int, Cell] | None = None
    for proposal in proposals:
        value = proposal.cells.get("value") if proposal.register == "tallies" else None
        told = proposal.cells.get("population")
        if value is not None and value.span is not None:
            sentence = reading.tree.sentence_of[reading.tree.within(value.span)[0]]
            if told is not None:
                last = sentence, told
            elif last is not None and last[0] == sentence and _is_number(reading, value.span):
                proposal = replace(proposal, cells={**proposal.cells, "population": last[1]})
        named.append(proposal)
    return named


def _is_number(reading: Reading, span: Span) -> bool:
    return any(amount.start == span.start and amount.end == span.end for amount in reading.amounts)


KILLING: Final = frozenset(
    "kill slay murder assassinate execute massacre behead slaughter shoot_dead gun_down martyr lynch butcher".split()
)


def slain(tree: Tree, predicate: Predicate) -> Iterator[int]:
    """Heads of the phrases for those an act killed: the objects of a verb of killing that is the act, tells it
    ("bombed the town, killing nine"), or has it for its subject ("the raid, which left nine dead"); never the
    wounded."""
    verbs = [predicate.head, *companions(tree, predicate.head), *tree.kids(predicate.head, "acl")]
    for verb in dict.fromkeys(verbs):
        lemma = lemma_of(tree, verb)
        if lemma in KILLING:
            yield from predicate_at(tree, verb).get("object")
        elif lemma in {"leave", "shoot", "claim"}:
            told = predicate_at(tree, verb)
            for head in told.get("object"):
                states = [*told.get("clause"), *tree.kids(head, "amod", "acl", "xcomp")]
                if _are_dead(tree, states) or tree.tokens[head].lemma.lower() == "life":
                    yield head
        elif lemma == "die":
            yield from predicate_at(tree, verb).get("subject")


def _are_dead(tree: Tree, states: Iterable[int]) -> bool:
    return any(tree.tokens[state].lemma.lower() == "dead" for state in states)
