"""What the model is given to read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from muniment.language.model import DATA
from muniment.language.pieces import HEAD_PIECES, SHAPES, TAIL_PIECES, Pieces, plain, shape

PIECES = Pieces(DATA / "tokenizer.json")


def test_typographic_marks_read_like_plain_ones() -> None:
    assert plain("“Don’t – ever”") == '"Don\'t - ever"'
    assert PIECES.of("n’t") == PIECES.of("n't")


def test_shapes() -> None:
    found = {word: SHAPES[shape(word)] for word in ("ship", "Ship", "SHIP", "McShip", "S.", "42", "--", "T72M", "U.N.")}
    assert found == {
        "ship": "lower", "Ship": "title", "SHIP": "upper", "McShip": "mixed", "S.": "initial", "42": "digit",
        "--": "other", "T72M": "upper", "U.N.": "upper",
    }  # fmt: skip


@given(st.text(max_size=60))
def test_any_word_has_pieces_and_not_too_many(word: str) -> None:
    assert len(plain(word)) == len(word)
    assert 1 <= len(PIECES.of(word)) <= HEAD_PIECES + TAIL_PIECES
    assert PIECES.of(word) == PIECES.of(word)


def test_lone_surrogates_do_no_harm() -> None:
    assert PIECES.of("\ud800abc")
