"""Instants as the store keeps them: UTC, to the microsecond, in one width, so that they sort as text."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Final

from muniment.errors import UsageError
from muniment.text import edtf

LAST: Final = "9999-12-31T23:59:59.999999Z"


def now() -> str:
    """This instant."""
    return written(datetime.now(UTC))


def instant(given: str) -> str:
    """The instant that a person means: an ISO 8601 instant (UTC where it names no offset), or the end of a date.

    A date is EDTF, so "2026-11" means the end of November, UTC. Raises UsageError for anything else.
    """
    words = given.strip()
    days = edtf.interval(words) if words else None
    try:
        if days is not None and days[1] < date.max:
            return written(datetime.combine(days[1], time.max, UTC))
        moment = datetime.fromisoformat(words)
        return written(moment.replace(tzinfo=moment.tzinfo or UTC))
    except (ValueError, OverflowError):
        example = "Write it as 2026-11-21, 2026-11 or 2026-11-21T18:30:00Z."
        raise UsageError(f"{given!r} is neither a date nor an instant.", example) from None


def written(moment: datetime) -> str:
    """An instant that knows its offset, as the store keeps it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(len(LAST), "0")
