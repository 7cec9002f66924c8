"""Groups of claims to records, in one total order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from muniment.ledger.identity.wording import name_key
from muniment.ledger.reconcile.choose import Choice, choose, moment
from muniment.ledger.reconcile.comparers.base import DATE, MODALITY, Context, Naming, text_of
from muniment.ledger.reconcile.facts import Fact, facts_of
from muniment.ledger.reconcile.grade import grade_of
from muniment.ledger.reconcile.group import Groups
from muniment.ledger.reconcile.readings import Supported, readings_of
from muniment.ledger.reconcile.relation import Shown
from muniment.ledger.reconcile.support import Origin, support_of
from muniment.ledger.reconcile.values import compared
from muniment.schema.claim import MODALITIES, Claim, Modality
from muniment.schema.record import Record
from muniment.vocabulary.registers import Register

# A vaguer reading of these supports the more precise one: "2021" speaks for "2021-06-15", "jets" for "Su-30 jets".
_PRECISE: tuple[str, ...] = ("date", "period", "text")


def spelt(name: str, document: str = "", cell: str = "") -> str:
    """A key by spelling alone, for claims without anything known about their names."""
    return name_key(name)


@dataclass(frozen=True, slots=True)
class _Known:
    register: Register
    context: Context
    names: Mapping[str, str]
    published: Mapping[str, str]
    origins: Mapping[str, Origin]


def reconcile(
    claims: Iterable[Claim],
    register: Register,
    key: Naming = spelt,
    names: Mapping[str, str] | None = None,
    published: Mapping[str, str] | None = None,
    *,
    wholes: Mapping[str, frozenset[str]] | None = None,
    origins: Mapping[str, Origin] | None = None,
    together: Iterable[Sequence[str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> tuple[Record, ...]:
    """The records that the claims of one register add up to; claims of other registers are passed over.

    `key` says which names are one entity, `wholes` what an entity is part of (`wholes.wholes`). `names` (document id to
    name) puts claims in the order that people see; `published` (document id to EDTF day) dates what no words date and
    decides which id a record keeps; `origins` tells whose text a document is. `together` and `apart` are what people
    decided: ids of claims that are one record, and pairs that are not. The result depends on what is given, not on its
    order.
    """
    context = Context(cache(key), wholes or {}, register.groups, register.stages, published or {})
    known = _Known(register, context, names or {}, published or {}, origins or {})
    together, pairs = [tuple(group) for group in together], frozenset(frozenset(pair) for pair in apart)
    single = frozenset(id for ids in (*together, *pairs) for id in ids)
    facts = facts_of((claim for claim in claims if claim.register == register.name), register, context, single)
    groups = Groups(facts, pairs)
    place = {claim.id: at for at, fact in enumerate(facts) for claim in fact.claims}
    groups.join([place[id] for id in group if id in place] for group in together)
    built = [_record(group, ids, known) for group, ids in _named(groups.result(), known)]
    return tuple(record for _, record in sorted(built, key=lambda pair: (pair[0], pair[1].id)))


def _record(facts: Sequence[Fact], ids: Sequence[str], known: _Known) -> tuple[tuple[str, ...], Record]:
    register, context = known.register, known.context
    claims = sorted(
        (claim for fact in facts for claim in fact.claims),
        key=lambda claim: (known.names.get(claim.document, claim.document), claim.evidence, claim.id, claim.document),
    )
    readings = readings_of(claims, register, context.key)
    modality = gate(claims, known.published)
    counted = [claim for claim in claims if claim.modality == modality]
    shown = _shown(readings, modality, frozenset(claim.id for claim in counted), known)
    own = shown.placed(readings)
    support = support_of(counted, known.origins, context.key)
    first, *others = ids
    date = shown.readings.get(DATE)
    record = Record(
        id=first,
        register=register.name,
        cells={cell: one.value for cell, one in shown.readings.items() if cell not in (DATE, MODALITY)},
        claims=tuple(claim.id for claim in claims),
        readings=own,
        rules=shown.rules,
        date=str(date.value) if date else "",
        modality=modality,
        forwards=tuple(sorted(others)),
        support=support,
        grade=grade_of(counted, own, support, register, context),
        provisional=support.independent == 1,
    )
    return _sort_key(claims[0], register), record


def _named(groups: Sequence[Sequence[Fact]], known: _Known) -> Iterator[tuple[Sequence[Fact], list[str]]]:
    """Each group with the ids of its facts, that of the fact that was published first in front.

    Where people split claims that say the same, one side keeps the id: that of the claim that was published first.
    """
    name = known.register.name

    def age(fact: Fact) -> tuple[int, str]:
        days = [moment(known.published.get(document)) for document in fact.documents]
        return (min((day for day in days if day), default=10**7), fact.own_id(name))

    keeper: dict[str, tuple[tuple[int, str], int]] = {}
    for at, group in enumerate(groups):
        for fact in group:
            keeper[fact.id(name)] = min((age(fact), at), keeper.get(fact.id(name), (age(fact), at)))
    for at, group in enumerate(groups):
        kept = ((age(fact)[0], fact.id(name), fact.own_id(name)) for fact in group)
        ids = sorted((day, id if keeper[id][1] == at else own) for day, id, own in kept)
        yield group, list(dict.fromkeys(id for _, id in ids))


def gate(claims: Sequence[Claim], published: Mapping[str, str]) -> Modality:
    """The modality whose claims alone fill the shown cells: what is asserted goes before what is not.

    A planned delivery never adds to what was delivered: beside an asserted claim it stays a reading. A plan that was
    denied or called off in a later report is shown as denied.
    """
    present = {claim.modality for claim in claims}
    modality = next(modality for modality in MODALITIES if modality in present)
    if modality in ("planned", "possible") and "denied" in present:
        last = {said: _last(claims, said, published) for said in (modality, "denied")}
        return "denied" if last["denied"] > last[modality] else modality
    return modality


def _last(claims: Sequence[Claim], modality: str, published: Mapping[str, str]) -> int:
    return max(moment(published.get(claim.document)) for claim in claims if claim.modality == modality)


def _shown(
    readings: Mapping[str, Sequence[Supported]], modality: Modality, counted: frozenset[str], known: _Known
) -> Shown:
    """The shown reading of each cell, chosen among the claims that count, and the rule for each."""
    shown: dict[str, Supported] = {}
    rules: dict[str, str] = {}
    for cell in sorted(readings, key=lambda cell: bool(_leader(cell, known.register))):
        leader = _leader(cell, known.register)
        lead = shown.get(leader)
        kept = _among(readings[cell], counted if lead is None else frozenset(claim.id for claim in lead.claims))
        led = bool(kept) and lead is not None
        if not kept and known.register.shown.get(cell, "").startswith("first "):
            kept = _among(readings[cell], counted)
        if not kept:
            continue
        shown[cell], rules[cell] = choose(kept, _choice(cell, known))
        if len(kept) == 1 < len(readings[cell]):
            rules[cell] = f"goes with {leader}" if led else f"{modality} before others"
    return Shown(shown, rules, modality, known.published, known.register, known.context)


def _leader(cell: str, register: Register) -> str:
    """The cell whose shown value decides which claims fill this one: "with value", "first with stage"."""
    _, found, leader = register.shown.get(cell, "").removesuffix(" or printed").rpartition("with ")
    return leader if found else ""


def _among(readings: Sequence[Supported], ids: frozenset[str]) -> list[Supported]:
    return [left for reading in readings if (left := reading.among(ids)) is not None]


def _choice(cell: str, known: _Known) -> Choice:
    register = known.register
    rule = register.shown.get(cell, "")
    type = "date" if cell == DATE else "enum" if cell == MODALITY else register.column(cell).type

    def refines(one: Supported, other: Supported) -> bool:
        return compared(one, other, cell, register, known.context)[0] == "refines"

    course = register.stages.get(cell, ())
    return Choice(type, rule, course, known.published, refines if type in _PRECISE else None)


def _sort_key(first: Claim, register: Register) -> tuple[str, ...]:
    """Records stand in the order of their key cells as spelt by their first claim, dates last."""
    return (*(name_key(text_of(first, name)) for name in register.key if name != DATE), first.date)
