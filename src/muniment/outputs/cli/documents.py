"""`muniment documents`: what a case holds, and what it refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from muniment.outputs.cli.options import case_option, json_option

if TYPE_CHECKING:
    from muniment.pipeline.status import Status
    from muniment.schema.document import Document


@click.command(
    epilog="Examples:\n\n\b\n  muniment documents --case desk.db\n  muniment documents --status refused --json"
)
@case_option
@click.option(
    "--status", type=click.Choice(("read", "stored", "failed", "refused")), help="Only documents of this status."
)
@json_option
def documents(case_file: str, status: str | None, as_json: bool) -> None:
    """List the documents of a case, read or refused.

    Publisher and date stand with how they are known: declared, or found in the text by a rule. What is not
    known stays empty; it is never guessed.
    """
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        known = {document.id: document for document in case.documents()}
        rows = [_row(each, known.get(each.document)) for each in case.statuses() if status in (None, each.status)]
    if as_json:
        from muniment.outputs.cli.terminal import write_json

        write_json(rows)
    else:
        _print(rows)


def _row(status: Status, document: Document | None) -> dict[str, Any]:
    return {
        "document": status.name,
        "status": status.status,
        "publisher": document.publisher if document else "",
        "publisher_how": how_known(document, "publisher"),
        "published": document.published if document else "",
        "published_how": how_known(document, "published"),
        "title": document.title if document else "",
        "claims": status.claims,
        "note": status.note,
        "origin": status.origin,
        "id": status.document,
    }


def how_known(document: Document | None, field: str) -> str:
    """The first rule (or "declared") that gave the field the value the document has, "" where it has none."""
    if document is None:
        return ""
    value = getattr(document, field)
    return next((each.how for each in document.findings if each.field == field and each.value == value), "")


def _print(rows: list[dict[str, Any]]) -> None:
    from muniment.outputs.cli.terminal import show_table, text

    headers = ("Document", "Status", "Publisher", "Published", "How known", "Claims", "Note")
    lines = (
        (
            row["document"] or row["origin"],
            text(row["status"], "" if row["status"] == "read" else "yellow"),
            row["publisher"],
            row["published"],
            _how(row),
            str(row["claims"]) if row["status"] == "read" else "",
            row["note"],
        )
        for row in rows
    )
    show_table(headers, lines, right=[5])
    click.echo(f"{len(rows)} document{'' if len(rows) == 1 else 's'}.")


def _how(row: dict[str, Any]) -> str:
    """How publisher and date are known, in as few words as say it."""
    publisher, published = row["publisher_how"], row["published_how"]
    return publisher if publisher == published else f"{publisher or '–'} / {published or '–'}"
