"""What one call of the program carries from its options to its end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class State:
    """`debug` asks for tracebacks; `kept` says, for an interrupted run, what is safe already."""

    debug: bool = False
    kept: str = ""
