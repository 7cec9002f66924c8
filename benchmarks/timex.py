"""TIMEX3 of ISO-TimeML: reads the annotated time expressions of a file, and writes ours in its values.

Values after Saurí et al. (2006), "TimeML Annotation Guidelines 1.2.1", section 2.2, and Ferro et al. (2005), "TIDES
2005 Standard for the Annotation of Temporal Expressions".
"""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from muniment.text import edtf
from muniment.text.date_nodes import Calendar, Node, Season, Weekday
from muniment.text.time_nodes import Clock, Lapse, Recurring, Vague
from muniment.text.time_resolve import Date, Meaning, TimeOfDay
from muniment.text.times import TimeExpression

_TAG: Final = re.compile(r"(<[^>]*>)")
_ATTRIBUTE: Final = re.compile(r'(\w+)="([^"]*)"')
_TEXT: Final = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_CREATED: Final = re.compile(r"<TIMEX3[^>]*functionInDocument=\"(?:CREATION|PUBLICATION)_TIME\"[^>]*>")
_SEASONS: Final = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_DAY_PARTS: Final = {"morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}
_UNITS: Final = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "": "X",
}  # fmt: skip


class Timex(NamedTuple):
    """One time expression: its characters in the plain text, its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


class Story(NamedTuple):
    """A TimeML file: the text of its TEXT element without tags, its creation day, the expressions annotated in it."""

    text: str
    published: str
    annotated: list[Timex]


def read(path: Path) -> Story:
    """The story of a TimeML file; the creation time itself is not among the annotated."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    created = _CREATED.search(raw)
    published = dict(_ATTRIBUTE.findall(created[0]))["value"][:10] if created else ""
    body = _TEXT.search(raw)
    text, opened, found = "", [], []
    for part in _TAG.split(body[1] if body else ""):
        if part.startswith("<TIMEX3"):
            opened.append((len(text), dict(_ATTRIBUTE.findall(part))))
        elif part.startswith("</TIMEX3"):
            start, attributes = opened.pop()
            if attributes.get("functionInDocument", "NONE") == "NONE":
                found.append(Timex(start, len(text), attributes["type"], attributes["value"]))
        elif not part.startswith("<"):
            text += html.unescape(part)
    return Story(text, published, found)


def written(found: TimeExpression) -> Timex:
    """A time expression of ours as TIMEX3."""
    kind, value = _of(found.meaning)
    return Timex(found.start, found.end, kind, value)


def _of(meaning: Meaning) -> tuple[str, str]:
    match meaning:
        case Date(edtf=value):
            return "DATE", of_edtf(value)
        case TimeOfDay(edtf=value, clock=clock):
            return "TIME", f"{value}{_time(clock)}"
        case Lapse():
            return "DURATION", duration(meaning)
        case Recurring(on=None):
            return "SET", duration(Lapse(meaning.unit, 1))
        case Recurring(on=day):
            return "SET", _unfixed(day)
        case Vague(direction=direction):
            return "DATE", f"{direction.upper()}_REF"


def of_edtf(value: str) -> str:
    """An EDTF date as a TIMEX3 value: weeks, quarters, halves, seasons, decades and centuries have names there."""
    value = value.translate({ord(sign): None for sign in "~?%"})
    first, last = edtf.ends(value)
    if match := re.fullmatch(r"(\d{4})-(2[1-4])", value):
        return f"{match[1]}-{_SEASONS[int(match[2])]}"
    if first == last:
        return value
    return _named(first, last) or first or last


def _named(first: str, last: str) -> str:
    days = edtf.interval(f"{first}/{last}")
    if re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{4}", last):
        return {10: first[:3], 100: first[:2]}.get(int(last) - int(first) + 1, "")
    if re.fullmatch(r"\d{4}-\d\d", first) and re.fullmatch(r"\d{4}-\d\d", last):
        start, months = int(first[5:]), int(last[5:]) - int(first[5:]) + 1
        name = {3: "Q", 6: "H"}.get(months, "")
        return f"{first[:4]}-{name}{(start - 1) // months + 1}" if name else ""
    if days and (days[1] - days[0]).days < 7:
        return _week(days[0], days[1])
    return ""


def _week(first: date, last: date) -> str:
    year, week, _ = first.isocalendar()
    weekend = first.weekday() == 5 and last.weekday() == 6
    return f"{year}-W{week:02}" + ("-WE" if weekend else "")


def _time(clock: Clock) -> str:
    return f"T{clock.hour:02}:{clock.minute:02}" if clock.hour >= 0 else f"T{_DAY_PARTS[clock.part or 'night']}"


def duration(lapse: Lapse) -> str:
    """P3M, PT2H, P2Y6M, PXW."""
    unit = _UNITS[lapse.unit]
    time, unit = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    if lapse.count is None:
        return f"P{time}X{unit}"
    whole = int(lapse.count)
    if whole == lapse.count:
        return f"P{time}{whole}{unit}"
    smaller = {"Y": (12, "M"), "TH": (60, "M"), "M": (2, "")}.get(time + unit)
    if smaller is None or not smaller[1]:
        return f"P{time}{lapse.count:g}{unit}"
    rest = f"{round((lapse.count - whole) * smaller[0])}{smaller[1]}"
    return f"P{time}{f'{whole}{unit}' if whole else ''}{rest}"


def _unfixed(day: Node | None) -> str:
    """A date that comes round, its year left open."""
    match day:
        case Weekday(weekday=weekday):
            return f"XXXX-WXX-{weekday + 1}"
        case Calendar(month=month, day=number):
            return f"XXXX-{month:02}" + (f"-{number:02}" if number else "")
        case Season(season=season):
            return f"XXXX-{_SEASONS[season]}"
        case _:
            return ""
