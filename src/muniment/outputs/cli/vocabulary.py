"""`muniment vocabulary`: registers and frames of the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from muniment.outputs.cli.options import case_option

if TYPE_CHECKING:
    from muniment.pipeline.vocabulary import Tried

_FOLDER = click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")


@click.group(
    epilog="Examples:\n\n\b\n  muniment vocabulary check words/\n"
    "  muniment read reports/ --vocabulary words/ --case desk.db\n"
    "  muniment vocabulary save copy/ --case desk.db"
)
def vocabulary() -> None:
    """Check registers and frames of your own; get back those of a case.

    FOLDER holds registers/NAME.yaml and frames/NAME.yaml.
    """


@vocabulary.command(epilog="Exit code 0; 1 where a sentence reads otherwise than its frame says.")
@_FOLDER
def check(folder: Path) -> int:
    """Check the files of FOLDER, and read the examples of its frames.

    Every frame should have sentences that must match and sentences that must not.
    """
    from muniment.outputs.cli.terminal import show_table
    from muniment.outputs.plain import one_line
    from muniment.pipeline.vocabulary import load, try_examples

    words = load(folder)
    tried = try_examples(words)
    if tried:
        rows = ((one.frame, str(one.match), str(one.no_match), "wrong" if one.wrong else "right") for one in tried)
        show_table(("Frame", "Must match", "Must not", "Read"), rows, right=[1, 2])
    for one in tried:
        for sentence, said in one.wrong:
            click.echo(one_line(f"{one.frame}: {f'“{sentence}” ' if sentence else ''}{said}"))
    click.echo(_summary(len(words.registers), tried))
    return 1 if any(one.wrong for one in tried) else 0


def _summary(registers: int, tried: tuple[Tried, ...]) -> str:
    sentences = sum(one.match + one.no_match for one in tried)
    wrong = sum(len(one.wrong) for one in tried)
    counts = ((registers, "register"), (len(tried), "frame"), (sentences, "sentence"))
    parts = [f"{number} {word}{'' if number == 1 else 's'}" for number, word in counts]
    return f"{', '.join(parts)}; {wrong or 'nothing'} wrong."


@vocabulary.command()
@_FOLDER
@case_option
def save(folder: Path, case_file: str) -> None:
    """Write the registers and frames of a case's own into FOLDER."""
    from muniment.outputs.plain import one_line
    from muniment.pipeline.case import Case
    from muniment.pipeline.vocabulary import save as write

    with Case.open(case_file) as case:
        paths = write(case.vocabulary, folder)
    for path in paths:
        click.echo(one_line(str(path)))
    if not paths:
        click.echo("The case has no registers and no frames of its own.")
