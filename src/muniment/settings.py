"""The only reader of the environment. Every setting is named here, with its default.

| variable | what | default |
|---|---|---|
| `MUNIMENT_CASE` | the case (file or URL) when `--case` is not given | `muniment.db` in the working folder |
| `MUNIMENT_JOBS` | how many processes read at once when `--jobs` is not given | one per core, at most 4 |
| `MUNIMENT_LANGUAGE` | the language pipeline to read with when `--language` is not given | the packaged model |
| `MUNIMENT_BY` | whose judgements these are when `--by` is not given | the user's name |
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from muniment.errors import UsageError

CASE_VARIABLE: Final = "MUNIMENT_CASE"
JOBS_VARIABLE: Final = "MUNIMENT_JOBS"
LANGUAGE_VARIABLE: Final = "MUNIMENT_LANGUAGE"
BY_VARIABLE: Final = "MUNIMENT_BY"
_USER_VARIABLES: Final = ("LOGNAME", "USER", "USERNAME")  # as systems name the one who is logged in
DEFAULT_CASE: Final = "muniment.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says; `jobs` is None where it says nothing, and reading decides.

    `language` is "spacy:NAME", or "" for the packaged model; `by` is "" where nobody is named.
    """

    case: str
    jobs: int | None
    language: str
    by: str


def settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Reads the settings from `environment` (the process's own where none is given).

    Raises UsageError where a variable holds what it cannot mean.
    """
    given = os.environ if environment is None else environment
    return Settings(
        case=given.get(CASE_VARIABLE) or DEFAULT_CASE,
        jobs=_jobs(given.get(JOBS_VARIABLE, "")),
        language=given.get(LANGUAGE_VARIABLE, ""),
        by=next((name for variable in (BY_VARIABLE, *_USER_VARIABLES) if (name := given.get(variable))), ""),
    )


def _jobs(given: str) -> int | None:
    if not given:
        return None
    if not given.isdecimal() or int(given) < 1:
        raise UsageError(f"{JOBS_VARIABLE} is {given!r}.", "Give a whole number of processes, 1 or more.")
    return int(given)
