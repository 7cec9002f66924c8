"""Other numbers: kept where they measure something of somebody, left where another register has a cell for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.facts.figures import figures
from muniment.claims.match import match
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def found(reading: Reading) -> list[tuple[object, object, object]]:
    """(measure, value, unit) of each figure."""
    proposals = figures(reading, list(match(reading)))
    return [tuple(p.cells[cell].value for cell in ("measure", "value", "unit")) for p in proposals]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Kenya's exports reached 3 billion dollars in 2019.", 3_000_000_000, "USD"),
        ("Unemployment in Spain rose to 14 percent.", 0.14, "%"),
        ("Thousands of people protested in Croatia on Saturday.", 1000, "count"),
    ],
)
def test_money_shares_and_counts_are_kept(read: Read, text: str, value: object, unit: str) -> None:
    assert [(row[1], row[2]) for row in found(read(text))] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Poland has bought 180 K2 tanks from South Korea.",
        "Norway signed a $375 million contract for missiles in January.",
        "Some 230 people were killed in Yemen.",
        "The resolution won 120 votes in favour in the General Assembly.",
        "The 1978 guidelines bind Japan.",
        "Kuwait | NASAMS | 7 fire units | $3 bn",
    ],
)
def test_numbers_of_other_registers_are_left_to_them(read: Read, text: str) -> None:
    assert found(read(text)) == []


def test_thousands_of_people_measures_people(read: Read) -> None:
    assert [row[0] for row in found(read("Thousands of people protested in Croatia on Saturday."))] == ["people"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya abides by Resolution 1540.",
        "Police in Malta found traces of caesium 137.",
        "The wreck lies off Malta at 35°54'N.",
    ],
)
def test_a_number_that_only_tells_apart_counts_nothing(read: Read, text: str) -> None:
    assert found(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The index closed at 1,622 points in Jakarta, with shares up 1.4 percent.",
        "The gauge closed at 10,586.23 in Lima, its highest since May.",
        "Some 230 people signed in Malta, on be half of the union.",
        "Kenya sold the port for 90 million dollars (8.1 billion shillings), half of the year after.",
    ],
)
def test_what_shares_were_traded_at_is_no_figure(read: Read, text: str) -> None:
    assert not [row for row in found(read(text)) if row[1] in {0.014, 1622, 10_586.23, 0.5, 8_100_000_000}]


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit", "entity"),
    [
        ("Norway invested 170 million dollars last year.", "investment", 170_000_000, "USD", "Norway"),
        ("Chad's exports to Niger were worth 81 million euros.", "exports", 81_000_000, "EUR", "Chad"),
        ("Two-thirds of Peru's copper comes from mines.", "copper", 2 / 3, "%", "Peru"),
    ],
)
def test_deeds_worth_and_parts_are_measured(
    read: Read, text: str, measure: str, value: float, unit: str, entity: str
) -> None:
    (figure,) = figures(read(text), [])
    cells = {name: cell.value for name, cell in figure.cells.items()}
    assert (cells["unit"], cells["entity"]) == (unit, entity)
    assert measure in str(cells["measure"]).lower()
    assert cells["value"] == pytest.approx(value)


def test_a_range_is_a_figure_for_each_end(read: Read) -> None:
    told = figures(read("Investment in Poland was between six and seven billion dollars."), [])
    assert [(p.cells["value"].value, p.cells["bound"].value) for p in told] == [
        (6_000_000_000, "at least"),
        (7_000_000_000, "up to"),
    ]


def test_a_number_belongs_to_who_was_named_in_the_sentence_before(read: Read) -> None:
    reading = read("Angola will mend its roads. The work will cost 40 million euros.")
    entities = [p.cells["entity"].value for p in figures(reading, [])]
    assert entities == ["Angola"]


def test_the_country_of_a_currency_owns_nothing(read: Read) -> None:
    proposals = list(figures(read("Zambia will spend 5 million U.S. dollars on schools."), []))
    assert [p.cells["entity"].value for p in proposals] == ["Zambia"]
