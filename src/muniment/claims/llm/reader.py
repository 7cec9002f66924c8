"""A document as an answer about it is checked against: where quoted words stand, and the numbers, dates and countries
there."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import islice, takewhile
from typing import Final

from muniment.schema.document import Document
from muniment.schema.span import Span
from muniment.text.amounts import Amount, find_amounts
from muniment.text.dates import DateExpression, find_dates
from muniment.vocabulary.countries import find_countries

# What keyboards have, for what typesetters use: language models write the one for the other. One sign for one, so that
# offsets hold; what is kept is the document's own sign.
_TYPED: Final = str.maketrans("‘’ʼ‚“”„«»‐‑‒–—", '\'\'\'\'"""""-----')
# Longer words are no quotation of a clause; their search would only take time.
LONGEST: Final = 2_000  # characters


class Reader:
    """Answers for one document; what is asked twice is worked out once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._typed = document.text.translate(_TYPED)

    def places(self, words: str, within: Span) -> list[Span]:
        """Every place in `within` where `words` stand, whole words only, verbatim but for white space and the shape of
        quote marks and dashes. Empty for white space, and for more than LONGEST characters."""
        parts = words.translate(_TYPED).split()
        if not parts or len(words) > LONGEST:
            return []
        opening = r"(?<!\w)" if _is_word(parts[0][0]) else ""
        closing = r"(?!\w)" if _is_word(parts[-1][-1]) else ""
        pattern = re.compile(opening + r"\s+".join(map(re.escape, parts)) + closing)
        return [Span(*match.span()) for match in pattern.finditer(self._typed, within.start, within.end)]

    def anywhere(self, words: str) -> Span | None:
        """The first place in the document where `words` stand, as in `places`."""
        text = self.document.text
        found = self.places(words, Span(0, len(text))) if text else []
        return found[0] if found else None

    def amounts(self, span: Span) -> list[Amount]:
        """The amounts that share a character with `span`, taken whole: "at least 40 %" of "40"."""
        first = bisect_right(self._amounts, span.start, key=lambda one: one.end)
        return list(takewhile(lambda one: one.start < span.end, islice(self._amounts, first, None)))

    def dates(self, span: Span) -> list[DateExpression]:
        """The date expressions that share a character with `span`, taken whole."""
        first = bisect_right(self._dates, span.start, key=lambda one: one.end)
        return list(takewhile(lambda one: one.start < span.end, islice(self._dates, first, None)))

    @cached_property
    def nations(self) -> frozenset[str]:
        """Codes of the countries that the document names in any way."""
        return frozenset(found.country.code for found in find_countries(self.document.text) if not found.doubt)

    @cached_property
    def _amounts(self) -> list[Amount]:
        return find_amounts(self.document.text)

    @cached_property
    def _dates(self) -> list[DateExpression]:
        return find_dates(self.document.text)


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
