"""Whatever tree the model makes of whatever words, extraction ends, and what it claims stands in the document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muniment.claims import extract
from muniment.claims.frames import index
from muniment.language.analysis import Analysis, Sentence, Token
from muniment.schema.document import Document
from muniment.schema.mention import Mention
from muniment.vocabulary.registers import register

SHARED = Path(__file__).resolve().parents[3] / "shared"
UPOS = ("VERB", "NOUN", "PROPN", "NUM", "ADP", "DET", "PRON", "ADJ", "AUX", "PUNCT", "SCONJ", "CCONJ", "ADV", "PART")
XPOS = ("VBD", "VBN", "VBG", "VB", "NN", "NNS", "NNP", "CD", "IN", "DT", "PRP", "JJ", "MD", "WDT", "TO", ",")
RELATIONS = (
    "nsubj nsubj:pass obj iobj obl obl:agent obl:unmarked nmod nmod:poss nmod:desc nmod:unmarked amod compound "
    "compound:prt flat appos acl acl:relcl advcl ccomp xcomp conj cc case mark det nummod advmod aux aux:pass cop "
    "punct parataxis fixed list expl dep csubj"
).split()
TRIGGERS = sorted({lemma for _, lemma in index() if "_" not in lemma})
WORDS = [
    *("the", "a", "its", "Kenya", "Kenyan", "Nairobi", "Moscow", "Mr", "President", "Amina", "Okoth", "UN", "he"),
    *("it", "they", "we", "who", "which", "that", "to", "of", "by", "with", "in", "on", "from", "not", "if", "may"),
    *(
        "will",
        "said",
        "told",
        "according",
        "according to",
        "12",
        "dozens",
        "$3",
        "million",
        "percent",
        "people",
        "soldiers",
    ),
    *("jets", "tanks", "Monday", "2021", "May", "last", "month", ",", ".", "“", "”", '"', "(", ")", "-", "’s", "and"),
    *("government", "army", "minister", "company", "talks", "fourth", "between", "against", "former", "dead"),
]


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    """A few sentences of random words with random trees: heads form a tree, everything else may be nonsense."""
    text = ""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    for _ in range(draw(st.integers(1, 3))):
        first, start = len(tokens), len(text)
        for position in range(draw(st.integers(1, 14))):
            word = draw(st.sampled_from(WORDS) | st.sampled_from(TRIGGERS))
            head = -1 if position == 0 else first + draw(st.integers(0, position - 1))
            at = len(text)
            relation = "root" if position == 0 else draw(st.sampled_from(RELATIONS))
            upos, xpos = draw(st.sampled_from(UPOS)), draw(st.sampled_from(XPOS))
            tokens.append(Token(at, at + len(word), word, word, upos, xpos, head, relation))
            if draw(st.booleans()) and word[0].isupper():
                kind = draw(st.sampled_from(("person", "organisation", "place", "other")))
                mentions.append(Mention(at, at + len(word), kind))
            text += word + " "
        sentences.append(Sentence(start, len(text) - 1, first, len(tokens)))
        text += "\n"
    return Analysis(text, tuple(tokens), tuple(sentences), tuple(mentions), ())


def check(document: Document, analysis: Analysis) -> None:
    """Extracts and checks every claim against the document and its register."""
    for claim in extract(document, analysis).claims:
        assert claim.evidence.of(document.text).strip()
        assert claim.frame
        columns = {column.cell for column in register(claim.register).columns}
        for name, cell in claim.cells.items():
            assert name in columns
            assert cell.span is not None
            assert cell.span.of(document.text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(analyses(), st.sampled_from(("", "2024", "2024-05", "2024-05-10")))
def test_no_tree_breaks_extraction(analysis: Analysis, published: str) -> None:
    check(Document(Document.id_of(analysis.text), "d", analysis.text, published=published), analysis)


@pytest.mark.slow
@settings(max_examples=4000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(analyses())
def test_no_tree_breaks_extraction_at_length(analysis: Analysis) -> None:
    check(Document(Document.id_of(analysis.text), "d", analysis.text, published="2024-05-10"), analysis)


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "corpora" / "newswire.jsonl").exists(), reason="../shared/corpora is not here")
def test_no_newswire_story_breaks_extraction() -> None:
    from muniment.language import load_analyser

    analyser = load_analyser()
    lines = (SHARED / "corpora" / "newswire.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[::6]:
        story = json.loads(line)
        document = Document(Document.id_of(story["text"]), story["id"], story["text"], published=story["published"])
        check(document, analyser.analyse([document.text])[0])
