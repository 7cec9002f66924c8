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

# All that decides what a document's claims are, in the journey's order; the model's weights have their own version.
PACKAGES: Final = ("text", "vocabulary", "language", "claims")
SUFFIXES: Final = (".py", ".yaml", ".bin")


@cache
def fingerprint() -> str:
    """Eight hex digits over the code and data that read a document; some 6 ms for about 150 files."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        _add(digest, resources.files("muniment").joinpath(package), package)
    return digest.hexdigest()[:8]


def _add(digest: hashlib._Hash, folder: Traversable, path: str) -> None:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            _add(digest, entry, name)
        elif entry.name.endswith(SUFFIXES):
            digest.update(f"{name}\n".encode() + entry.read_bytes().replace(b"\r\n", b"\n"))
