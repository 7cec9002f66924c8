"""Annotated sets as the scorer wants them: what gold has, what the code reads, and the texts."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from muniment.intake import iter_sources, to_document
from muniment.pipeline.extractor import Extract
from muniment.pipeline.score import Exported, Score, read_claims, score
from muniment.schema.claim import Claim
from muniment.schema.codec import claim_to_export

FOLDS: Final = 5


@dataclass(frozen=True, slots=True)
class Annotated:
    """One set: gold, claims as exported (`claims` has them whole, by id), texts by document name."""

    name: str
    gold: Sequence[Exported]
    read: Sequence[Exported]
    claims: dict[str, Claim]
    texts: dict[str, str]

    def score(self, keep: Callable[[Exported], bool] = lambda _: True) -> Score:
        """The measure over the claims that are kept."""
        return score(self.gold, [claim for claim in self.read if keep(claim)], self.texts.get)

    def fold(self, claim: Exported) -> int:
        """Which fold the claim's story belongs to: the same for every claim of a story, whatever else is read."""
        return fold_of(f"{self.name} {claim['doc']}")


def fold_of(story: str) -> int:
    """One of FOLDS, told by the name of set and story alone."""
    return int(sha256(story.encode()).hexdigest(), 16) % FOLDS


def annotated(name: str, folder: Path, gold: Path, extract: Extract) -> Annotated:
    """The set of the texts in `folder` and the claims in `gold`, read by `extract`."""
    read: list[Exported] = []
    claims: dict[str, Claim] = {}
    texts: dict[str, str] = {}
    for source in iter_sources([str(folder)], io.BytesIO()):
        document = to_document(source)
        texts[document.name] = document.text
        for claim in extract(document).claims:
            read.append(claim_to_export(claim, document.name, document.text))
            claims[claim.id] = claim
    return Annotated(name, read_claims(gold), read, claims, texts)


def training_sets(gold: Path, letters: str, extract: Extract) -> Iterator[Annotated]:
    """The sets of `gold`/train whose names are among `letters`."""
    for letter in letters:
        yield annotated(letter, gold / "train" / letter, gold / "train" / f"{letter}.jsonl", extract)
