"""Short names, titles and acronyms to full names. Sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.naming.acronyms import Organisations
from muniment.claims.naming.holders import Holder, Holders, Office
from muniment.claims.naming.persons import Persons, bare_name
from muniment.claims.reading import Reading, merge_mentions
from muniment.schema.mention import Mention

Read = Callable[..., Reading]


def entity_of(reading: Reading, word: str, nth: int = 0) -> str | None:
    found = [index for index, token in enumerate(reading.tree.tokens) if token.text == word]
    entity = reading.names.entity(found[nth])
    return None if entity is None else entity.value


def test_a_short_name_is_the_one_introduced_first_unless_another_was_just_named() -> None:
    persons = Persons()
    persons.enter(0, "President Ada Okoye")
    persons.enter(1000, "Ben Okoye")
    assert persons.full("Okoye", 1100) == "Ben Okoye"
    assert persons.full("Okoye", 5000) == "Ada Okoye"
    assert persons.full("Lind", 5000) == "Lind"


@pytest.mark.parametrize(
    ("words", "bare"),
    [("counterpart Ada Okoye", "Ada Okoye"), ("General Ada Okoye", "Ada Okoye"), ("al-Hadi", "al-Hadi")],
)
def test_bare_names(words: str, bare: str) -> None:
    assert bare_name(words) == bare


def test_an_acronym_right_behind_a_name_is_learnt_whatever_its_letters() -> None:
    organisations = Organisations()
    organisations.enter(0, "Harbour Workers Front")
    organisations.read_acronyms("Harbour Workers Front (KZQ) met.")
    assert organisations.full("KZQ") == "Harbour Workers Front"


def test_an_office_finds_its_holder_by_words_and_country() -> None:
    holders = Holders()
    holders.add(
        [
            Holder(0, "Ada Okoye", frozenset({"foreign", "minister"}), "Kenya"),
            Holder(50, "Ben Lind", frozenset({"prime", "minister"}), "Norway"),
        ]
    )
    assert holders.find(Office(100, "minister", frozenset({"foreign"}), "")) == "Ada Okoye"
    assert holders.find(Office(100, "premier", frozenset(), "Norway")) == "Ben Lind"
    assert holders.find(Office(100, "minister", frozenset({"defence"}), "")) is None


def test_titles_and_surnames_resolve_in_text(read: Read) -> None:
    reading = read(
        "Kenyan Foreign Minister Amara Okoye landed in Oslo. Okoye met officials. The Kenyan minister left on Monday."
    )
    assert entity_of(reading, "Okoye", 1) == "Amara Okoye"
    assert entity_of(reading, "minister") == "Amara Okoye"


def test_us_is_a_country_where_it_is_one(read: Read) -> None:
    assert entity_of(read("US officials left the town."), "US") == "United States"


def test_the_office_before_a_name_is_no_part_of_it() -> None:
    text = (
        "Secretary of State Ann Lee met Minister of Defence Omar Sy and Minister of State for Foreign Trade Ada Berg. "
        "Justice Ann Lee ruled."
    )
    named = tuple(
        Mention(text.index(words), text.index(words) + len(words), "person")
        for words in ("State Ann Lee", "Defence Omar Sy", "State for Foreign Trade Ada Berg", "Justice Ann Lee")
    )
    people = [text[m.start : m.end] for m in merge_mentions(text, named) if m.type == "person"]
    assert people == ["Ann Lee", "Omar Sy", "Ada Berg", "Justice Ann Lee"]


def test_a_body_is_called_as_the_document_calls_it_at_its_fullest() -> None:
    organisations = Organisations()
    for start, words in enumerate(["NATO", "U.N.", "UN Security Council", "UNSC"]):
        organisations.enter(start, words)
    assert organisations.full("NATO") == "NATO"
    assert organisations.full("U.N.") == "United Nations"
    assert organisations.full("UNSC") == "UN Security Council"
