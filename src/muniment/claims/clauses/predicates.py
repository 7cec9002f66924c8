"""From trees to predicates: a verb or event noun with its arguments by function.

Functions, after undoing passives, relative clauses, coordination, control and light verbs:
subject, object, indirect, possessor, compound, modifier, clause, and each preposition by its own name
("to", "from", "with", "according to", ...). The idea of reading such frames off a Universal Dependencies tree
follows PredPatt (White et al., 2016); the code is ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from muniment.claims.clauses.bundles import counts_another, gapped_subject, is_bundled, outermost, over, torn_off
from muniment.claims.clauses.headlines import is_announced
from muniment.claims.clauses.lightverbs import ADDRESSED, CHARGING, HARMFUL, LIGHT, LIGHT_NOUNS, MADE, OCCUR, PAPERS
from muniment.claims.clauses.relatives import antecedents
from muniment.claims.clauses.tree import LOOSE, Tree
from muniment.claims.clauses.voice import FATED, is_active, is_bare_passive, uncounted

VERBAL = frozenset({"VERB", "AUX"})
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday tomorrow".split())
_NAMING = frozenset({"PROPN", "ADJ", "NOUN"})
# What a noun stands beside that names the same thing: "its subsidiary X", "Y, a member of Z".
BESIDE = frozenset({"appos", "nmod:desc", "flat"})


@dataclass(slots=True)
class Predicate:
    """A predicate at token `head`. `arguments` maps a function to the head tokens of its phrases, in text order.

    `chain` lists governing tokens that colour its factuality, nearest first (control verbs, light verbs). `light` is
    the verb or noun that lends its own arguments to an event noun ("imposed" of sanctions), -1 where there is none.
    """

    head: int
    lemma: str
    pos: str
    arguments: dict[str, list[int]] = field(default_factory=dict)
    chain: tuple[int, ...] = ()
    passive: bool = False
    light: int = -1

    def get(self, function: str) -> list[int]:
        """Head tokens of the argument(s) with that function; empty where there is none."""
        return self.arguments.get(function, [])

    def add(self, function: str, heads: Iterable[int]) -> None:
        """Adds phrases under a function, once each."""
        have = self.arguments.setdefault(function, [])
        have.extend(head for head in heads if head not in have and head != self.head)


def lemma_of(tree: Tree, index: int) -> str:
    """The token's lemma, joined to its particle ("carry_out") and to the noun of a fixed light verb ("take_place")."""
    token = tree.tokens[index]
    lemma = token.lemma.lower()
    particle = tree.kid(index, "compound:prt")
    if particle is not None:
        return f"{lemma}_{tree.tokens[particle].text.lower()}"
    if lemma == "take" and token.upos == "VERB":
        thing = tree.kid(index, "obj")
        if thing is not None and tree.tokens[thing].lemma.lower() in {"place", "part", "effect"}:
            return f"take_{tree.tokens[thing].lemma.lower()}"
    return lemma


def predicate_at(tree: Tree, index: int) -> Predicate:
    """Reads the predicate whose head is the token `index` (a verb, an event noun or an adjective). It is read once:
    whoever asks again gets the same object, and must not change it."""
    if tree.tokens[index].upos in VERBAL:
        return _verb(tree, index)
    if index not in tree.nouns:
        tree.nouns[index] = _noun(tree, index)
    return tree.nouns[index]


def _verb(tree: Tree, index: int, depth: int = 0) -> Predicate:
    if (index, depth) not in tree.verbs:
        tree.verbs[index, depth] = _read_verb(tree, index, depth)
    return tree.verbs[index, depth]


def _read_verb(tree: Tree, index: int, depth: int) -> Predicate:
    predicate = Predicate(index, lemma_of(tree, index), "verb", passive=_is_passive(tree, index))
    _core(tree, predicate)
    _obliques(tree, index, predicate)
    if depth < 4:
        _borrow(tree, predicate, depth)
    if predicate.lemma in FATED and not predicate.get("subject"):
        predicate.add("subject", uncounted(tree, index))
    return predicate


def _is_passive(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if tree.kid(index, "nsubj:pass", "aux:pass", "csubj:pass") is not None:
        return not is_active(tree, index)
    if is_bare_passive(tree, index):
        return True
    if token.deprel == "conj" and token.xpos == "VBN" and tree.kid(index, "nsubj", "aux") is None:
        return _is_passive(tree, token.head)
    reduced = token.deprel == "acl" or (token.deprel in {"amod", "advcl", "root", "parataxis"})
    return token.xpos == "VBN" and reduced and tree.kid(index, "nsubj", "obj", "aux") is None


def _core(tree: Tree, predicate: Predicate) -> None:
    index = predicate.head
    preceded = any(child < index for child in tree.kids(index, "nsubj"))
    for child in tree.children[index]:
        relation = tree.tokens[child].deprel
        if preceded and child > index and relation.startswith("nsubj"):
            continue  # a second subject behind the verb is that of the next ("... arrived, the ministry said")
        if relation in {"obj", "obl"} and tree.tokens[child].text in _DAYS and tree.kid(child, "case") is None:
            continue  # "met Thursday in Rome"
        if relation in {"nsubj", "nsubj:pass"}:
            predicate.add("object" if predicate.passive else "subject", _phrases(tree, child))
        elif relation == "obj":
            predicate.add("indirect" if predicate.passive else "object", _phrases(tree, child))
        elif relation == "iobj":
            predicate.add("indirect", _phrases(tree, child))
        elif relation in {"ccomp", "xcomp"}:
            predicate.add("clause", [child])
        elif relation == "advmod" and tree.tokens[child].text.lower() == "here":
            predicate.add("here", [child])
        elif relation == "advcl" and tree.tokens[child].xpos == "VB" and tree.kid(child, "mark") == child - 1:
            predicate.add("purpose", [child])
        elif relation == "advcl" and tree.tokens[child].xpos == "VBG" and (about := _topical(tree, predicate, child)):
            predicate.add(about, [child])  # "agreed on sharing the water"


def _topical(tree: Tree, predicate: Predicate, index: int) -> str:
    """The word that introduces a clause telling what the predicate is about, lower-cased; "" where there is none."""
    mark = tree.kid(index, "mark")
    word = "" if mark is None else tree.tokens[mark].text.lower()
    return word if word in TOPICAL or (predicate.lemma in CHARGING and word in {"with", "of"}) else ""


TOPICAL = frozenset({"on", "about", "over", "from"})


def _obliques(tree: Tree, index: int, predicate: Predicate) -> None:
    for child in tree.kids(index, "obl", "nmod"):
        relation = tree.tokens[child].deprel
        if relation == "nmod:poss":
            predicate.add("possessor", _phrases(tree, child))
        elif relation == "obl:agent" and tree.case(child) in {"by", ""}:
            predicate.add("subject", _phrases(tree, child))
        else:
            case = tree.case(child)
            if case == "by" and predicate.passive:
                predicate.add("subject", _phrases(tree, child))
            elif case:
                predicate.add(case, _phrases(tree, child))
            elif relation == "obl" and child > index and _is_bare_object(tree, child, predicate):
                # Times are obl:unmarked; what else stands bare behind a verb is its object.
                predicate.add("object", _phrases(tree, child))
    if tree.tokens[index].deprel == "amod":  # "Libyan-backed rebels"
        makers = [kid for kid in tree.children[index] if kid < index and tree.tokens[kid].upos in _NAMING]
        predicate.add("maker", makers)


def _is_bare_object(tree: Tree, child: int, predicate: Predicate) -> bool:
    return tree.tokens[child].text not in _DAYS and not predicate.passive and not predicate.get("object")


def _phrases(tree: Tree, index: int) -> list[int]:
    """The phrase and its conjuncts, with relative pronouns replaced by what they stand for."""
    return [noun for each in tree.conjuncts(index) for noun in antecedents(tree, each)]


def _borrow(tree: Tree, predicate: Predicate, depth: int) -> None:
    """Takes a missing subject or object from the governor: coordination, control, relatives, adverbial clauses."""
    index = predicate.head
    token = tree.tokens[index]
    if token.head < 0:
        return
    above = tree.tokens[token.head]
    relation = token.deprel
    slot = "object" if predicate.passive else "subject"
    if relation in {"acl", "acl:relcl", "amod"}:
        _from_noun(tree, predicate, token.head, slot)
    elif relation in {"conj", "xcomp", "advcl", "parataxis", "ccomp"} and above.upos in VERBAL | {"ADJ"}:
        governor = _verb(tree, token.head, depth + 1)
        if relation != "conj":
            predicate.chain = (token.head, *governor.chain)
        else:
            predicate.chain = governor.chain
        number = gapped_subject(tree, index)
        if number is not None and relation == "conj":
            predicate.add(slot, [number])
        elif not predicate.get(slot) and tree.kid(index, "nsubj", "nsubj:pass", "expl") is None:
            _share(predicate, governor, slot, relation)
    elif above.upos == "NOUN" and relation in {"acl", "xcomp", "ccomp"}:
        predicate.chain = over(tree, token.head)


def _share(predicate: Predicate, governor: Predicate, slot: str, relation: str) -> None:
    if relation in {"ccomp", "parataxis"}:
        return
    asked = [head for case in ADDRESSED.get(governor.lemma, ()) for head in governor.get(case)]
    if relation in {"xcomp", "advcl"} and asked:
        predicate.add(slot, asked)  # "called on Oslo to impose ...", "accused Oslo of selling ..."
    elif relation == "xcomp":
        controller = governor.get("object") or governor.get("indirect") or governor.get("subject")
        predicate.add(slot, controller)
    else:
        mine = "object" if governor.passive else "subject"
        predicate.add(slot, governor.get(mine))


def _from_noun(tree: Tree, predicate: Predicate, noun: int, slot: str) -> None:
    index = predicate.head
    token = tree.tokens[index]
    if token.deprel == "acl:relcl":
        used = {head for heads in predicate.arguments.values() for head in heads}
        if noun in used:
            return
        slot = "subject" if not predicate.passive and not predicate.get("subject") else "object"
        if not predicate.get(slot):
            predicate.add(slot, [noun])
        return
    if token.xpos in {"VBN", "VBD"} and not predicate.get("object"):
        predicate.passive = True
        predicate.add("object", [noun])
    elif token.xpos == "VBG":
        predicate.add("subject", [noun])
    else:
        predicate.chain = over(tree, noun)
        words = {tree.tokens[kid].text.lower() for kid in tree.kids(noun, "amod", "advmod")}
        if not predicate.passive and (words & ONLY or is_announced(tree, index)):
            predicate.add("subject", _phrases(tree, noun))  # "the only country to vote against the bill"
        elif lemma_of(tree, noun) in PAPERS and len(predicate.chain) > 1:  # "signed a contract to supply jets"
            predicate.add(slot, _verb(tree, predicate.chain[1]).get("subject"))


ONLY = frozenset("only sole first second third last latest next".split())


def _noun(tree: Tree, index: int) -> Predicate:
    predicate = Predicate(index, lemma_of(tree, index), "noun")
    _own_arguments(tree, predicate, index)
    if (torn := torn_off(tree, index)) is not None:
        _own_arguments(tree, predicate, torn)
    _from_governor(tree, predicate)
    _from_participle(tree, predicate)
    _adjacent(tree, predicate)
    return predicate


# Prepositions that say more of an event noun than of whatever verb happens to govern it.
_NOMINAL = frozenset({"to", "on", "against", "into", "from", "for", "with", "of"})


def _adjacent(tree: Tree, predicate: Predicate) -> None:
    """A phrase right behind an event noun that the tree hangs on the verb above it may be the noun's own: "attacked
    arms sales to Bahrain". It is taken where the noun has no phrase with that preposition."""
    token = tree.tokens[predicate.head]
    if token.head < 0 or token.deprel not in {"obj", "nsubj:pass", "obl", "nsubj"}:
        return
    end = max(tree.block(predicate.head, LOOSE - {"case"}))
    for child in tree.kids(token.head, "obl", "nmod"):
        if child > end and min(tree.subtree(child)) == end + 1:
            case = tree.case(child)
            if case in _NOMINAL and not predicate.get(case):
                predicate.add(case, _phrases(tree, child))
            end = max(tree.subtree(child))


def _own_arguments(tree: Tree, predicate: Predicate, index: int) -> None:
    for child in tree.children[index]:
        relation = tree.tokens[child].deprel
        base = relation.partition(":")[0]
        if relation == "nmod:poss":
            predicate.add("possessor", _phrases(tree, child))
        elif base in {"nmod", "obl"} and not counts_another(tree, child):
            case = tree.case(child)
            predicate.add(case or "compound", _phrases(tree, child))
        elif relation == "compound":
            predicate.add("compound", _phrases(tree, child))
        elif relation == "amod":
            predicate.add("modifier", _phrases(tree, child))
            if tree.tokens[child].lemma.lower() in MADE:
                predicate.add("maker", [kid for kid in tree.children[child] if tree.tokens[kid].upos in _NAMING])
        elif base in {"acl", "ccomp"}:
            predicate.add("clause", [child])
            if tree.tokens[child].lemma.lower() in HARMFUL and tree.tokens[child].xpos != "VBN":
                _lend(predicate, _verb(tree, child), index)  # "the bombing, which killed 12": its victims
        elif relation == "nsubj" and (tree.case(index) or tree.kid(index, "cop") is not None):
            # "the minister is on a visit to ...", "X is a member of ..."
            predicate.add("subject", _phrases(tree, child))
        elif relation in BESIDE:
            predicate.add("appos", _phrases(tree, child))
        elif relation == "advmod" and tree.tokens[child].text.lower() == "here":
            predicate.add("here", [child])
    token = tree.tokens[index]
    if token.upos == "ADJ" and token.deprel == "acl":
        predicate.add("subject", [token.head])  # "grenades bound for Chad"
    if token.deprel == "nsubj" and token.head >= 0 and tree.kid(token.head, "cop") is not None:
        predicate.add("appos", [token.head])  # "its biggest supplier is Norway"
    if token.deprel in BESIDE and token.head >= 0:
        predicate.add("appos", [token.head])
    if token.deprel == "conj":
        _inherit(tree, predicate, token.head)


def _inherit(tree: Tree, predicate: Predicate, first: int) -> None:
    """A coordinated event noun shares the possessor and modifiers that stand before the first conjunct."""
    for child in tree.children[first]:
        if child < first and tree.tokens[child].deprel == "nmod:poss":
            predicate.add("possessor", _phrases(tree, child))


def _from_governor(tree: Tree, predicate: Predicate) -> None:
    index = outermost(tree, predicate.head)
    if index != predicate.head and is_bundled(tree, predicate.head):
        bundle = Predicate(index, lemma_of(tree, index), "noun")
        _own_arguments(tree, bundle, index)
        _lend(predicate, bundle, predicate.head)
    token = tree.tokens[index]
    if token.head < 0:
        return
    above = token.head
    if tree.tokens[above].upos not in VERBAL:
        if tree.tokens[above].upos in {"NOUN", "ADJ"}:
            predicate.chain = (above,)
            if lemma_of(tree, above) in LIGHT_NOUNS | PAPERS and token.deprel == "nmod":
                _from_light_noun(tree, predicate, above)
        if tree.kid(above, "cop") is not None and tree.case(above) in {"in", "at"}:
            predicate.add("host subject", [head for kid in tree.kids(above, "nsubj") for head in _phrases(tree, kid)])
            predicate.add("host in", [above])  # "the minister is in Kigali for talks"
        return
    governor = _verb(tree, above)
    predicate.chain = (above, *governor.chain)
    light = governor.lemma in LIGHT and token.deprel in {"obj", "nsubj:pass"}
    if light or (governor.lemma in OCCUR and token.deprel in {"nsubj", "nsubj:pass"}):
        _lend(predicate, governor, index)
        predicate.light = above
    elif token.deprel.startswith("obl"):
        predicate.add("host subject", governor.get("subject"))
        predicate.add("host object", governor.get("object"))
        for function in ("in", "at", "on", "near", "with", "here"):
            predicate.add(f"host {function}", governor.get(function))


def _lend(predicate: Predicate, governor: Predicate, noun: int) -> None:
    for function, heads in governor.arguments.items():
        others = [head for head in heads if head not in (noun, predicate.head)]
        if function == "clause" or not others:
            continue
        predicate.add(function, others)


def _from_light_noun(tree: Tree, predicate: Predicate, above: int) -> None:
    """ "the EU's lifting of sanctions on Mali": the possessor acts, and so does a phrase with "by"."""
    predicate.light = above
    governor = Predicate(above, lemma_of(tree, above), "noun")
    _own_arguments(tree, governor, above)
    _from_governor(tree, governor)
    predicate.chain = (above, *governor.chain)
    for function in ("possessor", "by", "subject") if governor.lemma in PAPERS else ("possessor", "by"):
        predicate.add("subject", [head for head in governor.get(function) if head != above])
    for function in ("on", "against", "in", "for", "to"):
        predicate.add(function, governor.get(function))


def _from_participle(tree: Tree, predicate: Predicate, words: frozenset[str] = LIGHT) -> None:
    """ "sanctions imposed on Iraq by the council": a participle or relative clause below the noun lends as a verb above
    it would."""
    for child in tree.kids(predicate.head, "acl"):
        if tree.tokens[child].upos not in VERBAL or lemma_of(tree, child) not in words:
            continue
        verb = _verb(tree, child)
        if predicate.head not in verb.get("object"):
            continue
        if predicate.light < 0:
            _lend(predicate, verb, predicate.head)
            predicate.light = child
            return
        for function, heads in verb.arguments.items():
            if function in _NOMINAL and not predicate.get(function):
                predicate.add(function, heads)


def lent(tree: Tree, predicate: Predicate, words: frozenset[str]) -> Predicate:
    """The event noun with the arguments of a verb of `words` above or below it, where no light verb lends its own;
    the same predicate where there is no such verb."""
    if predicate.pos != "noun" or predicate.light >= 0:
        return predicate
    fresh = _noun(tree, predicate.head)
    index = outermost(tree, predicate.head)
    token = tree.tokens[index]
    governed = token.head >= 0 and token.deprel in {"obj", "nsubj:pass"}
    if governed and lemma_of(tree, token.head) in words and tree.tokens[token.head].upos in VERBAL:
        _lend(fresh, _verb(tree, token.head), index)
        fresh.light = token.head
        return fresh
    _from_participle(tree, fresh, words)
    return fresh if fresh.light >= 0 else predicate
