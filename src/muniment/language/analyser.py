"""The analyser: rules part the text, the model reads the sentences, decoding makes trees and names of its scores.

With a branch it finds typed things and attributions too; trees and names are the same with it and without.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, islice
from typing import Final

import numpy as np

from muniment.language.analysis import Analysis, Sentence, Token
from muniment.language.attribution import AttributionDecoder
from muniment.language.branch import Reader, Scores
from muniment.language.decode import NameDecoder, tree
from muniment.language.lemma import lemma
from muniment.language.model import MAX_PIECES, Model, Said
from muniment.language.names import agree, tidy
from muniment.language.pieces import plain
from muniment.language.quotes import quotes
from muniment.language.sentences import sentences
from muniment.language.signs import Signs, hints, quoted
from muniment.language.things import ThingDecoder
from muniment.language.tokenise import Word
from muniment.schema.mention import Mention

# Sentences of one document that are read together: bounds the memory that a long document takes. Part of what makes the
# output reproducible (see model.py), so changing it is a change of the model's version.
CHUNK: Final = 128
# Where a sentence is too long for the model it is cut behind the last of these in its second half, else at the limit.
_CUTS: Final = frozenset({";", ":", ",", "--", "-", ".", "!", "?", ")", '"', "|"})


@dataclass(slots=True)
class _Draft:
    """An analysis in the making. Repeated strings are kept once: a long document has few different ones."""

    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    strings: dict[str, str] = field(default_factory=dict)
    scores: list[Scores] = field(default_factory=list)  # of the branch, a part of the document each


class NeuralAnalyser:
    """Implements `muniment.language.Analyser` over a `Model`, and a branch where things and attributions are wanted."""

    def __init__(self, model: Model, branch: Reader | None = None) -> None:
        self._model, self._branch = model, branch
        self.version = model.tags.version
        if branch is not None:
            self.version += f".{branch.version}"
            self._things, self._attributions = ThingDecoder(branch.layers), AttributionDecoder(branch.layers)
        self._relations = {name: place for place, name in enumerate(model.tags.deprels)}
        self._names = NameDecoder(model.tags.names)

    def analyse(self, texts: Sequence[str], skip: Sequence[Sequence[tuple[int, int]]] = ()) -> list[Analysis]:
        """Return one Analysis a text; see `muniment.language.Analyser`. Texts never share a batch."""
        if skip and len(skip) != len(texts):
            raise ValueError(f"skip has {len(skip)} entries for {len(texts)} texts")
        return [self._analysis(text, skip[place] if skip else ()) for place, text in enumerate(texts)]

    def _analysis(self, text: str, skip: Sequence[tuple[int, int]]) -> Analysis:
        spans = tuple(span for span in quotes(text) if not _meets(span, skip))
        return self.analyse_words(text, sentences(text, skip), spans)

    def analyse_words(
        self, text: str, parted: Iterable[Sequence[Word]], spans: tuple[tuple[int, int], ...] = ()
    ) -> Analysis:
        """Return the Analysis of a text that is parted into sentences and words already; `spans` are its quotes."""
        draft = _Draft()
        parts = self._parts(parted)
        while chunk := list(islice(parts, CHUNK)):
            said = self._model.read([[word.text for word in words] for words in chunk], self._branch is not None)
            first = len(draft.tokens)
            for words, scores in zip(chunk, said, strict=True):
                self._add(draft, words, scores)
            if self._branch is not None:
                draft.scores.append(self._branch.read(self._signs(draft.tokens[first:], first, chunk, said, spans)))
        found = Analysis(
            text=text,
            tokens=tuple(draft.tokens),
            sentences=tuple(draft.sentences),
            mentions=tuple(agree(text, draft.mentions)),
            quotes=spans,
        )
        return self._widened(found, draft.scores) if draft.scores else found

    def _widened(self, found: Analysis, parts: Sequence[Scores]) -> Analysis:
        """Return `found` with what the branch said of its parts."""
        scores = {layer: np.concatenate([part[layer] for part in parts]) for layer in parts[0]}
        if not scores:
            return found
        return replace(
            found,
            things=self._things.things(found.tokens, found.sentences, scores),
            attributions=self._attributions.attributions(found.tokens, found.sentences, scores),
        )

    def _signs(
        self,
        tokens: Sequence[Token],
        first: int,
        chunk: Sequence[Sequence[Word]],
        said: Sequence[Said],
        spans: Sequence[tuple[int, int]],
    ) -> Signs:
        """Return what the branch is given of one chunk: its tokens, the first of which is `first` in the document."""
        words = [word for sentence in chunk for word in sentence]
        heads = [place if token.head < 0 else token.head - first for place, token in enumerate(tokens)]
        return Signs(
            states=np.concatenate([one.states for one in said if one.states is not None]),
            marks=np.column_stack([
                np.concatenate([one.upos for one in said]),
                [self._relations[token.deprel] for token in tokens],
                np.concatenate([one.names.argmax(-1) for one in said]),
                quoted(words, spans),
                heads,
            ]),
            hints=hints(words),
            ends=tuple(accumulate(len(sentence) for sentence in chunk)),
        )  # fmt: skip

    def _parts(self, parted: Iterable[Sequence[Word]]) -> Iterator[Sequence[Word]]:
        """Yield the sentences, those too long for the model in parts."""
        for words in parted:
            lengths = self._model.lengths([word.text for word in words])
            start = 0
            for end in _cuts(words, lengths):
                yield words[start:end]
                start = end

    def _add(self, draft: _Draft, words: Sequence[Word], said: Said) -> None:
        first, tags = len(draft.tokens), self._model.tags
        heads = tree(said.arcs)
        for place, (word, head) in enumerate(zip(words, heads, strict=True)):
            upos, xpos = tags.upos[said.upos[place]], tags.xpos[said.xpos[place]]
            text = draft.strings.setdefault(word.text, word.text)
            draft.tokens.append(
                Token(
                    start=word.start,
                    end=word.end,
                    text=text,
                    lemma=lemma(text, upos, xpos),
                    upos=upos,
                    xpos=xpos,
                    head=first + head - 1 if head else -1,
                    deprel=self._deprel(said, place, head),
                )
            )
        draft.sentences.append(Sentence(words[0].start, words[-1].end, first, first + len(words)))
        for start, end, kind in tidy(words, self._names.spans(said.names)):
            draft.mentions.append(Mention(words[start].start, words[end - 1].end, kind))

    def _deprel(self, said: Said, place: int, head: int) -> str:
        """Return the label of the word's arc; a head beyond the best few gets the best head's label."""
        if not head:
            return "root"
        names = self._model.tags.deprels
        candidates = said.candidates[place].tolist()
        labels = said.deprels[place].tolist()
        if head in candidates:
            return str(names[labels[candidates.index(head)]])
        return next((names[label] for label in labels if names[label] != "root"), "dep")


def _cuts(words: Sequence[Word], lengths: Sequence[int]) -> Iterator[int]:
    """Yield the ends of the parts of a sentence, each of at most MAX_PIECES pieces with the two marks around it."""
    start, sum_, room = 0, 0, MAX_PIECES - 2
    for place, length in enumerate(lengths):
        if sum_ + length > room:
            half = start + (place - start) // 2
            cut = next((at + 1 for at in range(place - 1, half, -1) if plain(words[at].text) in _CUTS), place)
            yield cut
            start, sum_ = cut, sum(lengths[cut:place])
        sum_ += length
    if start < len(words):
        yield len(words)


def _meets(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
