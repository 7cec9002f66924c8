"""Where places lie that the text puts in a country once, and where "here" is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.naming.lands import lands
from muniment.claims.naming.nations import scene
from muniment.claims.reading import Reading
from muniment.schema.mention import Mention

Read = Callable[..., Reading]


def mentions(text: str, *named: tuple[str, str, str]) -> list[Mention]:
    """Mentions of words (with type and value) at their first place in the text, in text order."""
    found = [Mention(text.index(words), text.index(words) + len(words), kind, value) for words, kind, value in named]
    return sorted(found, key=lambda mention: mention.start)


@pytest.mark.parametrize(
    "text",
    ["He flew to Abeche, Chad.", "He flew to Abeche in the Chad hills.", "Chad's border town of Abeche was calm."],
)
def test_a_place_lies_where_it_is_said_to(text: str) -> None:
    assert lands(text, mentions(text, ("Abeche", "place", ""), ("Chad", "country", "Chad"))) == {"Abeche": "Chad"}


@pytest.mark.parametrize("text", ["Abeche and Chad were named.", "From Abeche he left for Chad."])
def test_standing_near_a_country_is_not_lying_in_it(text: str) -> None:
    assert lands(text, mentions(text, ("Abeche", "place", ""), ("Chad", "country", "Chad"))) == {}


def test_the_first_telling_counts() -> None:
    text = "Abeche, Chad, is far. Abeche, Niger, is not."
    named = mentions(text, ("Chad", "country", "Chad"), ("Niger", "country", "Niger"))
    places = [Mention(at, at + 6, "place", "") for at in (0, text.rindex("Abeche"))]
    assert lands(text, sorted([*named, *places], key=lambda each: each.start)) == {"Abeche": "Chad"}


def test_here_is_the_town_of_the_dateline(read: Read) -> None:
    assert scene(read("LAGOS, May 9 -- The minister arrived here on Monday.")) == "Lagos"


def test_here_is_the_only_town_of_the_lead(read: Read) -> None:
    assert scene(read("Kenyan minister lands in Mombasa\n\nThe minister arrived here on Monday.")) == "Mombasa"


def test_of_two_towns_none_is_here(read: Read) -> None:
    assert scene(read("Ministers met in Mombasa and in Lagos before they came here.")) == ""
