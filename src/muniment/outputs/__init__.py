"""Where people and programs meet the registers: the command line, tables, exports. Nothing here computes a record."""
