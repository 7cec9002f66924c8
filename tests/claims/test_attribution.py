"""Who says what: clauses, quotations, credits and who has the floor. Sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from muniment.claims.reading import Reading
from muniment.claims.speech.attribution import find_statements
from muniment.claims.speech.statements import Statement

Read = Callable[..., Reading]


def said(reading: Reading) -> list[tuple[str, str, str]]:
    """Speaker, form and words of each statement."""
    return [(each.speaker.value, each.form, each.content.of(reading.text)) for each in find_statements(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya said that the talks had failed.",
            ("Kenya", "indirect", "the talks had failed"),
        ),
        (
            "The talks had failed, Kenya said on Tuesday.",
            ("Kenya", "indirect", "The talks had failed"),
        ),
        (
            '"The talks have failed. We go home," said Finance Minister Amara Okoye.',
            ("Amara Okoye", "direct", "The talks have failed. We go home"),
        ),
        (
            'Finance Minister Amara Okoye told reporters: "The talks have failed."',
            ("Amara Okoye", "direct", "The talks have failed"),
        ),
        (
            'Kenya said the talks were "a waste of time" and would end soon.',
            ("Kenya", "mixed", 'the talks were "a waste of time" and would end soon'),
        ),
        (
            "The bridge was destroyed in the night, according to Kenyan officials.",
            ("Kenyan officials", "indirect", "The bridge was destroyed in the night"),
        ),
        (
            "Kenya condemned the attack on the embassy.",
            ("Kenya", "indirect", "condemned the attack on the embassy"),
        ),
        (
            "Kenya on Friday called for an end to the fighting.",
            ("Kenya", "indirect", "called for an end to the fighting"),
        ),
        (
            "Kenya accused Uganda of arming the rebels.",
            ("Kenya", "indirect", "accused Uganda of arming the rebels"),
        ),
    ],
)
def test_one_statement(text: str, expected: tuple[str, str, str], read: Read) -> None:
    assert said(read(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya did not say when the talks would end.",
        "The talks will end when Kenya could condemn the attack.",
        "The soldiers walked to the river and slept.",
        'The so-called "Lion" of Kisumu bought a farm.',
    ],
)
def test_nothing_was_said(text: str, read: Read) -> None:
    assert said(read(text)) == []


def test_a_quotation_goes_on_for_its_speaker(read: Read) -> None:
    text = (
        '"The harvest is lost," Finance Minister Amara Okoye told parliament. "We shall have to buy grain abroad."\n\n'
        '"It will be dear," she added.'
    )
    found = said(read(text))
    assert [speaker for speaker, _, _ in found] == ["Amara Okoye"] * 3
    assert [words for _, _, words in found] == [
        "The harvest is lost",
        "We shall have to buy grain abroad",
        "It will be dear",
    ]


def test_the_floor_resolves_short_ways_of_naming(read: Read) -> None:
    text = (
        "Kenyan Foreign Minister Amara Okoye said on Monday that the border was closed. "
        "The minister said that traders would suffer. She warned that prices would rise. "
        "Okoye added that the army was ready."
    )
    assert [speaker for speaker, _, _ in said(read(text))] == ["Amara Okoye"] * 4


def test_verbs_coordinated_share_a_speaker(read: Read) -> None:
    text = "Uganda rejected the offer, saying that it came too late."
    found = said(read(text))
    assert [speaker for speaker, _, _ in found] == ["Uganda", "Uganda"]
    assert found[-1][2] == "it came too late"


def test_an_outlet_is_told_and_passes_on(read: Read) -> None:
    text = "The border is closed, Ugandan officials told the New Vision newspaper."
    (found,) = find_statements(read(text))
    assert found.relay is not None
    assert "New Vision" in found.relay.value


def test_reports_of_an_outlet_are_no_position_but_a_source(read: Read) -> None:
    text = "Two soldiers were killed near the border, the Xinhua news agency reported on Monday."
    (found,) = find_statements(read(text))
    assert not found.claimable
    assert found.content.of(text) == "Two soldiers were killed near the border"


def test_quoted_as_saying(read: Read) -> None:
    text = "State television quoted Foreign Minister Amara Okoye as saying that the border would stay closed."
    found = [each for each in find_statements(read(text)) if each.claimable]
    assert [(each.speaker.value, each.content.of(text)) for each in found] == [
        ("Amara Okoye", "the border would stay closed")
    ]
    assert found[0].relay is not None


def test_what_is_told_inside_anothers_words_is_passed_on_by_them(read: Read) -> None:
    text = "Kenya said that Uganda had rejected the offer."
    by_speaker: dict[str, Statement] = {each.speaker.value: each for each in find_statements(read(text))}
    assert by_speaker["Kenya"].relay is None
    inner = by_speaker["Uganda"].relay
    assert inner is not None
    assert inner.value == "Kenya"


def test_we_in_a_quotation_is_the_speaker(read: Read) -> None:
    text = '"We will close the border," said Foreign Minister Amara Okoye.'
    reading = read(text)
    find_statements(reading)
    pronoun = next(i for i, token in enumerate(reading.tree.tokens) if token.text == "We")
    entity = reading.names.entity(pronoun)
    assert entity is not None
    assert entity.value == "Amara Okoye"


def test_a_statement_printed_in_full(read: Read) -> None:
    text = (
        "Foreign Minister Amara Okoye said:\n\n"
        "The attack was a cowardly act. I send my condolences to the families.\n\n"
        "We stand by our neighbours and will help them to rebuild.\n\n"
        "Notes to editors"
    )
    found = said(read(text))
    assert [(speaker, form) for speaker, form, _ in found] == [("Amara Okoye", "direct")] * 2


@pytest.mark.parametrize(("publisher", "speakers"), [("Okoye Foundation", ["Okoye Foundation"]), ("Reuters", [])])
def test_we_outside_quotations_is_an_institution_but_no_newspaper(
    publisher: str, speakers: list[str], read: Read
) -> None:
    plain = read("We condemn the attack on the embassy.")
    reading = Reading(replace(plain.document, publisher=publisher), plain.analysis)
    assert [speaker for speaker, _, _ in said(reading)] == speakers


def test_a_headline_credits_after_its_colon(read: Read) -> None:
    text = "Rebels killed forty villagers: army\n\nThe army said on Monday that the rebels came by night."
    assert said(read(text))[0] == ("army", "indirect", "Rebels killed forty villagers")


def test_offsets_are_those_of_the_document(read: Read) -> None:
    text = "  Kenya said – according to its embassy – that the talks had failed.\n"
    for each in find_statements(read(text)):
        assert 0 <= each.evidence.start <= each.content.start < each.content.end <= each.evidence.end <= len(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Three men were hurt when a wall fell, police said, adding that the street was closed.", "Police"),
        ('"The road is open," said a statement issued by the Kenyan Interior Ministry.', "Kenyan Interior Ministry"),
        ("Visiting Ugandan Premier Amara Okoye said that the talks had failed.", "Amara Okoye"),
    ],
)
def test_whose_words_they_are_though_the_tree_errs(read: Read, text: str, speaker: str) -> None:
    assert {who.lower() for who, _, _ in said(read(text))} == {speaker.lower()}


@pytest.mark.parametrize(
    "text",
    [
        "Amara Okoye told a meeting held in Kampala to review the treaty, which was signed by 20 countries.",
        "Amara Okoye told the funeral, which was shown on television.",
        "Asked why the road was closed, Amara Okoye shrugged.",
        "An inquiry would reveal if the road had been closed.",
    ],
)
def test_nothing_is_said_where_only_hearers_or_questions_are_told(read: Read, text: str) -> None:
    assert said(read(text)) == []


def test_a_stance_inside_what_the_same_speaker_said_is_not_said_twice(read: Read) -> None:
    text = "Kenya condemned the attack, calling it a crime, and Uganda said that it condemned the attack."
    assert [who for who, _, _ in said(read(text))] == ["Kenya", "Uganda"]


def test_who_refused_to_be_named_took_no_stance(read: Read) -> None:
    (only,) = said(read("The road is open, said an official who refused to be named."))
    assert only[2] == "The road is open"


@pytest.mark.parametrize(
    ("text", "claimable"),
    [
        ("Reuters said that the road was open.", False),
        ("Reuters denied that its office had been searched.", True),
        ("Kenya's intelligence agency warned that the road was open.", True),
        ("The news agency said that the road was open.", False),
    ],
)
def test_an_outlet_takes_a_position_only_by_a_stance_of_its_own(read: Read, text: str, claimable: bool) -> None:
    assert [each.claimable for each in find_statements(read(text))] == [claimable]
