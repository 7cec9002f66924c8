"""`muniment changes`: what became of the records since a day, and because of what."""

from __future__ import annotations

import click

from muniment.outputs.cli.options import (
    REGISTERS_HELP,
    TABLE_LIMIT,
    case_option,
    json_option,
    limit_option,
    register_option,
)


@click.command(
    epilog=f"{REGISTERS_HELP}\n\nExamples:\n\n\b\n  muniment changes --since 2026-11-14 --case desk.db\n"
    "  muniment changes --since 2026-11 --register transfers\n"
    "  muniment changes --since 2026-11-21T18:30:00Z --json\n\n"
    "A date means its end, UTC: what was added on the day itself is not told. A record is new, changed (it shows "
    "something else, or other claims support it), merged into another, or gone."
)
@click.option("--since", metavar="DATE", required=True, help="A date (EDTF) or an ISO instant.")
@register_option
@limit_option
@case_option
@json_option
def changes(since: str, register: str | None, limit: int | None, case_file: str, as_json: bool) -> None:
    """List which records are new, changed, merged or gone, and what changed them."""
    from muniment.outputs.cli.terminal import show_part, write_json
    from muniment.outputs.views.changes import HEADERS, Names, objects, row
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        found = case.changes(since, register)
        judgements = {judgement.id: judgement for judgement in case.judgements()}
        names = Names({document.id: document.name for document in case.documents()}, judgements)
    if as_json:
        write_json(objects(found[:limit] if limit else found, names))
    else:
        most = TABLE_LIMIT if limit is None else limit
        show_part(HEADERS, [row(change, names) for change in found], most, "change")
