"""The case on disk; the only place that speaks SQL.

```text
tables.py    what is kept: documents and how they were met, readings, claims, refusals, imports, judgements
open.py      makes or opens a case file, and tells what cannot be one; turns database errors into ours
rows.py      the nouns as rows and back, without loss
sight.py     which of the ways in which a document was met counts (pure)
ask.py       questions that the next three share
plan.py      what is to be done with a document before it is read
write.py     Writer: adds, inside one transaction
view.py      View: reads, inside one snapshot, and works out what is current
```

Everything is append-only. SQLAlchemy is loaded by whoever imports one of these files, never by this package itself.
"""
