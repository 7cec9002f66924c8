"""Treebanks as raw text, and our contractions as their tokens."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.ud import as_parse, raw_figures, read_conllu, texts, tree_figures

from muniment.language.analyser import NeuralAnalyser
from muniment.language.analysis import Analysis, Sentence, Token
from muniment.language.model import Model

ROWS = """\
# newdoc id = one
# newpar
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tsail\tsail\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t!\t!\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tShips\tship\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tsank\tsink\tVERB\tVBD\t_\t0\troot\t_\t_
2.1\tsank\tsink\tVERB\tVBD\t_\t_\t_\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

# newdoc id = two
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    file = tmp_path / "small.conllu"
    file.write_text(ROWS, encoding="utf-8")
    return file


def test_documents_come_as_they_were_written(treebank: Path) -> None:
    [(text, parse), (other, _)] = texts(read_conllu(treebank))
    assert text == "Don't sail! Ships sank .\n\nYes"
    assert other == "No"
    assert [text[a:b] for a, b in parse.tokens] == ["Don't", "sail", "!", "Ships", "sank", ".", "Yes"]
    assert [text[a:b] for a, b in parse.sentences] == ["Don't sail!", "Ships sank .", "Yes"]
    assert [(word.form, word.head, word.compound) for word in parse.words] == [
        ("Do", 2, True), ("n't", 2, True), ("sail", -1, False), ("!", 2, False), ("Ships", 5, False),
        ("sank", -1, False), (".", 5, False), ("Yes", -1, False),
    ]  # fmt: skip


def test_touching_contractions_are_one_token() -> None:
    text = "I can't. 'Lund's men' gonna win"
    forms = ["I", "ca", "n't", ".", "'", "Lund", "'s", "men", "'", "gon", "na", "win"]
    tokens, place = [], 0
    for form in forms:
        place = text.index(form, place)
        tokens.append(Token(place, place + len(form), form, form, "X", "X", -1, "root"))
        place += len(form)
    parse = as_parse(Analysis(text, tuple(tokens), (Sentence(0, len(text), 0, len(tokens)),), (), ()))
    assert [text[a:b] for a, b in parse.tokens] == [
        "I", "can't", ".", "'", "Lund's", "men", "'", "gonna", "win",
    ]  # fmt: skip
    assert [word.form for word in parse.words] == forms
    assert [word.form for word in parse.words if word.compound] == ["ca", "n't", "Lund", "'s", "gon", "na"]


def test_the_packaged_model_is_measured(treebank: Path) -> None:
    analyser = NeuralAnalyser(Model(threads=1))
    corpus = list(read_conllu(treebank))
    raw = raw_figures(analyser, corpus)
    assert raw["tokens"] == 1
    assert raw["words"] == 1
    assert 0 < raw["LAS"] <= raw["UAS"] <= 1
    given = tree_figures(analyser, corpus)
    assert 0 < given["LAS"] <= given["UAS"] <= 1
    assert given["lemma"] > 0.8
