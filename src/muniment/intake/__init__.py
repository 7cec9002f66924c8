"""Intake: bytes to documents. `iter_sources` finds what to read (the disk is touched there only), `to_document`
makes a document of it or says why not."""

from __future__ import annotations

from muniment.intake.document import to_document
from muniment.intake.source import DOCUMENT_LIMIT, Declared, Source
from muniment.intake.sources import iter_sources

__all__ = ["DOCUMENT_LIMIT", "Declared", "Source", "iter_sources", "to_document"]
