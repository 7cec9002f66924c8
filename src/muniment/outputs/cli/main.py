"""The entry point: parses the command, calls it, and turns every failure into two lines and an exit code.

Nothing heavy is imported here; a command's module is imported when the command is called.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import click

from muniment.errors import MunimentError
from muniment.outputs.cli.failures import (
    EXIT_INTERRUPTED,
    close_broken_pipe,
    report,
    report_fault,
    report_interrupt,
    report_usage,
)
from muniment.outputs.cli.lazy import Entry, LazyGroup
from muniment.outputs.cli.state import State
from muniment.version import __version__

_HERE: Final = "muniment.outputs.cli"
ENTRIES: Final[Mapping[str, Entry]] = MappingProxyType(
    {
        "read": Entry(f"{_HERE}.read", "read", "Read documents into a case."),
        "documents": Entry(f"{_HERE}.documents", "documents", "List the documents of a case, read or refused."),
        "show": Entry(f"{_HERE}.show", "show", "Show a register as a table, every row with its evidence."),
        "explain": Entry(f"{_HERE}.explain", "explain", "Walk from a record or claim to the words it came from."),
        "conflicts": Entry(f"{_HERE}.conflicts", "conflicts", "List what disagrees, worst first, with who says what."),
        "changes": Entry(
            f"{_HERE}.changes", "changes", "List which records are new, changed, merged or gone, and what changed them."
        ),
        "entities": Entry(f"{_HERE}.entities", "entities", "List who is who, with every spelling that reports give."),
        "review": Entry(f"{_HERE}.review", "review", "Settle what is uncertain, one question and one key at a time."),
        "judge": Entry(f"{_HERE}.judge", "judge", "Keep decisions about claims, records and names; list them."),
        "export": Entry(f"{_HERE}.transport", "export", "Write claims or records to a file or to the pipe."),
        "import": Entry(f"{_HERE}.transport", "import_", "Take in claims made elsewhere."),
        "vocabulary": Entry(
            f"{_HERE}.vocabulary", "vocabulary", "Check registers and frames of your own; get back those of a case."
        ),
        "score": Entry(f"{_HERE}.score", "score", "Measure claims against claims annotated by people."),
        "demo": Entry(f"{_HERE}.demo", "demo", "Read the example dispatches and show what comes out."),
    }
)


@click.group(
    cls=LazyGroup,
    entries=ENTRIES,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Examples:\n\n\b\n  muniment demo\n  muniment read reports/ --case desk.db\n"
    "  muniment show transfers --case desk.db\n\n"
    "The case file is named by --case, else by $MUNIMENT_CASE, else it is muniment.db here.",
)
@click.version_option(__version__, prog_name="muniment", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the full traceback of a failure.")
@click.pass_context
def cli(context: click.Context, debug: bool) -> None:
    """Reads news reporting and keeps the registers of conflict, arms trade and human rights.

    Every cell opens the words it came from and says who said them. Works offline.
    """
    context.ensure_object(State).debug = debug
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def run(arguments: Sequence[str] | None = None) -> int:
    """Carries out one command line and returns its exit code."""
    state = State()
    try:
        outcome = cli.main(
            args=None if arguments is None else list(arguments),
            prog_name="muniment",
            standalone_mode=False,
            obj=state,
        )
        sys.stdout.flush()
        return outcome if isinstance(outcome, int) else 0
    except click.ClickException as error:
        return report_usage(error)
    except (click.Abort, KeyboardInterrupt):
        report_interrupt(state)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        return close_broken_pipe()
    except MunimentError as error:
        if state.debug:
            raise
        return report(error)
    except Exception as error:
        if state.debug:
            raise
        return report_fault(error)


def main() -> None:
    """The `muniment` command."""
    sys.exit(run())
