"""Whom a claim is credited to: the speaker, the outlet that goes on passing words on, nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from muniment.claims.extract import extract
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def sources(reading: Reading, register: str, publisher: str = "Agence Belga") -> list[str]:
    """The sources of a register's claims, in text order."""
    claims = extract(replace(reading.document, publisher=publisher), reading.analysis).claims
    return [claim.source for claim in claims if claim.register == register]


def test_who_told_an_outlet_goes_on_telling_it(read: Read) -> None:
    text = '"We are ready," General Odo Mbeki told the Kampala Post newspaper. "The road is open," Mbeki said.'
    assert sources(read(text), "positions") == ["Kampala Post"] * 2


def test_he_does_not_two_sentences_later(read: Read) -> None:
    text = '"We are ready," General Odo Mbeki told the Kampala Post newspaper. Rain fell in Goma. The sun came out. '
    assert sources(read(f'{text}"The road is open," Mbeki said.'), "positions")[-1] == ""


@pytest.mark.parametrize("said", ["told parliament", "said in a speech", "said on Monday"])
def test_nor_with_hearers_or_an_occasion_of_his_own(read: Read, said: str) -> None:
    text = "General Odo Mbeki told the Kampala Post newspaper that the road was open. Mbeki "
    assert sources(read(f"{text}{said} that rain would fall."), "positions")[-1] == ""


def test_the_outlet_that_many_tell_is_the_documents_own(read: Read) -> None:
    text = 'General Odo Mbeki told Reuters that the road was open. "It is," Ana Ruiz told Reuters.'
    assert sources(read(text), "positions", publisher="") == ["", ""]
    assert sources(read(text), "positions") == ["Reuters", "Reuters"]


def test_another_speaker_does_not(read: Read) -> None:
    text = '"We are ready," General Odo Mbeki told the Kampala Post newspaper. Chad said that the road was closed.'
    assert sources(read(text), "positions")[-1] == ""


def test_the_report_is_that_of_the_outlet_named_last(read: Read) -> None:
    text = "The Herald newspaper reported that Norway had sold 12 tanks to Kenya."
    assert sources(read(f"{text} The report said Norway had sold 8 jets to Chad."), "transfers") == ["Herald", "Herald"]


def test_the_press_at_large_is_no_outlet(read: Read) -> None:
    assert sources(read("General Odo Mbeki told the press that the road was open."), "positions") == [""]


@pytest.mark.parametrize(
    ("text", "register"),
    [
        ("France has promised 12 tanks to Kenya.", "transfers"),
        ("Kenya condemned the killing of 12 farmers in Chad.", "tallies"),
    ],
)
def test_what_the_speaker_does_or_takes_for_granted_is_the_documents(read: Read, text: str, register: str) -> None:
    found = sources(read(text), register)
    assert found
    assert set(found) == {""}


def test_an_accusation_is_the_accusers(read: Read) -> None:
    assert set(sources(read("Kenya accused rebels of killing 12 farmers in Chad."), "tallies")) == {"Kenya"}


def test_a_list_behind_said_is_the_speakers(read: Read) -> None:
    text = "On Monday the minister, Ana Ruiz, said:\n\n- the road is open;\n- Norway has delivered 12 tanks to Kenya;\n"
    assert sources(read(text), "transfers") == ["Ana Ruiz"]


def test_the_subject_of_the_clause_does_not_report_it(read: Read) -> None:
    text = "Chad, once a major buyer of arms, bought 12 tanks from Norway in 2003, the Herald newspaper added."
    assert sources(read(text), "transfers") == ["Herald"]


def test_forces_keep_the_name_that_the_document_gives_them(read: Read) -> None:
    text = "The US military said that two soldiers had left. The military said that 12 rebels were killed."
    assert set(sources(read(text), "tallies")) == {"US military"}


def test_a_draft_is_the_demand_of_those_who_drew_it_up(read: Read) -> None:
    text = "China balked at the terms of a draft resolution on Iran drawn up by Chad and Niger."
    assert set(sources(read(text), "measures")) == {"Chad", "Niger"}


def test_who_refuses_to_sign_has_not_told_of_the_pact(read: Read) -> None:
    text = "Rebels in Chad refused to sign the peace agreement between Kenya and Norway."
    assert set(sources(read(text), "agreements")) <= {""}
