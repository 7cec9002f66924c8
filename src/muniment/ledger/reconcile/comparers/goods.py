"""What was supplied, as far as records need to know: which goods nobody specifies, and where items can meet."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from muniment.ledger.identity.items import goods_of
from muniment.ledger.reconcile.comparers.words import content
from muniment.text.tokens import word_set
from muniment.vocabulary.countries import find_countries
from muniment.vocabulary.goods import above, class_of_designation

# Goods that are not said: "arms", "military hardware", "a wide array of weapons and equipment".
_UNSPECIFIC: Final = word_set(
    """arm weapon weaponry armament equipment hardware materiel material gear supply supplies kit stock good item
    sale delivery shipment transfer export import support aid assistance help supplier all future further more new used
    secondhand second hand military army defence lethal modern advanced sophisticated heavy light deadly war wide array
    range variety amount large huge quantity number lot various other several many some much any kind sort type old
    conventional product additional hundred thousand ton tonne million dollar worth"""
)
_NAMING: Final = word_set("arm weapon weaponry armament equipment hardware materiel gear good product sale supplier")


@lru_cache(maxsize=65_536)
def is_unspecific(item: str) -> bool:
    """True where nobody says which goods: "arms", "Russian military equipment"."""
    plain = item
    for mention in reversed(find_countries(item)):
        plain = plain[: mention.start] + plain[mention.end :]
    words = content(plain)
    return words <= _UNSPECIFIC and bool(words & _NAMING)


def is_designated(item: str) -> bool:
    """True where a type is named: "Su-30 fighters", "Leopard tanks"; not "Russian jets"."""
    goods = goods_of(item)
    return bool(goods.models or goods.names)


def used(item: str) -> bool:
    """True for goods that had another owner."""
    return "used" in goods_of(item).batches


@lru_cache(maxsize=65_536)
def goods_tokens(item: str) -> tuple[str, ...]:
    """Where an item can meet others: its models, its classes with all that they are kinds of, what is done with it; of
    what has no class its words."""
    goods = goods_of(item)
    models = {model for model, _ in goods.models}
    classes = goods.classes | {name for model in models if (name := class_of_designation(model))}
    tokens = models | goods.names | classes | {upper for name in classes for upper in above(name)} | goods.roles
    return tuple(sorted(tokens if classes else tokens | goods.words | goods.origins or content(item)))
