"""Which organisation or country a speaker belongs to, read off the title or apposition that introduced them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from muniment.claims.naming.entity import Entity
from muniment.claims.offices.titles import words
from muniment.claims.reading import Reading
from muniment.claims.speech.outlets import is_outlet
from muniment.claims.speech.phrases import main_country
from muniment.vocabulary.countries import capital, country, demonym
from muniment.vocabulary.organisations import organisation

_OF: Final = frozenset({"of", "for", "at", "from", "with", "in", "to"})
# What a minister is for, an envoy to and an official in is not the country they belong to.
_OF_STATES: Final = frozenset({"of", "from", "", "'s", "’s", "'", "’"})
# Bodies of a state, by the last word of what they are called.
_OF_STATE: Final = frozenset(
    """ministry department military army navy police parliament court council committee government presidency cabinet
    senate assembly customs marines gendarmerie prosecutors""".split()
)
_MINISTRIES: Final = frozenset({"ministry", "department"})
# Offices of which a state has one.
_SOLE: Final = frozenset({"president", "premier", "chancellor", "king", "queen", "monarch", "sultan", "emir"})
# Ways to call somebody that may say whose they are: "the Kenyan premier".
_DESCRIBED: Final = frozenset({"post", "role", "apposition"})
# Whose office it is that nobody is said to own: a country that makes up this share of all mentions of countries.
_SHARE: Final = 0.3


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
            return (
                self._read(speaker.head, speaker)
                or self._served(speaker)
                or self._seat(speaker)
                or self._state(speaker)
            )
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
        titles = {word for post in posts for word in post.words.lower().split()}
        described = [speaker.head] if speaker.how in _DESCRIBED else []
        for head in [*described, *self.reading.names.heads_of(speaker.value)]:
            found = self._read(head, speaker)
            if found is not None:
                return found
        offices = titles & words().lists["state"]
        if not offices:
            return None
        main = main_country(self.reading, posts[0].office, _SHARE)
        if main is None or self._is_taken(offices, main.value, speaker) or self._ministries(titles) - {main.value}:
            return None
        return main

    def _ministries(self, titles: set[str]) -> set[str]:
        """The countries whose ministries of a minister's department the document names: "the defence ministry in
        Berlin" beside a defence minister, who may be theirs."""
        tree = self.reading.tree
        heads = (index for index, token in enumerate(tree.tokens) if token.lemma.lower() in _MINISTRIES)
        ours = (
            index
            for index in heads
            if any(tree.tokens[child].text.lower() in titles for child in tree.kids(index, "compound", "amod"))
        )
        return {nation for index in ours if (nation := self.reading.names.nation_of(index) or self._seated(index))}

    def _seated(self, head: int) -> str:
        """The country of the capital that a body of state is in: "the ministry in Berlin"; "" where none is told."""
        tree = self.reading.tree
        places = (child for child in tree.kids(head, "nmod") if tree.case(child) == "in")
        found = (self.reading.names.entity(child) for child in places)
        return next((each.value for each in found if each is not None and each.type == "country"), "")

    def _is_taken(self, offices: set[str], state: str, speaker: Entity) -> bool:
        """True where the state is said to have somebody else in an office that only one holds."""
        return any(
            post.holder.value != speaker.value
            and post.body is not None
            and post.body.value == state
            and offices & _SOLE & set(post.words.lower().split())
            for post in self.reading.posts
        )

    def _served(self, speaker: Entity) -> Entity | None:
        """Where the one belongs whom an unnamed speaker serves: "Okoye's spokesman", "a source in her office"."""
        tree = self.reading.tree
        for child in tree.kids(speaker.head, "nmod:poss", "compound"):
            served = self.reading.names.entity(child)
            if served is not None and served.type == "person" and served.how != "phrase":
                return self.of(served)
        return None

    def _state(self, speaker: Entity) -> Entity | None:
        """The country of a ministry, an army or the like: the one it names, else the document's."""
        if self.reading.tree.tokens[speaker.head].text.lower() not in _OF_STATE:
            return None
        nation = self.reading.names.nation_of(speaker.head) or _nation_in(speaker.value)
        if nation:
            return Entity(nation, "country", speaker.span, speaker.head, "demonym")
        return main_country(self.reading, speaker.head, _SHARE)

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
                if entity.type == "group" and entity.how in {"government", "demonym", "group"}:
                    return entity
                if entity.type == "organisation" and not is_outlet(self.reading, entity):
                    return entity
                if entity.type == "country" and nation is None and self.reading.tree.case(inner) in _OF_STATES:
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


def _nation_in(name: str) -> str:
    """The country whose name or adjective begins a longer name, or whose capital ends it: "Chinese Foreign Ministry",
    "defence ministry in Paris"."""
    _, _, place = name.rpartition(" in ")
    seat = capital(place) or country(place) if place != name else None
    if seat is not None:
        return seat.name
    parts = name.replace("'s", "").replace("’s", "").split()
    for count in (2, 1):
        found = country(" ".join(parts[:count])) or demonym(" ".join(parts[:count])) if len(parts) > count else None
        if found is not None:
            return found.name
    return ""
