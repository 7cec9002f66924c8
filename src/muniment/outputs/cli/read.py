"""`muniment read`: documents in, a status for each of them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from muniment.outputs.cli.extractors import Reader, extractor_options
from muniment.outputs.cli.options import case_option, json_option
from muniment.outputs.cli.state import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text

    from muniment.pipeline.read import ReadReport
    from muniment.pipeline.status import Outcome, OutcomeStatus

# Longer lists than this are summarised to what needs a person's eye; --verbose lists every document.
LISTED: Final = 20
WORDS: Final[Mapping[OutcomeStatus, str]] = {
    "read": "read",
    "known": "already known",
    "stored": "stored, not read",
    "failed": "failed",
    "refused": "refused",
}
_QUIET_STATUSES: Final = frozenset({"read", "known"})
_KEPT: Final = "What was read is kept; the same command goes on from there."


@click.command(
    epilog="Examples:\n\n\b\n  muniment read reports/ --case desk.db\n"
    "  muniment read article.txt notes.md --no-extract\n  cat article.txt | muniment read -\n"
    "  muniment read reports/ --extractor llm --llm-url http://localhost:11434/v1 --llm-model NAME\n\n"
    "Exit code 0; 1 where not one document was taken in."
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@case_option
@click.option("--no-extract", is_flag=True, help="Keep the documents without reading claims from them.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Read N documents at once.")
@click.option(
    "--vocabulary",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Registers and frames of your own; the case keeps a copy, and reads with it from now on.",
)
@extractor_options
@click.option("--quiet", "-q", is_flag=True, help="No progress, no table; the exit code tells.")
@click.option("--verbose", "-v", is_flag=True, help="List every document, however many.")
@json_option
@click.pass_obj
def read(
    state: State,
    paths: tuple[str, ...],
    case_file: str,
    no_extract: bool,
    jobs: int | None,
    vocabulary: Path | None,
    quiet: bool,
    verbose: bool,
    as_json: bool,
    reader: Reader,
) -> int:
    """Read documents into a case.

    A PATH is a file, a folder (read with all below it), or - for standard input. A document that is known is
    not read again; one that cannot be read is refused with a reason, and the run goes on.
    """
    from muniment.pipeline.case import Case
    from muniment.settings import settings

    state.kept = _KEPT
    given = settings()
    with Case.open(case_file, create=True) as case, _progress(paths, quiet=quiet) as tell:
        if vocabulary is not None:
            case.adopt(vocabulary)
        report = case.read(
            paths,
            extract=not no_extract,
            progress=tell,
            jobs=jobs if jobs is not None else given.jobs,
            extractor=None if no_extract else reader.chosen(given),
        )
    if as_json:
        _write_json(report)
    elif not quiet:
        _print_report(report, verbose=verbose)
    return 1 if report.all_refused else 0


@contextmanager
def _progress(paths: Sequence[str], *, quiet: bool) -> Iterator[Callable[[Outcome], None] | None]:
    """A bar on stderr while a person waits; nothing where no terminal is."""
    from muniment.outputs.cli.terminal import console

    screen = console(stderr=True)
    if quiet or not screen.is_terminal:
        yield None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    from muniment.intake.expect import expected_number
    from muniment.outputs.plain import shorten

    columns = (BarColumn(30), MofNCompleteColumn(), TextColumn("documents"), TimeElapsedColumn(), TimeRemainingColumn())
    name = TextColumn("{task.description}", markup=False)
    with Progress(*columns, name, console=screen, transient=True) as bar:
        task = bar.add_task("", total=expected_number(paths))
        yield lambda outcome: bar.update(task, advance=1, description=shorten(outcome.name, 40))


def _write_json(report: ReadReport) -> None:
    from muniment.outputs.cli.terminal import write_json
    from muniment.pipeline.status import NOTHING_SPENT

    documents = [
        {
            "document": outcome.name,
            "origin": outcome.origin,
            "status": outcome.status,
            "note": outcome.note,
            "claims": outcome.claims,
            "refusals": outcome.refusals,
        }
        for outcome in report.outcomes
    ]
    counts = {status: report.count(status) for status in WORDS}
    spent = {"spent": asdict(report.spent)} if report.spent != NOTHING_SPENT else {}
    write_json({"counts": counts, **spent, "documents": documents})


def _print_report(report: ReadReport, *, verbose: bool) -> None:
    from muniment.outputs.cli.terminal import show_table

    shown, left_out = _listed(report.outcomes, verbose=verbose)
    if shown:
        show_table(("Document", "Status", "Claims", "Note"), map(_line, shown), right=[2])
    if left_out:
        click.echo(f"({left_out} more; --verbose lists all.)")
    click.echo(summary(report))
    if report.spent.requests:
        click.echo(bill(report))


def _line(outcome: Outcome) -> tuple[str | Text, ...]:
    from muniment.outputs.cli.terminal import text

    style = "" if outcome.status in _QUIET_STATUSES else "yellow" if outcome.status == "stored" else "red"
    claims = str(outcome.claims) if outcome.status == "read" else ""
    return outcome.name or outcome.origin, text(WORDS[outcome.status], style), claims, outcome.note


def _listed(outcomes: Sequence[Outcome], *, verbose: bool) -> tuple[Sequence[Outcome], int]:
    """The outcomes to list: all of a short run; of a long one those that did not go as they should."""
    if verbose or len(outcomes) <= LISTED:
        return outcomes, 0
    shown = [outcome for outcome in outcomes if outcome.status not in _QUIET_STATUSES][:LISTED]
    return shown, len(outcomes) - len(shown)


def summary(report: ReadReport) -> str:
    """One line: how many documents of each status, how many claims."""
    counts = [f"{report.count(status)} {word}" for status, word in WORDS.items() if report.count(status)]
    claims = sum(outcome.claims for outcome in report.outcomes if outcome.status == "read")
    return f"{', '.join(counts) or 'Nothing to read'}; {claims} claim{'' if claims == 1 else 's'}."


def bill(report: ReadReport) -> str:
    """What a language model was asked, what it cost as far as its server says, and how much of it did not hold."""
    spent = report.spent
    tokens = f", {spent.sent:,} tokens sent, {spent.received:,} received" if spent.sent or spent.received else ""
    lines = [f"{spent.requests} answer{'' if spent.requests == 1 else 's'} of the language model{tokens}."]
    if refusals := sum(outcome.refusals for outcome in report.outcomes):
        lines.append(f"{refusals} of its statements not admitted; `muniment explain DOCUMENT` says why.")
    return "\n".join(lines)
