"""Text to sentences, by rules over its words.

A blank line ends a sentence always; so does the end of a line, unless the lines are those of hard-wrapped text. Inside
a paragraph a sentence ends at a full stop, question or exclamation mark, with the quote marks and brackets that close
right behind it, where what follows looks like a beginning. Datelines ("MOSCOW, March 3 (AFP) --") are sentences of
their own, so that the tree of the first sentence holds the first sentence only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Final

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
# Words looked at beyond a full stop, words read at once, and the most words of a sentence whatever its marks.
_AHEAD: Final = 16
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
    yield from _split(words(text, start, end))


def _split(source: Iterator[Word]) -> Iterator[list[Word]]:
    """Yield the sentences in a stream of words, holding few of them at a time: a line can have fifty megabytes."""
    row: list[Word] = []
    first = place = 0
    while True:
        if len(row) - place < _AHEAD:
            row, place, first = row[first:], place - first, 0
            row.extend(islice(source, _READ))
        if place >= len(row):
            break
        place += 1
        if place - first >= _LONGEST:
            yield row[first:place]
            first = place
        if first == place or not _may_end(row[place - 1]):
            continue
        closed = place
        while closed < len(row) and row[closed].text in _CLOSERS and row[closed].start == row[closed - 1].end:
            closed += 1
        if _ends(row, place - 1, closed):
            yield row[first:closed]
            first = place = closed
    if first < len(row):
        yield row[first:]


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
        return not (mark[0] in "!?" and after > stop + 1 and _is_said(row, after))
    quoted = (opener and following.text not in "([{") or after > stop + 1
    return _ends_after_abbreviation(mark, word, quoted)


def _is_said(row: Sequence[Word], after: int) -> bool:
    """Say whether a quote that asks is followed by who asked: '"Why?" Smith asked.'"""
    return any(word.text in _SAYING for word in row[after : after + 4])


def _ends_after_abbreviation(mark: str, following: str, quoted: bool) -> bool:
    word = mark[:-1].lower()
    if word in TITLES or (word in _NUMBERED and following[0].isdigit()):
        return False
    if len(word) == 1:  # an initial
        return False
    if "." in word or word in OTHER_ABBREVIATIONS:
        return quoted or following.lower() in _STARTERS
    return True
