"""Whether the rules of a register are ones that can be carried out; the words themselves are data."""

from __future__ import annotations

from typing import Final

from muniment.errors import VocabularyError
from muniment.ledger.reconcile.comparers.table import COMPARERS
from muniment.vocabulary.registers import Register

_RULES: Final = ("latest count", "latest day", "furthest stage")
_WITH: Final = ("with ", "first with ")
_PRINTED: Final = " or printed"


def check_rules(register: Register) -> None:
    """Raises VocabularyError where the register asks for a comparer or for a rule of showing that there is not."""
    where = f"registers/{register.name}.yaml"
    for merge in register.merge:
        for cells in (*merge.ways, merge.apart, merge.agree):
            for cell, by in cells.items():
                if by.by not in COMPARERS:
                    cause = f"{where}: merge {merge.kind}: {cell}: no comparer is called {by.by!r}."
                    raise VocabularyError(cause, f"There are: {', '.join(COMPARERS)}.")
    columns = {column.cell for column in register.columns}
    for cell, rule in register.shown.items():
        plain = rule.removesuffix(_PRINTED)
        leader = next((plain.removeprefix(start) for start in reversed(_WITH) if plain.startswith(start)), "")
        if plain not in _RULES and leader not in columns:
            known = f"Known: {', '.join(_RULES)}, with CELL, first with CELL."
            raise VocabularyError(f"{where}: shown: {cell}: no rule is called {rule!r}.", known)
