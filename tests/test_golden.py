"""The examples give the claims that somebody looked at and accepted, one by one."""

from __future__ import annotations

import pytest
from benchmarks.claim_changes import Line, changes

from muniment.vocabulary.registers import NAMES
from tests.accept import GOLDEN, accepted, read_examples


@pytest.fixture(scope="module")
def now() -> dict[str, list[Line]]:
    """The claims of the examples as they are now."""
    return read_examples()


@pytest.mark.skipif(not any(GOLDEN.glob("*.json")), reason="nothing accepted yet: make golden")
@pytest.mark.parametrize("register", NAMES)
def test_the_claims_of_the_examples_are_the_accepted_ones(register: str, now: dict[str, list[Line]]) -> None:
    found = changes(register, accepted(register), now[register])
    told = "\n".join(map(str, found))
    assert not found, f"{len(found)} changes; look at them with `make golden`.\n{told}"
