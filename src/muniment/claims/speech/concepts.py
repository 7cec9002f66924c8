"""What a document speaks of: its named entities and its common nouns, each with every place where it is mentioned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.entity import Entity
from muniment.claims.reading import Reading
from muniment.claims.speech.words import words
from muniment.schema.span import Span

NOUN: Final = "noun"
_NAMED: Final = frozenset({"person", "organisation", "country", "place", "group"})
# Relations of the words before a noun that tell which one is meant.
_TELLING: Final = frozenset({"amod", "compound", "nmod:desc", "flat", "nmod:unmarked", "punct", "case", "advmod"})
_MOST_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A concept at one place: its head token, its words, and whether a name or a pronoun stands there."""

    head: int
    span: Span
    words: str
    name: bool
    pronoun: bool


@dataclass(slots=True)
class Concept:
    """An entity, or what a common noun names; `kind` is an entity's type or "noun". Mentions stand in text order."""

    value: str
    kind: str
    mentions: list[Mentioned] = field(default_factory=list)

    def mention_at(self, head: int) -> Mentioned:
        """The mention headed at a token, which must be one."""
        return self.mentions[bisect_left(self.mentions, head, key=lambda each: each.head)]

    def last_before(self, head: int) -> int:
        """The head of the last mention before a token, -1 where there is none."""
        place = bisect_left(self.mentions, head, key=lambda each: each.head)
        return self.mentions[place - 1].head if place else -1

    def shown(self, inside: list[Mentioned]) -> Mentioned:
        """The mention that stands for the concept, of those `inside` where there are any: a name's first; a noun's
        with the most words, if not too many."""
        some = [each for each in inside if not each.pronoun] or inside or self.mentions
        if self.kind != NOUN:
            return some[0]
        fitting = [each for each in some if each.words.count(" ") < _MOST_WORDS] or some
        return max(fitting, key=lambda each: each.words.count(" "))

    def called(self, text: str) -> str:
        """An entity's fullest name in the document: what an organisation is called elsewhere counts only where the
        document has it."""
        if self.kind != "organisation" or self.value in text:
            return self.value
        return max((each.words for each in self.mentions), key=len) or self.value


def concepts(reading: Reading) -> list[Concept]:
    """The concepts of a document in the order of their first mentions."""
    found: dict[tuple[str, str], Concept] = {}
    for key, concept, mentioned in _mentions(reading):
        found.setdefault(key, concept).mentions.append(mentioned)
    return list(found.values())


def _mentions(reading: Reading) -> Iterator[tuple[tuple[str, str], Concept, Mentioned]]:
    tree, names = reading.tree, reading.names
    for index, token in enumerate(tree.tokens):
        mention = names.mention_at(index)
        if (mention is None and token.upos not in {"NOUN", "PRON", "PROPN"}) or names.head_of(index) != index:
            continue
        entity = names.entity(index)
        if entity is not None and entity.how != "phrase" and (entity.type in _NAMED or mention is not None):
            called = names.words(mention.start, mention.end) if mention is not None else ""
            mentioned = Mentioned(index, entity.span, called, mention is not None, token.upos == "PRON")
            yield ("name", entity.value), Concept(entity.value, entity.type), mentioned
        elif token.upos == "NOUN" and token.deprel != "compound" and _tells(token.lemma.lower()):
            span = _phrase(tree, index)
            called = " ".join(span.of(tree.text).split())
            yield (NOUN, token.lemma.lower()), Concept(called, NOUN), Mentioned(index, span, called, False, False)


def _tells(lemma: str) -> bool:
    return len(lemma) > 2 and lemma.replace("-", "").isalpha() and lemma not in words().empty


def _phrase(tree: Tree, head: int) -> Span:
    """The characters of a noun and of the words right before it that tell which: "nuclear test"."""
    below = set(tree.subtree(head))
    first = head
    while first - 1 in below and _tells_which(tree, first - 1, head):
        first -= 1
    while first < head and (tree.tokens[first].upos in {"PUNCT", "PART", "ADP"} or _is_half(tree, first)):
        first += 1
    return tree.span(range(first, head + 1))


def _is_half(tree: Tree, index: int) -> bool:
    """True behind a hyphen: "storey" of "four-storey building"."""
    before = tree.tokens[index - 1] if index else None
    return before is not None and before.text in {"-", "‑", "–"} and before.end == tree.tokens[index].start


def _tells_which(tree: Tree, index: int, head: int) -> bool:
    """True where only telling relations lead from a token up to the head."""
    if tree.tokens[index].upos in {"DET", "NUM", "SYM"}:
        return False
    while index != head:
        if tree.tokens[index].deprel not in _TELLING:
            return False
        index = tree.tokens[index].head
    return True


def own(concept: Concept, speaker: Entity, side: Entity | None) -> str:
    """Whether a concept is the speaker ("speaker"), whom they speak for ("side") or part of what they are called; ""
    for others."""
    if concept.value == speaker.value:
        return "speaker"
    if side is not None and concept.value == side.value:
        return "side"
    return "in speaker" if concept.value in speaker.value else ""
