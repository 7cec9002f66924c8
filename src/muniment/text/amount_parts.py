"""What the readers of numbers share: a number read, scale words, halves."""

from __future__ import annotations

from dataclasses import dataclass

from muniment.text import amount_words as words
from muniment.text.tokens import HYPHENS, Tokens


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens `[start, after)`; `core` is the token of the number itself, after an article or currency sign.

    `kind` is count, ordinal, fraction or money; `scaled` is the last scale word's factor, 0 without one.
    `currency` is the code a sign or code before the number tells.
    """

    start: int
    core: int
    after: int
    value: int | float
    kind: str = "count"
    bound: str = "exact"
    scaled: int = 0
    currency: str = ""


def times(value: int | float, factor: int) -> int | float:
    """`value * factor` without the noise of binary fractions: 2.3 million is 2,300,000."""
    if not factor or isinstance(value, int):
        return value * (factor or 1)
    product = round(value * factor, 6)
    return int(product) if product == int(product) else product


def scales(t: Tokens, j: int, joined: bool = False) -> tuple[int, int]:
    """The product of the scale words from `j` on ("hundred thousand", "bn"), and the index after them."""
    if t.joined(j) and t.low(j) in words.JOINED_SCALES and (joined or t.low(j) not in ("m", "b")):
        return words.JOINED_SCALES[t.low(j)], j + 1
    factor, k = 1, j
    while t.low(k) in words.SCALES and k < j + 2:
        factor, k = factor * words.SCALES[t.low(k)], k + 1
    return (factor, k) if k > j else (0, j)


def and_a_half(t: Tokens, j: int) -> int:
    """The index after "and a half", hyphens or not; 0 where it does not stand there."""
    k = j
    for word in ("and", "a", "half"):
        k += t.low(k) in HYPHENS
        if t.low(k) != word:
            return 0
        k += 1
    return k
