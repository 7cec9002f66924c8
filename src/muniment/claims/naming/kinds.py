"""What the named bodies, countries and people of one document are said to be, so that "the agency", "the party", "the
academic" can be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from muniment.claims.naming.agreement import is_person
from muniment.claims.naming.entity import Entity
from muniment.claims.naming.roles import is_title
from muniment.vocabulary.countries import capital
from muniment.vocabulary.organisations import organisation
from muniment.vocabulary.people import population, source
from muniment.vocabulary.reference import reference

if TYPE_CHECKING:
    from muniment.claims.naming.names import Names

_DEFINITE: Final = frozenset({"the", "this", "that"})
_BESIDE: Final = ("appos", "compound", "flat", "nmod:desc")
_COMPANY: Final = frozenset("inc inc. ltd ltd. co co. corp corp. plc llc gmbh ag sa".split())
_MODIFIERS: Final = frozenset({"amod", "compound", "nmod:desc"})
_LANDS: Final = frozenset({"country", "nation"})
# A body stays in mind this many sentences; one that is alone of its kind in the document, all along.
_REACH: Final = 6


class Kinds:
    """Finds what a definite phrase without a name of its own takes up. `heads` are the tokens that head the document's
    names, in text order."""

    def __init__(self, names: Names, heads: list[int]) -> None:
        self.names = names
        # noun → (head, entity) of those it describes, in text order
        self._described: dict[str, list[tuple[int, Entity]]] = {}
        self._words: dict[tuple[str, str], set[str]] = {}
        self._modifiers: dict[str, set[str]] = {}
        self._countries: list[tuple[int, Entity]] = []
        self._read(heads)

    def _read(self, heads: list[int]) -> None:
        """Learns from the named heads of the document, in text order, what each is."""
        seen: list[tuple[int, Entity]] = []
        for head in heads:
            entity = self.names.named(head)
            if entity is None or entity.type not in {"person", "organisation", "country", "place"}:
                continue
            key = entity.type, entity.value
            nouns = self._words.setdefault(key, set(_by_name(entity)))
            nouns.update(self._beside(head, entity))
            seen.append((head, entity))
            if entity.type == "country" and not self._tells_whose(head):
                self._countries.append((head, entity))
        for head, entity in seen:
            for noun in self._words[entity.type, entity.value]:
                self._described.setdefault(noun, []).append((head, entity))

    def find(self, index: int) -> Entity | None:
        """The one that a bare definite phrase takes up: the last before it of that very noun, else of a noun that may
        stand for it; None where nobody is, or two are equally near."""
        tree = self.names.tree
        noun = tree.tokens[index].lemma.lower()
        if not self._is_bare(index):
            return None
        if noun in _LANDS:
            return self._land(index)
        modifiers = {tree.tokens[at].lemma.lower() for at in tree.kids(index, "amod", "compound")}
        here = tree.sentence_of[index]
        for nouns in ({noun}, reference().bodies.get(noun, frozenset())):
            known = (each for word in sorted(nouns) for each in self._described.get(word, ()) if each[0] < index)
            before = [each for each in known if modifiers <= self._modifiers.get(each[1].value, set())]
            if not before:
                continue
            head, entity = max(before, key=lambda each: each[0])
            alone = len({each.value for _, each in before}) == 1
            return entity if alone or here - tree.sentence_of[head] <= _REACH else None
        return None

    def _land(self, index: int) -> Entity | None:
        """The country named last in the sentence, by its name rather than as a nation ("Kenyan troops"); else the only
        one in the sentence before; else the one that the document names twice as often as any other."""
        tree = self.names.tree
        here = tree.sentence_of[index]
        before = [each for each in self._countries if each[0] < index]
        same = [
            (tree.tokens[head].deprel in _MODIFIERS, entity)
            for head, entity in before
            if tree.sentence_of[head] == here
        ]
        if same:
            return next((entity for modifies, entity in reversed(same) if not modifies), same[-1][1])
        last = {entity.value: entity for head, entity in before if tree.sentence_of[head] == here - 1}
        if len(last) == 1:
            return next(iter(last.values()))
        ranked = Counter(entity.value for _, entity in self._countries).most_common(2)
        if not before or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return next((entity for _, entity in before if entity.value == ranked[0][0]), None)

    def _is_bare(self, index: int) -> bool:
        """True for "the group", "the rights group" where it was called so; not for "the group of seven"."""
        tree = self.names.tree
        token = tree.tokens[index]
        if token.upos != "NOUN" or token.xpos == "NNS":
            return False
        if not {tree.tokens[at].text.lower() for at in tree.kids(index, "det")} & _DEFINITE:
            return False
        if any(self.names.mention_at(at) is not None for at in tree.kids(index, "amod", "compound", "nmod:desc")):
            return False
        return not tree.kids(index, "nmod", "acl", "acl:relcl", "nummod", "appos", "conj")

    def _tells_whose(self, head: int) -> bool:
        """True for the nation of somebody with an office or a name: "Kenyan President Okoye" is not about Kenya."""
        tree = self.names.tree
        token = tree.tokens[head]
        if token.deprel not in _MODIFIERS:
            return False
        mention = self.names.mention_at(token.head)
        return is_person(tree, token.head) or (mention is not None and mention.type == "person")

    def _beside(self, head: int, entity: Entity) -> Iterator[str]:
        """Nouns in apposition to a name, before it, or said of it with "is"."""
        tree = self.names.tree
        token = tree.tokens[head]
        near = [*tree.kids(head, *_BESIDE)]
        if token.head >= 0 and token.deprel in {"appos", "flat", "nmod:desc"}:
            near.append(token.head)
        if token.head >= 0 and token.deprel == "compound" and entity.type == "organisation":
            near.append(token.head)
        if token.deprel == "nsubj" and tree.kid(token.head, "cop") is not None:
            near.append(token.head)
        for index in near:
            word = tree.tokens[index]
            if word.upos == "NOUN" and word.xpos != "NNS" and _may_be(entity.type, word.lemma.lower()):
                yield word.lemma.lower()
                modifiers = (tree.tokens[at].lemma.lower() for at in tree.kids(index, "amod", "compound"))
                self._modifiers.setdefault(entity.value, set()).update(modifiers)


def _may_be(kind: str, noun: str) -> bool:
    """True where a noun can say what an entity of a type is; offices are left to Holders."""
    known = reference()
    if kind == "person":
        return not is_title(noun) and (noun in known.gender or population(noun) is not None or source(noun) is not None)
    if kind == "organisation":
        return noun in known.nouns or noun in known.bodies
    return kind == "place" and noun in known.places


def _by_name(entity: Entity) -> Iterator[str]:
    """What the name itself and the vocabulary say: "Bank of Ghana" is a bank, Interpol police."""
    if entity.type == "place":
        if capital(entity.value) is not None:
            yield from ("city", "capital")
    elif entity.type == "organisation":
        words = [word.lower() for word in entity.value.replace(",", " ").split()]
        yield from (word for word in words if word in reference().nouns)
        if _COMPANY.intersection(words[1:]):
            yield from ("company", "firm")
        known = organisation(entity.value)
        if known is not None:
            yield from reference().classes.get(known.kind, ())
