"""Registers and frames of a user's own, beside those that are shipped: a folder with `registers/` and `frames/`.

docs/how-to/add-a-register.md shows such a folder. A case keeps a copy of it (docs/decisions/0018).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from muniment.errors import VocabularyError

_SUFFIX: Final = ".yaml"
_REMEDY: Final = "A vocabulary of your own is a folder with registers/NAME.yaml, frames/NAME.yaml, or both."


@dataclass(frozen=True, slots=True)
class Own:
    """The files of such a folder, as (stem of the file's name, its text), by name."""

    registers: tuple[tuple[str, str], ...] = ()
    frames: tuple[tuple[str, str], ...] = ()


NONE: Final = Own()
_used = NONE


def own() -> Own:
    """The own vocabulary in effect, NONE where there is none but the shipped one."""
    return _used


def use(words: Own) -> None:
    """Puts an own vocabulary into effect in this process, in place of the one before.

    A case does so whenever it is asked for something, so that one after the other can be used side by side.
    """
    global _used
    _used = words


def collect(folder: Path) -> Own:
    """Reads the files of a folder; what they say is not looked at yet. Files that are no YAML are passed over.

    Raises VocabularyError where there is no such folder, nothing of use in it, or a YAML file in the wrong place.
    """
    if not folder.is_dir():
        raise VocabularyError(f"There is no folder {folder}.", _REMEDY)
    try:
        files = sorted(path for path in folder.rglob("*") if path.suffix in (_SUFFIX, ".yml") and path.is_file())
        for path in files:
            if path.suffix != _SUFFIX or path.parent not in (folder / "registers", folder / "frames"):
                raise VocabularyError(f"{path} is neither registers/NAME.yaml nor frames/NAME.yaml.", _REMEDY)
        texts = {path: path.read_text(encoding="utf-8-sig") for path in files}
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{folder} cannot be read ({error}).", "Check its rights; files are UTF-8.") from error
    if not texts:
        raise VocabularyError(f"{folder} holds no registers and no frames.", _REMEDY)
    kinds = {
        kind: tuple((path.stem, text) for path, text in texts.items() if path.parent.name == kind)
        for kind in ("registers", "frames")
    }
    return Own(kinds["registers"], kinds["frames"])
