"""Tags of the branch to typed things."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from muniment.language.analysis import Sentence, Token
from muniment.language.things import LAYERS, OWN_TYPES, RE3D_TYPES, ThingDecoder

KINDS = {
    "outer": ("organisation", "place", "weapon"),
    "inner": ("nationality", "place"),
    "own": ("facility", "place", "weapon"),
}
TAGS = {name: ("O", *(f"{edge}-{kind}" for kind in kinds for edge in "BIES")) for name, kinds in KINDS.items()}


def tokens_of(text: str) -> tuple[list[Token], list[Sentence]]:
    tokens, place = [], 0
    for word in text.split():
        tokens.append(Token(place, place + len(word), word, word, "X", "", -1, "dep"))
        place += len(word) + 1
    return tokens, [Sentence(0, len(text), 0, len(tokens))]


def scores_of(count: int, **spans: list[tuple[int, int, str]]) -> dict[str, npt.NDArray[np.float32]]:
    scores = {}
    for name, tags in TAGS.items():
        rows = np.full((count, len(tags)), -9.0, dtype=np.float32)
        rows[:, 0] = 0.0
        for start, end, kind in spans.get(name, []):
            edges = ["S"] if end - start == 1 else ["B", *"I" * (end - start - 2), "E"]
            for at, edge in zip(range(start, end), edges, strict=True):
                rows[at, 0], rows[at, tags.index(f"{edge}-{kind}")] = -9.0, 0.0
        scores[name] = rows
    return scores


def things(text: str, **spans: list[tuple[int, int, str]]) -> list[tuple[str, str]]:
    tokens, sentences = tokens_of(text)
    found = ThingDecoder(TAGS).things(tokens, sentences, scores_of(len(tokens), **spans))
    return [(text[thing.start : thing.end], thing.type) for thing in found]


def test_a_thing_may_lie_in_another() -> None:
    found = things("the Norwegian navy left", outer=[(0, 3, "organisation")], inner=[(1, 2, "nationality")])
    assert found == [("the Norwegian navy", "organisation"), ("Norwegian", "nationality")]


def test_a_span_may_have_two_types() -> None:
    found = things("Norway agreed", outer=[(0, 1, "organisation")], inner=[(0, 1, "place")])
    assert found == [("Norway", "organisation"), ("Norway", "place")]


def test_things_never_cross() -> None:
    found = things("a b c d", outer=[(0, 3, "organisation")], inner=[(2, 4, "place")])
    assert found == [("a b c", "organisation")]


def test_the_layer_of_our_own_says_nothing_again() -> None:
    found = things("a heavy machine gun", outer=[(0, 4, "weapon")], own=[(1, 4, "weapon")])
    assert found == [("a heavy machine gun", "weapon")]


def test_the_layer_of_our_own_adds_types_that_re3d_is_short_of_and_no_others() -> None:
    found = things("the field hospital in Bergen", own=[(1, 3, "facility"), (4, 5, "place")])
    assert found == [("field hospital", "facility")]


def test_types_map_to_those_of_re3d_and_back() -> None:
    assert len(set(RE3D_TYPES.values())) == len(RE3D_TYPES)
    assert not set(OWN_TYPES) & {"place", "organisation", "person"}


@given(st.integers(1, 25), st.integers(0, 10_000))
def test_things_are_in_order_and_never_cross(count: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    tokens, sentences = tokens_of(" ".join(["w"] * count))
    scores = {name: np.asarray(random.normal(size=(count, len(TAGS[name]))), dtype=np.float32) for name in LAYERS}
    found = ThingDecoder(TAGS).things(tokens, sentences, scores)
    assert list(found) == sorted(found, key=lambda thing: (thing.start, -thing.end, thing.type))
    for one in found:
        assert 0 <= one.start < one.end <= tokens[-1].end
        for other in found:
            assert not one.start < other.start < one.end < other.end
