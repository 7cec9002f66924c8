"""One number among tokens: digits, words, scales, fractions, ordinals. No qualifiers, no units."""

from __future__ import annotations

from muniment.text import amount_words as words
from muniment.text.amount_parts import Number, and_a_half, scales, times
from muniment.text.amount_vague import article, some, vague
from muniment.text.date_words import COUNTED, MONTHS
from muniment.text.tokens import APOSTROPHES, HYPHENS, Tokens, is_number

_MAX_DIGITS = 15


def read_number(t: Tokens, i: int, tail: bool = False) -> Number | None:
    """The number at token `i`, None where there is none or it designates, dates or names something.

    `tail` says that it is the second of a range, so that what stands before it is known to be a number.
    """
    currency, core = _currency(t, i)
    low = t.low(core)
    if not low:
        return None
    if is_number(low):
        return _digits(t, i, core, currency, tail)
    if currency:
        return None
    if low in ("half", "a", "an", "quarter"):
        return article(t, i)
    if low in words.VAGUE or low == "tens":
        return vague(t, i)
    if low in ("several", "few", "many", "couple", "dozen", "pair"):
        return some(t, i, i)
    if low in words.ORDINALS and low not in words.ONES:
        return _ordinal_word(t, i)
    return _spelled(t, i)


def _currency(t: Tokens, i: int) -> tuple[str, int]:
    """A currency told before the number: $, US$, USD, Rs. The code and the index of the number."""
    low, nxt = t.low(i), t.low(i + 1)
    if low in words.SIGNS:
        return words.SIGNS[low], i + 1
    if nxt == "$" and t.joined(i + 1) and low in words.DOLLARS:
        return words.DOLLARS[low], i + 2
    if low == "u" and t.follow(i, ("u", ".", "s", ".", "$")):
        return "USD", i + 5
    if low in words.CODES and (t.word(i).isupper() or low == "rs"):
        after = i + 2 if nxt == "." else i + 1
        if nxt == "$":
            after = i + 2
        return (words.CODES[low], after) if is_number(t.low(after)) else ("", i)
    return "", i


def _digits(t: Tokens, start: int, i: int, currency: str, tail: bool) -> Number | None:
    if not tail and not currency and not _free(t, i):
        return None
    read = grouped(t, i)
    if read is None:
        return None
    value, j = read
    if t.joined(j) and t.low(j) in ("st", "nd", "rd", "th") and isinstance(value, int) and j == i + 1:
        return _ordinal_digits(t, start, i, value)
    if currency == "" and _clock(t, i, j):
        return None
    scaled, after = scales(t, j, joined=bool(currency))
    if t.joined(after) and t.low(after)[0].isalpha() and after == j and not _unit_joined(t, after):
        return None
    if not scaled and t.low(j) in HYPHENS and t.joined(j) and t.joined(j + 1) and t.low(j + 1)[0].isalpha():
        scaled, after = _hyphen_scale(t, j)
    half = and_a_half(t, after)
    if half:
        value, after = value + 0.5, half
    value = times(value, scaled)
    if not currency and not scaled and not tail and (_designated(t, i, j) or _unclaimed_year(t, i, j)):
        return None
    return Number(start, i, after, value, "money" if currency else "count", scaled=scaled, currency=currency)


def _hyphen_scale(t: Tokens, j: int) -> tuple[int, int]:
    scale = words.SCALES.get(t.low(j + 1), 0)
    return (scale, j + 2) if scale else (0, j)


def _unit_joined(t: Tokens, i: int) -> bool:
    low = t.low(i)
    return low in words.UNITS or low in ("pc", "pct", "x")


def grouped(t: Tokens, i: int) -> tuple[int | float, int] | None:
    """1,234,567 and 2.5 at token `i`: the value and the index after it; None for 1.2.3, 10:30, 1/2 and the like."""
    word = t.word(i)
    if len(word) > _MAX_DIGITS:
        return None
    j, digits = i + 1, word
    while t.low(j) == "," and t.joined(j) and t.joined(j + 1) and len(t.word(j + 1)) == 3 and t.number(j + 1) >= 0:
        if len(word) > 3 or len(digits) > _MAX_DIGITS:
            return None
        digits, j = digits + t.word(j + 1), j + 2
    if t.low(j) == "," and t.joined(j) and t.word(j + 1) == "000" and len(word) <= 3:
        digits, j = digits + "000", j + 2  # "10, 000": a space slipped in
    value: int | float = int(digits)
    if t.low(j) == "." and t.joined(j) and t.joined(j + 1) and is_number(t.low(j + 1)) and len(t.low(j + 1)) < 8:
        value, j = float(f"{digits}.{t.word(j + 1)}"), j + 2
    if t.joined(j) and t.low(j) in (":", "/", ".", ",", "\\") and t.joined(j + 1) and is_number(t.low(j + 1)):
        return None
    return value, j


def _free(t: Tokens, i: int) -> bool:
    """False where the digits belong to something before them: "Su-30", "M16", "10:30", "+95", "#4"."""
    if not t.joined(i):
        return True
    before = t.low(i - 1)
    if before in HYPHENS:
        if before in "–—" or not t.joined(i - 1):
            return True
        if is_number(t.word(i - 2)):
            return _falling(t, i)
        return t.word(i - 2).islower() and t.low(i - 2) in ("mid", "a", "an", "under", "over", "the", "of")
    return not (before[0].isalnum() or before in ".,:/+#_$%&@=*\\")


def _falling(t: Tokens, i: int) -> bool:
    """The second number of "119-1": votes and results, which are no range. Not of a telephone number."""
    if (t.joined(i - 2) and t.low(i - 3)[:1] in ("-", "+", ".", "/", ":")) or t.low(i + 1) in HYPHENS:
        return False
    return t.number(i - 2) >= t.number(i) and len(t.word(i - 2)) <= 3 and len(t.word(i)) <= 3


def _clock(t: Tokens, i: int, j: int) -> bool:
    if t.low(j) in words.CLOCK and t.low(j) not in ("hours", "hrs"):
        return True
    if t.low(j) in APOSTROPHES and t.low(j + 1) == "clock":
        return True
    if t.low(j) in ("a", "p") and t.low(j + 1) == "." and t.low(j + 2) == "m":
        return True
    if t.low(j) in ("hours", "hrs") and len(t.word(i)) == 4 and t.word(i)[0] in "012":
        return True
    if t.low(j) == "o" and t.low(j + 1) in APOSTROPHES:
        return True
    return t.low(j) == "(" and len(t.word(i)) == 4 and t.low(j + 2) in words.CLOCK


def _designated(t: Tokens, i: int, j: int) -> bool:
    """True where a bare number is part of a name: "Article 5", "Boeing 747", "Leopard 2", "No. 10"."""
    k = i - 1
    if t.low(k) == "." and t.low(k - 1) in ("no", "nos", "vol", "art", "sec", "mk"):
        return True
    word, low = t.word(k), t.low(k)
    if not word or not word[0].isalpha() or t.ends[k] + 1 < t.starts[i]:
        return False
    if low in MONTHS and word[0].isupper():
        return t.number(i, 1, 31) > 0 and len(t.word(i)) <= 2 and low != "may"
    if low in words.DESIGNATES:
        numbered = word[0].isupper() or low in (
            "article",
            "articles",
            "resolution",
            "page",
            "pages",
            "flight",
            "chapter",
            "section",
            "paragraph",
            "channel",
            "phase",
            "number",
        )
        if numbered and not (k == 0 or t.low(k - 1) in (".", "\n", '"', "“")):
            return True
        if numbered and low in ("article", "resolution", "chapter", "section", "flight", "boeing", "airbus"):
            return True
    return _name_number(t, i, j, k)


def _unclaimed_year(t: Tokens, i: int, j: int) -> bool:
    """A bare four-digit number of these centuries that counts nothing is a year in a name ("Expo 2010")."""
    if j != i + 1 or len(t.word(i)) != 4 or t.number(i, 1900, 2100) < 0 or t.low(i - 1) in words.ABOVE_YEAR:
        return False
    after = i + 2 if t.low(j) in HYPHENS else j
    return not (t.low(after) in COUNTED or t.low(after) in words.UNITS or t.low(after) in ("%", "percent", "per"))


def _name_number(t: Tokens, i: int, j: int, k: int) -> bool:
    """A small number right after a capitalised word inside a sentence, with nothing after it to count."""
    word = t.word(k)
    if not (word[0].isupper() and word[1:].islower()) or t.low(k - 1) in ("", ".", "\n", "“", '"', ":", "?", "!"):
        return False
    if t.number(i) < 0 or len(t.word(i)) > 4 or j != i + 1:
        return False
    after = t.word(j)
    return not (after[:1].isalpha() or after in ("%", "$", "(", "-", "–")) or after in ("in", "on", "at", "was", "is")


def _ordinal_digits(t: Tokens, start: int, i: int, value: int) -> Number | None:
    end = i + 2
    if t.low(end) == "century" or value > 1000:
        return None
    if t.low(i - 1) in ("nearly", "almost", "a", "one") and t.low(end) == "of" and 3 <= value <= 100:
        return Number(start, i, end, 1 / value, "fraction", "about" if t.low(i - 1) not in ("a", "one") else "exact")
    return Number(start, i, end, value, "ordinal")


def _ordinal_word(t: Tokens, i: int) -> Number | None:
    low, value = t.low(i), words.ORDINALS[t.low(i)]
    if low == "second" and t.low(i - 1) == "split":
        return None
    if low == "second" and (
        t.low(i - 1) in ("a", "per", "one", "split", "every", "each") and not _noun_ahead(t, i + 1)
    ):
        return None
    if t.low(i + 1) in ("century", "hand") or t.follow(i + 1, ("-", "hand")):
        return None
    if low == "first" and t.low(i - 1) == "at" and not _noun_ahead(t, i + 1):
        return None
    if low in ("quarter", "third") and t.low(i - 1) in ("one",):
        return None
    return Number(i, i, i + 1, value, "ordinal")


def _noun_ahead(t: Tokens, i: int) -> bool:
    return t.low(i).isalpha() and t.low(i) not in ("of", "later", "and", "or", "to", "in", "the", "after", "before")


def _spelled(t: Tokens, i: int) -> Number | None:
    """Three, twenty-one, two hundred and fifty thousand, two-thirds, twenty-first."""
    total, part, j, scaled = 0, -1, i, 0
    while j < i + 14:
        read = _below_hundred(t, j) if part < 0 else (-1, j)
        if read[0] >= 0:
            part, j = read
            continue
        scale = words.SCALES.get(t.low(j), 0) if j > i else 0
        if scale == 100 and 0 < part < 100:
            part, j, scaled = part * 100, j + 1, 100
            extra, k = _below_hundred(t, j + 1) if t.low(j) == "and" else _below_hundred(t, j)
            if extra > 0:
                part, j = part + extra, k
        elif scale > 100 and part > 0:
            total, part, j, scaled = total + part * scale, -1, j + 1, scale
            j += t.low(j) == "and" and _below_hundred(t, j + 1)[0] > 0
        else:
            break
    if j == i:
        return None
    value = total + max(part, 0)
    return _after_words(t, i, j, value, scaled)


def _after_words(t: Tokens, i: int, j: int, value: int, scaled: int) -> Number | None:
    k = j + 1 if t.low(j) in HYPHENS else j
    fraction = words.FRACTIONS.get(t.low(k), 0)
    if fraction and value < fraction and j == i + 1 and (value > 1) == t.low(k).endswith("s") and t.low(k) != "second":
        if value > 1 or t.low(k + 1) in ("of", "", ".", ",") or k == j + 1:
            return Number(i, i, k + 1, value / fraction, "fraction")
        return None
    if t.low(i) == "one" and j == i + 1 and not _counting_one(t, i):
        return None
    if k > j and t.low(k) in words.ORDINALS and value % 10 == 0 and words.ORDINALS[t.low(k)] < 10:
        return Number(i, i, k + 1, value + words.ORDINALS[t.low(k)], "ordinal")
    if t.low(j) == "dozen":
        return Number(i, i, j + 1, value * 12)
    half = and_a_half(t, j)
    if half:
        scale, after = scales(t, half)
        return Number(i, i, after, times(value + 0.5, scale), scaled=scale)
    if k > j and t.low(k) in words.SCALES:
        return Number(i, i, k + 1, value * words.SCALES[t.low(k)], scaled=words.SCALES[t.low(k)])
    if t.low(j) == "point" and t.low(j + 1) in words.ONES:
        scale, after = scales(t, j + 2)
        return Number(i, i, after, times(value + words.ONES[t.low(j + 1)] / 10, scale), scaled=scale)
    return Number(i, i, j, value, scaled=scaled)


def _below_hundred(t: Tokens, i: int) -> tuple[int, int]:
    """One to ninety-nine at token `i`; (-1, i) where there is no such word."""
    low = t.low(i)
    if low in words.TENS:
        k = i + 2 if t.low(i + 1) in HYPHENS and t.joined(i + 1) else i + 1
        unit = words.ONES.get(t.low(k), 0)
        if 0 < unit < 10:
            return words.TENS[low] + unit, k + 1
        return words.TENS[low], i + 1
    return (words.ONES[low], i + 1) if low in words.ONES else (-1, i)


def _counting_one(t: Tokens, i: int) -> bool:
    nxt = t.low(i + 1)
    if t.low(i - 1) in words.NOT_BEFORE_ONE or nxt in words.NOT_AFTER_ONE:
        return False
    if nxt in HYPHENS:
        return t.low(i + 2) in words.UNITS or t.low(i + 2) in words.FRACTIONS
    return nxt.isalpha() and not (t.word(i)[0].isupper() and t.low(i + 1) in ("and", "or"))
