"""Marks what belongs to the page and not to the report: navigation, credits, calls to subscribe, stray sentences.

A mark takes words away from reading, so every rule here asks for a whole short line of an unmistakable kind
(the one exception: a picture's credit in brackets, and a sentence in another language). Captions that say
something stay. Rules are general habits of news pages; their patterns are anchored and see bounded lines only,
so the cost is linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from muniment.intake.credits import appeared_first, byline, first_published, source_line
from muniment.intake.findings import DESK_NOTE, FOOT, TOP, stamps
from muniment.intake.languages import clearly_foreign
from muniment.intake.lines import Line
from muniment.intake.page_words import ANY_RULE, RULES, SHARE_WORDS
from muniment.schema.document import Furniture
from muniment.schema.span import Span

_LONGEST: Final = 400  # characters; a cookie notice or a newsletter's offer has up to 300
_CREDIT: Final = re.compile(
    r"[\[(](?:File|Photo|Photograph|Image|Picture|Credit|Screenshot|Courtesy|Handout)s?"
    r"(?: (?:by|credit|courtesy of))?[:/ ][^\[\]()\n]{1,100}[\])]|"
    r"[\[(][^\[\]()\n]{1,80}(?:AP Photo|/AFP|/AP|/Reuters|/EPA|/Getty Images|/Getty|/Shutterstock|/Anadolu)[\])]"
)
_SEE_ALSO: Final = re.compile(r"(?:see also|see) ?: ?(?=\w)", re.IGNORECASE)
_TOKEN: Final = re.compile(r"[\w'’-]+")
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)\]]*[ \t]+")


def mark(text: str, lines: Sequence[Line], language: str) -> tuple[Furniture, ...]:
    """The furniture of a document, sorted, never overlapping; `language` is the document's own (ISO 639-1)."""
    marks = [*_by_line(lines), *_by_place(lines), *_credits_in_brackets(lines)]
    if language == "en":
        marks += _foreign(lines)
    return tidy(marks)


def tidy(marks: Sequence[Furniture]) -> tuple[Furniture, ...]:
    """Sorted by place; of two that overlap the longer stays, and of two equal ones the first given."""
    kept: list[Furniture] = []
    for furniture in sorted(marks, key=lambda f: (f.span.start, -f.span.end)):
        if kept and kept[-1].span.overlaps(furniture.span):
            if kept[-1].span.end - kept[-1].span.start < furniture.span.end - furniture.span.start:
                kept[-1] = furniture
            continue
        kept.append(furniture)
    return tuple(kept)


def _by_line(lines: Sequence[Line]) -> Iterator[Furniture]:
    for line in lines:
        kind = kind_of(line.words)
        if kind:
            yield Furniture(line.span, kind)
        elif label := _SEE_ALSO.match(line.words):  # what it points to may state a fact: only the label is marked
            yield Furniture(line.part(0, label.end()), "read more")


def kind_of(words: str) -> str:
    """The kind of furniture that a line is, wherever it stands; "" for report text."""
    if len(words) > _LONGEST:
        return ""
    small = [token.lower() for token in _TOKEN.findall(words)]
    if small and len(small) <= 12 and all(token in SHARE_WORDS or token.isdigit() for token in small):
        return "share" if any(token in SHARE_WORDS for token in small) and not _only_common(small) else ""
    if ANY_RULE.fullmatch(words) is None:
        return ""
    return next((kind for kind, pattern in RULES if pattern.fullmatch(words)), "")


def _only_common(small: list[str]) -> bool:
    """True where the words could as well be a subheading ("Comments", "Email"): one word is not enough."""
    return len({token for token in small if not token.isdigit()}) < 2 and not any(t.isdigit() for t in small)


def _by_place(lines: Sequence[Line]) -> Iterator[Furniture]:
    """Lines that are furniture only where they stand: at the top or at the foot of the page."""
    if lines:
        yield from (Furniture(again.span, "doubled headline") for again in _doubled(lines))
    for line in (*lines[:TOP], *lines[max(TOP, len(lines) - FOOT) :]):
        if DESK_NOTE.fullmatch(line.words):
            yield Furniture(line.span, "desk note")
        elif byline(line.words) is not None:
            yield Furniture(line.span, "byline")
        elif stamps(line.words):
            yield Furniture(line.span, "date stamp")
    for line in lines[-FOOT:]:
        credit = appeared_first(line.words)
        if credit is not None and credit.title is not None:  # the title inside is the report's own headline
            yield Furniture(line.part(0, credit.title[1]), "appeared first on")
            yield Furniture(line.part(credit.title[2] + 1, len(line.words)), "appeared first on")
        elif first_published(line.words) is not None:
            yield Furniture(line.span, "first published")
    if len(lines) > 1 and source_line(lines[-1].words) is not None:
        yield Furniture(lines[-1].span, "source line")


def _doubled(lines: Sequence[Line]) -> Iterator[Line]:
    first = " ".join(lines[0].words.split()).lower()
    return (line for line in lines[1:4] if len(first) > 15 and " ".join(line.words.split()).lower() == first)


def _credits_in_brackets(lines: Sequence[Line]) -> Iterator[Furniture]:
    for line in lines:
        for match in _CREDIT.finditer(line.words):
            if match.end() == len(line.words) or match.start() == 0:
                yield Furniture(line.part(match.start(), match.end()), "picture credit")


def _foreign(lines: Sequence[Line]) -> Iterator[Furniture]:
    """Sentences of another language; neighbours on a line are joined."""
    for line in lines:
        start, run = 0, None
        for end in [*(m.end() for m in _SENTENCE_END.finditer(line.words)), len(line.words)]:
            segment = line.words[start:end].rstrip()
            if clearly_foreign(segment):
                run = (run[0] if run else start, start + len(segment))
            elif run is not None:
                yield Furniture(line.part(*run), "other language")
                run = None
            start = end
        if run is not None:
            yield Furniture(line.part(*run), "other language")


def whole_line(furniture: Furniture, text: str) -> bool:
    """True where the mark takes up its whole line or lines, so that nothing of them is left to read."""
    span: Span = furniture.span
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    stop = text.find("\n", span.end)
    after = text[span.end : stop if stop >= 0 else len(text)]
    return not before.strip() and not after.strip()
