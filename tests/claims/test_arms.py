"""Arms named only by the text around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.match import match
from muniment.claims.reading import Reading

Read = Callable[..., Reading]
ARMS = "Oman bought tanks from Spain and rifles from Italy. It also has missiles. "


def transfers(reading: Reading) -> list[dict[str, object]]:
    found = [p for p in match(reading) if p.register == "transfers"]
    return [{name: cell.value for name, cell in p.cells.items()} for p in found]


def test_a_counted_model_is_a_weapon_in_a_text_about_arms(read: Read) -> None:
    text = "Chile bought 40 Ocelot carriers from Austria."
    assert any(row["item"] == "Ocelot carriers" for row in transfers(read(ARMS + text)))
    assert not transfers(read(text))


def test_the_accused_supplies_and_not_the_accuser(read: Read) -> None:
    rows = transfers(read("Peru accused Brazil of supplying rockets to the rebels."))
    assert [row["supplier"] for row in rows] == ["Brazil"]


@pytest.mark.parametrize(
    ("text", "supplier"),
    [
        ("Ghana received four drones from Turkey in 2021. The drones were delivered in May.", "Turkey"),
        ("Ghana received four drones from Turkey in 2021. Ghana ordered rifles in May.", None),
    ],
)
def test_only_what_points_back_has_the_supplier_told_before(read: Read, text: str, supplier: str | None) -> None:
    assert transfers(read(text))[-1].get("supplier") == supplier


def test_unnamed_sales_are_of_arms_in_a_text_about_arms(read: Read) -> None:
    text = "Norway halted all sales to Oman."
    halted = [p for p in match(read(ARMS + text)) if p.register == "measures"]
    assert [(p.cells["imposer"].value, p.cells["target"].value) for p in halted] == [("Norway", "Oman")]
    assert not [p for p in match(read(text)) if p.register == "measures"]


def test_fighters_are_people_where_a_name_is_before_them(read: Read) -> None:
    text = "Police have taken two suspected Taliban fighters from Pakistan."
    assert not any("fighters" in str(row["item"]) for row in transfers(read(ARMS + text)))
