"""`muniment score`: claims against claims annotated by people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from muniment.outputs.cli.options import case_option, confidence_option, json_option, register_option

if TYPE_CHECKING:
    from muniment.pipeline.score import Exported, Score, TextOf


@click.command(
    epilog="Examples:\n\n\b\n  muniment score gold.jsonl --case desk.db\n"
    "  muniment score gold.jsonl --pred theirs.jsonl --texts articles/ --show 5\n"
    "  muniment score gold.jsonl --case desk.db --min-confidence 0.9 --calibration\n\n"
    "P, R and F1 are precision, recall and their harmonic mean. A claim counts as found where its words overlap "
    "and at least half of the cells agree; what annotators marked borderline neither rewards nor punishes."
)
@click.argument("gold", type=click.Path(dir_okay=False, path_type=Path), metavar="GOLD.jsonl")
@case_option
@click.option(
    "--pred",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Claims of any program, instead of a case.",
)
@click.option(
    "--texts", type=click.Path(path_type=Path), metavar="DIR", help="With --pred: where <document>.txt stand."
)
@click.option("--annotated-only", is_flag=True, help="Leave out documents of the case that GOLD does not name.")
@click.option("--calibration", is_flag=True, help="Show how often claims of each confidence are right.")
@confidence_option
@click.option("--show", "examples", type=click.IntRange(min=0), default=0, metavar="N", help="Show N missed, N wrong.")
@register_option
@json_option
def score(
    gold: Path,
    case_file: str,
    pred: Path | None,
    texts: Path | None,
    annotated_only: bool,
    calibration: bool,
    least: float,
    examples: int,
    register: str | None,
    as_json: bool,
) -> None:
    """Measure claims against claims annotated by people."""
    from muniment.outputs.views.filters import is_sure
    from muniment.pipeline.score import read_claims, texts_in
    from muniment.pipeline.score import score as measure
    from muniment.vocabulary.registers import register as register_named

    if (pred is None) != (texts is None):
        raise click.UsageError("--pred and --texts belong together.", click.get_current_context())
    expected = read_claims(gold)
    if register is not None and not any(claim["register"] == register for claim in expected):
        register_named(register)  # raises where there is none of that name
    if pred is not None and texts is not None:
        predicted: list[Exported] = read_claims(pred)
        text_of = texts_in(texts)
    else:
        predicted, text_of = _from_case(case_file)
    if annotated_only:
        named = {claim["doc"] for claim in expected}
        predicted = [claim for claim in predicted if claim["doc"] in named]
    predicted = [claim for claim in predicted if is_sure(claim.get("confidence"), least)]
    outcome = measure(expected, predicted, text_of, register or "")
    if as_json:
        from muniment.outputs.cli.terminal import write_json

        found: dict[str, Any] = {"rows": outcome.rows(), "invented_evidence": outcome.invented}
        write_json(found | {"calibration": _calibration(outcome)} if calibration else found)
        return
    _print(outcome, examples)
    if calibration:
        _print_calibration(outcome)


def _calibration(outcome: Score) -> list[dict[str, Any]]:
    from dataclasses import asdict

    from muniment.pipeline.calibration import curve, judged_claims

    return [asdict(each) for each in curve(judged_claims(outcome))]


def _print_calibration(outcome: Score) -> None:
    from muniment.outputs.cli.terminal import show_table
    from muniment.pipeline.calibration import curve, error, judged_claims

    bins = curve(judged_claims(outcome))
    rows = (
        (f"{each.low:.2f}–{each.high:.2f}", str(each.claims), f"{each.says:.2f}", f"{each.right:.2f}") for each in bins
    )
    show_table(("Confidence", "Claims", "Says", "Right"), rows, right=[1, 2, 3])
    click.echo(f"Off by {error(bins):.3f} on average.")


def _from_case(case_file: str) -> tuple[list[Exported], TextOf]:
    """The claims of a case as they are exported, and its texts by document name."""
    from muniment.outputs.exports.rows import exported
    from muniment.pipeline.case import Case

    with Case.open(case_file) as case:
        predicted = list(exported(case, "claims"))
        known = {document.name: document.text for document in case.documents()}
    return predicted, known.get


def _print(outcome: Score, examples: int) -> None:
    from muniment.outputs.cli.terminal import show_table

    headers = ("Register", "Gold", "Made", "Claims P / R / F1", "Cells P / R / F1", "Source", "Modality", "Date")
    rows = (
        (
            row["register"],
            str(row["gold"]),
            str(row["pred"]),
            _shares(row["claims"]),
            _shares(row["cells"]),
            *(_share(row[key]) for key in ("source", "modality", "date")),
        )
        for row in outcome.rows()
    )
    show_table(headers, rows, right=[1, 2])
    click.echo(f"Invented evidence: {outcome.invented}.")
    for title, claims in (("missed", outcome.missed), ("wrong", outcome.wrong)):
        _print_examples(title, claims[:examples])


def _print_examples(title: str, claims: Sequence[Exported]) -> None:
    from muniment.outputs.cli.terminal import show, text
    from muniment.outputs.plain import shorten

    for claim in claims:
        cells: dict[str, Any] = dict(claim["cells"])
        words = json.dumps(cells, ensure_ascii=False)
        line = f"{title}: {claim['register']} {claim['doc']}: {words} ← “{shorten(str(claim['evidence']), 140)}”"
        show(text(line))


def _shares(shares: Sequence[float]) -> str:
    return " / ".join(f"{share:.2f}" for share in shares)


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.2f}"
