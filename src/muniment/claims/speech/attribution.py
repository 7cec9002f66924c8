"""Who says what: all statements of a document, each with its speaker.

Patterns find drafts (reported words and the phrase that speaks); read in text order, the floor says who each phrase is;
quotations that no pattern reached go to whoever speaks around them; what is told inside another's words is passed on by
that other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from muniment.claims.naming.entity import Entity
from muniment.claims.naming.pronouns import Voice
from muniment.claims.reading import Reading
from muniment.claims.shelf import Shelf
from muniment.claims.speech.belonging import Belonging
from muniment.claims.speech.clauses import told
from muniment.claims.speech.credits import credited, headline
from muniment.claims.speech.dictated import dictated
from muniment.claims.speech.draft import Draft
from muniment.claims.speech.edges import Quotes, settle, settle_nested
from muniment.claims.speech.fit import is_position, may_speak
from muniment.claims.speech.floor import Floor
from muniment.claims.speech.leads import identified
from muniment.claims.speech.nouned import nouned
from muniment.claims.speech.outlets import is_publisher
from muniment.claims.speech.passing import still_passed_on
from muniment.claims.speech.quotations import Loose, loose
from muniment.claims.speech.relays import quoted_as, told_whom
from muniment.claims.speech.stances import stance
from muniment.claims.speech.statements import Statement
from muniment.schema.span import Span

# Headlines stand in the first lines of a text.
_HEADLINES = 3
# A quotation goes on for whoever spoke last if no more than this many words, and one paragraph's end, lie between.
_LONGEST_GAP = 12


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """The statements of a document in text order. Tells the names whose words each quotation is."""
    return _Listener(reading).listen()


class _Listener:
    """Goes once through one document."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tree = reading.tree
        self.quotes = Quotes(reading.analysis.quotes)
        self.floor = Floor(reading)
        self.belonging = Belonging(reading)
        self.found: list[Statement] = []

    def listen(self) -> tuple[Statement, ...]:
        drafts = list(self._drafts())
        rest = loose(self.reading, self.quotes, [draft.content for draft in drafts])
        queue: list[Draft | Loose] = [*drafts, *rest]
        for item in sorted(queue, key=_place):
            self.found.extend(self._carried(item) if isinstance(item, Loose) else self._spoken(item))
        self.reading.names.learn(self.floor.pronouns)
        ordered = sorted(_distinct(self.found), key=lambda each: (*_where(each), each.speaker.value))
        self.reading.names.lend_voices(list(self._voices(ordered)))
        ordered = list(identified(self.reading, ordered, self.belonging))
        return tuple(still_passed_on(self.reading, tuple(_passed_on(self.reading, ordered))))

    def _voices(self, statements: Iterable[Statement]) -> Iterator[Voice]:
        """Whose words each quotation is."""
        for statement in statements:
            speaker = statement.speaker
            side = self.belonging.of(speaker) if speaker.type == "person" else speaker
            for quote in self.quotes.within(statement.content):
                yield Voice(self.tree.within(quote), speaker, side)

    def _drafts(self) -> Iterator[Draft]:
        for number in range(min(_HEADLINES, len(self.tree.sentences))):
            yield from headline(self.reading, number)
        for index, token in enumerate(self.tree.tokens):
            if token.text in {"according", "According"}:
                yield from credited(self.reading, index)
            elif token.upos == "VERB":
                yield from self._of_verb(index)
            elif token.upos == "NOUN":
                yield from nouned(self.reading, index)

    def _of_verb(self, index: int) -> list[Draft]:
        """The drafts of the first pattern that reads anything from a verb."""
        return (
            list(quoted_as(self.reading, self.quotes, index))
            or list(dictated(self.reading, index))
            or list(told(self.reading, self.quotes, index))
            or list(stance(self.reading, index))
        )

    def _spoken(self, draft: Draft) -> Iterator[Statement]:
        """One statement for each speaker of a draft who can be told; they take the floor unless it is told by
        another."""
        home = self._home(draft.cue)
        text = self.reading.text
        settled = (
            settle(text, self.quotes, draft.content)
            if home is None
            else settle_nested(text, self.quotes, draft.content, home)
        )
        if settled is None:
            return
        content, form = settled
        relay = self._relay(draft)
        for head in draft.speakers:
            speaker = self.floor.resolve(head)
            if speaker is None or not may_speak(speaker, draft, home is not None):
                continue
            if home is None:
                self.floor.give(speaker, head)
            yield Statement(
                speaker=speaker,
                content=content,
                evidence=Span(min(draft.evidence.start, content.start), max(draft.evidence.end, content.end)),
                form="direct" if draft.direct or self._is_own_voice(head) else form,
                cue=draft.cue,
                rule=draft.rule,
                relay=relay,
                claimable=is_position(self.reading, speaker, draft, form),
            )

    def _is_own_voice(self, head: int) -> bool:
        """An institution speaks of itself as "we" in its own text: those are its words though no marks stand there."""
        return self.tree.tokens[head].text.lower() in {"we", "i"} and head not in self.reading.names.quoted

    def _home(self, cue: int) -> Span | None:
        """The quotation in which a reporting word stands, None for the document's own."""
        return self.quotes.at(self.tree.tokens[cue].start) if cue >= 0 else None

    def _relay(self, draft: Draft) -> Entity | None:
        """Who passed the words on: named by the pattern, or the outlet that was told; never the own publisher."""
        relay = self.reading.names.entity(draft.relay) if draft.relay >= 0 else None
        if relay is None and draft.cue >= 0 and draft.rule != "according" and not draft.stance:
            relay = told_whom(self.reading, draft.cue)
        return None if relay is None or is_publisher(self.reading, relay) else relay

    def _carried(self, quote: Loose) -> Iterator[Statement]:
        """A quotation that goes on: it belongs to whoever spoke last, if that was just before it."""
        before = next((each for each in reversed(self.found) if self._home(each.cue) is None), None)
        if before is None:
            return
        gap = self.reading.text[before.evidence.end : quote.content.start]
        settled = settle(self.reading.text, self.quotes, quote.content)
        if settled is None or gap.count("\n\n") > 1 or len(gap.split()) > _LONGEST_GAP:
            return
        content, form = settled
        yield Statement(before.speaker, content, quote.content, form, -1, "carried", before.relay, before.claimable)


def _place(item: Draft | Loose) -> tuple[int, int]:
    return (item.content.start, -1) if isinstance(item, Loose) else (item.evidence.start, item.cue)


def _where(statement: Statement) -> tuple[int, int]:
    return statement.evidence.start, statement.content.start


def _distinct(found: Sequence[Statement]) -> list[Statement]:
    """Statements without those that repeat another's speaker on the same words."""
    kept: dict[str, list[Statement]] = {}
    for statement in found:
        before = kept.setdefault(statement.speaker.value, [])
        if not any(_repeats(statement, other) for other in before):
            before.append(statement)
    return [statement for statements in kept.values() for statement in statements]


def _repeats(statement: Statement, other: Statement) -> bool:
    again = statement.cue == other.cue >= 0 and statement.content.overlaps(other.content)
    within = statement.rule.startswith("stance") and other.content.covers(statement.content)
    return again or within or statement.content == other.content


def _passed_on(reading: Reading, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Statements told inside another's words get that other as relay: "A said that B said" is B's, passed on by A."""
    shelf = Shelf((statement.content, statement) for statement in statements)
    for statement in statements:
        outer = [
            other
            for other in shelf.at(statement.content)
            if not other.rule.startswith("stance")
            and other.speaker.value != statement.speaker.value
            and other.content != statement.content
            and other.content.covers(statement.content)
            and (statement.cue < 0 or other.content.covers(_span_of(reading, statement.cue)))
        ]
        if statement.relay is not None or not outer or _is_aside(reading, statement):
            yield statement
            continue
        nearest = min(outer, key=lambda other: other.content.end - other.content.start)
        yield statement if is_publisher(reading, nearest.speaker) else replace(statement, relay=nearest.speaker)


def _is_aside(reading: Reading, statement: Statement) -> bool:
    """The statement stands in a relative clause: the writer's own background ("Iran, which maintains ..."), nobody's
    report."""
    tree = reading.tree
    if statement.cue < 0:
        return False
    return any(tree.tokens[index].deprel == "acl:relcl" for index in (statement.cue, *tree.climb(statement.cue)))


def _span_of(reading: Reading, index: int) -> Span:
    token = reading.tree.tokens[index]
    return Span(token.start, token.end)
