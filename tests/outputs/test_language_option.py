"""Reading with another language pipeline: `muniment read --language`."""

from __future__ import annotations

import pickle
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import NoReturn

import pytest

from muniment.pipeline.extractor import extractor
from muniment.schema.document import Document
from tests.outputs.conftest import Cli

NOTE = "Norway delivered 12 frigates to Chile in May 2019.\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    (tmp_path / "note.txt").write_text(NOTE)
    return tmp_path / "note.txt"


@pytest.fixture(params=["en", "xx"], ids=["clear", "universal"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A pipeline on disk, as users have them."""
    pytest.importorskip("spacy", reason="spaCy is not installed; make test-spacy runs these")
    from tests.language.pipelines import pipeline

    pipeline(request.param).to_disk(tmp_path / "small")
    return tmp_path / "small"


def test_claims_are_read_through_it_and_read_again_when_it_changes(cli: Cli, folder: Path, note: Path) -> None:
    arguments = ["read", note, "--jobs", "1", "--language", f"spacy:{folder}"]
    assert "1 read; 1 claim." in cli(*arguments)[1]
    shown = cli("show", "transfers")[1]
    assert "Norway" in shown
    assert "Chile" in shown
    assert "1 already known" in cli(*arguments)[1]
    (folder / "weights").write_bytes(b"others")
    assert "1 read" in cli(*arguments)[1]
    assert "1 read" in cli("read", note)[1]  # the packaged model is another reader


def test_the_environment_chooses_it_too(cli: Cli, folder: Path, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUNIMENT_LANGUAGE", f"spacy:{folder}")
    assert "1 read" in cli("read", note)[1]
    assert "1 already known" in cli("read", note, "--language", f"spacy:{folder}")[1]


def test_other_processes_can_load_it(folder: Path, note: Path) -> None:
    made = pickle.loads(pickle.dumps(extractor(f"spacy:{folder}")))
    text = note.read_text()
    found = made.load(1)(Document(id=Document.id_of(text), name="note", text=text))
    assert [claim.register for claim in found.claims] == ["transfers"]


def test_a_pipeline_without_trees_is_refused(cli: Cli, folder: Path, note: Path) -> None:
    from tests.language.pipelines import spacy

    spacy.blank("en").to_disk(folder.parent / "bare")
    code, _, said = cli("read", note, "--language", f"spacy:{folder.parent / 'bare'}")
    assert code == 6
    assert "parses no sentences" in said


def test_without_spacy_it_says_how_to_get_it(cli: Cli, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> NoReturn:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    code, _, said = cli("read", note, "--language", "spacy:en_core_web_sm")
    assert code == 6
    assert "pip install 'muniment[spacy]'" in said


def test_without_the_pipeline_it_says_how_to_get_it(cli: Cli, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda name: "3.8")
    code, _, said = cli("read", note, "--language", "spacy:no_such_pipeline")
    assert code == 6
    assert "python -m spacy download no_such_pipeline" in said


@pytest.mark.parametrize("name", ["spacy", "spacy:", "stanza:en", "en_core_web_sm"])
def test_other_names_mean_nothing(name: str, cli: Cli, note: Path) -> None:
    code, _, said = cli("read", note, "--language", name)
    assert code == 2
    assert "spacy:en_core_web_sm" in said


def test_nothing_imports_spacy_unasked() -> None:
    code = (
        "import sys, muniment.outputs.cli.read; from muniment.outputs.cli.main import run; "
        "from muniment.pipeline.extractor import extractor; extractor(); run(['--help']); "
        "print('spacy' in sys.modules, 'onnxruntime' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False False"
