"""Format 2: rows say since when they are known, judgements hold on to words, formats are recorded.

Only SQLite files ever had format 1.
"""

from __future__ import annotations

import json
from typing import Any, Final

from sqlalchemy import Connection, text

_STATEMENTS: Final = (
    "CREATE TABLE case_formats (format INTEGER NOT NULL, program VARCHAR NOT NULL, "
    "added VARCHAR DEFAULT '' NOT NULL, PRIMARY KEY (format))",
    "INSERT INTO case_formats (format, program) VALUES (1, '')",
    "DROP TABLE meta",
    *(
        f"ALTER TABLE {table} ADD COLUMN added VARCHAR DEFAULT '' NOT NULL"
        for table in ("sightings", "readings", "imports", "judgements", "turned_away")
    ),
)
_JUDGED_CLAIM: Final = text(
    "SELECT document, register, body FROM imports WHERE id = :id UNION ALL "
    "SELECT readings.document, claims.register, claims.body FROM claims "
    "JOIN readings ON readings.seq = claims.reading WHERE claims.id = :id"
)


def apply(connection: Connection) -> None:
    """Carries out the step."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
    for seq, claim, body in connection.exec_driver_sql("SELECT seq, subject, body FROM judgements").all():
        verdict, _, by, made, why = json.loads(body)  # the detail was never used
        said = {
            "verdict": verdict,
            "subject": {"claim": _anchor(connection, claim)},
            "by": by,
            "made": made,
            "why": why,
        }
        packed = json.dumps(said, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
        connection.execute(text("UPDATE judgements SET body = :body WHERE seq = :seq"), {"body": packed, "seq": seq})


def _anchor(connection: Connection, id: str) -> dict[str, Any]:
    """The words of the claim that was judged; only claims that were there could be."""
    document, register, body = connection.execute(_JUDGED_CLAIM, {"id": id}).all()[-1]
    said = json.loads(body)
    return {
        "claim": id,
        "document": document,
        "register": register,
        "evidence": said["evidence"],
        "cells": said["cells"],
        "date": said["date"],
    }
