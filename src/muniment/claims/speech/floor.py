"""Who has the floor: turns the phrase that speaks into a person, organisation, country or group of the document.

English news names a speaker once and goes on with "he said", "the official added", "the statement said". What such a
phrase
stands for is looked for among those who spoke before it, the nearest first; only then among the names of the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from muniment.claims.naming.entity import Entity
from muniment.claims.naming.pronouns import HE, IT, THEY, stands_at
from muniment.claims.reading import Reading
from muniment.claims.speech.outlets import is_outlet
from muniment.claims.speech.phrases import governing, issuer, name_in, widened
from muniment.claims.speech.words import words

# A pronoun reaches back at most this many sentences for one who spoke (sets A-D: 2 to 6 give the same).
_REACH: Final = 4
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "both", "his", "her", "its", "their"})
_FIRST_PERSON: Final = frozenset({"i", "we"})
_NOBODY: Final = frozenset(
    """who which that another there what this everyone nobody anyone these those some many""".split()
)
_SPEAKS_AS: Final = (
    (HE, frozenset({"person"})),
    (IT, frozenset({"organisation", "country", "thing", "group"})),
    (THEY, frozenset({"group", "organisation", "country", "thing"})),
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody spoke: where, and under which nouns they were introduced."""

    sentence: int
    speaker: Entity
    nouns: frozenset[str]


class Floor:
    """The turns of a document up to where it has been read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.turns: list[Turn] = []
        self.pronouns: dict[int, Entity] = {}  # who "he" of "he said" is, by token, outside quotations

    def give(self, speaker: Entity, head: int) -> None:
        """Records that a speaker took the floor with the phrase headed at `head`."""
        number, nouns = self.reading.tree.sentence_of[head], self._nouns(head)
        earlier = next(
            (turn.nouns for turn in reversed(self.turns) if turn.speaker.value == speaker.value), frozenset()
        )
        self.turns.append(Turn(number, speaker, nouns | earlier))

    def _nouns(self, head: int) -> frozenset[str]:
        """Common nouns that name the speaker's role: the head itself, and those in apposition or before a name."""
        tree = self.reading.tree
        near = [head, *tree.kids(head, "appos", "nmod:desc")]
        if self.reading.names.mention_at(head) is not None:
            near.extend(tree.kids(head, "compound"))
        return frozenset(tree.tokens[i].lemma.lower() for i in near if tree.tokens[i].upos in {"NOUN", "PROPN"})

    def last(self, types: frozenset[str] = frozenset(), since: int = -1) -> Entity | None:
        """The latest speaker of one of the types (any where empty) in sentence `since` or later."""
        for turn in reversed(self.turns):
            if turn.sentence < since:
                return None
            if not types or turn.speaker.type in types:
                return turn.speaker
        return None

    def resolve(self, head: int) -> Entity | None:
        """Who speaks in the phrase headed at a token; None where nobody can be told."""
        tree = self.reading.tree
        word = tree.tokens[head].text.lower()
        if word in HE | IT | THEY:
            return self._pronoun(head, word)
        if word in _FIRST_PERSON:
            return self._institution(head)
        if word in _NOBODY:
            return None
        if self.reading.names.mention_at(head) is None and tree.tokens[head].upos in {"NOUN", "PROPN"}:
            return self._described(head)
        return self.reading.names.entity(head)

    def _institution(self, head: int) -> Entity | None:
        """ "We" and "I" outside quotations: the institution that publishes its own words, under the name by which it
        took the floor ("The United States condemns ... We call on ..."). A newspaper's "we" is nobody's position."""
        if head in self.reading.names.quoted or not self.reading.document.publisher:
            return None
        tree = self.reading.tree
        publisher = Entity(self.reading.document.publisher, "organisation", tree.span([head]), head)
        if is_outlet(self.reading, publisher):
            return None
        speaker = self.last(frozenset({"country", "organisation"}))
        return publisher if speaker is None else stands_at(speaker, tree, head)

    def _pronoun(self, head: int, word: str) -> Entity | None:
        sentence = self.reading.tree.sentence_of[head]
        wanted = next(types for pronouns, types in _SPEAKS_AS if word in pronouns)
        speaker = self.last(wanted, sentence - (_REACH if word in IT else 1))
        if speaker is None:
            speaker = self.reading.names.entity(head) or self.last(wanted, sentence - _REACH)
        if speaker is None:
            return None
        found = stands_at(speaker, self.reading.tree, head)
        if head not in self.reading.names.quoted:
            self.pronouns[head] = found
        return found

    def _described(self, head: int) -> Entity | None:
        """A phrase that is no name: it may hold one, take up an earlier speaker, or stay as it is."""
        tree = self.reading.tree
        lemma = tree.tokens[head].lemma.lower()
        if lemma in words().writings:
            return self._writing(head)
        entity = self.reading.names.entity(head)
        if entity is None or entity.how != "phrase":
            return entity
        return (
            name_in(self.reading, head)
            or self._again(head, lemma)
            or governing(self.reading, head)
            or replace(entity, value=widened(self.reading, head), span=tree.span(_whole(self.reading, head)))
        )

    def _again(self, head: int, lemma: str) -> Entity | None:
        """A definite phrase that takes up an earlier speaker: "the official", "the ministry"."""
        tree = self.reading.tree
        below = tree.kids(head, "det", "nmod:poss")
        if not any(tree.tokens[child].text.lower() in _DEFINITE for child in below):
            return None
        if tree.kids(head, "nmod", "appos", "acl", "acl:relcl", "compound"):
            return None
        for turn in reversed(self.turns):
            if lemma in turn.nouns:
                return stands_at(turn.speaker, tree, head)
        return None

    def _writing(self, head: int) -> Entity | None:
        """Who issued a statement or report: named with it, or where it was first mentioned; else, for "the statement",
        the one who spoke last. An unsigned writing speaks for itself."""
        tree = self.reading.tree
        named = issuer(self.reading, head)
        if named is not None:
            return named
        lemma = tree.tokens[head].lemma.lower()
        if lemma not in words().press and any(
            tree.tokens[child].text.lower() in _DEFINITE for child in tree.kids(head, "det", "nmod:poss")
        ):
            speaker = self.last(since=tree.sentence_of[head] - _REACH)
            if speaker is not None:
                return stands_at(speaker, tree, head)
        return self.reading.names.entity(head)


def _whole(reading: Reading, head: int) -> list[int]:
    return reading.tree.block(head)
