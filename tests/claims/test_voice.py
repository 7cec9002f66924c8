"""Who suffers what a verb of harm tells."""

from __future__ import annotations

import pytest

from muniment.claims.clauses.predicates import predicate_at
from tests.claims.trees import named, tree


@pytest.mark.parametrize(
    ("rows", "suffering"),
    [
        ("Soldiers/soldier/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root overnight//ADV/RB/2/advmod", "Soldiers"),
        ("Bombs/bomb/NOUN/NNS/2/nsubj:pass killed/kill/VERB/VBD/0/root 12//NUM/CD/2/obj", "12"),
        ("Rebels/rebel/NOUN/NNS/2/nsubj killed/kill/VERB/VBD/0/root guards/guard/NOUN/NNS/2/obj", "guards"),
    ],
)
def test_a_verb_of_harm_without_object_or_auxiliary_is_passive(rows: str, suffering: str) -> None:
    made = tree(rows)
    assert named(made, predicate_at(made, 1).get("object")) == [suffering]


def test_a_bare_number_before_the_verb_is_who_died() -> None:
    made = tree("More/more/ADJ/JJR/3/advmod than//ADP/IN/1/fixed 7,000//NUM/CD/4/obl died/die/VERB/VBD/0/root")
    assert named(made, predicate_at(made, 3).get("subject")) == ["7,000"]
