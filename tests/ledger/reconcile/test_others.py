"""Measures, agreements, affiliations, incidents, votes, positions and figures."""

from __future__ import annotations

from tests.ledger.reconcile.telling import groups, joined, one, reading, records, telling, told

measure = telling("measures")
agreement = telling("agreements")
affiliation = telling("affiliations")
incident = telling("incidents")
vote = telling("votes")
position = telling("positions")
figure = telling("figures")


def test_a_measure_goes_its_course() -> None:
    cells = {"imposer": "European Union", "target": "Belarus", "kind": "sanctions"}
    record = one(
        measure("a", "2020-08", stage="announced", **cells),
        measure("b", "2020-10-02", stage="imposed", **(cells | {"imposer": "EU"})),
    )
    assert (record.cells["stage"], record.date) == ("imposed", "2020-10-02")
    assert reading(record, "stage", "announced").relation == "superseded"
    again = measure("c", "2022-03-02", stage="imposed", **cells)
    assert len(records([again, measure("b", "2020-10-02", stage="imposed", **cells)])) == 2


def test_sanctions_of_nobody_named_are_those_of_the_west() -> None:
    cells = {"target": "Belarus", "kind": "sanctions", "stage": "in force"}
    west, nobody = measure("a", imposer="many Western countries", **cells), measure("b", **cells)
    assert joined(west, nobody, measure("c", imposer="Canada", **cells)) == groups([0, 1], [2])


def test_those_whom_sanctions_name_are_named_one_by_one() -> None:
    leader = told(
        "affiliations", "a", subject="Alexander Lukashenko", relation="post", object="Belarus", post="president"
    )
    cells = {"imposer": "Canada", "stage": "imposed"}
    for kind, number in (("sanctions", 2), ("exclusion", 1)):
        person = measure("a", target="Alexander Lukashenko", kind=kind, **cells)
        state = measure("b", target="Belarus", kind=kind, **cells)
        assert len(records([person, state, leader])) == number, kind


def test_what_two_ask_for_is_asked_for_twice() -> None:
    cells = {"target": "Sudan", "kind": "arms embargo", "stage": "requested"}
    mine = measure("a", modality="requested", source="Amnesty International", **cells)
    yours = measure("b", modality="requested", source="African Union", **cells)
    assert joined(mine, yours) == groups([0], [1])


def test_an_agreement_in_other_words_and_by_a_company_of_the_state() -> None:
    cells = {"kind": "contract", "stage": "signed"}
    state = agreement(
        "a",
        "2017-12-11",
        parties=("Egypt", "Russia"),
        subject="construction of a nuclear power plant at El Dabaa",
        **cells,
    )
    company = agreement("b", "2017-12", parties=("Rosatom", "Egypt"), subject="the El Dabaa nuclear plant", **cells)
    arms = agreement("b", "2017-12", parties=("Russia", "Egypt"), subject="air defence", **cells)
    part = told("affiliations", "a", subject="Rosatom", relation="part of", object="Russia")
    assert sorted(len(record.claims) for record in records([state, company, arms, part])) == [1, 2]


def test_allies_are_allies_of_each_other() -> None:
    cells = {"relation": "ally"}
    record = one(
        affiliation("a", subject="Iran", object="Syria", **cells),
        affiliation("b", subject="Syria", object="Iran", **cells),
    )
    assert record.grade == "fair"


def test_one_post_in_other_words() -> None:
    cells = {"subject": "Ana Kovač", "relation": "post", "object": "Croatia"}
    claims = [
        affiliation("a", post=post, **cells)
        for post in ("Defense Minister", "minister of defence", "deputy defence minister")
    ]
    assert joined(*claims) == groups([0, 1], [2])


def test_the_job_of_an_analyst_is_worded_by_each_paper_as_it_likes() -> None:
    cells = {"subject": "Ana Kovač", "relation": "post", "object": "Balkan Institute"}
    sahel, programme = (
        affiliation("a", post=post, **cells) for post in ("Sahel analyst", "head of the Sahel programme")
    )
    assert joined(sahel, programme, affiliation("a", post="treasurer", **cells)) == groups([0, 1], [2])


def test_a_coup_is_one_of_a_place_and_a_time() -> None:
    claims = [
        incident("a", "2021-10-25", kind="coup", place="Sudan", actor="the Sudanese army"),
        incident("b", "2021", kind="coup", place="Sudan", actor="a general"),
        incident("c", "1989-06-30", kind="coup", place="Sudan"),
        incident("d", kind="coup", place="Sudan"),
    ]
    assert joined(*claims) == groups([0, 1], [2], [3])


def test_an_attack_turns_out_an_air_strike_and_rivals_contest_it() -> None:
    record = one(
        incident("a", "2018-08-09", kind="attack", place="Saada", killed=40),
        incident("b", "2018-08-09", kind="air strike", place="Saada", actor="the Saudi-led coalition", killed=51),
    )
    assert record.grade == "fair"
    cells = {"kind": "shelling", "place": "Hroza", "killed": 59}
    rivals = one(
        incident("a", "2023-10-05", actor="Russia", **cells), incident("b", "2023-10-05", actor="Ukraine", **cells)
    )
    assert (rivals.grade, len(rivals.readings["actor"])) == ("contested", 2)


def test_both_sides_of_a_clash_are_two_acts_whatever_else_is_told() -> None:
    claims = [
        incident("a", "1997-04-09", kind="attack", place="Hebron", actor="protesters", target="Israeli troops"),
        incident("a", "1997-04-09", kind="shooting", place="Hebron", actor="Israeli troops", target="protesters"),
        incident("b", "1997-04-09", kind="attack", place="Hebron"),
    ]
    assert joined(*claims) == groups([0, 2], [1])


def test_a_target_that_is_only_described_tells_no_two_strikes_apart() -> None:
    cells = {"kind": "air strike", "place": "Saada", "actor": "Saudi Arabia"}
    claims = [
        incident("a", "2018-08-09", target=target, **cells) for target in ("a school bus", "the crowd", "Hezbollah")
    ]
    assert joined(*claims[:2]) == groups([0, 1])
    assert len(joined(claims[2], incident("b", "2018-08-09", target="Hamas", **cells))) == 2


def test_attacks_of_two_days_or_places_are_two() -> None:
    claims = [incident("a", day, kind="attack", place=place) for day, place in WHERE]
    assert joined(*claims) == groups([0], [1], [2])


WHERE = (("2018-08-09", "Saada"), ("2018-08-11", "Saada"), ("2018-08-09", "Hodeidah"))


def test_a_vote_is_known_by_its_question_or_its_numbers() -> None:
    body = {"body": "UN General Assembly"}
    claims = [
        vote("a", "2022-03-02", question="resolution demanding an end of the offensive", for_=141, **body),
        vote("b", "2022-03", question="resolution deploring the war", for_=141, **body),
        vote("b", "2022-10", question="resolution on annexation", for_=143, **body),
    ]
    assert joined(*claims) == groups([0, 1], [2])


def test_a_shorter_quotation_is_part_of_the_longer() -> None:
    longer = "We are on the brink of a catastrophe that nobody wants"
    claims = [
        position("a", speaker="Ana Kovač", form="direct", content=longer),
        position("b", speaker="Ana Kovač", form="direct", content="on the brink of a catastrophe that nobody wants"),
        position("b", speaker="Ana Kovač", form="direct", content="Peace needs courage and patience"),
        position("b", speaker="Ivo Horvat", form="direct", content=longer),
    ]
    assert joined(*claims) == groups([0, 1], [2], [3])


def test_figures_of_two_years_are_two() -> None:
    cells = {"entity": "Algeria", "unit": "USD"}
    claims = [
        figure("a", "2021", measure="defence budget", value=9_100_000_000, **cells),
        figure("b", "2021", measure="the defense budget", value=9.1e9, **cells),
        figure("b", "2023", measure="defence budget", value=18_000_000_000, **cells),
    ]
    assert joined(*claims) == groups([0, 1], [2])
