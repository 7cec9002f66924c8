"""Makes the table of `muniment.language.boundaries`: where sentences end in raw text.

    python -m training.boundaries --corpora PATH/TO/corpora

Learns from the raw text of the treebanks' training parts, paragraph by paragraph, and from edited prose (Wikigold,
CrossNER), whose sentences come one a line: mails and reviews fill the treebanks, and the model shall not learn from
them that prose ends anywhere. Logistic regression with AdaGrad (Duchi et al. 2011); a minute on one core.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from muniment.language.boundaries import FILE, SIZE, Gaps, entry
from muniment.language.sentences import paragraphs, ruled_ends
from muniment.language.tokenise import words
from training.data import checked_sources, read_columns, read_raw

TREEBANKS = ("ud-ewt/train.conllu", "ud-gum/train.conllu")
PROSE = ("wikigold/wikigold.conll.txt", "crossner-politics/train.txt", "crossner-politics/dev.txt")
PAIRED = 70  # words of two sentences that are shown as one paragraph, at most
EPOCHS, RATE, DECAY, BATCH, SEED = 8, 0.3, 3e-5, 64, 0
RARE = 3  # a feature seen less often teaches nothing
SCALE = 32  # whole-number steps in one unit of weight
"""A weight beyond the range of a signed byte is cut; in 2026 the largest was 2.5, the range is 3.9."""


@dataclass(slots=True)
class Gold:
    """Gaps with what is to be seen there and whether a sentence ends."""

    features: list[list[str]] = field(default_factory=list)
    ends: list[bool] = field(default_factory=list)

    def add(self, text: str, ends: set[int]) -> None:
        """Add the gaps of `text`, whose sentences end at the characters `ends`."""
        for start, stop in paragraphs(text):
            gaps = Gaps(text[start:stop].rstrip()[-1:] or " ")
            gaps.extend(list(words(text, start, stop)))
            ruled = ruled_ends(gaps.row)
            for place in range(len(gaps.row) - 1):
                gaps.brackets(place)
                end = gaps.row[place].end in ends
                if gaps.may_end(place, place in ruled):
                    self.features.append(list(gaps.features(place, place in ruled)))
                    self.ends.append(end)
                if end:
                    gaps.close(place + 1)


def prose(sentences: Sequence[Sequence[str]]) -> Iterator[tuple[str, set[int]]]:
    """Yield (text, ends): each sentence, and short neighbours as one paragraph."""
    before: Sequence[str] = ()
    for sentence in sentences:
        text = joined(sentence)
        yield text, {len(text)}
        if before and before[-1] in {".", "?", "!"} and len(before) + len(sentence) < PAIRED:
            first = joined(before)
            yield f"{first} {text}", {len(first), len(first) + 1 + len(text)}
        before = sentence


def joined(forms: Sequence[str]) -> str:
    """Return words as they would be written, near enough: no space before a comma, none inside quote marks."""
    text, open_, glue = "", False, True
    for form in forms:
        if form in {'"', "``", "''"}:
            text += '"' if open_ or glue else ' "'
            open_, glue = not open_, not open_
            continue
        close = form in {",", ".", ")", "]", "?", "!", ";", ":", "%"} or form[0] == "'" or form == "n't"
        text += form if close or glue else f" {form}"
        glue = form in {"(", "["}
    return text


def fit(gold: Gold) -> npt.NDArray[np.float64]:
    """Return the weights of the table's entries."""
    seen = Counter(feature for row in gold.features for feature in row)
    rows = [np.array([entry(feature) for feature in row if seen[feature] >= RARE]) for row in gold.features]
    target = np.array(gold.ends, dtype=np.float64)
    weights, squares = np.zeros(SIZE), np.full(SIZE, 1e-8)
    chance = np.random.default_rng(SEED)
    for _ in range(EPOCHS):
        order = chance.permutation(len(rows))
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            entries = np.concatenate([rows[place] for place in batch])
            owner = np.repeat(np.arange(len(batch)), [len(rows[place]) for place in batch])
            said = 1 / (1 + np.exp(-np.bincount(owner, weights[entries], minlength=len(batch))))
            distinct, back = np.unique(entries, return_inverse=True)
            slope = np.bincount(back, (said - target[batch])[owner]) + DECAY * weights[distinct] * len(batch)
            squares[distinct] += slope * slope
            weights[distinct] -= RATE * slope / np.sqrt(squares[distinct])
    return weights


def make(paths: dict[str, Path], target: Path = FILE) -> None:
    """Learn from the declared sources and write the table."""
    gold = Gold()
    for part in TREEBANKS:
        for text, ends in read_raw(paths[part]):
            gold.add(text, ends)
    for part in PROSE:
        for text, ends in prose([example.words for example in read_columns(paths[part], 0, 1, {}, closed=True)]):
            gold.add(text, ends)
    table = np.clip(np.rint(fit(gold) * SCALE), -127, 127).astype(np.int8)
    target.write_bytes(zlib.compress(table.tobytes(), 9))
    print(f"{len(gold.ends):,} gaps, {sum(gold.ends):,} of them ends; {np.count_nonzero(table):,} weights -> {target}")


def main() -> None:
    """Make the table."""
    parser = argparse.ArgumentParser(prog="python -m training.boundaries", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    make(checked_sources(parser.parse_args().corpora))


if __name__ == "__main__":
    main()
