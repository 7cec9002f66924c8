"""Entities, looked up by name, and what made them so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from muniment.ledger.identity.clusters import Clusters, Edge, Group
from muniment.ledger.identity.context import Context
from muniment.ledger.identity.doubt import nearly
from muniment.ledger.identity.forms import form_of
from muniment.ledger.identity.judged import Decisions
from muniment.ledger.identity.senses import Id, Sense
from muniment.ledger.identity.variants import compare
from muniment.schema.entity import Entity, Feature, Reason
from muniment.text.names import fullest
from muniment.vocabulary.countries import countries

_DIGITS: Final = 8  # of a document's id, to tell namesakes apart
_BY_VOCABULARY: Final = {
    "country": "name of the country",
    "capital": "seat of the government",
    "people": "people of the country",
}


class Identity:
    """The entities of a case. Pure look-ups; everything was decided when it was made."""

    def __init__(self, senses: Mapping[Id, Sense], clusters: Clusters, context: Context, decisions: Decisions) -> None:
        self._senses, self._clusters, self._context, self._decisions = senses, clusters, context, decisions
        self._groups = {group.root: group for group in clusters.groups()}
        self._keys = self._named()
        self._roots = {key: root for root, key in self._keys.items()}
        self._everywhere: dict[str, set[str]] = defaultdict(set)
        for id in senses:
            self._everywhere[id.key].add(self._keys[clusters.group(id).root])
        self._edges: dict[Id, list[Edge]] = defaultdict(list)
        for edge in clusters.joined:
            self._edges[clusters.group(edge.one).root].append(edge)

    def key(self, name: str, document: str = "", cell: str = "") -> str:
        """The key of the entity that `name` means in a document's cell; equal keys mean one entity.

        A capital or a people means its government in the cells of those who act as a state. A name that no claim of the
        document gives means whom it means everywhere else, where that is one; else its key is that of the bare name.
        """
        id = self._decisions.id_of(name, document, cell)
        if id in self._senses:
            return self._keys[self._clusters.group(id).root]
        known = self._everywhere.get(id.key, set())
        if len(known) == 1:
            return next(iter(known))
        return _spelled("country" if _is_code(id.key) else "name", id.key.lstrip("="))

    def entity(self, key: str) -> Entity:
        """The entity of a key. Raises KeyError for a key of no entity."""
        return self._entity(key, self._groups[self._roots[key]])

    def entities(self) -> tuple[Entity, ...]:
        """Every entity, by key."""
        return tuple(self.entity(key) for key in sorted(self._roots))

    def explain(self, one: str, other: str, document: str = "", other_document: str = "") -> tuple[Feature, ...]:
        """What speaks for and against two names being one entity: each feature with what was found and its score.

        The last feature is the outcome: "one entity" or "two entities".
        """
        left, right = (
            self._sense(name, where) for name, where in ((one, document), (other, other_document or document))
        )
        if left is None or right is None:
            return (Feature("in no claim", one if left is None else other, 0.0),)
        first, second = self._clusters.group(left.id), self._clusters.group(right.id)
        if first is second:
            return (*self._path(left.id, right.id), Feature("one entity", self._keys[first.root], 0.0))
        features = list(compare(left, right, first, second, self._context))
        objection = self._clusters.objection(first, second, tuple(features))
        if objection:
            features.append(Feature(objection, f"{self._keys[first.root]} / {self._keys[second.root]}", -1.0))
        return (*features, Feature("two entities", "", 0.0))

    def nearly(self, least: float) -> tuple[Reason, ...]:
        """Pairs of spellings that score at least `least`, but not enough to be one entity; best first.

        None against which something speaks that a score does not outweigh, such as a person's word.
        """
        return nearly(self._senses, self._clusters, self._context, least)

    def _sense(self, name: str, document: str) -> Sense | None:
        id = self._decisions.id_of(name, document)
        if id in self._senses:
            return self._senses[id]
        return next((sense for other, sense in self._senses.items() if other.key == id.key and not document), None)

    def _path(self, start: Id, goal: Id) -> list[Feature]:
        """The features of the edges from one sense to another of the same entity."""
        if start == goal:
            return [_by_form(self._senses[start])]
        beside: dict[Id, list[tuple[Id, Edge]]] = defaultdict(list)
        for edge in self._edges[self._clusters.group(start).root]:
            beside[edge.one].append((edge.other, edge))
            beside[edge.other].append((edge.one, edge))
        came: dict[Id, tuple[Id, Edge] | None] = {start: None}
        queue = [start]
        for at in queue:
            for next_id, edge in beside[at]:
                if next_id not in came:
                    came[next_id] = (at, edge)
                    queue.append(next_id)
        features: list[Feature] = []
        step = came.get(goal)
        while step is not None:
            features = [*step[1].features, *features]
            step = came[step[0]]
        return features

    # -- naming ---------------------------------------------------------------------------------------------------

    def _named(self) -> dict[Id, str]:
        """A key for each group: kind and name; namesakes get the beginning of their first document's id."""
        spelled: dict[str, list[Id]] = defaultdict(list)
        for root, group in self._groups.items():
            spelled[self._plain_key(group)].append(root)
        keys: dict[Id, str] = {}
        for key, roots in spelled.items():
            for root in roots:
                alone = len(roots) == 1 and not self._is_bound(self._groups[root])
                keys[root] = key if alone else f"{key}~{min(self._groups[root].documents)[:_DIGITS]}"
        return _distinct(keys)

    def _plain_key(self, group: Group) -> str:
        if _is_code(group.anchor):
            return f"country:{group.anchor[1:]}"
        if group.anchor:
            return _spelled("organisation", group.anchor[1:])
        ids = Counter({id.key.lstrip("!"): 0 for id in group.members})
        for id in group.members:
            sense = self._senses[id]
            weight = 1_000_000 if len(sense.form.words) > 1 or sense.form.country else 1
            ids[id.key.lstrip("!")] += weight * sum(sense.surfaces.values())
        best = min(ids.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))[0]
        return _spelled(group.kind, best)

    def _is_bound(self, group: Group) -> bool:
        """True for a surname or "the Foreign Ministry" that nothing ties to another document."""
        if group.anchor or len(group.documents) > 1 or group.kind == "place":
            return False
        senses = [self._senses[id] for id in group.members]
        return all(
            sense.id.document and (len(sense.form.words) == 1 or sense.form.shape == "institution") for sense in senses
        )

    def _entity(self, key: str, group: Group) -> Entity:
        aliases: Counter[str] = Counter()
        for id in sorted(group.members):
            aliases.update(self._senses[id].surfaces)
        ordered = dict(sorted(aliases.items(), key=lambda item: (-item[1], item[0])))
        name = self._shown(group, ordered)
        country = group.anchor[1:] if _is_code(group.anchor) else _most(group.countries)
        reasons = tuple(self._reasons(group, name))
        return Entity(key, name, group.kind, country, ordered, tuple(sorted(group.documents)), reasons)

    def _shown(self, group: Group, aliases: Mapping[str, int]) -> str:
        """The country's or organisation's listed name; else the commonest of the spellings that say most."""
        if _is_code(group.anchor):
            return countries()[group.anchor[1:]].name
        full = [name for name in aliases if len(name.split()) > 1 and not form_of(name).acronym] or list(aliases)
        most = max(aliases[name] for name in full)
        return fullest(name for name in full if aliases[name] == most) or full[0]

    def _reasons(self, group: Group, name: str) -> Iterator[Reason]:
        """One reason for each alias that is not the name: the edge that brought it, or the vocabulary."""
        told: set[str] = {name}
        for edge in sorted(self._edges[group.root], key=lambda edge: (edge.one, edge.other)):
            one, other = (_commonest(self._senses[id].surfaces) for id in (edge.one, edge.other))
            for alias, to in ((one, other), (other, one)):
                if alias not in told and alias != to:
                    told.add(alias)
                    yield Reason(alias, to, edge.features)
        for id in sorted(group.members):
            sense = self._senses[id]
            for alias in sorted(sense.surfaces):
                if alias not in told:
                    told.add(alias)
                    yield Reason(alias, name, (_by_form(sense, alias),))


def _by_form(sense: Sense, alias: str = "") -> Feature:
    form = form_of(alias) if alias else sense.form
    if sense.id.key.startswith("="):
        return Feature(_BY_VOCABULARY.get(form.shape, "listed name"), sense.id.key[1:], 1.0)
    return Feature("same words", sense.form.key, 1.0)


def _commonest(surfaces: Counter[str]) -> str:
    return min(surfaces.items(), key=lambda item: (-item[1], item[0]))[0]


def _most(counts: Counter[str]) -> str:
    """The country said most often; "" where two are said as often."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else ""


def _is_code(key: str) -> bool:
    return key.startswith("=") and key[1:] in countries()


def _spelled(kind: str, name: str) -> str:
    return f"{kind}:{name}"


def _distinct(keys: Mapping[Id, str]) -> dict[Id, str]:
    """Numbers keys that are still equal: two bearers of a name in one document, told apart by a person."""
    seen: Counter[str] = Counter()
    distinct: dict[Id, str] = {}
    for root in sorted(keys):
        seen[keys[root]] += 1
        distinct[root] = keys[root] if seen[keys[root]] == 1 else f"{keys[root]}.{seen[keys[root]]}"
    return distinct
