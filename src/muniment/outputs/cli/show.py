"""`muniment show`: a register as a table, or the overview of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from muniment.outputs.cli.options import (
    REGISTERS_HELP,
    TABLE_LIMIT,
    as_of_option,
    case_option,
    complete_register,
    confidence_option,
    limit_option,
    modalities,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from muniment.outputs.views.sheet import Sheet
    from muniment.pipeline.case import Case
    from muniment.schema.claim import Claim
    from muniment.schema.document import Document
    from muniment.schema.record import Record

FORMATS: Final = ("table", "csv", "json", "md")


@click.command(
    epilog=f"{REGISTERS_HELP}\n\nExamples:\n\n\b\n  muniment show --case desk.db\n"
    "  muniment show transfers --where supplier=Russia\n"
    "  muniment show tallies --where place~Idlib --modality asserted\n"
    "  muniment show incidents --min-confidence 0.9\n"
    "  muniment show transfers --format csv > transfers.csv\n\n"
    "In tables, readings that disagree stand as `6 ≠ 8`, or are marked * and spelled below; rows that are "
    "planned, possible, requested or denied say so; two dots (transfers) mean that no report says. Support counts "
    "publishers/agencies/speakers."
)
@click.argument("register", required=False, metavar="[REGISTER]", shell_complete=complete_register)
@case_option
@click.option(
    "--where", "conditions", multiple=True, metavar="CELL=VALUE", help="Only rows whose cell equals (=) or holds (~)."
)
@click.option("--modality", callback=modalities, metavar="M,...", help="Only these: asserted, planned, possible, ...")
@click.option("--document", metavar="NAME", help="Only rows that this document supports.")
@confidence_option
@limit_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to write.")
@as_of_option
def show(
    register: str | None,
    case_file: str,
    conditions: tuple[str, ...],
    modality: frozenset[str],
    document: str | None,
    least: float,
    limit: int | None,
    form: str,
    as_of: str | None,
) -> None:
    """Show a register as a table, every row with its evidence.

    Without REGISTER: which registers the case fills. The numbers in the last column are notes below the table:
    the words, who said them, who printed them, when, in which document.
    """
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        if register is None:
            if conditions or modality or document or least or limit is not None:
                raise click.UsageError("These options need a REGISTER.", click.get_current_context())
            _overview(case, form, as_of)
            return
        records = _chosen(case, register, conditions, modality, document, least, as_of)
        _write(case, register, records, limit, form, as_of)


def _chosen(
    case: Case,
    register: str,
    conditions: tuple[str, ...],
    modality: frozenset[str],
    document: str | None,
    least: float,
    as_of: str | None,
) -> list[Record]:
    from muniment.outputs.views.filters import chosen, condition
    from muniment.vocabulary.registers import register as register_named

    definition = register_named(register)
    wanted = [condition(words, definition) for words in conditions]
    identifier = case.document(document, as_of=as_of).id if document else ""
    return chosen(case.records(register, as_of=as_of), wanted, modality, identifier, case.derived(as_of).claims, least)


def _write(case: Case, register: str, records: list[Record], limit: int | None, form: str, as_of: str | None) -> None:
    from muniment.vocabulary.registers import register as register_named

    claims = case.derived(as_of).claims
    documents = {document.id: document for document in case.documents(as_of=as_of)}
    if form in ("csv", "json"):
        _write_data(records[:limit] if limit else records, claims, documents, register, form)
        return
    from muniment.outputs.views.sheet import sheet

    rows = TABLE_LIMIT if limit is None else limit
    laid_out = sheet(register_named(register), records, claims, documents, rows)
    if form == "md":
        from muniment.outputs.cli.terminal import write
        from muniment.outputs.views.on_page import markdown

        write(markdown(laid_out))
    else:
        _print(laid_out)


def _write_data(
    records: list[Record], claims: Mapping[str, Claim], documents: dict[str, Document], register: str, form: str
) -> None:
    from muniment.outputs.cli.terminal import write, write_json
    from muniment.outputs.exports.files import as_csv
    from muniment.outputs.views.for_programs import COLUMNS, lines_of_evidence, objects
    from muniment.vocabulary.registers import register as register_named

    rows = objects(register_named(register), records, claims, documents)
    if form == "json":
        write_json(list(rows))
    else:
        write("".join(as_csv(lines_of_evidence(rows), COLUMNS, register)))


def _print(laid_out: Sheet) -> None:
    from muniment.outputs.cli.terminal import show as show_on_terminal
    from muniment.outputs.cli.terminal import width
    from muniment.outputs.views.on_terminal import draw

    if not laid_out.rows:
        click.echo(f"No rows in {laid_out.register.name} that meet this.")
        return
    show_on_terminal(draw(laid_out, width()))
    left_out = laid_out.total - len(laid_out.rows)
    if left_out:
        click.echo(f"\n{len(laid_out.rows)} of {laid_out.total} rows; --limit 0 shows all.")


def _overview(case: Case, form: str, as_of: str | None) -> None:
    from dataclasses import asdict

    from muniment.outputs.cli.terminal import show_table, write_json
    from muniment.outputs.views.overview import overview

    seen = overview(case, as_of)
    if form == "json":
        write_json([asdict(line) for line in seen])
        return
    if form != "table":
        raise click.UsageError("The overview is a table or json; name a REGISTER.", click.get_current_context())
    rows = ((each.register, str(each.records), str(each.claims), each.about) for each in seen)
    show_table(("Register", "Records", "Claims", "What it keeps"), rows, right=[1, 2])
    counts = case.counts(as_of=as_of)
    click.echo(f"{counts.documents} documents, {counts.claims} claims, {counts.refused} refused.")
