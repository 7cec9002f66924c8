"""Muniment reads news reporting and keeps the registers researchers of conflict, arms trade and human rights
keep by hand. Importing this package loads no model and opens nothing."""

from muniment.version import __version__

__all__ = ["__version__"]
