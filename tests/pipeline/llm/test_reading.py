"""A document through a language model: every passage once, whole or not at all."""

from __future__ import annotations

import re
from typing import Any

import pytest

from muniment.pipeline.extractor import Extract, Extracted, Failed, attempt
from muniment.pipeline.llm import endpoint, llm_extractor
from muniment.pipeline.llm import reading as module
from muniment.pipeline.status import Spent
from muniment.pipeline.waiters import Waiters
from muniment.schema.document import Document
from muniment.vocabulary.own import NONE, Own, use
from tests.claims.llm.answers import cell
from tests.endpoints import Asked, Endpoint, Given, Script, answer, serving

FILL = "Officials said on Monday that the talks in the capital would go on for some time. " * 30
SALE = re.compile(r"(\w+) sold (\w+) to (\w+)")


def selling(asked: Asked) -> Given:
    """Reads each "X sold Y to Z" of the passage, as a good model would."""
    return answer([sold(match) for match in SALE.finditer(asked.passage)])


def sold(match: re.Match[str]) -> dict[str, Any]:
    names = ("supplier", "item", "recipient")
    cells = [cell(name, words, words) for name, words in zip(names, match.groups(), strict=True)]
    return {
        "register": "transfers",
        "evidence": match[0],
        "cells": [*cells, cell("status", "delivered", "sold")],
        "modality": "asserted",
    }


def loaded(server: Endpoint) -> Extract:
    return llm_extractor(endpoint(server.url, "small")).load(0)


def document(text: str) -> Document:
    return Document(id=Document.id_of(text), name="note", text=text)


def extracted(script: Script, text: str) -> tuple[Extracted | Failed, list[Asked]]:
    with serving(script) as server:
        return attempt(loaded(server), document(text)), server.asked


def test_each_passage_is_asked_about_once_and_claims_keep_their_place() -> None:
    text = "\n\n".join(f"Ruritania sold jets{number} to Fenwick. {FILL}" for number in range(4))
    found, asked = extracted(selling, text)
    assert isinstance(found, Extracted)
    assert len(asked) == 4
    told = [f"Ruritania sold jets{number} to Fenwick" for number in range(4)]
    assert [claim.evidence.of(text) for claim in found.claims] == told
    assert [claim.cells["item"].value for claim in found.claims] == ["jets0", "jets1", "jets2", "jets3"]
    assert {claim.frame for claim in found.claims} == {"llm:small"}
    assert found.spent == Spent(4, 4800, 320)
    assert found.sentences == 4 * 31


def test_the_same_claim_told_twice_is_one() -> None:
    found, _ = extracted(lambda asked: answer([sold(m) for m in SALE.finditer(asked.passage)] * 2), "A1 sold B2 to C3.")
    assert isinstance(found, Extracted)
    assert len(found.claims) == 1


def test_a_passage_whose_answer_runs_out_of_room_is_halved() -> None:
    text = f"Ruritania sold jets to Fenwick. {FILL} Ruritania sold tanks to Norburg."

    def script(asked: Asked) -> Given:
        return answer('{"claims": [', reason="length") if len(asked.passage) > 2000 else selling(asked)

    found, asked = extracted(script, text)
    assert isinstance(found, Extracted)
    assert [claim.cells["item"].value for claim in found.claims] == ["jets", "tanks"]
    assert found.spent.requests == len(asked) == 3


def test_halving_comes_to_an_end() -> None:
    found, asked = extracted(lambda _: answer("{", reason="length"), f"Ruritania sold jets to Fenwick. {FILL}")
    assert isinstance(found, Failed)
    assert "the answer ran out of room" in found.note
    assert 2 < len(asked) < 10
    assert found.spent.requests == len(asked)


def test_a_broken_answer_is_asked_for_once_more() -> None:
    def script(asked: Asked) -> Given:
        return selling(asked) if "could not be read" in asked.passage else answer("Sure! Here is what I found.")

    found, asked = extracted(script, "Ruritania sold jets to Fenwick.")
    assert isinstance(found, Extracted)
    assert (len(found.claims), len(asked)) == (1, 2)


def test_half_a_document_is_none() -> None:
    text = f"Ruritania sold jets to Fenwick. {FILL}\n\nRuritania sold tanks to Norburg. {FILL}"

    def script(asked: Asked) -> Given:
        return answer('{"claims": [{') if "tanks" in asked.passage else selling(asked)

    found, asked = extracted(script, text)
    assert isinstance(found, Failed)
    assert re.fullmatch(r"characters \d+–\d+: the answer is no JSON: JSONDecodeError, twice", found.note)
    assert found.spent == Spent(3, 3600, 240)
    assert len(asked) == 3


OWN = """
register: ceasefires
title: Ceasefires
about: Truces between those who fight.
needs: [parties, state]
key: [parties]
key_needs: [parties]
columns:
  - {cell: "parties", type: list, header: Parties}
  - {cell: "state", type: enum, header: How it stands, values: ["agreed", "broken"]}
merge:
  - kind: truce
    ways: [{parties: parties}]
"""


def test_a_register_of_ones_own_is_read_with_no_code() -> None:
    text = "Ruritania and Fenwick broke the truce."
    told = {
        "register": "ceasefires",
        "evidence": text[:-1],
        "cells": [cell("parties", "Ruritania", "Ruritania"), cell("parties", "Fenwick", "Fenwick"),
                  cell("state", "broken", "broke")],
        "modality": "asserted",
    }  # fmt: skip
    before = llm_extractor(endpoint("http://localhost/v1", "small")).version
    use(Own(registers=(("ceasefires", OWN),)))
    try:
        assert llm_extractor(endpoint("http://localhost/v1", "small")).version != before
        with serving(lambda _: answer([told])) as server:
            found = Waiters(1).submit(loaded(server), document(text)).result(20)
        assert "ceasefires: Truces" in server.asked[0].body["messages"][0]["content"]
        assert [(claim.register, claim.cells["parties"].value) for claim in found.claims] == [
            ("ceasefires", ("Ruritania", "Fenwick"))
        ]
    finally:
        use(NONE)


def test_a_question_that_is_refused_fails_its_document() -> None:
    found, _ = extracted(lambda _: Given(400, b"no"), "Ruritania sold jets to Fenwick.")
    assert found == Failed("the server refuses the request (400): no")


def test_a_book_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PASSAGES", 2)
    found, asked = extracted(selling, "\n\n".join([FILL] * 3))
    assert found == Failed("longer than 2 passages for a language model; cut it")
    assert asked == []


def test_an_empty_document_asks_nothing() -> None:
    assert extracted(selling, " \n") == (Extracted(), [])
