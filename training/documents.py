"""Documents as the branch learns them: what the network below says of each word, and the gold as tags.

The states come from the exported graph, rounded as it rounds, so that the branch learns on what it will be given.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
from benchmarks.scoring_attribution import ROLES, Said, read_polnear
from benchmarks.scoring_things import Report

from muniment.language.analyser import NeuralAnalyser
from muniment.language.analysis import Analysis
from muniment.language.attribution import INNER
from muniment.language.model import Model
from muniment.language.quotes import quotes
from muniment.language.signs import Signs, joined
from muniment.language.things import OWN_TYPES, RE3D_TYPES
from muniment.language.tokenise import Word
from training.data import name_tags, read_conllu
from training.gum_names import phrases

Span = tuple[int, int]
Typed = tuple[int, int, str]
Ints = npt.NDArray[np.int64]

# GUM's kinds of entities; it marks whole phrases, named or not, and pronouns.
GUM_TYPES = {
    "person": "person", "animal": "person", "place": "place", "organization": "organisation", "object": "object",
    "plant": "object", "substance": "object", "event": "event", "time": "time", "abstract": "abstract",
}  # fmt: skip
# Types of our own corpus (training/corpus).
CORPUS_TYPES = ("person", "organisation", "place", "nationality", *OWN_TYPES, "date", "quantity", "money")  # fmt: skip


def _tags(kinds: Iterable[str]) -> tuple[str, ...]:
    return ("O", *(f"{edge}-{kind}" for kind in kinds for edge in "BIES"))


ATTRIBUTION_LAYERS = {layer: _tags(["part"]) for layer in (*ROLES, *(INNER + role for role in ROLES))}
THING_LAYERS = {"outer": _tags(RE3D_TYPES), "inner": _tags(RE3D_TYPES), "own": _tags(CORPUS_TYPES)}
# Layers that teach and never ship.
HELP_LAYERS = {f"gum_{level}": _tags(dict.fromkeys(GUM_TYPES.values())) for level in ("outer", "inner")}
LAYERS = ATTRIBUTION_LAYERS | THING_LAYERS | HELP_LAYERS


@dataclass(slots=True)
class Document:
    """A text's words with what the branch reads of them; `gold` holds a tag index a word for each layer it has."""

    name: str
    analysis: Analysis
    signs: Signs
    gold: dict[str, Ints] = field(default_factory=dict)

    def on_words(self, span: Span) -> Span | None:
        """Return (first word, word after the last) of those that `span`, in characters, touches."""
        tokens = self.analysis.tokens
        inside = [place for place, word in enumerate(tokens) if word.start < span[1] and span[0] < word.end]
        return (inside[0], inside[-1] + 1) if inside else None

    def put(self, layer: str, spans: Iterable[Typed]) -> None:
        """Mark `spans`, in words, in a layer."""
        index = {tag: place for place, tag in enumerate(LAYERS[layer])}
        tags = name_tags(sorted(spans), len(self.analysis.tokens))
        self.gold[layer] = np.array([index[tag] for tag in tags], dtype=np.int64)

    def put_roles(self, said: Iterable[Said], before: str = "") -> None:
        """Mark the sources, cues and contents of attributions in layers of their own, `before` before their names."""
        marked: dict[str, list[Typed]] = {role: [] for role in ROLES}
        for one in said:
            for role in ROLES:
                marked[role] += self.parts(getattr(one, role))
        for role, spans in marked.items():
            self.put(before + role, levels(spans)[0])

    def put_things(self, things: Iterable[Typed], before: str = "") -> None:
        """Mark things, in characters, in two layers: those that lie in no other, and the rest."""
        on = {(*span, kind) for start, end, kind in things if (span := self.on_words((start, end)))}
        for level, spans in zip(("outer", "inner"), levels(on), strict=True):
            self.put(before + level, spans)

    def parts(self, spans: Iterable[Span]) -> list[Typed]:
        """Return spans in characters as parts in words."""
        return [(*on, "part") for span in spans if (on := self.on_words(span))]


def levels(things: Iterable[Typed]) -> tuple[list[Typed], list[Typed]]:
    """Return the longest that do not overlap, then the longest of the rest; what is left then is dropped."""
    rest = sorted(set(things), key=lambda thing: (thing[0] - thing[1], thing))
    found: list[list[Typed]] = []
    for _ in range(2):
        level: list[Typed] = []
        for thing in rest:
            if all(thing[1] <= other[0] or other[1] <= thing[0] for other in level):
                level.append(thing)
        rest = [thing for thing in rest if thing not in level]
        found.append(level)
    return found[0], found[1]


class _Keeper:
    """Stands in for the branch: keeps what it would be given and says nothing."""

    version = ""
    layers: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def __init__(self) -> None:
        self.kept: list[Signs] = []

    def read(self, signs: Signs) -> dict[str, npt.NDArray[np.floating]]:
        """Keep the signs, the states in half precision."""
        self.kept.append(Signs(signs.states.astype(np.float16), signs.marks, signs.hints, signs.ends))
        return {}


class Below:
    """The frozen network under the branch, in `folder`; turns texts to documents."""

    def __init__(self, folder: Path, threads: int) -> None:
        self._keeper = _Keeper()
        self._analyser = NeuralAnalyser(Model(folder, threads), self._keeper)

    def document(self, name: str, text: str, parted: Sequence[Sequence[Word]] | None = None) -> Document:
        """Return a text as a document without gold; its words may be given."""
        self._keeper.kept.clear()
        if parted is None:
            [analysis] = self._analyser.analyse([text])
        else:
            analysis = self._analyser.analyse_words(text, parted, tuple(quotes(text)))
        return Document(name, analysis, joined(self._keeper.kept))

    def polnear(self, folder: Path) -> Iterator[Document]:
        """Yield the articles of a part of PolNeAR, one for each annotator."""
        known: dict[str, Document] = {}
        for article in read_polnear(folder, every=True):
            if article.name not in known:
                known = {article.name: self.document(article.name, article.text)}
            read = known[article.name]
            document = Document(article.name, read.analysis, read.signs)
            document.put_roles(article.said)
            yield document

    def report(self, report: Report) -> Document:
        """Return a document of re3d."""
        ours = {theirs: kind for kind, theirs in RE3D_TYPES.items()}
        document = self.document(report.name, report.text)
        document.put_things((start, end, ours[kind]) for start, end, kind in report.things)
        return document

    def gum(self, file: Path) -> Iterator[Document]:
        """Yield GUM's documents with all their entities, words as they are given there."""
        documents: dict[str, list[list[list[str]]]] = {}
        for name, rows in read_conllu(file):
            documents.setdefault(name, []).append(rows)
        for name, sentences in documents.items():
            text, parted, things, count = "", [], set(), 0
            for rows in sentences:
                words = []
                for row in rows:
                    words.append(Word(len(text), len(text) + len(row[1]), row[1]))
                    text += row[1] + " "
                for first, last, fields in phrases(rows):
                    if len(fields) > 1 and fields[1] in GUM_TYPES:
                        things.add((count + first, count + last + 1, GUM_TYPES[fields[1]]))
                parted.append(words)
                count += len(words)
            document = self.document(name, text, parted)
            for level, spans in zip(("gum_outer", "gum_inner"), levels(things), strict=True):
                document.put(level, spans)
            yield document

    def corpus(self, file: Path) -> Iterator[Document]:
        """Yield the passages of our own corpus: things in one layer, attributions inside the content of others."""
        for line in file.read_text(encoding="utf-8").split("\n"):
            if not line.strip():
                continue
            passage = json.loads(line)
            document = self.document(passage["id"], passage["text"])
            things = {(*on, kind) for start, end, kind in passage["things"] if (on := document.on_words((start, end)))}
            document.put("own", levels(things)[0])
            said = [Said(*(tuple((a, b) for a, b in one[role]) for role in ROLES)) for one in passage["attributions"]]
            document.put_roles([one for one in said if any(_holds(other, one) for other in said)], INNER)
            yield document


def _holds(outer: Said, inner: Said) -> bool:
    """Say whether `inner` lies in a part of the content of `outer`, another attribution."""
    spans = [*inner.source, *inner.cue, *inner.content]
    return inner != outer and any(all(a <= start and end <= b for start, end in spans) for a, b in outer.content)
