"""Words credited without a verb: "according to X", "in the words of X", and headlines with a colon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from muniment.claims.clauses.tree import Tree
from muniment.claims.reading import Reading
from muniment.claims.speech.draft import Draft

_VERBAL: Final = frozenset({"VERB", "AUX"})
_CLAUSAL: Final = frozenset({"root", "conj", "parataxis", "ccomp", "acl:relcl"})
# A headline's credit ("Iran strikes Israel: report") is no longer than this.
_LONGEST_CREDIT: Final = 5
_LONGEST_HEADLINE: Final = 30


def credited(reading: Reading, index: int) -> Iterator[Draft]:
    """The draft for an "according to" whose "according" is the token `index`."""
    tree = reading.tree
    if tree.tokens[index].text.lower() != "according" or index + 1 >= len(tree.tokens):
        return
    if tree.tokens[index + 1].text.lower() != "to":
        return
    head = tree.tokens[index].head
    if head <= index or tree.tokens[head].upos not in {"NOUN", "PROPN", "PRON"}:
        return
    phrase = tree.subtree(head)
    sentence = tree.sentences[tree.sentence_of[index]]
    above = _clause_of(tree, tree.tokens[head].head)
    region = sorted(set(tree.subtree(above) if above >= 0 else range(sentence.first, sentence.last)) - set(phrase))
    before = [i for i in region if i < index]
    after = [i for i in region if i > max(phrase)]
    content = after if len(after) > len(before) else before
    if sum(tree.tokens[i].upos != "PUNCT" for i in content) < 3:
        return
    yield Draft((head,), index, tree.span(content), tree.span([*content, *phrase]), "according")


def _clause_of(tree: Tree, index: int) -> int:
    """The head of the whole clause that a phrase stands in, -1 for the sentence: the credit covers all of it."""
    while index >= 0 and tree.tokens[index].deprel not in _CLAUSAL:
        index = tree.tokens[index].head
    return index


def headline(reading: Reading, number: int) -> Iterator[Draft]:
    """The draft for a headline that credits its words before or after a colon."""
    tree = reading.tree
    sentence = tree.sentences[number]
    if sentence.last - sentence.first > _LONGEST_HEADLINE or tree.tokens[sentence.last - 1].text in {
        ".",
        "?",
        "!",
        ":",
    }:
        return
    colons = [i for i in range(sentence.first + 1, sentence.last - 1) if tree.tokens[i].text == ":"]
    if len(colons) != 1:
        return
    left, right = list(range(sentence.first, colons[0])), list(range(colons[0] + 1, sentence.last))
    for credit, content in ((right, left), (left, right)):
        if _is_credit(tree, credit) and len(content) > len(credit) and _tells(tree, content):
            head = tree.top(credit)
            yield Draft((head,), colons[0], tree.span(content), tree.span([*credit, *content]), "headline")
            return


def _tells(tree: Tree, content: list[int]) -> bool:
    return any(tree.tokens[i].upos in _VERBAL for i in content) and tree.tokens[content[-1]].text != "?"


def _is_credit(tree: Tree, credit: list[int]) -> bool:
    """A short phrase of nouns and their modifiers."""
    if len(credit) > _LONGEST_CREDIT or any(tree.tokens[i].upos in _VERBAL | {"PRON", "NUM", "ADP"} for i in credit):
        return False
    return tree.tokens[credit[-1]].upos in {"NOUN", "PROPN"}
