"""The attribution around a reporting verb: its own words (subject, addressee, time, place) and its speakers."""

from __future__ import annotations

from typing import Final

from muniment.claims.clauses.predicates import Predicate, lemma_of, predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.reading import Reading
from muniment.claims.speech.edges import QUOTE_MARKS
from muniment.claims.speech.words import words

# Relations under a reporting verb that may hold reported words, or clauses of their own.
CLAUSES: Final = frozenset({"ccomp", "parataxis", "conj", "advcl", "advcl:relcl", "csubj", "dep", "list", "discourse"})
FIRST_PERSON: Final = frozenset({"i", "we", "me", "us"})
_MOST_INVERTED: Final = 14
_MODALS: Final = frozenset(
    ["will", "would", "could", "may", "might", "shall", "should", "must", "can", "'ll", "’ll", "'d", "’d"]
)
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "PART"})
_NOT: Final = frozenset({"not", "n't", "n’t", "never", "neither"})


def attribution(tree: Tree, verb: int) -> list[int]:
    """The unbroken run of tokens around a reporting verb that belongs to the attribution, not to what is reported."""
    kept = set(tree.subtree(verb, CLAUSES | {"xcomp"}))
    lemma = lemma_of(tree, verb)
    for child in tree.children[verb]:
        relation = tree.tokens[child].deprel
        joined = relation == "obj" and (_holds_clause(tree, child) or tree.kid(verb, "ccomp") is not None)
        if joined and child > verb and lemma not in words().addressing:
            kept -= set(tree.subtree(child))
    return run_around(tree, verb, kept)


def run_around(tree: Tree, index: int, kept: set[int]) -> list[int]:
    """The tokens next to `index` without a gap that lie in `kept`; marks at the edges are left out."""
    first = last = index
    sentence = tree.sentences[tree.sentence_of[index]]
    while first - 1 >= sentence.first and first - 1 in kept:
        first -= 1
    while last + 1 < sentence.last and last + 1 in kept:
        last += 1
    while first < index and tree.tokens[first].upos == "PUNCT":
        first += 1
    while last > index and tree.tokens[last].upos == "PUNCT":
        last -= 1
    return list(range(first, last + 1))


def _holds_clause(tree: Tree, index: int) -> bool:
    return any(
        tree.tokens[i].upos == "VERB" and tree.tokens[i].xpos in {"VBD", "VBZ", "VBP"} for i in tree.subtree(index)
    )


def speakers(reading: Reading, predicate: Predicate) -> tuple[int, ...]:
    """Head tokens of the phrases that speak; found beside the verb ("said X") where the tree gives none."""
    tree = reading.tree
    reporter = _going_on(tree, predicate.head)
    if reporter is not None:
        return speakers(reading, predicate_at(tree, reporter))
    found = [head for head in predicate.get("subject") if tree.tokens[head].upos not in {"VERB", "AUX"}]
    first = [head for head in found if head < predicate.head]
    if first and tree.tokens[predicate.head - 1].upos != "PUNCT":
        # "X told Y": a parser that calls both subjects means the first.
        found = first
    own = tree.kid(predicate.head, "nsubj", "nsubj:pass") is not None
    if own or predicate.passive:
        return tuple(found)
    phrase = stranded(tree, predicate.head)
    if phrase is not None:
        return (tree.top(phrase),)
    ahead = strayed(tree, predicate.head)
    if ahead is not None:
        return (ahead,)
    outer = outer_cue(tree, predicate.head)
    if outer is not None:
        return speakers(reading, predicate_at(tree, outer))
    after = inverted(reading, predicate.head)
    return tuple(found) if after is None else (after,)


def _going_on(tree: Tree, verb: int) -> int | None:
    """ "Two were hurt, police said, adding that ...": the reporting verb whose subject goes on, where the parser hung
    the participle on the reported clause."""
    token = tree.tokens[verb]
    if token.xpos != "VBG" or lemma_of(tree, verb) not in words().strong or tree.tokens[verb - 1].text != ",":
        return None
    if tree.kid(verb, "nsubj") is not None:
        return None
    for index in tree.climb(verb):
        above = tree.tokens[index].head
        if tree.tokens[index].deprel == "ccomp" and above >= 0 and lemma_of(tree, above) in words().say:
            return above
        aside = next((kid for kid in tree.kids(index, "parataxis") if kid < verb), -1)
        if aside >= 0 and lemma_of(tree, aside) in words().say:
            return aside
        if tree.tokens[index].deprel not in {"conj", "advcl", "xcomp", "obl", "obj", "nmod", "acl", "parataxis", "dep"}:
            return None
    return None


def outer_cue(tree: Tree, verb: int) -> int | None:
    """ "X said A and said B": the first "said", where the parser coordinates the second with A."""
    token = tree.tokens[verb]
    if token.deprel != "conj" or token.head < 0 or lemma_of(tree, verb) not in words().strong:
        return None
    content = tree.tokens[token.head]
    if content.deprel != "ccomp" or content.head >= token.head or token.xpos not in {"VBD", "VBZ", "VBP", "VBG"}:
        return None
    return content.head if lemma_of(tree, content.head) in words().say else None


def stranded(tree: Tree, verb: int) -> range | None:
    """ "..., the governor of the province said": the phrase between the last comma and a verb at the end of its
    sentence,
    which a parser has joined to the words before the comma."""
    token = tree.tokens[verb]
    sentence = tree.sentences[tree.sentence_of[verb]]
    if token.xpos not in {"VBD", "VBZ", "VBP"} or lemma_of(tree, verb) not in words().strong:
        return None
    if tree.kid(verb, "nsubj", "aux:pass") is not None or any(clause > verb for clause in tree.kids(verb, "ccomp")):
        return None
    first = verb
    while first - 1 >= sentence.first and _is_nominal(tree, first - 1):
        first -= 1
    if first == verb or first == sentence.first or tree.tokens[first - 1].text not in {",", "''", *QUOTE_MARKS}:
        return None
    rest = [index for index in range(verb + 1, sentence.last) if tree.tokens[index].upos in {"VERB", "AUX"}]
    return None if rest else range(first, verb)


def strayed(tree: Tree, verb: int) -> int | None:
    """ "X said it had begun": a subject before the reporting verb that the parser hung on the clause behind it."""
    if tree.kid(verb, "nsubj") is not None or lemma_of(tree, verb) not in words().strong:
        return None
    for clause in tree.kids(verb, "ccomp"):
        ahead = [child for child in tree.kids(clause, "nsubj") if child < verb < clause]
        if ahead:
            return ahead[0]
    for clause in tree.kids(verb, "advcl"):  # "Visiting Premier Amara Okoye said ..."
        visited = tree.kids(clause, "obj")
        if visited and tree.tokens[clause].text == "Visiting" and max(tree.subtree(clause)) == verb - 1:
            return visited[0]
    return None


def _is_nominal(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.upos in _NOMINAL or (token.upos == "VERB" and token.deprel == "amod")


def inverted(reading: Reading, verb: int) -> int | None:
    """`"...," said Britain's minister for Europe, Jane Doe`: the phrase right after a verb that stands behind a
    comma or
    quotation mark; its first personal name, else its head."""
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[verb]]
    before = verb - 1
    if before < sentence.first or tree.tokens[before].upos != "PUNCT" or verb + 1 >= sentence.last:
        return None
    if tree.tokens[verb].xpos not in {"VBD", "VBZ", "VBP"} or tree.kid(verb, "nsubj") is not None:
        return None
    if tree.tokens[verb + 1].upos not in {"NOUN", "PROPN", "DET", "ADJ", "PRON", "NUM"}:
        return None
    last = verb + 1
    while last < min(sentence.last, verb + _MOST_INVERTED) and tree.tokens[last].upos not in {"PUNCT", "SCONJ", "VERB"}:
        mention = reading.names.mention_at(last)
        if mention is not None and mention.type == "person":
            return reading.names.head_of(last)
        last += 1
    if last < sentence.last and tree.tokens[last].upos in {"VERB", "SCONJ"} and tree.tokens[last].xpos != "VBG":
        return None
    return next((index for index in range(verb + 1, max(last, verb + 2)) if _ends_phrase(tree, index)), None)


def _ends_phrase(tree: Tree, index: int) -> bool:
    following = tree.tokens[index + 1].upos if index + 1 < len(tree.tokens) else "PUNCT"
    return tree.tokens[index].upos in {"NOUN", "PROPN", "PRON"} and following not in {"NOUN", "PROPN", "PART"}


def is_hypothetical(tree: Tree, verb: int) -> bool:
    """ "will urge", "could reject", "to condemn": nothing has been said yet, or it is said under another verb."""
    if any(tree.tokens[child].text.lower() in _MODALS for child in tree.kids(verb, "aux")):
        return True
    token = tree.tokens[verb]
    marks = {tree.tokens[child].text.lower() for child in tree.kids(verb, "mark", "case")}
    if token.xpos == "VBN" and "to" in marks:  # "not proven to have supported"
        return True
    if token.xpos == "VB" and token.deprel != "root":
        return "to" in marks or token.deprel in {"xcomp", "ccomp", "advcl", "acl"}
    return (
        token.xpos == "VBG"
        and token.deprel in {"advcl", "acl", "xcomp", "obl", "nmod"}
        and bool(marks - {"while", "as", "when"})
    )


def is_open(tree: Tree, verb: int) -> bool:
    """ "An inquiry would reveal if ...", "will say whether ...": what will be said is not known yet."""
    if not any(tree.tokens[child].text.lower() in _MODALS for child in tree.kids(verb, "aux")):
        return False
    marks = (mark for clause in tree.kids(verb, "ccomp", "advcl") for mark in tree.kids(clause, "mark"))
    return any(tree.tokens[mark].text.lower() in {"if", "whether"} for mark in marks if mark > verb)


def is_unheard(reading: Reading, verb: int, who: tuple[int, ...]) -> bool:
    """ "I hope", "we condemn" in a quotation is part of what its speaker says, not a statement beside it."""
    tokens = reading.tree.tokens
    return verb in reading.names.quoted and all(tokens[head].text.lower() in FIRST_PERSON for head in who)


def is_negated(tree: Tree, verb: int) -> bool:
    """ "did not say", "would never confirm": nothing was reported."""
    return any(tree.tokens[child].text.lower() in _NOT for child in tree.kids(verb, "advmod"))
