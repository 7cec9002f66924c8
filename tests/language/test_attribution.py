"""Spans of sources, cues and contents to attributions."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.language.analysis import Attribution, Sentence, Token
from muniment.language.attribution import INNER, ROLES, AttributionDecoder, link

TAGS = ("O", "B-part", "I-part", "E-part", "S-part")
LAYERS = {layer: TAGS for role in ROLES for layer in (role, INNER + role)}
Words = tuple[list[Token], list[Sentence]]


def text_of(*sentences: str) -> Words:
    """Each word is written word/head, heads counted from 1 in the sentence, 0 the root; punctuation hangs below."""
    tokens: list[Token] = []
    ends: list[Sentence] = []
    place = 0
    for sentence in sentences:
        first = len(tokens)
        for item in sentence.split():
            word, _, head = item.rpartition("/")
            above = first + int(head) - 1 if int(head) else -1
            upos = "NOUN" if word[0].isalpha() else "PUNCT"
            tokens.append(Token(place, place + len(word), word, word, upos, "", above, "dep"))
            place += len(word) + 1
        ends.append(Sentence(tokens[first].start, tokens[-1].end, first, len(tokens)))
    return tokens, ends


def scores_of(count: int, **spans: list[tuple[int, int]]) -> dict[str, npt.NDArray[np.float32]]:
    """Return scores that are sure of the spans given for each layer."""
    scores = {layer: np.full((count, len(TAGS)), -9.0, dtype=np.float32) for layer in LAYERS}
    for layer, rows in scores.items():
        tags = ["O"] * count
        for start, end in spans.get(layer, []):
            tags[start:end] = ["S-part"] if end - start == 1 else ["B-part", *["I-part"] * (end - start - 2), "E-part"]
        for row, tag in zip(rows, tags, strict=True):
            row[TAGS.index(tag)] = 0.0
    return scores


def said(words: Words, **spans: list[tuple[int, int]]) -> list[tuple[list[str], list[str], list[str], int | None]]:
    """Return source, cue and content of each attribution as text, and the one that it lies in."""
    tokens, sentences = words
    text = " ".join(token.text for token in tokens)
    found = AttributionDecoder(LAYERS).attributions(tokens, sentences, scores_of(len(tokens), **spans))

    def texts(one: Attribution, role: str) -> list[str]:
        return [text[start:end] for start, end in getattr(one, role)]

    return [(texts(one, "source"), texts(one, "cue"), texts(one, "content"), one.inside) for one in found]


TWO_SPEAKERS = text_of("Lund/2 said/0 ships/4 sailed/2 but/7 Berg/7 denied/2 it/7 ./2")


def test_each_cue_takes_its_own_source_and_content() -> None:
    found = said(TWO_SPEAKERS, source=[(0, 1), (5, 6)], cue=[(1, 2), (6, 7)], content=[(2, 4), (7, 8)])
    assert found == [(["Lund"], ["said"], ["ships sailed"], None), (["Berg"], ["denied"], ["it"], None)]


def test_a_content_may_stand_on_both_sides_of_its_cue() -> None:
    words = text_of("Ships/6 ,/6 Lund/4 said/6 ,/6 sail/0 ./6")
    found = said(words, source=[(2, 3)], cue=[(3, 4)], content=[(0, 1), (5, 6)])
    assert found == [(["Lund"], ["said"], ["Ships", "sail"], None)]


def test_a_quotation_that_goes_on_stays_with_its_speaker() -> None:
    words = text_of('"/2 Go/0 ,/2 "/2 Lund/6 said/2 ./2', '"/2 Stay/0 ./2 "/2', "Berg/2 added/0 more/2 ./2")
    found = said(words, source=[(4, 5), (11, 12)], cue=[(5, 6), (12, 13)], content=[(0, 4), (7, 11), (13, 14)])
    assert found == [(["Lund"], ["said"], ['" Go , "', '" Stay . "'], None), (["Berg"], ["added"], ["more"], None)]


def test_a_source_may_serve_two_cues() -> None:
    words = text_of("Lund/2 called/0 it/2 folly/2 and/6 vowed/2 revenge/6 ./2")
    found = said(words, source=[(0, 1)], cue=[(1, 2), (5, 6)], content=[(2, 4), (6, 7)])
    assert found == [(["Lund"], ["called"], ["it folly"], None), (["Lund"], ["vowed"], ["revenge"], None)]


def test_what_goes_with_nothing_stands_alone() -> None:
    words = text_of("Ships/2 sailed/0 ./2")
    assert said(words, content=[(0, 2)]) == [([], [], ["Ships sailed"], None)]
    assert said(words, source=[(0, 1)]) == [(["Ships"], [], [], None)]


def test_an_attribution_inside_a_content_names_the_outer_one() -> None:
    words = text_of("Lund/2 said/0 Berg/4 denied/2 it/4 ./2")
    spans = {"source": [(0, 1)], "cue": [(1, 2)], "content": [(2, 5)]}
    inner = {INNER + "source": [(2, 3)], INNER + "cue": [(3, 4)], INNER + "content": [(4, 5)]}
    found = said(words, **spans, **inner)
    assert found == [(["Lund"], ["said"], ["Berg denied it"], None), (["Berg"], ["denied"], ["it"], 0)]


def test_inner_marks_outside_every_content_are_dropped() -> None:
    words = text_of("Lund/2 said/0 Berg/4 denied/2 it/4 ./2")
    inner = {INNER + "source": [(2, 3)], INNER + "cue": [(3, 4)], INNER + "content": [(4, 5)]}
    assert said(words, **inner) == []


def test_far_away_sources_are_not_taken() -> None:
    words = text_of("Lund/2 left/0 ./2", *["Rain/2 fell/0 ./2"] * 30, "It/3 was/3 said/0 so/3 ./3")
    count = len(words[0])
    found = said(words, source=[(0, 1)], cue=[(count - 3, count - 2)], content=[(count - 2, count - 1)])
    assert found == [(["Lund"], [], [], None), ([], ["said"], ["so"], None)]


def test_no_words_no_attributions() -> None:
    assert AttributionDecoder(LAYERS).attributions([], [], scores_of(0)) == ()


@given(st.integers(1, 40), st.integers(0, 10_000), st.sampled_from([0.5, 3.0, 20.0]))
def test_every_span_lies_on_words_and_inside_names_an_earlier_one(count: int, seed: int, scale: float) -> None:
    random = np.random.default_rng(seed)
    half = max(1, count // 2)
    parts = [" ".join(f"w/{place}" for place in range(size)) for size in (half, count - half) if size]
    tokens, sentences = text_of(*parts)
    scores = {
        layer: np.asarray(random.normal(size=(len(tokens), len(TAGS))) * scale, dtype=np.float32) for layer in LAYERS
    }
    starts, ends = {token.start for token in tokens}, {token.end for token in tokens}
    found = AttributionDecoder(LAYERS).attributions(tokens, sentences, scores)
    for one in found:
        spans = [*one.source, *one.cue, *one.content]
        assert spans
        assert all(start in starts and end in ends and start < end for start, end in spans)
        assert list(one.content) == sorted(one.content)
        if one.inside is not None:
            outer = found[one.inside]
            assert outer.inside is None
            assert all(any(a <= start and end <= b for a, b in outer.content) for start, end in spans)


@pytest.mark.parametrize("times", [400])
def test_a_long_text_takes_no_square_of_its_length(times: int) -> None:
    tokens, sentences = text_of(*["Lund/2 said/0 so/2 ./2"] * times)
    spans = {role: [(4 * place + at, 4 * place + at + 1) for place in range(times)] for at, role in enumerate(ROLES)}
    found = link(spans, tokens, sentences)
    assert [one.parts["cue"] for one in found] == [[span] for span in spans["cue"]]
    assert all(one.span()[1] - one.span()[0] == 3 for one in found)
