"""Whom and what names mean. Pure: equal claims and judgements give equal entities, in whatever order they come.

```text
wording.py    spellings to keys, without any knowledge
forms.py      what a name by itself tells: a country, a body of a country, a listed organisation, a bare name
sound.py      two spellings of one word, whatever alphabet it came from
persons.py    two full names that can be one person's
senses.py     names as claims use them, with what the claims say of whom they name
context.py    what stands around names: their company, common names, acronyms that are spelled out
within.py     names of one document that mean one
across.py     one name in several documents, and homonyms
variants.py   different spellings that may be one name
clusters.py   senses joined to entities where nothing forbids it
doubt.py      spellings that are nearly one
judged.py     what people decided
entities.py   entities, looked up by name, with reasons
identify.py   the conductor
items.py      how two descriptions of what was supplied relate
```
"""

from muniment.ledger.identity.entities import Identity
from muniment.ledger.identity.identify import identify
from muniment.ledger.identity.wording import name_key, phrase_key

__all__ = ["Identity", "identify", "name_key", "phrase_key"]
