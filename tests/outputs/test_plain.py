"""Text of unknown origin cannot command a terminal or a spreadsheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.outputs.plain import for_spreadsheet, neutralise, one_line, shorten


def test_escape_sequences_lose_their_escape() -> None:
    assert neutralise("\x1b[31mred\x07") == "␛[31mred␇"


def test_direction_overrides_are_spelled_out() -> None:
    assert neutralise("abc\u202egpj.exe\u2066") == "abc<U+202E>gpj.exe<U+2066>"


def test_ordinary_text_is_untouched() -> None:
    words = "“Naïve” – 6 ≠ 8\n\tအာဏာ, مرحبا, e\u0301 👩\u200d👩"
    assert neutralise(words) == words


@given(st.text())
def test_nothing_dangerous_survives(text: str) -> None:
    safe = neutralise(text)
    assert not any((ord(c) < 0x20 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 for c in safe)
    assert not any(c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c" for c in safe)


def test_one_line_folds_white_space() -> None:
    assert one_line("a\n\n b\t\x1bc") == "a b ␛c"


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_shortened_text_fits(text: str, width: int) -> None:
    assert len(shorten(text, width)) <= width


def test_a_cut_falls_between_words_and_shows() -> None:
    assert shorten("six fighter jets were delivered", 20) == "six fighter jets…"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"])
def test_formulas_are_disarmed(text: str) -> None:
    assert for_spreadsheet(text) == f"'{text}"


def test_words_go_to_a_spreadsheet_as_they_are() -> None:
    assert for_spreadsheet("Su-30 = a jet") == "Su-30 = a jet"
