"""From what a person says to a judgement that can be kept: checked, and holding on to words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from muniment.errors import NotFound, UsageError
from muniment.ledger.judgements import standing
from muniment.ledger.judgements.apply import with_value
from muniment.schema.claim import MODALITIES, Claim, Value
from muniment.schema.judgement import (
    SUBJECTS,
    Anchor,
    Judgement,
    Name,
    OfCell,
    OfClaim,
    OfClaims,
    OfJudgement,
    OfNames,
    OfSides,
    Subject,
    Verdict,
)
from muniment.vocabulary.check import problems
from muniment.vocabulary.registers import Register
from muniment.vocabulary.registers import register as register_named

if TYPE_CHECKING:
    from muniment.ledger.store.view import View

Given: TypeAlias = str | Name
ClaimsOf: TypeAlias = Callable[[str], Sequence[str]]
_BESIDE: Final = ("date", "modality", "source")  # what can be corrected beside the cells of the register


def subject_of(
    view: View,
    verdict: Verdict,
    given: Sequence[Given],
    apart_from: Sequence[str],
    cell: str,
    value: Value | None,
    claims_of: ClaimsOf,
) -> Subject:
    """The subject that a verdict has, from what a person named; see `Case.judge` for what that may be.

    `claims_of` gives the ids of the claims of a record, none where there is no such record. Raises NotFound for what
    is not there, UsageError for what makes no sense.
    """
    kind = SUBJECTS.get(verdict)
    if kind is None:
        raise UsageError(f"{verdict!r} is no verdict.", f"Use one of {', '.join(SUBJECTS)}.")
    _check_arguments(verdict, given, apart_from, cell, value)
    if kind is OfNames:
        return _names(view, [one if isinstance(one, Name) else Name(one) for one in given])
    ids = [str(one) for one in given]
    if kind is OfJudgement:
        return OfJudgement(_judgement(view.judgements(), ids[0]))
    if kind is OfClaim:
        return OfClaim(Anchor.of(_claim(view, ids[0])))
    if kind is OfCell:
        claim = _claim(view, ids[0])
        return OfCell(Anchor.of(claim), cell, checked(claim, cell, value))
    these = _claims(view, ids, claims_of)
    if kind is OfClaims:
        return OfClaims(_one_register(these))
    those = _claims(view, apart_from, claims_of)
    if {claim.id for claim in these} & {claim.id for claim in those}:
        raise UsageError("A claim cannot be kept apart from itself.", "Name each claim on one side only.")
    anchors = _one_register([*these, *those])
    return OfSides(anchors[: len(these)], anchors[len(these) :])


def checked(claim: Claim, cell: str, value: Value | None) -> Value | None:
    """The value as the register types the cell; text is read as a person types it ("6", "A; B" in a list).

    None and "" say that the words give no such value. Raises NotFound for an unknown cell, UsageError for a value
    that the cell cannot have.
    """
    register = register_named(claim.register)
    typed = _typed(register, cell, value)
    after = with_value(claim, cell, typed) if cell != "modality" or typed in MODALITIES else claim
    modality = typed if cell == "modality" else after.modality
    cells = {name: one.value for name, one in after.cells.items()}
    wrong = problems(register, cells, modality, after.date, after.source)
    if wrong:
        raise UsageError(
            f"That cannot be the {cell} of {claim.id}: {'; '.join(wrong)}.", "Reject the claim, or mend it."
        )
    return typed


def _typed(register: Register, cell: str, value: Value | None) -> Value | None:
    kind = "text" if cell in _BESIDE else register.column(cell).type
    if value is None or value == "":
        return None
    if kind == "list" and isinstance(value, str):
        return tuple(part.strip() for part in value.split(";") if part.strip())
    if kind == "number" and isinstance(value, str):
        plain = value.strip().replace(",", "")
        try:
            return int(plain) if plain.lstrip("-").isdecimal() else float(plain)
        except ValueError:
            return value
    return value.strip() if isinstance(value, str) else value


def _check_arguments(
    verdict: Verdict, given: Sequence[Given], apart_from: Sequence[str], cell: str, value: Value | None
) -> None:
    kind = SUBJECTS[verdict]
    if kind is not OfNames and any(isinstance(one, Name) for one in given):
        raise UsageError(f"{verdict} is not said of names.", "Give the ids of claims or records.")
    if (cell != "") != (kind is OfCell) or (value is not None and kind is not OfCell):
        raise UsageError(f"{verdict} takes {'a cell and a value' if kind is OfCell else 'no cell and no value'}.")
    if bool(apart_from) != (kind is OfSides):
        raise UsageError("split, and nothing else, says which claims the others are kept apart from.")
    if kind in (OfClaim, OfCell, OfJudgement) and len(given) != 1:
        raise UsageError(f"{verdict} is said of one {'judgement' if kind is OfJudgement else 'claim'} at a time.")
    if kind is OfNames and len(set(given)) < 2:
        raise UsageError(f"{verdict} is said of two names or more.")


def _claim(view: View, id: str) -> Claim:
    """The claim of an id, or of the only one that begins so."""
    found = view.claims_of([id])
    if not found:
        ids = view.claim_ids(id) if id else ()
        if len(ids) > 1:
            raise UsageError(f"{id!r} begins the ids of {len(ids)} claims.", "Give more digits.")
        found = view.claims_of(ids)
    if not found:
        raise NotFound(f"There is no claim {id!r}.", "List claims with their ids, or explain a record.")
    return next(iter(found.values()))[-1]


def _claims(view: View, ids: Iterable[str], claims_of: ClaimsOf) -> list[Claim]:
    """The claims of ids of claims and records, each once."""
    found: dict[str, Claim] = {}
    for id in ids:
        for claim in [_claim(view, one) for one in (tuple(view.claims_of([id])) or claims_of(id) or (id,))]:
            found.setdefault(claim.id, claim)
    return list(found.values())


def _one_register(claims: Sequence[Claim]) -> tuple[Anchor, ...]:
    if len(claims) < 2:
        raise UsageError("That is one claim only.", "Name two claims or more, or a record and a claim.")
    registers = sorted({claim.register for claim in claims})
    if len(registers) > 1:
        raise UsageError(f"Claims of {' and '.join(registers)} are never one record.", "Name claims of one register.")
    return tuple(Anchor.of(claim) for claim in claims)


def _judgement(judgements: Sequence[Judgement], id: str) -> str:
    """The full id of a judgement that can be taken back."""
    found = [judgement for judgement in judgements if id and judgement.id.startswith(id)]
    exact = [judgement for judgement in found if judgement.id == id] or found
    if not exact:
        raise NotFound(f"There is no judgement {id!r}.", "List judgements with their ids.")
    if len(exact) > 1:
        raise UsageError(f"{id!r} begins the ids of {len(exact)} judgements.", "Give more digits.")
    (judgement,) = exact
    if judgement.verdict != "retract" and judgement not in standing(judgements):
        raise UsageError(f"Judgement {judgement.id} was taken back already.", "Take its retraction back to restore it.")
    return judgement.id


def _names(view: View, names: Sequence[Name]) -> OfNames:
    """The names, each checked to be one that some claim or its document has."""
    documents = {name.document: _document(view, name.document) for name in names if name.document}
    resolved = tuple(Name(name.name.strip(), documents.get(name.document, "")) for name in names)
    sought = {name.name for name in resolved}
    sought -= {name.name for name in resolved if name.document and name.name in view.document(name.document).text}
    if sought:
        for claim in view.claims():
            sought -= names_in(claim)
            if not sought:
                break
    for name in resolved:
        if not name.name or name.name in sought:
            raise NotFound(f"No claim names {name.name!r}.", "Spell it as a cell has it, or say in which document.")
    return OfNames(tuple(dict.fromkeys(resolved)))


def _document(view: View, key: str) -> str:
    ids = view.document_ids(key)
    if not ids:
        raise NotFound(f"There is no document {key!r}.", "List the documents of the case for their names.")
    if len(ids) > 1:
        raise UsageError(f"{key!r} begins the ids of {len(ids)} documents or more.", "Give more digits, or the name.")
    return ids[0]


def names_in(claim: Claim) -> frozenset[str]:
    """Every text that a claim has in a cell, and its sources."""
    found = {part.strip() for part in claim.source.split(">")}
    for cell in claim.cells.values():
        found.update(cell.value if isinstance(cell.value, tuple) else (str(cell.value),))
    return frozenset(found)
