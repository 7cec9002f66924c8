"""What reading a text yields: tokens, sentences, a dependency tree, names, quoted speech; where asked, typed things and
who is said to have said what.

All offsets are half-open ranges of characters in the document's text; `text[token.start:token.end] == token.text` holds
for every token. Trees follow Universal Dependencies v2 (English, with subtypes), `xpos` the Penn Treebank tags.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from muniment.schema.mention import Mention


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word: "don't" is two, "do" and "n't"."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int  # index into Analysis.tokens; -1 for the root of a sentence
    deprel: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `[start, end)` and `tokens[first:last]`; every sentence holds at least one token."""

    start: int
    end: int
    first: int
    last: int


Spans: TypeAlias = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Something that is said, thought or felt, and by whom; characters, each part in order, any may be empty.

    `source` tells who, `cue` the word that attributes ("said", "according to"), `content` what. A content has several
    spans where the cue stands in its midst, or where a quotation goes on.
    """

    source: Spans
    cue: Spans
    content: Spans
    inside: int | None = None  # index of the attribution whose content holds this one


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the language layer says of one text."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]  # sorted, none overlapping; person, organisation, place, other
    quotes: tuple[tuple[int, int], ...]  # direct speech between quote marks, the marks excluded
    # Only of an analyser that was loaded with the branch; see `load_analyser`.
    things: tuple[Mention, ...] = ()  # named or described; in order, may lie in each other, never cross
    attributions: tuple[Attribution, ...] = ()  # in order of their cues


class Analyser(Protocol):
    """Reads texts. What it says of one text never depends on the texts read beside it."""

    version: str

    def analyse(self, texts: Sequence[str], skip: Sequence[Sequence[tuple[int, int]]] = ()) -> list[Analysis]:
        """Return one Analysis a text.

        `skip` gives, text by text, the spans of page furniture: no token lies there, and they part sentences. It is
        empty or as long as `texts`; ValueError otherwise. No text makes this fail.
        """
        ...
