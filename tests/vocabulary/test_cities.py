"""Well-known places and the countries they lie in."""

from __future__ import annotations

from muniment.vocabulary.cities import land_of
from muniment.vocabulary.countries import capital, countries


def test_a_city_without_its_country_is_known() -> None:
    found = land_of("Geneva")
    assert found is not None
    assert found.name == "Switzerland"


def test_spaces_and_apostrophes_do_not_matter() -> None:
    assert land_of("Xi’an") == land_of("Xi'an")
    assert land_of("Rio  de Janeiro") == land_of("Rio de Janeiro")


def test_unlisted_and_shared_names_are_open() -> None:
    assert land_of("Nowhere-on-Sea") is None
    assert land_of("Tripoli") is None


def test_seats_of_government_stand_in_the_list_of_countries_alone() -> None:
    assert [seat for each in countries().values() for seat in each.capitals if land_of(seat) and capital(seat)] == []
