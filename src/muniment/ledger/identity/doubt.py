"""Pairs of spellings that are nearly one entity: what to ask a person about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from muniment.ledger.identity.clusters import THRESHOLD, Clusters, Edge
from muniment.ledger.identity.context import Context
from muniment.ledger.identity.senses import Id, Sense
from muniment.ledger.identity.variants import edges_between
from muniment.schema.entity import Reason


def nearly(senses: Mapping[Id, Sense], clusters: Clusters, context: Context, least: float) -> tuple[Reason, ...]:
    """The pairs that are not one, score at least `least`, and that nothing forbids; best first, each pair once.

    `clusters` are as they are after everything was joined.
    """
    found: dict[tuple[str, str], Reason] = {}
    for edge in sorted(_open(senses, clusters, context, least), key=lambda edge: (-edge.score, edge.one, edge.other)):
        one, other = (_commonest(senses[id]) for id in (edge.one, edge.other))
        if one != other:
            found.setdefault((one, other) if one < other else (other, one), Reason(one, other, edge.features))
    return tuple(found.values())


def _commonest(sense: Sense) -> str:
    return min(sense.surfaces, key=lambda spelling: (-sense.surfaces[spelling], spelling))


def _open(senses: Mapping[Id, Sense], clusters: Clusters, context: Context, least: float) -> Iterator[Edge]:
    for edge in edges_between(senses, clusters, context):
        first, second = clusters.group(edge.one), clusters.group(edge.other)
        near = least <= edge.score < THRESHOLD and first is not second
        if near and not clusters.objection(first, second, edge.features):
            yield edge
