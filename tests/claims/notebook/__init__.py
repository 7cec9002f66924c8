"""The notebook of errors: sentences that are read wrongly today, what they should give, and why they do not.

`<register>.yaml` beside this file holds a list of entries. Each is a strict expected failure of `test_notebook.py`:
when it reads as it should, the suite says so, and `make mended` moves it to `mended.yaml`, whose entries are ordinary
tests. `make notebook` prints what is in it by cause, and what each sentence gives now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, get_args

from muniment.schema.claim import Claim
from muniment.vocabulary.load import parse_yaml
from muniment.vocabulary.registers import NAMES

# Where the first mistake is made, in the order of the journey:
#   token   sentence or word boundaries
#   tree    a part of speech, a head or a label of the tree
#   name    who is meant: a name's extent or kind, a pronoun, a description of somebody named elsewhere
#   frame   no frame opens the claim, or one opens a claim that is none
#   role    the claim is there, a cell is not: an argument was not found, or the wrong one
#   date    when it happened
#   source  who is credited
#   modality  whether it happened
#   gold    what annotators expect here is doubtful: another reading is as good
Cause: TypeAlias = Literal["token", "tree", "name", "frame", "role", "date", "source", "modality", "gold"]
CAUSES: Final[tuple[Cause, ...]] = get_args(Cause)
PUBLISHED: Final = "2024-05-10"
FOLDER: Final = Path(__file__).parent
MENDED: Final = "mended.yaml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence, read as a document of its own that is published on PUBLISHED (a Friday).

    `expect` are cells that one claim of the register must have, and no other value; "source", "modality" and "date"
    among them are the claim's. With `refuse` no claim of the register may have these cells: a wrong gain.
    """

    register: str
    text: str
    cause: Cause
    why: str
    expect: Mapping[str, Any] | None = None
    refuse: Mapping[str, Any] | None = None

    def reads_right(self, claims: Sequence[Claim]) -> bool:
        """True where the claims of the sentence are as they should be."""
        own = [claim for claim in claims if claim.register == self.register]
        wanted = self.expect if self.expect is not None else self.refuse
        assert wanted is not None
        return any(holds(claim, wanted) for claim in own) == (self.expect is not None)


def holds(claim: Claim, wanted: Mapping[str, Any]) -> bool:
    """True where the claim has these cells with these values (lists in any order), None standing for an empty one."""
    has = {name: cell.value for name, cell in claim.cells.items()}
    has |= {"source": claim.source, "modality": claim.modality, "date": claim.date}
    return all(_plain(has.get(name) or None) == _plain(value) for name, value in wanted.items())


def entries() -> Iterator[Entry]:
    """All known errors, registers in their usual order. Raises ValueError for an entry that is no entry."""
    for register in NAMES:
        for fields in _read(f"{register}.yaml") or ():
            yield _entry(register, fields)


def mended() -> Iterator[Entry]:
    """What was an error once. Raises ValueError for an entry that is no entry."""
    for register, some in (_read(MENDED) or {}).items():
        for fields in some:
            yield _entry(register, fields)


def _read(name: str) -> Any:
    return parse_yaml((FOLDER / name).read_text(encoding="utf-8"), name)


def _entry(register: str, fields: Mapping[str, Any]) -> Entry:
    try:
        entry = Entry(register, **fields)
    except TypeError as error:
        raise ValueError(f"{register}: {fields}: {error}") from error
    if entry.cause not in CAUSES:
        raise ValueError(f"{register}: {entry.cause!r} is no cause; there are {', '.join(CAUSES)}")
    if (entry.expect is None) == (entry.refuse is None):
        raise ValueError(f"{register}: {entry.text!r} needs either `expect` or `refuse`")
    wanted = {**(entry.expect or {}), **(entry.refuse or {})}
    if strange := [name for name, value in wanted.items() if not isinstance(value, str | int | float | list | None)]:
        raise ValueError(f"{register}: {entry.text!r}: quote {', '.join(strange)}; YAML reads a date there")
    return entry


def _plain(value: Any) -> Any:
    return sorted(map(str, value)) if isinstance(value, (list, tuple)) else value
