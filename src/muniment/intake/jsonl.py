"""JSON Lines: one document a line.

Keys: `text` (needed), `id` or `doc`, `title`, `publisher`, `published`, `author`, `url`, `language`. The text
alone is the document's text and offsets count its characters; the title stands apart.
"""

from __future__ import annotations

import json

from muniment.errors import DocumentRefused
from muniment.intake.draft import Draft
from muniment.intake.encoding import Decoded, check_characters, mend, universal_newlines
from muniment.intake.plain import encoding_findings
from muniment.intake.source import declared_from


def read_line(raw: bytes) -> Draft:
    """Raises DocumentRefused (without file and line) for what is no JSON object with a text."""
    entry = _object(raw)
    text = entry.get("text")
    if text is None:
        held = ", ".join(sorted(str(key)[:40] for key in entry)[:8]) or "nothing"
        raise DocumentRefused(f'the line has no "text" (it has: {held}).', 'Name the field with the article "text".')
    if not isinstance(text, str):
        raise DocumentRefused('its "text" is not a string.', "Put the article's text there as one string.")
    check_characters(text)
    text, mended = mend(universal_newlines(text))
    return Draft(text, declared_from(entry), findings=encoding_findings(Decoded(text, "utf-8", mended)))


def _object(raw: bytes) -> dict[str, object]:
    if not raw.strip():
        raise DocumentRefused("it is empty.", "Leave it out, or put one document a line into it.")
    try:
        entry = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise DocumentRefused(f"the line is not UTF-8 (byte {error.start}).", "Export it as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise DocumentRefused(f"the line is no JSON ({str(error)[:120]}).", "Each line is one JSON object.") from error
    if not isinstance(entry, dict):
        raise DocumentRefused("the line is JSON but no object.", 'Each line is {"id": ..., "text": ...}.')
    return entry
