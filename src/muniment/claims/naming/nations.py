"""Which country a phrase belongs to: where a place lies, and which state somebody acts for. Pure."""

from __future__ import annotations

import re
from typing import Final

from muniment.claims.naming.entity import Entity
from muniment.claims.offices.titles import words
from muniment.claims.phrases import entity_for
from muniment.claims.reading import Reading
from muniment.schema.span import Span
from muniment.vocabulary.cities import land_of
from muniment.vocabulary.countries import capital, country
from muniment.vocabulary.reference import reference

# "MANILA, April 19 - ": capitals at the head of a line, then a dash.
_DATELINE: Final = re.compile(
    r"^[ \t]*(?P<city>[A-Z][A-Z .'’-]{1,30}[A-Z])(?:[,(/][^\n]{0,60}?)? ?(?:--|[-–—])\s", re.MULTILINE
)

# Characters that headline and first paragraph take.
_LEAD: Final = 400
_AT: Final = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$")


def land(reading: Reading, head: int, depth: int = 0) -> Entity | None:
    """The country that a place phrase lies in ("Kigali", "a camp in Chad", "the Kenyan port of Lamu"), None where the
    words and the vocabulary do not say."""
    tree = reading.tree
    if tree.tokens[head].text.lower() in {"here", "there"}:
        return _dateline(reading, head) if tree.tokens[head].text.lower() == "here" else None
    entity = reading.names.entity(head)
    if entity is None or entity.type in {"person", "pronoun", "organisation"}:
        return None
    known = reading.lands.get(entity.value) or getattr(land_of(entity.value), "name", None)
    if entity.type == "country" and known is None:
        return entity
    nation = reading.names.nation_of(head) or known
    if nation is not None:
        return Entity(nation, "country", entity.span, head, "demonym")
    if depth < 2:
        for child in tree.kids(head, "nmod", "appos", "flat", "list"):
            if tree.case(child) in {"in", "of", ""}:
                found = land(reading, child, depth + 1)
                if found is not None:
                    return found
    return None


def party(reading: Reading, head: int) -> Entity | None:
    """Who is bound by what the phrase does: for somebody who acts for a state ("Kenyan officials", its president by
    name), the state; else whom the phrase names."""
    entity = entity_for(reading, head)
    if entity is None or entity.span.of(reading.text).lower() in reference().pacts:
        return None
    lemma = reading.tree.tokens[head].lemma.lower()
    if entity.type == "person":
        home = reading.homes.get(entity.value)
        if home is None and (entity.how == "phrase" or lemma in reference().relations):
            home = reading.names.nation_of(head)  # "the Kenyan minister", "his Kenyan counterpart X"
        return Entity(home, "country", entity.span, head, "post") if home else entity
    if entity.how == "phrase" and words().has("delegates", lemma):
        nation = reading.names.nation_of(head)
        if nation is not None:
            return Entity(nation, "country", entity.span, head, "government")
    return entity


def acting(reading: Reading, entity: Entity) -> Entity:
    """The state that somebody with an office of state acts for; anybody else as they are."""
    home = reading.homes.get(entity.value) if entity.type == "person" else None
    return entity if home is None else Entity(home, "country", entity.span, entity.head, "post")


def parties(reading: Reading, head: int) -> tuple[Entity, ...]:
    """All who are bound by what the phrase does: both states of "Kenyan and Chadian officials"."""
    one = party(reading, head)
    if one is None or one.how != "government":
        return () if one is None else (one,)
    tree = reading.tree
    of = [kid for kid in tree.kids(head, "nmod") if tree.case(kid) in {"of", "from"}]
    joined = [each for kid in (*tree.kids(head, "amod", "compound"), *of) for each in tree.conjuncts(kid)]
    found = (reading.names.named(each) for each in joined)
    nations = {nation.value: nation for nation in found if nation is not None and nation.type == "country"}
    if len(nations) < 2:
        return (one,)
    return tuple(Entity(name, "country", nation.span, head, "government") for name, nation in nations.items())


_BY_NATION: Final = frozenset({"named", "demonym", "capital", "acronym"})


def shared(reading: Reading, head: int) -> tuple[Entity, ...]:
    """The groups of a phrase that two nations share: "Zambian and Kenyan officials" are Zambian and Kenyan ones."""
    tree = reading.tree
    for kid in tree.kids(head, "amod", "compound"):
        joined = [each for each in tree.conjuncts(kid) if each < head]
        named = [reading.names.named(each) for each in joined]
        if len(joined) < 2 or any(entity is None or entity.how not in _BY_NATION for entity in named):
            continue
        rest = " ".join(token.text for token in tree.tokens[max(joined) + 1 : head + 1])
        span = tree.span([*joined, head])
        return tuple(Entity(f"{tree.tokens[each].text} {rest}", "group", span, head, "phrase") for each in joined)
    return ()


def town(reading: Reading, head: int) -> Entity | None:
    """The city that "here" is: the one that the story was written in."""
    city = scene(reading) if reading.tree.tokens[head].text.lower() == "here" else ""
    token = reading.tree.tokens[head]
    return Entity(city, "place", Span(token.start, token.end), head, "dateline") if city else None


def scene(reading: Reading) -> str:
    """The city of the dateline; where there is none, the only place that headline and lead say that something was in;
    "" where they leave it open."""
    found = _DATELINE.search(reading.text, 0, 1200)
    if found is not None:
        return found["city"].title()
    lead = [mention for mention in reading.mentions if mention.type == "place" and mention.end <= _LEAD]
    told = {reading.text[m.start : m.end] for m in lead if _AT.search(reading.text, max(0, m.start - 12), m.start)}
    return told.pop() if len(told) == 1 else ""


def _dateline(reading: Reading, head: int) -> Entity | None:
    """The country of the city that the story was written in."""
    city = town(reading, head)
    nation = None if city is None else country(city.value) or capital(city.value) or land_of(city.value)
    return None if city is None or nation is None else Entity(nation.name, "country", city.span, head, "dateline")
