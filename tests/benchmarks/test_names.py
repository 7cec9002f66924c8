"""Corpora of names: columns told by what stands in them, labels in our types, figures worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from benchmarks.names import name_figures, read_names, tagged_spans

from muniment.language.analysis import Analysis
from muniment.schema.mention import Mention

SENTENCE = (["Kari", "Lund", "left", "Oslo"], {(0, 2, "person"), (3, 4, "place")})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kari\tB-politician\nLund\tI-politician\nleft\tO\nOslo\tB-location\n", id="tabs"),
        pytest.param("Kari I-PER\nLund I-PER\nleft O\nOslo I-LOC\n\n", id="IO"),
        pytest.param(
            "-DOCSTART- -X- O O\n\nKari NNP B-NP B-PER\nLund NNP I-NP I-PER\nleft VBD B-VP O\nOslo NNP B-NP B-LOC\n",
            id="CoNLL-2003",
        ),
        pytest.param(
            "# text = Kari Lund left Oslo\n1\tKari\tB-PER\t-\tann\n2\tLund\tI-PER\t-\tann\n"
            "3\tleft\tO\t-\t-\n4\tOslo\tB-LOC\t-\t-\n",
            id="Universal NER",
        ),
    ],
)
def test_columns_are_found(text: str, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text(text, encoding="utf-8")
    found = read_names(tmp_path / "names.txt")
    assert found.sentences == [SENTENCE]
    assert found.kinds == ("person", "place")


def test_a_hash_sign_is_a_word(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("No.\tO\n# \tO\n7\tO\n", encoding="utf-8")
    assert read_names(tmp_path / "names.txt").sentences == [(["No.", "# ", "7"], set())]


def test_neighbours_of_one_type_are_two_names() -> None:
    assert tagged_spans(["B-ORG", "B-ORG", "I-ORG", "O", "I-PER", "I-ORG", "S-LOC"]) == {
        (0, 1, "organisation"), (1, 3, "organisation"), (4, 5, "person"), (5, 6, "organisation"), (6, 7, "place"),
    }  # fmt: skip


@pytest.mark.parametrize("text", ["Kari\tB-wizard\n", "Kari\tLund\n"])
def test_unknown_formats_are_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"wizard|no column"):
        read_names(tmp_path / "names.txt")


class Fixed:
    """Says the same names of every text."""

    version = "fixed"

    def __init__(self, *mentions: Mention) -> None:
        self._mentions = mentions

    def analyse(self, texts: Sequence[str], skip: Sequence[Sequence[tuple[int, int]]] = ()) -> list[Analysis]:
        return [Analysis(text, (), (), self._mentions, ()) for text in texts]


def test_figures() -> None:
    kinds = ("person", "place", "organisation")
    right = Fixed(Mention(0, 9, "person"), Mention(15, 19, "place"))
    assert name_figures(right, [SENTENCE], kinds) == {"F1": 1, "person": 1, "place": 1, "P": 1, "R": 1}
    # One edge inside a word, one type wrong, one name too many of a type that does not count.
    half = Fixed(Mention(0, 7, "person"), Mention(10, 14, "other"), Mention(15, 19, "place"))
    figures = name_figures(half, [SENTENCE], kinds)
    assert (figures["P"], figures["R"], figures["person"], figures["place"]) == (0.5, 0.5, 0, 1)
    assert name_figures(Fixed(), [SENTENCE], kinds)["F1"] == 0
