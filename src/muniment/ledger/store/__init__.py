"""The case as it is kept, in a SQLite file or a PostgreSQL database; the only place that speaks SQL.

```text
tables.py    what is kept: documents and how they were met, readings, claims, refusals, imports, judgements
open.py      opens a case by its path or URL
store.py     an open case: connections to write and to view
sqlite.py    a case in a file: made, opened, or refused untouched; SQLite's errors as ours
postgres.py  the same of a PostgreSQL database
formats.py   the format of a case, and how an earlier one is brought up to date (migrations/)
clock.py     instants
rows.py      the nouns as rows and back, without loss
sight.py     which of the ways in which a document was met counts (pure)
ask.py       questions that the next three share
plan.py      what is to be done with a document before it is read
write.py     Writer: adds, inside one transaction
view.py      View: reads, inside one snapshot, and works out what is current
```

Everything is append-only. SQLAlchemy is loaded by whoever imports one of these files, never by this package itself.
"""
