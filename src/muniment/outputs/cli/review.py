"""`muniment review`: what is uncertain, one question and one key at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from muniment.outputs.cli.options import REGISTERS_HELP, case_option, judged_by_options, register_option
from muniment.outputs.cli.state import State

if TYPE_CHECKING:
    from muniment.pipeline.review import Kind

KINDS: Final = ("conflict", "single", "merge", "names")  # those of muniment.pipeline.review, which is slow to import
_KEPT: Final = "Every decision that was told is kept; the same command goes on with the rest."


@click.command(
    epilog=f"{REGISTERS_HELP}\n\nExamples:\n\n\b\n  muniment review --case desk.db\n"
    '  muniment review --register transfers --by "Ama B." --why "monthly check"\n'
    "  muniment review --kind names --limit 20\n"
    "  printf 'a *\\nr 2\\nq\\n' | muniment review\n\n"
    "Asked in this order: records whose readings cannot all be so, worst first; weak records that one voice alone "
    "carries; records whose claims were joined on the weakest reasons; spellings near the threshold. What was judged "
    "already is not asked again. In a pipe, each line is a key and its words."
)
@register_option
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only questions of this kind.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Ask at most N questions.")
@judged_by_options
@case_option
@click.pass_obj
def review(
    state: State, register: str | None, kinds: tuple[Kind, ...], limit: int | None, by: str, why: str, case_file: str
) -> None:
    """Settle what is uncertain, one question and one key at a time.

    Shows the record's row, each reading with who says it and the words, and asks. Every answer is kept as a decision
    of its own, which `u` or `muniment judge retract` takes back.
    """
    from muniment.outputs.cli.reviewing import Session
    from muniment.pipeline.case import Case

    state.kept = _KEPT
    with Case.open(case_file) as case:
        Session(case, by, why, register, kinds or KINDS).run(limit)
