"""What turns a stored document into claims, behind one small interface, so that a run can name its version."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib import resources
from typing import TypeAlias

from muniment.errors import ModelError, MunimentError, UsageError
from muniment.pipeline.fingerprint import fingerprint
from muniment.pipeline.status import NOTHING_SPENT, Spent
from muniment.schema.claim import Claim, Refusal
from muniment.schema.document import Document
from muniment.version import __version__


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one document gave."""

    claims: tuple[Claim, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    sentences: int = 0
    spent: Spent = NOTHING_SPENT


@dataclass(frozen=True, slots=True)
class Failed:
    """Extraction of one document broke; `note` is "<type>: <message>", or what people should know of it."""

    note: str
    spent: Spent = NOTHING_SPENT


class NotExtracted(Exception):
    """This document cannot be read for claims, for a reason that people should know; the run goes on."""

    def __init__(self, note: str, spent: Spent) -> None:
        super().__init__(note)
        self.note, self.spent = note, spent


Extract: TypeAlias = Callable[[Document], Extracted]


@dataclass(frozen=True, slots=True)
class Extractor:
    """`load(threads)` gives the function that extracts (threads 0: as many as it likes); it must be importable by
    name, because other processes load it too. What it extracts may depend on the document alone.

    `waits` is True where another machine does the work: several documents at once then need threads, not processes,
    and the function has to bear being called from several.
    """

    name: str
    version: str
    load: Callable[[int], Extract]
    waits: bool = False


def shipped() -> Extractor:
    """The extractor of this package. Loads no model yet."""
    return Extractor("muniment", f"{__version__}+{fingerprint()}.{_model_version()}", load_shipped)


def extractor(language: str = "") -> Extractor:
    """The extractor over the language pipeline named: "spacy:NAME", or "" for the packaged model. Loads no model yet.

    Raises UsageError where the name means nothing, ModelError where the pipeline is not installed.
    """
    if not language:
        return shipped()
    kind, _, name = language.partition(":")
    if kind != "spacy" or not name:
        raise UsageError(f"No language pipeline is called {language!r}.", "Name one as spacy:en_core_web_sm.")
    from muniment.language.spacy import spacy_version

    version = f"{__version__}+{fingerprint()}.{spacy_version(name)}"
    return Extractor("muniment", version, partial(load_shipped, pipeline=name))


def load_shipped(threads: int = 0, pipeline: str = "") -> Extract:
    """Loads the language model, or the spaCy pipeline named. Raises ModelError where it is missing."""
    from muniment.claims import extract
    from muniment.language import load_analyser

    try:
        analyser = load_analyser(threads, pipeline)
    except FileNotFoundError as error:
        raise ModelError(f"The language model is missing ({error}).", "Install the package again.") from error

    def run(document: Document) -> Extracted:
        skip = [(part.span.start, part.span.end) for part in document.furniture]
        (analysis,) = analyser.analyse([document.text], [skip])
        found = extract(document, analysis)
        return Extracted(found.claims, found.refusals, len(analysis.sentences))

    return run


def attempt(extract: Extract, document: Document) -> Extracted | Failed:
    """Extracts; what breaks on this document is a Failed. What breaks for all of them (MunimentError) is raised."""
    try:
        return extract(document)
    except MunimentError:
        raise
    except NotExtracted as error:
        return Failed(error.note, error.spent)
    except Exception as error:
        return Failed(f"{type(error).__name__}: {error}")


@cache
def _model_version() -> str:
    """The model's version, read from its label file: loading the network takes longer than reading a known folder."""
    try:
        labels = resources.files("muniment.language").joinpath("data/labels.json").read_text(encoding="utf-8")
        return str(json.loads(labels)["version"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"The language model is missing ({error}).", "Install the package again.") from error
