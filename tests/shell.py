"""Runs the installed `muniment` as a person does, in a process of its own."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
EXAMPLES: Final = ROOT / "examples"
GOLDEN_LEDGER: Final = Path(__file__).parent / "golden" / "ledger"
PROGRAM: Final = Path(sys.executable).parent / "muniment"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a call ended."""

    code: int
    out: str
    err: str

    def clear(self) -> Ran:
        """The call again, after checking that no traceback was shown."""
        assert "Traceback" not in self.err + self.out, self.err
        return self


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The process's environment without settings of ours, plain and the same everywhere."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("MUNIMENT_")}
    return {**kept, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", **(extra or {})}


def muniment(*arguments: str | Path, cwd: Path, extra: Mapping[str, str] | None = None, stdin: bytes = b"") -> Ran:
    """Runs `muniment ARGUMENTS` in `cwd`."""
    done = subprocess.run(
        [str(PROGRAM), *map(str, arguments)],
        cwd=cwd,
        env=environment(extra),
        input=stdin,
        capture_output=True,
        timeout=300,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def good(*arguments: str | Path, cwd: Path, extra: Mapping[str, str] | None = None) -> str:
    """Runs it and returns what it printed; the call must succeed."""
    ran = muniment(*arguments, cwd=cwd, extra=extra).clear()
    assert ran.code == 0, ran.err
    return ran.out


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a shell session in a page, and what the page says it prints."""

    command: str
    output: str


CONSOLE: Final = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CUT: Final = "[...]"


FILE: Final = re.compile(r"^`([\w./-]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def files(page: str) -> dict[str, str]:
    """The files that a page has its reader write: a path alone on its line, then a block with what it holds."""
    return dict(FILE.findall(page))


def steps(page: str) -> list[Step]:
    """The commands of every ```console block, in order."""
    found: list[Step] = []
    for block in CONSOLE.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append(Step(command, output))
    return found


def carry_out(command: str, cwd: Path) -> str:
    """What a session's command prints. Only `muniment` commands with plain words; a `> FILE` is honoured."""
    words = shlex.split(command)
    assert words[0] == "muniment", command
    target = words[words.index(">") + 1] if ">" in words else None
    ran = muniment(*(words[1 : words.index(">")] if target else words[1:]), cwd=cwd).clear()
    if target:
        (cwd / target).write_text(ran.out, encoding="utf-8")
        return ""
    return ran.out + ran.err


def same_output(shown: str, printed: str) -> bool:
    """Whether a page tells the truth; one line `[...]` stands for any number of lines."""
    told, true = ([line.rstrip() for line in text.strip("\n").split("\n")] for text in (shown, printed))
    if CUT not in told:
        return told == true
    at = told.index(CUT)
    head, tail = told[:at], told[at + 1 :]
    return len(true) >= len(head) + len(tail) and true[: len(head)] == head and true[len(true) - len(tail) :] == tail
