"""What a relative pronoun stands for: "the jets, which ...", "X and Y, who were ..."."""

from __future__ import annotations

from typing import Final

from muniment.claims.clauses.tree import Tree

RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
_PLURAL: Final = frozenset({"are", "were", "have", "'re", "’re"})


def antecedents(tree: Tree, index: int) -> list[int]:
    """The phrases that a token stands for, in text order: itself, unless it is a relative pronoun; all of those joined
    by "and" where the verb behind the pronoun says that they are several."""
    token = tree.tokens[index]
    if token.text.lower() not in RELATIVE or token.upos not in {"PRON", "SCONJ", "DET"}:
        return [index]
    above = next((each for each in tree.climb(index) if tree.tokens[each].deprel == "acl:relcl"), None)
    if above is None:
        return [index]
    noun = tree.tokens[above].head
    if not _is_plural(tree, above):
        return [noun]
    first = tree.tokens[noun].head if tree.tokens[noun].deprel == "conj" else noun
    joined = [each for each in tree.conjuncts(first) if each < index]
    return joined if all(tree.tokens[each].upos == "PROPN" for each in joined) else [noun]


def _is_plural(tree: Tree, verb: int) -> bool:
    """True where the verb or an auxiliary has the form for several ("were attending", "meet")."""
    words = {tree.tokens[each].text.lower() for each in (verb, *tree.kids(verb, "aux", "cop"))}
    return tree.tokens[verb].xpos == "VBP" or bool(words & _PLURAL)
