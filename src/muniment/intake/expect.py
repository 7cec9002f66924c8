"""How many documents a call will bring, so that a person who waits can see how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from muniment.intake.walk import walk

# Counting the lines of more than this takes longer than it helps: some 0.1 s at the speed of a laptop's disk.
COUNTED_BYTES: Final = 256 << 20
_CHUNK: Final = 1 << 20


def expected_number(paths: Sequence[str]) -> int | None:
    """The number of sources that `iter_sources` will give for `paths`, but for blank lines; None where that cannot
    be known beforehand (standard input, very large JSONL). Raises nothing: what cannot be opened counts as one."""
    number, budget = 0, COUNTED_BYTES
    if "-" in paths:
        return None
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for found in walk(Path(path), seen):
            if found.trouble is not None or found.form != "jsonl":
                number += 1
                continue
            lines, read = _lines(found.path, budget)
            budget -= read
            if budget <= 0:
                return None
            number += lines
    return number


def _lines(path: Path, budget: int) -> tuple[int, int]:
    """Lines of a file and the bytes read for them; stops reading when `budget` bytes are spent."""
    lines, read, last = 0, 0, b"\n"
    try:
        with path.open("rb") as stream:
            while read < budget and (part := stream.read(_CHUNK)):
                lines, read, last = lines + part.count(b"\n"), read + len(part), part[-1:]
    except OSError:
        return 1, read
    return lines + (last != b"\n"), read
