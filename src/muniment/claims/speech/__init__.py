"""Reported words: which words of a document are credited to somebody, and to whom."""
