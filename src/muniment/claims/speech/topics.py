"""What a statement is about: the concept of the document that most likely is its main entity.

Candidates are what the reported words name and what the document comes back to. Where each stands in the words
(content.py), how much the document makes of it and whether it is the speaker's own are the features of a ranker
(ranking.py) whose weights were fitted to annotated stories.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from muniment.claims.naming.entity import Entity
from muniment.claims.naming.roles import is_group, is_title
from muniment.claims.reading import Reading
from muniment.claims.speech.concepts import NOUN, Concept, Mentioned, concepts, own
from muniment.claims.speech.content import Content
from muniment.claims.speech.ranking import Candidate, Choice, ranker
from muniment.claims.speech.statements import Statement
from muniment.claims.speech.words import words

# A noun that the reported words lack must be named this often to be their topic, or stand in the headline.
_OFTEN: Final = 2
# Beyond its words a statement may be about these many that the document mentions most: all, but in long documents.
_MOST: Final = 80
_OWN: Final = frozenset({"speaker", "side"})
_ABSTRACT: Final = ("tion", "sion", "ment", "ance", "ence", "ity", "ism", "ship", "ing")
# What counts for another thing inside the reported words than outside them.
_CROSSED: Final = ("title", "title subject", "rank 1", "rank 2", "lead", "speaker", "side")


class Topics:
    """Asked statement by statement; what the document speaks of is found once. `statements` are all of its own."""

    def __init__(self, reading: Reading, statements: Sequence[Statement]) -> None:
        self.reading = reading
        self.tree = reading.tree
        self.concepts = concepts(reading)
        self._title_end = self.tree.sentences[0].last if self.tree.sentences else 0
        self._totals = {
            noun: sum(len(each.mentions) for each in self.concepts if (each.kind == NOUN) == noun)
            for noun in (True, False)
        }
        self._at = {each.head: place for place, concept in enumerate(self.concepts) for each in concept.mentions}
        self._often = sorted(range(len(self.concepts)), key=lambda place: -len(self.concepts[place].mentions))
        self._outstanding = [place for place in self._often if self._stands_out(self.concepts[place])][:_MOST]
        self._spoken = self._shares_of(statements)
        self._standings: dict[int, dict[str, float]] = {}
        self._names: dict[int, str] = {}
        self._at_large: dict[int, Mentioned] = {}

    def of(self, statement: Statement, side: Entity | None) -> Choice | None:
        """The likeliest topic of a statement whose speaker speaks for `side`; None where none is likely enough."""
        return ranker("about").choose(self.candidates(statement, side))

    def candidates(self, statement: Statement, side: Entity | None) -> list[Candidate]:
        """All that the statement could be about, in the order of first mentions."""
        content = Content(self.reading, statement)
        inside = self._inside(content)
        considered = sorted({*inside, *self._outstanding})
        owned = {place: own(self.concepts[place], statement.speaker, side) for place in considered}
        ranks = self._ranks(statement.speaker, side)
        named = {place for place in inside if owned[place] not in _OWN and any(each.name for each in inside[place])}
        found = []
        for place in considered:
            concept, here = self.concepts[place], inside.get(place, [])
            standing, features = self._standing(place), content.features(concept, here)
            for name in (owned[place], ranks.get(place, ""), "only name" if named == {place} else ""):
                if name:
                    features[name] = 1.0
            if here:
                whole = standing | features
                features |= {f"{name} inside": whole[name] for name in _CROSSED if name in whole}
            shown = concept.shown(here) if here else self._shown(place)
            value = shown.words if concept.kind == NOUN else self._name(place)
            found.append(Candidate(value, shown.span, standing | self._of_kind(concept, features)))
        return found

    def _inside(self, content: Content) -> dict[int, list[Mentioned]]:
        """The mentions among a statement's words, by the place of their concept."""
        found: dict[int, list[Mentioned]] = {}
        for head in content.tokens:
            if head in self._at:
                concept = self.concepts[self._at[head]]
                found.setdefault(self._at[head], []).append(concept.mention_at(head))
        return found

    def _shown(self, place: int) -> Mentioned:
        if place not in self._at_large:
            self._at_large[place] = self.concepts[place].shown([])
        return self._at_large[place]

    def _name(self, place: int) -> str:
        if place not in self._names:
            self._names[place] = self.concepts[place].called(self.reading.text)
        return self._names[place]

    def _standing(self, place: int) -> dict[str, float]:
        if place not in self._standings:
            self._standings[place] = self._of_kind(self.concepts[place], dict(self._of_document(place)))
        return self._standings[place]

    @staticmethod
    def _of_kind(concept: Concept, features: dict[str, float]) -> dict[str, float]:
        """Features, each also as that of a concept of the kind."""
        return features | {f"{name} & {concept.kind}": value for name, value in features.items()}

    def _stands_out(self, concept: Concept) -> bool:
        often = len(concept.mentions) >= _OFTEN or concept.mentions[0].head < self._title_end
        return concept.kind != NOUN or often

    def _ranks(self, speaker: Entity, side: Entity | None) -> dict[int, str]:
        """ "rank 1" to "rank 3" for the names, and for the nouns, that the document mentions most."""
        found: dict[int, str] = {}
        for noun in (True, False):
            same = (place for place in self._often if (self.concepts[place].kind == NOUN) == noun)
            others = (place for place in same if own(self.concepts[place], speaker, side) not in _OWN)
            found |= {place: f"rank {number}" for number, place in enumerate(islice(others, 3), start=1)}
        return found

    def _shares_of(self, statements: Sequence[Statement]) -> dict[int, float]:
        """In which share of the statements each concept is mentioned; those in none are left out."""
        begun = sorted((each.span.start, place) for place, it in enumerate(self.concepts) for each in it.mentions)
        found: Counter[int] = Counter()
        for statement in statements:
            first = bisect_left(begun, (statement.content.start, -1))
            found.update({place for _, place in begun[first : bisect_left(begun, (statement.content.end, -1))]})
        return {place: count / len(statements) for place, count in found.items()}

    def _of_document(self, place: int) -> Iterator[tuple[str, float]]:
        """Features that hold wherever one stands in the document."""
        tree, concept = self.tree, self.concepts[place]
        mentions = concept.mentions
        often = len(mentions)
        relations = [tree.tokens[each.head].deprel for each in mentions]
        yield "kind", 1.0
        yield "often", math.log(often)
        yield "share", often / self._totals[concept.kind == NOUN]
        yield "named", sum(each.name for each in mentions) / often
        yield "subject share", sum(relation.startswith("nsubj") for relation in relations) / often
        yield "object share", sum(relation in {"obj", "obl"} for relation in relations) / often
        yield "late", tree.sentence_of[mentions[0].head] / len(tree.sentences)
        yield "spoken", self._spoken.get(place, 0.0)
        title = {relation for each, relation in zip(mentions, relations, strict=True) if each.head < self._title_end}
        if title:
            yield "title", 1.0
        if any(relation.startswith("nsubj") for relation in title):
            yield "title subject", 1.0
        if title & {"obj", "nmod", "obl"}:
            yield "title object", 1.0
        if any(tree.sentence_of[each.head] == 1 for each in mentions):
            yield "lead", 1.0
        if concept.kind == NOUN:
            yield from self._of_noun(concept)

    def _of_noun(self, concept: Concept) -> Iterator[tuple[str, float]]:
        """What kind of thing a common noun names, and how the document points at it."""
        tree, heads = self.tree, [each.head for each in concept.mentions]
        lemma = tree.tokens[heads[0]].lemma.lower()
        if is_title(lemma) or is_group(lemma):
            yield "human", 1.0
        if lemma in words().acts or lemma in words().nouns:
            yield "act", 1.0
        if lemma.endswith(_ABSTRACT):
            yield "abstract", 1.0
        yield "plural", sum(tree.tokens[head].xpos == "NNS" for head in heads) / len(heads)
        before = [tree.tokens[kid].text.lower() for head in heads for kid in tree.kids(head, "det")]
        yield "definite", before.count("the") / len(heads)
        if not {"this", "these", "that", "those"}.isdisjoint(before):
            yield "pointed at", 1.0
        yield f"words {min(2, max(each.words.count(' ') for each in concept.mentions))}", 1.0
