"""Which claims are about one fact: those whose key cells, folded, are equal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import TypeAlias

from muniment.ledger.identity import fold_words
from muniment.schema.claim import Claim, Value
from muniment.vocabulary.registers import Register

Canonical: TypeAlias = Callable[[str], str]
Key: TypeAlias = tuple[str, ...]
DATE = "date"


def folded(value: Value, type: str, canonical: Canonical) -> str:
    """The key of one cell's value: two values with one key are one reading."""
    if isinstance(value, tuple):
        return " | ".join(sorted({canonical(item) for item in value}))
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, int):
        return repr(value)
    if type == "name":
        return canonical(value)
    return fold_words(value) if type == "text" else value


def key_of(claim: Claim, register: Register, canonical: Canonical) -> Key | None:
    """The key of a claim, cell by cell in the register's order ("" where a cell is not said).

    None where the claim lacks a cell without which nobody can tell facts apart: it then stands alone.
    """
    parts = []
    for name in register.key:
        if name == DATE:
            part = claim.date
        else:
            cell = claim.cells.get(name)
            part = "" if cell is None else folded(cell.value, register.column(name).type, canonical)
        if not part and name in register.key_needs:
            return None
        parts.append(part)
    return tuple(parts)


def record_id(register: str, key: Key | None, claims: tuple[str, ...]) -> str:
    """Sixteen hex digits that depend on the key alone, so that a record keeps its id as claims join it.

    A claim that stands alone lends its own id.
    """
    body = [register, "claim", claims[0]] if key is None else [register, "key", *key]
    packed = json.dumps(body, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(packed.encode("ascii")).hexdigest()[:16]
