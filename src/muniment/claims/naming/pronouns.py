"""Whom a pronoun stands for: the most prominent entity before it that agrees with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.agreement import gender, joined
from muniment.claims.naming.entity import NAMES, Entity
from muniment.claims.naming.focus import Focus, Mentioned
from muniment.claims.naming.roles import is_title
from muniment.schema.span import Span
from muniment.vocabulary.reference import reference

if TYPE_CHECKING:
    from muniment.claims.naming.names import Names

HE: Final = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
IT: Final = frozenset({"it", "its", "itself"})
THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
ONE: Final = frozenset({"i", "me", "my", "mine", "myself"})
WE: Final = frozenset({"we", "us", "our", "ours", "ourselves"})
SELF: Final = ONE | WE
PRONOUNS: Final = HE | IT | THEY
_SHE: Final = frozenset({"she", "her", "hers", "herself"})
_REFLEXIVE: Final = frozenset({"himself", "herself", "itself", "themselves"})
_SIDES: Final = {"he": 1, "she": -1}
_OBJECTS: Final = frozenset({"obj", "iobj", "obl"})
# What a pronoun may stand for; with anything else ahead of these in prominence it is left open.
_WANTED: Final = {
    "he": frozenset({"person", "group"}),
    "it": frozenset({"country", "organisation"}),
    "they": frozenset({"group", "organisation"}),
}
_ACTORS: Final = frozenset({"person", "organisation", "country"})
# A body or country must be this many times as prominent as the next, and reach this weight. Chosen, as the factors
# below, on the training part of UD English-GUM (benchmarks/coreference.py): lower gains little and costs precision.
_MARGIN: Final = {"he": 1.0, "it": 1.3, "they": 1.5}
_LEAST: Final = 2.0
# "Okoye said he would": who says something is this many times as likely the "he" in it.
_TELLING: Final = 1.5
# "A man" is this many times as likely to be "he" as somebody with a name.
_UNNAMED: Final = 0.5
# Who was "he" once is this many times as likely to be "she".
_DOUBTED: Final = 0.3


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words tokens are, and the body or country for whom those speak."""

    tokens: Sequence[int]
    speaker: Entity
    side: Entity | None


class Pronouns:
    """Resolves the pronouns of one document.

    By token: `quoted` stand inside quotations, `speaker_of` says whose words they are, `side_of` for whom those speak,
    `told` whom a pronoun was found to be by somebody who knows better (the turns of "he said").
    """

    def __init__(self, names: Names, quoted: frozenset[int]) -> None:
        self.names = names
        self.quoted = quoted
        self.speaker_of: dict[int, Entity] = {}
        self.side_of: dict[int, Entity] = {}
        self.told: dict[int, Entity] = {}
        self._focus = Focus(names)
        # Person → how often "he" less how often "she": by titles beside the name, and by pronouns resolved so far.
        self._titled: Counter[str] = Counter()
        self._called: Counter[str] = Counter()

    def meet(self, heads: Iterable[int]) -> None:
        """Learns the gender of those whom the document calls Mrs, king, spokesman and the like by their full name ("Mr
        Bones" alone may be somebody's dog); `heads` are names."""
        for head in heads:
            entity, told = self.names.named(head), gender(self.names.tree, head)
            if told and entity is not None and entity.type == "person" and entity.how == "named":
                self._titled[entity.value] += _SIDES[told]

    def forget(self) -> None:
        """Drops what earlier answers have shown."""
        self._called.clear()
        self._focus.forget()

    def resolve(self, index: int) -> Entity | None:
        """The person, country or body that the pronoun at a token stands for; None where nobody fits."""
        tree = self.names.tree
        word = tree.tokens[index].text.lower()
        if word in SELF:
            return self._speaker(index, word)
        if word not in PRONOUNS or tree.tokens[index].deprel.startswith("expl") or tree.tokens[index].text == "IT":
            return None
        wanted = _WANTED[kind_of(word)]
        if index in self.told:
            return self.told[index] if self.told[index].type in wanted else None
        found = self._ahead(index, word) or self._antecedent(index, word)
        if found is None or found.entity.type not in wanted:
            return None
        if word in HE:
            self._called[found.entity.value] += _SIDES[_gender(word)]
        return stands_at(found.entity, tree, index)

    def several(self, index: int) -> tuple[Entity, ...]:
        """Those whom "they" counts up, where the most prominent before it are names joined by "and"; else none."""
        tree = self.names.tree
        word = tree.tokens[index].text.lower()
        if word not in THEY or index in self.told:
            return ()
        found = self._antecedent(index, word)
        if found is None or not joined(tree, found.head):
            return ()
        parts = [self.names.entity(head) for head in tree.conjuncts(found.head)]
        named = [part for part in parts if part is not None and part.how in NAMES and part.type in _ACTORS]
        return tuple(named) if len(named) == len(parts) else ()

    def _speaker(self, index: int, word: str) -> Entity | None:
        speaker = self.speaker_of.get(index)
        if word in WE:
            speaker = self.side_of.get(index, speaker)
        elif speaker is not None and speaker.type != "person":
            return None
        return None if speaker is None else stands_at(speaker, self.names.tree, index, "speaker")

    def _antecedent(self, index: int, word: str) -> Mentioned | None:
        """The most prominent entity that the pronoun can stand for, where it stands out enough."""
        ranked = self._focus.ranked(index, self._fit(index, word))
        if not ranked:
            return None
        (weight, best), kind = ranked[0], kind_of(word)
        if best.entity.type not in {"organisation", "country"}:
            return best
        rival = ranked[1][0] if len(ranked) > 1 else 0.0
        return best if weight >= max(_LEAST, _MARGIN[kind] * rival) else None

    def _fit(self, index: int, word: str) -> Callable[[Mentioned], float]:
        barred = self._barred(index)
        known = (self.names.entity(head) for head in barred if head < index)
        others = {entity.value for entity in known if entity is not None}
        tellers = self._tellers(index)

        def fit(found: Mentioned) -> float:
            if found.head in barred or found.entity.value in others:
                return 0.0
            if not self._agrees(found, word, index) or not self._heard(found, index):
                return 0.0
            fitting = _TELLING if found.head in tellers else 1.0
            if word not in HE:
                return fitting
            return fitting * self._suits(found.entity.value, word) * (_UNNAMED if found.entity.how == "phrase" else 1.0)

        return fit

    def _agrees(self, found: Mentioned, word: str, index: int) -> bool:
        """True where person, number and gender allow it, as far as they are known."""
        entity = found.entity
        if word in HE:
            human = entity.type == "person" or (found.person and entity.how == "phrase")
            return human and not found.plural and found.gender in {"", _gender(word)}
        if word in THEY:
            return entity.type != "country" and (found.plural or entity.type in {"group", "organisation"})
        if found.plural or found.person or entity.type in {"person", "pronoun"}:
            return False
        owned = self._owned(index)
        if owned in reference().country_owned:
            return entity.type == "country"
        return entity.type in {"country", "organisation"} or not (owned and is_title(owned))

    def _suits(self, person: str, word: str) -> float:
        """How well a pronoun's gender suits a person: not at all where titles or two pronouns more say otherwise, less
        where one does, as that may have been resolved wrongly."""
        against = -_SIDES[_gender(word)] * (3 * self._titled[person] or self._called[person])
        return 0.0 if against >= 2 else _DOUBTED if against == 1 else 1.0

    def _owned(self, index: int) -> str:
        """The noun that a possessive stands before; "" where the pronoun is none."""
        tokens = self.names.tree.tokens
        token = tokens[index]
        return tokens[token.head].lemma.lower() if token.deprel == "nmod:poss" and token.head >= 0 else ""

    def _heard(self, found: Mentioned, index: int) -> bool:
        """False for what only a quotation names where the pronoun stands outside it, and for the speaker inside:
        speakers say "I" of themselves."""
        if found.head in self.quoted and index not in self.quoted:
            return False
        speaker = self.speaker_of.get(index)
        return speaker is None or speaker.value != found.entity.value

    def _barred(self, index: int) -> set[int]:
        """The heads that a pronoun cannot stand for by where it is: the phrase around it, what it is joined to, and for
        an object the subject of its verb."""
        tree = self.names.tree
        token = tree.tokens[index]
        barred = set(tree.kids(index, "conj"))
        for above in tree.climb(index):
            if tree.tokens[above].upos not in {"NOUN", "PROPN"}:
                break
            barred.add(above)
            if tree.tokens[above].deprel == "conj" or tree.kid(above, "cc") is not None:  # "Okoye and his aides"
                break
        clause = tree.tokens[token.head]
        if clause.deprel == "acl:relcl" and token.deprel.startswith("nsubj"):  # "Okoye, whom he met"
            barred.add(clause.head)
        if token.deprel == "conj":
            barred.update(tree.conjuncts(token.head))
        if token.deprel.partition(":")[0] in _OBJECTS and token.head >= 0 and token.text.lower() not in _REFLEXIVE:
            barred.update(tree.kids(token.head, "nsubj"))
        return barred

    def _tellers(self, index: int) -> set[int]:
        """The subjects of the verbs that the pronoun's clause is the content of: "Okoye said he would"."""
        tree = self.names.tree
        clauses = [at for at in tree.climb(index) if tree.tokens[at].deprel == "ccomp"]
        return {subject for at in clauses for subject in tree.kids(tree.tokens[at].head, "nsubj")}

    def _ahead(self, index: int, word: str) -> Mentioned | None:
        """The name that is the sentence's first subject, behind an opening phrase that ends in a comma and holds the
        pronoun: "In his speech, Okoye said"."""
        tree = self.names.tree
        sentence = tree.sentences[tree.sentence_of[index]]
        inside = range(sentence.first, sentence.last)
        subject = next((at for at in inside if tree.tokens[at].deprel.startswith("nsubj")), -1)
        if subject < index or tree.tokens[subject].upos != "PROPN" or word in THEY:
            return None
        if not any(token.text == "," for token in tree.tokens[index:subject]):
            return None
        found = self._focus.mentioned(subject)
        if found is None or found.entity.how not in NAMES or found.entity.type not in _WANTED[kind_of(word)]:
            return None
        return found if self._agrees(found, word, index) and self._heard(found, index) else None


def kind_of(word: str) -> str:
    """The kind of a pronoun of `PRONOUNS`: "he", "it" or "they"."""
    return "he" if word in HE else "it" if word in IT else "they"


def _gender(word: str) -> str:
    return "she" if word in _SHE else "he"


def stands_at(entity: Entity, tree: Tree, index: int, how: str = "pronoun") -> Entity:
    """The same entity, read from a pronoun or short phrase at another token."""
    token = tree.tokens[index]
    return Entity(entity.value, entity.type, Span(token.start, token.end), index, how)
