"""Whose office a title names: a country, an organisation, a place. Pure."""

from __future__ import annotations

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.entity import Entity
from muniment.claims.naming.names import Names
from muniment.claims.offices.titles import NATIONS, Title, words
from muniment.schema.mention import Mention
from muniment.schema.span import Span
from muniment.vocabulary.countries import capital, country

# Those whom a state sends: who heads the British delegation holds an office of Britain's.
_SENT = frozenset({"delegation", "team", "mission", "government", "embassy"})
_QUOTES = frozenset({'"', "“", "”"})


class Whose:
    """Finds whose office a title is, in one document."""

    def __init__(self, tree: Tree, names: Names) -> None:
        self.tree = tree
        self.names = names

    def body(self, title: Title) -> tuple[Entity | None, list[int]]:
        """Whose office it is, and the tokens of the post's own words in text order."""
        own = [index for index in title.before if not self._passing(index)]
        core = list(range(*title.core))
        extra: list[int] = []
        for complement in title.complements:
            found = self._target(title, complement.preposition, complement.first, complement.last)
            if found is not None:
                return found, [*self._without_nation(own), *core, *extra]
            extra.extend(range(complement.preposition, complement.last))
        possessor = self._possessor(title)
        if possessor is not None:
            return possessor, [*own, *core, *extra]
        named = self._named(own)
        if named is not None:
            entity, gone = named
            return entity, [*(index for index in own if index not in gone), *core, *extra]
        return None, [*own, *core, *extra]

    def headed(self, index: int) -> Entity | None:
        """The body that somebody is said to head; None for a thing, a country or an unnamed group."""
        mention = self.names.mention_at(index)
        if mention is not None:
            found = self._of_mention(mention)
            return found if found is not None and found.type == "organisation" else None
        if not words().has("bodies", self.tree.tokens[index].lemma.lower()):
            return None
        block = self.tree.block(index)
        while len(block) > 1 and self.tree.tokens[block[0]].upos in {"DET", "ADP", "PRON", "PUNCT"}:
            block = block[1:]
        named = any(self.names.mention_at(inner) is not None for inner in block)
        return self._body_at(block[0], index) if named and block[-1] == index else None

    def nation(self, own: list[int]) -> Entity | None:
        """The country that one of the words names."""
        for index in own:
            mention = self.names.mention_at(index)
            if mention is not None and mention.type in NATIONS:
                return Entity(mention.value, "country", Span(mention.start, mention.end), index, "demonym")
        return None

    def _low(self, index: int) -> str:
        return self.tree.tokens[index].text.lower()

    def _passing(self, index: int) -> bool:
        """Words that describe the holder rather than the post."""
        return words().has("passing", self._low(index)) or self._low(index) in _QUOTES

    def _without_nation(self, own: list[int]) -> list[int]:
        found = (self.names.mention_at(index) for index in own)
        return [index for index, mention in zip(own, found, strict=True) if mention is None or mention.type == "other"]

    def _target(self, title: Title, preposition: int, first: int, last: int) -> Entity | None:
        """What a complement names, where it can have an office: an organisation, for "of" also a country or place."""
        link = self._low(preposition)
        lemma = self.tree.tokens[title.core[0]].lemma.lower()
        if words().has("scoped", lemma) and link in {"for", "to", "on", "in"}:
            return None
        end = last - 1
        while end > first and self._low(end) in {")", "(", "'s", "’s"} | _QUOTES:
            end -= 1
        entity = self._body_at(first, end)
        if lemma in {"mayor", "governor"} and entity is not None and entity.how == "capital":
            entity = self.names.entity(self.names.head_of(end), agent=False)
        if entity is None or entity.type == "organisation" or link == "of":
            return entity
        return None

    def _body_at(self, first: int, end: int) -> Entity | None:
        """The organisation, country or place that the words `first` to `end` name."""
        mention = self.names.mention_at(end)
        if mention is not None:
            return self._of_mention(mention)
        token = self.tree.tokens[end]
        if not words().has("bodies", token.lemma.lower()):
            return None
        nation = self.nation(list(range(first, end))) if token.lemma.lower() in _SENT else None
        if nation is not None:
            return nation
        if end > first:
            start = self.tree.tokens[first].start
            value = " ".join(self.tree.text[start : token.end].split())
            return Entity(value, "organisation", Span(start, token.end), end, "phrase")
        found = self.names.entity(end)
        return found if found is not None and found.type == "country" else None

    def _of_mention(self, mention: Mention) -> Entity | None:
        if mention.type == "person":
            return None
        found = self.names.entity(self.tree.top(self.tree.within(mention)))
        if found is None or found.type not in {"organisation", "country", "place"}:
            return None
        return found

    def _possessor(self, title: Title) -> Entity | None:
        """ "Iran's", "Oslo's", "its": a country, an organisation or a place."""
        first, last = title.possessor
        if first == last:
            return None
        if last - first == 1:
            found = self.names.entity(first)
            return found if found is not None and found.type in {"organisation", "country"} else None
        mention = self.names.mention_at(last - 2)
        if mention is not None and mention.type == "place":
            seat = capital(self.tree.text[mention.start : mention.end])
            if seat is not None:
                return Entity(seat.name, "country", Span(mention.start, mention.end), last - 2, "capital")
        while first < last - 2 and self.tree.tokens[first].upos == "DET":
            first += 1
        return self._body_at(first, last - 2)

    def _named(self, own: list[int]) -> tuple[Entity, set[int]] | None:
        """The body, country or place among the words before the office, and which of them name it."""
        for index in reversed(own):
            mention = self.names.mention_at(index)
            if mention is not None and mention.type == "organisation":
                return self._organisation(mention, own)
        nation = self.nation(own)
        if nation is not None:
            return nation, self._covered(nation.span)
        for index in own:
            mention = self.names.mention_at(index)
            if mention is not None and mention.type == "place":
                found = self._of_mention(mention)
                return (found, self._covered(found.span)) if found is not None else None
        return None

    def _organisation(self, mention: Mention, own: list[int]) -> tuple[Entity, set[int]] | None:
        """A ministry's spokesman speaks for the country that the words name; others for the body itself."""
        inside = self.tree.within(mention)
        first = country(self.tree.tokens[inside[0]].text)
        nation = self.nation(own)
        if nation is None and first is not None and len(inside) > 1:
            token = self.tree.tokens[inside[0]]
            nation = Entity(first.name, "country", Span(token.start, token.end), inside[0], "demonym")
        if nation is not None and words().has("government", self.tree.tokens[inside[-1]].lemma.lower()):
            return nation, self._covered(nation.span)
        found = self._of_mention(mention)
        if found is None:
            return None
        return found, set(inside) | (self._covered(nation.span) if nation is not None else set())

    def _covered(self, span: Span) -> set[int]:
        return set(self.tree.within(span))
