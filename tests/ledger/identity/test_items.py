"""How descriptions of what was supplied relate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.ledger.identity.items import relate

_MIRROR = {"refines": "refined_by", "refined_by": "refines"}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("General Dynamics F-16 multirole fighter jets", "F-16s", "same"),
        ("six F-16s", "F-16", "same"),
        ("TB2", "Bayraktar TB2", "same"),
        ("Pantsir-S1", "Pantsir-1 air-defence systems", "same"),
        ("arms", "military hardware", "same"),
        ("drones", "unmanned aerial vehicles", "same"),
        ("a wide array of arms and equipment", "weapons", "same"),
        ("F-16C", "F-16", "refines"),
        ("F-16 fighter jets", "fighter jets", "refines"),
        ("fighter jets", "jets", "refines"),
        ("Leopard 2A6", "tanks", "refines"),
        ("T-72", "armoured vehicles", "refines"),
        ("Mi-35", "attack helicopters", "refines"),
        ("howitzers", "arms", "refines"),
        ("helicopters in kits", "helicopters", "refines"),
        ("Swedish radars", "radars", "refines"),
        ("parts for fighter jets", "spare parts", "refines"),
        ("F-16 and Mirage 2000 jets", "F-16s", "overlaps"),
        ("fighter jets", "helicopters", "different"),
        ("Mi-35s", "fighter jets", "different"),
        ("F-16", "F-15", "different"),
        ("Su-30MKI", "Su-30SME", "different"),
        ("parts for fighter jets", "fighter jets", "different"),
        ("parts for tanks", "parts for helicopters", "different"),
        ("second-hand tanks", "tanks", "different"),
        ("Swedish radars", "French radars", "different"),
        ("jet fuel", "jets", "different"),
    ],
)
def test_relation(one: str, other: str, kind: str) -> None:
    assert relate(one, other).kind == kind
    assert relate(other, one).kind == _MIRROR.get(kind, kind)


_WORDS = st.sampled_from(
    "F-16 F-16C F-15 Mi-35 T-72 jets fighter helicopters tanks parts for second-hand French arms radars new big".split()
)


@given(st.lists(_WORDS, min_size=1, max_size=5), st.lists(_WORDS, min_size=1, max_size=5))
def test_mirrored(one: list[str], other: list[str]) -> None:
    there, back = relate(" ".join(one), " ".join(other)), relate(" ".join(other), " ".join(one))
    assert back.kind == _MIRROR.get(there.kind, there.kind)


@given(st.text(min_size=1))
def test_the_same_as_itself(item: str) -> None:
    assert relate(item, item).kind == "same"
