"""Senses joined to entities, one edge at a time, where nothing forbids it.

The result depends on the set of edges, not on the order in which they are found: edges are taken by stage, then best
score first, then by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from muniment.ledger.identity.persons import clash
from muniment.ledger.identity.senses import Id, Sense
from muniment.schema.entity import EntityKind, Feature

# Two names are one entity from this sum of features on. The scores are written so that it is 1.
THRESHOLD: Final = 1.0
# Features that outweigh a difference of countries: an ambassador is of two, a decision of a person is final.
BINDING: Final = frozenset(
    {
        "judged the same",
        "shared post",
        "short name in the document",
        "acronym in the document",
        "best-known bearer has the post",
    }
)
_MOST_FORMS: Final = 24  # forms of a person compared at a join; more are the same names again


@dataclass(frozen=True, slots=True)
class Edge:
    """Two senses that may be one, and what says so."""

    one: Id
    other: Id
    features: tuple[Feature, ...]

    @property
    def score(self) -> float:
        """The sum of the features."""
        return round(sum(feature.score for feature in self.features), 3)


@dataclass(slots=True)
class Group:
    """What the senses of one entity say together."""

    root: Id
    members: list[Id]
    kind: EntityKind
    anchor: str
    names: set[tuple[str, ...]]
    posts: set[tuple[str, str]]
    bodies: set[str]
    countries: Counter[str]
    documents: set[str]
    foes: set[Id]


class Clusters:
    """Disjoint groups of senses. `join` adds edges; `foes` are pairs that must never meet."""

    def __init__(self, senses: Mapping[Id, Sense]) -> None:
        self._of: dict[Id, Group] = {id: _alone(sense) for id, sense in senses.items()}
        self.joined: list[Edge] = []

    def group(self, id: Id) -> Group:
        """The group of a sense."""
        return self._of[id]

    def groups(self) -> list[Group]:
        """All groups, by their first member."""
        return [group for id, group in self._of.items() if group.root == id]

    def part(self, one: Id, other: Id) -> bool:
        """Forbids two senses ever to meet; False where they already have."""
        first, second = self._of[one], self._of[other]
        if first is second:
            return False
        first.foes.add(second.root)
        second.foes.add(first.root)
        return True

    def join(self, edges: Iterable[Edge]) -> None:
        """Joins what the edges of one stage say is one, where nothing forbids it."""
        enough = ((-edge.score, edge.one, edge.other, edge) for edge in edges if edge.score >= THRESHOLD)
        for *_, edge in sorted(enough, key=itemgetter(0, 1, 2)):
            first, second = self._of[edge.one], self._of[edge.other]
            if first is second or self.objection(first, second, edge.features):
                continue
            self._unite(first, second)
            self.joined.append(edge)

    def objection(self, first: Group, second: Group, features: tuple[Feature, ...] = ()) -> str:
        """Why two groups must not be one; "" where nothing speaks against it."""
        if second.root in first.foes:
            return "told apart"
        if any(feature.name == "judged the same" for feature in features):
            return ""
        if first.anchor and second.anchor and first.anchor != second.anchor:
            return "two known names"
        if first.kind != second.kind and "other" not in (first.kind, second.kind):
            return f"{first.kind} and {second.kind}"
        if self._differ(first, second, features):
            return "different countries"
        names = ((one, two) for one in sorted(first.names) for two in sorted(second.names))
        return "names that cannot be one person's" if any(clash(one, two) for one, two in names) else ""

    @staticmethod
    def _differ(first: Group, second: Group, features: tuple[Feature, ...]) -> bool:
        if any(feature.name in BINDING for feature in features):
            return False
        return bool(first.countries and second.countries) and not first.countries.keys() & second.countries.keys()

    def _unite(self, first: Group, second: Group) -> None:
        keep, gone = (first, second) if len(first.members) >= len(second.members) else (second, first)
        for id in gone.members:
            self._of[id] = keep
        for foe in gone.foes:
            rival = self._of[foe]
            rival.foes.discard(gone.root)
            rival.foes.add(keep.root)
            keep.foes.add(rival.root)
        keep.members.extend(gone.members)
        keep.kind = gone.kind if keep.kind == "other" else keep.kind
        keep.anchor = keep.anchor or gone.anchor
        keep.names = set(sorted(keep.names | gone.names)[:_MOST_FORMS])
        keep.posts |= gone.posts
        keep.bodies |= gone.bodies
        keep.countries.update(gone.countries)
        keep.documents |= gone.documents


def _alone(sense: Sense) -> Group:
    kind = sense.kind
    anchor = sense.id.key if sense.id.key.startswith("=") else ""
    full = kind == "person" and len(sense.form.words) > 1
    return Group(
        root=sense.id,
        members=[sense.id],
        kind=kind,
        anchor=anchor,
        names={sense.form.words} if full else set(),
        posts=set(sense.posts),
        bodies=set(sense.bodies),
        countries=Counter(sense.countries),
        documents=set(sense.documents),
        foes=set(),
    )
