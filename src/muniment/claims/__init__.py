"""From an Analysis to claims. Pure: no disk, no model, no clock.

```text
reading    one document: its tree, names, dates, amounts
clauses/   predicates with their arguments; whether they happened, when, in which words
naming/    who and what names, titles and pronouns stand for
speech/    who said what                                   → positions, and everybody's source
offices/   who holds which post                            → affiliations
frames · match · fill · phrases · discourse                → what frames say, for eight registers
facts/     counts, places, sides, lists, figures           → what frames cannot say
dating/    the same fact, the occasion, the stay, the era  → dates that the own clause does not give
ground     admits a proposal, or says why not
confidence how often claims like this one are right
llm/       a large language model as another proposer, behind the same gate
extract    the conductor: the only place where they all meet
```
"""

from __future__ import annotations

from muniment.claims.extract import Extraction, extract

__all__ = ["Extraction", "extract"]
