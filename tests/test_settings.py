"""The environment is read in one place and checked there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from muniment.errors import UsageError
from muniment.settings import settings

SOURCE = Path(__file__).resolve().parents[1] / "src" / "muniment"


def test_defaults() -> None:
    found = settings({})
    assert found.case == "muniment.db"
    assert found.jobs is None
    assert found.language == ""


def test_the_environment_sets_them() -> None:
    found = settings({"MUNIMENT_CASE": "x/y.db", "MUNIMENT_JOBS": "7", "MUNIMENT_LANGUAGE": "spacy:small"})
    assert found.language == "spacy:small"
    assert (found.case, found.jobs) == ("x/y.db", 7)


def test_who_decides_is_named_or_logged_in() -> None:
    assert settings({}).by == ""
    assert settings({"USER": "ama"}).by == "ama"
    assert settings({"USER": "ama", "LOGNAME": "ben", "MUNIMENT_BY": "Chris D."}).by == "Chris D."


def test_a_language_model_is_named_with_a_key_that_is_never_shown() -> None:
    assert settings({}).llm_timeout == 300
    given = {"MUNIMENT_LLM_URL": "http://localhost/v1", "MUNIMENT_LLM_MODEL": "small", "MUNIMENT_LLM_KEY": "sk-7\n"}
    found = settings({**given, "MUNIMENT_LLM_TIMEOUT": "20"})
    assert (found.llm_url, found.llm_model) == ("http://localhost/v1", "small")
    assert (found.llm_key, found.llm_timeout) == ("sk-7", 20)
    assert "sk-7" not in repr(found)


@pytest.mark.parametrize("key", ["a b", "a\r\nX: y", "ä"])
def test_a_key_that_is_none_is_refused_without_being_shown(key: str) -> None:
    with pytest.raises(UsageError, match="MUNIMENT_LLM_KEY") as caught:
        settings({"MUNIMENT_LLM_KEY": key})
    assert key not in str(caught.value)


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1.5"])
def test_nonsense_is_refused_by_name(jobs: str) -> None:
    with pytest.raises(UsageError, match="MUNIMENT_JOBS"):
        settings({"MUNIMENT_JOBS": jobs})


def test_nothing_else_reads_the_environment() -> None:
    readers = [
        str(file.relative_to(SOURCE))
        for file in SOURCE.rglob("*.py")
        if re.search(r"os\.environ|os\.getenv|\benvvar\b", file.read_text(encoding="utf-8"))
    ]
    assert readers == ["settings.py"]
