"""Places named with a common noun: the name says where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.match import match
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Militants attacked a police post in the northern province of Sofala.", "Sofala"),
        ("Gunmen killed four nurses in the town of Bria.", "Bria"),
        ("A suicide bomber killed four soldiers south of Baghdad.", "Baghdad"),
    ],
)
def test_the_name_beside_the_noun_is_the_place(read: Read, text: str, place: str) -> None:
    places = [p.cells["place"].value for p in match(read(text)) if p.register == "incidents" and "place" in p.cells]
    assert places
    assert set(places) == {place}


def test_an_unnamed_site_is_no_place(read: Read) -> None:
    proposals = [p for p in match(read("Gunmen killed four nurses in a village.")) if p.register == "incidents"]
    assert proposals
    assert all("place" not in p.cells for p in proposals)


def test_the_capital_of_a_country_is_its_seat(read: Read) -> None:
    places = [p.cells["place"].value for p in match(read("Gunmen killed four nurses in the Italian capital."))]
    assert set(places) == {"Rome"}
