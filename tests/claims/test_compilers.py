"""Who counts the people harmed: bodies whose work it is, not whoever tells of an event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.claims.extract import extract
from muniment.language import load_analyser
from muniment.schema.document import Document

Tallies = Callable[[str], list[dict[str, object]]]


@pytest.fixture(scope="module")
def tallies() -> Tallies:
    """The tallies of a text: their cells with the source beside them."""
    analyser = load_analyser()

    def found(text: str) -> list[dict[str, object]]:
        document = Document(id=Document.id_of(text), name="test", text=text, published="2024-05-10")
        claims = extract(document, analyser.analyse([text])[0]).claims
        rows = [c for c in claims if c.register == "tallies"]
        return [{**{name: cell.value for name, cell in c.cells.items()}, "source": c.source} for c in rows]

    return found


@pytest.mark.parametrize(
    ("text", "compiler"),
    [
        ("A raid killed 112 people in Chad by the count of Doctors Without Borders.", "Doctors Without Borders"),
        ("In Yemen the war has killed 233,000 people, by a UN estimate.", "United Nations"),
        ("The Observatory has documented 312 civilians killed in Homs.", "Observatory"),
        ("The health ministry said 34 people were killed in Gaza.", "health ministry"),
        ("Since March 13, around 13,000 people have fled to Italy, according to officials.", "officials"),
    ],
)
def test_whoever_counts_is_the_compiler(tallies: Tallies, text: str, compiler: str) -> None:
    (tally,) = tallies(text)
    assert tally["compiler"] == tally["source"] == compiler


@pytest.mark.parametrize(
    "text",
    [
        "Two rebels were killed in Aceh on Friday, police said.",
        "Nine people were killed in Homs, residents said.",
        "Four people were killed in Lagos on Monday.",
    ],
)
def test_who_only_tells_of_it_compiles_nothing(tallies: Tallies, text: str) -> None:
    (tally,) = tallies(text)
    assert "compiler" not in tally


@pytest.mark.parametrize(
    ("rival", "value", "compiler"),
    [
        ("The army puts the figure at 12.", 12, "army"),
        ("The Observatory says 57.", 57, "Observatory"),
        ("Police have confirmed four.", 4, "Police"),
        ("The government's own figure was 31.", 31, "government"),
    ],
)
def test_a_rival_count_is_of_the_people_counted_before(tallies: Tallies, rival: str, value: int, compiler: str) -> None:
    first, second = tallies(f"Shelling killed 40 villagers in Homs on Monday. {rival}")
    assert (second["value"], second["compiler"], second["source"]) == (value, compiler, compiler)
    assert all(first[cell] == second[cell] for cell in ("measure", "population", "place"))


def test_a_number_of_other_things_is_no_rival_count(tallies: Tallies) -> None:
    text = (
        "Shelling killed 40 villagers in Homs. The ministry reported 2,600 robberies. The trial of the seven goes on."
    )
    assert len(tallies(text)) == 1


def test_some_of_those_counted_are_a_count_of_their_own(tallies: Tallies) -> None:
    whole, part = tallies("Militias killed nine people in Argelia, two of them minors.")
    assert (whole["value"], part["value"], part["population"], part["place"]) == (9, 2, "minors", "Argelia")


def test_the_injured_counted_by_somebody_need_no_count_before(tallies: Tallies) -> None:
    (tally,) = tallies("The ombudsman counted 27 injured in Lima.")
    assert (tally["measure"], tally["value"], tally["compiler"]) == ("wounded", 27, "ombudsman")
