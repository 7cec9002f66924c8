"""Dates from the occasion: of the news, of the visit announced, of the act in the lead; and what takes none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.extract import extract
from muniment.claims.reading import Reading

Read = Callable[..., Reading]

MEETING = "Prime Minister Lars Holm met President Amina Okoth in Oslo on Tuesday."


def dates(reading: Reading, register: str) -> list[str]:
    """The dates of a register's claims, in text order; published on 10 May 2024, a Friday."""
    claims = extract(reading.document, reading.analysis).claims
    return [claim.date for claim in claims if claim.register == register]


def test_what_was_agreed_at_a_meeting_has_its_day(read: Read) -> None:
    assert dates(read(f"{MEETING} The two countries signed an agreement on fishing."), "agreements") == ["2024-05-07"]


@pytest.mark.parametrize(
    "told",
    [
        "Norway had signed an agreement on fishing with Kenya.",
        "Norway and Kenya signed an agreement on fishing in 2011.",
        "Norway recently signed an agreement on fishing with Kenya.",
    ],
)
def test_what_lies_further_back_has_not(read: Read, told: str) -> None:
    assert "2024-05-07" not in dates(read(f"{MEETING} {told}"), "agreements")


def test_a_headline_tells_of_the_day(read: Read) -> None:
    text = f"Norwegian Prime Minister Lars Holm meets Kenyan president\n\n{MEETING}"
    assert dates(read(text), "meetings") == ["2024-05-07"] * 2


def test_a_visit_takes_the_days_it_lasts(read: Read) -> None:
    found = dates(read("President Amina Okoth arrived in Oslo on Monday for a three-day visit."), "meetings")
    assert found
    assert set(found) == {"2024-05-06/2024-05-08"}


def test_plans_belong_to_the_visit_announced(read: Read) -> None:
    text = "President Amina Okoth will visit Oslo on May 14. She will meet Prime Minister Lars Holm."
    assert set(dates(read(text), "meetings")) == {"2024-05-14"}


def test_acts_of_the_lead_share_their_day(read: Read) -> None:
    text = "Rebels killed 14 soldiers in Mali. A bomb wounded six farmers in Mali on Monday."
    assert dates(read(text), "tallies") == ["2024-05-06"] * 2


def test_acts_of_two_days_lend_none(read: Read) -> None:
    text = "Rebels killed 14 soldiers. A bomb wounded six farmers on Monday. A mine killed two boys on Tuesday."
    assert dates(read(text), "tallies")[0] == ""


def test_a_toll_that_rises_does_not_tell_when(read: Read) -> None:
    assert dates(read("The death toll from the floods in Kenya rose on Monday to 90."), "tallies") == [""]


def test_the_year_that_an_ordinal_counts_from_is_no_date(read: Read) -> None:
    assert set(dates(read("It is the second visit of President Amina Okoth to Oslo since 2003."), "meetings")) == {""}
