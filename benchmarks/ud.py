"""Trees and tags against a Universal Dependencies treebank: on words given, and from raw text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.conll18 import Counts, Parse, ParsedWord, Span
from muniment.language.analyser import NeuralAnalyser
from muniment.language.analysis import Analyser, Analysis, Token
from muniment.language.tokenise import Word

# The treebanks write a contraction or possessive as one surface token of two words; so do we when words touch like so.
_CLITIC: Final = re.compile(r"n?['\u2019](?:t|s|re|ve|ll|d|m)?", re.IGNORECASE)
_CLIPPED: Final = frozenset({("can", "not"), ("gon", "na"), ("wan", "na"), ("got", "ta")})


@dataclass(slots=True)
class Gold:
    """A sentence of a corpus as rows of CoNLL-U, those of surface tokens included (a hyphen is in their id)."""

    rows: list[list[str]] = field(default_factory=list)
    document: str = ""
    paragraph: bool = False  # it opens one

    @property
    def words(self) -> list[str]:
        """The forms."""
        return [row[1] for row in self.rows if "-" not in row[0]]


def read_conllu(path: Path) -> Iterator[Gold]:
    """Yield the sentences of a file; empty nodes are left out."""
    gold, document = Gold(paragraph=True), ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            document, gold.paragraph = line.partition("=")[2].strip() or line, True
        elif line.startswith("# newpar"):
            gold.paragraph = True
        elif line and line[0] != "#":
            gold.document = document
            columns = line.split("\t")
            if "." not in columns[0]:
                gold.rows.append(columns)
        elif not line and gold.rows:
            yield gold
            gold = Gold()


def as_words(forms: Sequence[str], start: int = 0) -> list[Word]:
    """Return words one space apart."""
    words: list[Word] = []
    for form in forms:
        words.append(Word(start, start + len(form), form))
        start += len(form) + 1
    return words


def read_given(analyser: NeuralAnalyser, given: Sequence[Sequence[str]]) -> Iterator[tuple[Analysis, int, int]]:
    """Yield (analysis, first token, last token) for each sentence given as words; long ones are read in parts."""
    for at in range(0, len(given), 64):
        block = [as_words(forms) for forms in given[at : at + 64]]
        analysis = analyser.analyse_words("", block)
        first = 0
        for words in block:
            yield analysis, first, first + len(words)
            first += len(words)


def tree_figures(analyser: NeuralAnalyser, corpus: Sequence[Gold]) -> dict[str, float]:
    """Return UAS, LAS (subtypes and punctuation counted), UPOS, XPOS and lemma accuracy on words given."""
    plain = [[row for row in gold.rows if "-" not in row[0]] for gold in corpus]
    counts: Counter[str] = Counter()
    for rows, (analysis, first, last) in zip(
        plain, read_given(analyser, [[row[1] for row in rows] for rows in plain]), strict=True
    ):
        for row, token in zip(rows, analysis.tokens[first:last], strict=True):
            _count(counts, row, token, token.head - first + 1 if token.head >= 0 else 0)
    return {key: counts[key] / counts["words"] for key in ("UAS", "LAS", "UPOS", "XPOS", "lemma")}


def _count(counts: Counter[str], row: Sequence[str], token: Token, head: int) -> None:
    counts["words"] += 1
    counts["UAS"] += head == int(row[6])
    counts["LAS"] += head == int(row[6]) and token.deprel == row[7]
    counts["UPOS"] += token.upos == row[3]
    counts["XPOS"] += token.xpos == row[4]
    counts["lemma"] += token.lemma.lower() == row[2].lower()


def raw_figures(analyser: Analyser, corpus: Iterable[Gold]) -> dict[str, float]:
    """Return the F1 of tokens, sentences, words and what is said of words from raw text (CoNLL 2018)."""
    counts = Counts.none()
    for text, gold in texts(corpus):
        [analysis] = analyser.analyse([text])
        counts.add(gold, as_parse(analysis))
    return counts.f1()


def texts(corpus: Iterable[Gold]) -> Iterator[tuple[str, Parse]]:
    """Yield each document as it was written, a blank line between its paragraphs, and its parse."""
    documents: dict[str, list[Gold]] = {}
    for gold in corpus:
        documents.setdefault(gold.document, []).append(gold)
    for sentences in documents.values():
        yield _written(sentences)


def _written(sentences: Sequence[Gold]) -> tuple[str, Parse]:
    text, tokens, spans, words = "", list[Span](), list[Span](), list[ParsedWord]()
    for gold in sentences:
        text = text.rstrip() + "\n\n" if gold.paragraph and text else text
        start, first, until, span = len(text), len(words), 0, (0, 0)
        for row in gold.rows:
            number, _, last = row[0].partition("-")
            if last or int(number) > until:
                span = (len(text), len(text) + len(row[1]))
                until = int(last or 0)
                tokens.append(span)
                text += row[1] + ("" if "SpaceAfter=No" in row[9].split("|") else " ")
            if not last:
                head = first + int(row[6]) - 1 if row[6] != "0" else -1
                words.append(
                    ParsedWord(span, row[1], row[2], row[3], row[4], head, row[7], compound=int(number) <= until)
                )
        spans.append((start, tokens[-1][1]))
    return text.rstrip(), Parse(tokens, spans, words)


def as_parse(analysis: Analysis) -> Parse:
    """Return what an analyser said, its contractions joined to surface tokens as the treebanks have them."""
    tokens: list[Span] = []
    members: list[list[Token]] = []
    for token in analysis.tokens:
        if members and _belongs(members[-1][-1], token):
            members[-1].append(token)
            tokens[-1] = (tokens[-1][0], token.end)
        else:
            members.append([token])
            tokens.append((token.start, token.end))
    words = [
        ParsedWord(span, token.text, token.lemma, token.upos, token.xpos, token.head, token.deprel, len(group) > 1)
        for span, group in zip(tokens, members, strict=True)
        for token in group
    ]
    return Parse(tokens, [(sentence.start, sentence.end) for sentence in analysis.sentences], words)


def _belongs(before: Token, token: Token) -> bool:
    if before.end != token.start:
        return False
    if (before.text.lower(), token.text.lower()) in _CLIPPED:
        return True
    # A lone apostrophe is a possessive where it says so, else a quote mark.
    bare = len(token.text) == 1 and token.xpos != "POS"
    return before.text[-1].isalnum() and not bare and _CLITIC.fullmatch(token.text) is not None
