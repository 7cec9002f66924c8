"""What phrases without a name of their own stand for: "the foreign minister", "the junta", "the agency", "the Hamas
movement"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from muniment.claims.clauses.tree import LOOSE
from muniment.claims.naming.agreement import is_person, is_plural
from muniment.claims.naming.entity import Entity
from muniment.claims.naming.holders import Holders, Office
from muniment.claims.naming.kinds import Kinds
from muniment.claims.naming.pairs import Pairs
from muniment.claims.naming.roles import is_group, is_title
from muniment.claims.naming.spans import trim
from muniment.claims.naming.states import FORCES, GOVERNMENT, States
from muniment.schema.span import Span
from muniment.vocabulary.countries import capital, country, demonym
from muniment.vocabulary.organisations import organisation
from muniment.vocabulary.reference import reference

if TYPE_CHECKING:
    from muniment.claims.naming.names import Names

# Nouns for the kind of a body, beside its name ("the Hamas movement").
_KINDS: Final = frozenset(
    """movement group party militia faction newspaper daily weekly magazine television radio agency network
    channel station organisation organization company firm bank union front bloc website broadcaster""".split()
)
_DEFINITE: Final = frozenset({"the", "this", "that", "his", "her", "its", "their"})
_INDEFINITE: Final = frozenset({"a", "an", "one", "another", "some", "any", "no"})


class Described:
    """Reads the phrases of one document. `heads` are the tokens that head its names, in text order."""

    def __init__(self, names: Names, heads: list[int]) -> None:
        self.names = names
        self.tree = names.tree
        self.holders = Holders()
        self.pairs = Pairs(names, heads)
        self._states = States(names.tree, self.nation_of)
        self._kinds = Kinds(names, heads)

    def entity(self, index: int, agent: bool) -> Entity:
        """What the phrase stands for; where that is open, its own words. `agent` as in `Names.entity`."""
        inside = self.pairs.either(index) or self._person_inside(index) or self._body_inside(index)
        if inside is not None:
            return inside
        span = trim(self.tree, self.tree.block(index))
        return (
            self._state(index, span)
            or self._known(index, span, agent)
            or self._person_beside(index, span)
            or self._holder(index, span)
            or self._kind(index, span)
            or self._words(index, span)
        )

    def nation_of(self, index: int) -> str | None:
        """The country that a phrase names as its own: "the Kenyan army", "Kenya's army", "the army of Kenya"."""
        for child in [*self.tree.kids(index, "amod", "compound", "nmod"), *self._deeper(index)]:
            mention = self.names.mention_at(child)
            if mention is not None and mention.type in {"country", "nationality"}:
                return mention.value
            token = self.tree.tokens[child]
            word = self.names.words(token.start, token.end)
            found = country(word) or demonym(word)
            if found is not None and self.tree.case(child) in {"", "of", "'s", "’s"}:
                return found.name
            seat = capital(word)
            if seat is not None and token.deprel in {"compound", "nmod:poss"}:
                return seat.name
        return None

    def _deeper(self, index: int) -> list[int]:
        below = self.tree.kids(index, "compound", "amod")
        return [far for near in below for far in self.tree.kids(near, "amod", "compound", "nmod:poss")]

    # -- a name inside or beside --------------------------------------------------------------------------------

    def _person_inside(self, index: int) -> Entity | None:
        """A person's name that stands in apposition or as flat part of a phrase for a person ("President X", "the
        minister, X", "his counterpart X")."""
        if not (is_title(self._lemma(index)) or self._lemma(index) in reference().relations):
            return None
        beside = self.tree.kids(index, "flat", "appos", "compound", "nmod:desc")
        if index + 1 < len(self.tree.tokens) and self.tree.tokens[index + 1].upos == "PROPN":
            beside.append(index + 1)  # the parser may hang the name beside the phrase
        for of in self.tree.kids(index, "nmod"):
            # "the head of the agency Jane Doe": the parser hangs the name on the agency.
            if self.tree.tokens[of].deprel == "nmod" and not is_title(self._lemma(of)):
                beside.extend(self.tree.kids(of, "flat", "appos", "nmod:desc"))
        return next((self.names.named(child) for child in beside if self._is(child, "person")), None)

    def _body_inside(self, index: int) -> Entity | None:
        """The name in "the Hamas movement", "the Kommersant daily": a name before or after a word for its kind."""
        if self._lemma(index) not in _KINDS or self.tree.tokens[index].xpos in {"NNS", "NNPS"}:
            return None  # "UN agencies" are several
        near = (at for at in self.tree.kids(index, "compound", "appos", "nmod:desc") if abs(at - index) <= 2)
        return next((self.names.named(at) for at in near if self._is(at, "organisation", "other")), None)

    def _person_beside(self, index: int, span: Span) -> Entity | None:
        """The person whom a noun is in apposition to, stands before or is said to be ("X, the envoy", "X is the
        envoy")."""
        token = self.tree.tokens[index]
        if not is_person(self.tree, index):
            return None
        named = self.tree.kids(index, "nsubj") if self.tree.kid(index, "cop") is not None else []
        if token.deprel in {"appos", "nmod:desc"} and token.head >= 0 and self._touches(index, token.head):
            named.append(token.head)
        person = next((self.names.named(head) for head in named if self._is(head, "person")), None)
        return None if person is None else Entity(person.value, "person", span, index, "apposition")

    def _touches(self, index: int, name: int) -> bool:
        """True where nothing but a comma or bracket stands between a phrase and a name."""
        block, mention = self.tree.block(index), self.names.mention_at(name)
        inside = self.tree.within(mention) if mention is not None else [name]
        between = range(inside[-1] + 1, block[0]) if inside[-1] < block[0] else range(block[-1] + 1, inside[0])
        return all(self.tree.tokens[at].upos == "PUNCT" for at in between)

    def _is(self, index: int, *types: str) -> bool:
        mention = self.names.mention_at(index)
        return mention is not None and mention.type in types

    # -- no name near -------------------------------------------------------------------------------------------

    def _state(self, index: int, span: Span) -> Entity | None:
        """The country of a government, and the forces of one."""
        lemma = self._lemma(index)
        if lemma in GOVERNMENT or self.tree.tokens[index].text.lower() in GOVERNMENT:
            nation = self.nation_of(index) or self._states.nation(index)
            if nation is not None:
                return Entity(nation, "country", span, index, "government")
        forces = self._states.nation(index) if lemma in FORCES else None
        if forces is None:
            return None
        return Entity(f"{self._states.told(index, forces)} {self._text(span)}", "group", span, index, "government")

    def _known(self, index: int, span: Span, agent: bool) -> Entity | None:
        """A seat of government or an organisation that the vocabulary lists though no name was seen."""
        words = self._text(span)
        seat = self.names.seat(words) if agent else None
        if seat is not None:
            return Entity(seat.name, "country", span, index, "capital")
        known = organisation(words)
        return None if known is None else Entity(known.name, "organisation", span, index)

    def _holder(self, index: int, span: Span) -> Entity | None:
        """The person introduced with a title, for a definite phrase that names nobody ("the Russian premier"); where
        nobody was, whoever has it."""
        title = self._lemma(index)
        if not is_title(title):
            return None
        person = self._held(index, title)
        if person is not None:
            return Entity(person, "person", span, index, "post")
        kind = "person" if self.tree.tokens[index].xpos != "NNS" else "group"
        return Entity(self._text(span), kind, span, index, "phrase")

    def _held(self, index: int, title: str) -> str | None:
        tree = self.tree
        token = tree.tokens[index]
        if token.xpos in {"NNS", "NNPS"}:
            return None
        below = [child for child in tree.subtree(index, LOOSE - {"amod"}) if child != index]
        low = {child: tree.tokens[child].text.lower() for child in below}
        if {low[child] for child in tree.kids(index, "det")} & _INDEFINITE:
            return None
        body = self._whose(index)
        if not body and not {low[child] for child in tree.kids(index, "det", "nmod:poss")} & _DEFINITE:
            return None
        unnamed = (child for child in below if self.names.mention_at(child) is None)
        nouns = (child for child in unnamed if tree.tokens[child].upos in {"NOUN", "PROPN", "ADJ"})
        return self.holders.find(Office(token.start, title, frozenset(self._lemma(child) for child in nouns), body))

    def _whose(self, index: int) -> str:
        """The body or country that a title phrase names as its own, by its value; "" where it names none."""
        nation = self.nation_of(index)
        for child in self.tree.kids(index, "compound", "nmod", "nmod:poss", "amod"):
            if self._is(child, "organisation"):
                entity = self.names.named(child)
                return entity.value if entity is not None else ""
        return nation or ""

    def _kind(self, index: int, span: Span) -> Entity | None:
        """The body, land or person that was said to be such a one."""
        found = self._kinds.find(index)
        if found is None:
            return None
        return Entity(found.value, found.type, span, index, "role" if found.type == "person" else "group")

    def _words(self, index: int, span: Span) -> Entity:
        """The phrase itself: a group where its last words name people who act together ("army", "air force")."""
        words = self._text(span)
        last = words.lower().split()
        tails = (self._lemma(index), *last[-1:], " ".join(last[-2:]))
        kind, plural = "thing", is_plural(self.tree, index)
        if any(is_group(tail) for tail in tails) or (plural and self._lemma(index) in reference().together):
            kind = "group"
        elif not plural and self._lemma(index) in reference().relations:
            kind = "person"
        return Entity(words, kind, span, index, "phrase")

    def _lemma(self, index: int) -> str:
        return self.tree.tokens[index].lemma.lower()

    def _text(self, span: Span) -> str:
        return " ".join(span.of(self.tree.text).split())
