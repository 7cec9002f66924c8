"""Whose name a title introduces: "President X", "X, head of Y", "Y's chief, X", "X was appointed head of Y". Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from muniment.claims.clauses.factuality import modality_of
from muniment.claims.clauses.predicates import predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.names import Names
from muniment.claims.offices.titles import Title, Titles, words
from muniment.schema.claim import Modality
from muniment.schema.mention import Mention

_APART: Final = frozenset({",", "(", "-", "--", "–", "—", ":"})
_CLOSING: Final = frozenset(
    {",", ".", ")", "--", "–", "—", ";", ":", "-", "?", "!", '"', "”", "’", "'", "who", "and", "whose"}
)
_LINKS: Final = frozenset({"as", "the", "new", "its", "their", "his", "her", "a", "an", "acting", "to", "be", "become"})
# "The first Afghan premier to visit": a rank among holders, which says nothing that the title does not.
_RANKING: Final = frozenset({"first", "second", "third", "last", "only", "next", "latest", "youngest", "oldest"})
_SERVING: Final = frozenset({"serve", "act", "work"})


@dataclass(frozen=True, slots=True)
class Bearer:
    """The name that a title introduces, the pattern that says so, and whether it is so."""

    mention: Mention
    rule: str
    modality: Modality = "asserted"


class Bearers:
    """Finds who bears a title, in one document."""

    def __init__(self, tree: Tree, names: Names, titles: Titles) -> None:
        self.tree = tree
        self.names = names
        self.titles = titles

    def of(self, title: Title, previous: tuple[int, Mention] | None, high: int) -> Bearer | None:
        """Who bears the title; `previous` is the end and the bearer of an apposition before it, `high` the sentence's
        end."""
        behind = self._past_ranks(title.last, high)
        mention = self._begins(behind, high)
        if mention is not None:
            return None if self._inner(title) else Bearer(mention, "title")
        ahead = self._ahead(title, previous, high)
        if ahead is not None:
            return Bearer(ahead, "apposition")
        following = self._after_comma(title, high)
        if following is not None:
            return Bearer(following, "introduced")
        return self._copula(title) or self._appointed(title)

    def several(self, title: Title, high: int) -> list[Mention]:
        """The names that a plural title stands before: "ministers X, Y and Z"."""
        found: list[Mention] = []
        here = title.last
        while (mention := self._begins(self._past_ranks(here, high), high)) is not None:
            found.append(mention)
            here = self.tree.within(mention)[-1] + 1
            while here < high and self._low(here) in {",", "and"}:
                here += 1
        return found

    # -- beside the name ----------------------------------------------------------------------------------------

    def _past_ranks(self, index: int, high: int) -> int:
        """The first token that is no rank or form of address."""
        while index < high and self.titles.person_at(index) is None:
            if not self.titles.is_rank(index) and self.tree.tokens[index].text != ".":
                break
            index += 1
        return index

    def _begins(self, index: int, high: int) -> Mention | None:
        """The person's name that begins at a token; a first name that the model left out is let go."""
        mention = self.titles.person_at(index) if index < high else None
        if mention is not None:
            return mention if self.titles.name_start(mention) == index else None
        if index + 1 < high and self.tree.tokens[index].upos == "PROPN" and self.names.mention_at(index) is None:
            mention = self.titles.person_at(index + 1)
            if mention is not None and self.tree.tokens[index + 1].deprel == "flat":
                return mention
        return None

    def _inner(self, title: Title) -> bool:
        """True where another office ends the phrase, so that the name behind it is that one's."""
        if not title.complements:
            return False
        last = title.complements[-1].last - 1
        if self.titles.low(last) in {"justice", "state", "staff"} or self.names.mention_at(last) is not None:
            return False
        return self.titles.is_office(last)

    def _ahead(self, title: Title, previous: tuple[int, Mention] | None, high: int) -> Mention | None:
        """The name before a title in apposition: "X, head of Y", "X, 51, head of Y", "X, head of Y and chief of Z"."""
        index = title.first - 1
        while index > 1 and self._low(index) in {"then", "now", "currently", "also", "once", "formerly"}:
            index -= 1
        if index < 1:
            return None
        if self._low(index) == "and" and previous is not None and previous[0] == index:
            return previous[1]
        if self._low(index) not in _APART:
            return None
        person = self._name_before(index)
        if person is None or self.titles.person_at(self._past_ranks(title.last, high)) is not None:
            return None
        closed = title.last >= high or self._low(title.last) in _CLOSING
        return person if closed or title.article or title.complements else None

    def _name_before(self, index: int) -> Mention | None:
        """The person's name that ends before the mark at `index`, an age or a bracket between them passed over."""
        here = index - 1
        if self.tree.tokens[here].upos == "NUM" and self._low(here - 1) == ",":
            here -= 2
        elif self._low(here) == ")":
            while here > 0 and self._low(here) != "(":
                here -= 1
            here -= 1
        return self.titles.person_at(here) if here >= 0 else None

    def _after_comma(self, title: Title, high: int) -> Mention | None:
        """ "Morocco's inspector general, X": a definite title, a comma, a name, and no list behind it."""
        index = title.last
        definite = title.article or title.possessor[0] < title.possessor[1] or self._named(title)
        if index + 1 >= high or self._low(index) != "," or not definite or self._complements(title):
            return None
        start = self._past_ranks(index + 1, high)
        mention = self._begins(start, high)
        if mention is None:
            return None
        after = self.tree.within(mention)[-1] + 1
        if after >= high:
            return mention
        closed = self._low(after) in _CLOSING - {"and"} or self.tree.tokens[after].upos in {"VERB", "AUX", "PRON"}
        return mention if closed else None

    def _complements(self, title: Title) -> bool:
        """True where the title only says of what another is: "the spokesman of the High Commissioner, X"."""
        before = title.first - 1
        return before > 0 and self._low(before) in {"of", "for", "to"} and self.titles.is_office(before - 1)

    def _named(self, title: Title) -> bool:
        found = (self.names.mention_at(index) for index in title.before)
        return any(mention is not None and mention.type != "person" for mention in found)

    def _low(self, index: int) -> str:
        return self.tree.tokens[index].text.lower()

    # -- in the clause ------------------------------------------------------------------------------------------

    def _copula(self, title: Title) -> Bearer | None:
        """ "X is the director of Y": a person's name as the subject of the office."""
        core = title.core[0]
        if self.tree.kid(core, "cop") is None or any(self._low(index) in _RANKING for index in title.before):
            return None
        subject = self.tree.kid(core, "nsubj")
        mention = self._person(subject) if subject is not None else None
        if mention is None and subject is not None and self._low(subject) == "who":
            token = self.tree.tokens[core]
            mention = self._person(token.head) if token.deprel == "acl:relcl" else None
        if mention is None:
            return None
        return Bearer(mention, "copula", modality_of(self.tree, predicate_at(self.tree, core)))

    def _person(self, index: int) -> Mention | None:
        return self.titles.person_at(index) if index >= 0 else None

    def _appointed(self, title: Title) -> Bearer | None:
        """ "X was named head of Y", "named X as head of Y", "X, who served as head of Y", "with X as head of Y"."""
        index = title.first - 1 if title.article not in {"", "the", "a", "an"} else title.first
        sentence = self.tree.sentences[self.tree.sentence_of[title.core[0]]]
        index -= 1
        linked = False
        while index > sentence.first and self._low(index) in _LINKS:
            linked = linked or self._low(index) == "as"
            index -= 1
        if index < sentence.first:
            return None
        token = self.tree.tokens[index]
        if token.upos == "VERB":
            return self._by_verb(index, linked)
        mention = self.titles.person_at(index)
        if mention is None or not (linked or self._governed(mention)):
            return None
        return Bearer(mention, "appointed")

    def _by_verb(self, index: int, linked: bool) -> Bearer | None:
        lemma = self.tree.tokens[index].lemma.lower()
        predicate = predicate_at(self.tree, index)
        if words().has("appointing", lemma):
            heads = predicate.get("object") if predicate.passive else []
        elif (linked and lemma in _SERVING) or lemma in {"become", "remain"}:
            heads = predicate.get("subject")
        else:
            return None
        mention = next((found for head in heads if (found := self.titles.person_at(head)) is not None), None)
        return None if mention is None else Bearer(mention, "appointed", modality_of(self.tree, predicate))

    def _governed(self, mention: Mention) -> bool:
        """True where an appointing verb stands right before the name: "elected X president"."""
        before = self.tree.within(mention)[0] - 1
        token = self.tree.tokens[before] if before >= 0 else None
        return token is not None and token.upos == "VERB" and words().has("appointing", token.lemma.lower())
