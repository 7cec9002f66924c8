"""The positions register: one claim for each stretch of words that the document credits to somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.claims.speech.belonging import Belonging
from muniment.claims.speech.days import Days
from muniment.claims.speech.statements import Statement
from muniment.claims.speech.topics import Topics
from muniment.schema.claim import Cell
from muniment.schema.span import Span


def positions(reading: Reading, statements: Sequence[Statement], days: Days) -> Iterator[Proposal]:
    """Proposals for the statements that feed a position; `days` knows when each was made."""
    belonging = Belonging(reading)
    topics = Topics(reading, [statement for statement in statements if statement.claimable])
    for statement in statements:
        date, date_span = days.of(statement)
        if statement.claimable:
            yield _proposal(reading, statement, belonging, topics, date, date_span)


def _proposal(
    reading: Reading,
    statement: Statement,
    belonging: Belonging,
    topics: Topics,
    date: str,
    date_span: Span | None,
) -> Proposal:
    speaker, relay = statement.speaker, statement.relay
    content = " ".join(statement.content.of(reading.text).split())
    cells = {
        "speaker": Cell(speaker.value, speaker.span),
        "form": Cell(statement.form, statement.content),
        "content": Cell(content, statement.content),
    }
    belongs = belonging.of(speaker)
    if belongs is not None and belongs.value != speaker.value:
        cells["affiliation"] = Cell(belongs.value, belongs.span)
    topic = topics.of(statement, belongs)
    if topic is not None:
        cells["about"] = Cell(topic.candidate.value, topic.candidate.span)
    return Proposal(
        "positions",
        f"positions.{statement.rule}",
        statement.evidence,
        cells,
        source=relay.value if relay else "",
        source_span=relay.span if relay else None,
        date=date,
        date_span=date_span,
    )
