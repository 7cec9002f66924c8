"""Claims to records. Pure: equal claims give equal records, in whatever order they come.

```text
keys.py      which claims are about one fact: equal keys, or none
readings.py  what values a cell has, and who supports them
choose.py    which of them is shown, and by which rule
build.py     one group of claims to one record
standing.py  what judgements leave of the claims
```
"""

from muniment.ledger.reconcile.build import reconcile
from muniment.ledger.reconcile.standing import latest, standing

__all__ = ["latest", "reconcile", "standing"]
