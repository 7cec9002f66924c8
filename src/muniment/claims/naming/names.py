"""Who and what the names of one document stand for: short names to full ones, demonyms and capitals to countries,
titles and pronouns to people. Pure; the scope is a single document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from muniment.claims.clauses.tree import LOOSE, Tree
from muniment.claims.naming.acronyms import Organisations
from muniment.claims.naming.entity import Entity
from muniment.claims.naming.holders import Holder, Holders, Office
from muniment.claims.naming.persons import Persons, bare_name
from muniment.claims.naming.pronouns import PRONOUNS, Pronouns
from muniment.claims.naming.roles import is_group, is_title
from muniment.claims.naming.states import FORCES, GOVERNMENT, States
from muniment.schema.mention import Mention
from muniment.schema.span import Span
from muniment.vocabulary.countries import Country, capital, country, demonym
from muniment.vocabulary.organisations import organisation

NAMED = {"person": "person", "organisation": "organisation", "place": "place", "other": "thing", "country": "country"}
# Seats that speak in their own name rather than as their country.
OFFICES = frozenset({"White House", "Downing Street", "Pentagon", "Number 10"})
# Nouns for the kind of a body, beside its name ("the Hamas movement").
KINDS = frozenset(
    """movement group party militia faction newspaper daily weekly magazine television radio agency network
    channel station organisation organization company firm bank union front bloc website broadcaster""".split()
)
DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})
INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "no"})
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
        self._holders = Holders()
        self._cache: dict[int, Entity | None] = {}
        quoted = frozenset(index for start, end in quotes for index in tree.at(start, end))
        self._pronouns = Pronouns(self, quoted)
        for mention in mentions:
            self._enter(mention)
        self._organisations.read_acronyms(tree.text)
        self._states = States(tree, self.nation_of)

    # -- building -----------------------------------------------------------------------------------------------

    def _enter(self, mention: Mention) -> None:
        longer = _HYPHENATED.match(self.tree.text, mention.end) if mention.type == "person" else None
        if longer is not None:
            mention = Mention(mention.start, longer.end(), mention.type, mention.value)
        indices = self.tree.at(mention.start, mention.end)
        if not indices:
            return
        for index in indices:
            self._mention.setdefault(index, mention)
        words = self._words(mention.start, mention.end)
        if mention.type == "person":
            self._persons.enter(mention.start, words)
        elif mention.type == "organisation":
            self._organisations.enter(mention.start, words)

    def _words(self, start: int, end: int) -> str:
        words = " ".join(self.tree.text[start:end].split())
        return _POSSESSIVE.sub("", words).strip(" ,.;:")

    def introduce(self, holders: Iterable[Holder]) -> None:
        """Tells who holds which office, so that "the minister" can be resolved; what was asked before is forgotten."""
        self._holders.add(holders)
        self._cache.clear()

    def lend_voice(self, indices: Iterable[int], speaker: Entity) -> None:
        """Tells whose words tokens are: "we" and "I" among them are the speaker."""
        for index in indices:
            self._pronouns.speaker_of[index] = speaker
            self._cache.pop(index, None)
            self._cache.pop(-index - 1, None)

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
        return self.tree.top(self.tree.at(mention.start, mention.end)) if mention else index

    def full_person(self, name: str, before: int) -> str:
        """The fullest form of a person's name in the document, as read at offset `before`."""
        return self._persons.full(name, before)

    def full_body(self, name: str) -> str:
        """The fullest form of an organisation's name: spelt-out acronym, known name, longer name in the document."""
        return self._organisations.full(name)

    def entity(self, index: int, agent: bool = True) -> Entity | None:
        """What the phrase headed at token `index` stands for; None for a pronoun nobody can be found for.

        `agent` says that the phrase acts or is acted on, so that a capital is its government; with False it is a
        place. Results are remembered.
        """
        key = index if agent else -index - 1
        if key not in self._cache:
            self._cache[key] = self._entity(index, agent)
        return self._cache[key]

    def _entity(self, index: int, agent: bool) -> Entity | None:
        token = self.tree.tokens[index]
        mention = self._mention.get(index)
        if mention is not None:
            return self._named(index, mention, agent)
        if token.upos == "PRON" or token.text.lower() in PRONOUNS:
            return self._pronouns.resolve(index)
        return self._phrase(index, agent)

    def _named(self, index: int, mention: Mention, agent: bool) -> Entity:
        span = Span(mention.start, mention.end)
        words = self._words(mention.start, mention.end)
        seat = self._seat(words) if agent else None
        if mention.type == "person" and seat is None:
            bare = bare_name(words)
            full = self.full_person(bare, mention.start)
            seat = capital(words) if full == words else None
            if seat is not None and agent:  # the model took "Washington" for a person whom the text never names in full
                return Entity(seat.name, "country", span, index, "government")
            return Entity(full, "person", span, index, "named" if full == bare else "full name")
        if mention.type in {"country", "nationality"}:
            return self._phrase_of_country(index, mention, agent)
        nation = country(words) or country(self._stem(words))
        if nation is not None:
            return Entity(nation.name, "country", span, index)
        if seat is not None:
            return Entity(seat.name, "country", span, index, "government")
        if mention.type == "organisation" or words in OFFICES:
            full = self.full_body(self._stem(words))
            return Entity(full, "organisation", span, index, "named" if full == words else "full name")
        return Entity(words, NAMED.get(mention.type, "thing"), span, index)

    @staticmethod
    def _seat(words: str) -> Country | None:
        """The country governed from a city or palace; "Hague" and the like are tried with their article."""
        if words in OFFICES:
            return None
        return capital(words) or capital(f"The {words}")

    @staticmethod
    def _stem(words: str) -> str:
        return re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)

    def _phrase_of_country(self, index: int, mention: Mention, agent: bool) -> Entity:
        """A country's name, or its nationality standing alone ("the Russians", "Russian forces" asked at its head)."""
        span = Span(mention.start, mention.end)
        if mention.type == "nationality" and self.tree.tokens[index].xpos in {"NNS", "NNPS"}:
            nation = country(mention.value)
            if nation is not None and (nation.kind != "state" or nation.name.endswith("territories")):
                # A people without a state acts as a people ("the Palestinians").
                return Entity(self._words(mention.start, mention.end), "group", span, index, "demonym")
        how = "named" if mention.type == "country" else "demonym"
        return Entity(mention.value or self._words(mention.start, mention.end), "country", span, index, how)

    def _phrase(self, index: int, agent: bool) -> Entity | None:
        token = self.tree.tokens[index]
        block = self.tree.block(index)
        lemma = token.lemma.lower()
        inner = self._person_inside(index) or self._body_inside(index, lemma)
        if inner is not None:
            return inner
        span = trim(self.tree, block)
        words = " ".join(span.of(self.tree.text).split())
        if lemma in GOVERNMENT or token.text.lower() in GOVERNMENT:
            nation = self.nation_of(index) or self._states.nation(index)
            if nation is not None:
                return Entity(nation, "country", span, index, "government")
        forces = self._states.nation(index) if lemma in FORCES else None
        if forces is not None:
            return Entity(f"{forces} {words}", "group", span, index, "government")
        seat = self._seat(words) if agent else None
        if seat is not None:
            return Entity(seat.name, "country", span, index, "government")
        known = organisation(words)
        if known is not None:
            return Entity(known.name, "organisation", span, index)
        if is_title(lemma):
            holder = self._holder(index, lemma)
            if holder is not None:
                return Entity(holder, "person", span, index, "post")
            return Entity(words, "person" if token.xpos != "NNS" else "group", span, index, "phrase")
        return Entity(words, _kind(lemma, words.lower()), span, index, "phrase")

    def _person_inside(self, index: int) -> Entity | None:
        """A person's name that stands in apposition or as flat part of a title phrase ("President X", "the minister,
        X")."""
        if not is_title(self.tree.tokens[index].lemma.lower()):
            return None
        beside = self.tree.kids(index, "flat", "appos", "compound", "nmod:desc")
        for of in self.tree.kids(index, "nmod"):
            # "the head of the agency Jane Doe": the parser hangs the name on the agency.
            if not is_title(self.tree.tokens[of].lemma.lower()):
                beside.extend(self.tree.kids(of, "flat", "appos", "nmod:desc"))
        for child in beside:
            mention = self._mention.get(child)
            if mention is not None and mention.type == "person":
                return self._named(child, mention, True)
        return None

    def _body_inside(self, index: int, lemma: str) -> Entity | None:
        """The name in "the Hamas movement", "the Kommersant daily": a name before or after a word for its kind."""
        if lemma not in KINDS:
            return None
        for child in self.tree.kids(index, "compound", "appos", "nmod:desc"):
            mention = self._mention.get(child)
            if mention is not None and mention.type in {"organisation", "other"} and abs(child - index) <= 2:
                return self._named(child, mention, True)
        return None

    def nation_of(self, index: int) -> str | None:
        """The country that a phrase names as its own: "the Kenyan army", "Kenya's army", "the army of Kenya"."""
        for child in [*self.tree.kids(index, "amod", "compound", "nmod"), *self._deeper(index)]:
            mention = self._mention.get(child)
            if mention is not None and mention.type in {"country", "nationality"}:
                return mention.value
            word = self._words(self.tree.tokens[child].start, self.tree.tokens[child].end)
            found = country(word) or demonym(word)
            if found is not None and self.tree.case(child) in {"", "of", "'s", "’s"}:
                return found.name
            seat = capital(word)
            if seat is not None and self.tree.tokens[child].deprel in {"compound", "nmod:poss"}:
                return seat.name
        return None

    def _deeper(self, index: int) -> list[int]:
        below = self.tree.kids(index, "compound", "amod")
        return [far for near in below for far in self.tree.kids(near, "amod", "compound", "nmod:poss")]

    def _holder(self, index: int, title: str) -> str | None:
        """The person introduced with this title, for a definite phrase that names nobody ("the Russian premier")."""
        tree = self.tree
        token = tree.tokens[index]
        if token.xpos in {"NNS", "NNPS"}:
            return None
        below = [child for child in tree.subtree(index, LOOSE - {"amod"}) if child != index]
        low = {child: tree.tokens[child].text.lower() for child in below}
        if {low[child] for child in tree.kids(index, "det")} & INDEFINITE:
            return None
        body = self._whose(index)
        if not body and not {low[child] for child in tree.kids(index, "det", "nmod:poss")} & DEFINITE:
            return None
        plain = (
            child
            for child in below
            if child not in self._mention and tree.tokens[child].upos in {"NOUN", "PROPN", "ADJ"}
        )
        nouns = frozenset(tree.tokens[child].lemma.lower() for child in plain)
        return self._holders.find(Office(token.start, title, nouns, body))

    def _whose(self, index: int) -> str:
        """The body or country that a title phrase names as its own, by its value; "" where it names none."""
        nation = self.nation_of(index)
        for child in self.tree.kids(index, "compound", "nmod", "nmod:poss", "amod"):
            mention = self._mention.get(child)
            if mention is not None and mention.type == "organisation":
                entity = self.entity(self.head_of(child))
                return entity.value if entity is not None else ""
        return nation or ""


def trim(tree: Tree, block: Sequence[int]) -> Span:
    """The characters of a phrase without leading articles, prepositions and marks, or trailing possessives."""
    first, last = 0, len(block) - 1
    while first < last and (
        tree.tokens[block[first]].upos in {"PUNCT", "ADP", "CCONJ", "SCONJ"}
        or tree.tokens[block[first]].text.lower() in {"the", "a", "an", "its", "their", "his", "her", "to"}
    ):
        first += 1
    while last > first and tree.tokens[block[last]].text.lower() in {
        "'s",
        "’s",
        "'",
        "’",
        ",",
        ".",
        '"',
        "”",
        ";",
        ":",
    }:
        last -= 1
    return Span(tree.tokens[block[first]].start, tree.tokens[block[last]].end)


def _kind(lemma: str, phrase: str) -> str:
    """ "group" for phrases whose last words name people who act together ("army", "air force"), else "thing"."""
    last = phrase.split()
    tails = (lemma, *last[-1:], " ".join(last[-2:]))
    return "group" if any(is_group(tail) for tail in tails) else "thing"
