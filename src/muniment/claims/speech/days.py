"""When a statement was made.

The day that hangs on the reporting verb ("said Tuesday") is its date. News names the day of an occasion once; later
statements in the simple past belong to it: those of the same speaker to the speaker's day, others to the day of the
news,
which is the first day near publication that the text gives for anything said or done. "Has said" and "says" give none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from muniment.claims.clauses.companions import companions
from muniment.claims.clauses.predicates import VERBAL, predicate_at
from muniment.claims.clauses.when import date_of
from muniment.claims.reading import Reading
from muniment.claims.speech.statements import Statement
from muniment.schema.span import Span

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
# A news story tells of its last week at most; an older day is background.
_NEWS_DAYS: Final = 7
_LEAD_SENTENCES: Final = 4
_STEPS: Final = 2
BACKGROUND: Final = frozenset(
    [
        "earlier",
        "previously",
        "before",
        "once",
        "already",
        "long",
        "often",
        "repeatedly",
        "frequently",
        "always",
        "recently",
        "ago",
    ]
)
_UNKNOWN: Final[tuple[str, Span | None]] = ("", None)


def is_headline(reading: Reading, head: int) -> bool:
    """True in the document's first sentence where it has no full stop: the present tense there tells of the day."""
    tree = reading.tree
    if tree.sentence_of[head] != 0:
        return False
    return tree.tokens[tree.sentences[0].last - 1].upos != "PUNCT"


class Days:
    """The dates of a document's statements, asked in text order."""

    def __init__(self, reading: Reading, statements: Sequence[Statement]) -> None:
        self.reading = reading
        self._own = {id(statement): self._said(statement) for statement in statements}
        self.news = self._day_of_the_news(statements)
        self._last: dict[str, tuple[str, Span | None]] = {}
        self._before: tuple[str, Span | None] = _UNKNOWN

    def of(self, statement: Statement) -> tuple[str, Span | None]:
        """The EDTF date and the words that give it; ("", None) where none is known."""
        own = self._own[id(statement)]
        if own[0]:
            if self._is_recent(own[0]):
                self._last[statement.speaker.value] = own
            self._before = own
            return own
        if statement.cue < 0:
            return self._before
        self._before = self._carried(statement)
        return self._before

    def _said(self, statement: Statement) -> tuple[str, Span | None]:
        if statement.cue < 0 or statement.rule in {"headline", "according"}:
            return _UNKNOWN
        value, span = date_of(self.reading, predicate_at(self.reading.tree, statement.cue), "asserted")
        return (value, span) if span is not None and self._is_near(span, statement.cue) else _UNKNOWN

    def _is_near(self, span: Span, cue: int) -> bool:
        """The date hangs on the reporting verb or on a word of its own beside it ("told a meeting on Monday"), not
        deep in a phrase ("speaking of the talks since the September 19 coup, she said")."""
        tree = self.reading.tree
        top = tree.top(tree.at(span.start, span.end))
        told = {cue, *companions(tree, cue)} if tree.tokens[cue].xpos == "VBG" else {cue}
        for above, _ in zip(tree.climb(top), range(_STEPS), strict=False):
            if above in told or tree.tokens[above].upos in VERBAL:
                return above in told
        return False

    def _carried(self, statement: Statement) -> tuple[str, Span | None]:
        if statement.rule == "headline":
            return self.news
        if is_headline(self.reading, statement.cue):
            return self.news
        if statement.rule != "according" and not self._is_narrated(statement.cue):
            return _UNKNOWN
        return self._last.get(statement.speaker.value, self.news)

    def _is_narrated(self, cue: int) -> bool:
        """Simple past, or a participle beside one; no adverb that sends it into the background."""
        tree = self.reading.tree
        token = tree.tokens[cue]
        children = [tree.tokens[child] for child in tree.children[cue]]
        if any(child.deprel == "advmod" and child.text.lower() in BACKGROUND for child in children):
            return False
        if any(child.deprel == "aux" for child in children):
            return False
        return token.xpos in {"VBD", "VBG", "VBN"}

    def _is_recent(self, value: str) -> bool:
        """A plain day in the week that ends with publication."""
        published = self.reading.document.published
        if not _DAY.fullmatch(value) or not _DAY.fullmatch(published):
            return False
        return 0 <= (date.fromisoformat(published) - date.fromisoformat(value)).days < _NEWS_DAYS

    def _day_of_the_news(self, statements: Sequence[Statement]) -> tuple[str, Span | None]:
        found = [own for statement in statements if self._is_recent((own := self._own[id(statement)])[0])]
        found.extend(self._lead())
        return min(found, key=lambda own: own[1].start if own[1] else 0, default=_UNKNOWN)

    def _lead(self) -> list[tuple[str, Span | None]]:
        """The days of what happened in the first sentences."""
        tree = self.reading.tree
        sentences = tree.sentences[:_LEAD_SENTENCES]
        last = sentences[-1].last if sentences else 0
        verbs = [i for i in range(last) if tree.tokens[i].xpos == "VBD"]
        dates = [date_of(self.reading, predicate_at(tree, verb), "asserted") for verb in verbs]
        return [each for each in dates if self._is_recent(each[0])]
