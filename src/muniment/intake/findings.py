"""What a text says about itself: author, publisher, agency, title, and its date where the year stands there.

Each finding has the span of the words that say it and the name of the rule that read them. A dateline without a
year ("MOSCOW, March 3") gives an agency and no date: the year is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from muniment.intake.credits import Credit, appeared_first, byline, first_published, source_line
from muniment.intake.lines import Line
from muniment.intake.published import find_dates, to_edtf
from muniment.schema.document import Finding

TOP: Final = 8  # lines in which bylines, datelines and dates stand; headline, standfirst, captions come before
FOOT: Final = 4  # lines in which source lines stand

AGENCIES: Final = frozenset(
    {"AFP", "AP", "Reuters", "Xinhua", "TASS", "ITAR-TASS", "Interfax", "UPI", "DPA", "dpa", "EFE"}
    | {"ANSA", "Kyodo", "Yonhap", "PTI", "IANS", "ANI", "UNI", "AA", "IRNA", "ISNA", "SANA", "WAM", "MENA"}
    | {"KUNA", "SPA", "QNA", "Petra", "Bernama", "Antara", "ANTARA", "VNA", "PNA", "BelTA", "Ukrinform"}
    | {"Tanjug", "Hina", "MTI", "PAP", "CTK", "ČTK", "TT", "NTB", "Ritzau", "Belga", "ANP", "APA", "LUSA"}
    | {"Lusa", "Agerpres", "BTA", "AAP", "NAN", "PANA", "GNA", "KNA", "IRIN", "VOA", "RFE/RL", "RFA"}
    | {"BBC", "CNA", "KCNA", "MNA", "Bloomberg", "IPS", "NNN", "APS", "TAP", "MAP"}
    | {"The Associated Press", "Associated Press", "RIA Novosti", "Al Jazeera", "Radio Free Asia", "Deutsche Welle"}
)

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|Mar|April|Apr|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY: Final = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_PLACE: Final = r"[A-ZÀ-Þ][\w.'’-]{1,25}(?: [A-Za-zÀ-ÿ][\w.'’-]{0,25}){0,3}"
_PLACES: Final = rf"{_PLACE}(?:(?:, |/){_PLACE}){{0,2}}?"
_DASH: Final = r" ?(?:--|[-–—:]) "
_DATELINE: Final = re.compile(  # the brackets of an agency, or a day and a dash: one of them makes it a dateline
    rf"{_PLACES}(?:, (?P<date>{_DAY}))?,? ?\((?P<agency>[^()\n]{{2,40}})\)(?:{_DASH}| )"
    rf"|{_PLACES}, (?P<day>{_DAY}){_DASH}"
)
_SIGNED: Final = re.compile(r"\((?:[Ww]ith (?:inputs?|reporting|files) (?:from|by) )?(?P<agency>[^()\n]{2,40})\)\.?$")
_HEADING: Final = re.compile(r"#{1,6}[ \t]+")
_STAMP: Final = re.compile(
    r"(?P<new>(?:First |Last |Date )?(?:Published|Posted|Publication date|Updated|Modified|Upd|Date))"
    r"(?: on| at| date)?\b ?:? ?",
    re.IGNORECASE,
)
DESK_NOTE: Final = re.compile(
    r"(?:ATTENTION|EDS|Eds|Editors|EDITORS)(?: ?[-–—:] ?|, )(?:.{0,200}///|[A-Z].{0,120})|\(attention [^()]{2,60}\)"
)
_STAMP_REST: Final = re.compile(
    r"(?:[\s,|()•·@/+–—-]|at|on|\d{1,2}[:.h]\d{2}(?::\d{2})?|[AaPp]\.?[Mm]\.?|GMT|UTC|Z|IST|BST|CES?T|EES?T|[ECMP][SD]T|MSK"
    r"|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)*",
    re.IGNORECASE,
)


def find(lines: Sequence[Line]) -> tuple[Finding, ...]:
    """All findings in a document's lines, in the order in which they decide: the first of a field is used."""
    top, foot = lines[:TOP], lines[-FOOT:]
    found = [*_stamps(top), *_bylines(top), *_sources(foot), *_whole_line_dates(top)]
    found += [*_datelines(top), *_signatures(lines[-1:]), *_headline(lines)]
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda f: _ORDER.index(f.how)))


_ORDER: Final = (
    "published line", "appeared first on", "first published", "source line", "byline", "date line", "dateline",
    "signature", "updated line", "first line",
)  # fmt: skip


def stamps(words: str) -> tuple[tuple[str, int, int, bool], ...]:
    """(date, start, end, is an update?) of a line such as "Published: 3 March 2022 | Updated: 4 March 2022".

    Empty where the line holds anything beside such stamps.
    """
    if len(words) > 160 or not (marks := list(_STAMP.finditer(words))) or marks[0].start() > 0:
        return ()
    found = []
    for mark, following in zip(marks, [*(m.start() for m in marks[1:]), len(words)], strict=True):
        rest = words[mark.end() : following]
        dates = list(find_dates(rest))
        if len(dates) != 1:
            return ()
        one, at = dates[0], mark.end()
        if not (_STAMP_REST.fullmatch(rest[: one.start]) and _STAMP_REST.fullmatch(rest[one.end :])):
            return ()
        late = mark["new"].lower().startswith(("last", "updated", "modified", "upd"))
        found.append((one.value, at + one.start, at + one.end, late))
    return tuple(found)


def _stamps(lines: Sequence[Line]) -> Iterator[Finding]:
    for line in lines:
        for value, start, end, late in stamps(line.words):
            how = "updated line" if late else "published line"
            yield Finding("updated" if late else "published", value, how, line.part(start, end))


def _bylines(lines: Sequence[Line]) -> Iterator[Finding]:
    for line in lines:
        yield from _credited(line, byline(line.words), "byline")


def _sources(lines: Sequence[Line]) -> Iterator[Finding]:
    for line in lines:
        yield from _credited(line, appeared_first(line.words), "appeared first on")
        yield from _credited(line, first_published(line.words), "first published")
    if lines:
        yield from _credited(lines[-1], source_line(lines[-1].words), "source line")


def _credited(line: Line, credit: Credit | None, how: str) -> Iterator[Finding]:
    if credit is None:
        return
    for field in ("publisher", "author", "title", "published"):
        part: tuple[str, int, int] | None = getattr(credit, field)
        if part is not None:
            yield Finding(field, part[0], how, line.part(part[1], part[2]))


def _whole_line_dates(lines: Sequence[Line]) -> Iterator[Finding]:
    for line in lines:
        value = to_edtf(line.words) if any(c.isdigit() for c in line.words[:40]) else ""
        if len(value) == len("2022-03-27"):
            yield Finding("published", value, "date line", line.span)


def _datelines(lines: Sequence[Line]) -> Iterator[Finding]:
    for line in lines:
        match = _DATELINE.match(line.words[:160])
        if match is None:
            continue
        agency, group = match["agency"], "date" if match["agency"] else "day"
        if agency and match["date"] is None and not _opens_with_agency(match[0], agency in AGENCIES):
            continue
        if agency and not any(c.isdigit() for c in agency):
            yield Finding("agency", agency, "dateline", line.part(*match.span("agency")))
        if match[group] and (value := to_edtf(match[group])):
            yield Finding("published", value, "dateline", line.part(*match.span(group)))
        return


def _opens_with_agency(opening: str, known: bool) -> bool:
    """True for "JEDDAH (Harbour Wire) -" and "Paris (AFP) -": two of capitals, a dash and a known agency."""
    place = opening.split("(")[0].split(",")[0].strip()
    return (place.isupper() and len(place) > 2) + opening.rstrip().endswith(("-", "–", "—")) + known >= 2


def _signatures(lines: Sequence[Line]) -> Iterator[Finding]:
    for line in lines:
        match = _SIGNED.search(line.words[-80:])
        if match and match["agency"] in AGENCIES:
            at = max(len(line.words) - 80, 0)
            yield Finding("agency", match["agency"], "signature", line.part(at + match.start(1), at + match.end(1)))


def _headline(lines: Sequence[Line]) -> Iterator[Finding]:
    """The first line where it looks like a headline: short, no full stop, and something follows."""
    lines = lines[1:] if lines and DESK_NOTE.fullmatch(lines[0].words) else lines
    if len(lines) < 2:
        return
    sign = _HEADING.match(lines[0].words)
    words = lines[0].words[sign.end() :] if sign else lines[0].words
    if not words or (not words[0].isalnum() and words[0] not in "‘“'\""):
        return
    plain = words[-1] not in ".!…;:,-" and not words.endswith(('."', ".”", ".’", ",”")) and not words[0].islower()
    if plain and (1 if sign else 3) <= len(words.split()) <= 25 and len(words) <= 200 and byline(words) is None:
        yield Finding("title", words, "first line", lines[0].part(sign.end() if sign else 0, len(lines[0].words)))
