"""A vocabulary of a user's own: checked as a whole before a case keeps it, its examples read as documents."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from muniment.claims.examples import failure, read_examples
from muniment.claims.frames import own_frames
from muniment.errors import VocabularyError
from muniment.language import Analyser, load_analyser
from muniment.ledger.reconcile.rules import check_rules
from muniment.vocabulary.own import Own, collect, own, use
from muniment.vocabulary.registers import NAMES, register


@dataclass(frozen=True, slots=True)
class Tried:
    """A frame whose examples were read: how many sentences it has that must and that must not match, and what is
    wrong, each as (sentence, what was read); a frame without sentences of one kind has that wrong."""

    frame: str
    match: int
    no_match: int
    wrong: tuple[tuple[str, str], ...]


def load(folder: Path) -> Own:
    """Reads and checks a folder's registers and frames, which must be whole in themselves.

    Raises VocabularyError, naming file and entry, for whatever could not be carried out.
    """
    words = collect(folder)
    for name, _ in words.registers:
        if name in NAMES:
            cause = f"registers/{name}.yaml: {name} is one of the registers that there are."
            raise VocabularyError(cause, "Give yours another name; frames of yours may feed the others.")
    with _using(words):
        for name, _ in words.registers:
            check_rules(register(name))
        own_frames(words)
    return words


def try_examples(words: Own, analyser: Analyser | None = None) -> tuple[Tried, ...]:
    """Reads the examples of an own vocabulary's frames, with the packaged model if no other analyser is given."""
    with _using(words):
        frames = own_frames(words)
        claims = read_examples(frames, analyser or load_analyser())
    found = []
    for frame in frames:
        yes = sum(example.cells is not None for example in frame.examples)
        no = len(frame.examples) - yes
        wrong = [(one.text, said) for one in frame.examples if (said := failure(frame, one, claims[one.text]))]
        wrong += [("", f"has no sentence under {key}") for key, number in (("match", yes), ("not", no)) if not number]
        found.append(Tried(frame.id, yes, no, tuple(wrong)))
    return tuple(found)


def save(words: Own, folder: Path) -> tuple[Path, ...]:
    """Writes the files of an own vocabulary into a folder, which must hold none of them; returns their paths.

    Raises VocabularyError where a file is there already or cannot be written.
    """
    files = {
        folder / kind / f"{name}.yaml": text
        for kind, texts in (("registers", words.registers), ("frames", words.frames))
        for name, text in texts
    }
    there = [path for path in files if path.exists()]
    if there:
        raise VocabularyError(f"{there[0]} is there already.", "Name a new folder.")
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"{folder} cannot be written ({error}).", "Name a folder of yours.") from error
    return tuple(files)


@contextmanager
def _using(words: Own) -> Iterator[None]:
    before = own()
    use(words)
    try:
        yield
    finally:
        use(before)
