"""What a statement is about.

The subject of the reported clause where it names somebody other than the speaker; else the document's most named entity
if the content names it; else the first name of the content that is neither the speaker nor where the speaker belongs. A
phrase that names nothing is no answer (measured on sets A-D, I, S: 13 in 100 phrases agreed with the annotators).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from muniment.claims.naming.entity import Entity
from muniment.claims.reading import Reading
from muniment.claims.speech.statements import Statement
from muniment.schema.span import Span

_TYPES = frozenset({"country", "organisation", "person"})


class Topics:
    """Asked statement by statement; what the document names most is counted once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        whole = Span(0, max(1, len(reading.text)))
        self._often = Counter(entity.value for entity in self._entities(whole))

    def of(self, statement: Statement, belongs: Entity | None) -> Entity | None:
        """The entity, or None where the content names nobody else."""
        own = {statement.speaker.value}
        if belongs is not None:
            own.add(belongs.value)
        named = [entity for entity in self._entities(statement.content) if entity.value != statement.speaker.value]
        others = [entity for entity in named if entity.value not in own]
        if not others:
            return named[0] if named else None
        subject = self._subject(statement, own)
        if subject is not None:
            return subject
        foremost = max((value for value in self._often if value not in own), key=self._often.__getitem__, default="")
        return next((entity for entity in others if entity.value == foremost), others[0])

    def _subject(self, statement: Statement, own: set[str]) -> Entity | None:
        tree = self.reading.tree
        inside = tree.at(statement.content.start, statement.content.end)
        if not inside:
            return None
        for child in tree.kids(tree.top(inside), "nsubj"):
            if statement.content.start <= tree.tokens[child].start < statement.content.end:
                entity = self.reading.names.entity(child)
                if entity is not None and entity.type in _TYPES and entity.value not in own:
                    return entity
        return None

    def _entities(self, span: Span) -> Iterator[Entity]:
        """Named entities in text order, once a mention."""
        tree, names = self.reading.tree, self.reading.names
        last = -1
        for index in tree.at(span.start, span.end):
            mention = names.mention_at(index)
            if mention is None or mention.start == last:
                continue
            last = mention.start
            entity = names.entity(names.head_of(index))
            if entity is not None and entity.type in _TYPES:
                yield entity
