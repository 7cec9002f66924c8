"""A real case with documents and brought-along claims: no language model is needed to show it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from muniment.outputs.cli.main import run
from tests.desk import lines, write_reports

Cli = Callable[..., tuple[int, str, str]]

DELIVERY = "NORBURG - Ruritania delivered 6 Z-9 jets to Fenwick on Friday, the ministry said. The jets are new.\n"
DOUBT = 'Fenwick got 8 Z-9 jets from Ruritania, =HYPERLINK("x") said.\n\nIt may get | tanks \u202enext year.\n'
CLAIMS: list[dict[str, Any]] = [
    {
        "doc": "delivery", "register": "transfers", "evidence": "Ruritania delivered 6 Z-9 jets to Fenwick",
        "cells": {"supplier": "Ruritania", "recipient": "Fenwick", "item": "Z-9 jets", "quantity_delivered": 6,
                  "status": "delivered"}, "source": "the ministry", "modality": "asserted", "date": "2020-05-01",
    },
    {
        "doc": "doubt", "register": "transfers", "evidence": "Fenwick got 8 Z-9 jets from Ruritania",
        "cells": {"supplier": "Ruritania", "recipient": "Fenwick", "item": "Z-9 jets", "quantity_delivered": 8,
                  "status": "delivered"}, "source": '=HYPERLINK("x")', "modality": "asserted", "date": "",
    },
    {
        "doc": "doubt", "register": "transfers", "evidence": "It may get | tanks \u202enext year.",
        "cells": {"recipient": "Fenwick", "item": "tanks", "status": "planned"},
        "source": "", "modality": "possible", "date": "2021",
    },
    {
        "doc": "delivery", "register": "positions", "evidence": "The jets are new",
        "cells": {"speaker": "the ministry", "form": "direct", "content": "The jets are new"},
        "source": "", "modality": "asserted", "date": "",
    },
]  # fmt: skip


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Cli:
    """Runs a command line in an empty folder; gives exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("MUNIMENT_")]:
        monkeypatch.delenv(name)

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        code = run([str(argument) for argument in arguments])
        printed = capsysbinary.readouterr()
        return code, printed.out.decode("utf-8"), printed.err.decode("utf-8")

    return call


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The claims of the invented case as a file."""
    file = tmp_path / "gold.jsonl"
    file.write_text("".join(json.dumps(claim, ensure_ascii=False) + "\n" for claim in CLAIMS), encoding="utf-8")
    return file


@pytest.fixture
def filled(cli: Cli, gold: Path, tmp_path: Path) -> Cli:
    """The command line beside a case (muniment.db) of two documents and four claims."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "delivery.txt").write_text(DELIVERY, encoding="utf-8")
    (tmp_path / "texts" / "doubt.txt").write_text(DOUBT, encoding="utf-8")
    assert cli("read", "texts", "--no-extract", "--quiet") == (0, "", "")
    code, _, said = cli("import", gold)
    assert code == 0, said
    return cli


@pytest.fixture
def desk(cli: Cli, tmp_path: Path) -> Cli:
    """The command line beside a case (muniment.db) of three reports that disagree; see tests/desk.py."""
    write_reports(tmp_path / "reports")
    assert cli("read", "reports", "--no-extract", "--quiet")[0] == 0
    (tmp_path / "claims.jsonl").write_text("\n".join(lines()) + "\n", encoding="utf-8")
    code, said, _ = cli("import", "claims.jsonl")
    assert code == 0, said
    return cli
