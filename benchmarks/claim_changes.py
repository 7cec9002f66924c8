"""What differs between two sets of claims, in a form that `make golden` and `make diff-claims` print. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from muniment.outputs.plain import one_line, shorten

# A claim as it is exported (`claim_to_export`); "sentence" may hold the words around its evidence.
Line: TypeAlias = dict[str, Any]
Kind: TypeAlias = Literal["gained", "lost", "changed"]

KINDS: Final[tuple[Kind, ...]] = ("gained", "lost", "changed")
_BESIDE: Final = ("source", "modality", "date", "evidence")
_VALUE_WIDTH: Final = 80


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that is new (`before` None), gone (`after` None), or stands where another stood."""

    register: str
    before: Line | None
    after: Line | None

    @property
    def kind(self) -> Kind:
        if self.before and self.after:
            return "changed"
        return "gained" if self.after else "lost"

    @property
    def line(self) -> Line:
        """The claim as it is now, or as it last was."""
        line = self.after or self.before
        assert line is not None
        return line

    @property
    def ids(self) -> frozenset[str]:
        """The claims that the change is about."""
        return frozenset(line["id"] for line in (self.before, self.after) if line)

    def __str__(self) -> str:
        frame, told = self.line["frame"], [in_words(self.line)]
        if self.before and self.after:
            told.append("; ".join(differences(self.before, self.after)))
            frames = (self.before["frame"], self.after["frame"])
            frame = " → ".join(dict.fromkeys(frames))
        told.append(_marked(self.line))
        return "\n  ".join([f"{self.kind}: {self.register} {frame} {one_line(self.line['doc'])}", *told])


def changes(register: str, before: Iterable[Line], after: Iterable[Line]) -> list[Change]:
    """What differs between the claims of one register; a lost and a gained claim on shared words are one change."""
    old = {line["id"]: line for line in before}
    new = {line["id"]: line for line in after}
    lost = [line for id, line in old.items() if id not in new]
    gained = [line for id, line in new.items() if id not in old]
    successors = _successors(lost, gained)
    heirs = {line["id"] for line in successors.values()}
    found = [Change(register, line, successors.get(line["id"])) for line in lost]
    return found + [Change(register, None, line) for line in gained if line["id"] not in heirs]


def differences(before: Line, after: Line) -> Iterator[str]:
    """ "actor: police → army" for each cell, in order of their names, then source, modality, date and evidence."""
    cells = sorted(before["cells"].keys() | after["cells"].keys())
    sides = [(name, before["cells"].get(name), after["cells"].get(name)) for name in cells]
    sides += [(name, before[name] or None, after[name] or None) for name in _BESIDE]
    return (f"{name}: {_value(one)} → {_value(other)}" for name, one, other in sides if one != other)


def in_words(line: Line) -> str:
    """ "actor: army · place: Lund (police, asserted, 2024-05)"."""
    cells = " · ".join(f"{name}: {_value(value)}" for name, value in line["cells"].items())
    said = ", ".join(one_line(part) for part in (line["source"], line["modality"], line["date"]) if part)
    return f"{cells} ({said})"


def _successors(lost: Sequence[Line], gained: Sequence[Line]) -> dict[str, Line]:
    """By the id of each lost claim that has one, the gained claim on its words that is most like it."""
    places: dict[str, list[Line]] = {}
    for line in gained:
        places.setdefault(line["doc"], []).append(line)
    pairs = [(one, other) for one in lost for other in places.get(one["doc"], ()) if _shared_words(one, other) > 0]
    found: dict[str, Line] = {}
    taken: set[str] = set()
    for one, other in sorted(pairs, key=lambda pair: (_likeness(*pair), _shared_words(*pair)), reverse=True):
        if one["id"] not in found and other["id"] not in taken:
            found[one["id"]] = other
            taken.add(other["id"])
    return found


def _shared_words(one: Line, other: Line) -> int:
    """Characters of evidence that both have."""
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _likeness(one: Line, other: Line) -> int:
    return sum(other["cells"].get(name) == value for name, value in one["cells"].items())


def _value(value: Any) -> str:
    if value is None:
        return "–"
    return shorten(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), _VALUE_WIDTH)


def _marked(line: Line) -> str:
    """The sentence, its evidence in brackets; the evidence alone where no sentence is given."""
    sentence, evidence = line.get("sentence", ""), line["evidence"]
    before, found, after = sentence.partition(evidence)
    return f"“{one_line(f'{before}[{evidence}]{after}' if found else evidence)}”"
