"""The command line: one file for each group of commands. `main.py` is the entry; it imports none of the others."""
