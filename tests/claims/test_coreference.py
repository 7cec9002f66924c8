"""What phrases stand for, link by link. Sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.coreference import links
from muniment.claims.naming.entity import REASONS
from muniment.claims.reading import Reading

Read = Callable[..., Reading]


def told(read: Read, text: str) -> list[tuple[str, str, str]]:
    """(words, target, reason) of each link of a text."""
    reading = read(text)
    return [
        (text[link.start : link.end], link.target, link.reason) for link in links(reading.document, reading.analysis)
    ]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        # names
        ("Amara Okoye came to Oslo. Okoye left on Friday.", ("Okoye", "Amara Okoye", "last-name")),
        ("Omar al-Hadi came to Oslo. Hadi left on Friday.", ("Hadi", "Omar al-Hadi", "last-name")),
        ("Kenya bought guns. Later Kenya sold them.", ("Kenya", "Kenya", "same-name")),
        (
            "The Harbour Workers Front (HWF) met on Friday. HWF called for a strike.",
            ("HWF", "Harbour Workers Front", "acronym"),
        ),
        ("Kenya sent troops to the border. Kenyan guns fell silent.", ("Kenyan", "Kenya", "demonym")),
        ("Kenya and Uganda quarrel. Nairobi has accused Uganda of spying.", ("Nairobi", "Kenya", "capital")),
        # titles and roles
        (
            "Kenyan Foreign Minister Amara Okoye landed in Oslo. The minister met aid workers.",
            ("minister", "Amara Okoye", "title"),
        ),
        (
            "Rebel leader Amara Okoye rejected the offer. The rebel leader left the talks.",
            ("rebel leader", "Amara Okoye", "title"),
        ),
        (
            "Amara Okoye, the envoy of Kenya, left on Friday.",
            ("envoy", "Amara Okoye", "apposition"),
        ),
        (
            "Kari Lund, an actress from Bergen, was arrested. The actress denied the charge.",
            ("actress", "Kari Lund", "role"),
        ),
        # bodies and lands
        (
            "The Harbour Workers Front called a strike. The front has 200 members.",
            ("front", "Harbour Workers Front", "group"),
        ),
        (
            "Boats were built by Lindholm Marine Ltd. The company said on Friday it was pleased.",
            ("company", "Lindholm Marine Ltd", "group"),
        ),
        (
            "Norway has closed its border. Elections in the country are due in May.",
            ("country", "Norway", "group"),
        ),
        # pronouns
        ("Amara Okoye came to Oslo. He left on Friday.", ("He", "Amara Okoye", "pronoun")),
        ("Norway said on Friday that it had closed the border.", ("it", "Norway", "pronoun")),
        ("In his speech to the assembly, Amara Okoye defended the plan.", ("his", "Amara Okoye", "pronoun")),
        # voices
        ('"I will resign," Amara Okoye said on Friday.', ("I", "Amara Okoye", "speaker")),
        (
            '"We will buy new jets," Norwegian Defence Minister Kari Lund said on Friday. Norway is rich.',
            ("We", "Norway", "speaker"),
        ),
        # several at once
        ("Norway and Kenya signed a pact. The two countries will meet in May.", ("two countries", "Kenya", "pair")),
        ("Norway and Kenya signed a pact. The two countries will meet in May.", ("two countries", "Norway", "pair")),
        ("Amara Okoye met Kari Lund in Oslo. The two leaders had lunch.", ("two leaders", "Kari Lund", "pair")),
        ("Amara Okoye and Kari Lund came to Oslo. They left on Friday.", ("They", "Kari Lund", "pair")),
        ("Norway and Kenya signed a pact. The latter asked for aid.", ("latter", "Kenya", "pair")),
    ],
)
def test_links(read: Read, text: str, link: tuple[str, str, str]) -> None:
    assert link in told(read, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # nobody before it fits
        ("He left on Friday.", "He"),
        ("Norway has closed its border. He left on Friday.", "He"),
        ("It is clear that Norway has lost.", "It"),
        # gender
        ("Mrs Kari Lund came to Oslo. He left on Friday.", "He"),
        # an object is not its own subject; speakers do not call themselves "he"
        ("Amara Okoye thanked him.", "him"),
        ('Amara Okoye said: "He is a thief."', "He"),
        # something else is spoken of
        ("The deal was signed in Oslo by Norway. It was worth 40 million dollars.", "It"),
        # not definite, or described as another
        ("Kenyan Foreign Minister Amara Okoye came to Oslo. A minister was killed on Friday.", "minister"),
        ("The Harbour Workers Front called a strike. A front was opened.", "front"),
        (
            "The Harbour Workers Front called a strike. The front of Ugandan traders refused.",
            "front of Ugandan traders",
        ),
        # two are not three, and of three nobody knows which two
        ("Norway, Kenya and Uganda signed a pact. The two countries will meet in May.", "two countries"),
        ("Norway signed a pact. The two countries will meet in May.", "two countries"),
        # whose side a stranger speaks for is open
        ('"We will stay," said Amara Okoye.', "We"),
    ],
)
def test_what_is_open_stays_open(read: Read, text: str, words: str) -> None:
    assert words not in {link[0] for link in told(read, text)}


def test_of_two_people_the_one_who_acts_is_he(read: Read) -> None:
    text = "Amara Okoye met Omar Hadi in Oslo. He said the talks had failed."
    assert ("He", "Amara Okoye", "pronoun") in told(read, text)


def test_she_is_the_one_known_to_be_a_woman(read: Read) -> None:
    text = "Mr Omar Hadi met Mrs Kari Lund in Oslo. She left on Friday. Hadi had lunch with Lund before she left."
    assert [link for link in told(read, text) if link[0].lower() == "she"] == [
        ("She", "Kari Lund", "pronoun"),
        ("she", "Kari Lund", "pronoun"),
    ]


def test_reasons_are_a_closed_set(read: Read) -> None:
    text = (
        "Kenyan Foreign Minister Amara Okoye met Kari Lund in Oslo. The two ministers said Kenya and Norway were at "
        "peace. "
        "Okoye said he was pleased. The minister left on Friday, and Nairobi thanked its hosts."
    )
    found = told(read, text)
    assert len({reason for _, _, reason in found}) >= 4
    assert {reason for _, _, reason in found} <= set(REASONS.values())


def test_turns_decide_who_he_said_is(read: Read) -> None:
    text = (
        '"The talks failed," Amara Okoye said on Friday. "Omar Hadi did not listen to any of our offers." '
        '"It was a waste of time," he added.'
    )
    assert ("he", "Amara Okoye", "pronoun") in told(read, text)
