"""Posts read off titles, appositions and clauses, with the packaged model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.offices.affiliations import affiliations
from muniment.claims.offices.spoken import Spoken, rule_for
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def posts(reading: Reading) -> list[tuple[str, str, str]]:
    """Subject, post and object of each proposal."""
    return [(_value(p, "subject"), _value(p, "post"), _value(p, "object")) for p in affiliations(reading)]


def _value(proposal: Proposal, cell: str) -> str:
    return str(proposal.cells[cell].value) if cell in proposal.cells else ""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ghanaian Energy Minister Kofi Asante left on Monday.", ("Kofi Asante", "Energy Minister", "Ghana")),
        ("Portugal's Minister for Europe Rita Nogueira spoke.", ("Rita Nogueira", "Minister for Europe", "Portugal")),
        ("Former Chilean president Diego Rojas was there.", ("Diego Rojas", "Former president", "Chile")),
        ("Kenya's ambassador, Amos Wekesa, was summoned.", ("Amos Wekesa", "ambassador", "Kenya")),
        ("Lisbon's defence minister, Pedro Vaz, resigned.", ("Pedro Vaz", "defence minister", "Portugal")),
        ("Peter Okello, head of the African Union, spoke.", ("Peter Okello", "head", "African Union")),
        ("Peter Okello is the head of the African Union.", ("Peter Okello", "head", "African Union")),
        ("Chilean Secretary of State Ana Ruiz spoke.", ("Ana Ruiz", "Secretary of State", "Chile")),
        ("The head of the Chilean delegation, Ana Ruiz, spoke.", ("Ana Ruiz", "head", "Chile")),
        ("The African Union, headed by Peter Okello, met.", ("Peter Okello", "head", "African Union")),
        ("Peter Okello was appointed head of the African Union.", ("Peter Okello", "head", "African Union")),
        ("Marta Rojas, 51, Chile's finance minister, said no.", ("Marta Rojas", "finance minister", "Chile")),
    ],
)
def test_a_post_is_read(read: Read, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in posts(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "General Okello said it was raining.",
        "The minister spoke to Marta Rojas.",
        "Ministers from Chile met Marta Rojas.",
        "They met the president, Marta Rojas and Kofi Asante.",
        "Diego Rojas is the first Chilean president in years to ski.",
    ],
)
def test_nothing_is_made_of_it(read: Read, text: str) -> None:
    assert posts(read(text)) == []


def test_a_counterpart_has_the_same_office_elsewhere(read: Read) -> None:
    reading = read("Chilean Foreign Minister Marta Rojas met her Peruvian counterpart Luis Ortega.")
    assert ("Luis Ortega", "Foreign Minister", "Peru") in posts(reading)


def test_a_wording_gives_one_row(read: Read) -> None:
    text = "Chilean President Marta Rojas spoke. Later President Marta Rojas left. President Marta Rojas is back."
    found = posts(read(text))
    assert found.count(("Marta Rojas", "President", "Chile")) == 1


def test_a_bare_office_is_that_of_the_only_state_that_has_one(read: Read) -> None:
    reading = read("Japan and Chile signed a treaty. Japan's economy grew. Prime Minister Kenji Mori said so.")
    assert ("Kenji Mori", "Prime Minister", "Japan") in posts(reading)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("France and Italy played. Prime Minister Marta Rojas was there.", "Prime Minister"),
        ("Provincial governor Marta Rojas visited Chile.", "Provincial governor"),
        ("The rebel leader Marta Rojas was there.", "rebel leader"),
    ],
)
def test_a_bare_office_of_no_certain_body_says_only_the_office(read: Read, text: str, post: str) -> None:
    assert posts(read(text)) == [("Marta Rojas", post, "")]


def test_a_plural_title_is_each_ones(read: Read) -> None:
    found = posts(read("African Union commissioners Marta Rojas and Kofi Asante spoke."))
    assert ("Marta Rojas", "commissioner", "African Union") in found
    assert ("Kofi Asante", "commissioner", "African Union") in found


def test_a_bare_office_is_that_of_the_state_named_elsewhere(read: Read) -> None:
    text = "President Marta Rojas spoke. France and Italy cheered. Chilean President Marta Rojas left."
    assert ("Marta Rojas", "President", "Chile") in posts(read(text))


def rows(reading: Reading) -> list[tuple[str, str, str]]:
    """Subject, relation and object of each proposal."""
    return [(_value(p, "subject"), _value(p, "relation"), _value(p, "object")) for p in affiliations(reading)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chile's state-run Siemens AG built the plant.", ("Siemens AG", "part of", "Chile")),
        ("The Chilean state shipbuilder Siemens AG laid the keel.", ("Siemens AG", "part of", "Chile")),
        ("Marta Rojas of the African Union spoke.", ("Marta Rojas", "member", "African Union")),
        ("The African Union's Marta Rojas spoke.", ("Marta Rojas", "member", "African Union")),
        ("He met Hamas member Marta Rojas.", ("Marta Rojas", "member", "Hamas")),
        ("Marta Rojas, a lawyer and member of the African Union, spoke.", ("Marta Rojas", "member", "African Union")),
        ("A Taliban fighter, Marta Rojas, spoke.", ("Marta Rojas", "member", "Taliban")),
        ("NATO's Kosovo Force left.", ("Kosovo Force", "part of", "NATO")),
        ("The World Food Programme (WFP), a UN agency, left.", ("World Food Programme", "part of", "United Nations")),
    ],
)
def test_belonging_is_read(read: Read, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in rows(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Siemens AG built the plant in Chile.",
        "Marta Rojas spoke of the African Union.",
        "Family member Marta Rojas spoke.",
        "It was sold by Siemens AG, the African Union said.",
    ],
)
def test_no_belonging_is_made_up(read: Read, text: str) -> None:
    assert rows(read(text)) == []


def test_what_is_taken_for_granted_is_nobodys_statement(read: Read) -> None:
    (proposal,) = affiliations(read("Chilean President Marta Rojas left."))
    assert proposal.background
    assert proposal.evidence.of("Chilean President Marta Rojas left.") == "Chilean President Marta Rojas"


def test_offices_by_constitution() -> None:
    assert rule_for("former foreign minister") == rule_for("foreign minister") is not None
    assert rule_for("minister") is None
    assert rule_for("goalkeeper") is None
    text = "Britain and France talked, France said. France's President"
    found = Spoken(text).whose("first President", len(text))
    assert found is not None
    assert found.country.name == "France"
