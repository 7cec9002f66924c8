"""What `make diff-claims` reads, keeps and prints, over a corpus of two stories."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from benchmarks.claim_changes import Line
from benchmarks.diff_claims import ROOT, Sample, claims_of, compared, main, report, sample, tree_of

import muniment.language
from benchmarks import claims_of as readers
from benchmarks import diff_claims
from muniment.errors import UsageError
from muniment.pipeline.extractor import Extracted
from muniment.schema.document import Document

STORIES = {
    "one": "A convoy came back late. Gunmen killed seven farmers near Bossa on Monday. Rain fell.",
    "two": "Foreign Minister Ada Lund visited Chad on Tuesday.",
}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Two stories as JSON lines."""
    file = tmp_path / "stories.jsonl"
    fields = [{"id": name, "text": text, "published": "2024-05-10"} for name, text in STORIES.items()]
    file.write_text("".join(json.dumps(story) + "\n" for story in fields), encoding="utf-8")
    return file


@pytest.fixture
def chosen(stories: Path) -> Sample:
    return sample(stories, 200, 1)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one revision, in which `src/muniment/told.py` says old; the working tree says new."""
    root = tmp_path / "repository"
    code = root / "src" / "muniment" / "told.py"
    code.parent.mkdir(parents=True)
    code.write_text("old")
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "First"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    code.write_text("new")
    monkeypatch.setattr(diff_claims, "ROOT", root)
    return root


def _line(id: str, register: str, at: str, **cells: object) -> Line:
    start = STORIES["one"].index(at)
    line = {"id": id, "doc": "one", "register": register, "start": start, "end": start + len(at), "evidence": at}
    return line | {"cells": cells, "source": "", "modality": "asserted", "date": "", "frame": f"{register}.frame"}


def test_a_sample_depends_on_its_seed_alone(stories: Path) -> None:
    drawn = {sample(stories, 1, seed).documents[0].name for seed in range(9)}
    assert drawn == {"one", "two"}
    assert sample(stories, 1, 3) == sample(stories, 1, 3)
    assert sample(stories, 1, 3).of == 2


def test_a_folder_is_a_corpus_too(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STORIES["one"])
    assert [one.name for one in sample(tmp_path, 9, 1).documents] == ["one"]


def test_without_texts_it_says_what_to_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--texts", str(tmp_path / "absent.jsonl")]) == 2
    assert "TEXTS=path" in capsys.readouterr().err
    with pytest.raises(UsageError, match="has no"):
        sample(tmp_path, 9, 1)


def test_the_base_is_the_revision_not_the_working_tree(repository: Path, tmp_path: Path) -> None:
    for _ in range(2):  # the second call finds it there
        tree = tree_of("HEAD", tmp_path / "trees")
        assert (tree / "src" / "muniment" / "told.py").read_text() == "old"
    with pytest.raises(UsageError, match="no revision 'nowhere'"):
        tree_of("nowhere", tmp_path / "trees")


def test_known_code_and_stories_are_not_read_again(
    repository: Path, chosen: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def run(tree: Path, documents: Path, claims: Path, analyses: Path) -> None:
        read.append(tree)
        claims.write_text(json.dumps({"told": (tree / "src" / "muniment" / "told.py").read_text()}) + "\n")

    monkeypatch.setattr(diff_claims, "_run", run)
    base = tree_of("HEAD", tmp_path / "trees")
    for _ in range(2):
        assert claims_of(base, chosen, tmp_path) == [{"told": "old"}]
        assert claims_of(repository, chosen, tmp_path) == [{"told": "new"}]
    assert read == [base, repository]
    (repository / "src" / "muniment" / "told.py").write_text("newer")
    assert claims_of(repository, chosen, tmp_path) == [{"told": "newer"}]


def test_the_report_groups_by_register_and_counts_all(chosen: Sample) -> None:
    shared = _line("0", "incidents", "A convoy")
    before = [
        shared,
        _line("1", "incidents", "Gunmen killed seven farmers", killed=7),
        _line("2", "votes", "Rain fell"),
    ]
    after = [shared, _line("3", "incidents", "killed seven farmers", killed=7, place="Bossa")]
    after += [_line("4", "tallies", "seven farmers", value=7), _line("5", "tallies", "Rain fell", value=0)]
    found = compared(before, after, ["tallies", "incidents"])
    lines = list(report(found, chosen, 1, 0))
    assert [line for line in lines if line.endswith(" one")] == [
        "gained: tallies tallies.frame one",
        "changed: incidents incidents.frame one",
    ]
    assert "  “Gunmen killed [seven farmers] near Bossa on Monday.”" in lines
    assert "  place: – → Bossa; evidence: Gunmen killed seven farmers → killed seven farmers" in lines
    assert [line.split() for line in lines[-4:]] == [
        ["gained", "lost", "changed"],
        ["tallies", "2", "0", "0"],
        ["incidents", "0", "0", "1"],
        ["all", "2", "0", "1"],
    ]


def test_lines_fit_the_terminal(chosen: Sample) -> None:
    found = compared([], [_line("1", "incidents", "Gunmen killed seven farmers", killed=7)], ["incidents"])
    lines = list(report(found, chosen, 0, 40))
    assert max(map(len, lines[1:-3])) <= 40


def test_the_working_tree_reads_the_stories(chosen: Sample, tmp_path: Path) -> None:
    claims = claims_of(ROOT, chosen, tmp_path)
    assert ("incidents", 7) in {(line["register"], line["cells"].get("killed")) for line in claims}
    assert {line["doc"] for line in claims} == {"one", "two"}
    again = claims_of(ROOT, Sample(chosen.documents[::-1], 2), tmp_path)  # over the analyses that were kept
    assert sorted(line["id"] for line in again) == sorted(line["id"] for line in claims)


def test_a_story_that_breaks_the_code_is_told_and_the_others_are_read(
    chosen: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def extract(document: Document) -> Extracted:
        return Extracted() if document.name == "two" else Extracted((1 // 0,))  # type: ignore[arg-type]

    monkeypatch.setattr(muniment.language, "load_analyser", muniment.language.load_analyser)  # is put back
    monkeypatch.setattr(readers, "load_shipped", lambda: extract)
    (told,) = readers.claims(chosen.documents, tmp_path)
    assert (told["doc"], told["failed"].split(":")[0]) == ("one", "ZeroDivisionError")


def test_code_that_does_not_run_is_told(chosen: Sample, tmp_path: Path) -> None:
    package = tmp_path / "src" / "muniment"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise ValueError('broken on purpose')")
    with pytest.raises(UsageError, match="broken on purpose"):
        claims_of(tmp_path, chosen, tmp_path)
