"""Who suffers what a verb of harm tells, where parsers and headlines leave it open."""

from __future__ import annotations

from typing import Final

from muniment.claims.clauses.tree import Tree

# Verbs that need an object: without one, what parsers take for their subject has suffered it.
_HARMFUL: Final = frozenset(
    """kill slay murder assassinate execute massacre behead wound injure arrest detain jail kidnap abduct behead
    capture displace hospitalise hospitalize""".split()
)
_NOT_IN: Final = frozenset({"acl", "acl:relcl", "xcomp"})


def is_bare_passive(tree: Tree, index: int) -> bool:
    """True for "Three soldiers killed in Helmand": no object, no auxiliary, and not in a relative clause, whose object
    stands before it."""
    token = tree.tokens[index]
    if token.lemma.lower() not in _HARMFUL or token.xpos not in {"VBD", "VBN"} or token.deprel in _NOT_IN:
        return False
    subject = tree.kid(index, "nsubj")
    if subject is None or subject > index:
        return False
    return tree.kid(index, "obj", "iobj", "ccomp", "aux", "nummod") is None and not _counts(tree, index)


def _counts(tree: Tree, index: int) -> bool:
    """ "The blast killed at least 12": a number behind the verb is its object, unless it counts those of another verb
    ("six killed, 12 wounded")."""
    return any(
        child > index and tree.tokens[child].upos == "NUM" and tree.tokens[min(child + 1, last)].xpos != "VBN"
        for last in (len(tree.tokens) - 1,)
        for child in tree.children[index]
    )


def is_active(tree: Tree, index: int) -> bool:
    """True for a verb with an object and no auxiliary whose subject the parser took for a passive's: "Bombs killed at
    least 12"."""
    if tree.tokens[index].xpos != "VBD" or tree.kid(index, "nsubj:pass") is None:
        return False
    return tree.kid(index, "obj") is not None and tree.kid(index, "aux:pass") is None


# Verbs whose subject is often a bare number: "more than 7,000 died".
FATED: Final = frozenset({"die", "perish", "flee"})


def uncounted(tree: Tree, index: int) -> list[int]:
    """The bare number before a verb without a subject, which parsers hang on it as something else; [] for none."""
    before = [child for child in tree.children[index] if child < index and tree.tokens[child].upos == "NUM"]
    return [child for child in before[-1:] if not tree.case(child)]
