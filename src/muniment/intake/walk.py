"""From the paths a user names to the files to read, in an order that depends on their names only.

Folders are walked in depth, names sorted; hidden files and files about the folder (README, LICENSE) are passed
over. Links are followed; a folder reached a second time is not read again, and a link that leads back to a
folder it lies in is reported.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from muniment.intake.metadata import FILE_NAME
from muniment.intake.source import Form

FORMS: Final[dict[str, Form]] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
# Formats people keep articles in that are not read yet: met in a folder they are refused by name, not passed over.
NOT_YET: Final = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".xhtml", ".mhtml", ".epub", ".eml", ".msg"}
    | {".warc", ".gz", ".zip", ".7z", ".rar", ".tar"}
)
_TABLES: Final = frozenset({".json", ".csv", ".tsv", ".parquet"})  # refused only where named; folders hold them as data
_ABOUT_THE_FOLDER: Final = frozenset({"readme", "license", "licence", "notice", "changelog", "contributing"})

Trouble = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, or a path that cannot be (`trouble` = cause and remedy)."""

    path: Path
    form: Form = "plain"
    trouble: Trouble | None = None


def walk(path: Path, seen: set[tuple[int, int]]) -> Iterator[Found]:
    """Yields what `path` (a file or folder) gives; `seen` holds the folders already read, by device and inode."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        yield Found(path, trouble=cannot_open(error))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _folder(path, seen)
    elif not stat.S_ISREG(status.st_mode):
        yield Found(path, trouble=(f"it is {_kind(status.st_mode)}, not a file.", "Name files or folders, or - ."))
    elif path.suffix.lower() in _TABLES:
        yield Found(path, trouble=("it is a data file, not an article.", "Write one document a line, as .jsonl."))
    elif path.name != FILE_NAME:
        yield Found(path, FORMS.get(path.suffix.lower(), "plain"))


def cannot_open(error: OSError | ValueError) -> Trouble:
    """Cause and remedy, in plain words, for a path that the system will not open."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder.", "Check the spelling; paths are relative to where you are."
    if isinstance(error, PermissionError):
        return "you are not allowed to read it.", "Change its permissions, or read it as a user who may."
    if not isinstance(error, OSError):
        return f"it is no path ({error}).", "Check the spelling."
    if error.errno == errno.ELOOP:
        return "it is a symbolic link that leads back to itself.", "Remove the link."
    return f"it cannot be opened ({error.strerror}).", "Check the disk and the path."


def is_folder(path: Path) -> bool:
    """True for a folder or a link to one; False for anything else, and for what cannot be asked."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _folder(top: Path, seen: set[tuple[int, int]]) -> Iterator[Found]:
    above: list[tuple[Path, Iterator[Path]]] = []  # an explicit stack: folders may nest deeper than Python calls
    inside: set[tuple[int, int]] = set()
    keys: list[tuple[int, int]] = []

    def enter(folder: Path) -> Found | None:
        try:
            status = folder.stat()
            key = (status.st_dev, status.st_ino)
            if key in inside:
                return Found(folder, trouble=("it is a link to a folder that it lies in.", "Remove the link."))
            if key in seen:
                return None
            names = sorted(entry.name for entry in os.scandir(folder))
        except OSError as error:
            return Found(folder, trouble=cannot_open(error))
        seen.add(key)
        inside.add(key)
        keys.append(key)
        above.append((folder, (folder / name for name in names if not name.startswith("."))))
        return None

    if (found := enter(top)) is not None:
        yield found
    while above:
        path = next(above[-1][1], None)
        if path is None:
            above.pop()
            inside.discard(keys.pop())
        elif is_folder(path):
            if (found := enter(path)) is not None:
                yield found
        else:
            yield from _in_folder(path)


def _in_folder(path: Path) -> Iterator[Found]:
    """A file met in a folder: read if it is of a form we read, refused if it likely is an article, else no matter."""
    suffix = path.suffix.lower()
    if path.name == FILE_NAME or path.stem.lower() in _ABOUT_THE_FOLDER:
        return
    if suffix in NOT_YET:
        yield Found(path, trouble=(f"{suffix} files are not read yet.", "Save the article's text as .txt (UTF-8)."))
    elif suffix in FORMS:
        try:
            mode = path.stat().st_mode
        except OSError as error:
            yield Found(path, trouble=cannot_open(error))
            return
        if stat.S_ISREG(mode):
            yield Found(path, FORMS[suffix])
        else:
            yield Found(path, trouble=(f"it is {_kind(mode)}, not a file.", "Remove it from the folder."))


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"
