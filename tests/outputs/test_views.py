"""Records as rows: columns, unknowns, notes, disagreement, modality."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from muniment.errors import NotFound, UsageError
from muniment.outputs.views.columns import widths
from muniment.outputs.views.disagreement import Relation, disagreeing, relation
from muniment.outputs.views.faces import faces
from muniment.outputs.views.filters import chosen, condition
from muniment.outputs.views.on_page import markdown
from muniment.outputs.views.on_terminal import draw
from muniment.outputs.views.sheet import Sheet, sheet
from muniment.outputs.views.values import amount, number, quoted, sipri_date
from muniment.schema.record import Record
from muniment.schema.record import Relation as Standing
from muniment.vocabulary.registers import register, registers
from tests.outputs.news import (
    CLAIMS,
    DOCUMENTS,
    EIGHT,
    EVENING,
    JETS_RECORD,
    MORNING,
    SIX,
    TANKS,
    TANKS_RECORD,
    claim,
    document,
    record,
)


def _sheet(*records: Record, limit: int = 0) -> Sheet:
    return sheet(register("transfers"), records, CLAIMS, DOCUMENTS, limit)


def _drawn(laid_out: Sheet, width: int = 120, *, colours: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, markup=False, emoji=False, highlight=False, force_terminal=colours)
    console.print(draw(laid_out, width))
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "shown"),
    [(12345.5, "12,345.5"), (807000000, "807,000,000"), (0.1, "0.1"), (2.0, "2"), (1e21, f"{10**21:,}"), (10, "10")],
)
def test_numbers_are_written_out(value: float, shown: str) -> None:
    assert number(value) == shown


@pytest.mark.parametrize(
    ("value", "bound", "unit", "shown"),
    [
        (40, "at least", "", "at least 40"),
        (40, "exact", "", "40"),
        (0.16, "about", "%", "about 16%"),
        (0.123, "", "%", "12.3%"),
        (807000000, "", "USD", "807,000,000 USD"),
    ],
)
def test_an_amount_stands_with_its_bound_and_unit(value: float, bound: str, unit: str, shown: str) -> None:
    assert amount(value, bound, unit) == shown


@pytest.mark.parametrize(("edtf", "shown"), [("2018~", "(2018)"), ("2018", "2018"), ("2018~/2019~", "2018~ / 2019~")])
def test_uncertain_years_stand_in_brackets(edtf: str, shown: str) -> None:
    assert sipri_date(edtf) == shown


def test_every_register_has_its_columns_and_the_date_last() -> None:
    for definition in registers().values():
        columns = faces(definition)
        assert columns[-1].cell == "date"
        own = {column.cell for column in definition.columns}
        assert {face.cell for face in columns} - {"date"} <= own


def test_transfers_follow_the_order_of_the_trade_registers() -> None:
    assert [face.cell for face in faces(register("transfers"))][:7] == [
        "supplier", "recipient", "quantity_ordered", "item", "order_date", "delivery_date", "quantity_delivered",
    ]  # fmt: skip


def test_readings_that_differ_stand_side_by_side() -> None:
    laid_out = _sheet(JETS_RECORD)
    row = dict(zip([face.cell for face in laid_out.faces], laid_out.rows[0].fields, strict=True))
    assert row["quantity_delivered"] == "6 ≠ 8"
    assert laid_out.disagreements[0].readings == (("6", (1,)), ("8", (2,)))


def test_what_no_report_gives_is_two_dots_or_named_below() -> None:
    laid_out = _sheet(JETS_RECORD, TANKS_RECORD)
    assert laid_out.faces[0].cell == "supplier"
    assert [row.fields[0] for row in laid_out.rows] == ["Ruritania", ".."]
    assert laid_out.silent == ("No. ordered", "Order", "Delivery")
    assert "No row gives: No. ordered, Order, Delivery." in _drawn(laid_out)


def test_a_later_count_supersedes_and_is_no_disagreement() -> None:
    early = claim(
        MORNING, "Ruritania delivered", "tallies", {"measure": "killed", "value": 12, "bound": "exact"}, id="t1"
    )
    late = claim(EVENING, "Fenwick got", "tallies", {"measure": "killed", "value": 40, "bound": "at least"}, id="t2")
    rules = {"value": "latest count", "bound": "goes with value"}
    made = record("ff", "tallies", [late, early], rules, relation="superseded")
    laid_out = sheet(register("tallies"), [made], {"t1": early, "t2": late}, DOCUMENTS)
    assert laid_out.rows[0].fields[1] == "at least 40 ← 12"
    assert [each.sign for each in laid_out.disagreements] == [" ← "]
    assert disagreeing(made) == []


@pytest.mark.parametrize(
    ("stands", "rule", "how"),
    [
        ("conflicts", "most support", Relation.CONFLICTS),
        ("conflicts", "goes with value", Relation.AGREES),
        ("superseded", "furthest stage", Relation.SUPERSEDED),
        ("refines", "most support", Relation.AGREES),
        ("refined", "most support", Relation.AGREES),
        ("beside", "asserted before others", Relation.AGREES),
    ],
)
def test_a_table_marks_what_conflicts_or_was_superseded(stands: Standing, rule: str, how: Relation) -> None:
    first = claim(MORNING, "Ruritania delivered", "transfers", {"item": "jets"}, id="r1")
    second = claim(EVENING, "Fenwick got", "transfers", {"item": "tanks"}, id="r2")
    made = record("gg", "transfers", [first, second], {"item": rule}, relation=stands)
    same, differing = made.readings["item"]
    assert relation(made, "item", differing) is how
    assert relation(made, "item", same) is Relation.AGREES
    assert disagreeing(made) == (["item"] if how is Relation.CONFLICTS else [])


def test_claims_on_the_same_words_share_a_note() -> None:
    text = "Ruritania delivered 6 Z-9 jets to Fenwick"
    other = claim(MORNING, text, "transfers", {"recipient": "Fenwick"}, id="again", source="the ministry")
    made = record("hh", "transfers", [SIX, other])
    laid_out = sheet(register("transfers"), [made], {**CLAIMS, "again": other}, DOCUMENTS)
    assert len(laid_out.notes) == 1
    assert laid_out.rows[0].notes == (1,)


def test_columns_keep_their_words_whole_and_share_what_is_left() -> None:
    assert widths([["Id", "a1"], ["Item", "two words here"]], 40) == (2, 14)
    assert widths([["Id", "a1"], ["Item", "two words here"]], 9) == (2, 7)
    assert widths([["Id", "a1"], ["Item", "unbreakable"]], 9) is None


def test_quotations_keep_their_own_marks() -> None:
    assert quoted("six jets") == "“six jets”"
    assert quoted("he said “no”") == "‘he said “no”’"


def test_a_narrow_terminal_gets_a_block_for_each_row() -> None:
    drawn = _drawn(_sheet(JETS_RECORD), 50)
    assert "Weapon or item" in drawn
    assert "Z-9 jets" in drawn


def test_notes_say_who_said_it_where_and_when() -> None:
    first, second = _sheet(JETS_RECORD).notes
    assert (first.words, first.source, first.publisher, first.published, first.document) == (
        "Ruritania delivered 6 Z-9 jets to Fenwick", "the ministry", "Morning Post", "2020-05-02", "m1",
    )  # fmt: skip
    assert second.source == ""


def test_long_disagreements_are_marked_and_spelled_below() -> None:
    names = ["Joint Committee for Weapons", "State Import Agency of Fenwick"]
    makers = [document(f"d{i}", f"{name} bought arms.") for i, name in enumerate(names)]
    claims = [
        claim(each, each.text, "transfers", {"recipient": name, "item": "arms", "status": "supplied"})
        for each, name in zip(makers, names, strict=True)
    ]
    made = record("cc", "transfers", claims)
    laid_out = sheet(register("transfers"), [made], {c.id: c for c in claims}, {d.id: d for d in makers})
    assert laid_out.rows[0].fields[0] == "Joint Committee for Weapons *"
    assert "Joint Committee for Weapons [1] ≠ State Import Agency of Fenwick [2]" in _drawn(laid_out)


def test_a_row_notes_every_reading_that_differs_however_many_claims() -> None:
    many = [SIX] * 5 + [EIGHT]
    laid_out = _sheet(record("dd", "transfers", many))
    assert len(laid_out.disagreements[0].readings) == 2
    assert all(numbers for _, numbers in laid_out.disagreements[0].readings)


def test_the_limit_keeps_the_total() -> None:
    laid_out = _sheet(JETS_RECORD, TANKS_RECORD, limit=1)
    assert (len(laid_out.rows), laid_out.total) == (1, 2)


def test_what_is_not_asserted_says_so() -> None:
    drawn = _drawn(_sheet(JETS_RECORD, TANKS_RECORD))
    assert "Modality" in drawn
    assert next(line for line in drawn.splitlines() if line.startswith("bbbbbbbb")).split()[-2] == "possible"
    assert "Modality" not in _drawn(_sheet(JETS_RECORD))


def test_a_pipe_gets_no_colour_codes() -> None:
    assert "\x1b" not in _drawn(_sheet(JETS_RECORD, TANKS_RECORD))


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_tables_fit_their_terminal(width: int) -> None:
    assert max(map(len, _drawn(_sheet(JETS_RECORD, TANKS_RECORD), width).splitlines())) <= width


HOSTILE = document(
    "h\x1b]0;own\x07", "[bold]Evil\x1b[2J[/bold] :boom: | <script>alert(1)</script> got arms.", "P\x1b[31m"
)
HOSTILE_CLAIM = claim(
    HOSTILE, HOSTILE.text, "transfers", {"recipient": "[red]E\x1b[2J", "item": "<b>|arms", "status": "supplied"}
)


def _hostile_sheet() -> Sheet:
    made = record("ee", "transfers", [HOSTILE_CLAIM])
    return sheet(register("transfers"), [made], {HOSTILE_CLAIM.id: HOSTILE_CLAIM}, {HOSTILE.id: HOSTILE})


def test_document_text_is_neither_markup_nor_command() -> None:
    drawn = _drawn(_hostile_sheet(), width=200)
    assert "\x1b" not in drawn
    assert "[bold]Evil␛[2J[/bold] :boom:" in drawn
    assert "[red]E␛[2J" in drawn
    coloured = _drawn(_hostile_sheet(), width=200, colours=True)
    assert "\x1b[2J" not in coloured
    assert "\x1b]0" not in coloured


def test_document_text_is_no_markup_in_markdown() -> None:
    page = markdown(_hostile_sheet())
    assert "<script>" not in page.replace("\\<", "")
    assert "\x1b" not in page
    table_line = next(line for line in page.splitlines() if line.startswith("| ee"))
    header = page.splitlines()[2]
    assert table_line.replace("\\|", "").count("|") == header.count("|")


def test_markdown_has_table_disagreement_and_evidence() -> None:
    page = markdown(_sheet(JETS_RECORD, TANKS_RECORD))
    assert "### Disagreements" in page
    assert "6 ≠ 8" in page
    assert "**possible**" in page
    assert "the ministry, in Morning Post, 2020-05-02, m1" in page


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("recipient=fenwick", ["aaaaaaaa11112222", "bbbbbbbb11112222"]),
        ("quantity_delivered=8", ["aaaaaaaa11112222"]),
        ("quantity_delivered=9", []),
        ("item~jet", ["aaaaaaaa11112222"]),
        ("modality=possible", ["bbbbbbbb11112222"]),
        ("date=2020", ["aaaaaaaa11112222"]),
        ("item = Z-9 jets", ["aaaaaaaa11112222"]),
    ],
)
def test_conditions_choose_by_any_reading(words: str, ids: list[str]) -> None:
    met = chosen([JETS_RECORD, TANKS_RECORD], [condition(words, register("transfers"))])
    assert [each.id for each in met] == ids


def test_records_are_chosen_by_modality_and_document() -> None:
    both = [JETS_RECORD, TANKS_RECORD]
    assert chosen(both, modalities=frozenset({"asserted"})) == [JETS_RECORD]
    assert chosen(both, document=MORNING.id, claims=CLAIMS) == [JETS_RECORD]
    assert chosen(both, document=EVENING.id, claims=CLAIMS) == both
    assert TANKS.document == EVENING.id


@pytest.mark.parametrize("words", ["supplier", "=x", "supplier="])
def test_what_is_no_condition_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="no condition"):
        condition(words, register("transfers"))


def test_an_unknown_cell_is_refused_with_the_known_ones() -> None:
    with pytest.raises(NotFound) as refused:
        condition("colour=red", register("transfers"))
    assert "supplier" in refused.value.remedy
