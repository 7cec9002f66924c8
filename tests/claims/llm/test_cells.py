"""What words give is read from the words; what an answer says of them only chooses."""

from __future__ import annotations

import pytest

from muniment.schema.claim import Value
from muniment.schema.span import Span
from tests.claims.llm.answers import TEXT, cell, quoted, read, transfer, with_cells

PLEDGE = "Norway’s government would send up to 30 or 40 more ships by March 2021"


def value_of(name: str, value: object, words: object, **changed: object) -> Value | None:
    """The value that a cell gets beside others that hold; None where it is refused."""
    given = with_cells(cell(name, value, words))
    claims, refusals = read({**given, **changed})
    if not claims:
        return None
    found = claims[0].cells.get(name)
    assert (found is None) == any(name in refusal.reason for refusal in refusals)
    return None if found is None else found.value


def test_a_claim_that_holds_is_taken_whole() -> None:
    (claim,), refusals = read(transfer())
    assert refusals == []
    assert {name: one.value for name, one in claim.cells.items()} == {
        "supplier": "Norway", "recipient": "Chile", "item": "frigates", "quantity_delivered": 12, "status": "delivered",
    }  # fmt: skip
    assert (claim.source, claim.modality, claim.date, claim.frame) == (
        "Chilean navy",
        "asserted",
        "2020-05-01",
        "llm:test",
    )
    assert {name: one.span.of(TEXT) for name, one in claim.cells.items() if one.span} == {
        "supplier": "Norway", "recipient": "Chile", "item": "frigates", "quantity_delivered": "at least 12",
        "status": "delivered",
    }  # fmt: skip
    assert claim.source_span is not None
    assert claim.source_span.of(TEXT) == "the Chilean navy"
    assert claim.date_span is not None
    assert claim.date_span.of(TEXT) == "Friday"


@pytest.mark.parametrize(
    ("value", "words", "read_as"),
    [
        ("Norway", "Norway’s", "Norway"),  # the possessive goes
        ("Norway", "Norway's", "Norway"),  # typed as keyboards have it
        ("Kingdom of Norway", "Norway", "Norway"),  # a country by its common name
        ("Chile", "Chilean", "Chile"),  # for its people
        ("Peru", "Chilean", "Chile"),  # whatever is said of it
        ("Ada Okoye", "Okoye", "Ada Okoye"),  # the fullest name in the document
        ("Ada Mensah", "Okoye", "Okoye"),  # which has to be there
        ("Chile", "Okoye", "Okoye"),  # and to fit
        ("Norway", "the Chilean navy", "Chilean navy"),
        ("Chile", "the Chilean navy", "Chile"),
        ("Norway", "government", "Norway"),  # words that name nobody: somebody whom the document names
        ("Peru", "government", "government"),
        ("Harbour Wire", "Admiral Ada Okoye", "Ada Okoye"),
        ("Regional Arms Council (RAC)", "the Regional Arms Council (RAC)", "Regional Arms Council (RAC)"),
        ("Regional Arms Council (RAC)", "RAC", "Regional Arms Council (RAC)"),
        ("senior officials", "senior officials", "senior officials"),
    ],
)
def test_names(value: str, words: str, read_as: str) -> None:
    assert value_of("supplier", value, words) == read_as


@pytest.mark.parametrize("words", ["", "Norwe", "way", "Norway Chile"])
def test_words_that_stand_nowhere_give_nothing(words: str) -> None:
    assert value_of("supplier", "Norway", words) is None


@pytest.mark.parametrize(
    ("value", "words", "read_as"),
    [
        ("12", "12", 12),
        ("12", "at least 12 frigates", 12),
        ("15", "12", None),  # one of the two is misread
        ("many", "12", 12),
        ("1", "12", None),
        ("12", "frigates", None),
        ("30", "30", None),  # stands in the document, not in the evidence
        ("12", "1", None),  # a part of a word
        (True, "12", None),
        (None, "12", 12),
        ([12], "12", None),
        ({"n": 12}, "12", None),
    ],
)
def test_numbers(value: object, words: str, read_as: Value | None) -> None:
    assert value_of("quantity_delivered", value, words) == read_as


@pytest.mark.parametrize(("value", "read_as"), [("30", 30), ("40", 40), ("", 30), ("many", 30)])
def test_of_a_range_either_end_can_be_meant(value: str, read_as: int) -> None:
    given = transfer(
        evidence=PLEDGE,
        cells=[
            cell("recipient", "Norway", "Norway’s"), cell("item", "more ships", "more ships"),
            cell("status", "planned", "would send"), cell("quantity_ordered", value, "30 or 40"),
        ],
    )  # fmt: skip
    (claim,), _ = read(given)
    assert claim.cells["quantity_ordered"].value == read_as


@pytest.mark.parametrize(
    ("sentence", "value", "words", "read_as"),
    [
        ("Dozens of people died.", 24, "Dozens", 12),
        ("About 40 percent of them died.", 40, "40 percent", 0.4),
        ("About 40 percent of them died.", 0.4, "40", 0.4),
        ("A third of them died.", 0.33, "third", pytest.approx(1 / 3)),
        ("Some 1.2 million people died.", 1.2, "1.2 million", 1_200_000),
        ("A soldier died.", 1, "A soldier", 1),
        ("A soldier died.", 2, "A soldier", None),
        ("Ada Okoye died.", 1, "Ada Okoye", None),
        ("A 17-year-old boy died.", 1, "A 17-year-old boy", None),
    ],
)
def test_counts_as_people_word_them(sentence: str, value: float, words: str, read_as: object) -> None:
    tally = {
        "register": "tallies",
        "evidence": sentence[:-1],
        "cells": [cell("measure", "killed", "died"), cell("value", value, words), cell("bound", "exact", words)],
        "modality": "asserted",
    }
    claims, _ = read(tally, text=sentence)
    assert [claim.cells["value"].value for claim in claims] == ([] if read_as is None else [read_as])


def test_money_gives_its_value_and_its_currency() -> None:
    evidence = 'The frigates are worth "$2.5 billion"'
    figure = {
        "register": "figures",
        "evidence": evidence,
        "cells": [
            cell("measure", "worth", "worth"), cell("entity", "frigates", "The frigates"),
            cell("value", "2.5e9", "2.5"), cell("unit", "USD", "$"), cell("bound", "about", "2.5"),
        ],
        "modality": "asserted",
    }  # fmt: skip
    (claim,), refusals = read(figure)
    assert refusals == []
    values = {name: one.value for name, one in claim.cells.items()}
    assert (values["value"], values["unit"], values["bound"]) == (2_500_000_000, "USD", "exact")


@pytest.mark.parametrize(
    ("said", "bound"), [("exact", "at least"), ("at least", "at least"), ("vaguely", None), ("", None)]
)
def test_a_bound_is_that_of_the_number(said: str, bound: str | None) -> None:
    tally = {
        "register": "tallies",
        "evidence": "at least 12 people died",
        "cells": [cell("measure", "killed", "died"), cell("value", 12, "12"), cell("bound", said, "12")],
        "modality": "asserted",
    }
    claims, refusals = read(tally, text="Officials said that at least 12 people died.")
    assert [claim.cells["bound"].value for claim in claims] == ([bound] if bound else [])
    assert bool(refusals) is (bound is None)


@pytest.mark.parametrize(
    ("value", "words", "modality", "read_as"),
    [
        ("2020-05-01", "on Friday", "asserted", "2020-05-01"),
        ("", "on Friday", "asserted", "2020-05-01"),
        ("", "on Friday", "planned", "2020-05-08"),
        ("2020-05-08", "Friday", "asserted", "2020-05-01"),  # what was done was not done tomorrow
        ("2020-05-08", "Friday", "possible", "2020-05-08"),
        ("2020-05-01", "Friday", "planned", "2020-05-01"),
        ("1999-01-01", "on Friday", "asserted", "2020-05-01"),
        ("2021-03", "March 2021", "planned", ".."),
        ("2020-05-01", "on Monday", "asserted", ""),  # not in the passage
        ("2020-05-01", "frigates", "asserted", ""),
        ("2020-05-01", "", "asserted", ""),
        ("", "", "asserted", ""),
    ],
)
def test_dates(value: str, words: str, modality: str, read_as: str) -> None:
    (claim,), refusals = read(transfer(date=quoted(value, words), modality=modality))
    assert claim.date == ("../2021-03" if read_as == ".." else read_as)
    assert bool(refusals) is (not read_as and bool(value))


def test_a_list_has_an_entry_for_each_item() -> None:
    pact = {
        "register": "agreements",
        "evidence": "Norway delivered at least 12 frigates to Chile",
        "cells": [cell("parties", "Norway", "Norway"), cell("parties", "Chile", "Chile"),
                  cell("subject", "frigates", "frigates")],
        "modality": "asserted",
    }  # fmt: skip
    (claim,), _ = read(pact)
    parties = claim.cells["parties"]
    assert parties.value == ("Norway", "Chile")
    assert parties.span is not None
    assert parties.span.of(TEXT) == "Norway delivered at least 12 frigates to Chile"
    pact["cells"] = [*pact["cells"], cell("parties", "Peru", "Peru")]
    claims, refusals = read(pact)  # with one party unknown the list would be wrong
    assert claims == []
    assert any("parties" in refusal.reason for refusal in refusals)


def test_a_cell_given_twice_is_left_out() -> None:
    given = transfer(cells=[*transfer()["cells"], cell("supplier", "Chile", "Chile")])
    (claim,), (refusal,) = read(given)
    assert "supplier" not in claim.cells
    assert refusal.reason == "cell supplier: given more than once; left out"


def test_text_is_the_words_or_as_much_of_them_as_the_value_repeats() -> None:
    assert value_of("item", "frigates", "at least 12 frigates") == "frigates"
    assert value_of("item", "warships", "12 frigates") == "12 frigates"
    assert value_of("item", "<b>frigates</b>", "12 frigates") == "12 frigates"


def test_words_that_stand_twice_are_refused_only_where_they_read_differently() -> None:
    text = "Ruritania sold 3 jets on 3 March 2020 to Fenwick, and 3 tanks."
    given = transfer(
        evidence=text[:-1],
        cells=[
            cell("recipient", "Fenwick", "Fenwick"), cell("item", "jets", "jets"), cell("status", "delivered", "sold"),
            cell("quantity_delivered", 3, "3"),
        ],
        source=None,
        date=quoted("2020-03-03", "3"),
    )  # fmt: skip
    (claim,), refusals = read(given, text=text)
    assert claim.cells["quantity_delivered"].value == 3
    assert claim.cells["quantity_delivered"].span == Span(15, 16)
    assert (claim.date, refusals) == ("2020-03-03", [])
    changed = text.replace("3 tanks", "3,000 tanks")
    given["cells"][-1] = cell("quantity_delivered", "", "3")
    (claim,), (refusal,) = read({**given, "evidence": changed[:-1]}, text=changed)
    assert "quantity_delivered" not in claim.cells
    assert "read differently" in refusal.reason
