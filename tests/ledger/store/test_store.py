"""What goes in comes out, nothing is added twice, and what is current follows from what was added."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.ledger.store import rows
from muniment.ledger.store.open import Store
from muniment.ledger.store.sight import Sighting, adds, chosen
from muniment.ledger.store.view import View
from muniment.ledger.store.write import NameTaken, NewReading, ReadingStatus, Writer
from muniment.schema.claim import Cell, Claim, Refusal
from muniment.schema.document import Document, Finding, Furniture
from muniment.schema.judgement import Anchor, Judgement, OfClaim, OfJudgement, Subject, Verdict
from muniment.schema.span import Span
from tests.ledger.making import claim, document, transfer

A = document("a")


def file(store: Store, *documents: Document, raw: bytes = b"") -> list[str]:
    """Keeps documents, each in a transaction; what became of each."""
    results: list[str] = []
    for one in documents:
        with store.writing() as connection:
            results.append(Writer(connection).file(one, raw))
    return results


def basis(one: Document) -> str:
    return rows.basis_of(rows.metadata_of(one))


def read(
    store: Store, one: Document, version: str, *claims: Claim, status: ReadingStatus = "read", note: str = ""
) -> bool:
    """Keeps a reading of a document by a version of an extractor."""
    with store.writing() as connection:
        writer = Writer(connection)
        new = NewReading(one.id, basis(one), status, note, 3, claims, (Refusal("votes", "f", "why", None),))
        return writer.reading(writer.run("test", version), new)


def documents(store: Store) -> list[Document]:
    with store.viewing() as connection:
        return list(View(connection).documents())


def claims(store: Store, register: str | None = None) -> list[Claim]:
    with store.viewing() as connection:
        return list(View(connection).claims(register))


def test_a_document_comes_back_as_it_was(store: Store) -> None:
    rich = replace(
        A,
        title="“Jets”\u2028arrive",
        author="Ö. Ünal",
        url="https://example.org/?a=1&b=2",
        findings=(Finding("published", "2022-03", "dateline", Span(0, 4)), Finding("publisher", "X", "declared")),
        furniture=(Furniture(Span(5, 9), "caption"),),
    )
    file(store, rich)
    assert documents(store) == [rich]


def test_names_and_origins_that_no_encoding_holds_are_spelt_out(store: Store) -> None:
    file(store, replace(A, name="caf\udce9", origin="in/caf\udce9\0.txt"))
    (kept,) = documents(store)
    assert kept.name == "caf\\udce9"
    assert "\0" not in kept.origin
    with store.viewing() as connection:
        assert View(connection).document_named("caf\udce9") == A.id


def test_the_same_document_twice_adds_nothing(store: Store) -> None:
    assert file(store, A, A, replace(A, origin="elsewhere/a.txt")) == ["new", "known", "known"]


def test_a_name_means_one_text(store: Store) -> None:
    file(store, A)
    with pytest.raises(NameTaken):
        file(store, replace(document("a", "Another text."), name="a"))
    assert documents(store) == [A]


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_a_copy_adds_a_name_and_the_order_of_reading_decides_nothing(store: Store, order: tuple[str, str]) -> None:
    assert file(store, *(replace(A, name=name) for name in order)) == ["new", "copy"]
    assert [one.name for one in documents(store)] == ["a"]
    with store.viewing() as connection:
        view = View(connection)
        assert view.document_named("a") == view.document_named("b") == A.id
        assert view.other_names(A.id) == ("a", "b")


def test_better_metadata_take_effect_and_poorer_ones_do_not(store: Store) -> None:
    dated = replace(A, published="2022-03-04", findings=(Finding("published", "2022-03-04", "declared"),))
    corrected = replace(A, published="2022-03-05", findings=(Finding("published", "2022-03-05", "declared"),))
    assert file(store, A, dated, A, corrected) == ["new", "updated", "known", "updated"]
    assert documents(store) == [corrected]
    assert file(store, dated) == ["updated"], "a correction can be taken back"
    assert documents(store) == [dated]


def test_claims_come_back_as_they_were_in_one_order(store: Store) -> None:
    file(store, A)
    full = Claim(
        id="c1",
        document=A.id,
        register="agreements",
        evidence=Span(3, 9),
        cells={"parties": Cell(("Russia", "Myanmar"), Span(3, 5)), "subject": Cell("“arms”"), "x": Cell(0.1)},
        source="A > B",
        source_span=Span(1, 2),
        modality="denied",
        date="2021/..",
        date_span=Span(4, 6),
        frame="agreements.sign",
        confidence=0.75,
        note="kept",
    )
    later, earlier = claim(transfer(), document=A.id, at=20), claim(transfer(), document=A.id, at=1)
    assert read(store, A, "1", later, full, earlier)
    assert claims(store) == [earlier, full, later]
    assert claims(store, "agreements") == [full]
    assert claims(store, "agreements")[0].note == "kept"
    assert isinstance(claims(store, "agreements")[0].cells["parties"].value, tuple)


def test_a_run_reads_a_document_once_and_tries_a_failed_one_again(store: Store) -> None:
    file(store, A)
    assert read(store, A, "1", status="failed", note="ValueError: x")
    assert not read(store, A, "1", status="failed", note="ValueError: x")
    assert read(store, A, "1", claim(transfer(), document=A.id))
    assert not read(store, A, "1", claim(transfer(), document=A.id, at=5))
    assert len(claims(store)) == 1


def test_the_latest_run_that_succeeded_counts(store: Store) -> None:
    file(store, A)
    old, new = claim(transfer(), document=A.id, at=1), claim(transfer(), document=A.id, at=2)
    read(store, A, "1", old)
    read(store, A, "2", status="failed", note="broken")
    assert claims(store) == [old], "a broken version takes nothing away"
    read(store, A, "3", new)
    assert claims(store) == [new]
    with store.viewing() as connection:
        assert View(connection).claims_of([old.id])[old.id] == [old], "older runs stay readable"


def test_a_reading_with_metadata_that_no_longer_count_gives_way(store: Store) -> None:
    dated = replace(A, published="2022-03-04", findings=(Finding("published", "2022-03-04", "declared"),))
    file(store, A)
    old, new = claim(transfer(), document=A.id, at=1), claim(transfer(), document=A.id, at=1, date="2022")
    read(store, A, "1", old)
    file(store, dated)
    assert claims(store) == [old], "until it is read again"
    read(store, dated, "1", new)
    assert claims(store) == [new]


def test_imports_stand_beside_and_extracted_claims_before_them(store: Store) -> None:
    file(store, A)
    extracted = replace(claim(transfer(), document=A.id), frame="transfers.deliver")
    own = claim(transfer(), document=A.id, id="1", at=7)
    with store.writing() as connection:
        Writer(connection).imported([replace(extracted, frame="import"), own])
    assert [one.frame for one in claims(store)] == ["import", ""]
    read(store, A, "1", extracted)
    assert [one.frame for one in claims(store)] == ["transfers.deliver", ""]


def judge(store: Store, verdict: Verdict, subject: Subject, by: str = "A. Reader", made: str = "") -> Judgement:
    with store.writing() as connection:
        return Writer(connection).judgement(Judgement("", verdict, subject, by, made))


def kept(store: Store) -> tuple[Judgement, ...]:
    with store.viewing() as connection:
        return View(connection).judgements()


def test_judgements_keep_their_order_and_a_standing_one_is_not_repeated(store: Store) -> None:
    subject = OfClaim(Anchor.of(claim(transfer())))
    first, again = (
        judge(store, "reject", subject, made="2024-01-01"),
        judge(store, "reject", subject, made="2024-01-02"),
    )
    assert first == again, "made again it is the decision that stands"
    other = judge(store, "reject", subject, by="B. Reader")
    accept, reject = judge(store, "accept", subject), judge(store, "reject", subject)
    assert kept(store) == (first, other, accept, reject)
    assert len({one.id for one in kept(store)}) == 4


def test_a_judgement_that_was_taken_back_can_be_made_again(store: Store) -> None:
    subject = OfClaim(Anchor.of(claim(transfer())))
    first = judge(store, "reject", subject)
    back = judge(store, "retract", OfJudgement(first.id))
    assert judge(store, "retract", OfJudgement(first.id)) == back
    second = judge(store, "reject", subject)
    assert second.id != first.id
    judge(store, "retract", OfJudgement(back.id))
    assert [one.verdict for one in kept(store)] == ["reject", "retract", "reject", "retract"]


def test_inputs_turned_away_are_kept_once_and_forgotten_when_read(store: Store) -> None:
    with store.writing() as connection:
        writer = Writer(connection)
        assert writer.turned_away("in/a.txt", b"\xff", "not text")
        assert not writer.turned_away("in/a.txt", b"\xff", "not text")
        writer.turned_away("in/z.txt", A.text.encode(), "too tired")
        writer.turned_away("in/other.txt", b"", "no words")
    file(store, A)
    with store.viewing() as connection:
        assert [one.origin for one in View(connection).turned_away()] == ["in/other.txt"]


def test_a_document_is_found_by_name_id_or_the_beginning_of_one(store: Store) -> None:
    file(store, A, document("abcdef"))
    with store.viewing() as connection:
        view = View(connection)
        assert view.document_ids("a") == view.document_ids(A.id) == view.document_ids(A.id[:8]) == (A.id,)
        assert view.document_ids("abcdef") == (document("abcdef").id,)
        assert view.document_ids("") == view.document_ids("none") == view.document_ids("%") == ()


sightings = st.lists(
    st.builds(
        Sighting,
        seq=st.integers(1, 10**6),
        document=st.just("d"),
        name=st.sampled_from(["a", "b", "c"]),
        basis=st.sampled_from(["x", "y", "z"]),
        declared=st.integers(0, 2),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda seen: seen.seq,
)


@given(sightings, st.randoms(use_true_random=False))
def test_which_sighting_counts_depends_on_no_order(seen: list[Sighting], random: Random) -> None:
    shuffled = list(seen)
    random.shuffle(shuffled)
    assert chosen(seen) == chosen(shuffled)
    best = chosen(seen)
    assert not adds(seen, best.name, best.basis, best.declared), "what counts already is no news"


@given(st.text(), st.text())
def test_any_text_can_be_cleaned_for_the_store(one: str, other: str) -> None:
    assert "\0" not in rows.clean(one).encode("utf-8").decode("utf-8")
    assert rows.clean(rows.clean(other)) == rows.clean(other)
