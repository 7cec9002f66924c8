"""docs/how-to/read-with-a-language-model.md is carried out: its report, the answer it shows, and what becomes of it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from muniment.claims.llm.passages import SIZE
from muniment.pipeline.llm.client import ATTEMPTS, FIRST_WAIT, LONGEST_WAIT
from muniment.settings import DEFAULT_LLM_TIMEOUT
from tests.endpoints import answer, serving
from tests.shell import PROGRAM, ROOT, muniment, same_output, steps

PAGE = (ROOT / "docs" / "how-to" / "read-with-a-language-model.md").read_text(encoding="utf-8")


def block(kind: str) -> str:
    found = re.search(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.skipif(not PROGRAM.exists(), reason="the program is not installed beside this Python")
def test_the_session_prints_what_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(block("text"), encoding="utf-8")
    with serving(lambda _: answer(block("json"), usage=(2140, 310))) as server:
        given = {"MUNIMENT_LLM_URL": server.url, "MUNIMENT_LLM_MODEL": "qwen3:8b"}
        session = steps(PAGE)
        assert len(session) == 3
        for step in session:
            ran = muniment(*shlex.split(step.command)[1:], cwd=tmp_path, extra=given).clear()
            assert same_output(step.output, ran.out + ran.err), f"$ {step.command}\n{ran.out}{ran.err}"


def test_it_is_done_from_python_as_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "note.txt").write_text(block("text"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with serving(lambda _: answer(block("json"), usage=(2140, 310))) as server:
        assert "http://localhost:11434/v1" in block("python")
        exec(block("python").replace("http://localhost:11434/v1", server.url), {})
    assert capsys.readouterr().out == "Spent(requests=1, sent=2140, received=310)\n"


def test_its_figures_are_those_of_the_code() -> None:
    assert f"at most {SIZE:,} characters" in PAGE
    assert f"| `MUNIMENT_LLM_TIMEOUT` | seconds to wait for one answer | {DEFAULT_LLM_TIMEOUT} |" in PAGE
    waits = ", ".join(f"{FIRST_WAIT * 2**number:g}" for number in range(ATTEMPTS - 1))
    assert f"after {waits} s" in PAGE
    assert LONGEST_WAIT == 120
