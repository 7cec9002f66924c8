"""Format 3: a case keeps the registers and frames of a user's own."""

from __future__ import annotations

from sqlalchemy import Connection


def apply(connection: Connection) -> None:
    """Carries out the step."""
    collation = ' COLLATE "C"' if connection.dialect.name == "postgresql" else ""
    connection.exec_driver_sql(
        f"CREATE TABLE vocabularies (seq INTEGER NOT NULL, body TEXT{collation} NOT NULL, "
        f"added VARCHAR{collation} DEFAULT '' NOT NULL, PRIMARY KEY (seq))"
    )
