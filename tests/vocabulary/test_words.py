"""Titles, weapons, organisations, outlets, people: what is found, and what is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.vocabulary import organisations as bodies
from muniment.vocabulary.matcher import Phrases, listed
from muniment.vocabulary.people import actor, classes_of, find_people, population, source
from muniment.vocabulary.plurals import plural
from muniment.vocabulary.titles import find_titles, is_title, kinds, title_kind
from muniment.vocabulary.weapons import categories, find_weapons, is_military, weapon_category

TITLES = [
    ("President Ana Lima met him", "President", "head_of_state"),
    ("the prime minister met him", "prime minister", "head_of_government"),
    ("former Norse foreign minister Lima", "foreign minister", "minister"),
    ("the then deputy defence minister", "then deputy defence minister", "deputy_head"),
    ("Minister of Trade Ana Lima", "Minister of Trade", "minister"),
    ("Lt. Gen. Lima came", "Lt. Gen.", "military"),
    ("Senior General Lima came", "Senior General", "military"),
    ("a retired general came", "retired general", "military"),
    ("the generals came", "generals", "military"),
    ("the army chief of staff came", "army chief of staff", "military"),
    ("the commander-in-chief came", "commander-in-chief", "military"),
    ("the commander in chief came", "commander in chief", "military"),
    ("Secretary-General Lima came", "Secretary-General", "international"),
    ("the special rapporteur came", "special rapporteur", "international"),
    ("foreign ministry spokeswoman Lima", "foreign ministry spokeswoman", "spokesperson"),
    ("Crown Prince Lima came", "Crown Prince", "royalty"),
    ("the chief executive officer came", "chief executive officer", "corporate"),
    ("U Tun Oo came", "U", "honorific"),
    ("Archbishop Lima came", "Archbishop", "religious"),
]
NO_TITLE = [
    "In general, the major problem is a private matter.",
    "U.S. forces told us so.",
    "General Motors and the General Assembly disagreed.",
    "They count on it and head home.",
]
WEAPONS = [
    ("six Su-30SME fighter jets", "Su-30SME fighter jets", "aircraft"),
    ("the MiG-29s landed", "MiG-29s", "aircraft"),
    ("Bayraktar TB2 drones flew", "Bayraktar TB2 drones", "aircraft"),
    ("a Yak-130 landed", "Yak-130", "aircraft"),
    ("Mi-35 attack helicopters flew", "Mi-35 attack helicopters", "aircraft"),
    ("an F-16C landed", "F-16C", "aircraft"),
    ("T-72B3 tanks came", "T-72B3 tanks", "armoured vehicles"),
    ("Leopard 2A6 tanks came", "Leopard 2A6 tanks", "armoured vehicles"),
    ("a Leopard 2 came", "Leopard 2", "armoured vehicles"),
    ("two BTR-80s came", "BTR-80s", "armoured vehicles"),
    ("HIMARS launchers came", "HIMARS", "artillery"),
    ("self-propelled howitzers fired", "self-propelled howitzers", "artillery"),
    ("S-400 batteries came", "S-400", "air-defence systems"),
    ("a Pantsir-S1 came", "Pantsir-S1", "air-defence systems"),
    ("Patriot missiles came", "Patriot missiles", "air-defence systems"),
    ("surface-to-air missiles came", "surface-to-air missiles", "missiles"),
    ("Kh-101 cruise missiles flew", "Kh-101 cruise missiles", "missiles"),
    ("Shahed 136 drones flew", "Shahed 136 drones", "aircraft"),
    ("an air defence radar stood", "air defence radar", "sensors"),
    ("Type 054 frigates sailed", "Type 054 frigates", "ships"),
    ("patrol boats sailed", "patrol boats", "ships"),
    ("AK-47s were sold", "AK-47s", "small arms"),
    ("M4 rifles were sold", "M4 rifles", "small arms"),
    ("artillery shells were sold", "artillery shells", "ammunition"),
    ("spare parts were sold", "spare parts", "other"),
    ("military hardware was sold", "military hardware", "other"),
    ("dual-use goods were sold", "dual-use goods", "dual-use"),
]
NO_WEAPON = [
    "The leopard and the eagle met at Arsenal on A4 paper.",
    "M23 and the G-20 spoke of COVID-19.",
    "A think tank wrote of coal mines and foreign fighters.",
    "A patriot threw a javelin; the typhoon hit Chengdu.",
    "Ehud Barak, Stacey Abrams and Saif Shaheen met.",
    "Flight MH370 left gate B12 in Q3.",
]


class Found(Protocol):
    """What all finders give: offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


PIECES = "U S . - ' AK 47 30 Su F the General minister of foreign UN"
FINDERS: list[Callable[[str, int, int], Sequence[Found]]] = [
    find_titles, find_weapons, find_people, bodies.find_organisations, bodies.find_outlets,
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind"), TITLES, ids=[row[1] for row in TITLES])
def test_titles(text: str, words: str, kind: str) -> None:
    found = find_titles(text)
    assert [(text[one.start : one.end], one.kind) for one in found] == [(words, kind)]


@pytest.mark.parametrize("text", NO_TITLE)
def test_no_title(text: str) -> None:
    assert [text[one.start : one.end] for one in find_titles(text)] == []


def test_former_acting_deputy_many() -> None:
    (one,) = find_titles("former Norse deputy prime minister Lima")
    assert (one.former, one.deputy, one.acting, one.many) == (True, True, False, False)
    (two,) = find_titles("ex-presidents came")
    assert (two.former, two.many, two.title) == (True, True, "president")
    (three,) = find_titles("acting president Lima")
    assert (three.acting, three.former) == (True, False)


def test_title_lookups() -> None:
    assert title_kind("Deputy Foreign Minister") == "deputy_head"
    assert title_kind("former president") == "head_of_state"
    assert title_kind("table") is None
    assert is_title("ministers")
    assert is_title("Colonel")
    assert not is_title("us")
    assert {"military", "minister", "diplomat"} <= set(kinds())


@pytest.mark.parametrize(("text", "words", "category"), WEAPONS, ids=[row[1] for row in WEAPONS])
def test_weapons(text: str, words: str, category: str) -> None:
    assert [(text[one.start : one.end], one.value) for one in find_weapons(text)] == [(words, category)]


@pytest.mark.parametrize("text", NO_WEAPON)
def test_no_weapon(text: str) -> None:
    assert [text[one.start : one.end] for one in find_weapons(text)] == []


def test_weapon_lookups() -> None:
    assert is_military("combat boots")
    assert is_military("six Su-30s")
    assert not is_military("rice and beans")
    assert weapon_category("parts for surface-to-air missiles") == "missiles"
    assert weapon_category("rice") is None
    assert {"aircraft", "armoured vehicles", "artillery", "air-defence systems", "missiles", "sensors", "ships",
            "engines", "satellites", "naval weapons", "other"} <= set(categories())  # fmt: skip


def test_organisations() -> None:
    text = "The UN Security Council, NATO, the AAPP and Human Rights Watch"
    assert [one.organisation.name for one in bodies.find_organisations(text)] == [
        "United Nations Security Council",
        "North Atlantic Treaty Organization",
        "Assistance Association for Political Prisoners",
        "Human Rights Watch",
    ]
    known = bodies.organisation("the U.N.")
    assert known is not None
    assert known.name == "United Nations"
    assert bodies.organisation("Nobody") is None


def test_a_doubt_is_cleared_by_the_full_name() -> None:
    assert [one.doubt for one in bodies.find_organisations("The AA attacked.")] == [True]
    text = "The Arakan Army (AA) attacked."
    assert [one.doubt for one in bodies.find_organisations(text)] == [False, False]


def test_outlets() -> None:
    text = "Xinhua, AFP and the Wall Street Journal reported"
    names = [one.organisation.name for one in bodies.find_outlets(text)]
    assert names == ["Xinhua", "Agence France-Presse", "The Wall Street Journal"]
    known = bodies.outlet("The Irrawaddy")
    assert known is not None
    assert known.kind == "papers"
    assert len(bodies.outlets()) > 200


def test_no_organisation_twice() -> None:
    for entries in (bodies.organisations(), bodies.outlets()):
        names = [entry.name for entry in entries]
        assert len(names) == len(set(names))


def test_people() -> None:
    assert population("protesters") == "protester"
    assert population("Civilians") == "civilian"
    assert actor("the junta") == "state"
    assert actor("gunmen") == "armed_group"
    assert source("state media") == "media"
    assert source("analysts") == "expert"
    assert classes_of("villagers") == {"populations": "civilian", "actors": "crowd", "sources": "witness"}
    assert classes_of("table") == {}
    text = "Government troops shot political prisoners, residents said."
    assert [text[one.start : one.end] for one in find_people(text)] == [
        "Government troops", "political prisoners", "residents",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("minister", "ministers"), ("chief of staff", "chiefs of staff"), ("policeman", "policemen"),
        ("body", "bodies"), ("aircraft", "aircraft"), ("arms", "arms"), ("child", "children"), ("envoy", "envoys"),
        ("commander-in-chief", "commander-in-chiefs"), ("attorney general", "attorney generals"),
        ("witness", "witnesses"),
    ],
)  # fmt: skip
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many


def test_phrases_match_longest_first() -> None:
    phrases = Phrases([("air force", 1), ("air", 2), ("air force chief", 3)], fold=True)
    found = [match.value for match in phrases.find("Air force chief, air-force, air\n\nforce; airs")]
    assert found == [3, 1, 2]
    assert phrases.get("AIR FORCE") == 1
    assert phrases.get("air force base") is None


def test_listed() -> None:
    assert listed("a, b c,\n  d,\n") == ["a", "b c", "d"]


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *[
                    "U",
                    "S",
                    ".",
                    "-",
                    "'",
                    "AK",
                    "47",
                    "30",
                    "Su",
                    "F",
                    "the",
                    "General",
                    "minister",
                    "of",
                    "foreign",
                    "UN",
                ],
                "\n",
            ]
        )
    ).map(" ".join)
    | st.text(max_size=60),
    st.integers(0, 60),
    st.integers(0, 80),
)
def test_any_text(text: str, start: int, end: int) -> None:
    for finder in FINDERS:
        reached = start
        for one in finder(text, start, end):
            assert reached <= one.start < one.end <= min(end, len(text)), finder
            reached = one.end
