"""Statements given in full after "X said:", as press offices print them: whole paragraphs without quotation marks.

The paragraph after the colon is the speaker's; so are the following ones as long as somebody speaks in the first
person there and nobody else is introduced, and the items of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from muniment.claims.clauses.predicates import lemma_of, predicate_at
from muniment.claims.reading import Reading
from muniment.claims.speech.cue import attribution, speakers
from muniment.claims.speech.draft import Draft
from muniment.claims.speech.words import words
from muniment.schema.span import Span

_PARAGRAPH: Final = re.compile(r"\S[^\n]*")
_FIRST_PERSON: Final = re.compile(r"\b(?:I|we|our|my|us)\b", re.IGNORECASE)
_HEADING: Final = re.compile(
    r"^(?:further information|notes?\b|background|media enquiries|contact|follow|more about)", re.IGNORECASE
)
_BULLET: Final = re.compile(r"[-•*–—▪·]\s*\w")
_MOST_PARAGRAPHS: Final = 8


def dictated(reading: Reading, verb: int) -> Iterator[Draft]:
    """Drafts for the paragraphs that follow a reporting verb whose line ends with a colon."""
    tree = reading.tree
    if lemma_of(tree, verb) not in words().strong or not _ends_line(reading, verb):
        return
    who = speakers(reading, predicate_at(tree, verb))
    if not who:
        return
    own = tree.span(attribution(tree, verb))
    for number, paragraph in enumerate(_paragraphs(reading, verb)):
        evidence = Span(own.start, paragraph.end) if number == 0 else paragraph
        yield Draft(who, verb, paragraph, evidence, "dictated", direct=True)


def _ends_line(reading: Reading, verb: int) -> bool:
    """Only a colon, or a word or two and a colon, stands between the verb and the end of its line."""
    text = reading.text
    end = text.find("\n", reading.tree.tokens[verb].end)
    rest = text[reading.tree.tokens[verb].end : end if end >= 0 else len(text)].strip()
    return end >= 0 and rest.endswith(":") and len(rest.split()) <= 6


def _paragraphs(reading: Reading, verb: int) -> Iterator[Span]:
    text = reading.text
    start = text.find("\n", reading.tree.tokens[verb].end)
    for number, match in enumerate(_PARAGRAPH.finditer(text, start)):
        line = match.group()
        ends = number >= _MOST_PARAGRAPHS or _HEADING.match(line) or line.rstrip().endswith(":")
        if ends or (number > 0 and not _FIRST_PERSON.search(line) and not _BULLET.match(line)):
            return
        yield Span(match.start(), match.end())
        if line.rstrip().endswith(("”", '"')):
            return
