"""Modality off hand-made trees: what stands on the event, and what stands above it."""

from __future__ import annotations

import pytest

from muniment.claims.clauses.factuality import modality_of
from muniment.claims.clauses.predicates import predicate_at
from tests.claims.trees import tree

CASES = {
    "asserted": ("Rebels/rebel/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/0/root Goma//PROPN/NNP/2/obj", 1),
    "denied": (
        "Rebels/rebel/NOUN/NNS/4/nsubj did/do/AUX/VBD/4/aux not//PART/RB/4/advmod shell//VERB/VB/0/root "
        "Goma//PROPN/NNP/4/obj",
        3,
    ),
    "planned": (
        "Oslo//PROPN/NNP/3/nsubj will//AUX/MD/3/aux ship//VERB/VB/0/root tanks/tank/NOUN/NNS/3/obj",
        2,
    ),
    "possible": (
        "Oslo//PROPN/NNP/3/nsubj may//AUX/MD/3/aux ship//VERB/VB/0/root tanks/tank/NOUN/NNS/3/obj",
        2,
    ),
    "requested": (
        "Lima//PROPN/NNP/2/nsubj asked/ask/VERB/VBD/0/root Oslo//PROPN/NNP/2/obj to//PART/TO/5/mark "
        "ship//VERB/VB/2/xcomp tanks/tank/NOUN/NNS/5/obj",
        4,
    ),
}


@pytest.mark.parametrize("modality", CASES)
def test_one_cue(modality: str) -> None:
    rows, head = CASES[modality]
    sentence = tree(rows)
    assert modality_of(sentence, predicate_at(sentence, head)) == modality


def test_refusing_outweighs_what_is_refused() -> None:
    sentence = tree(
        "Oslo//PROPN/NNP/2/nsubj refused/refuse/VERB/VBD/0/root to//PART/TO/4/mark agree//VERB/VB/2/xcomp "
        "to//PART/TO/6/mark ship//VERB/VB/4/xcomp tanks/tank/NOUN/NNS/6/obj"
    )
    assert modality_of(sentence, predicate_at(sentence, 5)) == "denied"


def test_agreeing_to_do_something_is_a_plan() -> None:
    sentence = tree(
        "Oslo//PROPN/NNP/2/nsubj agreed/agree/VERB/VBD/0/root to//PART/TO/4/mark ship//VERB/VB/2/xcomp "
        "tanks/tank/NOUN/NNS/4/obj"
    )
    assert modality_of(sentence, predicate_at(sentence, 3)) == "planned"


def test_a_condition_asserts_nothing() -> None:
    sentence = tree(
        "It//PRON/PRP/3/nsubj will//AUX/MD/3/aux act//VERB/VB/0/root if//SCONJ/IN/6/mark Oslo//PROPN/NNP/6/nsubj "
        "ships/ship/VERB/VBZ/3/advcl tanks/tank/NOUN/NNS/6/obj"
    )
    assert modality_of(sentence, predicate_at(sentence, 5)) == "possible"


def test_calling_for_an_event_requests_it_through_the_preposition() -> None:
    sentence = tree(
        "Lima//PROPN/NNP/2/nsubj called/call/VERB/VBD/0/root for//ADP/IN/4/case sanctions/sanction/NOUN/NNS/2/obl"
    )
    assert modality_of(sentence, predicate_at(sentence, 3)) == "requested"


def test_an_alleged_attack_is_possible() -> None:
    sentence = tree("the//DET/DT/3/det alleged//ADJ/JJ/3/amod attack//NOUN/NN/0/root")
    assert modality_of(sentence, predicate_at(sentence, 2)) == "possible"


def test_what_is_due_is_planned_whatever_the_tree_makes_of_due() -> None:
    rows = (
        "Rojas//PROPN/NNP/5/nsubj was/be/AUX/VBD/5/cop due//ADJ/JJ/5/advcl to//PART/TO/5/mark arrive//VERB/VB/0/root "
        "in//ADP/IN/7/case Lome//PROPN/NNP/5/obl"
    )
    sentence = tree(rows)
    assert modality_of(sentence, predicate_at(sentence, 4)) == "planned"


def test_would_tells_of_what_was_planned() -> None:
    rows = "Rojas//PROPN/NNP/3/nsubj would//AUX/MD/3/aux visit//VERB/VB/0/root Togo//PROPN/NNP/3/obj"
    sentence = tree(rows)
    assert modality_of(sentence, predicate_at(sentence, 2)) == "planned"


def test_joined_verbs_share_the_auxiliary_of_the_first() -> None:
    sentence = tree(
        "It/it/PRON/PRP/3/nsubj would//AUX/MD/3/aux bar//VERB/VB/0/root trade//NOUN/NN/3/obj "
        "and//CCONJ/CC/6/cc freeze//VERB/VB/3/conj assets/asset/NOUN/NNS/6/obj"
    )
    assert modality_of(sentence, predicate_at(sentence, 5)) == "planned"


def test_a_past_clause_behind_after_has_happened_whatever_is_planned() -> None:
    sentence = tree(
        "Talks/talk/NOUN/NNS/3/nsubj will//AUX/MD/3/aux resume//VERB/VB/0/root after//SCONJ/IN/6/mark "
        "Chad//PROPN/NNP/6/nsubj left/leave/VERB/VBD/3/advcl"
    )
    assert modality_of(sentence, predicate_at(sentence, 5)) == "asserted"


def test_what_is_waited_for_with_until_is_open() -> None:
    sentence = tree(
        "Aid//NOUN/NN/2/nsubj stops/stop/VERB/VBZ/0/root until//SCONJ/IN/5/mark Chad//PROPN/NNP/5/nsubj "
        "leaves/leave/VERB/VBZ/2/advcl"
    )
    assert modality_of(sentence, predicate_at(sentence, 4)) == "possible"


def test_a_noun_over_a_clause_stands_under_its_own_verb() -> None:
    sentence = tree(
        "Oslo//PROPN/NNP/2/nsubj blocked/block/VERB/VBD/0/root attempts/attempt/NOUN/NNS/2/obj to//PART/TO/5/mark "
        "impose//VERB/VB/3/acl sanctions/sanction/NOUN/NNS/5/obj"
    )
    assert modality_of(sentence, predicate_at(sentence, 4)) == "denied"
