"""The systems that can be run on the same text: ours, and those of others that are installed in this Python.

| name | what | how to get it |
|---|---|---|
| muniment | the packaged model: words, sentences, trees, names | |
| muniment:all | the same with typed things and attributions | |
| spacy:PIPELINE | a spaCy pipeline behind our interface (language/spacy.py) | `pip install spacy`, then the pipeline |
| pysbd, syntok, nupunkt | sentences only | `pip install` the name |
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from muniment.errors import ModelError
from muniment.language.analysis import Analyser
from muniment.language.spacy import load_spacy, pipeline_folder

Span = tuple[int, int]
OURS: Final = "muniment"


class Missing(Exception):
    """The system cannot be run here; the message says why."""


@dataclass(frozen=True, slots=True)
class System:
    """A system that reads text whole, or only parts it into sentences; `size` is that of its model in bytes."""

    name: str
    version: str
    size: int
    analyser: Analyser | None = None
    sentences: Callable[[str], list[Span]] | None = None


def load(name: str) -> System:
    """Return a system, ready but for what it loads at its first text. Raises Missing."""
    kind, _, rest = name.partition(":")
    maker = {OURS: _ours, "spacy": _spacy, "pysbd": _pysbd, "syntok": _syntok, "nupunkt": _nupunkt}.get(kind)
    if maker is None:
        raise Missing(f"no system is called {name!r}; see benchmarks/systems.py")
    try:
        return maker(rest)
    except (ImportError, OSError) as error:
        raise Missing(f"{name} is not installed here ({error})".replace("\n", " ")) from error


def _ours(parts: str) -> System:
    from muniment.language import load_analyser
    from muniment.language.model import DATA

    analyser = load_analyser(threads=1, branch=parts == "all")
    return System(OURS, analyser.version, _size(DATA), analyser)


def _spacy(pipeline: str) -> System:
    try:
        analyser = load_spacy(pipeline)
    except ModelError as error:
        raise Missing(str(error)) from error
    return System(f"spacy:{pipeline}", analyser.version, _size(pipeline_folder(pipeline)), analyser)


def _pysbd(_: str) -> System:
    segmenter = import_module("pysbd").Segmenter(language="en", clean=False, char_span=True)
    return _splitter("pysbd", lambda text: [(part.start, part.end) for part in segmenter.segment(text)])


def _nupunkt(_: str) -> System:
    spans: Any = import_module("nupunkt").sent_spans
    return _splitter("nupunkt", lambda text: list(spans(text)))


def _syntok(_: str) -> System:
    analyze: Any = import_module("syntok.segmenter").analyze

    def spans(text: str) -> Iterator[Span]:
        for paragraph in analyze(text):
            for tokens in paragraph:
                yield tokens[0].offset, tokens[-1].offset + len(tokens[-1].value)

    return _splitter("syntok", lambda text: list(spans(text)))


def _splitter(name: str, spans: Callable[[str], list[Span]]) -> System:
    from importlib.metadata import version

    def trimmed(text: str) -> list[Span]:
        return [_trim(text, start, end) for start, end in spans(text) if text[start:end].strip()]

    return System(name, version(name), _size(Path(str(import_module(name).__file__)).parent), sentences=trimmed)


def _trim(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc")
