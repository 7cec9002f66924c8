"""A small invented case: two reports that disagree, made by hand so that no reader or store is needed."""

from __future__ import annotations

from collections.abc import Mapping

from muniment.schema.claim import Cell, Claim, Modality, Value
from muniment.schema.document import Document
from muniment.schema.record import Reading, Record, Relation
from muniment.schema.span import Span


def document(name: str, text: str, publisher: str = "", published: str = "") -> Document:
    """A document of that text."""
    return Document(Document.id_of(text), name, text, publisher=publisher, published=published)


def claim(
    of: Document,
    words: str,
    register: str,
    cells: Mapping[str, Value],
    *,
    id: str = "",
    source: str = "",
    modality: Modality = "asserted",
    date: str = "",
) -> Claim:
    """A claim whose evidence is `words` of the document."""
    start = of.text.index(words)
    return Claim(
        id=id or f"{of.name}-{start}",
        document=of.id,
        register=register,
        evidence=Span(start, start + len(words)),
        cells={name: Cell(value) for name, value in cells.items()},
        source=source,
        modality=modality,
        date=date,
    )


def record(
    id: str,
    register: str,
    claims: list[Claim],
    rules: Mapping[str, str] | None = None,
    modality: str = "asserted",
    date: str = "",
    relation: Relation = "conflicts",
) -> Record:
    """A record of these claims: each cell shows its first reading; `relation` is how the others stand to it."""
    readings: dict[str, dict[Value, tuple[str, ...]]] = {}
    for each in claims:
        for name, cell in each.cells.items():
            by_value = readings.setdefault(name, {})
            by_value[cell.value] = (*by_value.get(cell.value, ()), each.id)
    return Record(
        id=id,
        register=register,
        cells={name: next(iter(values)) for name, values in readings.items()},
        claims=tuple(each.id for each in claims),
        readings={
            name: tuple(Reading(v, ids, relation if at else "same") for at, (v, ids) in enumerate(values.items()))
            for name, values in readings.items()
        },
        rules=rules or {},
        date=date,
        modality=modality,
    )


MORNING = document("m1", "Ruritania delivered 6 Z-9 jets to Fenwick, the ministry said.", "Morning Post", "2020-05-02")
EVENING = document("e1", "Fenwick got 8 Z-9 jets from Ruritania.\nIt may get tanks.", "Evening Star", "2020-05-03")
SIX = claim(
    MORNING,
    "Ruritania delivered 6 Z-9 jets to Fenwick",
    "transfers",
    {
        "supplier": "Ruritania",
        "recipient": "Fenwick",
        "item": "Z-9 jets",
        "quantity_delivered": 6,
        "status": "delivered",
    },
    id="c6",
    source="the ministry",
    date="2020-05",
)
EIGHT = claim(
    EVENING,
    "Fenwick got 8 Z-9 jets from Ruritania.",
    "transfers",
    {
        "supplier": "Ruritania",
        "recipient": "Fenwick",
        "item": "Z-9 jets",
        "quantity_delivered": 8,
        "status": "delivered",
    },
    id="c8",
)
TANKS = claim(
    EVENING, "It may get tanks.", "transfers", {"recipient": "Fenwick", "item": "tanks", "status": "planned"}, id="ct",
    modality="possible",
)  # fmt: skip
JETS_RECORD = record(
    "aaaaaaaa11112222", "transfers", [SIX, EIGHT], {"quantity_delivered": "most support"}, date="2020-05"
)
TANKS_RECORD = record("bbbbbbbb11112222", "transfers", [TANKS], modality="possible")
DOCUMENTS = {each.id: each for each in (MORNING, EVENING)}
CLAIMS = {each.id: each for each in (SIX, EIGHT, TANKS)}
