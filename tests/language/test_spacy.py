"""A spaCy pipeline behind our interface, with trees in either scheme. `make test-spacy` installs what these need."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.systems import load
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.language.analysis import Analysis
from muniment.language.spacy import SpacyAnalyser, load_spacy, spacy_version
from tests.language.pipelines import CLEAR, FIRST, SECOND, pipeline, spacy
from tests.language.test_analyser import check


@pytest.fixture(params=["en", "xx"], ids=["clear", "universal"])
def analyser(request: pytest.FixtureRequest) -> SpacyAnalyser:
    return SpacyAnalyser(pipeline(request.param), "test")


def relations(analysis: Analysis) -> dict[str, tuple[str, str]]:
    tokens = analysis.tokens
    return {token.text: (token.deprel, tokens[token.head].text if token.head >= 0 else "") for token in tokens}


def test_both_schemes_give_universal_trees(analyser: SpacyAnalyser) -> None:
    [found] = analyser.analyse([f"{FIRST}\n\n{SECOND}"])
    check(found)
    said = relations(found)
    assert said["delivered"] == ("root", "")
    assert said["frigates"] == ("obj", "delivered")
    assert said["Chile"] == ("obl", "delivered")
    assert said["to"] == ("case", "Chile")
    assert said["of"] == ("case", "Navy")
    assert [found.text[s.start : s.end] for s in found.sentences] == [FIRST, SECOND]


def test_names_lose_their_articles_and_dates_are_no_names(analyser: SpacyAnalyser) -> None:
    [found] = analyser.analyse([f"{FIRST} {SECOND}"])
    assert [(found.text[m.start : m.end], m.type) for m in found.mentions] == [
        ("Norway", "place"), ("Chile", "place"), ("Kari Lund", "person"), ("Royal Navy", "organisation"),
    ]  # fmt: skip


def test_furniture_parts_sentences_and_white_space_is_no_word(analyser: SpacyAnalyser) -> None:
    text = f'  {FIRST} "Click here" {SECOND}  '
    start, end = text.index('"'), text.index(" Admiral")
    [found] = analyser.analyse([text], [[(start, end)]])
    check(found)
    assert [token.text for token in found.tokens] == [
        row.split()[0] for sentence in (FIRST, SECOND) for row in CLEAR[sentence].split("|")
    ]
    assert found.quotes == ()
    assert analyser.analyse([text])[0].quotes == ((start + 1, end - 1),)
    with pytest.raises(ValueError, match="skip"):
        analyser.analyse([text], [[], []])


@pytest.mark.parametrize("text", ["", " \n\n ", "\x00\x01", "\ud800 is odd.", "a", "\u200b\ufeff", "word " * 30_000])
def test_odd_texts_are_read(analyser: SpacyAnalyser, text: str) -> None:
    [found] = analyser.analyse([text])
    check(found)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=100))
def test_any_text_gives_a_well_formed_analysis(text: str) -> None:
    [found] = SpacyAnalyser(_shared, "test").analyse([text])
    check(found)
    assert "".join(token.text for token in found.tokens) == "".join(text.split())


_shared = pipeline()


def test_the_version_follows_the_files(tmp_path: Path) -> None:
    pipeline().to_disk(tmp_path / "small")
    before = spacy_version(str(tmp_path / "small"))
    assert before.startswith(f"spacy{spacy.__version__}-small-")
    assert load_spacy(str(tmp_path / "small")).version == before
    assert load(f"spacy:{tmp_path / 'small'}").size > 0  # the benchmark takes it by its name
    (tmp_path / "small" / "weights").write_bytes(b"others")
    assert spacy_version(str(tmp_path / "small")) != before
