"""Ties between registers: what joins a visit, the memorandum signed on it, and the jets delivered under it."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest

from muniment.ledger.identity.wording import name_key
from muniment.ledger.ties import ties
from muniment.schema.claim import Claim, Value
from muniment.schema.record import Reading, Record
from muniment.schema.tie import BACK, Tie
from tests.ledger.making import claim


class World:
    """Records with one claim each, told at places of documents."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.claims: dict[str, Claim] = {}

    def add(
        self,
        id: str,
        register: str,
        cells: Mapping[str, Value],
        date: str = "",
        at: tuple[str, int] | None = None,
        modality: str = "asserted",
    ) -> World:
        document, start = at or (f"document of {id}", 0)
        told = claim(cells, register, document=document, at=start, id=f"c-{id}", date=date)
        self.claims[told.id] = told
        readings = {name: (Reading(value, (told.id,)),) for name, value in cells.items()}
        self.records.append(Record(id, register, cells, (told.id,), readings, {}, date, modality))
        return self

    def ties(self) -> list[Tie]:
        return list(ties(self.records, self.claims, lambda name, document, cell: name_key(name)))


MINISTER = {"subject": "Ama Boateng", "relation": "post", "object": "Ghana", "post": "defence minister"}
VISIT = {"kind": "visit", "guest": "Ama Boateng", "host": "Brazil"}
ENVOYS = {**VISIT, "guest": "a Ghanaian delegation"}
MEMO: dict[str, Value] = {"parties": ("Ghana", "Brazil"), "kind": "memorandum", "subject": "pilot training",
                          "stage": "signed"}  # fmt: skip


def test_a_memorandum_is_tied_to_the_visit_of_those_days_by_whom_the_guest_stands_for() -> None:
    world = World().add("post", "affiliations", MINISTER).add("visit", "meetings", VISIT, "2019-02-11/2019-02-14")
    (tie,) = world.add("memo", "agreements", MEMO, "2019-02").ties()
    assert (tie.record, tie.kind, tie.other) == ("memo", "concluded at", "visit")
    assert tie.reasons == ("both dated 2019-02-11/2019-02-14", "Ama Boateng: defence minister, Ghana", "Brazil")


@pytest.mark.parametrize(
    ("visit", "date"),
    [
        (VISIT, "2019-02"),  # nobody says whom the guest stands for
        ({**VISIT, "guest": "a Kenyan delegation"}, "2019-02"),
        ({**ENVOYS, "host": "Italy"}, "2019-02"),
        (ENVOYS, "2019-03"),
        (ENVOYS, "2019"),  # a year names no occasion
        (ENVOYS, ""),
    ],
)
def test_what_fits_by_halves_is_not_tied(visit: dict[str, Value], date: str) -> None:
    assert World().add("visit", "meetings", visit, date).add("memo", "agreements", MEMO, "2019-02").ties() == []


def test_of_two_visits_the_one_told_beside_it_and_none_where_nothing_tells_them_apart() -> None:
    world = World().add("memo", "agreements", MEMO, "2019-02", ("a", 100)).add("one", "meetings", ENVOYS, "2019-02")
    world.add("two", "meetings", ENVOYS, "2019-02")
    assert world.ties() == []
    world.add("three", "meetings", ENVOYS, "2019-02", ("a", 200))
    assert [(tie.other, tie.reasons[-1]) for tie in world.ties()] == [("three", "told beside each other")]


def test_a_denied_visit_concluded_nothing() -> None:
    world = World().add("visit", "meetings", ENVOYS, "2019-02", modality="denied")
    assert world.add("memo", "agreements", MEMO, "2019-02").ties() == []


def test_a_transfer_follows_the_contract_whose_subject_names_the_item() -> None:
    deal: dict[str, Value] = {"parties": ("Norte Aviation", "Ghana"), "kind": "contract", "stage": "signed"}
    jets = {"supplier": "Norte Aviation", "recipient": "Ghana", "item": "Tucano aircraft", "status": "delivered"}
    world = World().add("deal", "agreements", {**deal, "subject": "five Tucano aircraft"}, "2017")
    world.add("radar deal", "agreements", {**deal, "subject": "radar"}, "2017")
    world.add("jets", "transfers", jets, "2020-02").add("older jets", "transfers", jets, "2009")
    assert [(tie.record, tie.kind, tie.other) for tie in world.ties()] == [("jets", "under", "deal")]


def test_the_supplier_s_parent() -> None:
    world = World().add(
        "owner", "affiliations", {"subject": "Norte Aviation", "relation": "subsidiary", "object": "Grupo Norte"}
    )
    jets = {"supplier": "Norte Aviation", "recipient": "Ghana", "item": "jets", "status": "supplied"}
    (tie,) = world.add("jets", "transfers", jets).ties()
    assert tie == Tie("jets", "supplier's parent", "owner", ("Norte Aviation: subsidiary, Grupo Norte",))


def test_a_resolution_and_its_vote() -> None:
    body: dict[str, Value] = {"body": "UN Security Council"}
    act = {"imposer": "UN Security Council", "target": "Sudan", "kind": "resolution", "stage": "imposed"}
    world = World().add("embargo", "measures", act, "2023-06-09")
    world.add("vote", "votes", {**body, "question": "arms embargo on Sudan", "for": 13}, "2023-06")
    world.add("elsewhere", "votes", {**body, "question": "mission in Mali", "for": 15}, "2023-06")
    assert [(tie.kind, tie.other) for tie in world.ties()] == [("put to the vote in", "vote")]


def test_a_named_vote_and_the_count_it_is_part_of() -> None:
    count: dict[str, Value] = {"body": "UN Security Council", "question": "renewal of the Sudan embargo", "for": 13}
    named: dict[str, Value] = {"body": "Security Council", "question": "embargo on Sudan", "voter": "Gabon"}
    world = World().add("count", "votes", count, "2023-06-09").add("named", "votes", named, "2023-06")
    world.add("another", "votes", {**named, "question": "mission in Mali"}, "2023-06")
    assert [(tie.record, tie.kind, tie.other) for tie in world.ties()] == [("named", "counted in", "count")]


def test_the_toll_of_a_strike_is_not_that_of_the_war() -> None:
    count: dict[str, Value] = {"measure": "killed", "value": 60, "bound": "about", "place": "Nyala"}
    world = World().add("strike", "incidents", {"kind": "air strike", "place": "Nyala", "killed": 60}, "2023-10-14")
    world.add("toll", "tallies", count, "2023-10-14").add("war", "tallies", count, "2023-04/2024-02")
    assert [(tie.record, tie.kind, tie.other) for tie in world.ties()] == [("toll", "toll of", "strike")]


def test_a_meeting_during_a_visit() -> None:
    world = World().add("post", "affiliations", {**MINISTER, "subject": "Lucia Prado", "object": "Brazil"})
    world.add("visit", "meetings", VISIT, "2024-05-13/2024-05-16")
    world.add("talk", "meetings", {"kind": "meeting", "guest": "Ama Boateng", "host": "Lucia Prado"}, "2024-05-14")
    assert [(tie.record, tie.kind, tie.other) for tie in world.ties()] == [("talk", "during", "visit")]


def test_order_does_not_matter_and_every_kind_reads_backwards() -> None:
    world = World().add("post", "affiliations", MINISTER).add("visit", "meetings", VISIT, "2019-02-11")
    world.add("memo", "agreements", MEMO, "2019-02").add("talk", "meetings", {**VISIT, "kind": "meeting"}, "2019-02-11")
    before = world.ties()
    random.Random(7).shuffle(world.records)
    assert world.ties() == before
    assert {tie.kind for tie in before} <= set(BACK)
