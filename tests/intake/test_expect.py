"""The number that the progress bar counts to."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from muniment.intake import expect as module
from muniment.intake import iter_sources
from muniment.intake.expect import expected_number


def test_it_is_the_number_of_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One report.")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.md").write_text("Another.")
    (tmp_path / "b" / "page.html").write_text("<p>")
    (tmp_path / "many.jsonl").write_text('{"text": "x"}\n{"text": "y"}\n{"text": "z"}')
    paths = [str(tmp_path), str(tmp_path / "missing.txt")]
    assert expected_number(paths) == len(list(iter_sources(paths, io.BytesIO()))) == 7


def test_standard_input_is_not_known_beforehand() -> None:
    assert expected_number(["-"]) is None


def test_very_large_files_are_not_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "COUNTED_BYTES", 10)
    (tmp_path / "many.jsonl").write_text('{"text": "x"}\n' * 10)
    assert expected_number([str(tmp_path)]) is None
