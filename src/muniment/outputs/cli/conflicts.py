"""`muniment conflicts`: what disagrees, and who says what."""

from __future__ import annotations

import click

from muniment.outputs.cli.options import (
    REGISTERS_HELP,
    TABLE_LIMIT,
    as_of_option,
    case_option,
    json_option,
    limit_option,
    register_option,
)


@click.command(
    epilog=f"{REGISTERS_HELP}\n\nExamples:\n\n\b\n  muniment conflicts --case desk.db\n"
    "  muniment conflicts --register tallies --all\n"
    "  muniment conflicts --json\n\n"
    "Worst first: values between which independent speakers stand (each side has one that the other has not), then "
    "between documents, then within one document. With --all also values that a later count or stage superseded: "
    "they are no conflict."
)
@register_option
@click.option("--all", "everything", is_flag=True, help="Also values that were superseded.")
@limit_option
@as_of_option
@case_option
@json_option
def conflicts(
    register: str | None, everything: bool, limit: int | None, as_of: str | None, case_file: str, as_json: bool
) -> None:
    """List what disagrees, worst first, with who says what."""
    from muniment.outputs.cli.terminal import show_part, write_json
    from muniment.outputs.views.conflicts import HEADERS, objects, row
    from muniment.pipeline.case import Case
    from muniment.pipeline.conflicts import conflicts as found_in

    with Case.open(case_file) as case:
        found = found_in(case.derived(as_of), register, superseded=everything)
    if as_json:
        write_json(objects(found[:limit] if limit else found))
    else:
        most, noun = TABLE_LIMIT if limit is None else limit, "difference" if everything else "conflict"
        show_part(HEADERS, [row(one) for one in found], most, noun)
