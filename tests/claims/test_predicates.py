"""Predicates read off hand-made trees: each construction that moves an argument has its case."""

from __future__ import annotations

from muniment.claims.clauses.companions import companions
from muniment.claims.clauses.predicates import lemma_of, predicate_at
from tests.claims.trees import named, tree

ACTIVE = tree(
    "Norway//PROPN/NNP/2/nsubj shipped/ship/VERB/VBD/0/root tanks/tank/NOUN/NNS/2/obj "
    "to//ADP/IN/5/case Kenya//PROPN/NNP/2/obl"
)
PASSIVE = tree(
    "Tanks/tank/NOUN/NNS/3/nsubj:pass were/be/AUX/VBD/3/aux:pass shipped/ship/VERB/VBN/0/root by//ADP/IN/5/case "
    "Norway//PROPN/NNP/3/obl:agent"
)
RELATIVE = tree(
    "Norway//PROPN/NNP/6/nsubj which//PRON/WDT/3/nsubj shipped/ship/VERB/VBD/1/acl:relcl tanks/tank/NOUN/NNS/3/obj "
    "has/have/AUX/VBZ/6/aux stopped/stop/VERB/VBN/0/root"
)
REDUCED = tree("tanks/tank/NOUN/NNS/0/root shipped/ship/VERB/VBN/1/acl to//ADP/IN/4/case Kenya//PROPN/NNP/2/obl")
CONTROL = tree(
    "Norway//PROPN/NNP/2/nsubj agreed/agree/VERB/VBD/0/root to//PART/TO/4/mark ship//VERB/VB/2/xcomp "
    "tanks/tank/NOUN/NNS/4/obj"
)
SHARED = tree(
    "Norway//PROPN/NNP/2/nsubj built/build/VERB/VBD/0/root and//CCONJ/CC/4/cc shipped/ship/VERB/VBD/2/conj "
    "tanks/tank/NOUN/NNS/4/obj"
)
PAIR = tree(
    "Norway//PROPN/NNP/4/nsubj and//CCONJ/CC/3/cc Denmark//PROPN/NNP/1/conj shipped/ship/VERB/VBD/0/root "
    "tanks/tank/NOUN/NNS/4/obj and//CCONJ/CC/7/cc guns/gun/NOUN/NNS/5/conj"
)
LIGHT = tree(
    "Norway//PROPN/NNP/2/nsubj imposed/impose/VERB/VBD/0/root sanctions/sanction/NOUN/NNS/2/obj on//ADP/IN/5/case "
    "Kenya//PROPN/NNP/2/obl"
)
NOMINAL = tree(
    "Norway//PROPN/NNP/3/nmod:poss 's//PART/POS/1/case delivery//NOUN/NN/0/root of//ADP/IN/5/case "
    "tanks/tank/NOUN/NNS/3/nmod to//ADP/IN/7/case Kenya//PROPN/NNP/3/nmod"
)


def test_active_clause_has_subject_object_and_prepositions() -> None:
    predicate = predicate_at(ACTIVE, 1)
    assert named(ACTIVE, predicate.get("subject")) == ["Norway"]
    assert named(ACTIVE, predicate.get("object")) == ["tanks"]
    assert named(ACTIVE, predicate.get("to")) == ["Kenya"]


def test_passive_subject_is_the_object_and_its_agent_the_subject() -> None:
    predicate = predicate_at(PASSIVE, 2)
    assert predicate.passive
    assert named(PASSIVE, predicate.get("object")) == ["Tanks"]
    assert named(PASSIVE, predicate.get("subject")) == ["Norway"]


def test_relative_pronoun_stands_for_its_antecedent() -> None:
    assert named(RELATIVE, predicate_at(RELATIVE, 2).get("subject")) == ["Norway"]


def test_reduced_relative_is_passive_with_the_noun_as_object() -> None:
    predicate = predicate_at(REDUCED, 1)
    assert named(REDUCED, predicate.get("object")) == ["tanks"]
    assert named(REDUCED, predicate.get("to")) == ["Kenya"]


def test_controlled_verb_takes_the_subject_of_its_governor_and_remembers_it() -> None:
    predicate = predicate_at(CONTROL, 3)
    assert named(CONTROL, predicate.get("subject")) == ["Norway"]
    assert [lemma_of(CONTROL, index) for index in predicate.chain] == ["agree"]


def test_coordinated_verb_shares_the_subject_and_tells_the_same_event() -> None:
    assert named(SHARED, predicate_at(SHARED, 3).get("subject")) == ["Norway"]
    assert companions(SHARED, 3) == [1]
    assert companions(SHARED, 1) == [3]


def test_coordinated_arguments_are_all_given() -> None:
    predicate = predicate_at(PAIR, 3)
    assert named(PAIR, predicate.get("subject")) == ["Norway", "Denmark"]
    assert named(PAIR, predicate.get("object")) == ["tanks", "guns"]


def test_light_verb_lends_its_arguments_to_the_event_noun() -> None:
    predicate = predicate_at(LIGHT, 2)
    assert named(LIGHT, predicate.get("subject")) == ["Norway"]
    assert named(LIGHT, predicate.get("on")) == ["Kenya"]


def test_event_noun_has_possessor_and_prepositions() -> None:
    predicate = predicate_at(NOMINAL, 2)
    assert named(NOMINAL, predicate.get("possessor")) == ["Norway"]
    assert named(NOMINAL, predicate.get("of")) == ["tanks"]
    assert named(NOMINAL, predicate.get("to")) == ["Kenya"]


def test_particle_belongs_to_the_lemma() -> None:
    handed = tree(
        "They//PRON/PRP/2/nsubj handed/hand/VERB/VBD/0/root over//ADP/RP/2/compound:prt guns/gun/NOUN/NNS/2/obj"
    )
    assert lemma_of(handed, 1) == "hand_over"


def test_a_round_of_talks_has_the_arguments_of_the_talks() -> None:
    rows = (
        "Peru//PROPN/NNP/2/nsubj held/hold/VERB/VBD/0/root a//DET/DT/4/det round//NOUN/NN/2/obj of//ADP/IN/6/case "
        "talks/talk/NOUN/NNS/4/nmod with//ADP/IN/8/case Chile//PROPN/NNP/4/nmod"
    )
    sentence = tree(rows)
    talks = predicate_at(sentence, 5)
    assert talks.get("subject") == [0]
    assert talks.get("with") == [7]


def test_a_number_that_stands_for_a_thing_keeps_its_phrase_to_itself() -> None:
    sentence = tree(
        "Chad//PROPN/NNP/2/nsubj got/get/VERB/VBD/0/root tanks/tank/NOUN/NNS/2/obj from//ADP/IN/5/case "
        "Peru//PROPN/NNP/3/nmod ,//PUNCT/,/7/punct 40//NUM/CD/3/appos from//ADP/IN/9/case Oman//PROPN/NNP/3/nmod"
    )
    assert named(sentence, predicate_at(sentence, 2).get("from")) == ["Peru"]


def test_halves_of_a_compound_that_the_tree_tears_apart_share_their_possessor() -> None:
    sentence = tree(
        "Peru//PROPN/NNP/3/nmod:poss 's/'s/PART/POS/1/case arms//NOUN/NNS/6/nsubj embargo//NOUN/NN/6/nsubj "
        "is/be/AUX/VBZ/6/cop old//ADJ/JJ/0/root"
    )
    assert named(sentence, predicate_at(sentence, 3).get("possessor")) == ["Peru"]


def test_who_signs_a_contract_buys_what_it_is_about() -> None:
    sentence = tree(
        "Chad//PROPN/NNP/2/nsubj signed/sign/VERB/VBD/0/root a//DET/DT/4/det contract//NOUN/NN/2/obj "
        "for//ADP/IN/7/case the//DET/DT/7/det purchase//NOUN/NN/4/nmod of//ADP/IN/9/case tanks/tank/NOUN/NNS/7/nmod"
    )
    assert named(sentence, predicate_at(sentence, 6).get("subject")) == ["Chad"]
