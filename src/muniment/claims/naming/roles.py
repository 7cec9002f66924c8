"""Whether a single noun names an office or a group of people; what the vocabulary says of it, remembered."""

from __future__ import annotations

from functools import cache

from muniment.vocabulary.people import actor, population, source
from muniment.vocabulary.titles import title_kind


@cache
def is_title(noun: str) -> bool:
    """True for an office, rank or role ("minister", "spokeswoman", "general"); lower case, singular or plural."""
    return title_kind(noun) is not None


@cache
def is_group(noun: str) -> bool:
    """True for people who act, suffer or speak without a name ("army", "villagers", "analysts"); lower case."""
    return actor(noun) is not None or population(noun) is not None or source(noun) is not None
