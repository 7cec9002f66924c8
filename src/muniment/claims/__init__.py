"""From an Analysis to claims. Pure: no disk, no model, no clock."""

from __future__ import annotations

from muniment.claims.extract import Extraction, extract

__all__ = ["Extraction", "extract"]
