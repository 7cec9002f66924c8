"""The ties of all records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from muniment.ledger.ties.near import nearness
from muniment.ledger.ties.rules import RULES, Facts, Rule
from muniment.ledger.ties.sides import Key, Sides
from muniment.schema.claim import Claim
from muniment.schema.record import Record
from muniment.schema.tie import Tie

# A key that more records share than this says nothing: "Russia" in a case of its wars.
_CROWD = 500


def ties(records: Iterable[Record], claims: Mapping[str, Claim], key: Key) -> tuple[Tie, ...]:
    """The ties among `records`, in order of their ends; `claims` by id are those that the records rest on.

    Where several records would do for one end and not all are told with it, the ones told nearest are taken; where that
    does not decide, none is: a tie that might be another is no tie.
    """
    known = tuple(records)
    document_of = {claim.id: claim.document for claim in claims.values()}
    facts = Facts(claims, Sides(known, document_of, key))
    found = [tie for rule in RULES for tie in _by(rule, known, facts)]
    return tuple(sorted(found))


def _by(rule: Rule, records: Sequence[Record], facts: Facts) -> Iterable[Tie]:
    offered: dict[str, list[Record]] = {}
    for record in records:
        if record.register == rule.upper:
            for key in dict.fromkeys(rule.offers(record, facts)):
                offered.setdefault(key, []).append(record)
    for record in records:
        if record.register != rule.lower:
            continue
        blocks = [offered.get(key, []) for key in dict.fromkeys(rule.asks(record, facts)) if key]
        fitting = {other.id: other for block in blocks if len(block) <= _CROWD for other in block}
        reasons = {
            id: why for id, other in fitting.items() if id != record.id and (why := rule.reasons(record, other, facts))
        }
        for id in _nearest(record, [fitting[id] for id in reasons], facts):
            yield Tie(record.id, rule.kind, id, reasons[id])


def _nearest(record: Record, others: Sequence[Record], facts: Facts) -> list[str]:
    """The one that fits; of several those told nearest, none where nothing tells them apart."""
    if len(others) < 2:
        return [other.id for other in others]
    near = {other.id: nearness(record, other, facts.claims)[0] for other in others}
    best = max(near.values())
    chosen = [id for id, own in near.items() if own == best]
    return chosen if best or len(chosen) == 1 else []
