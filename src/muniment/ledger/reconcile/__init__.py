"""Claims to records. Pure: equal claims give equal records, in whatever order they come.

```text
comparers/                    how two values of a cell stand
facts.py                      claims that nothing tells apart
match.py                      whether two facts can be one, by the register's rules (vocabulary/registers/*.yaml)
group.py                      facts to groups; what is vague joins only where exactly one group fits
readings.py                   what values a cell has, and who supports them
choose.py                     which of them is shown, and by which rule
relation.py                   how the others stand to it, and why
support.py, grade.py          who stands behind a record, and how well
copies.py                     which documents print one text
build.py                      one group to one record
rules.py                      whether a register's rules can be carried out
wholes.py                     what is part of what
```
"""

from muniment.ledger.reconcile.build import reconcile
from muniment.ledger.reconcile.comparers.base import Naming
from muniment.ledger.reconcile.copies import copies
from muniment.ledger.reconcile.support import Origin
from muniment.ledger.reconcile.wholes import wholes

__all__ = ["Naming", "Origin", "copies", "reconcile", "wholes"]
