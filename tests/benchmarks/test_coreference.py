"""The coreference benchmark: mentions read from brackets, links judged by hand-made gold."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.coreference import Gold, GoldDocument, read_corpus, score, table

from muniment.claims.coreference import Link

ROWS = """\
# newdoc id = X_news_lund
1	Kari	Kari	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-s-cf1-1,2-coref
2	Lund	Lund	PROPN	NNP	_	1	flat	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	_
4	Oslo	Oslo	PROPN	NNP	_	3	obj	_	Entity=(2-place-new-s-cf2-1-coref)|SpaceAfter=No
5	.	.	PUNCT	.	_	3	punct	_	_

1	She	she	PRON	PRP	_	3	nsubj	_	Entity=(1-person-giv:act-s-cf1-1-ana)
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	like	like	VERB	VB	_	0	root	_	_
5	the	the	DET	DT	_	6	det	_	Entity=(2-place-giv:act-s-cf2-2-coref
6	city	city	NOUN	NN	_	4	obj	_	Entity=2)|SpaceAfter=No
7	.	.	PUNCT	.	_	4	punct	_	_
"""


@pytest.fixture
def document(tmp_path: Path) -> GoldDocument:
    path = tmp_path / "dev.conllu"
    path.write_text(ROWS, encoding="utf-8")
    (found,) = read_corpus(path)
    return found


def link(document: GoldDocument, words: str, to: str, reason: str) -> Link:
    start, there = document.text.index(words), document.text.index(to)
    return Link(start, start + len(words), there, there + len(to), reason, to)


def test_words_stand_where_they_are_written(document: GoldDocument) -> None:
    assert document.text == "Kari Lund left Oslo. She didn't like the city."
    inside = [document.text[word.start : word.end] for word in document.words]
    assert inside == [word.form for word in document.words]
    assert [(m.group, m.last - m.first) for m in document.mentions] == [("1", 2), ("2", 1), ("1", 1), ("2", 2)]


def test_right_wrong_and_missing(document: GoldDocument) -> None:
    found = [link(document, "She", "Oslo", "pronoun"), link(document, "city", "Oslo", "group")]
    show: list[str] = []
    rows = table(score(Gold(document), found, document.text, show))
    assert rows["precision pronoun"] == {"made": 1, "judged": 1, "share": 0.0}
    assert rows["precision group"] == {"made": 1, "judged": 1, "share": 1.0}
    assert rows["recall he"] == {"due": 1, "linked": 1, "share": 0.0}
    assert rows["recall nominal"] == {"due": 1, "linked": 1, "share": 1.0}
    assert rows["precision all links"]["share"] == 0.5
    assert any(line.startswith("wrong pronoun") for line in show)


def test_a_link_between_other_words_is_not_judged(document: GoldDocument) -> None:
    rows = table(score(Gold(document), [link(document, "left", "Oslo", "pronoun")], document.text, []))
    assert rows["precision pronoun"] == {"made": 1, "judged": 0, "share": 0.0}
