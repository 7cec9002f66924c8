"""Which version of the reading made a claim, told by its content: code that changed without a new number is still new.

A case remembers by which extractor each document was read and reads it again by another one. A version written by hand
is forgotten sooner or later, and then known documents keep the claims of old code without anybody noticing.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

from muniment.vocabulary.own import NONE, Own, own

# All that decides what a document's claims are, in the journey's order; the model's weights have their own version.
PACKAGES: Final = ("text", "vocabulary", "language", "claims")
SUFFIXES: Final = (".py", ".yaml", ".json", ".bin")


def fingerprint(packages: tuple[str, ...] = PACKAGES) -> str:
    """Eight hex digits over the code and data that read a document, the own vocabulary in effect included; some 6 ms
    for about 150 files."""
    return _fingerprint(own() if "vocabulary" in packages else NONE, packages)


@cache
def _fingerprint(words: Own, packages: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for package in packages:
        _add(digest, resources.files("muniment").joinpath(package), package)
    if words != NONE:
        digest.update(repr(words).encode())
    return digest.hexdigest()[:8]


def _add(digest: hashlib._Hash, folder: Traversable, path: str) -> None:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            _add(digest, entry, name)
        elif entry.name.endswith(SUFFIXES):
            digest.update(f"{name}\n".encode() + entry.read_bytes().replace(b"\r\n", b"\n"))
