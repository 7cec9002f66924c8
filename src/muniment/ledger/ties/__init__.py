"""Ties between records of different registers. Pure: equal records give equal ties, in whatever order they come.

```text
sides.py   which countries and bodies stand behind the names of a record
near.py    whether two records are told beside each other, and whether their days fit
rules.py   one kind of tie each: between which registers, and what must hold
tie.py     the ties of all records
```
"""

from muniment.ledger.ties.tie import ties

__all__ = ["ties"]
