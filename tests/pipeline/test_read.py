"""Reading: an outcome for everything, nothing twice, and one bad document never stops the rest."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muniment.errors import ModelError, UsageError
from muniment.pipeline.case import Case
from muniment.pipeline.extractor import Extract, Extracted, Extractor
from muniment.pipeline.read import ReadReport, read
from muniment.pipeline.status import Outcome
from muniment.schema.document import Document
from tests.pipeline.fakes import extractor
from tests.pipeline.showing import shown

PLAIN = "Officials in the capital said on Monday that Russia delivered {} to Myanmar in the spring of that year.\n"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "case.db", create=True) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    for name, item in (("a", "jets"), ("b", "tanks"), ("c", "radar")):
        (made / f"{name}.txt").write_text(PLAIN.format(item), encoding="utf-8")
    return made


def said(report: ReadReport) -> list[tuple[str, str]]:
    return [(outcome.name, outcome.status) for outcome in report.outcomes]


def run(case: Case, *paths: Path | str, version: str = "1", jobs: int = 1) -> ReadReport:
    return read(case, paths, io.BytesIO(), extractor=extractor(version), jobs=jobs)


def test_what_is_read_is_kept_with_its_claims(case: Case, folder: Path) -> None:
    report = run(case, folder)
    assert said(report) == [("a", "read"), ("b", "read"), ("c", "read")]
    assert [outcome.claims for outcome in report.outcomes] == [1, 1, 1]
    assert [one.cells["item"].value for one in case.claims("transfers")] == ["jets", "tanks", "radar"]
    assert len(case.records("transfers")) == 3
    assert (case.counts().documents, case.counts().read, case.counts().claims) == (3, 3, 3)


def test_reading_again_changes_nothing(case: Case, folder: Path) -> None:
    run(case, folder)
    before = shown(case)
    assert said(run(case, folder)) == [("a", "known"), ("b", "known"), ("c", "known")]
    assert shown(case) == before


def test_each_outcome_is_heard_once_it_is_safe(case: Case, folder: Path) -> None:
    heard: list[tuple[str, int]] = []

    def listen(outcome: Outcome) -> None:
        heard.append((outcome.name, case.counts().documents))

    read(case, [folder], io.BytesIO(), extractor=extractor(), progress=listen, jobs=1)
    assert heard == [("a", 1), ("b", 2), ("c", 3)]


def test_documents_may_be_kept_first_and_extracted_later(case: Case, folder: Path) -> None:
    assert {status for _, status in said(read(case, [folder], io.BytesIO(), extract=False))} == {"stored"}
    assert list(case.claims()) == []
    assert {row.status for row in case.statuses()} == {"stored"}
    assert {status for _, status in said(run(case, folder))} == {"read"}
    assert len(list(case.claims())) == 3


def test_a_new_version_reads_again_and_an_old_one_stays(case: Case, folder: Path) -> None:
    run(case, folder, version="1")
    assert {status for _, status in said(run(case, folder, version="2"))} == {"read"}
    assert {row.run for row in case.statuses()} == {"fake 2"}
    assert len(list(case.claims())) == 3


def test_what_cannot_be_read_is_refused_by_name_and_the_rest_goes_on(case: Case, folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\x7fELF\x00\x01\x02" * 50)
    report = run(case, folder)
    assert said(report) == [("a", "read"), ("b", "refused"), ("c", "read")]
    assert "b.txt" in report.outcomes[1].note
    assert not report.all_refused
    refused = [row for row in case.statuses() if row.status == "refused"]
    assert [Path(row.name).name for row in refused] == ["b.txt"]
    assert case.counts().refused == 1
    run(case, folder)
    assert case.counts().refused == 1, "refusing the same twice adds nothing"


def test_a_run_of_nothing_but_refusals_says_so(case: Case, tmp_path: Path) -> None:
    assert run(case, tmp_path / "none.txt").all_refused
    assert not ReadReport(()).all_refused


def test_a_document_on_which_extraction_breaks_is_kept_as_failed_and_tried_again(case: Case, folder: Path) -> None:
    (folder / "b.txt").write_text(PLAIN.format("BREAK"), encoding="utf-8")
    for _ in range(2):
        report = run(case, folder)
        assert [status for _, status in said(report)][1] == "failed"
    (row,) = [row for row in case.statuses() if row.status == "failed"]
    assert row.note.startswith("ValueError: told to break")
    assert case.counts().failed == 1
    assert len(list(case.claims())) == 2


def test_what_breaks_for_all_documents_stops_the_run(case: Case, folder: Path) -> None:
    def load(threads: int) -> Extract:
        raise ModelError("no model", "Install it.")

    with pytest.raises(ModelError):
        read(case, [folder], io.BytesIO(), extractor=Extractor("x", "1", load), jobs=1)
    assert case.counts().documents == 0


def test_other_languages_are_kept_and_say_so(case: Case, tmp_path: Path) -> None:
    text = (
        "Le ministre de la défense a déclaré lundi que la Russie livrerait six avions à la Birmanie cette année. " * 3
    )
    (tmp_path / "fr.txt").write_text(text, encoding="utf-8")
    report = run(case, tmp_path / "fr.txt")
    assert said(report) == [("fr", "stored")]
    assert "not in English (fr)" in report.outcomes[0].note
    assert case.statuses()[0].note == report.outcomes[0].note
    assert said(run(case, tmp_path / "fr.txt")) == [("fr", "known")]


def test_a_text_known_under_another_name_is_no_second_document(case: Case, folder: Path) -> None:
    (folder / "d.txt").write_text(PLAIN.format("jets"), encoding="utf-8")
    report = run(case, folder)
    assert (report.outcomes[3].status, report.outcomes[3].note) == ("known", "known as a")
    assert case.counts().documents == 3
    assert case.document("d").name == "a"


def test_files_of_one_name_in_two_folders_are_two_documents(case: Case, tmp_path: Path) -> None:
    for place, item in (("one", "jets"), ("two", "tanks")):
        (tmp_path / place).mkdir()
        (tmp_path / place / "index.txt").write_text(PLAIN.format(item), encoding="utf-8")
    report = run(case, tmp_path / "one", tmp_path / "two")
    second = report.outcomes[1]
    assert second.name == f"index-{second.document[:8]}"
    assert {status for _, status in said(run(case, tmp_path / "two", tmp_path / "one"))} == {"known"}


def test_a_declared_name_that_stands_for_another_text_is_refused(case: Case, tmp_path: Path) -> None:
    lines = [{"id": "x1", "text": PLAIN.format("jets")}, {"id": "x1", "text": PLAIN.format("tanks")}]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    report = run(case, tmp_path / "in.jsonl")
    assert said(report) == [("x1", "read"), ("x1", "refused")]
    assert "stands for another text" in report.outcomes[1].note
    assert "jets" in case.document("x1").text


def test_metadata_declared_later_take_effect(case: Case, folder: Path) -> None:
    run(case, folder)
    assert {one.date for one in case.claims()} == {""}
    (folder / "metadata.jsonl").write_text('{"file": "a.txt", "published": "2022-03-04"}\n', encoding="utf-8")
    assert said(run(case, folder))[0] == ("a", "read")
    assert [one.date for one in case.claims()] == ["2022-03-04", "", ""]
    assert case.document("a").published == "2022-03-04"


def test_paths_that_cannot_be_read_at_all_stop_before_anything(case: Case) -> None:
    with pytest.raises(UsageError):
        run(case)


def test_standard_input_is_read(case: Case) -> None:
    report = read(case, ["-"], io.BytesIO(PLAIN.format("jets").encode()), extractor=extractor())
    assert said(report) == [("stdin", "read")]


ITEMS = st.lists(st.sampled_from(["jets", "tanks", "radar", "BREAK", "rockets? jets"]), min_size=1, max_size=6)


@given(items=ITEMS, random=st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_reading_changes_nothing(
    items: list[str], random: Random, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("order")
    paths = []
    for number, item in enumerate(items):
        (place / f"{number}.txt").write_text(PLAIN.format(item), encoding="utf-8")
        paths.append(place / f"{number}.txt")
    shuffled = list(paths)
    random.shuffle(shuffled)
    results = []
    for name, order in (("x.db", paths), ("y.db", shuffled)):
        with Case.open(place / name, create=True) as opened:
            run(opened, *order)
            results.append(shown(opened))
    assert results[0] == results[1]


def test_a_rejected_claim_stays_rejected_through_new_runs(case: Case, folder: Path) -> None:
    run(case, folder)
    first = next(case.claims())
    case.judge("reject", first.id, by="A. Reader", why="a drill, not a delivery")
    assert len(case.records("transfers")) == 2
    run(case, folder, version="2")
    assert len(case.records("transfers")) == 2
    case.judge("accept", first.id)
    assert len(case.records("transfers")) == 3
    assert [one.verdict for one in case.judgements()] == ["reject", "accept"]


def test_two_open_cases_see_what_the_other_adds(case: Case, folder: Path) -> None:
    with Case.open(case.place) as other:
        assert other.records() == ()
        run(case, folder)
        assert len(other.records()) == 3
        assert [one.name for one in other.documents()] == ["a", "b", "c"]


def test_documents_can_be_added_from_python(case: Case) -> None:
    text = "Russia delivered jets to Myanmar."
    document = Document(Document.id_of(text), "mine", text)
    assert case.add_document(document).status == "stored"
    assert case.add_document(document).status == "known"
    assert case.document("mine") == document


def test_extracted_holds_nothing_by_default() -> None:
    assert Extracted() == Extracted((), (), 0)
