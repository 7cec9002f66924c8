"""Speakers whom headline or lead describes and the story names below. Sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.reading import Reading
from muniment.claims.speech.attribution import find_statements

Read = Callable[..., Reading]


def speakers(reading: Reading) -> list[str]:
    return [each.speaker.value for each in find_statements(reading)]


def test_the_name_below_is_who_the_lead_described(read: Read) -> None:
    reading = read(
        "The border will stay closed, a senior Kenyan official said on Friday.\n\n"
        'The post would open "in a month at the latest," Amara Okoye told reporters in Busia.'
    )
    first, second = find_statements(reading)
    assert first.speaker.value == second.speaker.value == "Amara Okoye"
    assert first.speaker.how == "role"
    assert "official" in first.speaker.span.of(reading.text)


@pytest.mark.parametrize(
    "text",
    [
        # Another country's.
        "The border will stay closed, a Kenyan minister said.\n\nUgandan Foreign Minister Ada Lund said it would open.",
        # Several.
        "The border will stay closed, officials said.\n\nThe post would open, Amara Okoye said.",
        # Named before.
        "Amara Okoye arrived. The border will stay closed, an official said.\n\nThe post would open, Okoye said.",
        # No office.
        "The border will stay closed, a driver said.\n\nThe post would open, Amara Okoye said.",
    ],
)
def test_others_stay_unnamed(read: Read, text: str) -> None:
    first, *_ = speakers(read(text))
    assert first not in {"Amara Okoye", "Ada Lund"}


def test_far_below_nobody_is_meant(read: Read) -> None:
    filler = " ".join(f"Truck {number} waited at the gate." for number in range(1, 9))
    found = speakers(read(f"The border will stay closed, an official said. {filler} It would open, Amara Okoye said."))
    assert found[0] == "official"
