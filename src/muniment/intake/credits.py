"""Who made a report and where it appeared, as its own lines say: bylines, source lines, "appeared first on".

Each reader takes one line and answers what it says, with offsets into the line's words; None where the line is
no such line. General newspaper habits only; a line that might be report text is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from muniment.intake.published import find_dates

_NAME: Final = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]{0,30}"
_PARTICLE: Final = r"(?:d[aeiou]s?|del|della|la|le|van|von|der|den|ter|bin|bint|ibn|al|el|abu|y|e|ben)"
_PERSON: Final = rf"{_NAME}(?: (?:{_PARTICLE} ){{0,2}}{_NAME}){{0,4}}"
_ROLE: Final = (
    r"(?:(?:[A-Z][\w’'-]{0,20} ){0,2}(?:[Ss]taff |[Ss]enior |[Ss]pecial )?"
    r"(?:[Ss]ports)?(?:[Ww]riters?|[Cc]orrespondents?|[Rr]eporters?|[Ee]ditors?|[Ss]taff) )?"
)
_BYLINE: Final = re.compile(
    rf"[Bb][Yy]:? {_ROLE}(?P<who>{_PERSON}(?:(?:, (?:and )?| and | & ){_PERSON}){{0,6}})(?P<rest>.{{0,80}})"
)
_GAP: Final = r"[\s,|/•·–—-]{0,5}"
_REST: Final = re.compile(rf"{_GAP}(?:(?:in|for|at) [A-Z][\w .'’-]{{0,40}}|[A-Z][\w .'’&-]{{0,40}})?{_GAP}")
_CALENDAR: Final = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march"}
    | {"april", "may", "june", "july", "august", "september", "october", "november", "december", "early", "late"}
    | {"mid", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
)
_DESKS: Final = frozenset(
    {"Desk", "Bureau", "Staff", "News", "Agency", "Agencies", "Service", "Correspondent", "Editor"}
)
_SOURCE: Final = re.compile(r"(?:source|SOURCE|Source) ?: ?(?P<who>[^:\n]{2,80})")
_AND_AGENCIES: Final = re.compile(r"(?:,? (?:and|with|&|\+) )?(?:\b[Nn]ews )?\b[Aa]gencies\.?$|^[Aa]gencies$")
_FIRST_PUBLISHED: Final = re.compile(
    r"(?:This (?:article|story|report|piece) (?:was |is )?|The original version of this (?:article|story) was )?"
    r"(?:[Oo]riginally|[Ff]irst) (?:appeared|published) (?:in|on|by|at) (?P<who>[A-Z][^.:;,()\n]{1,60})\.?"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """What a line says of author, publisher, title or date: (value, start, end) each, offsets within the line."""

    author: tuple[str, int, int] | None = None
    publisher: tuple[str, int, int] | None = None
    title: tuple[str, int, int] | None = None
    published: tuple[str, int, int] | None = None


def byline(words: str) -> Credit | None:
    """ "By Aung Zaw 16 September 2022", "By Ana Silva and Jo Li, Reuters": author, and date where it has its year."""
    if len(words) > 160:
        return None
    match = _BYLINE.fullmatch(words)
    if match is None or _CALENDAR.intersection(match["who"].lower().split()[:2]):
        return None
    rest, at = match["rest"], match.start("rest")
    dates = list(find_dates(words))
    who, end = match["who"], match.end("who")
    if dates:
        first = dates[0]
        if first.start < end:  # "By Aung Zaw September 16, 2022": the month looked like a name
            end = first.start
            who = words[match.start("who") : end].rstrip(" ,|-–—")
            end = match.start("who") + len(who)
        rest, at = words[max(at, first.end) :], max(at, first.end)
        between = words[end : first.start]
        if not who or len(dates) > 1 or not _REST.fullmatch(between):
            return None
    who = _people(who)
    if not who or not _REST.fullmatch(rest):
        return None
    published = (dates[0].value, dates[0].start, dates[0].end) if dates else None
    return Credit(author=(who, match.start("who"), match.start("who") + len(who)), published=published)


def _people(who: str) -> str:
    """The people at the head of a byline, without a desk or outlet after the last comma; "" where they are none.

    Every name has two parts or more: "By Land and Sea" is no byline.
    """
    head, comma, last = who.rpartition(", ")
    if comma and (len(last.split()) == 1 or last.split()[-1] in _DESKS):
        who = head
    names = re.split(r", (?:and )?| and | & ", who)
    return who if all(len(name.split()) >= 2 for name in names) else ""


def source_line(words: str) -> Credit | None:
    """ "Source: Al Jazeera" and "SOURCE: The Hindu and agencies": the publisher; None for a source of figures."""
    match = _SOURCE.fullmatch(words)
    if match is None:
        return None
    who = _AND_AGENCIES.sub("", match["who"]).strip().rstrip(".")
    if not who:
        return Credit()
    return Credit(publisher=(who, *_at(match, who))) if _looks_like_outlet(who) else None


def appeared_first(words: str) -> Credit | None:
    """ "The post TITLE appeared first on OUTLET.": the foot that blog software prints; title and publisher."""
    middle = " appeared first on "
    cut = words.rfind(middle)
    if not words.startswith("The post ") or cut <= len("The post ") or len(words) > 500:
        return None
    start = cut + len(middle)
    who = words[start:].rstrip(".")
    if not who.strip() or len(who) > 80:
        return None
    title = words[len("The post ") : cut]
    return Credit(publisher=(who, start, start + len(who)), title=(title, len("The post "), cut))


def first_published(words: str) -> Credit | None:
    """ "This article originally appeared in OUTLET.": the publisher."""
    match = _FIRST_PUBLISHED.fullmatch(words) if len(words) <= 200 else None
    if match is None or not _looks_like_outlet(match["who"]):
        return None
    return Credit(publisher=(match["who"], match.start("who"), match.end("who")))


def _looks_like_outlet(who: str) -> bool:
    """Up to seven words, the first a capital (or an address), small ones only as links; no figures, no slash."""
    words = who.split()
    small = {"of", "the", "and", "for", "de", "la", "le", "el", "in", "on", "der", "die", "&", "du", "des"}
    if not words or len(words) > 7 or "/" in who or any(c.isdigit() and len(w) == 4 for w in words for c in w[:1]):
        return False
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in small or "." in w for w in words)


def _at(match: re.Match[str], who: str) -> tuple[int, int]:
    start = match.start("who") + match["who"].index(who)
    return start, start + len(who)
