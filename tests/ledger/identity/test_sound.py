"""One word in two spellings: real transliterations from several tongues, and words that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.ledger.identity.sound import alike, bones, korean, slipped

ARABIC = "gaddafi qadhafi, gaddafi kadafi, hussein husayn, mubarak moubarak, haniyeh haniya, khaled khalid, tarek tariq"
PERSIAN = "ahmadinejad ahmadinezhad, rouhani ruhani, qalibaf ghalibaf, rafsanjani rafsandjani"
SLAVIC = "yeltsin eltsin, kharkiv kharkov, petrov petroff, zelensky zelenskyy, serhiy sergei, lukashenko lukashenka"
BURMESE = "naypyitaw naypyidaw, thein thain"
CHINESE = "mao mao, tse ze, tung dong, chiang jiang, chou zhou, hsiao xiao, teng deng"
LATIN = "rosoboronexport rosoboroneksport, viktor victor, tchaikovsky chaikovsky"


def pairs(block: str) -> list[tuple[str, str]]:
    """The pairs of a block, parted by commas."""
    return [(pair.split()[0], pair.split()[1]) for pair in block.split(",")]


@pytest.mark.parametrize(
    ("one", "other"), [pair for block in (ARABIC, PERSIAN, SLAVIC, BURMESE, CHINESE, LATIN) for pair in pairs(block)]
)
def test_one_word(one: str, other: str) -> None:
    assert alike(one, other) >= 0.75


@pytest.mark.parametrize(
    ("one", "other"),
    pairs(
        "hussein hassan, ivanov ivanova, maria mario, hamid ahmed, nyunt nyint, chen cheng, wang huang, il un, kim jim,"
        "khamenei khomeini, yi li, putin putina, saleh salman"
    ),
)
def test_two_words(one: str, other: str) -> None:
    assert alike(one, other) == 0.0


@pytest.mark.parametrize(("one", "other"), pairs("lee yi, park pak, choi choe, roh no, jung jeong, chung jeong"))
def test_korean(one: str, other: str) -> None:
    assert korean(one, other)


def test_slips() -> None:
    assert slipped("gringrich", "gingrich")
    assert not slipped("ivanov", "ivanova"), "a wife's name is no slip"
    assert not slipped("bush", "busch"), "short names differ by a letter"


@given(
    st.text("abcdeghiklmnopqrstuvwxyz", min_size=1, max_size=12), st.text("abcdeghkmnorstuyz", min_size=1, max_size=12)
)
def test_likeness_is_symmetric_and_full_for_itself(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert alike(one, one) == 1.0
    assert bones(one) == bones(one)
