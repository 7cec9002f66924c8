"""Text to sentences.

A blank line ends a sentence always; so does the end of a line, unless the lines are those of hard-wrapped text. Inside
a paragraph rules say that a sentence ends at a full stop, question or exclamation mark, with the quote marks and
brackets that close right behind it, where what follows looks like a beginning; a small model (`boundaries.py`) hears
them and decides, for lists, mails and headlines end without any mark. Datelines ("MOSCOW, March 3 (AFP) --") are
sentences of their own, so that the tree of the first sentence holds the first sentence only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

from muniment.language.boundaries import AHEAD, Gaps, ends
from muniment.language.tokenise import OTHER_ABBREVIATIONS, TITLES, Word, words

_STOPS: Final = frozenset({".", "!", "?", "\u2026", "...", "\u3002", "\u061f", "\u104b", "\u0964"})
_CLOSERS: Final = frozenset({'"', "'", "''", "\u2019", "\u201d", "\u00bb", ")", "]", "}"})
_OPENERS: Final = frozenset({'"', "'", "``", "\u2018", "\u201c", "\u201e", "\u00ab", "(", "[", "{"})
_BULLETS: Final = re.compile(r"[ \t]*(?:[-*\u2022\u2023\u25aa\u25cf\u2013\u2014]|\(?[0-9a-z]{1,2}[.)])[ \t]")
_BLANK_LINE: Final = re.compile(
    r"(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029])|[\u2029\x0c]"
)
_LINE: Final = re.compile(r"[\n\r\x85\u2028]")
_DATELINE: Final = re.compile(
    r"""\s*(?:\([A-Z][A-Za-z. ]{1,20}\)\s)?
        [A-Z][A-Z.'\u2019 -]{2,30}                                   # a place in capitals
        (?:[,/]\s?[A-Z][A-Za-z.' ]{1,25}){0,2}                        # region, month
        (?:,?\s(?:[A-Z][a-z]{2,8}\.?\s)?\d{1,2}(?:,\s\d{4})?)?        # day, year
        (?:,?\s?\((?:[A-Z][\w./ -]{1,30})\))?                         # agency
        \s?(?:--|[\u2013\u2014]|-(?=\s)|_)""",
    re.VERBOSE,
)
_AGENCY: Final = re.compile(r"\s*\([A-Z][\w. /-]{1,25}\)\s?(?:--|[\u2013\u2014]|-(?=\s))")
# Words that rarely stand with a capital inside a sentence: after "U.S." or "Corp." they open the next one.
_STARTERS: Final = frozenset(
    "a an the this that these those he she it they we you i his her its their our my in on at for from with by after "
    "before during since when while as if although but and or so however meanwhile there here what who where why how "
    "some many most several few all both each one two three no not neither another other earlier later also".split()
)
_SAYING: Final = frozenset("said says asked asks told tells added adds replied wrote writes wondered cried".split())
_NUMBERED: Final = frozenset({"no", "nos", "art", "sec", "fig", "pp", "vol", "para"})
# Words read at once, and the most words of a sentence whatever its marks.
_READ: Final = 256
_LONGEST: Final = 1000
# Lines of hard-wrapped text are this long, about equally, and the last of a paragraph is shorter.
_WRAPPED_MOST: Final = 100
_WRAPPED_LEAST: Final = 40


def sentences(text: str, skip: Iterable[tuple[int, int]] = ()) -> Iterator[list[Word]]:
    """Yield the words of each sentence of `text`, in order; no sentence is empty and none crosses a span of `skip`."""
    for start, end in _open_spans(len(text), skip):
        for first, last in _paragraphs(text, start, end):
            for begin, stop in _lines(text, first, last):
                yield from _inside_paragraph(text, begin, stop)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `text` that no sentence crosses: paragraphs, and lines that are no hard-wrapped text."""
    for first, last in _paragraphs(text, 0, len(text)):
        yield from _lines(text, first, last)


def ruled_ends(row: Sequence[Word]) -> set[int]:
    """Return the words of a paragraph behind which a sentence ends by the rules alone, the last one left out."""
    stops = ((place, _closed(row, place + 1)) for place, word in enumerate(row) if _may_end(word))
    return {closed - 1 for place, closed in stops if _ends(row, place, closed)}


def _open_spans(length: int, skip: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    place = 0
    for start, end in sorted(skip):
        if start > place:
            yield place, min(start, length)
        place = max(place, end)
    if place < length:
        yield place, length


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = start
    for gap in _BLANK_LINE.finditer(text, start, end):
        if gap.start() > place:
            yield place, gap.start()
        place = gap.end()
    if place < end:
        yield place, end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of a paragraph, those of hard-wrapped text joined."""
    ends = [match.start() for match in _LINE.finditer(text, start, end)]
    if not ends:
        yield start, end
        return
    edges = [start, *ends, end]
    lines = [(a, b) for a, b in pairwise(edges) if text[a:b].strip()]
    if not _is_wrapped([len(text[a:b].strip()) for a, b in lines]):
        yield from lines
        return
    begin = lines[0][0]
    for a, b in lines[1:]:
        if _BULLETS.match(text[a:b].lstrip("\r\n")):
            yield begin, a
            begin = a
        end = b
    yield begin, end


def _is_wrapped(lengths: Sequence[int]) -> bool:
    if len(lengths) < 2:
        return False
    body = lengths[:-1]
    most = max(body)
    return _WRAPPED_LEAST <= most <= _WRAPPED_MOST and min(body) >= most * 0.75 and lengths[-1] <= most * 1.1


def _inside_paragraph(text: str, start: int, end: int) -> Iterator[list[Word]]:
    match = _DATELINE.match(text, start, end) or _AGENCY.match(text, start, end)
    if match and match.end() < end:
        opening = list(words(text, start, match.end()))
        if opening:
            yield opening
        start = match.end()
    last = next((text[place] for place in range(end - 1, start - 1, -1) if not text[place].isspace()), " ")
    yield from _split(words(text, start, end), last)


def _split(source: Iterator[Word], last: str) -> Iterator[list[Word]]:
    """Yield the sentences in a stream of words, holding few of them at a time: a line can have fifty megabytes."""
    gaps = Gaps(last)
    row = gaps.row
    place, ruled, barred = 0, -1, -1  # the word looked at; those behind which the rules end a sentence, or never do
    while True:
        if len(row) - place <= AHEAD:
            place, ruled, barred = place - gaps.first, ruled - gaps.first, barred - gaps.first
            gaps.forget()
            gaps.extend(list(islice(source, _READ)))
        if place >= len(row) - 1:
            break
        gaps.brackets(place)
        if _may_end(row[place]):
            closed = _closed(row, place + 1)
            ruled = closed - 1 if _ends(row, place, closed) else ruled
            barred = closed - 1 if _asks(row, place, closed) else barred
        full = place + 1 - gaps.first >= _LONGEST
        asked = place != barred and gaps.may_end(place, place == ruled)
        if full or (asked and ends(gaps, place, place == ruled)):
            yield row[gaps.first : place + 1]
            gaps.close(place + 1)
        place += 1
    if gaps.first < len(row):
        yield row[gaps.first :]


def _closed(row: Sequence[Word], after: int) -> int:
    """Return the word behind the closing marks that begin at word `after`."""
    while after < len(row) and row[after].text in _CLOSERS and row[after].start == row[after - 1].end:
        after += 1
    return after


def _may_end(word: Word) -> bool:
    return word.text in _STOPS or word.text[0] in "!?." or (len(word.text) > 1 and word.text[-1] == ".")


def _ends(row: Sequence[Word], stop: int, after: int) -> bool:
    """Say whether a sentence ends with the word `stop` and its closers, `row[after]` being the next word."""
    if after >= len(row):
        return False
    mark, following = row[stop].text, row[after]
    if following.start == row[after - 1].end:
        # No space: "Yahoo!'s", "?)"; but scrapers lose spaces too: "in the town.The army".
        joined = mark == "." and stop > 0 and row[stop - 1].text[-1:].islower() and following.text[:1].isupper()
        return joined and len(following.text) > 1
    opener = following.text in _OPENERS
    word = row[after + 1].text if opener and after + 1 < len(row) else following.text
    if word[0].islower():
        return False
    if mark == "." and stop > 0 and word[0].isdigit() and row[stop - 1].text[-1].isdigit():
        return False  # a number that a scraper tore apart: "2. 5 percent"
    if mark in _STOPS or mark[0] in "!?.":
        return not _asks(row, stop, after)
    quoted = (opener and following.text not in "([{") or after > stop + 1
    return _ends_after_abbreviation(mark, word, quoted)


def _asks(row: Sequence[Word], stop: int, after: int) -> bool:
    """Say whether a quote that asks or calls is followed by who did: '"Why?" Smith asked.'"""
    quoted = row[stop].text[0] in "!?" and after > stop + 1
    return quoted and any(word.text in _SAYING for word in row[after : after + 4])


def _ends_after_abbreviation(mark: str, following: str, quoted: bool) -> bool:
    word = mark[:-1].lower()
    if word in TITLES or (word in _NUMBERED and following[0].isdigit()):
        return False
    if len(word) == 1:  # an initial
        return False
    if "." in word or word in OTHER_ABBREVIATIONS:
        return quoted or following.lower() in _STARTERS
    return True
