"""Dates that a claim has from elsewhere in its document: the stay, the same fact, the chronology, the era, the day of
the news; and what takes none. Published on 10 May 2024, a Friday."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.extract import extract
from muniment.claims.reading import Reading

Read = Callable[..., Reading]

STAY = "President Amina Okoth arrived in Oslo on Thursday for a three-day visit."


def dates(reading: Reading, register: str) -> list[str]:
    """The dates of a register's claims, in text order."""
    claims = extract(reading.document, reading.analysis).claims
    return [claim.date for claim in claims if claim.register == register]


# -- stays --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("President Amina Okoth arrived in Oslo on Monday for a 48-hour visit.", "2024-05-06/2024-05-07"),
        ("President Amina Okoth ended a three-day visit to Norway on Wednesday.", "2024-05-06/2024-05-08"),
        ("President Amina Okoth will start a week-long visit to Norway on Sunday.", "2024-05-12/2024-05-18"),
    ],
)
def test_a_visit_lasts_from_its_first_day_or_up_to_its_last(read: Read, text: str, days: str) -> None:
    assert days in dates(read(text), "meetings")


def test_a_visit_runs_from_arrival_to_end(read: Read) -> None:
    text = "President Amina Okoth ended her visit to Norway on Wednesday. Okoth arrived in Oslo on Monday."
    assert "2024-05-06/2024-05-08" in dates(read(text), "meetings")


def test_what_is_to_be_done_during_the_visit_has_its_days(read: Read) -> None:
    text = f"{STAY} During her visit she will meet Prime Minister Lars Holm."
    assert dates(read(text), "meetings")[-1] == "2024-05-09/2024-05-11"


def test_a_meeting_of_others_is_no_part_of_the_visit(read: Read) -> None:
    assert dates(read(f"{STAY} Prime Minister Jan Kowal will meet President Li Wen in Paris."), "meetings")[-1] == ""


def test_what_they_discussed_was_said_at_the_meeting_before(read: Read) -> None:
    text = "Prime Minister Lars Holm met President Amina Okoth in Oslo on April 30. They discussed trade and security."
    assert dates(read(text), "agreements") == ["2024-04-30"]


def test_who_is_visiting_is_there_on_the_day_of_the_news(read: Read) -> None:
    text = "Visiting Kenyan President Amina Okoth said on Tuesday that trade had grown."
    assert dates(read(text), "meetings") == ["2024-05-07"]


# -- the same fact told again ----------------------------------------------------------------------------------------


def test_a_delivery_told_twice_is_dated_once(read: Read) -> None:
    text = "Norway delivers 12 tanks to Kenya\n\nNorway delivered 12 tanks to Kenya on April 30, the ministry said."
    assert dates(read(text), "transfers") == ["2024-04-30"] * 2


def test_another_delivery_has_not_its_date(read: Read) -> None:
    text = "Norway delivered 12 tanks to Kenya on April 30. Chile has delivered six rifles to Peru."
    assert dates(read(text), "transfers")[-1] == ""


def test_who_abstained_did_so_at_the_vote(read: Read) -> None:
    text = "The General Assembly adopted the resolution on April 30 by 121 votes to seven. Chile abstained."
    found = dates(read(text), "votes")
    assert found
    assert set(found) == {"2024-04-30"}


# -- chronologies and eras -------------------------------------------------------------------------------------------


def test_what_stands_below_a_date_happened_then(read: Read) -> None:
    text = "Visits:\n\n-- March 1986\n\nQueen Ingrid visited Kenya.\n\n-- May 1991\n\nQueen Ingrid visited Chile.\n"
    assert dates(read(text), "meetings") == ["1986-03", "1991-05"]


def test_one_date_alone_on_a_line_is_no_chronology(read: Read) -> None:
    assert "1986-03" not in dates(read("March 1986\n\nQueen Ingrid visited Kenya.\n"), "meetings")


def test_since_the_coup_begins_with_the_coup(read: Read) -> None:
    text = "The army seized power in February 2021. Norway has supplied the army with tanks since the coup."
    assert dates(read(text), "transfers") == ["2021-02/.."]


def test_since_a_coup_that_nobody_dates_begins_nowhere(read: Read) -> None:
    assert dates(read("Norway has supplied the army with tanks since the coup."), "transfers") == [""]


# -- dates that hang on others ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "register", "date"),
    [
        ("Aid stopped on Monday, three days after Sweden imposed sanctions on Chad.", "measures", "2024-05-03"),
        ("Ana Ruiz took office in 2003, two years after rebels overthrew the government of Chad.", "incidents", "2001"),
        ("A jet crashed on Sunday. The same day an air raid killed nine villagers.", "tallies", "2024-05-05"),
        ("The pact signed on Monday between Kenya and Norway bans fishing.", "agreements", "2024-05-06"),
        ("Kenya and Norway signed an agreement recently.", "agreements", "2024-05~"),
        ("Kenya left the club on Monday on the eve of a summit between Chad and Niger.", "meetings", "2024-05-07"),
        ("Sales will fall after the May 14 meeting between Ana Ruiz and Lars Holm.", "meetings", "2024-05-14"),
    ],
)
def test_a_date_counts_from_the_one_told(read: Read, text: str, register: str, date: str) -> None:
    assert dates(read(text), register) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The President meets Prime Minister Lars Holm on Sunday in Oslo.", "2024-05-12"),
        ("Kenya signed on. Lars Holm would on Sunday attend a summit in Oslo.", "2024-05-12"),
        ("A visit of Lars Holm to Kenya that had been scheduled for Sunday was put off.", "2024-05-12"),
        ("Lars Holm visited Kenya on Sunday.", "2024-05-05"),
    ],
)
def test_on_which_side_of_publication_a_weekday_lies(read: Read, text: str, date: str) -> None:
    assert date in dates(read(text), "meetings")


# -- statements ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Anger rose on Monday when Lars Holm said that taxes would go up.", ["2024-05-06"]),
        ("The talks had failed, Kenya said Saturday. ", ["2024-05-11"]),
        ("Kenya welcomed last month's truce.", [""]),
        ("Kenya said that the debt will be repaid before 2031.", [""]),
        ("Chad hit back on Monday after Kenya said that it would leave.", [""]),
    ],
)
def test_when_it_was_said(read: Read, text: str, days: list[str]) -> None:
    assert dates(read(text), "positions") == days


def test_the_day_of_the_news_is_that_of_a_statement_before_that_of_an_act(read: Read) -> None:
    text = "A suspect in Monday's blast in Chad has confessed, the radio said on Wednesday. Kenya said it was pleased."
    assert dates(read(text), "positions")[-1] == "2024-05-08"


def test_who_speaks_right_after_a_dated_statement_speaks_then(read: Read) -> None:
    text = "Kenya said on Thursday that it was pleased. Chad's army on Tuesday accused Kenya of lying. "
    assert dates(read(f'{text}"They lie," said Major Idris Toure.'), "positions")[-1] == "2024-05-07"


# -- what goes on ----------------------------------------------------------------------------------------------------


def test_a_measure_in_force_since_a_day_has_no_end(read: Read) -> None:
    text = "Norway has imposed sanctions on Kenya ever since the army seized power in March."
    assert dates(read(text), "measures") == ["2024-03/.."]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("A war between Kenya and Chad broke out in March 2003.", "2003-03/.."),
        ("A war between Kenya and Chad ended in March 2003.", "../2003-03"),
    ],
)
def test_a_war_goes_on_from_its_first_day_until_its_last(read: Read, text: str, date: str) -> None:
    assert dates(read(text), "incidents") == [date]


def test_a_visit_that_is_the_reason_has_not_the_day_of_what_it_led_to(read: Read) -> None:
    text = "Kenya broke off talks with Norway on Friday over Amina Okoth's visit to Oslo."
    assert dates(read(text), "meetings") == ["2024-05-10", ""]  # the talks, the visit


def test_earlier_truces_are_none_of_those_told_of(read: Read) -> None:
    text = "Kenya and Chad signed a seven-day ceasefire on Thursday. Earlier truces have collapsed within hours."
    assert dates(read(text), "agreements") == ["2024-05-09"]
