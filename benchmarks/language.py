"""Quality and speed of the language layer, as shipped: one command, one table.

    python benchmarks/language.py --corpora PATH [--texts FILE.jsonl] [--threads 4]

Trees and tags are measured on words given (gold), tokens and sentences on raw text, names on words given. Every figure
comes through the packaged eight-bit graph and the decoder that users run.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from muniment.language.analyser import NeuralAnalyser
from muniment.language.analysis import Analysis
from muniment.language.model import DATA, Model
from muniment.language.sentences import sentences
from muniment.language.tokenise import Word

Span = tuple[int, int, str]
NAME_TYPES = {
    "politician": "person", "person": "person", "organisation": "organisation", "politicalparty": "organisation",
    "country": "place", "location": "place", "event": "other", "election": "other", "misc": "other",
    "PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other",
}  # fmt: skip


@dataclass(slots=True)
class Gold:
    """A sentence of a corpus: CoNLL-U rows of its words, or words and tags."""

    rows: list[list[str]] = field(default_factory=list)
    document: str = ""
    paragraph: bool = False

    @property
    def words(self) -> list[str]:
        """The forms."""
        return [row[1] for row in self.rows]


def read_conllu(path: Path) -> Iterator[Gold]:
    """Yield the sentences; rows of token ranges are kept (their id holds a hyphen), empty nodes are not."""
    gold, document = Gold(paragraph=True), ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id"):
            document, gold.paragraph = line.split("=", 1)[1].strip(), True
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
    """Return UAS, LAS, UPOS, XPOS and lemma accuracy on words given."""
    plain = [[row for row in gold.rows if "-" not in row[0]] for gold in corpus]
    counts: Counter[str] = Counter()
    for rows, (analysis, first, last) in zip(
        plain, read_given(analyser, [[row[1] for row in rows] for rows in plain]), strict=True
    ):
        for row, token in zip(rows, analysis.tokens[first:last], strict=True):
            head = token.head - first + 1 if token.head >= 0 else 0
            counts["words"] += 1
            counts["UAS"] += head == int(row[6])
            counts["LAS"] += head == int(row[6]) and token.deprel == row[7]
            counts["UPOS"] += token.upos == row[3]
            counts["XPOS"] += token.xpos == row[4]
            counts["lemma"] += token.lemma.lower() == row[2].lower()
            counts["verb lemma"] += row[3] == "VERB" and token.lemma == row[2].lower()
            counts["verbs"] += row[3] == "VERB"
    figures = {key: counts[key] / counts["words"] for key in ("UAS", "LAS", "UPOS", "XPOS", "lemma")}
    return figures | {"verb lemma": counts["verb lemma"] / counts["verbs"]}


def raw_text(corpus: Iterable[Gold]) -> tuple[str, set[tuple[int, int]], set[tuple[int, int]]]:
    """Return the text of the sentences as it was written, and the spans of its surface words and sentences."""
    text, tokens, spans = "", set(), set()
    for gold in corpus:
        if text:
            text = text.rstrip() + "\n\n" if gold.paragraph else text
        start = len(text)
        for row in gold.rows:
            if _inside_range(row, gold.rows):
                continue
            tokens.add((len(text), len(text) + len(row[1])))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        spans.add((start, len(text.rstrip())))
        text = text if text.endswith(" ") else text + " "
    return text, tokens, spans


def _inside_range(row: Sequence[str], rows: Iterable[Sequence[str]]) -> bool:
    if "-" in row[0]:
        return False
    ranges = (other[0].split("-") for other in rows if "-" in other[0])
    return any(int(low) <= int(row[0]) <= int(high) for low, high in ranges)


def raw_figures(corpus: Sequence[Gold]) -> dict[str, float]:
    """Return the F1 of surface words (contractions whole) and sentences from raw text, document by document."""
    counts: Counter[str] = Counter()
    documents: dict[str, list[Gold]] = {}
    for gold in corpus:
        documents.setdefault(gold.document, []).append(gold)
    for part in documents.values():
        text, tokens, spans = raw_text(part)
        parted = list(sentences(text))
        # A contraction counts as one word here: our parts of it that touch are joined where the corpus has them whole.
        edges = {(word.start, word.end) for words in parted for word in words}
        for start, end in tokens - edges:
            inner = [edge for edge in edges if start <= edge[0] and edge[1] <= end]
            if inner and min(inner)[0] == start and max(inner)[1] == end and "'" in text[start:end].replace("’", "'"):
                edges = (edges - set(inner)) | {(start, end)}
        found = {(words[0].start, words[-1].end) for words in parted}
        for key, said, gold_ in (("tokens", edges, tokens), ("sentences", found, spans)):
            counts[key] += len(said & gold_)
            counts[key + " all"] += len(said) + len(gold_)
    return {f"{key} F1": 2 * counts[key] / counts[key + " all"] for key in ("tokens", "sentences")}


def read_names(path: Path, word: int, tag: int) -> list[tuple[list[str], set[Span]]]:
    """Return (words, typed spans) of each sentence of a column file with BIO or IO tags."""
    found: list[tuple[list[str], set[Span]]] = []
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split("\t") if "\t" in line else line.split()
        if line.startswith("# ") and len(columns) != 2:
            continue
        if len(columns) > max(word, tag):
            words.append(columns[word])
            tags.append(columns[tag])
        elif words:
            found.append((words, tagged_spans(tags)))
            words, tags = [], []
    return found


def tagged_spans(tags: Sequence[str]) -> set[Span]:
    """Return the typed spans of BIO or IO tags."""
    spans: set[Span] = set()
    start, kind = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        edge, _, name = tag.partition("-")
        if kind and (edge != "I" or name != kind):
            spans.add((start, place, NAME_TYPES[kind]))
            kind = ""
        if not kind and name:
            start, kind = place, name
    return spans


def name_figures(
    analyser: NeuralAnalyser, corpus: Sequence[tuple[list[str], set[Span]]], types: Sequence[str]
) -> dict[str, float]:
    """Return the F1 of whole typed spans over `types`, each and together."""
    right, sums = Counter[str](), Counter[str]()
    for words, gold in corpus:
        block = as_words(words)
        index = {word.start: place for place, word in enumerate(block)}
        ends = {word.end: place + 1 for place, word in enumerate(block)}
        mentions = analyser.analyse_words(" ".join(words), [block]).mentions
        said = {(index[m.start], ends[m.end], m.type) for m in mentions}
        right.update(span[2] for span in said & gold)
        sums.update([span[2] for span in said] + [span[2] for span in gold])
    figures = {kind: 2 * right[kind] / sums[kind] for kind in types if sums[kind]}
    return {"all": 2 * sum(right[kind] for kind in types) / sum(sums[kind] for kind in types), **figures}


def speed(analyser: NeuralAnalyser, texts: Sequence[str]) -> dict[str, float]:
    """Return words a second, and the most memory that this process took."""
    start = time.perf_counter()
    words = sum(len(analyser.analyse([text])[0].tokens) for text in texts)
    seconds = time.perf_counter() - start
    return {"words": words, "words/s": words / seconds, "MB most": _memory()}


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _print(title: str, figures: dict[str, float]) -> None:
    cells = "  ".join(f"{key} {value:.4f}" if value <= 1 else f"{key} {value:,.0f}" for key, value in figures.items())
    print(f"{title:32} {cells}", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--texts", type=Path, help="JSON lines with a `text` each, to measure speed on")
    parser.add_argument("--most", type=int, default=500, help="texts to read for speed")
    parser.add_argument("--threads", type=int, default=4)
    parser.add_argument("--test", action="store_true", help="measure the test parts of the name corpora too")
    options = parser.parse_args()
    start = time.perf_counter()
    analyser = NeuralAnalyser(Model(threads=options.threads))
    analyser.analyse(["It is ready."])
    size = sum(file.stat().st_size for file in DATA.iterdir()) / 1e6
    print(
        f"model {analyser.version}: {size:.1f} MB, ready after {time.perf_counter() - start:.2f} s, {_memory():.0f} MB"
    )
    gum = list(read_conllu(options.corpora / "ud-gum/dev.conllu"))
    trees = {
        "EWT dev": list(read_conllu(options.corpora / "ud-ewt/dev.conllu")),
        "GUM dev": gum,
        "GUM dev news": [gold for gold in gum if "_news_" in gold.document],
    }
    for title, corpus in trees.items():
        _print(title, tree_figures(analyser, corpus))
        _print(title + ", raw", raw_figures(corpus))
    _names(analyser, options.corpora, options.test)
    if options.texts:
        lines = options.texts.read_text(encoding="utf-8").splitlines()[: options.most]
        _print(options.texts.name, speed(analyser, [json.loads(line)["text"] for line in lines]))


def _names(analyser: NeuralAnalyser, corpora: Path, test: bool) -> None:
    three, four = ("person", "organisation", "place"), ("person", "organisation", "place", "other")
    politics = read_names(corpora / "crossner-politics/dev.txt", 0, 1)
    # The model was taught with the other two thirds, and with three of four documents of UNER dev (see training/).
    _print("CrossNER politics dev, held", name_figures(analyser, politics[2::3], four))
    if test:
        _print("CrossNER politics test",
               name_figures(analyser, read_names(corpora / "crossner-politics/test.txt", 0, 1), four))  # fmt: skip
        _print("UNER EWT test", name_figures(analyser, read_names(corpora / "uner-ewt/test.iob2", 1, 2), three))


if __name__ == "__main__":
    main()
