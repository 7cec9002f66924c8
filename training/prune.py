"""The vocabulary that ships: without the pieces that English text never needs, which are a tenth of the encoder's.

Pieces of scripts other than Latin and those that the encoder's makers left unused go; words made of them are read as
unknown. What stays keeps its order, and the first ids, with the marks for padding, unknown, start and end, their place.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

# Ids up to here are the marks that code knows by number.
FIRST = 104


def kept_pieces(tokenizer: Path) -> list[int]:
    """Return the ids that stay, ascending."""
    vocabulary: dict[str, int] = json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(number for piece, number in vocabulary.items() if number < FIRST or _serves(piece))


def _serves(piece: str) -> bool:
    if piece.startswith("[unused"):
        return False
    return all(not char.isalpha() or unicodedata.name(char, "").startswith("LATIN") for char in piece)


def write_tokenizer(tokenizer: Path, kept: list[int], target: Path) -> None:
    """Write the tokenizer with the kept pieces only, numbered anew."""
    about = json.loads(tokenizer.read_text(encoding="utf-8"))
    numbers = {old: new for new, old in enumerate(kept)}
    vocabulary: dict[str, int] = about["model"]["vocab"]
    about["model"]["vocab"] = {piece: numbers[old] for piece, old in vocabulary.items() if old in numbers}
    about["added_tokens"] = [{**token, "id": numbers[token["id"]]} for token in about["added_tokens"]]
    target.write_text(json.dumps(about, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
