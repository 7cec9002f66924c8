"""The whole layer over the packaged model."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muniment.language import Analyser, Analysis, Token, load_analyser

NEWS = (
    "OSLO, March 3 (XYZ) -- Norway's defence ministry said on Monday that it had sold two frigates to Chile.\n\n"
    '"We don\'t expect delays," Admiral Kari Lund told reporters. The ships were built by Ulstein in 1998.'
)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return load_analyser(threads=1)


def check(analysis: Analysis) -> None:
    text, tokens = analysis.text, analysis.tokens
    place = 0
    for token in tokens:
        assert text[token.start : token.end] == token.text
        assert place <= token.start < token.end
        assert token.lemma
        place = token.end
    count = 0
    for sentence in analysis.sentences:
        assert sentence.first == count < sentence.last
        count = sentence.last
        inside = range(sentence.first, sentence.last)
        assert (sentence.start, sentence.end) == (tokens[inside[0]].start, tokens[inside[-1]].end)
        assert [tokens[i].deprel for i in inside].count("root") == 1
        for index in inside:
            assert (tokens[index].head == -1) == (tokens[index].deprel == "root")
            steps = 0
            while index != -1:
                assert index in inside
                index, steps = tokens[index].head, steps + 1
                assert steps <= len(inside)
    assert count == len(tokens)
    place = 0
    for mention in analysis.mentions:
        assert place <= mention.start < mention.end
        place = mention.end


def word(analysis: Analysis, text: str) -> Token:
    return next(token for token in analysis.tokens if token.text == text)


def test_reads_a_dispatch(analyser: Analyser) -> None:
    [found] = analyser.analyse([NEWS])
    check(found)
    sold = word(found, "sold")
    assert (sold.lemma, sold.upos, sold.xpos) == ("sell", "VERB", "VBN")
    frigates = word(found, "frigates")
    assert (frigates.deprel, found.tokens[frigates.head]) == ("obj", sold)
    assert word(found, "ships").deprel == "nsubj:pass"
    assert word(found, "Ulstein").deprel == "obl:agent"
    names = {(NEWS[m.start : m.end], m.type) for m in found.mentions}
    assert ("Chile", "place") in names
    assert [NEWS[a:b] for a, b in found.quotes] == ["We don't expect delays,"]


def test_neighbours_change_nothing(analyser: Analyser) -> None:
    other = "Grain prices fell again! " * 40
    alone = analyser.analyse([NEWS])[0]
    assert analyser.analyse([other, NEWS, other])[1] == alone


def test_threads_change_nothing(analyser: Analyser) -> None:
    text = NEWS * 20
    assert load_analyser(threads=3).analyse([text]) == analyser.analyse([text])


def test_nothing_is_read_in_skipped_spans(analyser: Analyser) -> None:
    text = 'The fleet sailed. "Click here" to subscribe! The fleet came back.'
    start, end = text.index('"'), text.index(" The fleet came")
    [found] = analyser.analyse([text], [[(start, end)]])
    check(found)
    assert not any(start < token.end and token.start < end for token in found.tokens)
    assert len(found.sentences) == 2
    assert found.quotes == ()


def test_skip_must_match_the_texts(analyser: Analyser) -> None:
    with pytest.raises(ValueError, match="skip"):
        analyser.analyse(["One.", "Two."], [[]])


@pytest.mark.parametrize("text", ["", " \n\n ", "\x00\x01", "\ud800", "a", "." * 3000, "x" * 5000, "\u200b\ufeff"])
def test_odd_texts_are_read(analyser: Analyser, text: str) -> None:
    check(analyser.analyse([text])[0])


def test_endless_sentences_are_read_in_parts(analyser: Analyser) -> None:
    text = "the ship, the crew and the captain of the tug " * 400
    [found] = analyser.analyse([text])
    check(found)
    assert len(found.tokens) == 400 * 11
    assert len(found.sentences) > 10


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_gives_a_well_formed_analysis(text: str) -> None:
    check(_shared().analyse([text])[0])


_loaded: list[Analyser] = []


def _shared() -> Analyser:
    if not _loaded:
        _loaded.append(load_analyser(threads=1))
    return _loaded[0]


def test_importing_the_package_loads_no_runtime() -> None:
    code = (
        "import sys, muniment.language; "
        "print([name for name in ('onnxruntime', 'numpy', 'tokenizers', 'simplemma') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
