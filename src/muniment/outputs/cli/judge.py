"""`muniment judge`: people's decisions from the command line, and the log of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from muniment.outputs.cli.options import case_option, json_option, judged_by_options

if TYPE_CHECKING:
    from muniment.pipeline.case import Case
    from muniment.schema.judgement import Judgement, Name

_REPEATED: Final = "A decision made again by the same person for the same reason is kept once."
_CORRECTED: Final = "Beside the cells of the register: date, modality, source. In lists, part the items by ';'."


@click.group(
    epilog="Examples:\n\n\b\n  muniment judge accept 3fa92c10 --case desk.db\n"
    '  muniment judge reject 3fa92c10 --why "the sentence is about 2019"\n'
    '  muniment judge correct 3fa92c10 item="MiG-29"\n'
    "  muniment judge list\n\n"
    "Decisions are only ever added; `retract` takes one back. Claims, records and judgements go by the first "
    "characters of their ids: `muniment explain RECORD` shows those of claims."
)
def judge() -> None:
    """Keep decisions about claims, records and names; list them.

    A decision holds on to the words that were judged: it finds its claim again when a newer model reads it anew.
    """


def _decision(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every decision has."""
    return case_option(json_option(judged_by_options(command)))


@judge.command(epilog="Examples:\n\n\b\n  muniment judge accept 3fa92c10")
@click.argument("claim")
@_decision
def accept(claim: str, by: str, why: str, as_json: bool, case_file: str) -> None:
    """The words do say this.

    CLAIM counts, even where a newer model no longer finds it.
    """
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        _told(case.judge("accept", claim, by=by, why=why), as_json)


@judge.command(epilog='Examples:\n\n\b\n  muniment judge reject 3fa92c10 --why "that is the maker, not the supplier"')
@click.argument("claim")
@_decision
def reject(claim: str, by: str, why: str, as_json: bool, case_file: str) -> None:
    """The words do not say this.

    CLAIM counts towards no record until it is accepted, or the decision is taken back.
    """
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        _told(case.judge("reject", claim, by=by, why=why), as_json)


@judge.command(
    epilog='Examples:\n\n\b\n  muniment judge correct 3fa92c10 item="MiG-29"\n'
    f"  muniment judge correct 3fa92c10 quantity_delivered=\n\n{_CORRECTED}"
)
@click.argument("claim")
@click.argument("value", metavar="CELL=VALUE")
@_decision
def correct(claim: str, value: str, by: str, why: str, as_json: bool, case_file: str) -> None:
    """The words say something else in one cell.

    CELL= empties the cell: the words say nothing there.
    """
    from muniment.pipeline.case import Case

    cell, after = cell_and_value(value)
    with Case.open(case_file) as case:
        _told(case.judge("correct", claim, cell=cell, value=after, by=by, why=why), as_json)


@judge.command(epilog="Examples:\n\n\b\n  muniment judge merge 3fa92c10 91c0de44 --case desk.db")
@click.argument("ids", nargs=-1, required=True, metavar="RECORD...")
@_decision
def merge(ids: tuple[str, ...], by: str, why: str, as_json: bool, case_file: str) -> None:
    """Records, or claims, are about one fact."""
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        _told(case.judge("merge", *_full(case, ids), by=by, why=why), as_json)


@judge.command(epilog="Examples:\n\n\b\n  muniment judge split 3fa92c10 77ab01f2 --case desk.db")
@click.argument("record")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@_decision
def split(record: str, claims: tuple[str, ...], by: str, why: str, as_json: bool, case_file: str) -> None:
    """Claims of a record are about another fact.

    No CLAIM named is ever one record with the other claims of RECORD.
    """
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        _told(split_off(case, record, claims, by=by, why=why), as_json)


@judge.command(
    epilog="Examples:\n\n\b\n  muniment judge same Ukroboronprom Ukrboronprom\n"
    '  muniment judge same Lee "Ann Lee" --document report-7'
)
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--document", metavar="NAME", help="The names as they stand in this document only.")
@_decision
def same(names: tuple[str, ...], document: str | None, by: str, why: str, as_json: bool, case_file: str) -> None:
    """Two names or more are one entity."""
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        _told(case.judge("same", *_names(case, names, document), by=by, why=why), as_json)


@judge.command(epilog='Examples:\n\n\b\n  muniment judge different "Kim Min-su" "Kim Minsu" --case desk.db')
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--document", metavar="NAME", help="The names as they stand in this document only.")
@_decision
def different(names: tuple[str, ...], document: str | None, by: str, why: str, as_json: bool, case_file: str) -> None:
    """Two names or more are each of another entity."""
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        _told(case.judge("different", *_names(case, names, document), by=by, why=why), as_json)


@judge.command(epilog="Examples:\n\n\b\n  muniment judge list\n  muniment judge retract 5e10aa93 --case desk.db")
@click.argument("judgement")
@_decision
def retract(judgement: str, by: str, why: str, as_json: bool, case_file: str) -> None:
    """Take a decision back.

    JUDGEMENT then counts as never made; retract the retraction to have it back.
    """
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        _told(case.judge("retract", judgement, by=by, why=why), as_json)


@judge.command(
    "list", epilog=f"Examples:\n\n\b\n  muniment judge list --case desk.db\n  muniment judge list --json\n\n{_REPEATED}"
)
@case_option
@json_option
def list_(case_file: str, as_json: bool) -> None:
    """The log: who, when, why, and what each still holds on to."""
    from muniment.outputs.cli.terminal import show_part, write_json
    from muniment.outputs.views.judgements import HEADERS, objects, row
    from muniment.pipeline.case import Case
    from muniment.pipeline.log import log

    with Case.open(case_file) as case, case.view() as view:
        entries = log(view)
    if as_json:
        write_json(objects(entries))
    else:
        show_part(HEADERS, [row(entry) for entry in entries], 0, "judgement")


def cell_and_value(words: str) -> tuple[str, str | None]:
    """Reads `cell=value`; nothing behind the sign is None. Raises UsageError where there is no sign or no cell."""
    from muniment.errors import UsageError

    cell, sign, value = words.partition("=")
    if not sign or not cell.strip():
        raise UsageError(f"{words!r} corrects nothing.", "Write cell=value, or cell= where the words say nothing.")
    return cell.strip(), value.strip() or None


def split_off(case: Case, record: str, claims: tuple[str, ...], *, by: str, why: str) -> Judgement:
    """Keeps that `claims` of a record are about another fact than the rest of it.

    Raises NotFound, and UsageError where no claim would be left, or one is not the record's.
    """
    from muniment.errors import UsageError
    from muniment.pipeline.explain import resolve

    full = resolve(case, record, ("record",))[1]
    holding = next(one for one in case.records() if one.id == full)
    leaving = [resolve(case, claim, ("claim",))[1] for claim in claims]
    foreign = [claim for claim in leaving if claim not in holding.claims]
    if foreign:
        raise UsageError(f"Record {full} has no claim {foreign[0]}.", f"Its claims: {', '.join(holding.claims)}.")
    staying = [claim for claim in holding.claims if claim not in leaving]
    if not staying:
        raise UsageError("All claims cannot leave their record.", "Name those that are about another fact.")
    return case.judge("split", *leaving, apart_from=staying, by=by, why=why)


def _full(case: Case, ids: tuple[str, ...]) -> list[str]:
    from muniment.pipeline.explain import resolve

    return [resolve(case, id, ("record", "claim"))[1] for id in ids]


def _names(case: Case, names: tuple[str, ...], document: str | None) -> list[Name]:
    from muniment.schema.judgement import Name

    where = "" if document is None else case.document(document).id
    return [Name(name, where) for name in names]


def _told(judgement: Judgement, as_json: bool) -> None:
    from muniment.outputs.cli.terminal import write_json
    from muniment.outputs.views.judgements import as_object, in_words

    if as_json:
        write_json(as_object(judgement))
    else:
        click.echo(in_words(judgement))
