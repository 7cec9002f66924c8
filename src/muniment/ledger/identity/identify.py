"""From names in claims to entities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from muniment.ledger.identity.across import bare, tied, untied
from muniment.ledger.identity.clusters import Clusters
from muniment.ledger.identity.context import Context
from muniment.ledger.identity.entities import Identity
from muniment.ledger.identity.judged import Decisions
from muniment.ledger.identity.senses import gather
from muniment.ledger.identity.variants import edges_between
from muniment.ledger.identity.within import by_document, edges_within
from muniment.schema.claim import Claim
from muniment.schema.document import Document
from muniment.schema.judgement import Judgement

_NONE: Final[Mapping[str, Document]] = MappingProxyType({})


def identify(
    claims: Iterable[Claim], judgements: Iterable[Judgement] = (), documents: Mapping[str, Document] = _NONE
) -> Identity:
    """Whom and what the names in claims mean. Equal claims, judgements and documents give equal entities, in any order
    of claims; the order of judgements is that in which they were made.

    `documents` (by id) lend their texts, for acronyms that they spell out, and their days of publication.
    """
    decisions = Decisions(judgements)
    senses = gather(claims, decisions.id_of)
    clusters = Clusters(senses)
    used = by_document(senses)
    context = Context(senses, used, documents)
    decisions.carry_out(clusters, senses)
    for sense in senses.values():
        for other in sorted(sense.unlike):
            clusters.part(sense.id, other)
    clusters.join(edges_within(used, context.spelled_in))
    clusters.join(tied(senses, context))
    clusters.join(untied(senses, clusters, context))
    clusters.join(edges_between(senses, clusters, context))
    clusters.join(bare(senses, clusters, context))
    return Identity(senses, clusters, context, decisions)
