"""The tables. Rows are only ever added; what is current is worked out when they are read (`view.py`).

A document is its text. How it was called and described each time it was met is a sighting: a second file with the
same text, or the same file with better metadata, adds a sighting and never touches the first.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

APPLICATION_ID: Final = 0x4D756E69  # "Muni", in the header of every case file
SCHEMA_VERSION: Final = 1

metadata: Final = MetaData()

meta: Final = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

documents: Final = Table(
    "documents",
    metadata,
    Column("id", String(64), primary_key=True),  # SHA-256 of the text
    Column("text", Text, nullable=False),
)

# One name means one text, for good: people and exports use the name.
names: Final = Table(
    "names",
    metadata,
    Column("name", String, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
)

sightings: Final = Table(
    "sightings",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("name", ForeignKey("names.name"), nullable=False),
    Column("basis", String(16), nullable=False),  # hash of `metadata`: what an extraction may depend on
    Column("declared", Integer, nullable=False),  # how many findings were declared
    Column("metadata", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("raw_key", String(64), nullable=False),  # SHA-256 of the original bytes
    Column("raw", LargeBinary),  # zlib; NULL where the bytes are the text in UTF-8
    Index("sightings_document", "document"),
    Index("sightings_origin", "origin"),
    Index("sightings_raw_key", "raw_key"),
)

runs: Final = Table(
    "runs",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("extractor", String, nullable=False),
    Column("version", String, nullable=False),
    Index("runs_extractor", "extractor", "version", unique=True),
)

readings: Final = Table(
    "readings",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("run", ForeignKey("runs.seq"), nullable=False),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("basis", String(16), nullable=False),
    Column("status", String, nullable=False),  # read, skipped, failed
    Column("note", Text, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("refusals", Integer, nullable=False),
    Index("readings_document", "document"),
)

claims: Final = Table(
    "claims",
    metadata,
    Column("reading", ForeignKey("readings.seq"), primary_key=True),
    Column("id", String, primary_key=True),
    Column("register", String, nullable=False),
    Column("body", Text, nullable=False),
    Index("claims_id", "id"),
)

refusals: Final = Table(
    "refusals",
    metadata,
    Column("reading", ForeignKey("readings.seq"), primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)

imports: Final = Table(
    "imports",
    metadata,
    Column("id", String, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("register", String, nullable=False),
    Column("body", Text, nullable=False),
    Index("imports_document", "document"),
)

judgements: Final = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("subject", String, nullable=False),
    Column("body", Text, nullable=False),
    Index("judgements_subject", "subject"),
)

# Inputs that never became documents.
turned_away: Final = Table(
    "turned_away",
    metadata,
    Column("key", String(64), primary_key=True),  # SHA-256 of origin, bytes and reason
    Column("origin", Text, nullable=False),
    Column("raw_key", String(64), nullable=False),
    Column("reason", Text, nullable=False),
)
