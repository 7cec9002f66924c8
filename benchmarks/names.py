"""Names against corpora in columns, one word a line: CoNLL-2003, Wikigold, CrossNER, Universal NER and their like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.ud import as_words
from muniment.language.analyser import NeuralAnalyser
from muniment.language.analysis import Analyser
from muniment.schema.mention import Mention

Span = tuple[int, int, str]
Sentence = tuple[list[str], set[Span]]  # words, typed spans of words

# What the labels of the corpora are to us. Empty: no name in our sense, and left out on the corpus's side.
TYPES: Final = {
    "person": "person", "per": "person", "politician": "person", "organisation": "organisation",
    "organization": "organisation", "org": "organisation", "politicalparty": "organisation", "country": "place",
    "location": "place", "loc": "place", "gpe": "place", "fac": "place", "facility": "place", "event": "other",
    "election": "other", "misc": "other", "norp": "other", "product": "other", "work_of_art": "other", "law": "other",
    "language": "other", "date": "", "time": "", "percent": "", "money": "", "quantity": "", "ordinal": "",
    "cardinal": "",
}  # fmt: skip
KINDS: Final = ("person", "organisation", "place", "other")
_TAG: Final = re.compile(r"O|[BIESLU]-\S+")


@dataclass(frozen=True, slots=True)
class Names:
    """A corpus of names; `kinds` are those of our types that it annotates, the others are not counted."""

    sentences: list[Sentence]
    kinds: tuple[str, ...]


def read_names(path: Path) -> Names:
    """Read a column file; the columns of words and tags are told by what stands in them.

    Raises ValueError where no column holds tags, or a tag's label is not known.
    """
    blocks = _blocks(path.read_text(encoding="utf-8"))
    word, tag = _columns([row for rows in blocks for row in rows])
    sentences = [([row[word] for row in rows], tagged_spans([row[tag] for row in rows])) for rows in blocks]
    labels = {row[tag].partition("-")[2].lower() for rows in blocks for row in rows} - {""}
    found = {TYPES[label] for label in labels}
    return Names(sentences, tuple(kind for kind in KINDS if kind in found))


def _blocks(text: str) -> list[list[list[str]]]:
    """Return the rows of each sentence; comments and document marks are left out."""
    blocks: list[list[list[str]]] = [[]]
    for line in text.splitlines():
        row = line.split("\t") if "\t" in line else line.split()
        if not any(row) or row[0] == "-DOCSTART-":
            blocks.append([])
        elif not (line.startswith("# ") and (" = " in line or not _TAG.fullmatch(row[-1]))):
            blocks[-1].append(row)
    return [rows for rows in blocks if rows]


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return the column of the words and that of the tags: the last where nothing but tags stands."""
    width = min(len(row) for row in rows) if rows else 0
    tags = [place for place in range(1, width) if all(_TAG.fullmatch(row[place]) for row in rows)]
    if not tags:
        raise ValueError("no column holds tags like O, B-PER, I-PER")
    return int(tags[-1] > 1 and all(row[0].isdigit() for row in rows)), tags[-1]


def tagged_spans(tags: Sequence[str]) -> set[Span]:
    """Return the typed spans of BIO, IO, BIOES or BILOU tags, in our types."""
    spans: set[Span] = set()
    start, kind = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        edge, _, name = tag.partition("-")
        if kind and (edge not in "IEL" or name != kind):
            spans.add((start, place, _type(kind)))
            kind = ""
        if not kind and name:
            start, kind = place, name
    return {span for span in spans if span[2]}


def _type(label: str) -> str:
    known = TYPES.get(label.lower())
    if known is None:
        raise ValueError(f"what is a {label!r}? benchmarks/names.py says what the labels mean")
    return known


def name_figures(analyser: Analyser, corpus: Iterable[Sentence], kinds: Sequence[str]) -> dict[str, float]:
    """Return F1 of whole typed spans over `kinds`, that of each kind, and precision and recall over all."""
    right, said, gold = Counter[str](), Counter[str](), Counter[str]()
    for words, spans in corpus:
        found = _spans(words, _mentions(analyser, words))
        right.update(span[2] for span in found & spans)
        said.update(span[2] for span in found)
        gold.update(span[2] for span in spans)
    hits, all_said, all_gold = (sum(counts[kind] for kind in kinds) for counts in (right, said, gold))
    each = {kind: 2 * right[kind] / (said[kind] + gold[kind]) for kind in kinds if said[kind] + gold[kind]}
    return {
        "F1": 2 * hits / max(1, all_said + all_gold),
        **each,
        "P": hits / max(1, all_said),
        "R": hits / max(1, all_gold),
    }


def _mentions(analyser: Analyser, words: Sequence[str]) -> Sequence[Mention]:
    text = " ".join(words)
    if isinstance(analyser, NeuralAnalyser):
        return analyser.analyse_words(text, [as_words(words)]).mentions
    return analyser.analyse([text])[0].mentions


def _spans(words: Sequence[str], mentions: Iterable[Mention]) -> set[Span]:
    """Return the mentions as spans of words; one that begins or ends inside a word keeps offsets that match none."""
    block = as_words(words)
    starts = {word.start: place for place, word in enumerate(block)}
    ends = {word.end: place + 1 for place, word in enumerate(block)}
    return {(starts.get(m.start, -m.start - 1), ends.get(m.end, -m.end - 1), m.type) for m in mentions}
