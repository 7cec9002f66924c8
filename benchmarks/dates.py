"""Measures date reading against TimeML (TIMEX3 of type DATE and TIME), such as the TimeBank corpus.

    python benchmarks/dates.py ../shared/corpora/timebank

Tells how many expressions are found, and how many of those resolve, in one of the three tenses, to the days that the
annotators wrote. The tense is left open because TimeML does not give it to the reader: in the product it comes from
the tree. Not counted: publication dates, values that are no days ("PRESENT_REF"), durations, sets.
"""

from __future__ import annotations

import html
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from muniment.text import edtf
from muniment.text.date_resolve import Tense
from muniment.text.dates import find_dates, resolve

_TAG: Final = re.compile(r"(<[^>]*>)")
_ATTRIBUTE: Final = re.compile(r'(\w+)="([^"]*)"')
_OF_THE_DOCUMENT: Final = ("CREATION_TIME", "PUBLICATION_TIME")
_SEASONS: Final = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_TENSES: Final[tuple[Tense, ...]] = ("past", "future", "")


class Annotated(NamedTuple):
    """One TIMEX3: its characters in the plain text, and its value as EDTF."""

    start: int
    end: int
    value: str


def read(path: Path) -> tuple[str, str, list[Annotated]]:
    """The plain text of a TimeML file, its publication day, and the dates annotated in it."""
    text, published, opened, found = "", "", [(0, {"": ""})], []
    for part in _TAG.split(path.read_text(encoding="utf-8", errors="replace")):
        if part.startswith("<TIMEX3"):
            opened.append((len(text), dict(_ATTRIBUTE.findall(part))))
        elif part.startswith("</TIMEX3"):
            start, attributes = opened.pop()
            value = attributes.get("value", "")
            if attributes.get("functionInDocument") in _OF_THE_DOCUMENT:
                published = published or value[:10]
            elif attributes.get("type") in ("DATE", "TIME") and re.match(r"\d{3}", value):
                found.append(Annotated(start, len(text), to_edtf(value)))
        elif not part.startswith("<"):
            text += html.unescape(part)
    return text, published, found


def to_edtf(value: str) -> str:
    """A TIMEX3 value as EDTF: weeks, quarters, seasons and decades as the days they cover; times of day cut off."""
    value = re.sub(r"T.*", "", value)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return f"{monday + timedelta(days=5 if match[3] else 0)}/{monday + timedelta(days=6)}"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return f"{match[1]}-{int(match[2]) * 3 - 2:02}/{match[1]}-{int(match[2]) * 3:02}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{match[1]}-{_SEASONS[match[2]]}"
    return f"{value}0/{value}9" if re.fullmatch(r"\d{3}", value) else value


def agrees(found: str, wanted: str) -> bool:
    """True where both cover the same days, or one end of what was found does ("since 2010" is annotated as 2010)."""
    return any(edtf.same(end.rstrip("~"), wanted) for end in (found, *edtf.ends(found)) if end not in ("", ".."))


def main(folder: Path) -> None:
    annotated = reached = right = 0
    for path in sorted(folder.glob("*.tml")):
        text, published, wanted = read(path)
        expressions = find_dates(text)
        for one in wanted:
            hits = [found for found in expressions if found.start < one.end and one.start < found.end]
            annotated += 1
            reached += bool(hits)
            right += any(agrees(resolve(hit, published, tense), one.value) for hit in hits for tense in _TENSES)
    print(
        f"annotated {annotated}   found {reached} ({reached / annotated:.1%})   right {right} ({right / annotated:.1%})"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
