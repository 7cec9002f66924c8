"""The grammar of headlines, which leave verbs out: "Kenyan president to visit Chad"."""

from __future__ import annotations

from muniment.claims.clauses.tree import Tree


def is_announced(tree: Tree, index: int) -> bool:
    """True for an infinitive with "to" that says what the noun at the head of its sentence is going to do; in running
    text such a noun has a determiner or a verb ("a plan to visit Chad")."""
    token = tree.tokens[index]
    if token.xpos != "VB" or token.deprel not in {"acl", "xcomp", "ccomp", "advcl"} or token.head < 0:
        return False
    noun = tree.tokens[token.head]
    if noun.deprel != "root" or noun.upos not in {"NOUN", "PROPN"} or tree.kids(token.head, "det", "nmod:poss", "cop"):
        return False
    return token.head < index and any(tree.tokens[mark].text.lower() == "to" for mark in tree.kids(index, "mark"))
