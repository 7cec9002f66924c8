"""Records, ties and reasons in a line each: for lists in which a whole row would be too much."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from muniment.outputs.plain import one_line, shorten
from muniment.outputs.views.faces import faces
from muniment.outputs.views.sheet import ID_WIDTH, cells_of
from muniment.outputs.views.values import quoted
from muniment.pipeline.reasons import Agreement, Called, Joined, Tied
from muniment.schema.entity import Feature
from muniment.schema.record import Grade, Record
from muniment.vocabulary.registers import register

BETWEEN: Final = " · "
LINE: Final = 90
_STANDS: Final = {
    "same": "the same",
    "refines": "more precise",
    "refined": "less precise",
    "superseded": "superseded",
    "conflicts": "another",
    "beside": "beside it",
}
# Why a record has its grade; the first that holds gives it (ledger/reconcile/grade.py).
GRADES: Final[dict[Grade, str]] = {
    "discounted": "what was said to happen is denied",
    "contested": "denied against asserted, or rivals in a key cell",
    "confirmed": "who took part says so",
    "fair": "two or more independent voices",
    "weak": "one voice alone",
}
_PLURALS: Final = {"agency": "agencies"}


def row_in_words(record: Record, width: int = LINE) -> str:
    """What a record shows in one line of at most `width` characters: its key cells first, then the others."""
    definition = register(record.register)
    columns = sorted(faces(definition), key=lambda face: face.cell not in definition.key)
    fields = (face.render(cells_of(record)) for face in columns)
    modality = "" if record.modality == "asserted" else record.modality
    return shorten(BETWEEN.join(field for field in (*fields, modality) if field), width)


def support_in_words(record: Record) -> str:
    """Who stands behind a record: "3 publishers · 2 agencies · 1 speaker"."""
    support = record.support
    counts = {"publisher": support.publishers, "agency": support.agencies, "speaker": support.speakers}
    return BETWEEN.join(
        f"{count} {word if count == 1 else _PLURALS.get(word, f'{word}s')}" for word, count in counts.items() if count
    )


def grade_in_words(record: Record) -> str:
    """The grade with the rule that gave it: "weak, provisional (one voice alone)"."""
    rule = GRADES.get(record.grade, "")
    return f"{record.grade}{', provisional' * record.provisional}" + f" ({rule})" * bool(rule)


def features_in_words(features: Sequence[Feature]) -> str:
    """What ties two spellings: "another spelling 0.80 + shared country (RU) 0.30"."""
    return " + ".join(_feature(feature) for feature in features)


def _feature(feature: Feature) -> str:
    value = f" ({one_line(feature.value)})" if feature.value else ""
    return f"{feature.name}{value}" + (f" {feature.score:.2f}" if feature.score else "")


def called_in_words(called: Called) -> str:
    """Whom a spelling means: "“Ukrboronprom” is Ukroboronprom: another spelling 0.80 + ..."."""
    through = "" if called.to == called.entity else f" through {quoted(one_line(called.to))}"
    entity = one_line(called.entity)
    return f"{quoted(one_line(called.name))} is {entity}{through}: {features_in_words(called.features)}"


def joined_in_words(joined: Joined) -> str:
    """Why a claim is about the same fact: "same supplier, recipient; item less precise (...)"."""
    return "a person said so" if joined.judged else agreements_in_words(joined.agreements)


def agreements_in_words(agreements: Sequence[Agreement]) -> str:
    """How a claim stands to its record in the cells that decide: what is equal first."""
    same = [one.cell for one in agreements if one.firm]
    others = [
        f"{one.cell} {_STANDS[one.relation]}" + f" ({one_line(one.reason)})" * bool(one.reason)
        for one in agreements
        if one.said and not one.firm
    ]
    unsaid = [one.cell for one in agreements if not one.said]
    parts = [f"same {', '.join(same)}" if same else "", *others, f"does not say {', '.join(unsaid)}" if unsaid else ""]
    return "; ".join(part for part in parts if part)


def tied_in_words(tied: Tied) -> str:
    """What a record is tied to: "concluded at: visit · ... [meetings 3fa92c10] (both dated ..., ...)"."""
    other = tied.record
    where = f"[{other.register} {other.id[:ID_WIDTH]}]"
    return f"{tied.kind}: {row_in_words(other)} {where} ({one_line('; '.join(tied.reasons))})"
