"""Options that several commands share, spelled once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

import click

from muniment.schema.claim import MODALITIES
from muniment.settings import settings
from muniment.vocabulary.registers import NAMES

Command = TypeVar("Command", bound=Callable[..., Any])

KINDS: Final = ("claims", "records")
# A screen or two of rows; programs (csv, json) get everything.
TABLE_LIMIT: Final = 40
REGISTERS_HELP: Final = f"Registers: {', '.join(NAMES)}, and those of the case's own vocabulary."


def complete_register(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """The registers that a shell offers for what is typed so far; those of a case would have to be looked up."""
    return [name for name in NAMES if name.startswith(begun)]


def case_option(command: Command) -> Command:
    """`--case FILE_OR_URL`, with the default that settings give."""
    return click.option(
        "--case",
        "case_file",
        type=click.Path(),
        metavar="FILE_OR_URL",
        default=lambda: settings().case,
        show_default="$MUNIMENT_CASE, else muniment.db",
        help="The case: a file, or postgresql://user@host/database.",
    )(command)


def register_option(command: Command) -> Command:
    """`--register R`: only one register."""
    return click.option(
        "--register",
        metavar="REGISTER",
        shell_complete=complete_register,
        help="Only this register.",
    )(command)


def json_option(command: Command) -> Command:
    """`--json`: for programs instead of people."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")(command)


def limit_option(command: Command) -> Command:
    """`--limit N`."""
    return click.option(
        "--limit",
        type=click.IntRange(min=0),
        help="Show at most N rows; 0 shows all.  [default: 40 in tables, else all]",
        metavar="N",
    )(command)


def as_of_option(command: Command) -> Command:
    """`--as-of DATE`: what was known then."""
    return click.option(
        "--as-of", "as_of", metavar="DATE", help="What was known at the end of DATE (EDTF), or at an ISO instant; UTC."
    )(command)


def confidence_option(command: Command) -> Command:
    """`--min-confidence P`: only what is likely enough to be right."""
    return click.option(
        "--min-confidence",
        "least",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="P",
        help="Only what is right in at least P (0 to 1) of such claims; what was never measured stays.",
    )(command)


def judged_by_options(command: Command) -> Command:
    """`--by NAME` and `--why WORDS`: whose decision it is, and the reason that is kept with it."""
    command = click.option("--why", default="", metavar="WORDS", help="The reason, kept with the decision.")(command)
    return click.option(
        "--by",
        metavar="NAME",
        default=lambda: settings().by,
        show_default="$MUNIMENT_BY, else the user's name",
        help="Who decides.",
    )(command)


def modalities(_: click.Context, __: click.Parameter, given: str | None) -> frozenset[str]:
    """Reads `asserted,planned` into a set; refuses what is no modality."""
    names = frozenset(part.strip() for part in (given or "").split(",") if part.strip())
    unknown = names - frozenset(MODALITIES)
    if unknown:
        raise click.BadParameter(f"{', '.join(sorted(unknown))}: not among {', '.join(MODALITIES)}.")
    return names
