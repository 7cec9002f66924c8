"""How many voted which way: the counts of one sentence, read off its words.

Counts are written in so few ways ("by 121 votes to seven, with 46 abstentions", "12 in favour, two against", "in a
72-67 vote") and parsed in so many that the run of words is the safer guide. Offsets are those of the document.
"""

from __future__ import annotations

import re
from typing import Final

from muniment.schema.claim import Cell
from muniment.schema.span import Span

_UNITS: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NOTHING: Final = ("none", "nil", "no", "nobody")
_NUMBER: Final = (
    rf"\d{{1,3}}(?:,\d{{3}})*|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS[1:10])}))?"
    rf"|{'|'.join(_UNITS)}|{'|'.join(_NOTHING)}"
)
_N: Final = rf"(?<![\w$€£.,-])({_NUMBER})(?![\w%.]*\d|\w|%)"
# Who is counted may stand behind a number: "eleven members", "Fifty-eight of the 120 deputies".
_WHO: Final = (
    r"(?:\s+(?:of\s+(?:(?:the|its|their)\s+)?(?:\d+\s+)?)?(?:votes?|members?|states?|countries|nations|deputies|"
    r"lawmakers|senators|mps|delegates|councillors|governments|legislators|parliamentarians|judges|delegations))?"
)
_UNITLESS: Final = (
    r"(?!\s*(?:million|billion|trillion|thousand|per\s?cent|%|percent|euros|dollars|pounds|years?|days?|months?|weeks?|hours?|km|"
    r"kilometres|miles|people))"
)
_PAIR: Final = re.compile(rf"{_N}{_WHO}\s*(?:to|against|versus|–|—|-)\s*{_N}{_UNITLESS}", re.IGNORECASE)
# Behind a pair that is not called votes: "3 to 5 new posts" counts posts.
_GOES_ON: Final = re.compile(
    r"\s*(?:$|[^\w\s]|(?:votes?|in|on|for|to|with|against|and|by|after|at|late|early|last|this|that|when|as|but|over|mon|tues|"
    r"wednes|thurs|fri|satur|sun|yesterday|today|not|while|majority|margin|ballot|decision|split|tally|vetoing|following|"
    r"before|during|abstaining|here|despite|amid|then|late|tonight)(?:day)?\b)",
    re.IGNORECASE,
)
_DASHED: Final = re.compile(r"(?<![\w.,$€£/–-])(\d{1,4})\s?[-–]\s?(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?(?![\w%/–-]|\.\d)")
_SIDES: Final = {
    "for": re.compile(
        rf"{_N}{_WHO}\s+(?:voted\s+|voting\s+|were\s+|spoke\s+)?(?:in\s+favou?r|for|yes|ayes?|backed|supported|supporting)\b",
        re.IGNORECASE,
    ),
    "against": re.compile(
        rf"{_N}{_WHO}\s+(?:voted\s+|voting\s+|were\s+)?(?:against|no|noes|nays?|opposed|opposing|objecting)\b",
        re.IGNORECASE,
    ),
    "abstain": re.compile(
        rf"{_N}{_WHO}\s+(?:abstentions?|abstaining|abstained|abstain|blank\s+votes?)\b", re.IGNORECASE
    ),
}
_GATHERED: Final = re.compile(
    rf"\b(?:gathered|drew|received|got|won|obtained|garnered)\s+{_N}\s+votes\b", re.IGNORECASE
)
# "by 29 votes" with no others told; "on a tie, 68 votes each".
_ALONE: Final = re.compile(rf"\b(?:by|with)\s+{_N}\s+(?:votes|members|states)\b(?!\s+(?:to|against)\b)", re.IGNORECASE)
_TIED: Final = re.compile(rf"{_N}{_WHO}\s+(?:each|apiece|on (?:each|either) side)\b", re.IGNORECASE)
_TIE: Final = re.compile(r"\b(?:tied?|deadlock(?:ed)?|evenly split)\b", re.IGNORECASE)
# Verbs after which the larger number is that of those against: "rejected, 231 to 207".
LOST: Final = frozenset("reject defeat vote_down throw_out fail kill block lose turn_down fall collapse".split())
_MONTH: Final = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+$", re.IGNORECASE)
_TAIL: Final = re.compile(r",?\s+\d{1,3}\s?[-–]\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?$")
_VOTING: Final = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|abst(?:ain|ention)\w*|adopt\w*|pass(?:ed|es|ing)?|approv\w+|reject\w*|"
    r"defeat\w*|fail(?:ed|s)?|assembly|council|parliament|senate|congress|commission|committee|"
    r"fell|carried|beaten|lost|resolution|motion|bill|amendment|ratif\w+|favou?r|renew\w*|endors\w+|"
    r"confirm(?:s|ed)|back(?:s|ed)|overr(?:ode|ides?|idden)|impeach\w*|censur\w+|authori[sz]ed|cleared|upheld|extended)\b",
    re.IGNORECASE,
)
# A vote of the smallest council has more members than a football match has goals; and fewer than this.
_MOST: Final = 2000


def tells_of_vote(word: str) -> bool:
    """True where a word has to do with voting: "approved", "abstentions"."""
    return _VOTING.fullmatch(word) is not None


def without_count(text: str, span: Span) -> Span:
    """A question without the count that the tree takes for the end of its name: "the bill 55-45"."""
    found = _TAIL.search(span.of(text))
    return span if found is None else Span(span.start, span.start + found.start())


def vote_counts(text: str, start: int, end: int, lost: bool = False) -> dict[str, Cell]:
    """The cells for, against and abstain that `text[start:end]` gives; empty where it does not tell of a vote. `lost`
    says that what was voted on did not pass: of a pair of numbers the larger is against."""
    if not _VOTING.search(text, start, end):
        return {}
    found: dict[str, Cell] = {}
    _add_pair(text, start, end, found)  # first: "200 votes to 45 for the bill" has 45 against it
    if lost and "against" in found and int(str(found["for"].value)) > int(str(found["against"].value)):
        found["for"], found["against"] = found["against"], found["for"]
    for side, pattern in _SIDES.items():
        match = pattern.search(text, start, end)
        if match:
            found.setdefault(side, _cell(match, 1))
    if "for" not in found and (match := _GATHERED.search(text, start, end)):
        found["for"] = _cell(match, 1)
    if not found and _TIE.search(text, start, end) and (match := _TIED.search(text, start, end)):
        found = {"for": _cell(match, 1), "against": _cell(match, 1)}
    if not found and (match := _ALONE.search(text, start, end)):
        found["for"] = _cell(match, 1)
    if "against" in found and "for" not in found and "abstain" not in found:
        return {}
    return found


def _add_pair(text: str, start: int, end: int, found: dict[str, Cell]) -> None:
    """ "121 to seven", "121-7", "12-2-1": the votes for come first."""
    match = _PAIR.search(text, start, end)
    if match and "vote" not in match[0].lower() and not _GOES_ON.match(text, match.end(), end):
        match = None
    match = match or _DASHED.search(text, start, end)
    if not match or _looks_dated(match) or _MONTH.search(text, max(start, match.start() - 12), match.start()):
        return
    cells = [_cell(match, group) for group in range(1, (match.lastindex or 0) + 1)]
    if any(isinstance(cell.value, int) and cell.value > _MOST for cell in cells):
        return
    for side, cell in zip(("for", "against", "abstain"), cells, strict=False):
        found.setdefault(side, cell)


def _looks_dated(match: re.Match[str]) -> bool:
    """ "1990-91", "2019-2021": a pair that begins with a year of four digits is no count."""
    first = match[1]
    return len(first) == 4 and first[:2] in {"18", "19", "20"}


def _cell(match: re.Match[str], group: int) -> Cell:
    return Cell(_value(match[group]), Span(match.start(group), match.end(group)))


def _value(words: str) -> int:
    plain = words.lower().replace(",", "")
    if plain.isdigit():
        return int(plain)
    if plain in _NOTHING:
        return 0
    total = 0
    for part in re.split(r"[ -]", plain):
        total += (_TENS.index(part) + 2) * 10 if part in _TENS else _UNITS.index(part)
    return total
