"""News outlets: who passes words on without taking a position, and whether it is the document's own publisher."""

from __future__ import annotations

from muniment.claims.naming.entity import Entity
from muniment.claims.reading import Reading
from muniment.claims.speech.words import words
from muniment.vocabulary.organisations import organisation, outlet

_FOLDED = str.maketrans("", "", ".'’\"“”")

# Nouns for outlets and for much else: a news agency, an intelligence agency.
_SHARED = frozenset({"agency", "network", "station", "post"})


def is_outlet(reading: Reading, entity: Entity) -> bool:
    """True for a newspaper, broadcaster or agency: listed, or by the words of its name or beside it ("the daily X")."""
    if entity.type in {"person", "country", "pronoun"}:
        return False
    if outlet(entity.value) is not None:
        return True
    if organisation(entity.value) is not None:
        return False
    if entity.how != "pronoun" and entity.head >= 0 and entity.type == "organisation":
        tree = reading.tree
        near = [*tree.kids(entity.head, "compound", "appos", "nmod:desc", "flat"), tree.tokens[entity.head].head]
        if any(index >= 0 and tree.tokens[index].text.lower() in words().outlets for index in near):
            return True
    parts = entity.value.lower().translate(_FOLDED).replace("-", " ").split()
    if parts[-1] in _SHARED and len(parts) > 1:
        return parts[-2] in words().outlets or outlet(entity.value.rpartition(" ")[0]) is not None
    reach = 1 if entity.how == "phrase" else 2
    return any(part in words().outlets for part in parts[-reach:])


def is_publisher(reading: Reading, entity: Entity) -> bool:
    """True where an outlet is the one that published the document ("told AFP" in an AFP story)."""
    publisher = reading.document.publisher.lower().translate(_FOLDED)
    name = entity.value.lower().translate(_FOLDED)
    if not publisher:
        return False
    initials = "".join(part[0] for part in name.split() if part[0].isalpha())
    return publisher in name or name in publisher or initials == publisher
