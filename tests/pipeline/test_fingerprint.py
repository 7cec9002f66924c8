"""The version of the reading follows its content."""

from __future__ import annotations

from pathlib import Path

from muniment.pipeline.extractor import shipped
from muniment.pipeline.fingerprint import _add, fingerprint


def of(folder: Path) -> str:
    import hashlib

    digest = hashlib.sha256()
    _add(digest, folder, "claims")
    return digest.hexdigest()


def test_it_is_part_of_the_extractors_version() -> None:
    assert fingerprint() in shipped().version


def test_changed_code_and_changed_data_change_it_and_other_files_do_not(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "rule.py").write_text("ONE = 1\n")
    (tmp_path / "inner" / "words.yaml").write_text("words: [a]\n")
    before = of(tmp_path)
    (tmp_path / "notes.txt").write_text("nothing that is read")
    assert of(tmp_path) == before
    (tmp_path / "inner" / "words.yaml").write_text("words: [b]\n")
    changed = of(tmp_path)
    assert changed != before
    (tmp_path / "rule.py").rename(tmp_path / "other.py")
    assert of(tmp_path) != changed
