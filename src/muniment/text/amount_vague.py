"""Numbers that words leave open, and those after an article: "dozens", "a few hundred", "half a million"."""

from __future__ import annotations

from muniment.text import amount_words as words
from muniment.text.amount_parts import Number, scales
from muniment.text.tokens import HYPHENS, Tokens, is_number


def article(t: Tokens, i: int) -> Number | None:
    """Half, half a million, a third of, a dozen, a hundred thousand, a few hundred, a nearly 10th."""
    low = t.low(i)
    if low == "half":
        return _half(t, i)
    if low == "quarter":
        return Number(i, i, i + 1, 0.25, "fraction") if t.low(i + 1) == "of" else None
    j = i + 1
    nxt = t.low(j)
    if nxt in ("several", "few", "couple", "pair"):
        return some(t, i, j)
    if nxt == "half" and t.low(j + 1) in ("million", "billion", "trillion", "dozen"):
        scale = words.SCALES.get(t.low(j + 1), 12)
        return Number(i, j, j + 2, scale // 2, scaled=scale)
    if nxt in ("nearly", "roughly", "almost") and is_number(t.low(j + 1)) and t.low(j + 2) in ("th", "rd"):
        return Number(i, j + 1, j + 3, 1 / max(t.number(j + 1), 1), "fraction", "about")
    if nxt == "dozen":
        return Number(i, i, j + 1, 12)
    if nxt in ("hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"):
        factor, after = scales(t, j)
        return Number(i, i, after, factor, scaled=factor)
    if nxt in words.FRACTIONS and t.low(j + 1) == "of" and nxt != "second":
        return Number(i, i, j + 1, 1 / words.FRACTIONS[nxt], "fraction")
    if is_number(nxt) and t.low(j + 1) == "th" and t.joined(j + 1) and t.low(j + 2) == "of" and t.number(j) > 2:
        return Number(i, i, j + 2, 1 / t.number(j), "fraction")
    return None


def _half(t: Tokens, i: int) -> Number | None:
    if t.low(i - 1) in ("first", "second", "last", "other", "latter") or t.low(i + 1) in ("brother", "sister", "time"):
        return None
    if t.low(i + 1) in ("a", "-") and t.low(i + 2) in ("million", "billion", "trillion", "dozen"):
        scale = words.SCALES.get(t.low(i + 2), 12)
        return Number(i, i, i + 3, scale // 2, scaled=scale)
    return Number(i, i, i + 1, 0.5, "fraction") if t.low(i + 1) not in HYPHENS else None


def some(t: Tokens, start: int, i: int) -> Number | None:
    """Several hundred, a few dozen, many thousands, a couple of thousand: the scale word, at least."""
    low, j = t.low(i), i + 1
    if low == "dozen":
        return Number(start, i, j, 12) if t.low(i - 1) in ("half", "one") else None
    if low in ("couple", "pair"):
        j += t.low(j) == "of"
        scale = words.SCALES.get(t.low(j), 12 if t.low(j) == "dozen" else 0)
        if scale:
            return Number(start, i, j + 1, 2 * scale, bound="about", scaled=scale)
        return Number(start, i, j, 2, bound="about" if low == "couple" else "exact") if j == i + 2 else None
    if t.low(j) == "dozen":
        return Number(start, i, j + 1, 12, bound="at least")
    if t.low(j) in words.VAGUE:
        open_number = vague(t, j)
        return open_number and Number(start, i, open_number.after, open_number.value, bound="at least")
    factor, after = scales(t, j)
    return Number(start, i, after, factor, bound="at least", scaled=factor) if factor else None


def vague(t: Tokens, i: int) -> Number | None:
    """Dozens, hundreds, tens of thousands, hundreds of millions."""
    low = t.low(i)
    if low == "scores" and t.low(i + 1) != "of":
        return None
    value = 10 if low == "tens" else words.VAGUE[low]
    if t.low(i + 1) == "of" and t.low(i + 2) in words.VAGUE:
        return Number(i, i, i + 3, value * words.VAGUE[t.low(i + 2)], bound="at least")
    return Number(i, i, i + 1, value, bound="at least") if low != "tens" else None
