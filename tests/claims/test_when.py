"""Which date is whose: an event's own, that of the clause around it, and none where the text gives none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.dating.retold import date_retold
from muniment.claims.facts.events import unite
from muniment.claims.match import match
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def dates(reading: Reading, register: str = "tallies") -> list[str]:
    """The dates of a register's claims, in text order; the reading was published on 10 May 2024, a Friday."""
    found = date_retold(reading, unite(reading, match(reading)))
    return [proposal.date for proposal in found if proposal.register == register]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Rebels killed 14 soldiers in Mali on Monday.", "2024-05-06"),
        ("Rebels killed 14 soldiers in Mali in March 2012.", "2012-03"),
        ("The 2002 bombings, which killed 90 people, shocked Kenya.", "2002"),
        ("Rebels killed 14 soldiers in Mali.", ""),
    ],
)
def test_an_event_takes_the_date_that_hangs_on_it(read: Read, text: str, date: str) -> None:
    assert dates(read(text)) == [date]


def test_the_date_of_another_noun_is_not_the_events(read: Read) -> None:
    assert dates(read("After the elections of March 2012 rebels killed 14 soldiers in Mali.")) != ["2012-05-06"]


def test_a_fact_told_again_takes_the_date_told_once(read: Read) -> None:
    headline, lead = "Rebels kill 14 soldiers in Mali", "Rebels killed 14 soldiers in Mali on Monday, the army said."
    found = dates(read(f"{headline}\n\n{lead}"))
    assert found == ["2024-05-06", "2024-05-06"]


def test_the_incident_points_back_to_the_act_told_last(read: Read) -> None:
    found = dates(read("Rebels killed 14 soldiers in Mali on Monday. Two civilians were wounded in the attack."))
    assert found == ["2024-05-06", "2024-05-06"]


def test_acts_of_different_days_lend_no_date(read: Read) -> None:
    text = "Rebels killed 14 soldiers in Mali on Monday. Rebels killed 14 soldiers in Mali on Tuesday. "
    found = dates(read(text + "Earlier, rebels had killed 14 soldiers in Mali."))
    assert found[2] == ""


def test_two_acts_of_one_sentence_share_its_day(read: Read) -> None:
    assert dates(read("Troops killed two militants in Chad on Monday and arrested six others.")) == ["2024-05-06"] * 2


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The foreign minister of Chile was expected to arrive in Quito on Thursday.", "2024-05-16"),
        ("The foreign minister of Chile was due to arrive in Quito on Thursday.", "2024-05-16"),
        ("The foreign minister of Chile arrived in Quito on Thursday.", "2024-05-09"),
        ("The foreign minister of Chile will arrive in Quito on May 14.", "2024-05-14"),
    ],
)
def test_what_is_expected_lies_ahead(read: Read, text: str, date: str) -> None:
    assert dates(read(text), "meetings") == [date]


def test_a_pledge_was_made_in_the_month_it_names(read: Read) -> None:
    assert dates(read("Portugal pledged 14 howitzers to Kenya in January."), "transfers") == ["2024-01"]


def test_what_one_comes_to_do_is_done_on_arriving(read: Read) -> None:
    reading = read("President Amina Okoth flew to Oslo on Monday to meet Prime Minister Lars Holm.")
    assert set(dates(reading, "meetings")) == {"2024-05-06"}


def test_the_date_of_what_is_said_is_not_that_of_an_act_beside_it(read: Read) -> None:
    text = "During talks with Prime Minister Lars Holm, President Amina Okoth noted that ties had grown since 1950."
    assert set(dates(read(text), "meetings")) == {""}
