"""Tests; folders mirror src/muniment."""
