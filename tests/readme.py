"""Keeps the README true: its sessions are carried out, its figures are measured. So are the sessions of other pages.

`make readme` writes what the sessions print now; `make figures` writes what the measure gives now. Both leave the rest
of a page alone, and the tests hold the pages to both.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.shell import CONSOLE, CUT, EXAMPLES, ROOT, Step, carry_out, files, good, steps

README: Final = ROOT / "README.md"
SESSIONS: Final = (README, ROOT / "docs" / "how-to" / "add-a-register.md")
SHARED: Final = ROOT.parent / "shared"
SETS: Final = {"dev": SHARED / "gold" / "dev", "seeds": SHARED / "seeds"}
FIGURES: Final = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- /figures -->)", re.DOTALL)


def sessions(page: str) -> Iterator[tuple[Step, str]]:
    """Each command of the page, and what it prints now, in a folder that holds the examples, the files that the page
    spells out, and nothing else."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(EXAMPLES, folder / "examples")
        for path, text in files(page).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        for step in steps(page):
            yield step, carry_out(step.command, folder)


def with_sessions(page: str) -> str:
    """The page with its sessions as they run now; where output was cut, as many lines stay before and after."""
    printed = iter([_cut_alike(step.output, now) for step, now in sessions(page)])

    def write(block: re.Match[str]) -> str:
        commands = re.findall(r"^\$ .*$", block[1], re.MULTILINE)
        return "```console\n" + "\n".join(f"{command}\n{next(printed)}" for command in commands) + "```"

    return CONSOLE.sub(write, page)


def _cut_alike(before: str, now: str) -> str:
    lines = [line.rstrip() for line in now.strip("\n").split("\n")]
    shown = before.strip("\n").split("\n")
    if CUT in shown:
        head, tail = shown.index(CUT), len(shown) - shown.index(CUT) - 1
        lines = [*lines[:head], CUT, *(lines[-tail:] if tail else [])]
    return "\n".join(lines).strip("\n") + "\n" if now.strip() else ""


def measured() -> dict[str, list[dict[str, Any]]]:
    """The rows of the measure on each annotated set."""
    found: dict[str, list[dict[str, Any]]] = {}
    with TemporaryDirectory() as name:
        for gold, texts in SETS.items():
            good("read", texts, "--case", f"{gold}.db", "--quiet", cwd=Path(name))
            told = good("score", SHARED / "gold" / f"{gold}.jsonl", "--case", f"{gold}.db", "--json", cwd=Path(name))
            found[gold] = json.loads(told)["rows"]
    return found


def table(rows: dict[str, list[dict[str, Any]]]) -> str:
    """The figures as the README shows them."""
    lines = [
        "| register | newswire: claims P / R / F1 | cells F1 | five long articles: claims P / R / F1 | cells F1 |",
        "|---|---|---|---|---|",
    ]
    by_name = {gold: {row["register"]: row for row in found} for gold, found in rows.items()}
    names = sorted({row["register"] for found in rows.values() for row in found} - {"ALL"})
    for name in (*names, "ALL"):
        fields = [_figures(by_name[gold].get(name)) for gold in SETS]
        lines.append(f"| {'**all**' if name == 'ALL' else name} | {' | '.join(fields)} |")
    return "\n".join(lines) + "\n"


def _figures(row: dict[str, Any] | None) -> str:
    if row is None:
        return "– | –"
    return f"{' / '.join(f'{share:.2f}' for share in row['claims'])} | {row['cells'][2]:.2f}"


def main(what: str) -> None:
    """Writes the sessions into their pages, or the figures into the README."""
    for path in SESSIONS if what == "sessions" else (README,):
        page = path.read_text(encoding="utf-8")
        new = with_sessions(page) if what == "sessions" else FIGURES.sub(lambda _: table(measured()), page)
        path.write_text(new, encoding="utf-8")
        print(f"{path.name} was true." if new == page else f"{path.name} was rewritten: read the difference.")


if __name__ == "__main__":
    main(sys.argv[1])
