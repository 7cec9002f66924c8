"""What people's decisions make of claims. Pure: the same claims and judgements give the same result.

```text
standing.py  which judgements count: those that nobody took back
anchor.py    how a judgement finds its claims again after they were read anew
links.py     what must and what must not be one record; the later decision wins
apply.py     claims and judgements to claims as people left them
```
"""

from muniment.ledger.judgements.apply import Judged, apply
from muniment.ledger.judgements.standing import standing, wanted

__all__ = ["Judged", "apply", "standing", "wanted"]
