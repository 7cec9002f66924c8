"""What follows from one state of a case: whom names mean, the records, and what ties them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from muniment.ledger.identity import Identity
from muniment.ledger.judgements import standing
from muniment.ledger.ties import ties
from muniment.pipeline.reconciling import known, records
from muniment.schema.claim import Claim
from muniment.schema.judgement import Judgement
from muniment.schema.record import Record
from muniment.schema.tie import Tie
from muniment.vocabulary.registers import find

if TYPE_CHECKING:
    from muniment.ledger.store.view import View


class Derived:
    """Everything here is worked out when it is first asked for, and once: the state that it follows from is fixed.

    `judgements` are those that nobody took back, in the order made.
    """

    def __init__(self, view: View) -> None:
        self._known = known(view)
        self.judgements: tuple[Judgement, ...] = standing(view.judgements())
        self._records: dict[str, tuple[Record, ...]] = {}

    @property
    def identity(self) -> Identity:
        """Whom and what the names mean."""
        return self._known.identity

    @property
    def names(self) -> Mapping[str, str]:
        """Document id to the name that people see."""
        return self._known.names

    def records(self, register: str | None = None) -> tuple[Record, ...]:
        """The records of one register, or of all in the order of the registers. Raises NotFound."""
        known = self._known.registers
        wanted = tuple(known) if register is None else (find(register, known).name,)
        for name in wanted:
            if name not in self._records:
                self._records[name] = records(self._known, name)
        return tuple(record for name in wanted for record in self._records[name])

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims as judgements leave them, by id."""
        return MappingProxyType({claim.id: claim for left in self._known.judged.values() for claim in left.claims})

    @cached_property
    def decisions(self) -> Mapping[str, tuple[Judgement, ...]]:
        """The standing judgements on each claim, by its id, in the order made; rejected claims included."""
        return MappingProxyType(
            {id: decided for left in self._known.judged.values() for id, decided in left.decisions.items()}
        )

    @cached_property
    def together(self) -> frozenset[frozenset[str]]:
        """Groups of claims that people said are one record."""
        return frozenset(frozenset(group) for left in self._known.judged.values() for group in left.together)

    def voice(self, claim: str) -> str:
        """The key of who says a claim: the source's entity, else whoever the document is the text of."""
        said = self.claims[claim]
        origin = self._known.origins.get(said.document)
        name = said.source or (origin and (origin.agency or origin.publisher))
        return self.identity.key(name, said.document, "source") if name else f"={said.document}"

    def said_by(self, claim: str) -> str:
        """Who says a claim, in words: its source, else the publisher with its day, else the document."""
        said = self.claims[claim]
        origin = self._known.origins.get(said.document)
        printed = (
            f"{origin.publisher} {self._known.published.get(said.document, '')}" if origin and origin.publisher else ""
        )
        return said.source or printed.strip() or self.names[said.document]

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """What joins records of different registers."""
        return ties(self.records(), self.claims, self._known.identity.key)
