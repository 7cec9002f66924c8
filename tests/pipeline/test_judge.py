"""What people say of a case is checked, kept, holds through new readings, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from muniment.errors import NotFound, UsageError
from muniment.pipeline.case import Case
from muniment.pipeline.extractor import Extract, Extracted, Extractor
from muniment.pipeline.read import read
from muniment.schema.claim import Cell, Claim, claim_id
from muniment.schema.document import Document
from muniment.schema.judgement import Name, OfCell, OfJudgement, OfNames
from muniment.schema.span import Span
from tests.pipeline import fakes

TEXTS = {
    "one": "Norway delivered jets to Peru. Officials were pleased.",
    "two": "Norway delivered jets to Peru. Chile delivered tanks to Peru.",
}


def load_newer(threads: int) -> Extract:
    """The fake extractor, grown: its evidence ends with the full stop, so that every claim has another id."""
    old = fakes.load(threads)

    def wider(claim: Claim) -> Claim:
        evidence = Span(claim.evidence.start, claim.evidence.end + 1)
        values = {name: cell.value for name, cell in claim.cells.items()}
        id = claim_id(claim.document, claim.register, evidence, values, "", "asserted", claim.date)
        return Claim(id, claim.document, claim.register, evidence, claim.cells, date=claim.date, frame=claim.frame)

    def newer(document: Document) -> Extracted:
        made = old(document)
        return Extracted(tuple(map(wider, made.claims)), made.refusals, made.sentences)

    return newer


def load_blind(threads: int) -> Extract:
    """An extractor that finds nothing any more."""
    return lambda document: Extracted((), (), 1)


NEWER = Extractor("fake", "2", load_newer)
BLIND = Extractor("fake", "3", load_blind)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = tmp_path / "in"
    source.mkdir()
    for name, text in TEXTS.items():
        (source / f"{name}.txt").write_text(text, encoding="utf-8")
    return source


@pytest.fixture
def case(place: str, folder: Path) -> Iterator[Case]:
    with Case.open(place, create=True) as opened:
        read(opened, [folder], extractor=fakes.extractor())
        yield opened


def items(case: Case) -> list[str]:
    return sorted(str(record.cells["item"]) for record in case.records("transfers"))


def claim_about(case: Case, item: str, document: str | None = None) -> Claim:
    return next(claim for claim in case.claims(document=document) if claim.cells["item"].value == item)


def again(case: Case, folder: Path, extractor: Extractor) -> None:
    read(case, [folder], extractor=extractor)


def test_what_a_person_decided_holds_through_a_newer_reading(case: Case, folder: Path) -> None:
    tanks = claim_about(case, "tanks")
    case.judge("reject", tanks.id, by="A. Reader", why="an exercise")
    jets = claim_about(case, "jets", "one")
    case.judge("correct", jets.id, cell="item", value="radars", by="A. Reader")
    before = items(case)
    assert before == ["jets", "radars"]
    again(case, folder, NEWER)
    assert not {tanks.id, jets.id} & {claim.id for claim in case.claims()}, "all were read anew"
    assert items(case) == before
    again(case, folder, BLIND)
    assert items(case) == ["radars"], "the corrected claim stays where nothing finds it, the rest goes"


def test_a_rejected_claim_can_be_accepted_or_the_rejection_taken_back(case: Case) -> None:
    tanks = claim_about(case, "tanks")
    reject = case.judge("reject", tanks.id)
    assert items(case) == ["jets"]
    back = case.judge("retract", reject.id[:6], why="it was no exercise")
    assert back.subject == OfJudgement(reject.id)
    assert items(case) == ["jets", "tanks"]
    with pytest.raises(UsageError, match="already"):
        case.judge("retract", reject.id)
    case.judge("retract", back.id)
    assert items(case) == ["jets"]
    case.judge("accept", tanks.id)
    assert items(case) == ["jets", "tanks"]
    assert [one.verdict for one in case.judgements()] == ["reject", "retract", "retract", "accept"]


def test_who_when_and_why_are_kept(case: Case) -> None:
    tanks = claim_about(case, "tanks")
    made = case.judge("reject", tanks.id[:8], by="A. Reader", made="2031-03-04T10:00:00+01:00", why="a rumour")
    (kept,) = case.judgements()
    assert kept == made
    assert (kept.by, kept.made, kept.why) == ("A. Reader", "2031-03-04T09:00:00.000000Z", "a rumour")
    assert case.judge("accept", tanks.id).made > "2020", "now, where nobody says when"


@pytest.mark.parametrize(
    ("cell", "value", "kept"),
    [
        ("quantity_delivered", "6", 6),
        ("quantity_delivered", "1,200", 1200),
        ("quantity_delivered", 2.5, 2.5),
        ("item", " trainer jets ", "trainer jets"),
        ("quantity_delivered", "", None),
        ("supplier", None, None),
        ("delivery_date", "2031-03", "2031-03"),
        ("status", "planned", "planned"),
        ("date", "2031", "2031"),
        ("modality", "planned", "planned"),
        ("source", "the ministry", "the ministry"),
    ],
)
def test_a_corrected_value_has_the_type_of_its_cell(case: Case, cell: str, value: str | float, kept: object) -> None:
    jets = claim_about(case, "jets", "one")
    made = case.judge("correct", jets.id, cell=cell, value=value)
    assert isinstance(made.subject, OfCell)
    assert made.subject.value == kept
    claim = next(one for one in case.judged("transfers").claims if one.id == jets.id)
    found = getattr(claim, cell) if cell in ("date", "modality", "source") else claim.cells.get(cell)
    assert (found.value if isinstance(found, Cell) else found) == kept
    assert case.explain(f"claim:{jets.id}").voices[0].read == jets, "the original stays readable"


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("quantity_delivered", "several", "no plain number"),
        ("status", "lost", "none of"),
        ("delivery_date", "last spring", "no EDTF date"),
        ("recipient", None, "missing"),
        ("modality", "maybe", "modality"),
        ("modality", None, "modality"),
        ("date", "soon", "no EDTF date"),
    ],
)
def test_a_value_that_a_cell_cannot_have_is_refused(case: Case, cell: str, value: str | None, said: str) -> None:
    jets = claim_about(case, "jets", "one")
    with pytest.raises(UsageError, match=said):
        case.judge("correct", jets.id, cell=cell, value=value)
    with pytest.raises(NotFound, match="no cell 'colour'"):
        case.judge("correct", jets.id, cell="colour", value="grey")
    assert case.judgements() == ()


def test_claims_merged_are_one_record_and_split_are_two(case: Case, folder: Path) -> None:
    tanks = claim_about(case, "tanks")
    (record,) = (one for one in case.records("transfers") if one.cells["item"] == "jets")
    merge = case.judge("merge", record.id, tanks.id, why="one shipment")
    assert [sorted(one.claims) for one in case.records("transfers")] == [sorted([*record.claims, tanks.id])]
    again(case, folder, NEWER)
    assert len(case.records("transfers")) == 1
    case.judge("retract", merge.id)
    assert len(case.records("transfers")) == 2
    one, two = (claim_about(case, "jets", name) for name in ("one", "two"))
    case.judge("split", one.id, apart_from=[two.id], why="two shipments")
    assert len(case.records("transfers")) == 3
    case.judge("merge", one.id, two.id)
    assert len(case.records("transfers")) == 2, "the later decision wins"


def test_names_are_checked_and_kept_with_their_document(case: Case) -> None:
    made = case.judge("same", "Norway", Name("Chile", "two"), by="A. Reader")
    two = case.document("two").id
    assert made.subject == OfNames((Name("Norway"), Name("Chile", two)))
    case.judge("different", "Norway", "Peru")
    with pytest.raises(NotFound, match="Atlantis"):
        case.judge("same", "Norway", "Atlantis")
    with pytest.raises(NotFound, match="no document"):
        case.judge("same", "Norway", Name("Chile", "three"))
    with pytest.raises(UsageError, match="two names"):
        case.judge("same", "Norway", "Norway")


def test_nonsense_is_refused_and_nothing_kept(case: Case) -> None:
    jets, tanks = claim_about(case, "jets", "one").id, claim_about(case, "tanks").id
    for verdict in ("accept", "reject", "merge"):
        with pytest.raises(NotFound, match="no claim 'none'"):
            case.judge(verdict, "none", *([jets] if verdict == "merge" else []))
    with pytest.raises(NotFound, match="no judgement"):
        case.judge("retract", "none")
    wrong: list[tuple[tuple[str, ...], dict[str, object]]] = [
        (("ponder", jets), {}),
        (("accept",), {}),
        (("accept", jets, tanks), {}),
        (("accept", jets), {"cell": "item"}),
        (("accept", jets), {"value": "x"}),
        (("correct", jets), {"value": "x"}),
        (("merge", jets), {}),
        (("merge", jets, jets), {}),
        (("split", jets), {}),
        (("split", jets), {"apart_from": [jets]}),
        (("merge", jets, tanks), {"apart_from": [tanks]}),
        (("same", "Peru"), {}),
        (("accept", jets), {"made": "yesterday"}),
        (("accept", ""), {}),
    ]
    judge: Callable[..., object] = case.judge
    for given, more in wrong:
        with pytest.raises((UsageError, NotFound)) as raised:
            judge(*given, **more)
        assert raised.value.cause, given
    with pytest.raises(UsageError, match="names"):
        case.judge("accept", Name("Peru"))
    assert case.judgements() == ()
