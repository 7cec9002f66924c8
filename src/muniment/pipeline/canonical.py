"""One key for all names of one thing, as far as data can tell: what the ledger is handed to compare names with."""

from __future__ import annotations

from muniment.ledger.identity import fold
from muniment.vocabulary.countries import country
from muniment.vocabulary.organisations import organisation


def canonical(name: str) -> str:
    """The key of a name: that of its country or listed organisation where it is a name of one, else its own.

    Capitals and peoples are not followed: whether "Moscow" is a government is for who read the sentence.
    """
    plain = name.strip().removesuffix("’s").removesuffix("'s")
    listed = country(plain) or organisation(plain)
    return fold(listed.name if listed else name)
