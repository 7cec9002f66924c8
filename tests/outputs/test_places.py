"""A case says the same wherever it is kept: every command prints the same for a file and for a database."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outputs.conftest import DELIVERY, DOUBT, Cli

COMMANDS = (
    ("show",),
    ("show", "transfers", "--format", "json"),
    ("documents",),
    ("export", "--what", "claims"),
    ("export", "--what", "records"),
    ("explain", "document:delivery", "--json"),
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Two documents that the claims of `gold` are about."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "delivery.txt").write_text(DELIVERY, encoding="utf-8")
    (folder / "doubt.txt").write_text(DOUBT, encoding="utf-8")
    return folder


def test_every_command_takes_a_place_and_prints_the_same(place: str, cli: Cli, gold: Path, texts: Path) -> None:
    said = []
    for case in ("plain.db", place):
        for command in (("read", texts, "--no-extract", "--quiet"), ("import", gold)):
            code, _, wrong = cli(*command, "--case", case)
            assert code == 0, wrong
        outputs = [cli(*command, "--case", case) for command in COMMANDS]
        assert [code for code, _, _ in outputs] == [0] * len(COMMANDS), outputs
        said.append(outputs)
    assert said[0] == said[1]


def test_the_environment_may_name_a_place(place: str, cli: Cli, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUNIMENT_CASE", place)
    assert cli("read", texts, "--no-extract", "--quiet")[0] == 0
    code, out, _ = cli("documents", "--json")
    assert code == 0
    assert "delivery" in out


def test_a_missing_case_is_named_without_a_password(cli: Cli) -> None:
    code, _, said = cli("show", "--case", "postgresql://someone:secret@127.0.0.1:1/case")
    assert code == 4
    assert "cannot be reached" in said
    assert "secret" not in said
