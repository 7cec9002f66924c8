"""Who stands behind a record: copies count once, and a ministry that ten papers quote is one voice."""

from __future__ import annotations

from muniment.ledger.reconcile import Origin, copies
from muniment.schema.claim import Claim
from muniment.schema.record import Record
from tests.ledger.reconcile.telling import records, telling, told


def strike(document: str, source: str = "") -> Claim:
    """An air strike that several papers report."""
    cells = {"kind": "air strike", "place": "Saada", "actor": "Saudi Arabia"}
    return telling("incidents")(document, "2018-08-09", source=source, **cells)


def backed(*claims: Claim, **origins: Origin) -> Record:
    """Their only record."""
    (record,) = records(claims, origins)
    return record


def test_ten_papers_with_one_wire_text_are_one_agency() -> None:
    papers = {f"p{n}": Origin(f"Paper {n}", "Harbour Wire") for n in range(10)}
    record = backed(*(strike(name) for name in papers), **papers)
    assert (record.support.documents, record.support.publishers, record.support.agencies) == (10, 10, 1)
    assert (record.support.independent, record.grade, record.provisional) == (1, "weak", True)


def test_a_copy_counts_with_its_original() -> None:
    record = backed(strike("x"), strike("y"), x=Origin("Daily"), y=Origin("Weekly", copy_of="x"))
    assert (record.support.publishers, record.support.agencies, record.support.independent) == (2, 1, 1)


def test_ten_agencies_that_quote_one_ministry_are_one_voice() -> None:
    papers = {f"p{n}": Origin(f"Paper {n}") for n in range(10)}
    record = backed(*(strike(name, "the health ministry") for name in papers), **papers)
    assert (record.support.agencies, record.support.speakers, record.support.independent) == (10, 1, 1)


def test_two_papers_of_their_own_are_fair_and_one_article_with_two_speakers_is_not() -> None:
    assert backed(strike("x"), strike("y"), x=Origin("Daily"), y=Origin("Weekly")).grade == "fair"
    record = backed(strike("x", "a doctor"), strike("x", "a driver"), x=Origin("Daily"))
    assert (record.support.speakers, record.support.independent, record.grade) == (2, 1, "weak")


def test_documents_of_unknown_publishers_are_each_their_own() -> None:
    assert backed(strike("x"), strike("y")).support.publishers == 2


def test_the_word_of_who_did_it_confirms() -> None:
    assert backed(strike("x"), strike("y", "the Saudi government")).grade == "confirmed"
    assert backed(strike("x"), strike("y", "the Yemeni government")).grade == "fair"


def test_a_denial_of_who_is_said_to_have_done_it_contests() -> None:
    denied = told(
        "incidents", "y", "2018-08-09", modality="denied", source="Saudi Arabia", kind="air strike", place="Saada"
    )
    assert backed(strike("x"), denied).grade == "contested"


def test_only_what_counts_towards_the_shown_cells_supports_them() -> None:
    possible = told("incidents", "y", "2018-08-09", modality="possible", kind="air strike", place="Saada")
    assert backed(strike("x"), possible).support.documents == 1


TEXT = (
    "Warplanes struck a market in the town of Saada on Thursday morning, residents said. "
    "Doctors at the town's only hospital counted more than forty bodies by noon. "
    "The coalition said that it was looking into the reports of the strike. "
    "It was the deadliest attack on the town in the past three years of war."
)


def test_a_copy_shares_half_of_its_sentences_with_an_earlier_text() -> None:
    shortened = TEXT.replace("\n", " ").upper()[:170]
    other = "The central bank raised its main interest rate by half a point on Thursday, to eleven percent."
    assert copies([("first", TEXT), ("other", other), ("short", shortened), ("again", TEXT + " " + other)]) == {
        "short": "first",
        "again": "first",
    }


def test_short_sentences_are_everybodys() -> None:
    assert (
        copies([("x", "He did not elaborate. No one was hurt."), ("y", "He did not elaborate. No one was hurt.")]) == {}
    )
