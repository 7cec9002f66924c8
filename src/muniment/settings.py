"""The only reader of the environment. Every setting is named here, with its default.

| variable | what | default |
|---|---|---|
| `MUNIMENT_CASE` | the case (file or URL) when `--case` is not given | `muniment.db` in the working folder |
| `MUNIMENT_JOBS` | how many processes read at once when `--jobs` is not given | one per core, at most 4 |
| `MUNIMENT_LANGUAGE` | the language pipeline to read with when `--language` is not given | the packaged model |
| `MUNIMENT_LLM_URL` | where `--extractor llm` asks when `--llm-url` is not given | none |
| `MUNIMENT_LLM_MODEL` | which model it asks for when `--llm-model` is not given | none |
| `MUNIMENT_LLM_KEY` | the key that its server wants; never stored, never printed | none |
| `MUNIMENT_LLM_TIMEOUT` | how many seconds it waits for one answer | 300 |
| `MUNIMENT_BY` | whose judgements these are when `--by` is not given | the user's name |
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from muniment.errors import UsageError

CASE_VARIABLE: Final = "MUNIMENT_CASE"
JOBS_VARIABLE: Final = "MUNIMENT_JOBS"
LANGUAGE_VARIABLE: Final = "MUNIMENT_LANGUAGE"
LLM_URL_VARIABLE: Final = "MUNIMENT_LLM_URL"
LLM_MODEL_VARIABLE: Final = "MUNIMENT_LLM_MODEL"
LLM_KEY_VARIABLE: Final = "MUNIMENT_LLM_KEY"
LLM_TIMEOUT_VARIABLE: Final = "MUNIMENT_LLM_TIMEOUT"
BY_VARIABLE: Final = "MUNIMENT_BY"
_USER_VARIABLES: Final = ("LOGNAME", "USER", "USERNAME")  # as systems name the one who is logged in
DEFAULT_CASE: Final = "muniment.db"
DEFAULT_LLM_TIMEOUT: Final = 300  # a small model on four cores takes a minute or two for a passage


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says; `jobs` is None where it says nothing, and reading decides.

    `language` is "spacy:NAME", or "" for the packaged model; `by` is "" where nobody is named, as are `llm_url`,
    `llm_model` and `llm_key`. `llm_timeout` is in seconds.
    """

    case: str
    jobs: int | None
    language: str
    by: str
    llm_url: str
    llm_model: str
    llm_key: str = field(repr=False)
    llm_timeout: int


def settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Reads the settings from `environment` (the process's own where none is given).

    Raises UsageError where a variable holds what it cannot mean.
    """
    given = os.environ if environment is None else environment
    return Settings(
        case=given.get(CASE_VARIABLE) or DEFAULT_CASE,
        jobs=_whole(JOBS_VARIABLE, given.get(JOBS_VARIABLE, ""), "processes"),
        language=given.get(LANGUAGE_VARIABLE, ""),
        by=next((name for variable in (BY_VARIABLE, *_USER_VARIABLES) if (name := given.get(variable))), ""),
        llm_url=given.get(LLM_URL_VARIABLE, ""),
        llm_model=given.get(LLM_MODEL_VARIABLE, ""),
        llm_key=_key(given.get(LLM_KEY_VARIABLE, "")),
        llm_timeout=_whole(LLM_TIMEOUT_VARIABLE, given.get(LLM_TIMEOUT_VARIABLE, ""), "seconds") or DEFAULT_LLM_TIMEOUT,
    )


def _whole(variable: str, given: str, of: str) -> int | None:
    if not given:
        return None
    if not given.isdecimal() or int(given) < 1:
        raise UsageError(f"{variable} is {given!r}.", f"Give a whole number of {of}, 1 or more.")
    return int(given)


def _key(given: str) -> str:
    """The key without the line end that `$(cat FILE)` and the like leave. What is wrong with it is told without it."""
    key = given.strip()
    if not all("!" <= sign <= "~" for sign in key):
        raise UsageError(f"{LLM_KEY_VARIABLE} holds white space or signs that no key has.", "Set it again.")
    return key
