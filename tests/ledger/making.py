"""Claims and documents made up for tests, and hypothesis strategies of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hypothesis import strategies as st

from muniment.schema.claim import MODALITIES, Cell, Claim, Modality, Value, claim_id
from muniment.schema.document import Document, Finding
from muniment.schema.span import Span


def document(name: str, text: str = "", *, published: str = "", language: str = "en", publisher: str = "") -> Document:
    """A document whose metadata, where given, were declared."""
    text = text or f"What {name} reports. Russia delivered two jets to Myanmar in March 2022."
    said = (("published", published), ("publisher", publisher))
    return Document(
        id=Document.id_of(text),
        name=name,
        text=text,
        published=published,
        publisher=publisher,
        language=language,
        origin=f"in/{name}.txt",
        findings=tuple(Finding(field, value, "declared") for field, value in said if value),
    )


def claim(
    cells: Mapping[str, Value],
    register: str = "transfers",
    *,
    document: str = "d1",
    at: int = 0,
    id: str = "",
    modality: Modality = "asserted",
    date: str = "",
    source: str = "",
) -> Claim:
    """A claim over ten characters of a document; the id is that of its contents where none is given."""
    evidence = Span(at, at + 10)
    return Claim(
        id=id or claim_id(document, register, evidence, dict(cells), source, modality, date),
        document=document,
        register=register,
        evidence=evidence,
        cells={name: Cell(value) for name, value in cells.items()},
        source=source,
        modality=modality,
        date=date,
    )


def transfer(item: str = "jets", **more: Value) -> dict[str, Value]:
    """Cells of a transfer with its whole key."""
    return {"supplier": "Russia", "recipient": "Myanmar", "item": item, "status": "delivered", **more}


DATES: Final = ("", "2021", "2021-03", "2021-03-27", "2020/2021", "2021-02/..", "2021-12~")
_NAMES: Final = st.sampled_from(["Russia", "russia", "the Russia", "China", "Serbia’s", "U.N.", "UN"])
_ITEMS: Final = st.sampled_from(["jets", "jet", "Su-30 fighter jets", "the rockets", "radar"])


@st.composite
def transfers(draw: st.DrawFn) -> Claim:
    """Claims of few different suppliers, recipients and items, so that many meet in one record."""
    cells: dict[str, Value] = {"status": draw(st.sampled_from(["ordered", "delivered", "supplied"]))}
    for name, values in (
        ("supplier", _NAMES),
        ("recipient", _NAMES),
        ("item", _ITEMS),
        ("quantity_delivered", st.sampled_from([1, 2, 2.0, 6])),
        ("delivery_date", st.sampled_from(DATES[1:])),
    ):
        if draw(st.booleans()) or name == "recipient":
            cells[name] = draw(values)
    return claim(
        cells,
        document=draw(st.sampled_from(["d1", "d2", "d3"])),
        at=draw(st.integers(0, 50)),
        modality=draw(st.sampled_from(MODALITIES)),
        date=draw(st.sampled_from(DATES)),
    )


@st.composite
def tallies(draw: st.DrawFn) -> Claim:
    """Claims of one or two running totals."""
    cells: dict[str, Value] = {
        "measure": draw(st.sampled_from(["killed", "arrested"])),
        "value": draw(st.integers(1, 4)) * 100,
        "bound": draw(st.sampled_from(["exact", "at least"])),
        "place": "Myanmar",
    }
    if draw(st.booleans()):
        cells["as_of"] = draw(st.sampled_from(DATES[1:]))
    return claim(
        cells,
        "tallies",
        document=draw(st.sampled_from(["d1", "d2", "d3"])),
        at=draw(st.integers(0, 50)),
        date=draw(st.sampled_from(DATES)),
    )


def unique(claims: list[Claim]) -> list[Claim]:
    """The claims without those of an id that came before."""
    return list({one.id: one for one in claims}.values())
