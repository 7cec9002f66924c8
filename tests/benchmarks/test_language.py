"""The command: one table or one JSON object, others' figures beside ours."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.table import WIDTH, Row, as_text, published

from tests.benchmarks.test_ud import ROWS

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str | Path) -> str:
    command = [sys.executable, "benchmarks/language.py", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_every_published_number_has_its_source() -> None:
    assert all(row.source.startswith("https://") for row in published())


def test_tables_fit_the_width() -> None:
    ours = [Row(task, "muniment", "some/data.txt", {"F1": 0.5}) for task in {row.task for row in published()}]
    lines = list(as_text([*ours, *published()], []))
    assert max(map(len, lines)) <= WIDTH
    assert any("[1]" in line for line in lines)


def test_data_that_taught_the_model_are_marked() -> None:
    lines = list(as_text([Row("names", "muniment", "a/b.txt", {"F1": 0.9}, taught="names")], ["a note"]))
    assert any("a/b.txt*" in line for line in lines)
    assert any("no fair measure" in line for line in lines)
    assert lines[-1] == "a note"


@pytest.mark.slow
def test_one_command_measures_what_is_given(tmp_path: Path) -> None:
    (tmp_path / "small.conllu").write_text(ROWS, encoding="utf-8")
    (tmp_path / "names.txt").write_text("Oslo\tB-location\nfell\tO\n", encoding="utf-8")
    (tmp_path / "news.jsonl").write_text(json.dumps({"text": "Two ships sank off Oslo. " * 50}) + "\n")
    data = {"--ud": "small.conllu", "--names": "names.txt", "--text": "news.jsonl"}
    given = [part for option, name in data.items() for part in (option, tmp_path / name)]
    given += ["--jobs", "2", "--against", "no-such-system"]
    found = json.loads(run(*given, "--json"))
    ours = {(row["task"], row["system"]): row["figures"] for row in found["results"] if not row["source"]}
    assert set(ours) == {
        ("given", "muniment"), ("raw", "muniment"), ("names", "muniment"), ("speed", "muniment"),
        ("speed", "muniment, 2 processes"),
        ("speed", "muniment, trees and names"), ("speed", "muniment, trees and names, 2 processes"),
    }  # fmt: skip
    speed = ours["speed", "muniment"]
    assert speed["words/s"] > 0
    assert 10 < speed["MB disk"] < 200
    assert 50 < speed["MB RAM"] < 2000
    assert 0 < speed["s to ready"] < 60
    assert any("no-such-system" in note for note in found["notes"])
    assert any(row["source"] and row["task"] == "raw" for row in found["results"])
