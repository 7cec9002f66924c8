"""Which countries and bodies stand behind a name: a minister's country, a subsidiary's parent, an envoy's nation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeAlias

from muniment.schema.record import Record
from muniment.vocabulary.countries import find_countries

# (name, id of the document that gives it, cell) to the key of its entity.
Key: TypeAlias = Callable[[str, str, str], str]
Side: TypeAlias = str

_SPEAKS_FOR: Final = frozenset({"post", "member", "subsidiary", "part of"})
_DEEP: Final = 3  # a minister of a government of a country; longer chains say little of who acts


class Sides:
    """The sides behind the names of records, by what the affiliations among them say."""

    def __init__(self, records: Iterable[Record], document_of: Mapping[str, str], key: Key) -> None:
        """`document_of` gives the document (id) of each claim."""
        self._key, self._document_of = key, document_of
        self._above: dict[Side, dict[Side, str]] = {}  # member to body, with the words for it
        for record in records:
            if record.register == "affiliations" and record.cells.get("relation") in _SPEAKS_FOR:
                above = self._above.setdefault(self.of(record, "subject"), {})
                body, words = self.of(record, "object"), affiliation(record)
                above[body] = min(above.get(body, words), words)

    def of(self, record: Record, cell: str) -> Side:
        """The key of the name in a cell, "" where there is none."""
        value = record.cells.get(cell)
        return self._key(value, self._document(record), cell) if isinstance(value, str) else ""

    def each(self, record: Record, cell: str) -> tuple[Side, ...]:
        """The keys of the names in a cell that holds several."""
        value = record.cells.get(cell, ())
        names = (value,) if isinstance(value, str) else value
        assert isinstance(names, tuple)
        return tuple(self._key(name, self._document(record), cell) for name in names)

    def behind(self, record: Record, cell: str) -> dict[Side, str]:
        """The sides behind the name in a cell, each with how it is known; the name's own key comes first."""
        value = record.cells.get(cell)
        if not isinstance(value, str):
            return {}
        found = {self.of(record, cell): value}
        for mention in find_countries(value):  # "a Ghanaian delegation"
            found.setdefault(self._key(mention.country.name, self._document(record), cell), f"“{value}”")
        ring = set(found)
        for _ in range(_DEEP):
            above = {key: why for side in sorted(ring) for key, why in self._above.get(side, {}).items()}
            ring = set(above) - set(found)
            found.update((key, above[key]) for key in sorted(ring))
        return found

    def _document(self, record: Record) -> str:
        return self._document_of.get(record.claims[0], "")


def affiliation(record: Record) -> str:
    """An affiliation in a few words: "Ama Boateng: defence minister, Ghana"."""
    cells = record.cells
    return f"{cells.get('subject', '')}: {cells.get('post') or cells.get('relation')}, {cells.get('object', '')}"
