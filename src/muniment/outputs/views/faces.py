"""Which columns a register shows, in which order, and which cells share a column.

Columns are the register's own (`vocabulary/registers/*.yaml`); this adds only what showing needs: an amount
stands with its bound and unit, and transfers follow the order of the trade registers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from muniment.outputs.views.values import UNKNOWN, amount, date, sipri_date, value_of
from muniment.schema.claim import Value
from muniment.vocabulary.registers import Column, Register

Cells: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Face:
    """One column as shown: `cell` is the one whose readings it carries, `render` makes the words.

    `unknown` is what an empty field says, "" where it says nothing.
    """

    header: str
    cell: str
    render: Callable[[Cells], str]
    unknown: str = ""
    right: bool = False


def faces(register: Register) -> tuple[Face, ...]:
    """The columns of `register` as people see them; the date of the event comes last."""
    if register.name == "transfers":
        return _TRANSFERS
    hidden = {cell for column in register.columns for cell in (column.bound, column.unit)}
    own = (_face(column) for column in register.columns if column.cell not in hidden)
    return (*own, Face("Date", "date", _date("date")))


def _face(column: Column) -> Face:
    if column.bound or column.unit:
        return _amount(column.header, column.cell, column.bound, column.unit)
    show = _date if column.type in ("date", "period") else _plain
    return Face(column.header, column.cell, show(column.cell), right=column.type == "number")


def _plain(cell: str) -> Callable[[Cells], str]:
    return lambda cells: value_of(cells, cell)


def _date(cell: str) -> Callable[[Cells], str]:
    return lambda cells: date(value_of(cells, cell))


def _sipri_date(cell: str) -> Callable[[Cells], str]:
    return lambda cells: sipri_date(value_of(cells, cell))


def _when(cells: Cells) -> str:
    """The date of a transfer of which neither order nor delivery has one of its own."""
    return "" if cells.keys() & {"order_date", "delivery_date"} else date(value_of(cells, "date"))


def _amount(header: str, cell: str, bound: str, unit: str) -> Face:
    def render(cells: Cells) -> str:
        if cell not in cells:
            return ""
        return amount(cells[cell], value_of(cells, bound), value_of(cells, unit))

    return Face(header, cell, render, right=True)


_TRANSFERS: Final = (
    Face("Supplier", "supplier", _plain("supplier"), unknown=UNKNOWN),
    Face("Recipient", "recipient", _plain("recipient"), unknown=UNKNOWN),
    Face("No. ordered", "quantity_ordered", _plain("quantity_ordered"), unknown=UNKNOWN, right=True),
    Face("Weapon or item", "item", _plain("item"), unknown=UNKNOWN),
    Face("Order", "order_date", _sipri_date("order_date"), unknown=UNKNOWN),
    Face("Delivery", "delivery_date", _sipri_date("delivery_date"), unknown=UNKNOWN),
    Face("No. delivered", "quantity_delivered", _plain("quantity_delivered"), unknown=UNKNOWN, right=True),
    Face("Status", "status", _plain("status")),
    _amount("Value", "value", "", "currency"),
    Face("When", "date", _when),
)
