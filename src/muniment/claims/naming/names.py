"""Who and what the names of one document stand for: short names to full ones, demonyms and capitals to countries,
titles and pronouns to people. Pure; the scope is a single document."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.acronyms import Organisations
from muniment.claims.naming.described import Described
from muniment.claims.naming.entity import Entity
from muniment.claims.naming.holders import Holder
from muniment.claims.naming.persons import Persons, bare_name
from muniment.claims.naming.pronouns import PRONOUNS, Pronouns, Voice
from muniment.schema.mention import Mention
from muniment.schema.span import Span
from muniment.text.names import acronym_of
from muniment.vocabulary.countries import Country, capital, country

NAMED = {"person": "person", "organisation": "organisation", "place": "place", "other": "thing", "country": "country"}
# Seats that speak in their own name rather than as their country.
OFFICES = frozenset({"White House", "Downing Street", "Pentagon", "Number 10"})
_POSSESSIVE = re.compile(r"(?:'s|’s|['’])$")
# "Song Min-soon": what the model took for the end of a name is its middle.
_HYPHENATED = re.compile(r"-[a-z]\w*")


class Names:
    """The names of one document. `entity(head)` says what the phrase headed at a token stands for."""

    def __init__(self, tree: Tree, mentions: Iterable[Mention], quotes: Sequence[tuple[int, int]] = ()) -> None:
        self.tree = tree
        self._mention: dict[int, Mention] = {}
        self._persons = Persons()
        self._organisations = Organisations()
        self._cache: dict[int, Entity | None] = {}
        self._of_names: dict[int, Entity] = {}  # the same, of names alone: nothing learnt later changes these
        quoted = frozenset(index for start, end in quotes for index in tree.at(start, end))
        self._pronouns = Pronouns(self, quoted)
        pronouns = (index for index, token in enumerate(tree.tokens) if token.text.lower() in PRONOUNS)
        self._anaphora = dict.fromkeys(pronouns)
        self._unsettled = deque(self._anaphora)
        for mention in mentions:
            self._enter(mention)
        self._organisations.read_acronyms(tree.text)
        heads = sorted({self.head_of(index) for index in self._mention})
        self._described = Described(self, heads)
        self._pronouns.meet(heads)

    # -- building -----------------------------------------------------------------------------------------------

    def _enter(self, mention: Mention) -> None:
        longer = _HYPHENATED.match(self.tree.text, mention.end) if mention.type == "person" else None
        if longer is not None:
            mention = Mention(mention.start, longer.end(), mention.type, mention.value)
        indices = self.tree.within(mention)
        if not indices:
            return
        for index in indices:
            self._mention.setdefault(index, mention)
        words = self.words(mention.start, mention.end)
        if mention.type == "person":
            self._persons.enter(mention.start, words)
        elif mention.type == "organisation":
            self._organisations.enter(mention.start, words)

    def words(self, start: int, end: int) -> str:
        """The characters of a name without line breaks, marks at its edges and a possessive."""
        words = " ".join(self.tree.text[start:end].split())
        return _POSSESSIVE.sub("", words).strip(" ,.;:")

    def introduce(self, holders: Iterable[Holder]) -> None:
        """Tells who holds which office, so that "the minister" can be resolved; what was asked before is forgotten."""
        self._described.holders.add(holders)
        self._forget()

    def lend_voices(self, voices: Iterable[Voice]) -> None:
        """Tells whose words tokens are: "I" among them is the speaker, "we" the body or country they speak for."""
        for voice in voices:
            for index in voice.tokens:
                self._pronouns.speaker_of[index] = voice.speaker
                if voice.side is not None:
                    self._pronouns.side_of[index] = voice.side
        self._forget()

    def learn(self, pronouns: Mapping[int, Entity]) -> None:
        """Takes over whom pronouns stand for that somebody else could tell better: those of "he said", by turns."""
        self._pronouns.told.update(pronouns)
        self._forget()

    @property
    def quoted(self) -> frozenset[int]:
        """The tokens inside quotations."""
        return self._pronouns.quoted

    # -- asking -------------------------------------------------------------------------------------------------

    def mention_at(self, index: int) -> Mention | None:
        """The mention that covers a token, if any."""
        return self._mention.get(index)

    def heads_of(self, value: str) -> list[int]:
        """Head tokens of all places that name a person, in text order."""
        inside = (self.tree.at(start, start + 1) for start in self._persons.starts(value))
        return [self.head_of(indices[0]) for indices in inside if indices]

    def head_of(self, index: int) -> int:
        """The head token of the mention that covers `index`; the token itself where none does."""
        mention = self._mention.get(index)
        return self.tree.top(self.tree.within(mention)) if mention else index

    @cached_property
    def nations(self) -> Counter[str]:
        """How often the document names each country, its people included."""
        heads = (index for index, mention in self._mention.items() if mention.type in {"country", "nationality"})
        return Counter(self._mention[index].value for index in sorted(heads) if self.head_of(index) == index)

    def full_person(self, name: str, before: int) -> str:
        """The fullest form of a person's name in the document, as read at offset `before`."""
        return self._persons.full(name, before)

    def full_body(self, name: str) -> str:
        """The fullest form of an organisation's name: spelt-out acronym, known name, longer name in the document."""
        return self._organisations.full(name)

    def named(self, index: int) -> Entity | None:
        """What the name that covers a token stands for, None where none does."""
        mention = self._mention.get(index)
        return None if mention is None else self._named(self.head_of(index), mention, True)

    def nation_of(self, index: int) -> str | None:
        """The country that a phrase names as its own: "the Kenyan army", "Kenya's army", "the army of Kenya"."""
        return self._described.nation_of(index)

    def entity(self, index: int, agent: bool = True) -> Entity | None:
        """What the phrase headed at token `index` stands for; None for a pronoun nobody can be found for.

        `agent` says that the phrase acts or is acted on, so that a capital is its government; with False it is a
        place. Results are remembered.
        """
        key = index if agent else -index - 1
        if key not in self._cache:
            self._settle(index)
            self._cache[key] = None  # what is asked while it is being answered gets no answer
            self._cache[key] = self._entity(index, agent)
        return self._cache[key]

    def _settle(self, index: int) -> None:
        """Answers for all pronouns before a token, in text order: each leans on those before it."""
        while self._unsettled and self._unsettled[0] < index:
            self.entity(self._unsettled.popleft())

    def _forget(self) -> None:
        """Drops the answers given so far."""
        self._cache.clear()
        self._unsettled = deque(self._anaphora)
        self._pronouns.forget()

    def entities(self, index: int, agent: bool = True) -> tuple[Entity, ...]:
        """All that the phrase headed at a token stands for: two or more for "the two ministers"."""
        one = self.entity(index, agent)
        several: tuple[Entity, ...] = ()
        if one is None and index in self._anaphora:
            several = self._pronouns.several(index)
        elif one is not None and one.how == "phrase":
            several = self._described.pairs.find(index)
        if not several:
            return () if one is None else (one,)
        span = self.tree.span([index]) if one is None else one.span
        return tuple(Entity(each.value, each.type, span, index, "pair") for each in several)

    def _entity(self, index: int, agent: bool) -> Entity | None:
        token = self.tree.tokens[index]
        mention = self._mention.get(index)
        if mention is not None:
            return self._named(index, mention, agent)
        if token.upos == "PRON" or token.text.lower() in PRONOUNS:
            return self._pronouns.resolve(index)
        return self._described.entity(index, agent)

    def _named(self, index: int, mention: Mention, agent: bool) -> Entity:
        key = index if agent else -index - 1
        if key not in self._of_names:
            self._of_names[key] = self._read_name(index, mention, agent)
        return self._of_names[key]

    def _read_name(self, index: int, mention: Mention, agent: bool) -> Entity:
        span = Span(mention.start, mention.end)
        words = self.words(mention.start, mention.end)
        seat = self.seat(words) if agent else None
        if mention.type == "person" and seat is None:
            bare = bare_name(words)
            full = self.full_person(bare, mention.start)
            seat = capital(words) if full == words else None
            if seat is not None and agent:  # the model took "Washington" for a person whom the text never names in full
                return Entity(seat.name, "country", span, index, "capital")
            return Entity(full, "person", span, index, _person_how(bare, full))
        if mention.type in {"country", "nationality"}:
            return self._nation(index, mention)
        nation = country(words) or country(self._stem(words))
        if nation is not None:
            return Entity(nation.name, "country", span, index)
        if seat is not None:
            return Entity(seat.name, "country", span, index, "capital")
        if mention.type == "organisation" or words in OFFICES:
            return self._body(index, span, words)
        return Entity(words, NAMED.get(mention.type, "thing"), span, index)

    def _body(self, index: int, span: Span, words: str) -> Entity:
        stem = self._stem(words)
        full = self.full_body(stem)
        how = "named" if full == stem else "acronym" if acronym_of(words, full) else "full name"
        return Entity(full, "organisation", span, index, how)

    @staticmethod
    def seat(words: str) -> Country | None:
        """The country governed from a city or palace; "Hague" and the like are tried with their article."""
        if words in OFFICES:
            return None
        return capital(words) or capital(f"The {words}")

    @staticmethod
    def _stem(words: str) -> str:
        return re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)

    def _nation(self, index: int, mention: Mention) -> Entity:
        """A country's name, or its nationality standing alone ("the Russians", "Russian forces" asked at its head)."""
        span = Span(mention.start, mention.end)
        if mention.type == "nationality" and self.tree.tokens[index].xpos in {"NNS", "NNPS"}:
            nation = country(mention.value)
            if nation is not None and (nation.kind != "state" or nation.name.endswith("territories")):
                # A people without a state acts as a people ("the Palestinians").
                return Entity(self.words(mention.start, mention.end), "group", span, index, "demonym")
        how = "named" if mention.type == "country" else "demonym"
        return Entity(mention.value or self.words(mention.start, mention.end), "country", span, index, how)


def _person_how(bare: str, full: str) -> str:
    if bare == full:
        return "named"
    return "last name" if full.endswith((f" {bare}", f"-{bare}")) and " " not in bare else "full name"
