"""Reading with a language model: `muniment read --extractor llm`, end to end against a server on loopback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from muniment.pipeline.llm import client
from tests.claims.llm.answers import cell
from tests.endpoints import Asked, Endpoint, Given, answer, failure, serving
from tests.outputs.conftest import Cli
from tests.pipeline.llm.test_reading import SALE, selling, sold
from tests.shell import PROGRAM, environment

KEY = "sk-9876543210"
TROUBLE: dict[str, Given] = {
    "LONG": failure(400, "the context is too long"),
    "PROSE": answer("I am sorry, but I cannot do that."),
    "BUSY": failure(503),
    "LOCKED": failure(401),
}


def model(asked: Asked) -> Given:
    """Reads sales, invents one thing, and fails where the text says so."""
    for word, given in TROUBLE.items():
        if word in asked.passage:
            return given
    claims = [sold(match) for match in SALE.finditer(asked.passage)]
    for claim in claims:
        claim["cells"].append(cell("quantity_delivered", 500, "500"))
    return answer(claims)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    monkeypatch.setattr(client, "FIRST_WAIT", 0.0)
    with serving(model) as running:
        yield running


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    return folder


def asking(server: Endpoint, *more: str) -> list[str]:
    return ["--extractor", "llm", "--llm-url", server.url, "--llm-model", "small", *more]


def test_from_documents_to_a_register(cli: Cli, server: Endpoint, tmp_path: Path) -> None:
    reports = write(tmp_path / "reports", a="Ruritania sold jets to Fenwick.", b="Nothing was said.")
    code, out, err = cli("read", reports, *asking(server))
    assert (code, err) == (0, "")
    assert "2 read; 1 claim.\n" in out
    assert "2 answers of the language model, 2,400 tokens sent, 160 received.\n" in out
    assert "1 of its statements not admitted; `muniment explain DOCUMENT` says why.\n" in out
    shown = json.loads(cli("show", "transfers", "--format", "json")[1])
    assert "Ruritania" in json.dumps(shown)
    explained = cli("explain", "a")[1]
    assert "llm:small" in explained
    assert "not admitted: transfers llm:small: cell quantity_delivered: '500' does not stand" in explained
    assert "2 already known" in cli("read", reports, *asking(server))[1]
    assert len(server.asked) == 2


def test_programs_are_told_what_it_cost(cli: Cli, server: Endpoint, tmp_path: Path) -> None:
    reports = write(tmp_path / "reports", a="Ruritania sold jets to Fenwick.")
    told = json.loads(cli("read", reports, *asking(server, "--json"))[1])
    assert told["spent"] == {"requests": 1, "sent": 1200, "received": 80}
    assert told["documents"][0]["refusals"] == 1
    assert "spent" not in json.loads(cli("read", reports, *asking(server, "--json"))[1])


@pytest.mark.parametrize("jobs", ["1", "4"])
def test_a_failing_document_is_told_and_the_run_goes_on(cli: Cli, server: Endpoint, tmp_path: Path, jobs: str) -> None:
    reports = write(tmp_path / "reports", a="LONG", b="PROSE", c="BUSY", d="Fen sold jets to Ur.", e="Ur sold A to B.")
    told = json.loads(cli("read", reports, *asking(server, "--jobs", jobs, "--json"))[1])
    assert [(each["status"], each["note"]) for each in told["documents"]] == [
        ("failed", "the server refuses the request (400): the context is too long"),
        ("failed", "characters 0–5: the answer is no JSON: JSONDecodeError, twice"),
        ("failed", "the server failed (503)"),
        ("read", ""),
        ("read", ""),
    ]
    before = len(server.asked)
    told = json.loads(cli("read", reports, *asking(server, "--json"))[1])
    assert [each["status"] for each in told["documents"]] == ["failed"] * 3 + ["known"] * 2
    assert all("sold" not in asked.passage for asked in server.asked[before:])


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_run_that_ends_early_goes_on_where_it_stopped(
    cli: Cli, server: Endpoint, tmp_path: Path, jobs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = "abcdefgh"
    reports = write(tmp_path / "reports", **{name: f"Ruritania sold jets{name} to Fenwick." for name in names})
    write(reports, d="LOCKED Ruritania sold jetsd to Fenwick.")
    code, out, err = cli("read", reports, *asking(server, "--jobs", jobs))
    assert (code, out) == (6, "")
    assert err.startswith(f"muniment: {server.url}/chat/completions refuses the key (401).\nSet MUNIMENT_LLM_KEY.")
    assert "the same command goes on from there" in err
    kept = {each["document"] for each in json.loads(cli("documents", "--json")[1])}
    assert {"a", "b", "c"} <= kept < set(names)
    monkeypatch.setitem(TROUBLE, "LOCKED", answer([]))
    del server.asked[:]
    assert f"{len(kept)} already known" in cli("read", reports, *asking(server, "--jobs", jobs))[1]
    assert len(server.asked) == len(names) - len(kept)


def test_a_killed_run_asks_again_only_about_what_was_not_kept(tmp_path: Path) -> None:
    def slowly(asked: Asked) -> Given:
        time.sleep(0.1)
        return selling(asked)

    reports = write(tmp_path / "reports", **{f"r{n:02}": f"Ruritania sold jets{n:02} to Fenwick." for n in range(12)})
    with serving(slowly) as server:
        command = [str(PROGRAM), "read", str(reports), "--case", "killed.db", *asking(server), "--json"]
        run = subprocess.Popen(command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE)
        while len(server.asked) < 6:
            time.sleep(0.01)
            assert run.poll() is None
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        time.sleep(0.3)  # what was on its way when it was killed
        before = len(server.asked)
        done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, check=True, timeout=60)
        counts = json.loads(done.stdout)["counts"]
        assert counts["known"] >= 3
        assert (counts["read"], counts["known"] + counts["read"]) == (len(server.asked) - before, 12)


def test_ctrl_c_does_not_wait_for_the_model(tmp_path: Path) -> None:
    def never(_: Asked) -> Given:
        time.sleep(60)
        return answer([])

    reports = write(tmp_path / "reports", a="One.", b="Two.", c="Three.")
    with serving(never) as server:
        command = [str(PROGRAM), "read", str(reports), "--case", "c.db", *asking(server)]
        run = subprocess.Popen(command, cwd=tmp_path, env=environment(), stderr=subprocess.PIPE, text=True)
        while len(server.asked) < 2:
            time.sleep(0.01)
            assert run.poll() is None
        run.send_signal(signal.SIGINT)
        _, said = run.communicate(timeout=20)
        assert run.returncode == 130
        assert "interrupted" in said


def test_another_model_reads_again_and_so_do_we(cli: Cli, server: Endpoint, tmp_path: Path) -> None:
    reports = write(tmp_path / "reports", a="Ruritania sold jets to Fenwick.")
    cli("read", reports, *asking(server))
    assert "1 read" in cli("read", reports, *asking(server, "--llm-model", "large"))[1]
    assert [asked.body["model"] for asked in server.asked] == ["small", "large"]


def test_the_environment_names_server_model_key_and_time(
    cli: Cli, server: Endpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = write(tmp_path / "reports", a="Ruritania sold jets to Fenwick.")
    monkeypatch.setenv("MUNIMENT_LLM_URL", server.url)
    monkeypatch.setenv("MUNIMENT_LLM_MODEL", "small")
    monkeypatch.setenv("MUNIMENT_LLM_KEY", KEY)
    monkeypatch.setenv("MUNIMENT_LLM_TIMEOUT", "9")
    code, out, err = cli("read", reports, "--extractor", "llm")
    assert code == 0
    assert [asked.headers["Authorization"] for asked in server.asked] == [f"Bearer {KEY}"]
    code, more, error = cli("read", write(tmp_path / "more", x="LOCKED"), "--extractor", "llm")
    assert code == 6
    for written in (out, err, more, error, *cli("explain", "a"), *cli("read", "--help")):
        assert KEY not in str(written)
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or KEY.encode() not in file.read_bytes()


def test_nothing_is_sent_unless_the_command_says_so(
    cli: Cli, server: Endpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = write(tmp_path / "reports", a="Ruritania sold jets to Fenwick.")
    monkeypatch.setenv("MUNIMENT_LLM_URL", server.url)
    monkeypatch.setenv("MUNIMENT_LLM_MODEL", "small")
    assert cli("read", reports)[0] == 0
    assert cli("read", reports, "--extractor", "llm", "--no-extract")[0] == 0
    assert server.asked == []


def test_what_does_not_go_together_is_refused(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = write(tmp_path / "reports", a="Ruritania sold jets to Fenwick.")
    here = "http://localhost:9/v1"
    for arguments, told in (
        (["--extractor", "llm"], "No language model is named"),
        (["--extractor", "llm", "--llm-model", "m"], "No URL"),
        (["--extractor", "llm", "--llm-url", here], "No language model is named"),
        (["--extractor", "llm", "--llm-url", "http://example.org/v1", "--llm-model", "m"], "not encrypted"),
        (["--llm-url", here], "Add --extractor llm"),
        (["--llm-model", "m"], "Add --extractor llm"),
        (["--extractor", "llm", "--language", "spacy:x", "--llm-url", here, "--llm-model", "m"], "--language"),
    ):
        code, _, said = cli("read", reports, *arguments)
        assert code == 2, arguments
        assert told in said, arguments
    monkeypatch.setenv("MUNIMENT_LLM_KEY", "two words\r\nX: y")
    code, _, said = cli("read", reports, "--extractor", "llm", "--llm-url", here, "--llm-model", "m")
    assert code == 2
    assert "MUNIMENT_LLM_KEY" in said
    assert "two words" not in said


def test_hostile_names_reach_the_terminal_harmless(cli: Cli, server: Endpoint, tmp_path: Path) -> None:
    def script(asked: Asked) -> Given:
        return answer([{"register": "\x1b[2J<script>\u202e", "evidence": "One."}, "\x1b]0;owned\x07"])

    reports = write(tmp_path / "reports", a="One.")
    with serving(script) as hostile:
        assert cli("read", reports, *asking(hostile))[0] == 0
    out = cli("explain", "a")[1]
    assert "not admitted" in out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)


def test_nothing_of_it_is_loaded_unasked() -> None:
    code = (
        "import sys; from muniment.outputs.cli.main import run; run(['read', '--help']); "
        "print([name for name in sys.modules if '.llm' in name or name in ('ssl', 'http.client')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
