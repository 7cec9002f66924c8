"""`muniment entities`: who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from muniment.outputs.cli.options import TABLE_LIMIT, as_of_option, case_option, json_option, limit_option
from muniment.schema.entity import ENTITY_KINDS

if TYPE_CHECKING:
    from muniment.schema.entity import EntityKind


@click.command(
    epilog="Examples:\n\n\b\n  muniment entities --case desk.db\n"
    "  muniment entities --kind person --limit 0\n"
    "  muniment entities --json\n\n"
    "Numbers behind other spellings say how often claims give them. Why two spellings are one: --json has the "
    "reasons; `muniment judge same` and `muniment judge different` overrule them."
)
@click.option("--kind", type=click.Choice(ENTITY_KINDS), help="Only entities of this kind.")
@limit_option
@as_of_option
@case_option
@json_option
def entities(kind: EntityKind | None, limit: int | None, as_of: str | None, case_file: str, as_json: bool) -> None:
    """List who is who, with every spelling that reports give."""
    from muniment.outputs.cli.terminal import show_part, write_json
    from muniment.outputs.views.entities import HEADERS, NUMBERS, by_mentions, objects, row
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        found = by_mentions(case.entities(kind, as_of=as_of))
    if as_json:
        write_json(objects(found[:limit] if limit else found))
    else:
        most = TABLE_LIMIT if limit is None else limit
        show_part(HEADERS, [row(one) for one in found], most, "entity", right=NUMBERS)
