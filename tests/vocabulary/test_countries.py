"""Countries: the table is whole, look-ups, and what is found in text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.vocabulary.countries import capital, countries, country, demonym, find_countries

ISO = """AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB
GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX
MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE
SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC
VE VG VI VN VU WF WS YE YT ZA ZM ZW XK"""

LOOKED_UP = [
    ("Russia", "RU"), ("Russian Federation", "RU"), ("Burma", "MM"), ("Myanmar", "MM"), ("the UK", "GB"),
    ("Britain", "GB"), ("U.S.", "US"), ("USA", "US"), ("America", "US"), ("the States", "US"), ("DPRK", "KP"),
    ("South Korea", "KR"), ("Ivory Coast", "CI"), ("Côte d’Ivoire", "CI"), ("DR Congo", "CD"), ("the Gambia", "GM"),
    ("Soviet Union", "SU"), ("Zaire", "ZR"), ("Yugoslavia", "YU"), ("Palestine", "PS"), ("Türkiye", "TR"),
    ("Holland", "NL"), ("Kosovo", "XK"), ("Czechia", "CZ"), ("UAE", "AE"),
]  # fmt: skip
PEOPLES = [
    ("Russian", "RU"), ("Russians", "RU"), ("Swiss", "CH"), ("Filipino", "PH"), ("Filipinos", "PH"), ("Dutch", "NL"),
    ("Burmese", "MM"), ("Emirati", "AE"), ("Briton", "GB"), ("Saudi", "SA"), ("Kyrgyz", "KG"), ("Danes", "DK"),
    ("Nigerien", "NE"), ("Nigerian", "NG"), ("Malagasy", "MG"), ("Burkinabe", "BF"), ("U.S.", "US"),
]  # fmt: skip
SEATS = [
    ("Moscow", "RU"), ("Kremlin", "RU"), ("Beijing", "CN"), ("White House", "US"), ("Downing Street", "GB"),
    ("Naypyitaw", "MM"), ("Naypyidaw", "MM"), ("Nay Pyi Taw", "MM"), ("Elysee", "FR"), ("Ankara", "TR"),
    ("The Hague", "NL"), ("Kyiv", "UA"), ("Kiev", "UA"), ("Blue House", "KR"),
]  # fmt: skip


def test_every_iso_country_is_there() -> None:
    assert set(ISO.split()) <= set(countries())


def test_no_name_stands_for_two() -> None:
    names = Counter(name for entry in countries().values() for name in dict.fromkeys((entry.name, *entry.aliases)))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_state_has_people_and_a_seat() -> None:
    for entry in countries().values():
        if entry.kind == "state" and entry.code not in ("VA", "CG", "DM"):
            assert entry.demonyms, entry.name


@pytest.mark.parametrize(("name", "code"), LOOKED_UP)
def test_country(name: str, code: str) -> None:
    found = country(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(("word", "code"), PEOPLES)
def test_demonym(word: str, code: str) -> None:
    found = demonym(word)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(("name", "code"), SEATS)
def test_capital(name: str, code: str) -> None:
    found = capital(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("word", ["us", "turkey", "china", "polish", "", "Europe", "Ruritania"])
def test_no_country(word: str) -> None:
    assert country(word) is None
    assert demonym(word) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Turkey sold turkey to us in the US", ["TR name", "US name"]),
        ("U.S. troops and the U.S. Congress left the U.S.", ["US demonym", "US name", "US name"]),
        ("South Korean and Papua New Guinean boats", ["KR demonym", "PG demonym"]),
        ("RUSSIA SELLS; MOSCOW, May 3", ["RU name", "RU capital"]),
        ("Côte d'Ivoire, Guinea-Bissau and Trinidad and Tobago", ["CI name", "GW name", "TT name"]),
        ("the Persian Gulf, the Gulf of Oman and New Mexico", []),
        ("Michael Jordan flew to Jordan", ["JO name ?", "JO name"]),
        ("Georgia O'Keeffe painted in Georgia", ["GE name ?", "GE name"]),
        ("Congo and DR Congo", ["CD name ?", "CD name"]),
        ("St. Lucia and St Lucia", ["LC name", "LC name"]),
        ("Washington\nand\nBeijing agreed", ["US capital", "CN capital"]),
    ],
)
def test_found_in_text(text: str, found: list[str]) -> None:
    shown = [f"{one.country.code} {one.form}{' ?' if one.doubt else ''}" for one in find_countries(text)]
    assert shown == found


def test_a_full_stop_belongs_to_an_abbreviation() -> None:
    text = "made in the U.S. and sold in the U.K."
    assert [text[one.start : one.end] for one in find_countries(text)] == ["U.S.", "U.K."]


@settings(deadline=None)
@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text(text: str, start: int, end: int) -> None:
    for one in find_countries(text, start, end):
        assert start <= one.start < one.end <= min(end, len(text))


@settings(deadline=None)
@given(st.sampled_from(sorted(countries().values(), key=lambda entry: entry.code)))
def test_every_name_is_found(entry: object) -> None:
    name = getattr(entry, "name", "")
    text = f"They went to {name}."
    assert [text[one.start : one.end] for one in find_countries(text)] == [name]
