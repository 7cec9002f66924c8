"""Several processes give what one gives, in the same order, and outlive a document that kills one of them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from muniment.pipeline import crew
from muniment.pipeline.case import Case
from muniment.pipeline.extractor import Extractor
from muniment.pipeline.read import ReadReport, read
from tests.pipeline.fakes import extractor
from tests.pipeline.showing import shown

FILL = "Officials in the capital met on Monday and said that the talks would go on for some time. " * 40


def corpus(path: Path, items: list[str]) -> Path:
    """A JSONL file of long documents."""
    lines = (
        {"id": f"d{number:03}", "text": f"Russia delivered {item}{number} to Myanmar. {FILL}"}
        for number, item in enumerate(items)
    )
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def run(place: Path, source: Path, jobs: int) -> tuple[ReadReport, str]:
    with Case.open(place, create=True) as case:
        report = read(case, [source], io.BytesIO(), extractor=extractor(), jobs=jobs)
        return report, shown(case)


def test_three_processes_give_what_one_gives(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", ["jets", "tanks", "BREAK", "radar"] * 12)
    alone, together = run(tmp_path / "one.db", source, 1), run(tmp_path / "three.db", source, 3)
    assert alone == together
    assert alone[0].count("read") == 36
    assert alone[0].count("failed") == 12


def test_a_document_that_kills_its_process_fails_alone(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", ["jets"] * 25 + ["DIE"] + ["tanks"] * 14)
    report, _ = run(tmp_path / "case.db", source, 2)
    assert [outcome.name for outcome in report.outcomes if outcome.status != "read"] == ["d025"]
    assert "process died" in report.outcomes[25].note


def test_little_text_starts_no_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(crew, "_pool", never)
    report, _ = run(tmp_path / "case.db", corpus(tmp_path / "in.jsonl", ["jets"] * 3), 4)
    assert report.count("read") == 3


def test_known_documents_in_front_do_not_keep_the_crew_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    pool = crew._pool

    def watched(extractor: Extractor, jobs: int) -> ProcessPoolExecutor:
        started.append(jobs)
        return pool(extractor, jobs)

    monkeypatch.setattr(crew, "_pool", watched)
    first = corpus(tmp_path / "first.jsonl", ["jets"] * 12)
    run(tmp_path / "case.db", first, 1)
    longer = corpus(tmp_path / "longer.jsonl", ["jets"] * 12 + ["tanks"] * 30)
    report, _ = run(tmp_path / "case.db", longer, 2)
    assert (report.count("known"), report.count("read")) == (12, 30)
    assert started == [2]


def test_a_script_without_a_guard_is_not_run_again(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", ["jets"] * 40)
    script = tmp_path / "script.py"
    script.write_text(
        "print('started')\n"
        "import sys\n"
        "from muniment.pipeline.case import Case\n"
        "from muniment.pipeline.read import read\n"
        "from tests.pipeline.fakes import extractor\n"
        "with Case.open(sys.argv[1], create=True) as case:\n"
        "    print(read(case, [sys.argv[2]], extractor=extractor(), jobs=2).count('read'))\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "case.db"), str(source)],
        env={"PYTHONPATH": str(root), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout.split()) == (0, ["started", "40"]), done.stderr
