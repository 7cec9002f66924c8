"""Answers of a person: single keys of a terminal, or the lines of a pipe, each a key and its words."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click


class Keys:
    """Reads keys, and the words that some of them need. "" stands for the end of the input.

    In a pipe, a line holds the key and the words: "r 2", "c 1 item=MiG-29". Words that are not there are asked for,
    that is read from the next line.
    """

    def __init__(self) -> None:
        self._terminal = sys.stdin.isatty()
        self._words = ""

    def key(self) -> str:
        """The next key; an empty line is a blank."""
        if self._terminal:
            return self._pressed()
        line = self._line()
        self._words = line[1:].strip()
        return line[:1]

    def words(self, prompt: str) -> str:
        """What belongs to the last key; asked for where it did not come with it. "" where nothing is said."""
        if self._words:
            said, self._words = self._words, ""
            return said
        if self._terminal:
            return str(click.prompt(prompt, default="", show_default=False)).strip()
        click.echo(f"{prompt}: ", nl=False)
        return self._line().strip()

    def _pressed(self) -> str:
        try:
            key = click.getchar()
        except EOFError:
            key = ""
        click.echo(key if key.isprintable() else "")
        return key

    def _line(self) -> str:
        """The next line, repeated on stdout so that what was asked and answered can be read; "" at the end."""
        line = sys.stdin.readline()
        click.echo(line.strip())
        return line.strip() or line.replace("\n", " ")


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Holds back Ctrl-C until what is inside is done, so that nothing is left half done."""
    pressed: list[int] = []

    def remember(number: int, _: FrameType | None) -> None:
        pressed.append(number)

    before = signal.signal(signal.SIGINT, remember)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
