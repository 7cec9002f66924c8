"""What a speaking phrase holds besides its noun: a name in apposition, an issuer, a government's country."""

from __future__ import annotations

from typing import Final

from muniment.claims.clauses.tree import LOOSE, Tree
from muniment.claims.naming.entity import Entity
from muniment.claims.reading import Reading
from muniment.claims.speech.words import words

_ISSUED: Final = frozenset({"by", "from", "of", "'s", "’s", ""})
_ISSUING: Final = frozenset(
    """issue release publish write sign send adopt pass circulate post deliver draft make sponsor submit
    file present""".split()
)
_WHO: Final = frozenset({"organisation", "country", "person", "group"})
_RULERS: Final = frozenset({"government", "regime", "junta"})
# A country that makes up this share of all mentions of countries is the one whose "government" speaks.
_MAIN_SHARE: Final = 0.4
# By so much it must lead the next: a story of two countries has no main one.
_AHEAD: Final = 1.3
_CUT: Final = LOOSE - {"case", "advmod"} | {"nmod:unmarked", "obl:unmarked"}
_WHICH: Final = frozenset({"of", "for", "in", "from", "at", "with", "to", "near", "under", "", "'s", "’s", "'", "’"})


def name_in(reading: Reading, head: int) -> Entity | None:
    """ "Barghouti's wife Fadwa", "its sales director, Radek Hruby", "the coalition partner, Confluencia": the name
    beside a
    noun in the singular."""
    tree = reading.tree
    if tree.tokens[head].xpos in {"NNS", "NNPS"}:
        return None
    for child in tree.kids(head, "appos", "flat", "nmod:desc"):
        mention = reading.names.mention_at(child)
        if mention is not None and mention.type in {"person", "organisation", "country"} and child > head:
            return reading.names.entity(child)
    return None


def issuer(reading: Reading, head: int) -> Entity | None:
    """Who issued the writing that a phrase names: "a statement by the ministry", or, for one mentioned before, the
    subject
    that issued it there ("parliament adopted a resolution")."""
    tree = reading.tree
    lemma = tree.tokens[head].lemma.lower()
    for index in (head, *_earlier(tree, head, lemma)):
        found = _named_issuer(reading, index) or _issuing_subject(reading, index)
        if found is not None:
            return found
    return None


def _earlier(tree: Tree, head: int, lemma: str) -> list[int]:
    """Earlier mentions of the same kind of writing, the nearest first, in the sentences before."""
    first = tree.sentences[max(0, tree.sentence_of[head] - 8)].first
    return [index for index in range(head - 1, first - 1, -1) if tree.tokens[index].lemma.lower() == lemma]


def _named_issuer(reading: Reading, index: int) -> Entity | None:
    tree = reading.tree
    for child in tree.kids(index, "nmod", "nmod:poss", "compound"):
        if tree.case(child) not in _ISSUED:
            continue
        entity = reading.names.entity(child)
        if (
            entity is not None
            and entity.type in _WHO
            and (entity.how != "phrase" or tree.case(child) in {"by", "from"})
        ):
            return entity
    return _issued_by(reading, index)


def _issued_by(reading: Reading, index: int) -> Entity | None:
    """ "A statement issued by X", "a letter that X wrote": who does so in a clause that describes the writing."""
    tree = reading.tree
    for clause in tree.kids(index, "acl"):
        if tree.tokens[clause].lemma.lower() not in _ISSUING:
            continue
        for child in tree.kids(clause, "obl", "nsubj"):
            if tree.tokens[child].deprel.startswith("obl") and tree.case(child) not in {"by", "from"}:
                continue
            entity = reading.names.entity(child)
            if entity is not None and entity.type in _WHO:
                return entity
    return None


def _issuing_subject(reading: Reading, index: int) -> Entity | None:
    tree = reading.tree
    token = tree.tokens[index]
    if token.head < 0 or tree.tokens[token.head].lemma.lower() not in _ISSUING | words().say:
        return None
    if not token.deprel.startswith(("obj", "obl")):
        return None
    for child in tree.kids(token.head, "nsubj"):
        entity = reading.names.entity(child) if child != index else None
        if entity is not None and entity.type in _WHO:
            return entity
    return None


def governing(reading: Reading, head: int) -> Entity | None:
    """ "The government" alone: the country that the document is mostly about, if there is one."""
    tree = reading.tree
    token = tree.tokens[head]
    if token.text.lower() not in _RULERS or tree.kids(head, "amod", "compound", "nmod", "nmod:poss"):
        return None
    return main_country(reading, head)


def main_country(reading: Reading, head: int, share: float = _MAIN_SHARE) -> Entity | None:
    """The country that most of the document's mentions of countries name, None where it has less than `share` of them
    or another is named nearly as often; read at a token."""
    tree = reading.tree
    counts = reading.names.nations
    if not counts:
        return None
    (country, often), *others = counts.most_common(2)
    if often < share * sum(counts.values()) or (others and often < _AHEAD * others[0][1]):
        return None
    return Entity(country, "country", tree.span([head]), head, "government")


def widened(reading: Reading, head: int) -> str:
    """The words of an unnamed speaker with the phrases that say which ("experts of the WHO"), without article."""
    tree = reading.tree
    inside = {head}
    for child in tree.children[head]:
        if tree.tokens[child].deprel not in _CUT | {"case", "advmod", "mark"} and tree.case(child) in _WHICH:
            inside.update(tree.subtree(child, _CUT))
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while first < head and tree.tokens[first].upos in {"PUNCT", "ADP", "DET", "CCONJ"}:
        first += 1
    while last > head and tree.tokens[last].upos in {"PUNCT", "ADP", "DET", "PART"}:
        last -= 1
    span = tree.span(range(first, last + 1))
    return _named_owner(reading, head, " ".join(span.of(reading.text).split()))


def _named_owner(reading: Reading, head: int, words: str) -> str:
    """The words with a name for a possessive pronoun at their head: "Amara Okoye's office" for "her office"."""
    tree = reading.tree
    for child in tree.kids(head, "nmod:poss"):
        pronoun = tree.tokens[child].text
        if tree.tokens[child].upos not in {"PRON", "DET"} or not words.startswith(f"{pronoun} "):
            continue
        owner = reading.names.entity(_relative(tree, child) if pronoun.lower() == "whose" else child)
        if owner is not None and owner.type in _WHO and owner.how != "phrase":
            return f"{owner.value}'s {words.removeprefix(pronoun).strip()}"
    return words


def _relative(tree: Tree, index: int) -> int:
    """The noun that the relative clause around a token describes; the token itself where there is none."""
    clause = next((above for above in tree.climb(index) if tree.tokens[above].deprel == "acl:relcl"), -1)
    return tree.tokens[clause].head if clause >= 0 else index
