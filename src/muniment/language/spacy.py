"""Any spaCy pipeline behind the interface of this layer: its words, trees and names as an `Analysis`.

The tree may be in Universal Dependencies or in CLEAR labels (`clear.py`). Quotes are found by our own rules, lemmas too
where the pipeline says none. What spaCy takes for white space is no token. Text is read a paragraph at a time, so
that no sentence crosses a blank line and no text is too long.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from importlib import metadata, util
from pathlib import Path
from typing import Any, Final

from muniment.errors import ModelError
from muniment.language.analysis import Analysis, Sentence, Token
from muniment.language.clear import Node, to_universal
from muniment.language.lemma import lemma
from muniment.language.names import agree
from muniment.language.quotes import quotes
from muniment.language.sentences import paragraphs
from muniment.schema.mention import Mention

# OntoNotes, CoNLL-2003 and WikiNER. Amounts and times are read by rules of our own; labels not listed are left out.
TYPES: Final = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
    "NORP": "other", "EVENT": "other", "LAW": "other", "PRODUCT": "other", "WORK_OF_ART": "other", "LANGUAGE": "other",
    "MISC": "other",
}  # fmt: skip
_PROBE: Final = "The ship sailed to Norway."
_LONGEST: Final = 100_000  # characters read at once; spaCy refuses a million
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_EDGES: Final = frozenset({"the", "The", "THE", "a", "A", "an", "An", "'s", "\u2019s", "'", "\u2019"})

Span = tuple[int, int]


class SpacyAnalyser:
    """Implements `muniment.language.Analyser` over a loaded `spacy.Language`.

    `version` must change whenever the pipeline does: documents are read again by another version.
    """

    def __init__(self, nlp: Any, version: str) -> None:
        self._nlp = nlp
        self.version = version

    def analyse(self, texts: Sequence[str], skip: Sequence[Sequence[Span]] = ()) -> list[Analysis]:
        """Return one Analysis a text; see `muniment.language.Analyser`. Texts never share a batch."""
        if skip and len(skip) != len(texts):
            raise ValueError(f"skip has {len(skip)} entries for {len(texts)} texts")
        return [self._analysis(text, skip[place] if skip else ()) for place, text in enumerate(texts)]

    def _analysis(self, text: str, skip: Sequence[Span]) -> Analysis:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        mentions: list[Mention] = []
        pieces = list(_pieces(text, skip))
        clean = _SURROGATES.sub("\ufffd", text)
        for (start, _), doc in zip(pieces, self._nlp.pipe(clean[a:b] for a, b in pieces), strict=True):
            for words in _sentences(doc):
                made = _tokens(text, start, len(tokens), words)
                sentences.append(Sentence(made[0].start, made[-1].end, len(tokens), len(tokens) + len(made)))
                tokens.extend(made)
            mentions.extend(_mentions(doc, start))
        apart = tuple(
            span for span in quotes(text) if not any(span[0] < end and start < span[1] for start, end in skip)
        )
        return Analysis(text, tuple(tokens), tuple(sentences), tuple(agree(text, mentions)), apart)


def load_spacy(name: str) -> SpacyAnalyser:
    """Return an analyser over the pipeline called `name`: an installed package, or a folder.

    Raises ModelError where spaCy or the pipeline is missing or cannot be loaded, or says no trees.
    """
    version = spacy_version(name)
    import spacy

    try:
        nlp = spacy.load(name)
        probe = nlp(_PROBE)
    except Exception as error:  # of the pipeline's own making: wrong versions, missing parts
        raise ModelError(f"spaCy cannot load {name!r} ({error}).", "Install a version that fits this spaCy.") from error
    if not (probe.has_annotation("DEP") and probe.has_annotation("SENT_START")):
        raise ModelError(f"The spaCy pipeline {name!r} parses no sentences.", "Name one that has a parser.")
    return SpacyAnalyser(nlp, version)


def spacy_version(name: str) -> str:
    """Return what identifies a pipeline: spaCy's version, its name, and a digest of its files. Loads nothing.

    Raises ModelError where spaCy or the pipeline is missing.
    """
    try:
        version = metadata.version("spacy")
    except metadata.PackageNotFoundError:
        raise ModelError("spaCy is not installed.", "pip install 'muniment[spacy]'") from None
    return f"spacy{version}-{Path(name).name}-{_digest(pipeline_folder(name))}"


def pipeline_folder(name: str) -> Path:
    """Return the folder of a pipeline: that of the package of this name, or the folder itself. Raises ModelError."""
    if Path(name).is_dir():
        return Path(name)
    found = util.find_spec(name) if name.isidentifier() else None
    if found is None or found.origin is None:
        raise ModelError(
            f"The spaCy pipeline {name!r} is not installed.",
            f"python -m spacy download {name} (or pip install its package, or name a folder)",
        )
    return Path(found.origin).parent


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(f"{file.relative_to(folder).as_posix()}\n".encode())
            with file.open("rb") as content:
                digest.update(hashlib.file_digest(content, "sha256").digest())
    return digest.hexdigest()[:8]


def _pieces(text: str, skip: Sequence[Span]) -> Iterator[Span]:
    """Yield what is read at once: paragraphs, outside `skip`, none too long."""
    place = 0
    for start, end in [*sorted(skip), (len(text), len(text))]:
        for first, last in paragraphs(text[place:start]) if place < start else ():
            for begin in range(place + first, place + last, _LONGEST):
                yield begin, min(begin + _LONGEST, place + last)
        place = max(place, end)


def _sentences(doc: Any) -> Iterator[list[Any]]:
    """Yield the words of each sentence; the whole is one where the pipeline parts nothing."""
    parts = doc.sents if doc.has_annotation("SENT_START") else [doc]
    for part in parts:
        words = [word for word in part if not word.is_space]
        if words:
            yield words


def _tokens(text: str, offset: int, first: int, words: Sequence[Any]) -> list[Token]:
    """Return the tokens of one sentence, the first of which is `first` in the analysis."""
    spans = [(offset + word.idx, offset + word.idx + len(word)) for word in words]
    nodes = [
        Node(word.lemma_ or lemma(text[start:end], word.pos_, word.tag_), word.pos_ or "X", word.tag_, head, word.dep_)
        for word, head, (start, end) in zip(words, _heads(words), spans, strict=True)
    ]
    to_universal(nodes)
    return [
        Token(
            start=start,
            end=end,
            text=text[start:end],
            lemma=node.lemma,
            upos=node.upos,
            xpos=node.xpos,
            head=first + node.head if node.head >= 0 else -1,
            deprel="root" if node.head < 0 else "dep" if node.deprel == "root" else node.deprel,
        )
        for node, (start, end) in zip(nodes, spans, strict=True)
    ]


def _heads(words: Sequence[Any]) -> list[int]:
    """Return each word's head as a place in the sentence, -1 for its one root. White space governs nothing."""
    places = {word.i: place for place, word in enumerate(words)}
    heads = [_head(word, places) for word in words]
    root = heads.index(-1)  # there is one: a tree has no circle
    return [root if head == -1 and place != root else head for place, head in enumerate(heads)]


def _head(word: Any, places: dict[int, int]) -> int:
    """Return the place of the nearest governor that is a word of the sentence; -1 where there is none."""
    while word.head.i != word.i:
        word = word.head
        if word.i in places:
            return places[word.i]
    return -1


def _mentions(doc: Any, offset: int) -> Iterator[Mention]:
    """Yield the names in our types, without the articles and possessive marks that OntoNotes counts in."""
    for name in doc.ents:
        words = [word for word in name if not word.is_space]
        while words and words[0].text in _EDGES:
            words.pop(0)
        while words and words[-1].text in _EDGES:
            words.pop()
        if words and name.label_ in TYPES:
            yield Mention(offset + words[0].idx, offset + words[-1].idx + len(words[-1]), TYPES[name.label_])
