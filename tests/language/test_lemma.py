"""Dictionary forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.language.lemma import lemma


@pytest.mark.parametrize(
    ("xpos", "pairs"),
    [
        ("VBD", "said say; struck strike; left leave; sold sell; bought buy; agreed agree; created create; noted note; "
                "planned plan; preferred prefer; controlled control; killed kill; added add; denied deny; died die; "
                "shipped ship; seized seize; fled flee; was be; had have; launched launch; developed develop"),
        ("VBN", "shot shoot; wounded wound; found find; founded found; driven drive; hit hit; based base; fixed fix"),
        ("VBG", "lying lie; dying die; moving move; hoping hope; running run; fighting fight; supplying supply; "
                "buying buy; being be; making make; travelling travel; firing fire; writing write"),
        ("VBZ", "passes pass; supplies supply; goes go; has have; says say; is be; attacks attack; closes close"),
        ("VB", "leave leave; found found; lie lie"),
    ],
)  # fmt: skip
def test_verbs(xpos: str, pairs: str) -> None:
    expected = dict(pair.split() for pair in pairs.split(";"))
    assert {form: lemma(form, "VERB", xpos) for form in expected} == expected


def test_nouns() -> None:
    pairs = (
        "fighters fighter; casualties casualty; crises crisis; wives wife; aircraft aircraft; arms arms; men man; "
        "spokeswomen spokeswoman; children child; buses bus; houses house; missiles missile; talks talk; "
        "attacks attack; headquarters headquarters; series series; boxes box; militias militia; heroes hero"
    )
    expected = dict(pair.split() for pair in pairs.split(";"))
    assert {form: lemma(form, "NOUN", "NNS") for form in expected} == expected


def test_small_words() -> None:
    assert lemma("n't", "PART", "RB") == "not"
    assert lemma("n’t", "PART", "RB") == "not"
    assert lemma("’ll", "AUX", "MD") == "will"
    assert lemma("Them", "PRON", "PRP") == "they"
    assert lemma("I", "PRON", "PRP") == "I"
    assert lemma("'s", "PART", "POS") == "'s"
    assert lemma("an", "DET", "DT") == "a"


def test_compared() -> None:
    forms = {"bigger": "big", "later": "late", "heaviest": "heavy", "better": "good", "newest": "new", "nicer": "nice"}
    assert {form: lemma(form, "ADJ", "JJS" if form.endswith("st") else "JJR") for form in forms} == forms


def test_names_keep_their_letters() -> None:
    assert lemma("Philippines", "PROPN", "NNPS") == "Philippines"


@given(st.text(min_size=1, max_size=20), st.sampled_from("VERB AUX NOUN ADJ ADV PRON DET PROPN PART X".split()),
       st.sampled_from("VBD VBG VBN VBZ NNS JJR RBS POS PRP NN MD".split()))  # fmt: skip
def test_any_word_has_a_form(word: str, upos: str, xpos: str) -> None:
    assert lemma(word, upos, xpos)


def test_doubled_and_bare_endings_of_domain_verbs() -> None:
    forms = {"boycotted": "boycott", "severed": "sever", "overflew": "overfly", "vetoed": "veto", "equipped": "equip"}
    assert {form: lemma(form, "VERB", "VBD") for form in forms} == forms
