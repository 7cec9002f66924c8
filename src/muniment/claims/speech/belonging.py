"""Which organisation or country a speaker belongs to, read off the title or apposition that introduced them."""

from __future__ import annotations

from collections.abc import Iterator

from muniment.claims.naming.entity import Entity
from muniment.claims.offices.titles import words
from muniment.claims.reading import Reading
from muniment.claims.speech.outlets import is_outlet
from muniment.claims.speech.phrases import main_country
from muniment.vocabulary.countries import capital, country, demonym
from muniment.vocabulary.organisations import organisation

_OF = frozenset({"of", "for", "at", "from", "with", "in", "to"})


class Belonging:
    """Asks once a speaker; what a person's first introduction says holds for the whole document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._known: dict[str, Entity | None] = {}

    def of(self, speaker: Entity) -> Entity | None:
        """The organisation or country; None where the document does not say, and for countries themselves."""
        if speaker.type == "country":
            return None
        if speaker.type != "person" or speaker.how == "phrase":
            return self._read(speaker.head, speaker) or self._seat(speaker)
        if self._known.get(speaker.value) is None:
            self._known[speaker.value] = self._introduced(speaker)
        return self._known[speaker.value]

    def _introduced(self, speaker: Entity) -> Entity | None:
        """What the places where the person is named say, the first that says anything; an office of state that is said
        to be nobody's is the main country's."""
        posts = [post for post in self.reading.posts if post.holder.value == speaker.value]
        for post in posts:
            if post.body is not None:
                return self._nation_of(post.body) if post.body.how == "phrase" else post.body
        for head in self.reading.names.heads_of(speaker.value):
            found = self._read(head, speaker)
            if found is not None:
                return found
        for post in posts:
            if set(post.words.lower().split()) & words().lists["state"]:
                return main_country(self.reading, post.office)
        return None

    def _nation_of(self, body: Entity) -> Entity:
        """The country of an unnamed body ("the Kenyan delegation"), else the body as it is called."""
        nation = self.reading.names.nation_of(body.head)
        return body if nation is None else Entity(nation, "country", body.span, body.head, "demonym")

    def _seat(self, speaker: Entity) -> Entity | None:
        """The country of a seat of government or of a body whose other names tell it ("US State Department")."""
        found = capital(speaker.value)
        known = organisation(speaker.value)
        if found is None and known is not None:
            first = (alias.partition(" ")[0] for alias in known.aliases if " " in alias)
            found = next((nation for word in first if (nation := country(word) or demonym(word)) is not None), None)
        return None if found is None else Entity(found.name, "country", speaker.span, speaker.head, "government")

    def _read(self, head: int, speaker: Entity) -> Entity | None:
        nation: Entity | None = None
        for index in self._descriptions(head):
            for inner in self._inside(index):
                entity = self.reading.names.entity(inner)
                if entity is None or entity.value == speaker.value or entity.how == "phrase":
                    continue
                if entity.type == "organisation" and not is_outlet(self.reading, entity):
                    return entity
                if entity.type == "country" and nation is None:
                    nation = entity
        return nation

    def _descriptions(self, head: int) -> Iterator[int]:
        """The phrase itself, what stands in apposition to it, and the title phrase it is part of."""
        tree = self.reading.tree
        yield head
        yield from tree.kids(head, "appos", "nmod:desc", "compound", "flat", "acl:relcl")
        token = tree.tokens[head]
        if token.deprel in {"appos", "flat", "nmod:desc", "compound"} and token.head >= 0:
            yield token.head

    def _inside(self, index: int) -> Iterator[int]:
        """Names that modify a title: "the Kenyan army's spokesman", "head of the agency", "foreign minister of
        Peru"."""
        tree = self.reading.tree
        todo, seen = [index], 0
        while todo and seen < 40:
            here = todo.pop(0)
            seen += 1
            for child in tree.kids(here, "nmod", "compound", "amod", "nmod:poss", "flat", "obl"):
                if tree.tokens[child].deprel.startswith(("nmod", "obl")) and not self._is_of(child):
                    continue
                yield child
                todo.append(child)

    def _is_of(self, child: int) -> bool:
        case = self.reading.tree.case(child)
        return case in _OF or case in {"", "'s", "’s", "'", "’"}
