"""Data and its loader: registers, countries, titles, weapons, cue words. Nothing here reads a document."""
