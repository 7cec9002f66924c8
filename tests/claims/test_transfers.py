"""Supply of arms: what frames, counts and earlier sentences give together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.match import match
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def transfers(reading: Reading) -> list[Proposal]:
    return [proposal for proposal in match(reading) if proposal.register == "transfers"]


def test_each_item_has_its_own_count(read: Read) -> None:
    found = transfers(read("Kuwait ordered 24 Typhoon jets and six Hawk aircraft from BAE Systems in 2017."))
    counts = {str(p.cells["item"].value): p.cells["quantity_ordered"].value for p in found}
    assert sorted(counts.values(), key=str) == [24, 6]
    assert {p.cells["supplier"].value for p in found} == {"BAE Systems"}


def test_each_supplier_makes_a_claim_of_its_own(read: Read) -> None:
    found = transfers(read("Spain and Italy supplied howitzers to Peru."))
    assert {p.cells["supplier"].value for p in found} == {"Spain", "Italy"}


def test_a_maker_before_the_item_is_the_supplier(read: Read) -> None:
    (found,) = transfers(read("Oman bought Swedish-built helicopters."))
    assert found.cells["supplier"].value == "Sweden"


def test_nobody_supplies_himself(read: Read) -> None:
    assert not transfers(read("The Kenyan army used Kenyan helicopters."))


def test_a_container_is_no_item(read: Read) -> None:
    (found,) = transfers(read("Serbia sent a batch of rifles to Angola."))
    assert found.cells["item"].value == "rifles"


def test_a_later_delivery_belongs_to_the_order_before(read: Read) -> None:
    found = transfers(read("Jordan ordered nine howitzers from Austria in 2011. The howitzers arrived in 2013."))
    last = found[-1]
    assert (last.cells["supplier"].value, last.cells["recipient"].value) == ("Austria", "Jordan")
    assert last.cells["status"].value == "delivered"


def test_what_lies_ahead_is_planned(read: Read) -> None:
    found = transfers(read("Cuba receives six tanks from Belarus in 2031.", published="2024-05-10"))
    assert [p.modality for p in found] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "The president delivered a speech to Congress.",
        "The owner sold the newspaper to a rival in Quito.",
        "Zambia supplied electricity to Malawi.",
        "Haiti received food aid from Chile.",
        "The curator handed over the medal to Nepal.",
    ],
)
def test_goods_that_are_not_military_give_nothing(text: str, read: Read) -> None:
    assert not transfers(read(text))


def test_for_whom_an_item_is_is_no_part_of_it(read: Read) -> None:
    (found,) = transfers(read("Norway's freeze on ammunition for Turkey stays."))
    assert (found.cells["item"].value, found.cells["recipient"].value) == ("ammunition", "Turkey")


def test_a_designation_is_a_weapon_though_it_looks_like_a_body(read: Read) -> None:
    found = transfers(read("Lima bought 18 MiG-29s from Belarus."))
    assert [p.cells["item"].value for p in found] == ["MiG-29s"]


def test_a_line_under_a_country_tells_of_its_deals(read: Read) -> None:
    text = "ECUADOR: The purchase of ten mortars was cancelled in May."
    assert {p.cells["recipient"].value for p in transfers(read(text))} == {"Ecuador"}


def test_an_exporter_is_at_home_where_his_possessor_is(read: Read) -> None:
    assert not transfers(read("Ukraine's state arms exporter Ukroboronprom has a new director."))


def test_a_list_of_suppliers_and_items_is_every_pair(read: Read) -> None:
    found = transfers(read("The army bought tanks, mortars and radar equipment from Spain, Italy and Oman."))
    pairs = {(str(p.cells["supplier"].value), str(p.cells["item"].value)) for p in found}
    assert len(pairs) == 9
