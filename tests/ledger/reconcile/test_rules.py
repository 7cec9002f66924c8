"""A register's rules are ones that can be carried out, or the file is refused by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from muniment.errors import VocabularyError
from muniment.ledger.reconcile.rules import check_rules
from muniment.vocabulary.registers import Comparison, register, registers


@pytest.mark.parametrize("name", registers())
def test_the_ten_registers_ask_only_for_what_there_is(name: str) -> None:
    check_rules(register(name))


def test_an_unknown_comparer_is_named_with_those_that_there_are() -> None:
    meetings = register("meetings")
    merge = replace(meetings.merge[0], apart={"place": Comparison("plaice", frozenset())})
    with pytest.raises(VocabularyError, match=r"registers/meetings.yaml: merge .*: place: .*'plaice'") as raised:
        check_rules(replace(meetings, merge=(merge,)))
    assert " place," in raised.value.remedy


@pytest.mark.parametrize("rule", ["latest", "with", "with nothing", "first with nothing", "or printed", ""])
def test_an_unknown_rule_of_showing_is_named(rule: str) -> None:
    with pytest.raises(VocabularyError, match=r"registers/meetings.yaml: shown: place"):
        check_rules(replace(register("meetings"), shown={"place": rule}))


@pytest.mark.parametrize("rule", ["latest count", "latest day or printed", "with guest", "first with guest or printed"])
def test_known_rules_pass(rule: str) -> None:
    check_rules(replace(register("meetings"), shown={"place": rule}))
