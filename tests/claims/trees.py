"""Hand-made trees for tests: one token a word, "form/lemma/UPOS/XPOS/head/relation", heads counted from 1."""

from __future__ import annotations

from muniment.claims.clauses.tree import Tree
from muniment.language.analysis import Analysis, Sentence, Token


def tree(rows: str) -> Tree:
    """A Tree of one sentence; words are joined by single spaces, offsets follow."""
    words = [row.split("/") for row in rows.split()]
    tokens, start = [], 0
    for form, lemma, upos, xpos, head, relation in words:
        tokens.append(Token(start, start + len(form), form, lemma or form.lower(), upos, xpos, int(head) - 1, relation))
        start += len(form) + 1
    text = " ".join(word[0] for word in words)
    return Tree(Analysis(text, tuple(tokens), (Sentence(0, len(text), 0, len(tokens)),), (), ()))


def named(tree_: Tree, heads: list[int]) -> list[str]:
    """The forms of tokens, to compare arguments by."""
    return [tree_.tokens[head].text for head in heads]
