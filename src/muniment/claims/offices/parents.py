"""Bodies of a body, as the words around a name say it: "the Red Group's Blue Unit", "Y, a UN agency", "the Red Group
watchdog Y". Read off the run of words; being part of a body said in clauses is frames. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from muniment.claims.naming.entity import Entity
from muniment.claims.offices.titles import words
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span

_POSSESSIVES: Final = frozenset({"'s", "’s", "'", "’"})
_OPEN: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PUNCT"})
_STOPS: Final = frozenset({",", ".", ";", ":", "(", ")", '"', "“", "”", "--", "–", "—"})
_ARTICLES: Final = frozenset({"a", "an", "the"})
# Nouns that make what bears a name a part of whom they are said of: bodies, and ships of a navy.
_PARTS: Final = frozenset(
    """body arm wing branch organ watchdog subsidiary affiliate taskforce task-force destroyer frigate carrier cruiser
    warship submarine ship""".split()
)
_NOT_PARTS: Final = frozenset({"party", "movement", "ally", "partner", "rival", "member", "group", "company", "firm"})


def parents(reading: Reading) -> Iterator[Proposal]:
    """Proposals for the affiliations register: a body named as part of another."""
    said: set[tuple[str, str]] = set()
    for mention in reading.mentions:
        if mention.type != "organisation":
            continue
        inside = reading.tree.within(mention)
        for proposal in _of(reading, inside) if inside else ():
            key = (str(proposal.cells["subject"].value), str(proposal.cells["object"].value))
            if key not in said and key[0] != key[1]:
                said.add(key)
                yield proposal


def _of(reading: Reading, inside: list[int]) -> Iterator[Proposal]:
    sentence = reading.tree.sentences[reading.tree.sentence_of[inside[0]]]
    before = _before(reading, inside[0], sentence.first)
    if before is not None and (_is_part(reading, inside[-1]) or reading.tree.tokens[inside[0] - 1].upos == "NOUN"):
        yield from _proposal(reading, inside, before, "part-before")
    else:
        yield from _described(reading, inside, sentence.last)


def _before(reading: Reading, first: int, low: int) -> Entity | None:
    """The body before the name: its possessor ("Z's Y"), or what a noun for a part goes with ("the Z watchdog Y")."""
    tree = reading.tree
    index = first - 1
    while index > low and reading.names.mention_at(index) is None and _is_open(reading, index):
        index -= 1
    owner = _organisation(reading, index if tree.tokens[index].text not in _POSSESSIVES else index - 1)
    if index < low or owner is None:
        return None
    if tree.tokens[index].text in _POSSESSIVES:
        return owner
    return owner if index < first - 1 and _is_part(reading, first - 1) else None


def _described(reading: Reading, inside: list[int], high: int) -> Iterator[Proposal]:
    """ "Y, a Z agency", "Y (ABC), the Z's monitoring body"."""
    tree = reading.tree
    index = inside[-1] + 1
    if index + 2 < high and tree.tokens[index].text == "(" and tree.tokens[index + 2].text == ")":
        index += 3
    if index + 2 >= high or tree.tokens[index].text != "," or tree.tokens[index + 1].text.lower() not in _ARTICLES:
        return
    owner = _organisation(reading, index + 2)
    if owner is None:
        return
    own = max(tree.within(owner.span))
    last = own + 1
    while last < high and (_is_open(reading, last) or tree.tokens[last].text in _POSSESSIVES):
        last += 1
    closed = last >= high or tree.tokens[last].text in {",", ".", ")", ";"}
    if closed and _is_part(reading, last - 1) and last - 1 > own:
        yield from _proposal(reading, inside, owner, "part-behind")


def _is_open(reading: Reading, index: int) -> bool:
    token = reading.tree.tokens[index]
    return token.upos in _OPEN and token.text not in _STOPS and token.text not in _POSSESSIVES


def _is_part(reading: Reading, index: int) -> bool:
    lemma = reading.tree.tokens[index].lemma.lower()
    return (words().has("bodies", lemma) or lemma in _PARTS) and lemma not in _NOT_PARTS


def _organisation(reading: Reading, index: int) -> Entity | None:
    """The organisation whose name covers a token; no outlet's or person's."""
    mention = reading.names.mention_at(index) if index >= 0 else None
    if mention is None or mention.type != "organisation" or " of " in reading.text[mention.start : mention.end]:
        return None
    found = reading.names.entity(reading.names.head_of(index))
    return found if found is not None and found.type == "organisation" else None


def _proposal(reading: Reading, inside: list[int], owner: Entity, rule: str) -> Iterator[Proposal]:
    body = reading.names.entity(reading.tree.top(inside))
    if body is None or body.type != "organisation" or body.value == owner.value:
        return
    cells = {
        "subject": Cell(body.value, body.span),
        "relation": Cell("part of", body.span),
        "object": Cell(owner.value, owner.span),
    }
    evidence = Span(min(body.span.start, owner.span.start), max(body.span.end, owner.span.end))
    yield Proposal("affiliations", f"affiliations.{rule}", evidence, cells, background=True)
