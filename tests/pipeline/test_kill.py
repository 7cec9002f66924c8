"""A run killed at any moment loses nothing that was said to be kept, and leaves no half document."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from muniment.errors import CaseError
from muniment.pipeline.case import Case
from tests.pipeline.showing import shown

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from muniment.pipeline.case import Case
from muniment.pipeline.read import read
from tests.pipeline.fakes import extractor, load_slow
with Case.open(sys.argv[1], create=True) as case:
    tell = lambda outcome: print(outcome.name, flush=True)
    read(case, [sys.argv[2]], extractor=extractor(load=load_slow), jobs=int(sys.argv[3]), progress=tell)
"""
FILL = "Officials said on Monday that the talks in the capital would go on for some time. " * 12


def corpus(path: Path, number: int) -> Path:
    lines = (
        {"id": f"d{one:03}", "text": f"Russia delivered jets{one % 7} to Myanmar. Why? {FILL} {one}"}
        for one in range(number)
    )
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def start(case: str | Path, source: Path, jobs: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(case), str(source), str(jobs)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def kill_after(case: str, source: Path, jobs: int, outcomes: int, seconds: float) -> set[str]:
    """Starts a run, waits for so many outcomes and seconds, kills it; the names that it said were kept."""
    running = start(case, source, jobs)
    assert running.stdout is not None
    kept = set()
    for _ in range(outcomes):
        kept.add(running.stdout.readline().strip())
    time.sleep(seconds)
    os.kill(running.pid, signal.SIGKILL)
    kept |= {line.strip() for line in running.stdout.read().splitlines() if line.strip()}
    running.wait()
    return kept - {""}


def check_whole(place: str, kept: set[str]) -> None:
    """Every document said to be kept is there, and every document that is there is there with its claims."""
    try:
        opened = Case.open(place)
    except CaseError as error:
        if "no case at" not in str(error):
            raise
        assert not kept
        return
    with opened as case:
        rows = case.statuses()
        assert kept <= {row.name for row in rows}
        assert {row.status for row in rows} <= {"read"}
        assert all(row.claims == row.refusals == 1 for row in rows)
        assert len(list(case.claims())) == len(rows)


@pytest.mark.parametrize("jobs", [1, 3])
def test_ten_kills_leave_what_an_undisturbed_run_leaves(place: str, tmp_path: Path, jobs: int) -> None:
    source = corpus(tmp_path / "in.jsonl", 160)
    moments = random.Random(2026 + jobs)
    for attempt in range(10):
        # The first kills come while the case is being made, the later ones anywhere in the run.
        outcomes = 0 if attempt < 3 else moments.randrange(1, 18)
        check_whole(place, kill_after(place, source, jobs, outcomes, moments.uniform(0, 0.4 if attempt < 3 else 0.02)))
    assert start(place, source, jobs).wait(120) == 0
    calm = tmp_path / "calm.db"
    assert start(calm, source, 1).wait(120) == 0
    with Case.open(place) as killed, Case.open(calm) as undisturbed:
        assert shown(killed) == shown(undisturbed)
        assert killed.counts().documents == 160


def test_two_runs_at_once_share_the_work_and_one_case(place: str, tmp_path: Path) -> None:
    source = corpus(tmp_path / "in.jsonl", 60)
    running = [start(place, source, 1) for _ in range(2)]
    assert [one.wait(120) for one in running] == [0, 0]
    calm = tmp_path / "calm.db"
    assert start(calm, source, 1).wait(120) == 0
    with Case.open(place) as shared, Case.open(calm) as undisturbed:
        assert shown(shared) == shown(undisturbed)
