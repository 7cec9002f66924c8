"""The shape of a data file: which keys an entry has, and what stands behind each.

A shape is a function of a value and of the place where it stands ("registers/visits.yaml: columns[2]"). It raises
VocabularyError, naming the place, where the value is of another shape.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

from muniment.errors import VocabularyError

Shape: TypeAlias = Callable[[object, str], None]
_SHOWN: Final = 60  # characters of a wrong value that a message repeats


def _refuse(value: object, at: str, wanted: str) -> None:
    shown = repr(value)
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}..."
    remedy = "Put it in quotes." if isinstance(value, date) else "Mend the file; see docs/reference."
    raise VocabularyError(f"{at} should be {wanted}, but is {shown}.", remedy)


def anything(value: object, at: str) -> None:
    """Whatever stands there."""


def text(value: object, at: str) -> None:
    """Words; a bare number or day is none."""
    if not isinstance(value, str) or not value.strip():
        _refuse(value, at, "words")


def number(value: object, at: str) -> None:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        _refuse(value, at, "a whole number")


def flag(value: object, at: str) -> None:
    """true or false."""
    if not isinstance(value, bool):
        _refuse(value, at, "true or false")


def single(value: object, at: str) -> None:
    """Words, a number, or true or false: a cell's value."""
    if isinstance(value, list | dict | date) or value is None:
        _refuse(value, at, "one value")


def several(shape: Shape, least: int = 0) -> Shape:
    """A list of at least so many."""

    def check(value: object, at: str) -> None:
        if not isinstance(value, list) or len(value) < least:
            _refuse(value, at, f"a list of {least} or more" if least else "a list")
            return
        for number, item in enumerate(value, 1):
            shape(item, f"{at}[{number}]")

    return check


def either(first: Shape, kind: type, second: Shape) -> Shape:
    """`second` where the value is of a kind, else `first`."""
    return lambda value, at: second(value, at) if isinstance(value, kind) else first(value, at)


names: Final = several(text)
words: Final = either(text, list, names)  # "kill wound", or [kill, wound]
value: Final = either(single, list, names)  # of a cell; a list's is a list of names


def table(shape: Shape) -> Shape:
    """Entries under names of any kind."""

    def check(value: object, at: str) -> None:
        if not isinstance(value, Mapping):
            _refuse(value, at, "a mapping (name: value)")
            return
        for name, entry in value.items():
            text(name, f"{at}: the name {name!r}")
            shape(entry, f"{at}.{name}")

    return check


def keys(needed: Mapping[str, Shape], other: Mapping[str, Shape] = MappingProxyType({})) -> Shape:
    """An entry with these keys, and no others."""
    known = {**needed, **other}

    def check(value: object, at: str) -> None:
        if not isinstance(value, Mapping):
            _refuse(value, at, f"a mapping with {', '.join(needed) or 'keys'}")
            return
        if unknown := sorted(str(key) for key in value if key not in known):
            raise VocabularyError(f"{at}: unknown fields {unknown}", f"Known: {sorted(known)}.")
        if missing := [key for key in needed if key not in value]:
            raise VocabularyError(f"{at}: {', '.join(missing)} missing", "Add it; see docs/reference.")
        for key, entry in value.items():
            known[key](entry, f"{at}: {key}")

    return check
