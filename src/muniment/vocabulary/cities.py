"""Which country a well-known city or region lies in. Data: cities.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from muniment.errors import VocabularyError
from muniment.vocabulary.countries import Country, country
from muniment.vocabulary.load import read_yaml, require

_FILE: Final = "cities.yaml"


def land_of(place: str) -> Country | None:
    """The country of a place by its name ("Geneva" → Switzerland); None for places that the list does not have."""
    return _table().get(" ".join(place.replace("’", "'").split()))


@cache
def _table() -> Mapping[str, Country]:
    data = read_yaml(_FILE)
    require(data, ("places",), _FILE)
    table: dict[str, Country] = {}
    for line in filter(str.strip, str(data["places"]).splitlines()):
        name, _, places = line.partition(";")
        found = country(name.strip())
        if found is None:
            raise VocabularyError(f"{_FILE}: no such country: {name.strip()!r}", "Write it as countries.yaml does.")
        for place in filter(None, map(str.strip, places.split(","))):
            if place in table:
                raise VocabularyError(f"{_FILE}: {place!r} stands there twice", "Leave out what two countries share.")
            table[place] = found
    return MappingProxyType(table)
