"""Names: stripping, comparing, acronyms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.text import names


@pytest.mark.parametrize(
    ("given_name", "wanted"),
    [
        ("Gen. Maria Santos’s", "Maria Santos"),
        ("the Prime Minister John Doe", "John Doe"),
        ("President  Ana\nLima,", "Ana Lima"),
        ("Senior General Ko Ko", "Ko Ko"),
        ("Mr U Thant", "U Thant"),
        ("Ma Ying-jeou", "Ma Ying-jeou"),
        ("Dr. Martin King Jr.", "Martin King"),
        ("The Hague", "Hague"),
        ("President", "President"),
        ("the general", "general"),
        ("", ""),
    ],
)
def test_clean(given_name: str, wanted: str) -> None:
    assert names.clean(given_name) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("Ana’s", "Ana"), ("Reuters’", "Reuters"), ("Côte d’Ivoire", "Côte d’Ivoire"), ("Ana's", "Ana"), ("s", "s")],
)
def test_possessive(name: str, wanted: str) -> None:
    assert names.strip_possessive(name) == wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("Lima", "Ana Lima", "short"),
        ("Ms. Lima", "Ana Lima", "short"),
        ("Ana Lima", "ANA LIMA", "equal"),
        ("Jose Marti", "José Martí", "equal"),
        ("A. Lima", "Ana Lima", "variant"),
        ("Dmitri Orlov", "Dmitry Orlov", "variant"),
        ("Alex Orlov", "Alexander Orlov", "variant"),
        ("Minh Tun Oo", "Min Tun Oo", "variant"),
        ("Xi", "Xi Jinping", "short"),
        ("Bob Lima", "Ana Lima", "different"),
        ("Ana", "Lima", "different"),
        ("Lima", "Limb", "different"),
        ("van der Berg", "Jan van der Berg", "short"),
        ("A", "Ana Lima", "different"),
        ("", "Ana", "different"),
        ("Mohamed Ali Hassan", "Mohamed Hassan", "variant"),
    ],
)
def test_likeness(one: str, other: str, wanted: str) -> None:
    assert names.likeness(one, other) == wanted
    assert names.likeness(other, one) == wanted
    assert names.same_person(one, other) == (wanted != "different")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("AAPP", "Assistance Association for Political Prisoners"),
        ("U.N.", "United Nations"),
        ("the UN".removeprefix("the "), "the United Nations"),
        ("OPCW", "Organisation for the Prohibition of Chemical Weapons"),
        ("BoE", "Bank of England"),
        ("AU", "African Union"),
        ("NGOs", "non-governmental organisations"),
        ("KNLA", "Karen National Liberation Army"),
        ("ÖBB", "Österreichische Bundes Bahnen"),
        ("USDP", "Union Solidarity and Development Party"),
    ],
)
def test_acronym(short: str, full: str) -> None:
    assert names.acronym_of(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [("UN", "United Kingdom"), ("A", "African Union"), ("un", "United Nations"), ("EU", "Europe"), ("NATO", "")],
)
def test_no_acronym(short: str, full: str) -> None:
    assert not names.acronym_of(short, full)


def test_fullest() -> None:
    assert names.fullest(["Lima", "President Ana Lima", "A. Lima"]) == "Ana Lima"
    assert names.fullest(["AAPP", "Assistance Association"]) == "Assistance Association"
    assert names.fullest(["NATO"]) == "NATO"
    assert names.fullest([]) == ""


def test_legal_form() -> None:
    assert names.without_legal_form("Orlov Trading Co. Ltd.") == "Orlov Trading"
    assert names.without_legal_form("Salt") == "Salt"


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text(one: str, other: str) -> None:
    assert names.clean(names.clean(one)) == names.clean(names.clean(names.clean(one)))
    assert names.fold(names.fold(one)) == names.fold(one)
    assert names.likeness(one, other) == names.likeness(other, one)
    names.acronym_of(one, other)
    names.fullest([one, other])


@given(st.text(alphabet="abcd", max_size=8), st.text(alphabet="abcd", max_size=8))
def test_near_is_symmetric(one: str, other: str) -> None:
    assert names.near(one, other) == names.near(other, one)
