"""One module a step from one case format to the next; loaded by `formats.py` where a case needs it."""
