"""Plain text: the file is the text."""

from __future__ import annotations

from muniment.intake.draft import Draft
from muniment.intake.encoding import Decoded, decode
from muniment.schema.document import Finding


def read_plain(raw: bytes) -> Draft:
    """Decodes `raw`; raises DocumentRefused (without the file's name) where it is no text."""
    decoded = decode(raw)
    return Draft(decoded.text, findings=encoding_findings(decoded))


def encoding_findings(decoded: Decoded) -> tuple[Finding, ...]:
    """Says so where the bytes were not plain UTF-8, and where mojibake was mended: both change what a reader sees."""
    found = []
    if decoded.encoding != "utf-8":
        found.append(Finding("encoding", decoded.encoding, "decoded"))
    if decoded.mended:
        found.append(Finding("encoding", "mojibake mended", "ftfy"))
    return tuple(found)
