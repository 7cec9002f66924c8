"""`muniment export` and `muniment import`: claims and records out, claims in."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from muniment.outputs.cli.options import (
    KINDS,
    as_of_option,
    case_option,
    confidence_option,
    json_option,
    register_option,
)

if TYPE_CHECKING:
    from muniment.pipeline.imports import ImportReport


@click.command(
    epilog="Examples:\n\n\b\n  muniment export --what claims --case desk.db > claims.jsonl\n"
    "  muniment export --what records --register transfers --format csv --output transfers.csv\n\n"
    "The same case gives the same bytes. In CSV, text that a spreadsheet would run as a formula (it begins with "
    "= + - @, a tab or a carriage return) has an apostrophe before it; JSON Lines are verbatim. CSV of one "
    "register has a column for each cell; over all registers the cells stand in one column as JSON. Items of a list "
    "are parted by '; '."
)
@click.option("--what", type=click.Choice(KINDS), required=True, help="What to write.")
@click.option("--format", "form", type=click.Choice(("jsonl", "csv")), default="jsonl", show_default=True, help="How.")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Into FILE, not to the pipe."
)
@click.option("--force", is_flag=True, help="Replace FILE where it exists.")
@register_option
@confidence_option
@as_of_option
@case_option
def export(
    what: str,
    form: str,
    output: Path | None,
    force: bool,
    register: str | None,
    least: float,
    as_of: str | None,
    case_file: str,
) -> None:
    """Write claims or records to a file or to the pipe."""
    from muniment.outputs.cli.terminal import write
    from muniment.outputs.exports.files import COLUMNS, as_csv, jsonl, write_file
    from muniment.outputs.exports.rows import exported
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        rows = exported(case, what, register, as_of, least)
        lines = as_csv(rows, COLUMNS[what], register) if form == "csv" else jsonl(rows)
        if output is not None:
            write_file(output, lines, force=force)
        else:
            for line in lines:
                write(line)


@click.command(
    "import",
    epilog="Examples:\n\n\b\n  muniment import --what claims claims.jsonl --case desk.db\n"
    "  muniment import --what claims theirs.jsonl --prefix partner-\n\n"
    "The documents must be in the case: a claim whose evidence is no verbatim part of its document is refused. "
    "Exit code 0; 1 where every claim was refused.",
)
@click.option("--what", type=click.Choice(("claims",)), default="claims", show_default=True, help="What FILE holds.")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), metavar="FILE")
@click.option("--prefix", default="", metavar="P", help="Put P before the ids that claims without a known id get.")
@case_option
@json_option
def import_(what: str, file: Path, prefix: str, case_file: str, as_json: bool) -> int:
    """Take in claims made elsewhere.

    FILE holds one JSON object a line, with the fields that `muniment export --what claims` writes.
    """
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        report = case.import_claims(_lines(file), prefix=prefix)
    if as_json:
        _write_report(report)
    else:
        _print_report(report)
    return 1 if report.refused and not report.admitted and not report.known else 0


def _lines(file: Path) -> Iterable[str]:
    from muniment.errors import UsageError

    remedy = "Give a JSON Lines file in UTF-8, or - for standard input."
    try:
        raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return io.StringIO(raw.decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}.", remedy) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is no UTF-8 text (byte {error.start}).", remedy) from error


def _write_report(report: ImportReport) -> None:
    from muniment.outputs.cli.terminal import write_json

    write_json(
        {
            "admitted": list(report.admitted),
            "known": list(report.known),
            "refused": [
                {"line": each.line, "id": each.id, "reason": each.reason, "remedy": each.remedy}
                for each in report.refused
            ],
            "ignored": list(report.ignored),
        }
    )


def _print_report(report: ImportReport) -> None:
    from muniment.outputs.cli.terminal import console, show_table, text

    if report.refused:
        rows = ((str(each.line), text(each.reason, "red"), each.remedy) for each in report.refused)
        show_table(("Line", "Refused because", "What to do"), rows, right=[0])
    if report.ignored:
        console(stderr=True).print(text(f"Fields not taken in: {', '.join(report.ignored)}."))
    click.echo(f"{len(report.admitted)} taken in, {len(report.known)} known already, {len(report.refused)} refused.")
