"""What a list names beyond the phrases that the tree gives: the ends of long lists, which parsers hang on other words,
and the members of a group told behind "including"."""

from __future__ import annotations

from typing import Final

from muniment.claims.clauses.predicates import Predicate
from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.entity import NAMES
from muniment.claims.phrases import entity_for
from muniment.claims.reading import Reading

_JOINTS: Final = frozenset({",", "and", "or", "&", "plus", ";"})
_INSIDE: Final = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "X", "SYM"})
_SUCH_AS: Final = ("including", "such as", "namely", "notably", "among them", "like")
# A list longer than this is a table.
_MOST: Final = 24


def spelt_out(reading: Reading, predicate: Predicate, heads: list[int], arms: bool) -> list[int]:
    """The heads of phrases, groups giving way to the members told behind "including"; where `arms` are wanted, with the
    rest of the list that the last of them begins."""
    found = [each for h in heads for each in members(reading, predicate, h) or tellers(reading.tree, h) or [h]]
    last = entity_for(reading, max(found)) if arms and found else None
    if last is not None and last.type == "weapon":
        found += listed_arms(reading, max(found))
    return list(dict.fromkeys(found))


def listed_arms(reading: Reading, head: int) -> list[int]:
    """The heads of further arms in the list that begins with the phrase at a token, in text order, read off the words:
    "jets, radars |and spare parts"."""
    tree = reading.tree
    end = tree.sentences[tree.sentence_of[head]].last
    found: list[int] = []
    at = max(tree.block(head)) + 1
    while len(found) < _MOST:
        start = at
        while at < end and tree.tokens[at].text.lower() in _JOINTS:
            at += 1
        if at == start:
            return found
        first = at
        while at < end and (tree.tokens[at].upos in _INSIDE or tree.tokens[at].text in {"-", "–", "to"}):
            at += 1
        while at > first and tree.tokens[at - 1].upos not in {"NOUN", "PROPN", "NUM", "X"}:
            at -= 1
        last = _head(reading, first, at)
        entity = None if last is None else entity_for(reading, last)
        if last is None or entity is None or entity.type != "weapon":
            return found
        found.append(last)
    return found


def _head(reading: Reading, first: int, end: int) -> int | None:
    """The head of the noun phrase that tokens `[first, end)` are, None where they are none."""
    nouns = [at for at in range(first, end) if reading.tree.tokens[at].upos in {"NOUN", "PROPN"}]
    if not nouns:
        return None
    tops = [at for at in nouns if not first <= reading.tree.tokens[at].head < end]
    return tops[-1] if tops else nouns[-1]


def members(reading: Reading, predicate: Predicate, head: int) -> list[int]:
    """The heads of the names that a plural stands for: "firms, including Elbit and Rafael"; of arms, their kinds."""
    tree = reading.tree
    group = entity_for(reading, head) if tree.tokens[head].xpos in {"NNS", "NNPS"} else None
    if group is None or group.how != "phrase":
        return []
    near = [kid for kid in tree.kids(head, "nmod", "obl", "appos") if kid > head and tree.case(kid) in _SUCH_AS]
    heads = [each for kid in near for each in tree.conjuncts(kid)]
    heads = heads or [each for case in _SUCH_AS for each in predicate.get(case) if each > head]
    named = [each for each in heads if _is_one(reading, each, group.type)]
    counted = tree.kid(head, "nummod") is not None and group.type != "weapon"
    return [head, *named] if named and counted else named


def tellers(tree: Tree, head: int) -> list[int]:
    """Those joined before the verb of telling whose content has "they" as its subject: "Chad and Mali said they would
    leave"."""
    token = tree.tokens[head]
    if token.text.lower() != "they" or not token.deprel.startswith("nsubj"):
        return []
    clause = tree.tokens[token.head]
    subject = tree.kid(clause.head, "nsubj") if clause.deprel == "ccomp" and clause.head >= 0 else None
    joined = tree.conjuncts(subject) if subject is not None else []
    return joined if len(joined) > 1 else []


def _is_one(reading: Reading, head: int, kind: str) -> bool:
    entity = entity_for(reading, head)
    if entity is None:
        return False
    same = entity.type == kind or (kind == "group" and entity.type in {"person", "organisation"})
    return same and (kind == "weapon" or entity.how in NAMES)
