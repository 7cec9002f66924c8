"""What a pact or talks are about, in the words of the text: its phrase or clause without what is said beside it."""

from __future__ import annotations

from typing import Final

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.spans import trim
from muniment.claims.reading import Reading
from muniment.claims.shelf import between
from muniment.schema.span import Span

# Branches that describe and are no part of the matter ("the island, which both claim").
_BESIDE: Final = frozenset({"acl:relcl", "advcl:relcl", "parataxis", "dep", "discourse", "list", "vocative", "appos"})
# What begins a clause that says when or whether ("until parliament agrees").
_WHEN: Final = frozenset(
    "if until till while after before as when because since although though unless where whereas once so".split()
)
# Phrases of a pact's own noun that tell its matter; those with "between" or "with" tell its parties.
_TOPICAL: Final = frozenset({"on", "over", "about", "for", "of", "to", "against", "concerning", "regarding"})
_LEFT: Final = ("amod", "compound", "nummod", "nmod:unmarked")
# Verbs whose gerund only describes ("a pact including ...", "with the bank acting as guarantor").
_SMALL: Final = frozenset("act include follow begin start last run date make aim involve give be have".split())
_WILL: Final = frozenset({"will", "would", "shall"})


def matter(reading: Reading, head: int, own: bool) -> Span | None:
    """The characters of the matter headed at a token. `own` says that the head is the noun for the pact itself, of
    which only the words count that tell its kind. None for a clause that only describes ("signed in May")."""
    tree = reading.tree
    if tree.tokens[head].upos == "ADJ":
        return None  # "a contract |worth two millions"
    if tree.tokens[head].upos in {"VERB", "AUX"} or tree.kids(head, "cop"):
        return trim(tree, _block(tree, head)) if _is_content(tree, head) else None
    return trim(tree, _own(reading, head) if own else _noun(tree, head))


def _block(tree: Tree, head: int) -> list[int]:
    """The unbroken run of tokens around a head that belong to it."""
    kept, todo = set(), [head]
    while todo:
        here = todo.pop()
        kept.add(here)
        todo += [child for child in tree.children[here] if not _is_beside(tree, child)]
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return list(range(first, last + 1))


def _is_beside(tree: Tree, index: int) -> bool:
    if tree.tokens[index].deprel in _BESIDE:
        return True
    marks = {tree.tokens[kid].text.lower() for kid in tree.kids(index, "mark", "advmod")}
    return tree.tokens[index].deprel == "advcl" and bool(marks & _WHEN)


def _own(reading: Reading, head: int) -> list[int]:
    tree, first = reading.tree, head
    below = {index for kid in tree.kids(head, *_LEFT) for index in tree.subtree(kid)}
    while first - 1 in below or (first - 2 in below and tree.tokens[first - 1].text == "-"):
        first -= 1
    found = list(range(first, head + 1))
    for kid in tree.kids(head, "nmod"):
        inside = _block(tree, kid)
        if tree.case(kid) in _TOPICAL and inside[0] == found[-1] + 1 and not _is_time(reading, kid):
            found += inside
    return found


def _is_time(reading: Reading, head: int) -> bool:
    """True for a phrase that begins with a date ("on Thursday morning")."""
    token = reading.tree.tokens[head]
    return bool(between(reading.dates, token.start, token.start + 1))


def _noun(tree: Tree, head: int) -> list[int]:
    """A noun's phrase up to a participle that only describes it ("a bill |approved by parliament")."""
    block = _block(tree, head)
    passive = (kid for kid in tree.kids(head, "acl") if kid > head and tree.tokens[kid].xpos == "VBN")
    end = min((min(tree.subtree(kid)) for kid in passive), default=block[-1] + 1)
    return [index for index in block if index < max(end, head + 1)]


def _is_content(tree: Tree, head: int) -> bool:
    """True for what is to be done: in the infinitive, the gerund, or after "that" with "will". That something is so is
    an opinion."""
    marks = {tree.tokens[kid].text.lower() for kid in tree.kids(head, "mark")}
    will = any(tree.tokens[kid].text.lower() in _WILL for kid in tree.kids(head, "aux"))
    if tree.tokens[head].deprel == "acl:relcl":
        return will and tree.tokens[head].xpos == "VB"
    if tree.tokens[head].lemma.lower() in _SMALL or tree.kids(head, "aux:pass"):
        return False
    return tree.tokens[head].xpos in {"VB", "VBG"} or "to" in marks or ("that" in marks and will)
