"""How failures look: what is wrong, what to do about it, an exit code; never a traceback."""

from __future__ import annotations

import os
import sys
from typing import Final

import click

from muniment.errors import MunimentError
from muniment.outputs.cli.state import State
from muniment.outputs.plain import neutralise

EXIT_FAULT: Final = 70
EXIT_INTERRUPTED: Final = 130
EXIT_BROKEN_PIPE: Final = 141


def report(error: MunimentError) -> int:
    """Prints cause and remedy on stderr and returns the error's exit code."""
    _say(error.cause, error.remedy)
    return error.exit_code


def report_fault(error: Exception) -> int:
    """Prints what broke inside the program: nobody's documents are to blame."""
    _say(
        f"unexpected {type(error).__name__}: {error}",
        "This is a fault of Muniment. `muniment --debug ...` shows where.",
    )
    return EXIT_FAULT


def report_usage(error: click.ClickException) -> int:
    """Prints what click found wrong with the command line, and where help stands."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "muniment"
    _say(error.format_message(), f"See `{command} --help`.")
    return error.exit_code


def report_interrupt(state: State) -> None:
    """Says that the run was interrupted, and what of it is kept."""
    _say("interrupted.", state.kept)


def close_broken_pipe() -> int:
    """The reader of our output went away (`| head`): nothing to say, nothing more to write."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return EXIT_BROKEN_PIPE


def _say(cause: str, remedy: str) -> None:
    click.echo(f"muniment: {neutralise(cause)}", err=True)
    if remedy:
        click.echo(neutralise(remedy), err=True)
