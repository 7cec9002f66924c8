"""Reads the YAML data files of this package. Parsed once per process; values are frozen by their loaders."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from typing import Any

from muniment.errors import VocabularyError


def read_yaml(name: str) -> Any:
    """Parses `vocabulary/<name>` (YAML 1.2: `no` stays a word, 012 stays twelve).

    Raises VocabularyError with the file's name and line where the file is no valid YAML.
    """
    try:
        text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"{name}: {error}", "Install the package again.") from error
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> Any:
    """What `text` says in YAML 1.2; `name` is the file's. Raises VocabularyError with name and line."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="safe", pure=True).load(text)
    except (YAMLError, ValueError) as error:
        raise VocabularyError(f"{name}: {error}", "Mend the file.") from error


def require(entry: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    """Raises VocabularyError where `entry` lacks one of `keys`; `where` names file and entry."""
    missing = [key for key in keys if key not in entry]
    if missing:
        raise VocabularyError(f"{where}: {', '.join(missing)} missing", "Add it; see docs/reference.")
