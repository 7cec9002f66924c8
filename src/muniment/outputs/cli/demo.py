"""`muniment demo`: the example dispatches, read and shown, with the commands that do it."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from muniment.errors import NotFound

# In a checkout the examples stand beside src/; an installed wheel carries them inside the package.
_IN_CHECKOUT: Final = Path(__file__).resolve().parents[4] / "examples"
SHOWN: Final = ("transfers", "tallies")
NEXT: Final = """  {program} demo --case demo.db                    keep this case, and look round in it:
  {program} show positions --case demo.db          who said what
  {program} show votes --format csv --case demo.db for a spreadsheet
  {program} read REPORTS/ --case my.db             your own reports: .txt, .md, .jsonl
  {program} --help                                 every command, with examples"""


@click.command(
    epilog="Examples:\n\n\b\n  muniment demo\n  muniment demo --case demo.db && muniment show tallies --case demo.db"
)
@click.option("--case", "case_file", type=click.Path(), metavar="FILE_OR_URL", help="Keep the case there.")
def demo(case_file: str | None) -> None:
    """Read the example dispatches and show what comes out.

    Each command is printed before what it prints, so that it can be typed again on documents of one's own.
    """
    examples = examples_folder()
    if case_file is not None:
        _walk(examples, case_file)
    else:
        with TemporaryDirectory(prefix="muniment-demo-") as folder:
            _walk(examples, str(Path(folder) / "demo.db"))
    click.secho("Next:", bold=True)
    click.echo(NEXT.format(program=shlex.quote(sys.argv[0]) if sys.argv else "muniment"))


def examples_folder() -> Path:
    """Where the examples are. Raises NotFound where this installation has none."""
    packaged = Path(str(resources.files("muniment"))) / "examples"
    for folder in (packaged, _IN_CHECKOUT):
        if folder.is_dir():
            return folder
    raise NotFound("This installation has no examples.", "Install muniment again, or run the demo in a checkout.")


def _walk(examples: Path, case: str) -> None:
    _command("read", str(examples), "--case", case)
    _command("show", "--case", case)
    for register in SHOWN:
        _command("show", register, "--case", case)
    record = _telling_record(case)
    if record:
        _command("explain", record, "--case", case)


def _telling_record(place: str) -> str:
    """The shown record that has most to explain: the most cells with several readings, then the most claims."""
    from muniment.outputs.views.sheet import ID_WIDTH
    from muniment.pipeline.case import Case

    with Case.open(place) as case:
        records = [record for register in SHOWN for record in case.records(register)]
    best = max(
        records,
        key=lambda record: (sum(len(each) > 1 for each in record.readings.values()), len(record.claims), record.id),
        default=None,
    )
    return best.id[:ID_WIDTH] if best else ""


def _command(*arguments: str) -> None:
    """Prints a command as one types it, then carries it out."""
    from muniment.outputs.cli.main import cli

    click.secho(f"$ muniment {_typed(arguments)}", bold=True)
    cli.main(args=list(arguments), prog_name="muniment", standalone_mode=False, obj=click.get_current_context().obj)
    click.echo()


def _typed(arguments: Sequence[str]) -> str:
    """Folders shortened to their last part: the examples and the case lie in places nobody types."""
    return shlex.join(Path(word).name if "/" in word or "\\" in word else word for word in arguments)
