"""Registers as people see them: columns in the order of the field, footnotes, and disagreement that shows."""
