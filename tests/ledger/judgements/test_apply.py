"""People always win: what they decided holds through new readings, and can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from muniment.ledger.judgements import apply, standing
from muniment.ledger.judgements.anchor import Finder
from muniment.ledger.judgements.links import Links
from muniment.schema.claim import Cell, Claim, Value, claim_id
from muniment.schema.judgement import (
    Anchor,
    Judgement,
    OfCell,
    OfClaim,
    OfClaims,
    OfJudgement,
    OfSides,
    Subject,
    Verdict,
)
from muniment.schema.span import Span

TEXT = "Ruritania shipped six patrol boats and two tugs to Fenwick in March, the harbour master said."


def said(
    words: Mapping[str, str | tuple[str, Value]], evidence: str = "", date: str = "", document: str = "d1"
) -> Claim:
    """A transfer whose cells stand in TEXT; a pair gives other words than the value."""
    cells = {}
    for name, given_ in words.items():
        quoted, value = given_ if isinstance(given_, tuple) else (given_, given_)
        start = TEXT.index(quoted)
        cells[name] = Cell(value, Span(start, start + len(quoted)))
    start = TEXT.index(evidence or TEXT)
    span = Span(start, start + len(evidence or TEXT))
    values = {name: cell.value for name, cell in cells.items()}
    id = claim_id(document, "transfers", span, values, "", "asserted", date)
    return Claim(id, document, "transfers", span, cells, date=date, frame="test")


BOATS = said(
    {"supplier": "Ruritania", "recipient": "Fenwick", "item": "patrol boats", "quantity_delivered": ("six", 6)}
)
TUGS = said({"supplier": "Ruritania", "recipient": "Fenwick", "item": "tugs", "quantity_delivered": ("two", 2)})
# The same two as a newer model reads them: shorter evidence, a longer item, a date.
SHORT = TEXT.partition(",")[0]
NEW_BOATS = said(
    {"supplier": "Ruritania", "recipient": "Fenwick", "item": "six patrol boats", "quantity_delivered": ("six", 6)},
    SHORT,
    "2031-03",
)
NEW_TUGS = said(
    {"supplier": "Ruritania", "recipient": "Fenwick", "item": "two tugs", "quantity_delivered": ("two", 2)},
    SHORT,
    "2031-03",
)
NEW = (NEW_BOATS, NEW_TUGS)


def judge(id: str, verdict: Verdict, subject: Subject) -> Judgement:
    return Judgement(id, verdict, subject, by="A. Reader")


def of(claim: Claim) -> OfClaim:
    return OfClaim(Anchor.of(claim))


def ids(claims: Sequence[Claim]) -> list[str]:
    return [claim.id for claim in claims]


def test_a_rejected_claim_leaves_and_an_accepted_one_comes_back() -> None:
    reject, accept = judge("1", "reject", of(BOATS)), judge("2", "accept", of(BOATS))
    assert apply([BOATS, TUGS], []).claims == (BOATS, TUGS)
    assert apply([BOATS, TUGS], [reject]).claims == (TUGS,)
    assert apply([BOATS, TUGS], [reject, accept]).claims == (BOATS, TUGS)
    assert apply([BOATS, TUGS], [accept, reject]).claims == (TUGS,)


def test_a_rejected_claim_stays_away_when_a_newer_model_reads_it_again() -> None:
    reject = judge("1", "reject", of(BOATS))
    judged = apply(NEW, [reject])
    assert judged.claims == (NEW_TUGS,)
    assert judged.decisions == {NEW_BOATS.id: (reject,)}


def test_words_elsewhere_another_register_or_another_key_are_another_claim() -> None:
    reject = judge("1", "reject", of(BOATS))
    others = (
        replace(BOATS, id="a", document="d2"),
        replace(BOATS, id="b", evidence=Span(BOATS.evidence.end, BOATS.evidence.end + 9)),
        replace(BOATS, id="c", register="agreements"),
        replace(BOATS, id="d", cells={**BOATS.cells, "recipient": Cell("Graustark", Span(0, 3))}),
        replace(BOATS, id="e", cells={name: cell for name, cell in BOATS.cells.items() if name != "supplier"}),
    )
    assert apply(others, [reject]).claims == others


def test_of_two_claims_alike_in_their_keys_the_more_similar_is_meant() -> None:
    six = replace(BOATS, id="x", evidence=NEW_BOATS.evidence)
    nine = replace(six, id="y", cells={**six.cells, "quantity_delivered": Cell(9, Span(18, 21))})
    four = replace(six, id="z", cells={**six.cells, "quantity_delivered": Cell(4, Span(60, 62))})
    assert ids(apply([four, six, nine], [judge("1", "reject", of(BOATS))]).claims) == ["z"], "both share all words"
    assert ids(apply([four, six], [judge("1", "reject", of(BOATS))]).claims) == ["z"]


def test_a_time_may_be_missing_on_one_side_but_not_be_another() -> None:
    toll = {"measure": Cell("visitors"), "entity": Cell("Fenwick"), "value": Cell(12), "period": Cell("1992")}
    told = Claim("old", "d1", "figures", Span(0, 40), toll)
    reject = judge("1", "reject", of(told))
    undated = replace(told, id="a", cells={name: cell for name, cell in toll.items() if name != "period"})
    other = replace(told, id="b", cells={**toll, "period": Cell("1993")})
    assert apply([undated, other], [reject]).claims == (other,)
    assert apply([told], [judge("2", "reject", of(undated))]).claims == ()


def test_a_name_spelt_otherwise_elsewhere_is_the_same_value() -> None:
    imported = replace(BOATS, id="desk-1", cells={name: Cell(cell.value) for name, cell in BOATS.cells.items()})
    again = replace(BOATS, id="desk-2", cells={**imported.cells, "supplier": Cell("RURITANIA")})
    assert apply([again], [judge("1", "reject", of(imported))]).claims == ()


def test_a_correction_has_a_value_no_words_and_a_note_and_the_original_stays() -> None:
    correct = judge("7f", "correct", OfCell(Anchor.of(BOATS), "quantity_delivered", 8))
    (claim,) = apply([BOATS], [correct]).claims
    assert claim.id == BOATS.id
    assert claim.cells["quantity_delivered"] == Cell(8, None)
    assert claim.note == "quantity_delivered corrected by A. Reader (judgement 7f)"
    assert {name: cell for name, cell in claim.cells.items() if name != "quantity_delivered"} == {
        name: cell for name, cell in BOATS.cells.items() if name != "quantity_delivered"
    }
    assert BOATS.cells["quantity_delivered"].value == 6


def test_corrections_of_several_cells_add_up_and_the_last_of_one_cell_stands() -> None:
    anchor = Anchor.of(BOATS)
    (claim,) = apply(
        [BOATS],
        [
            judge("1", "correct", OfCell(anchor, "quantity_delivered", 8)),
            judge("2", "correct", OfCell(anchor, "supplier", None)),
            judge("3", "correct", OfCell(anchor, "date", "2031-04")),
            judge("4", "correct", OfCell(anchor, "modality", "planned")),
            judge("5", "correct", OfCell(anchor, "source", "the harbour master")),
            judge("6", "correct", OfCell(anchor, "quantity_delivered", 9)),
        ],
    ).claims
    assert claim.cells["quantity_delivered"].value == 9
    assert "supplier" not in claim.cells
    assert (claim.date, claim.modality, claim.source) == ("2031-04", "planned", "the harbour master")
    assert "judgement 1)" not in claim.note
    assert claim.note.count("corrected") == 5


def test_a_correction_holds_on_to_the_words_and_is_applied_to_a_new_reading() -> None:
    correct = judge("1", "correct", OfCell(Anchor.of(TUGS), "quantity_delivered", 3))
    boats, tugs = apply(NEW, [correct]).claims
    assert (boats.cells["quantity_delivered"].value, tugs.cells["quantity_delivered"].value) == (6, 3)
    assert tugs.id == NEW_TUGS.id


def test_an_accepted_or_corrected_claim_stays_where_a_newer_model_does_not_find_it() -> None:
    accept = judge("1", "accept", of(TUGS))
    correct = judge("2", "correct", OfCell(Anchor.of(TUGS), "quantity_delivered", 3))
    reject = judge("3", "reject", of(TUGS))
    earlier = {TUGS.id: TUGS}
    assert apply([NEW_BOATS], [accept], earlier).claims == (NEW_BOATS, TUGS)
    (_, mended) = apply([NEW_BOATS], [correct], earlier).claims
    assert mended.cells["quantity_delivered"].value == 3
    assert apply(NEW, [accept], earlier).claims == NEW, "found again under another id: not twice"
    assert apply([NEW_BOATS], [accept, reject], earlier).claims == (NEW_BOATS,)
    assert apply([NEW_BOATS], [], earlier).claims == (NEW_BOATS,)


def test_a_judgement_taken_back_was_never_made_and_the_retraction_can_be_taken_back() -> None:
    reject = judge("1", "reject", of(BOATS))
    back = judge("2", "retract", OfJudgement("1"))
    forth = judge("3", "retract", OfJudgement("2"))
    assert standing([reject, back]) == ()
    assert standing([reject, back, forth]) == (reject,)
    assert apply([BOATS], [reject, back]).claims == (BOATS,)
    assert apply([BOATS], [reject, back, forth]).claims == ()


def test_taking_back_the_last_decision_brings_back_the_one_before() -> None:
    anchor = Anchor.of(BOATS)
    first, second = (judge(str(n), "correct", OfCell(anchor, "quantity_delivered", n)) for n in (8, 9))
    (claim,) = apply([BOATS], [first, second, judge("x", "retract", OfJudgement("9"))]).claims
    assert claim.cells["quantity_delivered"].value == 8


def test_merge_and_split_are_said_of_the_claims_that_are_there_now() -> None:
    boats, tugs = Anchor.of(BOATS), Anchor.of(TUGS)
    merge = judge("1", "merge", OfClaims((boats, tugs)))
    split = judge("2", "split", OfSides((boats,), (tugs,)))
    pair = tuple(sorted(ids(NEW)))
    assert (apply(NEW, [merge]).together, apply(NEW, [merge]).apart) == ((pair,), ())
    assert (apply(NEW, [split]).together, apply(NEW, [split]).apart) == ((), (pair,))
    assert apply(NEW, [merge, split]).apart == (pair,)
    assert apply(NEW, [split, merge]).together == (pair,)
    assert apply([NEW_BOATS], [merge]).together == ()
    assert apply(NEW, [merge, judge("3", "reject", of(TUGS))]).together == (), "a rejected claim is in no record"


def test_an_earlier_merge_gives_way_where_a_later_split_stands_against_part_of_it() -> None:
    links = Links()
    links.part(["a"], ["c"])
    links.join(["a", "b", "c"])
    assert (links.together(), links.apart()) == ((("a", "b"),), (("a", "c"),))


letters = st.sampled_from("abcdef")
sides = st.lists(letters, min_size=1, max_size=3)
decisions = st.lists(st.tuples(st.booleans(), sides, sides), max_size=8)


@given(decisions)
def test_what_must_be_one_record_never_must_be_two(made: list[tuple[bool, list[str], list[str]]]) -> None:
    links = Links()
    for joins, these, those in made:
        if joins:
            links.join([*these, *those])
        else:
            links.part(set(these), set(those) - set(these))
    groups, apart = links.together(), set(links.apart())
    assert not any(pair in apart for group in groups for pair in combinations(group, 2))
    assert sum(map(len, groups)) == len({claim for group in groups for claim in group}), "groups share no claim"
    if made:
        joins, these, those = made[0]
        if joins:
            assert len({*these, *those}) < 2 or any({*these, *those} <= set(group) for group in groups)
        else:
            assert all(tuple(sorted((a, b))) in apart for a in these for b in set(those) - set(these))


@given(st.integers(-30, 30), st.integers(-30, 30))
def test_an_anchor_finds_its_claim_wherever_the_evidence_still_shares_words(left: int, right: int) -> None:
    start, end = max(0, 40 + left), 60 + right
    moved = replace(BOATS, id="moved", evidence=Span(start, max(end, start + 1)))
    anchor = replace(Anchor.of(BOATS), evidence=Span(40, 60))
    shares = moved.evidence.start < 60 and moved.evidence.end > 40
    assert Finder([moved]).find(anchor) == (("moved",) if shares else ())


def test_the_claim_of_the_very_id_goes_before_all_others() -> None:
    assert Finder([NEW_BOATS, BOATS]).find(Anchor.of(BOATS)) == (BOATS.id,)
