"""CLEAR trees become Universal Dependencies; trees that are so already stay."""

from __future__ import annotations

import pytest

from muniment.language.clear import Node, to_universal
from muniment.language.lemma import lemma


def converted(rows: str) -> str:
    """The tree of "form/UPOS/XPOS/head/relation" words as "form/head/relation"."""
    words = [row.rsplit("/", 4) for row in rows.split()]
    nodes = [Node(lemma(form, upos, xpos), upos, xpos, int(head) - 1, dep) for form, upos, xpos, head, dep in words]
    to_universal(nodes)
    return " ".join(f"{word[0]}/{node.head + 1}/{node.deprel}" for word, node in zip(words, nodes, strict=True))


@pytest.mark.parametrize(
    ("clear", "universal"),
    [
        pytest.param(
            "Norway/PROPN/NNP/2/nsubj sold/VERB/VBD/0/ROOT frigates/NOUN/NNS/2/dobj to/ADP/IN/2/dative "
            "Chile/PROPN/NNP/4/pobj in/ADP/IN/2/prep May/PROPN/NNP/6/pobj",
            "Norway/2/nsubj sold/0/root frigates/2/obj to/5/case Chile/2/obl in/7/case May/2/obl",
            id="objects and prepositions",
        ),
        pytest.param(
            "They/PRON/PRP/2/nsubj gave/VERB/VBD/0/ROOT him/PRON/PRP/2/dative a/DET/DT/5/det ship/NOUN/NN/2/dobj",
            "They/2/nsubj gave/0/root him/2/iobj a/5/det ship/2/obj",
            id="dative without preposition",
        ),
        pytest.param(
            "Ships/NOUN/NNS/3/nsubjpass were/AUX/VBD/3/auxpass built/VERB/VBN/0/ROOT by/ADP/IN/3/agent "
            "Ulstein/PROPN/NNP/4/pobj of/ADP/IN/5/prep Norway/PROPN/NNP/6/pobj",
            "Ships/3/nsubj:pass were/3/aux:pass built/0/root by/5/case Ulstein/3/obl:agent of/7/case Norway/5/nmod",
            id="passive",
        ),
        pytest.param(
            "Lund/PROPN/NNP/2/nsubj was/AUX/VBD/0/ROOT minister/NOUN/NN/2/attr of/ADP/IN/3/prep "
            "defence/NOUN/NN/4/pobj in/ADP/IN/2/prep 1998/NUM/CD/6/pobj",
            "Lund/3/nsubj was/3/cop minister/0/root of/5/case defence/3/nmod in/7/case 1998/3/obl",
            id="copula with a noun",
        ),
        pytest.param(
            "Lund/PROPN/NNP/3/nsubj has/AUX/VBZ/3/aux been/AUX/VBN/0/ROOT in/ADP/IN/3/prep Oslo/PROPN/NNP/4/pobj",
            "Lund/5/nsubj has/5/aux been/5/cop in/5/case Oslo/0/root",
            id="copula with a place",
        ),
        pytest.param(
            "There/PRON/EX/2/expl were/VERB/VBD/0/ROOT riots/NOUN/NNS/2/attr in/ADP/IN/2/prep Oslo/PROPN/NNP/4/pobj",
            "There/2/expl were/0/root riots/2/nsubj in/5/case Oslo/2/obl",
            id="existence",
        ),
        pytest.param(
            "She/PRON/PRP/2/nsubj became/VERB/VBD/0/ROOT head/NOUN/NN/2/attr after/ADP/IN/2/prep "
            "beating/VERB/VBG/4/pcomp Lund/PROPN/NNP/5/dobj",
            "She/2/nsubj became/0/root head/2/xcomp after/5/mark beating/2/advcl Lund/5/obj",
            id="no copula, a clause under a preposition",
        ),
        pytest.param(
            "Shots/NOUN/NNS/2/nsubj came/VERB/VBD/0/ROOT from/ADP/IN/2/prep behind/ADP/IN/3/prep "
            "the/DET/DT/6/det wall/NOUN/NN/4/pobj",
            "Shots/2/nsubj came/0/root from/6/case behind/6/case the/6/det wall/2/obl",
            id="two prepositions",
        ),
        pytest.param(
            "in/ADP/IN/0/ROOT Oslo/PROPN/NNP/1/pobj and/CCONJ/CC/1/cc in/ADP/IN/1/conj Bergen/PROPN/NNP/4/pobj",
            "in/2/case Oslo/0/root and/5/cc in/5/case Bergen/2/conj",
            id="coordinated prepositions",
        ),
        pytest.param(
            "We/PRON/PRP/2/nsubj agreed/VERB/VBD/0/ROOT not/PART/RB/5/neg to/PART/TO/5/aux buy/VERB/VB/2/xcomp "
            "their/PRON/PRP$/7/poss guns/NOUN/NNS/5/dobj and/CCONJ/CC/5/cc to/PART/TO/10/aux leave/VERB/VB/5/conj",
            "We/2/nsubj agreed/0/root not/5/advmod to/5/mark buy/2/xcomp their/7/nmod:poss guns/5/obj and/10/cc "
            "to/10/mark leave/5/conj",
            id="infinitives and conjunctions",
        ),
    ],
)
def test_what_differs_is_turned(clear: str, universal: str) -> None:
    assert converted(clear) == universal


@pytest.mark.parametrize(
    "tree",
    [
        "Ships/NOUN/NNS/3/nsubj:pass were/AUX/VBD/3/aux:pass sold/VERB/VBN/0/root to/ADP/IN/5/case "
        "Chile/PROPN/NNP/3/obl and/CCONJ/CC/8/cc to/ADP/IN/8/case Peru/PROPN/NNP/5/conj",
        "Lund/PROPN/NNP/4/nsubj was/AUX/VBD/4/cop the/DET/DT/4/det minister/NOUN/NN/0/root who/PRON/WP/6/nsubj "
        "left/VERB/VBD/4/acl:relcl after/SCONJ/IN/8/mark voting/VERB/VBG/6/advcl",
    ],
)
def test_universal_trees_stay(tree: str) -> None:
    kept = " ".join("/".join([word.rsplit("/", 4)[0], *word.rsplit("/", 2)[1:]]) for word in tree.split())
    assert converted(tree) == kept
