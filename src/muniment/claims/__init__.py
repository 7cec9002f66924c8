"""From an Analysis to claims. Pure: no disk, no model, no clock.

```text
reading    one document: its tree, names, dates, amounts
clauses/   predicates with their arguments; whether they happened, when, in which words
naming/    who and what names, titles and pronouns stand for
speech/    who said what                                   → positions, and everybody's source
offices/   who holds which post                            → affiliations
frames · match · fill · phrases · discourse                → what frames say, for eight registers
facts/     counts, figures, dates told elsewhere, guests   → what frames cannot say
ground     admits a proposal, or says why not
extract    the conductor: the only place where they all meet
```
"""

from __future__ import annotations

from muniment.claims.extract import Extraction, extract

__all__ = ["Extraction", "extract"]
