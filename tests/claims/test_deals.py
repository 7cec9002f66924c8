"""Transfers of lists and of bare numbers, and deliveries in part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.facts.deals import deals
from muniment.claims.facts.headings import heading_at, headings
from muniment.claims.match import match
from muniment.claims.reading import Reading

Read = Callable[..., Reading]
TOLD = "Spain sold mortars to Peru in 2019. Italy delivered six helicopters to Ghana in May 2020.\n\n"


def rows(reading: Reading, frame: str = "") -> list[dict[str, object]]:
    found = [claim for claim in deals(reading, match(reading)) if claim.frame.endswith(frame)]
    return [{name: cell.value for name, cell in claim.cells.items()} for claim in found]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("KENYA: ten howitzers", "Kenya"),
        ("KENYA. Ten howitzers were ordered.", "Kenya"),
        ("• Kenya – ten howitzers", "Kenya"),
        ("2. Kenya (army): ten howitzers", "Kenya"),
        ("Kenya bought ten howitzers: all of them old.", None),
        ("Guns for Kenya: ten howitzers", None),
    ],
)
def test_a_line_is_headed_with_a_country_alone(read: Read, line: str, label: str | None) -> None:
    reading = read(f"Orders of the year.\n{line}\n")
    named = heading_at(reading, reading.text.index(line) + len(line) - 2)
    assert (named.value if named is not None else None) == label


def test_a_heading_holds_for_its_line(read: Read) -> None:
    reading = read("Kenya: ten howitzers.\nNothing else was bought.\n")
    (heading,) = headings(reading)
    assert reading.text[heading.start : heading.end] == "ten howitzers."
    assert heading_at(reading, reading.text.index("else")) is None


def test_an_entry_goes_to_the_country_it_stands_under(read: Read) -> None:
    (row,) = rows(read(TOLD + "KENYA: 12 howitzers from France."), ".entry")
    assert (row["recipient"], row["supplier"], row["item"]) == ("Kenya", "France", "howitzers")
    assert row["quantity_ordered"] == 12


def test_brackets_behind_an_entry_tell_maker_year_and_price(read: Read) -> None:
    (row,) = rows(read(TOLD + "KENYA: 12 Su-30 jets (Boeing, 2014, 900 million dollars)."), ".entry")
    assert (row["supplier"], row["order_date"], row["value"]) == ("Boeing", "2014", 900_000_000)


def test_entries_of_a_text_about_one_buyer_are_what_others_give(read: Read) -> None:
    told = "Spain will send mortars to Ghana. Italy will send rifles to Ghana. Norway promised Ghana tanks.\n\n"
    (row,) = rows(read(told + "POLAND: 14 howitzers."), ".entry")
    assert (row["supplier"], row["recipient"], row["status"]) == ("Poland", "Ghana", "planned")


def test_a_list_in_a_text_that_tells_of_no_transfers_gives_nothing(read: Read) -> None:
    assert not rows(read("The parade was long.\nKENYA: 12 howitzers from France.\n"))


def test_a_number_takes_up_the_item_before_with_its_own_side(read: Read) -> None:
    found = rows(read("Chad received 12 tanks from Spain, 40 from Peru and 20 from Ghana."))
    assert {row["supplier"]: row["quantity_delivered"] for row in found} == {"Spain": 12, "Peru": 40, "Ghana": 20}
    assert {row["item"] for row in found} == {"tanks"}


def test_counted_arms_of_a_maker_go_to_whoever_was_supplied_before(read: Read) -> None:
    text = TOLD + "Ghana signed for more. The list has three Gripen jets made by Saab."
    assert any(row["supplier"] == "Saab" and row["recipient"] == "Ghana" for row in rows(read(text), ".sourced"))


def test_fewer_than_were_ordered_are_delivered_in_part(read: Read) -> None:
    (row,) = rows(read("Six of the twelve helicopters were handed over to Mali by Spain."))
    assert (row["quantity_delivered"], row["quantity_ordered"]) == (6, 12)
    assert row["status"] == "partly delivered"
