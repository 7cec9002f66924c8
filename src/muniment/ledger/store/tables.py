"""The tables. Rows are only ever added; what is current is worked out when they are read (`view.py`).

A document is its text. How it was called and described each time it was met is a sighting: a second file with the
same text, or the same file with better metadata, adds a sighting and never touches the first.

`added` is the instant at which the transaction that added a row began (`clock.py`), "" in rows older than the column:
they count as known from the start. Text is compared and sorted by code point on every database.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata: Final = MetaData()

_BY_CODE_POINT: Final = "C"  # PostgreSQL's name for what SQLite does anyway


def word(length: int | None = None) -> String:
    """The type of ids, names and other short text."""
    return String(length).with_variant(String(length, collation=_BY_CODE_POINT), "postgresql")


def added() -> Column[str]:
    """The column that says since when a row is known."""
    return Column("added", word(), nullable=False, server_default="")


_TEXT: Final = Text().with_variant(Text(collation=_BY_CODE_POINT), "postgresql")

# The formats that a case has had: the first one it was made in, every later one that it was brought up to.
case_formats: Final = Table(
    "case_formats",
    metadata,
    Column("format", Integer, primary_key=True, autoincrement=False),
    Column("program", word(), nullable=False),  # version of Muniment that made it or brought it up to this format
    added(),
)

documents: Final = Table(
    "documents",
    metadata,
    Column("id", word(64), primary_key=True),  # SHA-256 of the text
    Column("text", _TEXT, nullable=False),
)

# One name means one text, for good: people and exports use the name.
names: Final = Table(
    "names",
    metadata,
    Column("name", word(), primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
)

sightings: Final = Table(
    "sightings",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("name", ForeignKey("names.name"), nullable=False),
    Column("basis", word(16), nullable=False),  # hash of `metadata`: what an extraction may depend on
    Column("declared", Integer, nullable=False),  # how many findings were declared
    Column("metadata", _TEXT, nullable=False),
    Column("origin", _TEXT, nullable=False),
    Column("raw_key", word(64), nullable=False),  # SHA-256 of the original bytes
    Column("raw", LargeBinary),  # zlib; NULL where the bytes are the text in UTF-8
    added(),
    Index("sightings_document", "document"),
    Index("sightings_origin", "origin"),
    Index("sightings_raw_key", "raw_key"),
)

runs: Final = Table(
    "runs",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("extractor", word(), nullable=False),
    Column("version", word(), nullable=False),
    Index("runs_extractor", "extractor", "version", unique=True),
)

readings: Final = Table(
    "readings",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("run", ForeignKey("runs.seq"), nullable=False),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("basis", word(16), nullable=False),
    Column("status", word(), nullable=False),  # read, skipped, failed
    Column("note", _TEXT, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("refusals", Integer, nullable=False),
    added(),
    Index("readings_document", "document"),
)

claims: Final = Table(
    "claims",
    metadata,
    Column("reading", ForeignKey("readings.seq"), primary_key=True),
    Column("id", word(), primary_key=True),
    Column("register", word(), nullable=False),
    Column("body", _TEXT, nullable=False),
    Index("claims_id", "id"),
)

refusals: Final = Table(
    "refusals",
    metadata,
    Column("reading", ForeignKey("readings.seq"), primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("body", _TEXT, nullable=False),
)

imports: Final = Table(
    "imports",
    metadata,
    Column("id", word(), primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("register", word(), nullable=False),
    Column("body", _TEXT, nullable=False),
    added(),
    Index("imports_document", "document"),
)

judgements: Final = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", word(), nullable=False, unique=True),
    Column("subject", word(), nullable=False),  # what a later judgement on the same has as well
    Column("body", _TEXT, nullable=False),
    added(),
    Index("judgements_subject", "subject"),
)

# The registers and frames of a user's own, each time that they were new; see `rows.own_of`.
vocabularies: Final = Table(
    "vocabularies",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("body", _TEXT, nullable=False),
    added(),
)

# Inputs that never became documents.
turned_away: Final = Table(
    "turned_away",
    metadata,
    Column("key", word(64), primary_key=True),  # SHA-256 of origin, bytes and reason
    Column("origin", _TEXT, nullable=False),
    Column("raw_key", word(64), nullable=False),
    Column("reason", _TEXT, nullable=False),
    added(),
)
