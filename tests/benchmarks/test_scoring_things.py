"""The scorer of typed things."""

from __future__ import annotations

from benchmarks.scoring_things import SEEDS, Report, halves, on_words, thing_counts, thing_figures

TEXT = "The Syrian army fired rockets."


def test_nested_things_and_types_count_apart() -> None:
    gold = [(0, 15, "Organisation"), (4, 10, "Nationality"), (22, 29, "Weapon")]
    ours = [(0, 15, "Organisation"), (4, 10, "Location")]
    found = thing_figures(thing_counts(TEXT, gold, ours))
    assert found == {"Location": 0.0, "Nationality": 0.0, "Organisation": 1.0, "Weapon": 0.0, "all": 2 / 5}


def test_half_words_and_stray_spaces_cost_nothing() -> None:
    assert on_words(TEXT, [(4, 8, "X"), (3, 11, "X"), (30, 30, "X")]) == {(1, 2, "X")}


def test_the_halves_are_fixed_and_apart() -> None:
    reports = [Report(str(number), "", "", ()) for number in range(9)]
    for seed in SEEDS:
        teaching, measuring = halves(reports, seed)
        assert len(teaching) == 4
        assert {report.name for report in teaching + measuring} == set("012345678")
        assert halves(reports, seed) == (teaching, measuring)
