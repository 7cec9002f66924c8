"""`muniment explain`: from a record to its readings, its claims, their sentences, and who said them."""

from __future__ import annotations

import click

from muniment.outputs.cli.options import as_of_option, case_option, json_option


@click.command(
    epilog="Examples:\n\n\b\n  muniment show transfers --case desk.db\n"
    "  muniment explain 3fa92c10 --case desk.db\n"
    "  muniment explain document:000\n\n"
    "ID is a record, a claim or a document, by the first characters of its id or (documents) its name; "
    "write record:ID, claim:ID or document:NAME where it could be several."
)
@click.argument("identifier", metavar="ID")
@as_of_option
@case_option
@json_option
def explain(identifier: str, as_of: str | None, case_file: str, as_json: bool) -> None:
    """Walk from a record or claim to the words it came from.

    Shows each cell with its readings and the rule that chose between them; whom its names mean, why its claims are
    one record, and what it is tied to; then each claim: who says it, who printed it, when, how that is known, what
    proposed it, and the sentence with the words marked.
    """
    from muniment.outputs.cli.terminal import show, styled, width, write_json
    from muniment.outputs.views.explained import as_object, draw
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        explanation = case.explain(identifier, as_of=as_of)
    if as_json:
        write_json(as_object(explanation))
    else:
        show(draw(explanation, width(), styled=styled()))
