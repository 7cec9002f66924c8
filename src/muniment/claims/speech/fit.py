"""Who may speak, and whose words are a position: people, bodies and groups do; figures, laws and press reports do
not."""

from __future__ import annotations

from muniment.claims.naming.entity import Entity
from muniment.claims.reading import Reading
from muniment.claims.speech.draft import Draft
from muniment.claims.speech.outlets import is_outlet
from muniment.claims.speech.words import words
from muniment.text.date_words import WEEKDAYS

_NAMED = frozenset({"person", "organisation", "country"})


def may_speak(speaker: Entity, draft: Draft, nested: bool) -> bool:
    """True where the phrase can be the speaker of the draft. Inside a quotation (`nested`) only names are trusted:
    there
    "they" and "the group" reach beyond what was quoted."""
    if nested:
        return speaker.type in _NAMED and speaker.how not in {"phrase", "pronoun"}
    if draft.rule == "headline":
        return _heads_story(speaker, draft)
    return not _is_thing(speaker, draft.stance or draft.rule == "think")


def is_position(reading: Reading, speaker: Entity, draft: Draft, form: str) -> bool:
    """False for outlets and press reports, which pass facts on unless their own words are quoted or they take a stance
    themselves ("the agency denied"), and for writings that something is merely according to."""
    if is_outlet(reading, speaker):
        return form == "direct" or draft.stance
    if speaker.how != "phrase":
        return True
    nouns = _nouns(speaker)
    known = words()
    if nouns & known.press:
        return False
    return draft.rule != "according" or not nouns & (known.writings | known.records | known.rules)


def _heads_story(speaker: Entity, draft: Draft) -> bool:
    """Who may stand beside a headline's colon: a country before it is rather the topic ("Libya: who holds what")."""
    if speaker.type == "country":
        return draft.content.end <= speaker.span.start
    return speaker.type in {"person", "organisation", "group"}


def _is_thing(speaker: Entity, stance: bool) -> bool:
    """A phrase that cannot speak. Whatever says something may ("the firm said"), but figures and the like do not; a
    stance takes people and bodies."""
    if speaker.value.lower() in WEEKDAYS:
        return True
    if speaker.type not in {"thing", "place"} or speaker.how != "phrase":
        return False
    nouns = _nouns(speaker)
    if nouns & words().records:
        return True
    return stance and not nouns & words().bodies


def _nouns(speaker: Entity) -> set[str]:
    """The phrase's last word of its first part, as written and in the singular ("companies": "company")."""
    parts = speaker.value.lower().split()
    cut = next(
        (place for place, word in enumerate(parts) if place and word in {"of", "for", "in", "from", "at"}), len(parts)
    )
    noun = parts[cut - 1] if parts else ""
    return {noun, noun.removesuffix("s"), noun.removesuffix("ies") + "y"}
