"""How each reading of a cell stands to the one that is shown, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from muniment.ledger.reconcile.choose import counted_on, delivered_on
from muniment.ledger.reconcile.comparers.base import DATE, MODALITY, Context, text_of
from muniment.ledger.reconcile.comparers.table import COMPARERS
from muniment.ledger.reconcile.readings import Supported
from muniment.ledger.reconcile.values import compared
from muniment.schema.claim import Claim, Modality
from muniment.schema.record import Reading, Relation
from muniment.vocabulary.registers import Register


@dataclass(frozen=True, slots=True)
class Shown:
    """What a record shows: the reading of each cell, the rule that chose it, and the modality of what counts.

    `published` is the day of publication (EDTF) by document id.
    """

    readings: Mapping[str, Supported]
    rules: Mapping[str, str]
    modality: Modality
    published: Mapping[str, str]
    register: Register
    context: Context

    def placed(self, found: Mapping[str, tuple[Supported, ...]]) -> dict[str, tuple[Reading, ...]]:
        """Every reading with its relation to the shown value of its cell, and when undated counts were printed."""
        placed = {cell: tuple(self._placed(reading, cell) for reading in found[cell]) for cell in found}
        for cell, rule in self.register.shown.items():
            if rule.endswith(" or printed"):
                placed[cell] = (*placed.get(cell, ()), *self._printed(found, cell))
        return {cell: readings for cell, readings in placed.items() if readings}

    def _placed(self, reading: Supported, cell: str) -> Reading:
        relation, reason = self._relation(reading, cell)
        best = self.readings.get(cell)
        value = best.value if best is not None and best.claims[0] in reading.claims else reading.value
        return Reading(value, tuple(claim.id for claim in reading.claims), relation, reason)

    def _printed(self, found: Mapping[str, tuple[Supported, ...]], cell: str) -> list[Reading]:
        """The days on which counts were printed that no words date. Never shown as if somebody had said them."""
        days: dict[str, list[str]] = {}
        for claim in sorted({c.id: c for readings in found.values() for one in readings for c in one.claims}.items()):
            day = self.published.get(claim[1].document, "")
            if day and cell not in claim[1].cells and claim[1].date.endswith("/.."):
                days.setdefault(day, []).append(claim[0])
        return [Reading(day, tuple(ids), "beside", "printed then; the words give no day") for day, ids in days.items()]

    def _relation(self, reading: Supported, cell: str) -> tuple[Relation, str]:
        best = self.readings.get(cell)
        if best is not None and best.claims[0] in reading.claims:
            return "same", ""
        if cell == MODALITY:
            return _of_modality(str(reading.value), self.modality)
        if not any(claim.modality == self.modality for claim in reading.claims):
            return self._uncounted(reading, best, cell)
        company = self._company(reading, cell)
        if company is not None:
            return company
        if best is None:
            return "beside", "not among those that count"
        if self.register.shown.get(cell) in ("latest count", "latest day"):
            return self._of_counts(reading, best, cell)
        if cell == DATE and self._other_stage(reading, best):
            return "beside", "of another stage"
        if self._other_side(reading, cell):
            return "same", "told from the other side"
        course = self.register.stages.get(cell, ())
        return (
            _of_stages(str(reading.value), str(best.value), course) if course else self._compared(reading, best, cell)
        )

    def _compared(self, reading: Supported, best: Supported, cell: str) -> tuple[Relation, str]:
        return compared(reading, best, cell, self.register, self.context)

    def _company(self, reading: Supported, cell: str) -> tuple[Relation, str] | None:
        """For a cell that goes with another one: None where its claims give the shown value of that one, too."""
        _, found, leader = self.register.shown.get(cell, "").removesuffix(" or printed").rpartition("with ")
        lead = self.readings.get(leader) if found else None
        if lead is None or any(claim in lead.claims for claim in reading.claims):
            return None
        if not any(leader in claim.cells for claim in reading.claims):
            return None
        later = self.register.shown.get(leader) in ("latest count", "latest day", "furthest stage")
        return ("superseded" if later else "beside"), f"said with another {leader}"

    def _of_counts(self, reading: Supported, best: Supported, cell: str) -> tuple[Relation, str]:
        """An earlier count is superseded; two of one day agree or not. No delivery grows by being printed later."""
        mine, theirs = (max(self._day(claim, cell) for claim in one.claims) for one in (reading, best))
        if 0 < mine < theirs:
            return "superseded", f"{_counted(reading)}, before {_counted(best)}"
        return self._compared(reading, best, cell)

    def _day(self, claim: Claim, cell: str) -> int:
        printed = self.register.shown.get(cell) == "latest count"
        return counted_on(claim, self.published) if printed else delivered_on(claim)

    def _uncounted(self, reading: Supported, best: Supported | None, cell: str) -> tuple[Relation, str]:
        """A reading of claims that do not fill the shown cells: plans, possibilities, denials."""
        said = " or ".join(dict.fromkeys(claim.modality for claim in reading.claims))
        if best is None:
            return "beside", f"only {said}"
        relation, reason = self._compared(reading, best, cell)
        if relation != "conflicts":
            return relation, reason
        if said == "planned" and self.modality in ("asserted", "denied"):
            return "superseded", f"planned, then {'carried out' if self.modality == 'asserted' else 'not done'}"
        return "beside", f"only {said}"

    def _other_stage(self, reading: Supported, best: Supported) -> bool:
        """True where two dates are those of different stages of one thing."""
        cells = self.register.stages
        mine, theirs = ({text_of(claim, cell) for claim in one.claims for cell in cells} for one in (reading, best))
        return bool(cells) and not mine & theirs

    def _other_side(self, reading: Supported, cell: str) -> bool:
        """True where a value stands in the other cell of two that can change places: allies, those who meet."""
        twin = next((other for pair in self.register.pairs if cell in pair for other in pair if other != cell), "")
        best = self.readings.get(twin)
        if best is None:
            return False
        party = COMPARERS["party"]
        mine, theirs = party.term(reading.claims[0], cell, self.context), party.term(best.claims[0], twin, self.context)
        return mine is not None and theirs is not None and party.compare(mine, theirs).kind != "differs"


def _of_modality(said: str, shown: str) -> tuple[Relation, str]:
    if "denied" in (said, shown):
        if "planned" in (said, shown):
            return "superseded", f"{said}, then {shown}"
        return "conflicts", f"{said} against {shown}"
    return ("superseded", f"{said} before it happened") if said == "planned" else ("beside", f"{said} beside {shown}")


def _of_stages(said: str, shown: str, course: tuple[str, ...]) -> tuple[Relation, str]:
    if said in course and shown in course and course.index(said) < course.index(shown):
        return "superseded", f"{said}, then {shown}"
    return "conflicts", f"{said} against {shown}"


def _counted(reading: Supported) -> str:
    claim = reading.claims[-1]
    when, who = text_of(claim, "as_of"), text_of(claim, "compiler")
    return f"{reading.value}" + f" as of {when}" * bool(when) + f" ({who})" * bool(who)
