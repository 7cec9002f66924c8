"""Who holds which post, as one document says it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from muniment.claims.clauses.factuality import modality_of
from muniment.claims.clauses.predicates import Predicate, predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.entity import Entity
from muniment.claims.naming.names import Names
from muniment.claims.offices.bearers import Bearer, Bearers
from muniment.claims.offices.spoken import Spoken, is_state_office, rule_for
from muniment.claims.offices.titles import Title, Titles, words
from muniment.claims.offices.whose import Whose
from muniment.schema.claim import Modality
from muniment.schema.mention import Mention
from muniment.schema.span import Span


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody's post.

    `words` is the title without whose it is, `span` where it stands, `office` its head token. `body` is whose office
    it is, None where the words do not say. `rule` names the pattern; `evidence` is the range of tokens that says it.
    """

    holder: Entity
    words: str
    span: Span
    office: int
    body: Entity | None
    rule: str
    evidence: tuple[int, int]
    modality: Modality = "asserted"


class Posts:
    """The posts of one document, in text order."""

    def __init__(self, tree: Tree, names: Names) -> None:
        self.tree = tree
        self.names = names
        self.titles = Titles(tree, names)
        self.bearers = Bearers(tree, names, self.titles)
        self.whose = Whose(tree, names)
        self.spoken = Spoken(tree.text)

    def find(self) -> list[Post]:
        """All statements of posts, repeated wording included."""
        found: list[Post] = []
        for sentence in self.tree.sentences:
            self._titled(sentence.first, sentence.last, found)
            found.extend(self._heading(sentence.first, sentence.last))
        return self._at_home(found)

    @staticmethod
    def _at_home(found: list[Post]) -> list[Post]:
        """The posts, with the state of those who are named without it where the document names it elsewhere."""
        states = dict(homes(found))
        return [
            replace(post, body=replace(states[post.holder.value], span=post.span))
            if post.body is None and post.holder.value in states and is_state_office(post.words)
            else post
            for post in found
        ]

    def _titled(self, first: int, last: int, found: list[Post]) -> None:
        titles = [self.titles.read(index) for index in range(first, last) if self.titles.is_office(index)]
        previous: tuple[int, Mention] | None = None
        for title in titles:
            if self._swallowed(title, titles):
                continue
            if self._is_plural(title):
                found.extend(self._shared(title, last, found))
                continue
            bearer = self.bearers.of(title, previous, last)
            if bearer is None:
                continue
            if bearer.rule == "apposition":
                previous = (title.last, bearer.mention)
            post = self._post(title, bearer, found)
            if post is not None:
                found.append(post)

    def _swallowed(self, title: Title, titles: list[Title]) -> bool:
        """True for part of another office ("General" in "Secretary General") and for a rank behind an
        office ("commander Brigadier General X")."""
        index = title.core[0]
        for other in titles:
            if other is not title and other.core[0] <= index < other.core[1] and other.core != title.core:
                return True
            if other.core[0] in title.before and self.titles.is_rank(index):
                return True
        return False

    def _is_plural(self, title: Title) -> bool:
        return self.tree.tokens[title.core[1] - 1].xpos in {"NNS", "NNPS"}

    def _shared(self, title: Title, last: int, known: list[Post]) -> Iterator[Post]:
        """ "commanders X and Y": the one office of each."""
        for mention in self.bearers.several(title, last):
            post = self._post(title, Bearer(mention, "title"), known)
            if post is not None:
                yield replace(post, words=singular(post.words))

    # -- a title ------------------------------------------------------------------------------------------------

    def _post(self, title: Title, bearer: Bearer, known: list[Post]) -> Post | None:
        inside = self.tree.within(bearer.mention)
        holder = self.names.entity(self.tree.top(inside))
        if holder is None or holder.type != "person":
            return None
        evidence = (min(title.first, inside[0]), max(title.last, inside[-1] + 1))
        office = title.core[0]
        if words().has("counterparts", self.tree.tokens[office].lemma.lower()):
            return self._counterpart(title, holder, evidence, known)
        body, kept = self.whose.body(title)
        if not kept or (self.titles.is_rank(office) and (body is None or body.type != "organisation")):
            return None
        text, span, rule = self._words(kept), self.tree.span(kept), bearer.rule
        if body is None and bearer.rule == "apposition" and self.titles.low(title.first - 1) == "and":
            body = known[-1].body if known and known[-1].holder.value == holder.value else None
        elif body is None and not self._local(title):
            body, rule = self._bare(title, text, holder, known), f"{rule}-bare"
        elif body is None:
            rule = f"{rule}-bare"
        return Post(holder, text, span, office, body, rule, evidence, bearer.modality)

    def _words(self, kept: list[int]) -> str:
        """The kept words, with one space where white space stood or words between them were left out."""
        parts: list[str] = []
        for place, index in enumerate(kept):
            token = self.tree.tokens[index]
            if place and not (kept[place - 1] == index - 1 and self.tree.tokens[index - 1].end == token.start):
                parts.append(" ")
            parts.append(token.text)
        return "".join(parts)

    def _local(self, title: Title) -> bool:
        """True where words of the title say that it is no office of the state: "provincial governor"."""
        return any(words().has("local", self.titles.low(index)) for index in range(title.first, title.core[1]))

    def _bare(self, title: Title, text: str, holder: Entity, known: list[Post]) -> Entity | None:
        """The state of an office that is named without it: the possessor's ("Moi's spokesman"), the holder's as said
        before, else the one that the story speaks of."""
        if title.possessor[1] - title.possessor[0] > 1:
            owner = self.names.entity(self.names.head_of(title.possessor[1] - 2))
            return self._state_of(owner.value, known) if owner is not None and owner.type == "person" else None
        if rule_for(text) is None:
            return None
        home = self._state_of(holder.value, known)
        if home is not None:
            return home
        found = self.spoken.whose(text, self.tree.tokens[title.core[0]].start)
        if found is None:
            return None
        at = self.tree.within(found)
        return Entity(found.country.name, "country", Span(found.start, found.end), at[0] if at else -1, "spoken of")

    def _state_of(self, person: str, known: list[Post]) -> Entity | None:
        """The country in which the person was said to hold a post."""
        for post in known:
            if post.holder.value == person and post.body is not None and post.body.type == "country":
                return post.body
        return None

    def _counterpart(self, title: Title, holder: Entity, evidence: tuple[int, int], known: list[Post]) -> Post | None:
        """ "his Russian counterpart X" has the post of him whose counterpart he is, in Russia."""
        if title.possessor[0] == title.possessor[1]:
            return None
        owner = self._person_before(title.first) or self.names.entity(title.possessor[0])
        body = self.whose.nation(list(title.before))
        model = next((post for post in reversed(known) if owner and post.holder.value == owner.value), None)
        if owner is None or body is None or model is None:
            return None
        token = self.tree.tokens[title.core[0]]
        return Post(holder, model.words, Span(token.start, token.end), title.core[0], body, "counterpart", evidence)

    def _person_before(self, index: int) -> Entity | None:
        """Who stands right before "and his counterpart": "X and his counterpart Y"."""
        if index < 2 or self.titles.low(index - 1) != "and":
            return None
        mention = self.titles.person_at(index - 2)
        return self.names.entity(self.names.head_of(index - 2)) if mention is not None else None

    # -- a verb -------------------------------------------------------------------------------------------------

    def _heading(self, first: int, last: int) -> Iterator[Post]:
        """ "X, who heads the Y", "a council chaired by X"."""
        for index in range(first, last):
            token = self.tree.tokens[index]
            word = words().headship.get(token.lemma.lower()) if token.upos == "VERB" else None
            if word is None:
                continue
            predicate = predicate_at(self.tree, index)
            post = self._headed(index, word, predicate)
            if post is not None:
                yield post

    def _headed(self, index: int, word: str, predicate: Predicate) -> Post | None:
        subjects, objects = predicate.get("subject"), predicate.get("object")
        if not subjects or not objects or self.titles.person_at(subjects[0]) is None:
            return None
        holder = self.names.entity(subjects[0])
        body = self.whose.headed(objects[0])
        if holder is None or holder.type != "person" or body is None:
            return None
        token = self.tree.tokens[index]
        inside = [index, subjects[0]]
        for span in (body.span, holder.span):
            inside.extend(self.tree.within(span))
        modality = modality_of(self.tree, predicate)
        evidence = (min(inside), max(inside) + 1)
        return Post(holder, word, Span(token.start, token.end), index, body, "heading", evidence, modality)


def singular(words: str) -> str:
    """ "regional commanders": "regional commander"."""
    return words[:-1] if words.endswith("s") and not words.endswith("ss") else words


def homes(posts: Iterable[Post]) -> Iterator[tuple[str, Entity]]:
    """Person and country, for those who hold an office of state."""
    known = words().lists["state"] | words().lists["scoped"] | {"king", "queen", "chief"}
    for post in posts:
        office = set(post.words.lower().split())
        if post.body is not None and post.body.type == "country" and known & office:
            yield post.holder.value, post.body
