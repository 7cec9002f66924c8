"""Muniment reads news reporting and keeps the registers that researchers of conflict, arms trade and human rights
keep by hand today.

```python
import muniment

with muniment.open("my.db", create=True) as case:
    case.read(["articles/"])
    for record in case.records("transfers"):
        print(record.cells)
```

Importing this package loads no model and opens nothing: the names below load when first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from muniment.version import __version__

if TYPE_CHECKING:
    from muniment.errors import MunimentError
    from muniment.pipeline.case import Case
    from muniment.schema.claim import Claim
    from muniment.schema.document import Document
    from muniment.schema.judgement import Judgement, Name
    from muniment.schema.record import Record

    open = Case.open

_HOMES = {
    "Case": "muniment.pipeline.case",
    "Claim": "muniment.schema.claim",
    "Document": "muniment.schema.document",
    "Judgement": "muniment.schema.judgement",
    "MunimentError": "muniment.errors",
    "Name": "muniment.schema.judgement",
    "Record": "muniment.schema.record",
}

__all__ = ["Case", "Claim", "Document", "Judgement", "MunimentError", "Name", "Record", "__version__", "open"]


def __getattr__(name: str) -> Any:
    if name == "open":
        return import_module("muniment.pipeline.case").Case.open
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
