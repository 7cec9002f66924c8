"""The commands, on a real case."""

from __future__ import annotations

import csv
import io
import json
from importlib import import_module
from pathlib import Path

import click
import pytest

from muniment.outputs.cli.main import ENTRIES
from muniment.outputs.cli.main import cli as program
from muniment.outputs.cli.read import LISTED
from muniment.outputs.exports.files import CELLS, COLUMNS
from muniment.schema.codec import claim_to_export, record_to_export
from muniment.version import __version__
from tests.outputs.conftest import CLAIMS, Cli
from tests.outputs.news import JETS_RECORD, MORNING, SIX


def _commands() -> list[tuple[str, click.Command]]:
    context = click.Context(program)
    return [(name, program.get_command(context, name)) for name in ENTRIES]


@pytest.mark.parametrize("name", ENTRIES)
def test_the_list_of_commands_says_what_each_command_says(name: str) -> None:
    entry = ENTRIES[name]
    command = getattr(import_module(entry.module), entry.attribute)
    assert command.name == name
    assert (command.help or "").splitlines()[0] == entry.help


@pytest.mark.parametrize("name", ENTRIES)
def test_every_command_has_examples_and_says_what_each_option_is_for(name: str, cli: Cli) -> None:
    code, said, _ = cli(name, "--help")
    assert code == 0
    assert "Examples:" in said
    assert f"muniment {name}" in said
    command = dict(_commands())[name]
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_the_version_is_told(cli: Cli) -> None:
    assert cli("--version") == (0, f"muniment {__version__}\n", "")


def test_without_arguments_there_is_help(cli: Cli) -> None:
    code, said, _ = cli()
    assert (code, "Commands:" in said) == (0, True)


def test_a_mistyped_command_gets_a_hint(cli: Cli) -> None:
    code, _, said = cli("shwo")
    assert code == 2
    assert said == "muniment: No such command 'shwo'. Did you mean 'show'?\nSee `muniment --help`.\n"


def test_a_wrong_option_names_the_help(cli: Cli) -> None:
    code, _, said = cli("show", "--colour")
    assert code == 2
    assert "muniment show --help" in said


def test_reading_gives_each_document_a_status(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ruritania delivered six jets.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    code, said, _ = cli("read", "a.txt", "b.txt", "--no-extract")
    assert code == 0
    assert "stored, not read" in said
    assert "refused" in said
    assert said.endswith("1 stored, not read, 1 refused; 0 claims.\n")
    code, said, _ = cli("read", "a.txt", "--no-extract", "--json")
    assert json.loads(said)["counts"]["known"] == 1


def test_long_runs_are_summarised_and_verbose_lists_them(cli: Cli, tmp_path: Path) -> None:
    for number in range(LISTED + 5):
        (tmp_path / f"d{number:02}.txt").write_text(f"Ruritania delivered {number} jets.", encoding="utf-8")
    assert cli("read", ".", "--no-extract", "--quiet")[1] == ""
    (tmp_path / "empty.txt").write_bytes(b"")
    _, short, _ = cli("read", ".", "--no-extract")
    _, long, _ = cli("read", ".", "--no-extract", "--verbose")
    assert "d03" not in short
    assert "empty" in short
    assert f"{LISTED + 5} more" in short
    assert "d03" in long


def test_all_refused_is_exit_code_one(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"")
    assert cli("read", "b.txt", "--no-extract")[0] == 1
    assert cli("read", "b.txt", "--no-extract", "--quiet")[:2] == (1, "")


def test_the_overview_counts(filled: Cli) -> None:
    code, said, _ = filled("show")
    assert code == 0
    line = next(line for line in said.splitlines() if line.startswith("transfers"))
    assert line.split()[1:3] == ["2", "3"]
    assert "2 documents, 4 claims" in said
    _, said, _ = filled("show", "--format", "json")
    assert json.loads(said)[0]["records"] == 2


def test_the_overview_takes_no_filters(filled: Cli) -> None:
    assert filled("show", "--where", "supplier=x")[0] == 2
    assert filled("show", "--format", "csv")[0] == 2


def test_a_register_shows_disagreement_modality_and_notes(filled: Cli) -> None:
    code, said, _ = filled("show", "transfers")
    assert code == 0
    assert "6 ≠ 8" in said or "8 ≠ 6" in said
    assert "possible" in said
    assert "“Ruritania delivered 6 Z-9 jets to Fenwick” — the ministry, delivery" in said
    assert "\x1b" not in said
    assert not any(line != line.rstrip() for line in said.splitlines())


def test_filters_narrow_the_table(filled: Cli) -> None:
    assert len(json.loads(filled("show", "transfers", "--where", "item=tanks", "--format", "json")[1])) == 1
    assert len(json.loads(filled("show", "transfers", "--modality", "asserted,planned", "--format", "json")[1])) == 1
    assert len(json.loads(filled("show", "transfers", "--document", "doubt", "--format", "json")[1])) == 2
    assert len(json.loads(filled("show", "transfers", "--document", "delivery", "--format", "json")[1])) == 1
    assert "1 of 2 rows" in filled("show", "transfers", "--limit", "1")[1]
    assert "No rows" in filled("show", "transfers", "--where", "item=zeppelin")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--where", "colour=red"], 3, "quantity_ordered"),
        (["--where", "nonsense"], 2, "cell=value"),
        (["--modality", "certain"], 2, "asserted"),
        (["--document", "nowhere"], 3, "nowhere"),
    ],
)
def test_wrong_filters_say_what_is_right(filled: Cli, arguments: list[str], code: int, words: str) -> None:
    ended, said, err = filled("show", "transfers", *arguments)
    assert (ended, said) == (code, "")
    assert words in err


def test_json_rows_carry_their_evidence(filled: Cli) -> None:
    rows = json.loads(filled("show", "transfers", "--where", "item=Z-9 jets", "--format", "json")[1])
    assert rows[0]["disagreement"] == ["quantity_delivered"]
    assert {piece["document"] for piece in rows[0]["evidence"]} == {"delivery", "doubt"}


def test_csv_is_safe_to_open_in_a_spreadsheet(filled: Cli) -> None:
    _, said, _ = filled("export", "--what", "claims", "--format", "csv", "--register", "transfers")
    rows = list(csv.DictReader(io.StringIO(said)))
    assert {row["source"] for row in rows} == {"the ministry", '\'=HYPERLINK("x")', ""}
    assert {row["quantity_delivered"] for row in rows} == {"6", "8", ""}
    _, verbatim, _ = filled("export", "--what", "claims")
    assert {json.loads(line)["source"] for line in verbatim.splitlines()} == {"the ministry", '=HYPERLINK("x")', ""}


def test_csv_over_all_registers_keeps_cells_in_one_column(filled: Cli) -> None:
    _, said, _ = filled("export", "--what", "records", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(said)))
    assert [row["register"] for row in rows] == ["transfers", "transfers", "positions"]
    assert json.loads(rows[0]["cells"])["recipient"] == "Fenwick"


def test_an_empty_register_still_has_a_header(filled: Cli) -> None:
    _, said, _ = filled("export", "--what", "records", "--format", "csv", "--register", "votes")
    assert said.startswith("id,register,body,question,")


def test_the_csv_columns_are_all_that_is_exported() -> None:
    assert set(COLUMNS["claims"]) == set(claim_to_export(SIX, MORNING.name, MORNING.text)) | {"confidence"}
    assert set(COLUMNS["records"]) == set(record_to_export(JETS_RECORD))
    assert all(columns.count(CELLS) == 1 for columns in COLUMNS.values())


def test_an_export_replaces_no_file_unasked(filled: Cli, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    assert filled("export", "--what", "claims", "--output", out)[0] == 0
    kept = out.read_bytes()
    assert len(kept.splitlines()) == 4
    code, _, said = filled("export", "--what", "claims", "--output", out, "--register", "positions")
    assert code == 2
    assert "--force" in said
    assert out.read_bytes() == kept
    assert filled("export", "--what", "claims", "--output", out, "--register", "positions", "--force")[0] == 0
    assert len(out.read_bytes().splitlines()) == 1
    assert filled("export", "--what", "claims", "--output", tmp_path / "no" / "x")[0] == 2


def test_an_export_comes_back_as_known(filled: Cli, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    filled("export", "--what", "claims", "--output", out)
    code, said, _ = filled("import", out)
    assert code == 0
    assert said == "0 taken in, 4 known already, 0 refused.\n"


def test_import_refuses_with_line_reason_and_remedy(filled: Cli, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    lines = [{**CLAIMS[0], "evidence": "seven jets came"}, {**CLAIMS[0], "doc": "nowhere"}]
    bad.write_text("".join(json.dumps(line) + "\n" for line in lines) + "nonsense\n", encoding="utf-8")
    code, said, _ = filled("import", bad)
    assert code == 1
    assert "0 taken in, 0 known already, 3 refused." in said
    report = json.loads(filled("import", bad, "--json")[1])
    assert [each["line"] for each in report["refused"]] == [1, 2, 3]
    assert all(each["reason"] and each["remedy"] for each in report["refused"])
    bad.write_bytes(b"\xff\xfe\x00")
    assert filled("import", bad)[0] == 2
    assert filled("import", tmp_path / "none.jsonl")[0] == 2


def test_score_from_case_and_from_files_agree(filled: Cli, gold: Path) -> None:
    code, said, _ = filled("score", gold, "--json")
    assert code == 0
    by_case = json.loads(said)
    assert by_case["rows"][-1]["claims"] == [1.0, 1.0, 1.0]
    assert by_case["invented_evidence"] == 0
    by_files = json.loads(filled("score", gold, "--pred", gold, "--texts", "texts", "--json")[1])
    assert by_files == by_case
    assert filled("score", gold, "--pred", gold)[0] == 2


def test_score_shows_examples(filled: Cli, gold: Path, tmp_path: Path) -> None:
    fewer = tmp_path / "fewer.jsonl"
    fewer.write_text(gold.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    _, said, _ = filled("score", gold, "--pred", fewer, "--texts", "texts", "--show", "1", "--register", "transfers")
    assert said.count("missed: transfers") == 1
    _, said, _ = filled("score", fewer, "--show", "5", "--annotated-only")
    assert "positions" in said
    assert "doubt" not in said


def test_explain_walks_from_record_to_words(filled: Cli) -> None:
    rows = json.loads(filled("show", "transfers", "--where", "item=Z-9 jets", "--format", "json")[1])
    code, said, _ = filled("explain", rows[0]["id"][:8])
    assert code == 0
    assert "6 [1] ≠ 8 [2]" in said or "8 [2] ≠ 6 [1]" in said
    assert "»Ruritania delivered 6 Z-9 jets to Fenwick«" in said
    assert "the ministry" in said
    assert "\x1b" not in said
    told = json.loads(filled("explain", rows[0]["id"], "--json")[1])
    assert told["kind"] == "record"
    assert [voice["said_by"] for voice in told["voices"]] == ["the ministry", '=HYPERLINK("x")']


def test_explain_takes_documents_and_claims(filled: Cli) -> None:
    assert "Document" in filled("explain", "document:delivery")[1]
    claim = json.loads(filled("export", "--what", "claims")[1].splitlines()[0])["id"]
    assert "Z-9 jets" in filled("explain", f"claim:{claim}")[1]
    code, _, said = filled("explain", "zzzz")
    assert code == 3
    assert "zzzz" in said


def test_direction_marks_in_documents_are_shown_not_obeyed(filled: Cli) -> None:
    for form in ("table", "md"):
        said = filled("show", "transfers", "--format", form)[1]
        assert "\u202e" not in said
        assert "U+202E" in said


def test_documents_are_listed_with_their_status(filled: Cli) -> None:
    code, said, _ = filled("documents")
    assert code == 0
    assert "2 documents." in said
    rows = json.loads(filled("documents", "--json")[1])
    assert [row["document"] for row in rows] == ["delivery", "doubt"]
    assert {row["status"] for row in rows} == {"stored"}
    assert json.loads(filled("documents", "--status", "refused", "--json")[1]) == []


def test_the_case_is_named_by_the_environment(filled: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "muniment.db").rename(tmp_path / "other.db")
    monkeypatch.setenv("MUNIMENT_CASE", str(tmp_path / "other.db"))
    assert "2 documents" in filled("show")[1]


def test_a_fault_of_ours_is_told_as_one(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom \x1b[2J")

    monkeypatch.setattr("muniment.pipeline.case.Case.open", broken)
    code, _, said = cli("show")
    assert code == 70
    assert said.startswith("muniment: unexpected RuntimeError: boom ␛[2J")
    with pytest.raises(RuntimeError):
        cli("--debug", "show")


def test_an_interrupted_read_says_what_is_kept(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("muniment.pipeline.case.Case.read", interrupted)
    code, _, said = cli("read", "x.txt")
    assert code == 130
    assert "interrupted" in said
    assert "is kept" in said
