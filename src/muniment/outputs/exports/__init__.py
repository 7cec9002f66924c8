"""Registers as programs read them: JSON Lines and CSV, the same bytes for the same case."""
