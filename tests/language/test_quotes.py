"""Direct speech between quote marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.language.quotes import quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," she said. "Now."', ["We go,", "Now."]),
        ("“We go,” she said. “Now.”", ["We go,", "Now."]),
        ("‘We go,’ she said. ‘Don’t wait.’", ["We go,", "Don’t wait."]),
        ("'We go,' she said. 'It isn't far.'", ["We go,", "It isn't far."]),
        ("The allies' ships and Norway's ports in the '90s", []),
        ("the soldiers’ pay and rock ’n’ roll", []),
        ("„Wir gehen“, sagte sie", ["Wir gehen"]),
        ("«On y va», dit-elle", ["On y va"]),
        ('He called it ("a farce") again', ["a farce"]),
        ("“He said ‘never’ twice,” she said", ["He said ‘never’ twice,"]),
        ('A 12" gun', []),
        ("no quotes here", []),
    ],
)
def test_finds_what_stands_between_the_marks(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in quotes(text)] == expected


def test_long_quotes_reopen_with_each_paragraph() -> None:
    text = "“First part of it.\n\n“Second part of it,” she said.\n\nNothing here."
    assert [text[a:b] for a, b in quotes(text)] == ["First part of it.", "Second part of it,"]


@given(st.text(alphabet=st.sampled_from("ab s.,\"'“”‘’„«»`\n"), max_size=120))
def test_spans_are_sorted_and_apart(text: str) -> None:
    place = 0
    for start, end in quotes(text):
        assert place <= start < end <= len(text)
        assert "\n" not in text[start:end]
        place = end
