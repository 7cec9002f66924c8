"""Phrases that name arms only because the text around them speaks of arms: "14 Ocelots", "the launchers"."""

from __future__ import annotations

import re
from typing import Final

from muniment.claims.clauses.predicates import Predicate
from muniment.claims.phrases import HARDWARE
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.vocabulary.countries import demonym

# So many weapons named make a text one about arms, in which a counted model is one of them.
_ENOUGH: Final = 3
_NAMED: Final = frozenset({"person", "country", "nationality"})
# Kinds of carriers of arms, military where the text is about arms and they have a maker's name.
_CRAFT: Final = HARDWARE | frozenset(
    """jet trainer tank gun howitzer missile rocket helicopter drone frigate corvette submarine cutter tanker
    transporter loader radio radar mortar bomb shell rifle""".split()
)
_SALES: Final = frozenset("sale export delivery shipment supply transfer licence license permit".split())
_POINTS_BACK: Final = re.compile(
    r"\b(?:the|these|those|both|all|its|their|such|more|further|other|another|additional|remaining|(?:first|second|third|last))"
    r"\s+(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


def is_about_arms(reading: Reading) -> bool:
    """True for a text that names several weapons."""
    return len(reading.weapons) >= _ENOUGH


def is_model(reading: Reading, head: int) -> bool:
    """True where a phrase counts things by a maker's name: "14 Ocelots", "six Ibex vehicles"."""
    tree = reading.tree
    token = tree.tokens[head]
    if tree.kid(head, "nummod") is None:
        return False
    if token.upos == "PROPN":
        return token.text[-1:] == "s" and not _is_somebody(reading, head) and not demonym(token.text)
    if token.upos != "NOUN" or token.lemma.lower() not in _CRAFT:
        return False
    makers = [kid for kid in tree.kids(head, "compound", "flat", "amod") if tree.tokens[kid].upos == "PROPN"]
    return bool(makers)


def _is_somebody(reading: Reading, head: int) -> bool:
    mention = reading.names.mention_at(head)
    return mention is not None and mention.type in _NAMED


def points_back(reading: Reading, cell: Cell) -> bool:
    """True where a phrase stands for something named before: "the launchers", "two further boats"."""
    if cell.span is None:
        return False
    line = reading.text[max(0, cell.span.start - 40) : cell.span.start]
    return bool(_POINTS_BACK.search(line) or _POINTS_BACK.match(f"{cell.value} "))


def sells_unnamed(reading: Reading, predicate: Predicate) -> bool:
    """True for sales, deliveries or permits of nothing that is named, in a text about arms: "halted all sales"."""
    told = any(predicate.get(function) for function in ("of", "compound"))
    return predicate.pos == "noun" and predicate.lemma in _SALES and not told and is_about_arms(reading)
