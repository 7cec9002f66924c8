"""When a statement was made.

The day that hangs on the reporting verb ("said Tuesday") is its date. News names the day of an occasion once; later
statements in the simple past belong to it: those of the same speaker to the speaker's day, others to the day of the
news,
which is the first day near publication that the text gives for anything said or done. "Has said" and "says" give none.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from muniment.claims.clauses.companions import companions
from muniment.claims.clauses.predicates import VERBAL, predicate_at
from muniment.claims.clauses.tense import is_headline
from muniment.claims.clauses.when import date_of, dates_between
from muniment.claims.reading import Reading
from muniment.claims.speech.statements import Statement
from muniment.schema.span import Span
from muniment.text import date_nodes, edtf

# A news story tells of its last week at most; an older day is background.
_NEWS_DAYS: Final = 7
_LEAD_SENTENCES: Final = 4
_STEPS: Final = 2
# Sentences over which a dated statement lends its day to another speaker's.
_NEAR: Final = 1
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
_EARLIER: Final = frozenset({"after", "since", "before"})
_UNKNOWN: Final[tuple[str, Span | None]] = ("", None)


class Days:
    """The dates of a document's statements, asked in text order."""

    def __init__(self, reading: Reading, statements: Sequence[Statement]) -> None:
        self.reading = reading
        self._own = {id(statement): self._said(statement) for statement in statements}
        self.news = self._day_of_the_news(statements)
        self._last: dict[str, tuple[str, Span | None]] = {}
        self._before: tuple[str, Span | None] = _UNKNOWN
        self._told: tuple[int, tuple[str, Span | None]] = (-_NEAR - 1, _UNKNOWN)

    def of(self, statement: Statement) -> tuple[str, Span | None]:
        """The EDTF date and the words that give it; ("", None) where none is known."""
        own = self._own[id(statement)]
        if own[0]:
            if self._is_recent(own[0]):
                self._last[statement.speaker.value] = own
                self._told = (self.reading.tree.sentence_of[statement.cue], own)
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
        stance = statement.rule.startswith("stance")
        if span is None or not self._is_near(span, statement.cue, stance) or self._is_yet_to_come(value):
            return _UNKNOWN
        return (self._local(value, span, statement.cue), span)

    def _is_yet_to_come(self, value: str) -> bool:
        """True for a date after the day of publication, or one that only ends: "before 2031" is when what is said is to
        be."""
        days, published = edtf.interval(value), edtf.day(self.reading.document.published)
        if days is None or published is None:
            return False
        return days[1 if value.startswith("..") else 0] > published + timedelta(days=1)

    def _local(self, value: str, span: Span, cue: int) -> str:
        """The day as the place of the news counts it: a dispatch that leads with what was "said Friday" and is dated
        a Thursday comes from where it is Friday already; nobody leads with words of six days ago."""
        said, published = edtf.day(value), edtf.day(self.reading.document.published)
        node = next((each.node for each in dates_between(self.reading, span.start, span.end)), None)
        plain = isinstance(node, date_nodes.Weekday) and not node.which and node.week is None
        if said is None or published is None or not plain or self.reading.tree.sentence_of[cue] >= _LEAD_SENTENCES:
            return value
        return (published + timedelta(days=1)).isoformat() if (published - said).days == _NEWS_DAYS - 1 else value

    def _is_near(self, span: Span, cue: int, stance: bool = False) -> bool:
        """The date hangs on the reporting verb or on a word of its own beside it ("told a meeting on Monday"), not
        deep in a phrase ("speaking of the talks since the September 19 coup, she said"), nor on what a stance is about
        ("welcomed last month's truce")."""
        tree = self.reading.tree
        top = tree.top(tree.within(span))
        told = {cue, *companions(tree, cue)}
        for above, _ in zip(tree.climb(top), range(_STEPS), strict=False):
            token = tree.tokens[above]
            if above in told or token.upos in VERBAL or (stance and token.deprel.startswith("obj")):
                return above in told
        return False

    def _carried(self, statement: Statement) -> tuple[str, Span | None]:
        if statement.rule == "headline":
            return self.news
        if is_headline(self.reading, statement.cue):
            return self.news
        if statement.rule != "according" and not self._is_narrated(statement.cue):
            return _UNKNOWN
        sentence, told = self._told
        near = 0 <= self.reading.tree.sentence_of[statement.cue] - sentence <= _NEAR
        return self._last.get(statement.speaker.value, told if near else self.news)

    def _is_narrated(self, cue: int) -> bool:
        """Simple past, or a participle beside one; no adverb that sends it into the background."""
        tree = self.reading.tree
        token = tree.tokens[cue]
        while token.xpos == "VB" and token.head >= 0 and tree.tokens[token.head].upos in VERBAL:
            cue, token = token.head, tree.tokens[token.head]  # "urged members to refuse": when it was urged
        children = [tree.tokens[child] for child in tree.children[cue]]
        if any(child.deprel == "advmod" and child.text.lower() in BACKGROUND for child in children):
            return False
        if any(child.deprel == "aux" for child in children) or self._is_earlier(cue):
            return False
        return token.xpos in {"VBD", "VBG", "VBN"}

    def _is_earlier(self, cue: int) -> bool:
        """True under "after", "since" or "before": what was said then led to the news or has been since."""
        tree = self.reading.tree
        return any(
            tree.tokens[index].deprel == "advcl"
            and any(tree.tokens[kid].text.lower() in _EARLIER for kid in tree.kids(index, "mark"))
            for index in (cue, *tree.climb(cue))
        )

    def _is_recent(self, value: str) -> bool:
        """A plain day in the week that ends with publication."""
        said, published = edtf.day(value), edtf.day(self.reading.document.published)
        return said is not None and published is not None and -1 <= (published - said).days < _NEWS_DAYS

    def _day_of_the_news(self, statements: Sequence[Statement]) -> tuple[str, Span | None]:
        """The first such day in the text; in one sentence, the day of a statement goes before that of an act."""
        said = [own for statement in statements if self._is_recent((own := self._own[id(statement)])[0])]
        found = [(self._place(own)[0], 0, own) for own in said]
        found += [(self._place(own)[0], 1, own) for own in self._lead()]
        return min(found, key=lambda each: each[:2], default=(0, 0, _UNKNOWN))[2]

    def _place(self, own: tuple[str, Span | None]) -> tuple[int, int]:
        """The sentence and the first character of the words of a date."""
        if own[1] is None:
            return (0, 0)
        indices = self.reading.tree.at(own[1].start, own[1].end)
        return (self.reading.tree.sentence_of[indices[0]], own[1].start) if indices else (0, own[1].start)

    def _lead(self) -> list[tuple[str, Span | None]]:
        """The days of what happened in the first sentences."""
        tree = self.reading.tree
        sentences = tree.sentences[:_LEAD_SENTENCES]
        last = sentences[-1].last if sentences else 0
        verbs = [i for i in range(last) if self._happened(i)]
        published = self.reading.document.published
        dates = [date_of(self.reading, predicate_at(tree, verb), "asserted") for verb in verbs]
        return [each for each in dates if self._is_recent(each[0]) and each[0] <= published]

    def _happened(self, index: int) -> bool:
        """True for a verb of a main clause in the simple past, passive included."""
        tree = self.reading.tree
        token = tree.tokens[index]
        if token.xpos == "VBD":
            return True
        return token.xpos == "VBN" and any(tree.tokens[kid].xpos == "VBD" for kid in tree.kids(index, "aux:pass"))
