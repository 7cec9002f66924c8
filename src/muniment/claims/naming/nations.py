"""Which country a phrase belongs to: where a place lies, and which state somebody acts for. Pure."""

from __future__ import annotations

import re
from typing import Final

from muniment.claims.naming.entity import Entity
from muniment.claims.offices.titles import words
from muniment.claims.phrases import entity_for
from muniment.claims.reading import Reading
from muniment.schema.span import Span
from muniment.vocabulary.countries import capital, country

# "MANILA, April 19 - ": capitals at the head of a line, then a dash.
_DATELINE: Final = re.compile(
    r"^[ \t]*(?P<city>[A-Z][A-Z .'’-]{1,30}[A-Z])(?:[,(/][^\n]{0,60}?)? ?(?:--|[-–—])\s", re.MULTILINE
)


def land(reading: Reading, head: int, depth: int = 0) -> Entity | None:
    """The country that a place phrase lies in ("Kigali", "a camp in Chad", "the Kenyan port of Lamu"), None where the
    words and the vocabulary do not say."""
    tree = reading.tree
    if tree.tokens[head].text.lower() in {"here", "there"}:
        return _dateline(reading, head) if tree.tokens[head].text.lower() == "here" else None
    entity = reading.names.entity(head)
    if entity is None or entity.type in {"person", "pronoun", "organisation"}:
        return None
    if entity.type == "country":
        return entity
    nation = reading.names.nation_of(head)
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
    if entity is None:
        return None
    if entity.type == "person":
        home = reading.homes.get(entity.value)
        return Entity(home, "country", entity.span, head, "post") if home else entity
    lemma = reading.tree.tokens[head].lemma.lower()
    if entity.how == "phrase" and words().has("delegates", lemma):
        nation = reading.names.nation_of(head)
        if nation is not None:
            return Entity(nation, "country", entity.span, head, "government")
    return entity


def _dateline(reading: Reading, head: int) -> Entity | None:
    """The country of the city that the story was written in."""
    found = _DATELINE.search(reading.text, 0, 1200)
    if found is None:
        return None
    city = found["city"].title()
    nation = country(city) or capital(city)
    token = reading.tree.tokens[head]
    return None if nation is None else Entity(nation.name, "country", Span(token.start, token.end), head, "dateline")
