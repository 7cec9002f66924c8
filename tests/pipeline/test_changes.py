"""A case knows what it knew at any moment, and can say what changed since, and why."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muniment.errors import NotFound, UsageError
from muniment.ledger.store.clock import now
from muniment.pipeline.case import Case
from muniment.pipeline.compare import Cause, Change, State, compare
from muniment.pipeline.extractor import Extract, Extracted, Extractor
from muniment.pipeline.read import read
from muniment.schema.claim import Cell, Claim
from muniment.schema.document import Document
from muniment.schema.record import Record
from tests.ledger.making import claim, transfer
from tests.pipeline import fakes
from tests.pipeline.test_judge import BLIND, NEWER

TEXTS = (
    "Norway delivered jets to Peru.",
    "Norway delivered jets to Peru. Chile delivered tanks to Peru.",
    "Chile delivered tanks to Peru. Norway delivered radars to Chile.",
)


@pytest.fixture
def case(place: str) -> Iterator[Case]:
    with Case.open(place, create=True) as opened:
        yield opened


def add(case: Case, folder: Path, name: str, text: str, extractor: Extractor | None = None) -> str:
    """Reads one more document, and returns an instant after which nothing was added yet."""
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    read(case, [path], extractor=extractor or fakes.extractor())
    return after()


def after() -> str:
    time.sleep(0.001)
    moment = now()
    time.sleep(0.001)
    return moment


def shown(changes: tuple[Change, ...]) -> list[tuple[str, object, list[str]]]:
    return [(one.kind, one.record.cells["item"], [cause.kind for cause in one.causes]) for one in changes]


def test_a_case_gives_the_records_of_any_moment(case: Case, tmp_path: Path) -> None:
    start = after()
    first = add(case, tmp_path, "a", "Norway delivered jets to Peru.")
    records = case.records()
    second = add(case, tmp_path, "b", "Norway delivered jets to Peru. Chile delivered tanks to Peru.")
    later = case.records()
    case.judge("reject", next(case.claims(document="a")).id)
    assert case.records(as_of=start) == ()
    assert case.records(as_of=first) == records
    assert case.records("transfers", as_of=second) == later
    assert case.records(as_of=after()) == case.records() != later
    assert list(case.claims(as_of=start)) == []
    assert len(list(case.claims(as_of=first))) == 1
    assert case.records(as_of="2001") == ()
    assert case.records(as_of="2999-01-01") == case.records()
    with pytest.raises(UsageError, match="neither a date nor an instant"):
        case.records(as_of="last week")


def test_the_run_that_was_current_then_is_the_one_that_counts(case: Case, tmp_path: Path) -> None:
    first = add(case, tmp_path, "a", "Norway delivered jets to Peru.")
    old = list(case.claims())
    second = add(case, tmp_path, "a", "Norway delivered jets to Peru.", NEWER)
    new = list(case.claims())
    add(case, tmp_path, "a", "Norway delivered jets to Peru.", BLIND)
    assert list(case.claims()) == []
    assert list(case.claims(as_of=first)) == old != new
    assert list(case.claims(as_of=second)) == new
    with case.view(first) as view:
        (seen,) = view.sightings
        reading = view.current(seen.document)
        assert reading is not None
        assert view.runs()[reading.run] == ("fake", "1")


def test_what_a_document_was_called_then_is_what_it_is_called_then(case: Case, tmp_path: Path) -> None:
    first = add(case, tmp_path, "b", "Norway delivered jets to Peru.")
    add(case, tmp_path, "a", "Norway delivered jets to Peru.")
    for as_of, names in ((first, ["b"]), (None, ["a", "b"])):
        with case.view(as_of) as view:
            assert view.names() == {next(view.documents()).id: names[0]}
            assert list(view.other_names(next(view.documents()).id)) == names
            assert (view.document_named("a") is None) == (as_of is not None)
            assert len(view.document_ids(next(view.documents()).id[:8])) == 1


def test_new_documents_make_new_records_and_support(case: Case, tmp_path: Path) -> None:
    first = add(case, tmp_path, "a", "Norway delivered jets to Peru.")
    add(case, tmp_path, "b", "Norway delivered jets to Peru. Chile delivered tanks to Peru.")
    b = case.document("b").id
    assert sorted(shown(case.changes(first))) == [("changed", "jets", ["document"]), ("new", "tanks", ["document"])]
    (support,) = (one for one in case.changes(first) if one.kind == "changed")
    assert support.cells == ()
    assert len(support.joined) == 1
    assert support.causes == (Cause("document", b),)
    assert case.changes(after()) == ()
    assert case.changes(first, "votes") == ()
    with pytest.raises(NotFound):
        case.changes(first, "birds")


def test_reading_again_with_a_model_that_finds_the_same_changes_nothing(case: Case, tmp_path: Path) -> None:
    first = add(case, tmp_path, "a", "Norway delivered jets to Peru.")
    add(case, tmp_path, "a", "Norway delivered jets to Peru.", NEWER)
    assert case.changes(first) == ()


def test_a_model_that_finds_nothing_any_more_is_named_as_the_cause(case: Case, tmp_path: Path) -> None:
    first = add(case, tmp_path, "a", "Norway delivered jets to Peru.")
    add(case, tmp_path, "a", "Norway delivered jets to Peru.", BLIND)
    (gone,) = case.changes(first)
    assert gone.kind == "gone"
    assert gone.causes == (Cause("reading", case.document("a").id, "fake 3"),)


def load_counting(threads: int) -> Extract:
    """The fake extractor, which has learnt to count."""
    old = fakes.load(threads)

    def counts(claim: Claim) -> Claim:
        cells = {**claim.cells, "quantity_delivered": Cell(6, claim.evidence)}
        return replace(claim, id=f"{claim.id}-6", cells=cells)

    def counting(document: Document) -> Extracted:
        made = old(document)
        return Extracted(tuple(map(counts, made.claims)), made.refusals, made.sentences)

    return counting


def test_a_model_that_reads_more_of_the_same_words_changes_the_record(case: Case, tmp_path: Path) -> None:
    first = add(case, tmp_path, "a", "Norway delivered jets to Peru.")
    add(case, tmp_path, "a", "Norway delivered jets to Peru.", Extractor("fake", "4", load_counting))
    (changed,) = case.changes(first)
    assert (changed.kind, changed.joined, changed.left) == ("changed", (), ())
    assert [(one.cell, one.before, one.after) for one in changed.cells] == [("quantity_delivered", None, 6)]
    assert changed.causes == (Cause("reading", case.document("a").id, "fake 4"),)


def test_judgements_are_causes(case: Case, tmp_path: Path) -> None:
    first = add(case, tmp_path, "a", "Norway delivered jets to Peru. Chile delivered tanks to Peru.")
    jets, tanks = case.claims()
    reject = case.judge("reject", tanks.id)
    second = after()
    (gone,) = case.changes(first)
    assert (gone.kind, gone.record.cells["item"]) == ("gone", "tanks")
    assert gone.causes == (Cause("judgement", reject.id, "reject"),)
    back = case.judge("retract", reject.id)
    third = after()
    (new,) = case.changes(second)
    assert (new.kind, new.causes) == ("new", (Cause("judgement", back.id, "retract"),))
    assert [one.causes for one in case.changes(first)] == []
    correct = case.judge("correct", jets.id, cell="quantity_delivered", value=6)
    (changed,) = case.changes(third)
    assert [(one.cell, one.before, one.after) for one in changed.cells] == [("quantity_delivered", None, 6)]
    assert changed.causes == (Cause("judgement", correct.id, "correct"),)
    fourth = after()
    merge = case.judge("merge", jets.id, tanks.id)
    kinds = {one.kind: one for one in case.changes(fourth)}
    assert kinds.keys() == {"changed", "merged"}
    assert kinds["merged"].into == kinds["changed"].record.id
    assert all(one.causes == (Cause("judgement", merge.id, "merge"),) for one in kinds.values())


ACTIONS = ("document", "newer", "blind", "accept", "reject", "correct", "merge", "split", "retract")


def act(case: Case, folder: Path, action: str, number: int) -> None:
    """Does one thing to a case; nothing where there is nothing to do it to."""
    claims, judgements = list(case.claims()), case.judgements()
    if action in ("document", "newer", "blind"):
        extractor = {"document": fakes.extractor(), "newer": NEWER, "blind": BLIND}[action]
        add(case, folder, f"d{number % 3}", TEXTS[number % 3], extractor)
    elif action == "retract":
        for judgement in judgements[-1:]:
            case.judge("retract", judgement.id)
    elif action in ("merge", "split") and len(claims) > 1:
        one, other = claims[number % len(claims)].id, claims[(number + 1) % len(claims)].id
        if action == "merge":
            case.judge("merge", one, other)
        else:
            case.judge("split", one, apart_from=[other])
    elif action in ("accept", "reject") and claims:
        case.judge("accept" if action == "accept" else "reject", claims[number % len(claims)].id)
    elif action == "correct" and claims:
        case.judge("correct", claims[number % len(claims)].id, cell="quantity_delivered", value=number)


@given(done=st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 5)), min_size=1, max_size=7))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_later_a_moment_stays_as_it_was(
    done: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("moments")
    with Case.open(folder / "case.db", create=True) as case:
        act(case, folder, "document", 2)
        moments = []
        for action, number in done:
            act(case, folder, action, number)
            moments.append((after(), list(case.claims()), case.records(), case.judgements()))
        for moment, claims, records, judgements in moments:
            assert list(case.claims(as_of=moment)) == claims
            assert case.records(as_of=moment) == records
            with case.view(moment) as view:
                assert view.judgements() == judgements
            now_shown = list(map(shape, case.records()))
            if any(one not in now_shown for one in map(shape, records)) or len(records) != len(now_shown):
                assert case.changes(moment) != ()


def shape(record: Record) -> tuple[object, ...]:
    """What people see of a record, whatever it and its claims are called."""
    return dict(record.cells), record.date, record.modality, len(record.claims)


def record(id: str, *claims: str, **cells: str) -> Record:
    return Record(id, "transfers", cells, claims, {}, {})


ONE, TWO, THREE = (claim(transfer(item), id=item, at=at) for at, item in enumerate(("x", "y", "z")))


def test_a_record_that_gets_another_id_is_the_record_where_most_of_its_claims_went() -> None:
    then = State((record("r", "x", "y", item="X"), record("s", "z", item="Z")), (ONE, TWO, THREE))
    now = State((record("t", "x", "y", "z", item="X"),), (ONE, TWO, THREE))
    changed, merged = compare(then, now)
    assert (changed.kind, changed.before, changed.record.id, changed.joined) == ("changed", "r", "t", ("z",))
    assert (merged.kind, merged.record.id, merged.into) == ("merged", "s", "t")


def test_a_record_that_falls_apart_stays_itself_once() -> None:
    then = State((record("r", "x", "y", "z", item="X"),), (ONE, TWO, THREE))
    now = State((record("r", "x", item="X"), record("s", "y", "z", item="Y")), (ONE, TWO, THREE))
    changed, new = compare(then, now)
    assert (changed.kind, changed.record.id, changed.left) == ("changed", "r", ("y", "z"))
    assert (new.kind, new.record.id) == ("new", "s")


def test_equal_states_have_no_changes_whatever_the_claims_are_called() -> None:
    state = State((record("r", "x", item="X"),), (ONE,))
    assert compare(state, state) == ()
    assert compare(State((), ()), State((), ())) == ()
