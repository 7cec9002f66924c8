"""`make golden`: what changed in the claims of the examples, accepted change by change, never in bulk unseen.

tests/golden/<register>.json holds the accepted claims, one a line. Without arguments each change is shown and asked
about (or, where nobody can answer, only shown). Arguments are the ids of claims to accept; `all` accepts what is shown.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.claim_changes import Change, Line, changes

from muniment.outputs.exports.rows import exported
from muniment.pipeline.case import Case
from muniment.vocabulary.registers import NAMES
from tests.shell import EXAMPLES

GOLDEN: Final = Path(__file__).parent / "golden"
# What a golden claim is; confidence is left out, it moves with every new measurement.
FIELDS: Final = ("doc", "start", "end", "evidence", "cells", "source", "modality", "date", "frame", "id")


def read_examples() -> dict[str, list[Line]]:
    """The claims that the examples give now, by register."""
    with TemporaryDirectory() as folder, Case.open(Path(folder) / "golden.db", create=True) as case:
        case.read([str(EXAMPLES)])
        return {name: _sorted(exported(case, "claims", name)) for name in NAMES}


def accepted(register: str) -> list[Line]:
    """The accepted claims of a register."""
    file = GOLDEN / f"{register}.json"
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else []


def accept(register: str, taken: Iterable[Change]) -> None:
    """Writes the accepted claims with these changes."""
    lines = {line["id"]: line for line in accepted(register)}
    for change in taken:
        if change.before:
            del lines[change.before["id"]]
        if change.after:
            lines[change.after["id"]] = change.after
    GOLDEN.mkdir(exist_ok=True)
    written = ",\n".join(json.dumps(line, ensure_ascii=False) for line in _sorted(lines.values()))
    (GOLDEN / f"{register}.json").write_text(f"[\n{written}\n]\n" if written else "[]\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Shows every change and takes those that are accepted; 1 where some are left."""
    now = read_examples()
    left = 0
    for register in NAMES:
        found = changes(register, accepted(register), now[register])
        taken = [change for change in found if _wanted(change, arguments)]
        left += len(found) - len(taken)
        if taken:
            accept(register, taken)
    print(f"{left} change{'' if left == 1 else 's'} not accepted.")
    return 1 if left else 0


def _wanted(change: Change, arguments: Sequence[str]) -> bool:
    print(*sorted(change.ids), change)
    if arguments:
        return arguments == ["all"] or bool(change.ids & set(arguments))
    return sys.stdin.isatty() and input("accept? [y/N] ").strip().lower() == "y"


def _sorted(lines: Iterable[Any]) -> list[Line]:
    kept = [{field: line[field] for field in FIELDS} for line in lines]
    return sorted(kept, key=lambda line: (line["doc"], line["start"], line["end"], line["id"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
