"""Corpora to training examples.

Trees come from Universal Dependencies files, names from four corpora with their own label sets, mapped to
person, organisation, place and other.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.gum_names import named_entities

SOURCES = Path(__file__).with_name("sources.toml")
NAME_TYPES = ("person", "organisation", "place", "other")
NAME_TAGS = ("O", *(f"{edge}-{kind}" for kind in NAME_TYPES for edge in "BIES"))

CROSSNER_TYPES = {
    "politician": "person", "person": "person", "organisation": "organisation", "politicalparty": "organisation",
    "country": "place", "location": "place", "event": "other", "election": "other", "misc": "other",
}  # fmt: skip
SHORT_TYPES = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}

Span = tuple[int, int, str]


@dataclass(slots=True)
class Example:
    """One sentence. `heads` count words from 1, 0 is the root; None where a corpus has no such layer.

    `closed` says that a word without a name is no name of any type; corpora without the type "other" are open.
    """

    words: list[str]
    upos: list[str] | None = None
    xpos: list[str] | None = None
    heads: list[int] | None = None
    labels: list[str] | None = None
    names: list[Span] | None = None
    closed: bool = True
    document: str = ""


def checked_sources(root: Path) -> dict[str, Path]:
    """Return the path of each declared input under `root`; raise ValueError where a checksum differs."""
    declared = tomllib.loads(SOURCES.read_text(encoding="utf-8"))["source"]
    paths: dict[str, Path] = {}
    for source in declared:
        path = (SOURCES.parent if source.get("ours") else root) / source["path"]
        found = digest(path)
        if found != source["sha256"]:
            raise ValueError(f"{path}: SHA-256 is {found}, {SOURCES.name} declares {source['sha256']}")
        paths[source["path"]] = path
    return paths


def digest(path: Path) -> str:
    """Return the SHA-256 of a file; of a folder that of the lines "SHA-256, two spaces, path" of its files, sorted."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    files = sorted(file for file in path.rglob("*") if file.is_file())
    lines = (f"{digest(file)}  {file.relative_to(path).as_posix()}\n" for file in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def read_conllu(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield (document id, rows of the syntactic words) for each sentence; empty nodes and token ranges are left out."""
    document, rows = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id ="):
            document = line.split("=", 1)[1].strip()
        elif not line.strip():
            if rows:
                yield document, rows
            rows = []
        elif line[0] != "#":
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
    if rows:
        yield document, rows


def read_trees(path: Path, entities: bool = False) -> list[Example]:
    """Return the sentences of a CoNLL-U file; with `entities`, GUM's named entities as names."""
    examples = []
    for document, rows in read_conllu(path):
        examples.append(
            Example(
                words=[row[1] for row in rows],
                upos=[row[3] for row in rows],
                xpos=[row[4] for row in rows],
                heads=[int(row[6]) for row in rows],
                labels=[row[7] for row in rows],
                closed=False,
                document=document,
            )
        )
    if entities:
        for example, names in zip(examples, named_entities(read_conllu(path)), strict=True):
            example.names = names
    return examples


def spans_of(tags: list[str], types: dict[str, str]) -> list[Span]:
    """Return the spans of BIO or IO `tags`, their types mapped by `types` (tags of unknown types count as O)."""
    spans: list[Span] = []
    start, kind = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        edge, _, name = tag.partition("-")
        if kind and (edge != "I" or name != kind):
            spans.append((start, index, types[kind]))
            kind = ""
        if not kind and name in types:
            start, kind = index, name
    return spans


def read_columns(path: Path, word: int, tag: int, types: dict[str, str], closed: bool) -> list[Example]:
    """Return the sentences of a file with a word and a tag in the given columns, blank lines between sentences."""
    examples: list[Example] = []
    words: list[str] = []
    tags: list[str] = []
    document = ""
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        columns = line.split("\t") if "\t" in line else line.split()
        if line.startswith("# newdoc"):
            document = line.split("=", 1)[1].strip()
        if line.startswith("# ") and len(columns) != 2:
            continue
        if len(columns) > max(word, tag):
            words.append(columns[word])
            tags.append(columns[tag])
        elif words:
            examples.append(Example(words, names=spans_of(tags, types), closed=closed, document=document))
            words, tags = [], []
    return examples


def name_tags(names: list[Span], length: int) -> list[str]:
    """Return one BIOES tag a word."""
    tags = ["O"] * length
    for start, end, kind in names:
        if end - start == 1:
            tags[start] = f"S-{kind}"
            continue
        tags[start:end] = [f"I-{kind}"] * (end - start)
        tags[start], tags[end - 1] = f"B-{kind}", f"E-{kind}"
    return tags


def read_raw(path: Path) -> Iterator[tuple[str, set[int]]]:
    """Yield (text, characters where its sentences end) for each document of a CoNLL-U file, spaces as they were.

    A blank line stands between paragraphs; contractions stay whole.
    """
    text, ends = "", set[int]()
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        if any(line.startswith("# newdoc") for line in lines) and text:
            yield text, ends
            text, ends = "", set()
        if text and any(line.startswith("# newpar") for line in lines):
            text = text.rstrip() + "\n\n"
        covered = 0  # the last word of the contraction that is being read
        for columns in (line.split("\t") for line in lines if line[:1].isdigit()):
            number, _, to = columns[0].partition("-")
            if "." in number or (not to and int(number) <= covered):
                continue
            covered = int(to) if to else covered
            text += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
        ends.add(len(text.rstrip()))
        text = text if not text or text[-1].isspace() else text + " "
    if text.strip():
        yield text, ends
