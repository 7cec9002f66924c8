"""What people decided about names: which are one entity and which are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from muniment.ledger.identity.clusters import Clusters, Edge
from muniment.ledger.identity.senses import Id, Sense, id_of
from muniment.ledger.identity.wording import name_key
from muniment.schema.entity import Feature
from muniment.schema.judgement import Judgement, Name, OfNames

_JUDGED: Final = (Feature("judged the same", "", 2.0),)


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A name as a judgement holds on to it: the folded name, and a document's id where only that bearer is meant."""

    key: str
    document: str = ""
    written: str = field(default="", compare=False)

    @classmethod
    def to(cls, name: Name) -> Reference:
        """What a judged name refers to."""
        return cls(name_key(name.name), name.document, name.name)

    def fits(self, document: str) -> bool:
        """True where this means the bearer of the name in a document."""
        return self.document in ("", document)


class Decisions:
    """What judgements say about names: of one pair the latest. Judgements about anything else are passed over."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        latest: dict[frozenset[Reference], tuple[str, Reference, Reference]] = {}
        for judgement in judgements:
            if not isinstance(judgement.subject, OfNames):
                continue
            for one, other in combinations(map(Reference.to, judgement.subject.names), 2):
                pair = frozenset((one, other))
                latest.pop(pair, None)
                latest[pair] = (judgement.verdict, one, other)
        stands = list(reversed(latest.values()))
        self._same = [(one, other) for verdict, one, other in stands if verdict == "same"]
        self._different = [(one, other) for verdict, one, other in stands if verdict == "different"]
        self._own: dict[str, list[Reference]] = defaultdict(list)
        for one, other in self._different:
            self._keep_apart(one, other)

    def id_of(self, name: str, document: str = "", cell: str = "") -> Id:
        """The id of a name; one that was told from what the vocabulary takes it for has an id of its own."""
        if self._own:
            key = name_key(name)
            for own in self._own.get(key, ()):
                if own.fits(document):
                    return Id(f"!{key}", own.document)
        return id_of(name, document, cell)

    def carry_out(self, clusters: Clusters, senses: Mapping[Id, Sense]) -> None:
        """Forbids and joins as decided, the latest first; what is different stays so whatever is the same as either."""
        if not self._same and not self._different:
            return
        named: dict[str, list[Sense]] = defaultdict(list)
        for sense in senses.values():
            for key in {name_key(surface) for surface in sense.surfaces}:
                named[key].append(sense)
        for one, other in self._different:
            for left in _meant(one, named):
                for right in _meant(other, named):
                    clusters.part(left, right)
        for one, other in self._same:
            ids = [*_meant(one, named), *_meant(other, named)]
            for id in ids[1:]:
                clusters.join([Edge(ids[0], id, _JUDGED)])

    def _keep_apart(self, one: Reference, other: Reference) -> None:
        """Gives names that the ledger itself would never tell apart ids of their own."""
        if id_of(one.written, one.document, "") != id_of(other.written, other.document, ""):
            return
        if one.key == other.key:
            self._own[one.key].extend(ref for ref in (one, other) if ref.document)
        else:
            self._own[other.key].append(other)


def _meant(reference: Reference, named: Mapping[str, list[Sense]]) -> list[Id]:
    senses = named.get(reference.key, ())
    return [sense.id for sense in senses if any(map(reference.fits, sense.documents))]
