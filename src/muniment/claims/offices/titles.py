"""Phrases that name a post: "former Israeli prime minister", "the head of the UN agency", "its sales director".

Read off the run of words rather than the tree: rows of nouns around a name ("air force commander Brigadier General X")
are where parsers err most. All indices are into `Analysis.tokens`, ranges half open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.names import Names
from muniment.claims.naming.roles import is_title
from muniment.schema.mention import Mention
from muniment.vocabulary.load import read_yaml

BEFORE: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
PREPOSITIONS: Final = frozenset({"of", "for", "to", "at", "in", "on", "with"})
NATIONS: Final = frozenset({"country", "nationality"})
_OFFICES: Final = {"general": {"secretary", "director", "attorney", "inspector", "auditor", "governor", "surgeon"},
                   "chief": {"commander", "editor"}}  # fmt: skip
_OF_STATE: Final = frozenset({"secretary", "undersecretary", "minister", "under-secretary"})
_HYPHENS: Final = frozenset({"-", "–", "‑"})
_POSSESSIVES: Final = frozenset({"'s", "’s", "'", "’"})
_PRONOUNS: Final = frozenset({"its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists of vocabulary/posts.yaml."""

    lists: Mapping[str, frozenset[str]]
    headship: Mapping[str, str]
    authorities: Mapping[str, str]

    def has(self, name: str, word: str) -> bool:
        """True where the list of that name holds the word."""
        return word in self.lists[name]


@cache
def words() -> Words:
    """The word lists, read once."""
    data = read_yaml("posts.yaml")
    lists = {name: frozenset(value.split()) for name, value in data.items() if isinstance(value, str)}
    headship = {verb: post for post, verbs in data["headship"].items() for verb in verbs}
    return Words(lists, headship, data["authorities"])


@dataclass(frozen=True, slots=True)
class Complement:
    """ "of the Kenya Air Force": the preposition's token, the phrase's range, and a pronoun's or name's possessive."""

    preposition: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Title:
    """A phrase that names a post.

    `first` and `last` bound the whole, `core` is the range of the office itself ("prime minister" has "minister", as
    "prime" is read among the words before it), `possessor` the range of whose it is (empty where nobody's is said),
    `complements` follow the core. `definite` tells "the", a possessor or a nation from "a minister".
    """

    first: int
    last: int
    core: tuple[int, int]
    possessor: tuple[int, int]
    complements: tuple[Complement, ...]
    article: str

    @property
    def before(self) -> range:
        """The words between possessor or article and core."""
        return range(max(self.first, self.possessor[1]), self.core[0])


class Titles:
    """Finds the titles of one document."""

    def __init__(self, tree: Tree, names: Names) -> None:
        self.tree = tree
        self.names = names

    def low(self, index: int) -> str:
        """The token in lower case without a full stop at its end."""
        return self.tree.tokens[index].text.lower().rstrip(".")

    def person_at(self, index: int) -> Mention | None:
        """The person's name that covers a token, if any; titles at its head are no part of it."""
        mention = self.names.mention_at(index)
        if mention is None or mention.type != "person":
            return None
        return mention if self.name_start(mention) <= index else None

    def name_start(self, mention: Mention) -> int:
        """The first token of a person's name that is no title; behind the whole where it is no name at all ("Secretary
        of State")."""
        inside = self.tree.within(mention)
        here = 0
        while here < len(inside) and (self.is_office(inside[here]) or self.is_rank(inside[here])):
            here += 1
        if here == len(inside) or (here and self.tree.tokens[inside[here]].upos == "ADP"):
            return inside[-1] + 1
        return inside[here]

    def is_office(self, index: int) -> bool:
        """True for a noun that names an office or role."""
        token = self.tree.tokens[index]
        if token.upos not in {"NOUN", "PROPN"}:
            return False
        lemma = token.lemma.lower()
        known = words()
        if known.has("counterparts", lemma) or known.has("memberships", lemma):
            return True
        return is_title(lemma) or is_title(self.low(index))

    def is_rank(self, index: int) -> bool:
        """True for a military rank or a form of address."""
        word = self.low(index)
        return words().has("ranks", word) or words().has("honorifics", word)

    # -- one phrase ---------------------------------------------------------------------------------------------

    def read(self, core: int) -> Title:
        """The title phrase whose office is at token `core`."""
        sentence = self.tree.sentences[self.tree.sentence_of[core]]
        start, end = self._core(core, sentence.first, sentence.last)
        first, possessor, article = self._leftward(start, sentence.first)
        complements = self._complements(end, sentence.last)
        last = complements[-1].last if complements else end
        return Title(first, last, (start, end), possessor, complements, article)

    def _core(self, core: int, low: int, high: int) -> tuple[int, int]:
        """Takes in what belongs to the office: "Secretary-General", "Attorney General", "commander-in-chief"."""
        start, end = core, core + 1
        while end + 1 < high and self._hyphenated(end):
            end += 2
        if end < high and self._text(end) == "general" and self.low(core) in _OFFICES["general"]:
            end += 1
        if self.low(core) in _OF_STATE and end + 1 < high and (self._text(end), self._text(end + 1)) == ("of", "state"):
            end += 2
        while start - 2 >= low and self._hyphenated(start - 1):
            start -= 2
        return start, end

    def _hyphenated(self, index: int) -> bool:
        """True for a hyphen without space on either side."""
        return self._text(index) in _HYPHENS and self._touch(index - 1, index) and self._touch(index, index + 1)

    def _text(self, index: int) -> str:
        return self.tree.tokens[index].text.lower()

    def _touch(self, left: int, right: int) -> bool:
        return self.tree.tokens[left].end == self.tree.tokens[right].start

    def _leftward(self, start: int, low: int) -> tuple[int, tuple[int, int], str]:
        """Reads back from the core: the first token of the phrase, the possessor's range, the article."""
        first = self._modifiers(start, low)
        if first - 1 < low:
            return first, (first, first), ""
        before = self._text(first - 1)
        if before in _PRONOUNS:
            return first - 1, (first - 1, first), before
        if before in _POSSESSIVES and first - 2 >= low:
            inner = self._owner(first - 1, low)
            return inner, (inner, first), "the"
        if self.tree.tokens[first - 1].upos == "DET":
            return first - 1, (first, first), before
        return first, (first, first), ""

    def _owner(self, mark: int, low: int) -> int:
        """The first token of the phrase that the possessive at `mark` closes."""
        mention = self.names.mention_at(mark - 1)
        if mention is not None:
            first = self.tree.within(mention)[0]
            if mention.type in NATIONS | {"person"}:
                return self._article(first, low)
            return self._article(self._modifiers(first, low), low)
        return self._article(self._modifiers(mark, low), low)

    def _article(self, first: int, low: int) -> int:
        return first - 1 if first - 1 >= low and self.tree.tokens[first - 1].upos == "DET" else first

    def _modifiers(self, start: int, low: int) -> int:
        """The first of the unbroken run of words that may stand before a noun."""
        first = start
        while first - 1 >= low:
            index = first - 1
            mention = self.names.mention_at(index)
            if self.person_at(index) is not None:
                break
            if mention is not None and mention.type != "person":
                first = min(first - 1, self.tree.within(mention)[0])
            elif self._modifies(index):
                first = index
            elif index - 1 >= low and (self._hyphenated(index) or self._joins(index)):
                first = index - 1
            elif self._text(index) == ")" and index - 3 >= low and self._text(index - 2) == "(":
                first = index - 2  # "Arab League (AL) Secretary General"
            else:
                break
        return max(first, low)

    def _modifies(self, index: int) -> bool:
        token = self.tree.tokens[index]
        if token.upos in BEFORE:
            return not token.xpos.startswith("CD")
        return token.text.lower() in {"then", "newly"} or (token.upos == "VERB" and token.deprel == "amod")

    def _joins(self, index: int) -> bool:
        """ "Trade and Industry Minister": an "and" between capitalised nouns that name no one and no country."""
        if self._text(index) not in {"and", "&"}:
            return False
        left, right = self.tree.tokens[index - 1], self.tree.tokens[index + 1]
        plain = self.names.mention_at(index - 1) is None and not self.is_office(index - 1)
        return plain and left.upos in BEFORE and left.text[:1].isupper() and right.text[:1].isupper()

    # -- complements --------------------------------------------------------------------------------------------

    def _complements(self, end: int, high: int) -> tuple[Complement, ...]:
        found: list[Complement] = []
        here = end
        while here < high and self._text(here) in PREPOSITIONS and len(found) < 4:
            first, last = self._phrase(here + 1, high)
            if last == first:
                break
            found.append(Complement(here, first, last))
            here = last
        return tuple(found)

    def _phrase(self, start: int, high: int) -> tuple[int, int]:
        """The noun phrase that begins at `start`: its range without the article."""
        first = start
        while first < high and self.tree.tokens[first].upos == "DET":
            first += 1
        here = first
        while here < high:
            step = self._step(here, first, high)
            if step == here:
                break
            here = step
        return (first, here) if here > first else (start, start)

    def _step(self, here: int, first: int, high: int) -> int:
        """The token after the next piece of the phrase; `here` where the phrase ends."""
        token = self.tree.tokens[here]
        mention = self.names.mention_at(here)
        if mention is not None:
            after = self.tree.within(mention)[-1] + 1
            if self.person_at(here) is not None and not (after < high and self._text(after) in _POSSESSIVES):
                return here
            return self._acronym(after, high)
        if token.upos in BEFORE or token.text in {"&"}:
            return here + 1
        if here > first and token.text.lower() in _POSSESSIVES:
            return here + 1
        if here > first and token.text in _HYPHENS and here + 1 < high and self._touch(here - 1, here):
            return here + 2
        if here > first and token.text.lower() == "and" and self._continues(here, high):
            return here + 1
        return here

    def _acronym(self, after: int, high: int) -> int:
        """Steps over "(RCAF)"."""
        if after + 2 < high and self._text(after) == "(" and self._text(after + 2) == ")":
            return after + 3
        return after

    def _continues(self, index: int, high: int) -> bool:
        """ "Trade and Economic Development" goes on; "of Hamas and Syrian officials" and "and head of" do not."""
        if index + 1 >= high or self.names.mention_at(index - 1) is not None:
            return False
        following = self.tree.tokens[index + 1]
        if following.upos not in {"NOUN", "PROPN", "ADJ"} or self.names.mention_at(index + 1) is not None:
            return False
        if self.is_office(index + 1):
            return False
        return self.tree.tokens[index - 1].text[:1].isupper() == following.text[:1].isupper()
