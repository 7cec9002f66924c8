"""From paths to sources: the only part of intake that touches the disk.

A source is one file, or one line of a JSONL file; they come one at a time, so that a JSONL file of any size is
read in the memory of its longest line, and a line over the limit in none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from muniment.errors import UsageError
from muniment.intake.metadata import Metadata, file_key, read_metadata
from muniment.intake.source import DOCUMENT_LIMIT, NOTHING, Declared, Source
from muniment.intake.walk import NOT_YET, Found, cannot_open, is_folder, walk

STANDARD_INPUT: Final = "standard input"
_CHUNK: Final = 1 << 20
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_READ: Final = ".txt, .md and .jsonl"


def iter_sources(paths: Sequence[str], stdin: BinaryIO, limit: int = DOCUMENT_LIMIT) -> Iterator[Source]:
    """Yields what is to be read: files, folders (recursively, sorted), "-" for standard input.

    `stdin` is read only where "-" is among `paths`: as JSONL where it begins with a JSON object, else as one
    plain text. `limit` is in bytes, for a file or a JSONL line. Checks every path and every `metadata.jsonl`
    before the first source: raises UsageError, at the call, for no paths at all, a folder without a readable
    file, and metadata that cannot be used. What concerns one file only comes as a source with a refusal.
    """
    if not paths:
        raise UsageError("There is nothing to read.", "Name files or folders, or - for standard input.")
    metadata: dict[Path, Metadata] = {}
    for path in paths:
        if path != "-":
            _check(Path(path), metadata)
    return _numbered(paths, stdin, limit, metadata)


def _check(path: Path, metadata: dict[Path, Metadata]) -> None:
    """Walks `path` once for its metadata files; raises UsageError for a folder that has nothing to read."""
    readable, troubles = 0, Counter[str]()
    for found in walk(path, set()):
        folder = found.path.parent
        if folder not in metadata:
            metadata[folder] = read_metadata(folder)
        readable += found.trouble is None or found.path.suffix.lower() not in NOT_YET
        troubles[found.path.suffix.lower()] += found.trouble is not None
    if not readable and is_folder(path):
        others = ", ".join(f"{number} {suffix}" for suffix, number in sorted(troubles.items()) if number)
        instead = f" (but {others})" if others else ""
        raise UsageError(f"{path} has no {_READ} files, in no folder of it{instead}.", f"Muniment reads {_READ}.")


def _numbered(paths: Sequence[str], stdin: BinaryIO, limit: int, metadata: dict[Path, Metadata]) -> Iterator[Source]:
    seen: set[tuple[int, int]] = set()
    each = (_standard_input(stdin, limit) if p == "-" else _path(Path(p), limit, metadata, seen) for p in paths)
    for index, source in enumerate(chain.from_iterable(each)):
        yield replace(source, index=index)


def _path(path: Path, limit: int, metadata: dict[Path, Metadata], seen: set[tuple[int, int]]) -> Iterator[Source]:
    for found in walk(path, seen):
        origin, stem = printable(str(found.path)), printable(found.path.stem)
        if found.trouble is not None:
            yield Source(origin, stem, "plain", refusal=found.trouble)
            continue
        declared = metadata.get(found.path.parent, {}).get(file_key(found.path.name), NOTHING)
        yield from _file(found, origin, stem, declared, limit)


def _file(found: Found, origin: str, stem: str, declared: Declared, limit: int) -> Iterator[Source]:
    try:
        with found.path.open("rb") as stream:
            if found.form == "jsonl":
                yield from _lines(stream, origin, stem, replace(declared, name=""), limit)
                return
            raw = stream.read(limit + 1)
    except OSError as error:
        yield Source(origin, stem, found.form, declared=declared, refusal=cannot_open(error))
        return
    refusal = _too_large(limit) if len(raw) > limit else None
    yield Source(origin, stem, found.form, b"" if refusal else raw, declared, refusal=refusal)


def _standard_input(stdin: BinaryIO, limit: int) -> Iterator[Source]:
    first = b"\n"
    while first and not first.strip() and len(first) <= limit:
        first = stdin.readline(limit + 1)
    if first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        yield from _lines(stdin, STANDARD_INPUT, "stdin", NOTHING, limit, first)
        return
    raw = first + stdin.read(limit + 1 - len(first)) if len(first) <= limit else first
    refusal = _too_large(limit) if len(raw) > limit else None
    yield Source(STANDARD_INPUT, "stdin", "plain", b"" if refusal else raw, refusal=refusal)


def _lines(
    stream: BinaryIO, origin: str, stem: str, declared: Declared, limit: int, first: bytes = b""
) -> Iterator[Source]:
    """One source a line; blank lines count but give nothing. `first` is a line already taken from the stream."""
    number, given = 0, 0
    while line := first or stream.readline(limit + 1):
        first = b""
        number += 1
        where, name = f"{origin}:{number}", f"{stem}:{number}"
        if number == 1 and line.startswith(_WIDE):
            yield Source(origin, stem, "jsonl", refusal=_UTF16)
            return
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip() and len(line) <= limit:
            continue
        given += 1
        if len(line) > limit and not (len(line) == limit + 1 and line.endswith(b"\n")):
            _pass_over_rest(stream, line)
            yield Source(where, name, "jsonl", declared=declared, refusal=_too_large(limit))
            continue
        yield Source(where, name, "jsonl", line, declared)
    if not given:
        yield Source(origin, stem, "jsonl", declared=declared)


def _pass_over_rest(stream: BinaryIO, line: bytes) -> None:
    """Reads to the end of an overlong line, a piece at a time, keeping nothing."""
    while line and not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)


def printable(name: str) -> str:
    """A file name that can be stored and shown: bytes that are no UTF-8 become replacement characters."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _too_large(limit: int) -> tuple[str, str]:
    return f"it is larger than {limit:,} bytes.", "Split it into its articles; one document is one article or report."


_UTF16: Final = ("it is UTF-16; JSONL is UTF-8.", "Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW.jsonl")
