"""Bodies of a state and people of a body, as the words beside a name say it: "the state shipbuilder Y", "X of the Z
committee", "the Left party's X". Read off the run of words; membership said in clauses is frames. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from muniment.claims.naming.entity import Entity
from muniment.claims.naming.names import Names
from muniment.claims.offices.spoken import Spoken
from muniment.claims.offices.titles import NATIONS, words
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.mention import Mention
from muniment.schema.span import Span

_POSSESSIVES: Final = frozenset({"'s", "’s", "'", "’"})
_OPEN: Final = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "PUNCT", "DET", "PART", "NUM", "PRON"})
_STOPS: Final = frozenset({",", ".", ";", ":", "(", ")", '"', "“", "”", "--", "–", "—"})
# What makes a body the state's; `_MARKS` only beside a noun for the kind of body.
_OWNED: Final = frozenset({"run", "owned", "controlled", "funded", "backed"})
_STATE: Final = frozenset({"state", "government"})
_MARKS: Final = frozenset({"state", "official", "government", "crown", "governmental"})
_PARTIES: Final = frozenset({"party", "faction", "movement", "bloc"})


def belonging(reading: Reading) -> Iterator[Proposal]:
    """Proposals for the affiliations register: part of a state, member of a body."""
    finder = _Finder(reading)
    said: set[tuple[object, ...]] = set()
    for mention in reading.mentions:
        for proposal in finder.of(mention):
            key = tuple(str(cell.value) for cell in proposal.cells.values())
            if key not in said:
                said.add(key)
                yield proposal


class _Finder:
    """Looks around the names of one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tree = reading.tree
        self.names: Names = reading.names
        self.spoken = Spoken(reading.text)

    def of(self, mention: Mention) -> Iterator[Proposal]:
        """What stands beside one name."""
        inside = self.tree.within(mention)
        if not inside:
            return
        sentence = self.tree.sentences[self.tree.sentence_of[inside[0]]]
        if mention.type == "organisation":
            yield from self._of_state(inside, sentence.first, sentence.last)
        elif mention.type == "person":
            yield from self._of_body(inside, sentence.last)
            yield from self._owned_by_body(inside, sentence.first)
            yield from self._has_party(inside, sentence.last)

    # -- bodies -------------------------------------------------------------------------------------------------

    def _of_state(self, inside: list[int], low: int, high: int) -> Iterator[Proposal]:
        start = self._leftward(inside[0], low)
        marks = self._marks(range(start, inside[0]), kind=self._kind_near(start, inside, high))
        end = inside[-1] + 1
        if marks is None and end + 1 < high and self._low(end) == ",":
            tail = self._rightward(end + 1, high)
            found = range(end + 1, tail)
            marks = self._marks(found, kind=tail > end + 1 and words().has("bodies", self._lemma(tail - 1)))
            start, end = inside[0], tail if marks is not None else end
        if marks is None:
            return
        body = self.names.entity(self.tree.top(inside))
        owner = self._nation(range(start, end), inside) or self._spoken_of(self.tree.tokens[inside[0]].start)
        if body is None or body.type != "organisation" or owner is None or owner.value == body.value:
            return
        yield self._proposal("state-body", body, "part of", owner, marks, start, end)

    def _leftward(self, index: int, low: int) -> int:
        while index > low and self.tree.tokens[index - 1].upos in _OPEN and self._low(index - 1) not in _STOPS:
            verb = self.tree.tokens[index - 1].upos == "VERB" and self._low(index - 1) not in _OWNED
            if verb and self.tree.tokens[index - 1].deprel != "amod":
                break
            index -= 1
        return index

    def _rightward(self, index: int, high: int) -> int:
        while index < high and self.tree.tokens[index].upos in _OPEN and self._low(index) not in _STOPS:
            token = self.tree.tokens[index]
            if token.upos == "PRON" or (token.upos == "VERB" and token.deprel != "amod" and token.text not in _OWNED):
                break
            index += 1
        return index

    def _marks(self, run: range, kind: bool) -> int | None:
        """The word that says that the body is the state's."""
        for index in run:
            if self._low(index) in _STATE and index + 2 in run and self._low(index + 2) in _OWNED:
                return index
            if self._low(index).startswith(("state-", "government-")):
                return index
            if kind and self._low(index) in _MARKS and self.names.mention_at(index) is None:
                return index
        return None

    def _kind_near(self, start: int, inside: list[int], high: int) -> bool:
        """True where a noun for the kind of body stands before or behind the name."""
        after = [index for index in (inside[-1] + 1, inside[-1] + 2) if index < high]
        near = [*range(start, inside[0]), *after]
        return any(words().has("bodies", self._lemma(index)) or self._lemma(index) in _KINDS for index in near)

    def _nation(self, run: range, inside: list[int]) -> Entity | None:
        for index in run:
            mention = self.names.mention_at(index)
            if mention is not None and mention.type in NATIONS and index not in inside:
                return Entity(mention.value, "country", Span(mention.start, mention.end), index, "demonym")
        return None

    def _spoken_of(self, at: int) -> Entity | None:
        """The one country that the story is about, at its last mention before."""
        found = self.spoken.foremost(at)
        return Entity(found.country.name, "country", Span(found.start, found.end), -1, "spoken of") if found else None

    # -- people -------------------------------------------------------------------------------------------------

    def _of_body(self, inside: list[int], high: int) -> Iterator[Proposal]:
        """ "X of the Z committee", "X, of the general staff"."""
        index = inside[-1] + 1
        if index < high and self._low(index) == ",":
            index += 1
        if index + 1 >= high or self._low(index) != "of":
            return
        end = self._rightward(index + 1, high)
        body = next((self._body(last) for last in range(end - 1, index, -1) if self._body(last)), None)
        if body is not None:
            last = max(self.tree.within(body.span))
            yield from self._member("member-of", inside, body, inside[0], last + 1)

    def _owned_by_body(self, inside: list[int], low: int) -> Iterator[Proposal]:
        """ "the Left party's X"."""
        mark = inside[0] - 1
        if mark - 1 < low or self._low(mark) not in _POSSESSIVES:
            return
        body = self._body(mark - 1)
        if body is not None:
            first = min(self.tree.within(body.span))
            yield from self._member("member-possessor", inside, body, first, inside[-1] + 1)

    def _has_party(self, inside: list[int], high: int) -> Iterator[Proposal]:
        """ "X's Y faction"."""
        mark = inside[-1] + 1 if self._low(inside[-1]) not in _POSSESSIVES else inside[-1]
        if mark + 2 >= high or self._low(mark) not in _POSSESSIVES:
            return
        end = self._rightward(mark + 1, high)
        for index in range(mark + 1, end):
            mention = self.names.mention_at(index)
            if mention is not None and mention.type == "organisation":
                last = self.tree.within(mention)[-1]
                party = self._lemma(last) in _PARTIES or (last + 1 < high and self._lemma(last + 1) in _PARTIES)
                body = self.names.entity(self.names.head_of(index))
                if party and body is not None:
                    yield from self._member("member-party", inside, body, inside[0], last + 1)
                return

    def _body(self, index: int) -> Entity | None:
        mention = self.names.mention_at(index)
        if mention is not None and mention.type != "organisation":
            return None
        if mention is None and not words().has("bodies", self._lemma(index)):
            return None
        found = self.names.entity(self.names.head_of(index))
        if found is None or found.type not in {"organisation", "group", "thing"} or found.how == "pronoun":
            return None
        return found

    def _member(self, rule: str, inside: list[int], body: Entity, first: int, last: int) -> Iterator[Proposal]:
        person = self.names.entity(self.tree.top(inside))
        if person is not None and person.type == "person":
            yield self._proposal(rule, person, "member", body, inside[-1], first, last)

    def _proposal(
        self, rule: str, subject: Entity, relation: str, owner: Entity, mark: int, first: int, last: int
    ) -> Proposal:
        tokens = self.tree.tokens
        cells = {
            "subject": Cell(subject.value, subject.span),
            "relation": Cell(relation, Span(tokens[mark].start, tokens[mark].end)),
            "object": Cell(owner.value, owner.span),
        }
        evidence = Span(tokens[first].start, tokens[last - 1].end)
        return Proposal("affiliations", f"affiliations.{rule}", evidence, cells, background=True)

    def _low(self, index: int) -> str:
        return self.tree.tokens[index].text.lower()

    def _lemma(self, index: int) -> str:
        return self.tree.tokens[index].lemma.lower()


_KINDS: Final = frozenset(
    """shipbuilder manufacturer maker exporter trader arsenal shipyard yard television tv radio newspaper daily weekly
    news broadcaster channel airline producer monopoly giant utility enterprise factory plant""".split()
)
