"""Headlines leave verbs out: an infinitive there says what is going to happen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.clauses.headlines import is_announced
from muniment.claims.match import match
from muniment.claims.reading import Reading
from tests.claims.trees import tree

Read = Callable[..., Reading]

HEADLINE = "president//NOUN/NN/0/root to//PART/TO/3/mark visit//VERB/VB/1/acl Chad//PROPN/NNP/3/obj"
PLAN = "a//DET/DT/2/det plan//NOUN/NN/0/root to//PART/TO/4/mark visit//VERB/VB/2/acl Chad//PROPN/NNP/4/obj"
CLAUSE = (
    "plans/plan/NOUN/NNS/2/nsubj failed/fail/VERB/VBD/0/root to//PART/TO/4/mark visit//VERB/VB/1/acl "
    "Chad//PROPN/NNP/4/obj"
)


@pytest.mark.parametrize(("rows", "verb", "announced"), [(HEADLINE, 2, True), (PLAN, 3, False), (CLAUSE, 3, False)])
def test_a_bare_noun_with_an_infinitive_is_a_headline(rows: str, verb: int, announced: bool) -> None:
    assert is_announced(tree(rows), verb) is announced


def test_who_heads_the_headline_is_going_to_do_it(read: Read) -> None:
    found = [p for p in match(read("Kenyan president to visit Chad")) if p.frame == "meetings.visit"]
    assert [(p.cells["guest"].value, p.cells["host"].value, p.modality) for p in found] == [
        ("Kenyan president", "Chad", "planned")
    ]
