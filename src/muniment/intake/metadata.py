"""`metadata.jsonl` beside a folder's files: what a person declares about each of them.

One JSON object a line, `file` naming a file of the same folder; `doc`, `publisher`, `published`, `author`,
`title`, `url`, `language` as known. Other keys ("note") are the keeper's own. A file that has no line is read
all the same.

A line that cannot be used stops the run before anything is read (UsageError): reading on without it would lose
dates and publishers in silence, and every claim made from then on would carry the loss.
"""

from __future__ import annotations

import json
import stat
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeAlias

from muniment.errors import UsageError
from muniment.intake.source import Declared, declared_from

FILE_NAME: Final = "metadata.jsonl"
_LINE_LIMIT: Final = 1_000_000  # bytes; a line of metadata has some hundred

Metadata: TypeAlias = Mapping[str, Declared]


def read_metadata(folder: Path) -> Metadata:
    """File name to declaration, for the `metadata.jsonl` in `folder`; empty where there is none.

    Raises UsageError naming file and line where the file cannot be read, a line is no JSON object, names no
    file, or names one that an earlier line named.
    """
    path = folder / FILE_NAME
    if not _is_file(path):
        return {}
    entries: dict[str, Declared] = {}
    try:
        with path.open("rb") as stream:
            number = 0
            while line := stream.readline(_LINE_LIMIT + 1):
                number += 1
                if line.strip():
                    name, declared = _entry(line, number == 1, f"{path}, line {number}")
                    if name in entries:
                        raise UsageError(f"{path}, line {number}: {name} has a line already.", "Keep one of them.")
                    entries[name] = declared
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.", "Mend or remove it.") from error
    return entries


def _entry(line: bytes, first: bool, where: str) -> tuple[str, Declared]:
    if len(line) > _LINE_LIMIT:
        raise UsageError(f"{where}: longer than {_LINE_LIMIT:,} bytes.", "A line of metadata describes one file.")
    try:
        entry = json.loads(line.decode("utf-8-sig" if first else "utf-8"))
    except UnicodeDecodeError as error:
        raise UsageError(f"{where}: not UTF-8 (byte {error.start}).", "Save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{where}: not JSON ({error}).", "Each line is one JSON object; mend this one.") from error
    name = entry.get("file") if isinstance(entry, dict) else None
    if not isinstance(name, str) or not name:
        raise UsageError(f'{where}: names no file ("file": "name.txt").', "Add it, or remove the line.")
    return file_key(name), declared_from(entry)


def file_key(name: str) -> str:
    """A file name as the lines and the disk are matched: some systems store é as e and an accent."""
    return unicodedata.normalize("NFC", name)


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False
