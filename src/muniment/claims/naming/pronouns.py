"""Whom a pronoun stands for, by the order of what is named before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.entity import Entity
from muniment.schema.span import Span

if TYPE_CHECKING:
    from muniment.claims.naming.names import Names

HE: Final = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
IT: Final = frozenset({"it", "its", "itself"})
THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
SELF: Final = frozenset({"i", "me", "my", "we", "us", "our", "mine", "ours"})
PRONOUNS: Final = HE | IT | THEY
_WANTED: Final = (
    (HE, frozenset({"person"})),
    (IT, frozenset({"country", "organisation"})),
    (THEY, frozenset({"group", "organisation"})),
)


class Pronouns:
    """Resolves pronouns of one document. `quoted` are the tokens inside quotations, `speaker_of` whose words they
    are."""

    def __init__(self, names: Names, quoted: frozenset[int]) -> None:
        self.names = names
        self.quoted = quoted
        self.speaker_of: dict[int, Entity] = {}

    def resolve(self, index: int) -> Entity | None:
        """The person, country or body that the pronoun at a token stands for; None where nobody fits."""
        word = self.names.tree.tokens[index].text.lower()
        if word in SELF:
            speaker = self.speaker_of.get(index)
            return None if speaker is None else stands_at(speaker, self.names.tree, index)
        for pronouns, types in _WANTED:
            if word in pronouns:
                return self._antecedent(index, types)
        return None

    def _antecedent(self, index: int, wanted: frozenset[str]) -> Entity | None:
        """The nearest fitting subject, in this sentence before the pronoun, else in the two sentences before; else
        the nearest fitting name. Subjects first: English centres on them (Grosz, Joshi & Weinstein 1995)."""
        tree = self.names.tree
        sentence = tree.sentence_of[index]
        for number in range(sentence, max(-1, sentence - 3), -1):
            first = tree.sentences[number].first
            last = index if number == sentence else tree.sentences[number].last
            for subject in (True, False):
                found = self._candidate(range(first, last), wanted, subject, index)
                if found is not None:
                    return found
        return None

    def _candidate(self, tokens: range, wanted: frozenset[str], subject: bool, pronoun: int) -> Entity | None:
        tree = self.names.tree
        for index in tokens:
            token = tree.tokens[index]
            if subject != token.deprel.startswith("nsubj") or token.upos not in {"NOUN", "PROPN"}:
                continue
            if index == tree.tokens[pronoun].head or (index in self.quoted and pronoun not in self.quoted):
                continue
            if not subject and self.names.mention_at(index) is None:
                continue
            entity = self.names.entity(index)
            if entity is not None and entity.type in wanted:
                return stands_at(entity, tree, pronoun)
        return None


def stands_at(entity: Entity, tree: Tree, index: int) -> Entity:
    """The same entity, read from a pronoun or short phrase at another token."""
    token = tree.tokens[index]
    return Entity(entity.value, entity.type, Span(token.start, token.end), index, "pronoun")
