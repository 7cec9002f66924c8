"""Only what stands in the document is admitted, and every refusal says why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.claims.ground import admit
from muniment.claims.proposal import Proposal
from muniment.schema.claim import Cell, Claim, Refusal
from muniment.schema.document import Document, Furniture
from muniment.schema.span import Span

TEXT = "Share this story. Rebels shelled Goma on Monday."
DOCUMENT = Document(Document.id_of(TEXT), "d", TEXT, furniture=(Furniture(Span(0, 17), "share"),))
EVIDENCE = Span(18, 37)


def proposal(**changes: object) -> Proposal:
    fields: dict[str, object] = {
        "register": "incidents",
        "frame": "incidents.shell",
        "evidence": EVIDENCE,
        "cells": {"kind": Cell("shelling", Span(25, 32)), "target": Cell("Goma", Span(33, 37))},
    }
    return Proposal(**{**fields, **changes})  # type: ignore[arg-type]


def test_a_grounded_proposal_becomes_a_claim_with_its_words() -> None:
    claim = admit(DOCUMENT, proposal())
    assert isinstance(claim, Claim)
    assert claim.evidence.of(TEXT) == "Rebels shelled Goma"
    assert claim.frame == "incidents.shell"


def test_the_same_proposal_has_the_same_identifier_whoever_made_it() -> None:
    first, second = admit(DOCUMENT, proposal()), admit(DOCUMENT, proposal(frame="other"))
    assert isinstance(first, Claim)
    assert isinstance(second, Claim)
    assert first.id == second.id


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"evidence": Span(40, 4000)}, "outside"),
        ({"evidence": Span(0, 10)}, "furniture"),
        ({"evidence": Span(17, 18)}, "white space"),
        ({"cells": {"kind": Cell("shelling", None)}}, "no words"),
        ({"cells": {"kind": Cell("shelling", Span(25, 3200))}}, "no words"),
        ({"cells": {"kind": Cell("picnic", Span(25, 32))}}, "kind"),
        ({"cells": {"target": Cell("Goma", Span(33, 37))}}, "kind is missing"),
        ({"modality": "certain"}, "modality"),
        ({"date": "last week"}, "date"),
        ({"cells": {"kind": Cell("shelling", Span(25, 32)), "weapon": Cell("with", Span(38, 40))}}, "names nobody"),
        ({"cells": {"kind": Cell("shelling", Span(25, 32)), "colour": Cell("red", Span(38, 40))}}, "colour"),
        ({"cells": {"kind": Cell("shelling", Span(25, 32)), "killed": Cell("many", Span(25, 32))}}, "killed"),
    ],
)
def test_a_refusal_says_why(changes: dict[str, object], reason: str) -> None:
    refusal = admit(DOCUMENT, proposal(**changes))
    assert isinstance(refusal, Refusal)
    assert reason in refusal.reason


@given(st.integers(0, 60), st.integers(1, 60))
def test_whatever_is_admitted_quotes_the_document(start: int, length: int) -> None:
    result = admit(DOCUMENT, proposal(evidence=Span(start, start + length)))
    if isinstance(result, Claim):
        assert result.evidence.of(TEXT) == TEXT[start : start + length]
        assert result.evidence.of(TEXT).strip()
        assert start >= 17
