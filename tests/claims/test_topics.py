"""What statements are about: candidates, where they stand, and the choice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.claims.reading import Reading
from muniment.claims.speech.attribution import find_statements
from muniment.claims.speech.belonging import Belonging
from muniment.claims.speech.concepts import concepts
from muniment.claims.speech.ranking import Candidate
from muniment.claims.speech.topics import Topics

Read = Callable[..., Reading]

STORY = (
    "Uganda accuses Chad of shelling border town\n\n"
    "Uganda's army accused Chad on Monday of shelling a border town. "
    '"Chad must withdraw its guns," Defence Minister Amara Okoye said. '
    "She said that the shelling had killed a shepherd."
)


def candidates(reading: Reading) -> list[list[Candidate]]:
    statements = find_statements(reading)
    topics, belonging = Topics(reading, statements), Belonging(reading)
    return [topics.candidates(each, belonging.of(each.speaker)) for each in statements]


def chosen(reading: Reading) -> list[str]:
    statements = find_statements(reading)
    topics, belonging = Topics(reading, statements), Belonging(reading)
    choices = [topics.of(each, belonging.of(each.speaker)) for each in statements]
    return [choice.candidate.value if choice is not None else "" for choice in choices]


def test_the_country_that_is_accused_is_the_topic(read: Read) -> None:
    assert chosen(read(STORY))[1] == "Chad"


def test_common_nouns_are_candidates_by_their_telling_words(read: Read) -> None:
    (found,) = candidates(read("Amara Okoye said that the nuclear test of Friday had been a grave mistake."))
    assert {"nuclear test", "grave mistake"} <= {each.value for each in found}
    assert "Friday" not in {each.value for each in found}


def test_roles_are_told_from_the_tree(read: Read) -> None:
    (found,) = candidates(read("Amara Okoye condemned Chad for the attack on Kampala."))
    features = {each.value: each.features for each in found}
    assert "object of stance" in features["Chad"]
    assert "speaker" in features["Amara Okoye"]
    assert "inside" not in features["Amara Okoye"]
    assert "object & country" in features["Chad"]


def test_a_noun_elsewhere_counts_only_where_the_document_comes_back_to_it(read: Read) -> None:
    found = candidates(read(STORY))
    last = {each.value for each in found[-1]}
    assert "shelling" in last
    assert "guns" not in last


def test_an_organisation_is_called_as_the_document_calls_it(read: Read) -> None:
    reading = read("ISIL has seized two villages, the army said. Okoye said that ISIL would be driven out.")
    names = {each.called(reading.text) for each in concepts(reading) if each.kind == "organisation"}
    assert all(name in reading.text for name in names)


@pytest.mark.parametrize("text", ["", "Said.", '"Yes," he said.', "Kenya: no"])
def test_little_text_does_no_harm(read: Read, text: str) -> None:
    assert all(candidates(read(text)))


@settings(max_examples=20, deadline=None)
@given(st.permutations(STORY.replace("\n\n", ". ").split(". ")))
def test_every_candidate_has_words_of_the_document(read: Read, parts: list[str]) -> None:
    reading = read(". ".join(part.strip(".") for part in parts) + ".")
    for found in candidates(reading):
        for each in found:
            assert each.value
            assert 0 <= each.span.start < each.span.end <= len(reading.text)
