"""One test for each promise of the design, on the program as people start it.

Those that read many documents or start many processes are slow: `make test-all` and CI run them.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.shell import EXAMPLES, PROGRAM, ROOT, environment, good, muniment

pytestmark = pytest.mark.skipif(not PROGRAM.exists(), reason="the program is not installed beside this Python")

# The tests that share the examples, once read, run in one of the parallel workers.
reads_examples = pytest.mark.xdist_group("examples")

ABOUT = ("README", "metadata")  # files of the examples that are no documents

NETWORK_GUARD = """
import os, sys

def _guard(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        local = getattr(arguments[0], "family", None) is not None and arguments[0].family.name == "AF_UNIX"
        if not local:
            with open(os.environ["NETWORK_TRACE"], "a") as trace:
                trace.write(f"{event} {arguments!r}\\n")
            raise OSError("the network is cut")

sys.addaudithook(_guard)
"""


def _exports(case: Path, cwd: Path, forms: Sequence[str] = ("jsonl",)) -> dict[tuple[str, str], str]:
    return {
        (what, form): good("export", "--what", what, "--format", form, "--case", case, cwd=cwd)
        for what in ("claims", "records")
        for form in forms
    }


@pytest.fixture(scope="module")
def example_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, read once."""
    case = tmp_path_factory.mktemp("case") / "examples.db"
    good("read", EXAMPLES, "--case", case, "--quiet", cwd=case.parent)
    return case


# -- 1. every evidence span is verbatim ---------------------------------------------------------------------


@reads_examples
def test_every_span_quotes_its_document(example_case: Path) -> None:
    from muniment.pipeline.case import Case

    seen = 0
    with Case.open(example_case) as case:
        texts = {document.id: document.text for document in case.documents()}
        for claim in case.claims():
            spans = [claim.evidence, claim.source_span, claim.date_span, *(cell.span for cell in claim.cells.values())]
            assert all(span is None or span.end <= len(texts[claim.document]) for span in spans)
            assert claim.evidence.of(texts[claim.document]).strip()
            seen += 1
    assert seen > 0


# -- 2. reading twice changes nothing; killing loses nothing ------------------------------------------------


@reads_examples
def test_reading_twice_changes_nothing(example_case: Path, tmp_path: Path) -> None:
    case = tmp_path / "copy.db"
    shutil.copy(example_case, case)
    before = _exports(case, tmp_path)
    again = good("read", EXAMPLES, "--case", case, cwd=tmp_path)
    assert "already known" in again
    assert _exports(case, tmp_path) == before


def _write_reports(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        text = (
            f"NORBURG, 3 May 2020 - Ruritania delivered {number + 2} trainer jets to Fenwick on Friday, the defence "
            f"ministry said.\n\nAt least {number + 10} people were killed in clashes in Norburg, officials said.\n"
        )
        (folder / f"report{number:03}.txt").write_text(text * 6, encoding="utf-8")


@pytest.mark.slow
def test_a_killed_run_loses_nothing_and_leaves_no_half_document(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    _write_reports(reports, 40)
    good("read", reports, "--case", "whole.db", "--quiet", cwd=tmp_path)
    whole = _exports(tmp_path / "whole.db", tmp_path)
    chance = random.Random(7)
    seen = 0
    for _ in range(6):
        run = subprocess.Popen(
            [str(PROGRAM), "read", str(reports), "--case", "killed.db", "--quiet"],
            cwd=tmp_path,
            env=environment(),
            start_new_session=True,
        )
        time.sleep(chance.uniform(0.4, 2.5))
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        if (tmp_path / "killed.db").exists():
            kept = muniment("export", "--what", "claims", "--case", "killed.db", cwd=tmp_path).clear()
            if kept.code == 0:
                lines = kept.out.splitlines()
                assert set(lines) <= set(whole["claims", "jsonl"].splitlines())
                assert len(lines) >= seen
                seen = len(lines)
    good("read", reports, "--case", "killed.db", "--quiet", cwd=tmp_path)
    assert _exports(tmp_path / "killed.db", tmp_path) == whole


# -- 3. the same inputs give the same bytes -----------------------------------------------------------------


@reads_examples
def test_exports_are_the_same_bytes_whatever_the_order_and_the_number_of_processes(
    example_case: Path, tmp_path: Path
) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    names = sorted((f"examples/{path.name}" for path in EXAMPLES.iterdir() if path.stem not in ABOUT), reverse=True)
    good("read", names[0], "--case", "other.db", "--jobs", "1", "--quiet", cwd=tmp_path)
    good("read", *names, "--case", "other.db", "--jobs", "3", "--quiet", cwd=tmp_path)
    forms = ("jsonl", "csv")
    assert _exports(tmp_path / "other.db", tmp_path, forms) == _exports(example_case, tmp_path, forms)


# -- 4. no network ------------------------------------------------------------------------------------------


def test_nothing_touches_the_network(tmp_path: Path) -> None:
    guard = tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(NETWORK_GUARD, encoding="utf-8")
    trace = tmp_path / "trace"
    path = os.pathsep.join(part for part in (str(guard), os.environ.get("PYTHONPATH", "")) if part)
    extra = {"PYTHONPATH": path, "NETWORK_TRACE": str(trace)}
    probe = "import socket; socket.create_connection(('127.0.0.1', 9))"
    subprocess.run([sys.executable, "-c", probe], env=environment(extra), capture_output=True, check=False)
    assert trace.exists(), "the guard does not see the network"
    trace.unlink()
    good("read", EXAMPLES, "--case", "cut.db", "--quiet", cwd=tmp_path, extra=extra)
    good("show", "transfers", "--case", "cut.db", cwd=tmp_path, extra=extra)
    good("export", "--what", "records", "--case", "cut.db", cwd=tmp_path, extra=extra)
    assert not trace.exists(), trace.read_text(encoding="utf-8")


@pytest.mark.slow
def test_it_works_in_a_network_namespace_without_network(tmp_path: Path) -> None:
    cut = ["unshare", "--user", "--map-root-user", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*cut, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets no process cut its own network")
    command = [*cut, str(PROGRAM), "read", str(EXAMPLES), "--case", "cut.db", "--quiet"]
    assert subprocess.run(command, cwd=tmp_path, env=environment(), check=False).returncode == 0


# -- 5. hostile documents end in a clear refusal ------------------------------------------------------------

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
HOSTILE = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t",
    "image.txt": PNG,
    "archive.zip": b"PK\x03\x04" + bytes(5000),
    "zeros.txt": bytes(4096),
    "surrogates.txt": b"\xed\xa0\x80\xed\xb0\x80" * 40,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_document_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name])
    ran = muniment("read", name, "--case", "c.db", cwd=tmp_path).clear()
    assert ran.code == 1, ran.out
    assert "refused" in ran.out
    assert name in ran.out


def test_a_hostile_document_does_not_stop_the_run(tmp_path: Path) -> None:
    for name, content in HOSTILE.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "script.txt").write_text(
        "<script>alert(1)</script>\n\nRuritania delivered six fighter jets to Fenwick on Friday, the ministry said.\n\n"
        "The jets will be based in Norburg, officials said, and <img src=x onerror=alert(2)> more will follow.\n",
        encoding="utf-8",
    )
    ran = muniment("read", ".", "--case", "c.db", cwd=tmp_path).clear()
    assert ran.code == 0, ran.err
    assert "script" in ran.out
    shown = good("show", "positions", "--format", "md", "--case", "c.db", cwd=tmp_path)
    assert not re.search(r"(?<!\\)<(script|img)", shown)


@pytest.mark.slow
def test_a_line_of_fifty_megabytes_is_refused_or_read_in_time(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"jets and tanks " * (50_000_000 // 15))
    started = time.monotonic()
    ran = muniment("read", "long.txt", "--case", "c.db", cwd=tmp_path).clear()
    assert ran.code == 1
    assert "refused" in ran.out
    assert time.monotonic() - started < 30


def test_a_folder_without_documents_is_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    ran = muniment("read", "nothing", "--case", "c.db", cwd=tmp_path).clear()
    assert ran.code == 2
    assert "nothing" in ran.err


def test_a_missing_path_among_others_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ruritania delivered six jets to Fenwick.", encoding="utf-8")
    ran = muniment("read", "a.txt", "none.txt", "--case", "c.db", "--no-extract", cwd=tmp_path).clear()
    assert ran.code == 0
    assert "none.txt" in ran.out


def test_a_file_that_is_no_case_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("my notes", encoding="utf-8")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("create table birds (name text)")
    for name in ("notes.db", "other.db"):
        before = (tmp_path / name).read_bytes()
        for command in (["show"], ["read", str(EXAMPLES), "--quiet"]):
            ran = muniment(*command, "--case", name, cwd=tmp_path).clear()
            assert ran.code == 4, ran.err
            assert name in ran.err
        assert (tmp_path / name).read_bytes() == before


def test_a_missing_case_says_how_to_make_one(tmp_path: Path) -> None:
    ran = muniment("show", "--case", "none.db", cwd=tmp_path).clear()
    assert ran.code == 4
    assert "none.db" in ran.err
    assert "Read documents into it first" in ran.err
    assert not (tmp_path / "none.db").exists()


def test_a_case_that_another_process_writes_to_is_reported_as_locked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ruritania delivered six jets to Fenwick.", encoding="utf-8")
    good("read", "a.txt", "--case", "c.db", "--no-extract", "--quiet", cwd=tmp_path)
    (tmp_path / "b.txt").write_text("Fenwick sold eight tanks to Ruritania.", encoding="utf-8")
    holder = sqlite3.connect(tmp_path / "c.db", isolation_level=None)
    try:
        holder.execute("begin immediate")
        ran = muniment("read", "b.txt", "--case", "c.db", "--no-extract", cwd=tmp_path).clear()
    finally:
        holder.close()
    assert ran.code == 4, (ran.out, ran.err)
    assert "c.db" in ran.err


def test_an_unknown_register_names_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ruritania sold six jets to Fenwick.", encoding="utf-8")
    good("read", "a.txt", "--no-extract", "--quiet", cwd=tmp_path)
    ran = muniment("show", "birds", cwd=tmp_path).clear()
    assert ran.code == 3
    assert "transfers" in ran.err


def test_names_from_outside_cannot_command_the_terminal(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    name = "evil\x1b[2J\x1b]0;owned\x07.txt"
    (tmp_path / name).write_text("Ruritania delivered six jets to Fenwick.", encoding="utf-8")
    ours, theirs = pty.openpty()
    command = [str(PROGRAM), "read", name, "--case", "c.db", "--no-extract"]
    run = subprocess.Popen(command, cwd=tmp_path, env=environment({"TERM": "xterm"}), stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # how Linux says that the other end was closed
        pass
    os.close(ours)
    assert run.wait() == 0
    assert b"evil" in shown
    assert b"\x1b[2J" not in shown
    assert b"\x1b]0;" not in shown


# -- and what the command line promises ---------------------------------------------------------------------


def test_help_comes_at_once(tmp_path: Path) -> None:
    took = []
    for _ in range(5):
        started = time.perf_counter()
        assert "Commands:" in good("--help", cwd=tmp_path)
        took.append(time.perf_counter() - started)
    assert min(took) < 0.3, took


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    probe = (
        "import sys; from muniment.outputs.cli.main import run; run(['--help']); "
        "print([m for m in ('rich', 'sqlalchemy', 'numpy', 'onnxruntime', 'tokenizers', 'ruamel', 'sqlite3') "
        "if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@reads_examples
def test_a_closed_pipe_is_no_failure(example_case: Path) -> None:
    command = f"'{PROGRAM}' export --what claims --case '{example_case}' | head -n 1"
    done = subprocess.run(["sh", "-c", command], env=environment(), capture_output=True, text=True, check=False)
    assert done.stdout.startswith("{")
    assert done.stderr == ""


@pytest.mark.slow
def test_an_interrupted_run_says_what_is_kept(tmp_path: Path) -> None:
    _write_reports(tmp_path / "reports", 200)
    command = [str(PROGRAM), "read", "reports", "--case", "c.db"]
    run = subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, text=True)
    time.sleep(2.5)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "is kept" in said
    assert "Traceback" not in said
    good("documents", "--case", "c.db", cwd=tmp_path)


@pytest.mark.slow
def test_an_installed_wheel_carries_model_data_and_examples(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)], check=True, timeout=300)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(installed), str(wheel)], check=True, timeout=300)
    probe = "import sys, muniment; from muniment.outputs.cli.main import run; print(muniment.__file__); sys.exit(run())"
    done = subprocess.run(
        [sys.executable, "-c", probe, "demo"],
        cwd=tmp_path,
        env=environment({"PYTHONPATH": str(installed)}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(installed))
    assert "$ muniment show transfers" in done.stdout


def test_the_demo_shows_registers_with_their_evidence_and_says_what_to_try_next(tmp_path: Path) -> None:
    shown = good("demo", cwd=tmp_path)
    for told in ("$ muniment read examples", "$ muniment show transfers", "$ muniment explain", "proposed by", "Next:"):
        assert told in shown
    assert list(tmp_path.iterdir()) == []
