"""TIMEX3: reading TimeML, our values in its notation, and figures worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.scoring_dates import date_figures, pairs
from benchmarks.timex import Timex, duration, of_edtf, read, written

from muniment.text.time_nodes import Lapse
from muniment.text.times import find_times

STORY = """<?xml version="1.0" ?><TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2019-11-06" functionInDocument="CREATION_TIME">11/06/19</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2019-11-04">Monday</TIMEX3> for
<TIMEX3 tid="t2" type="DURATION" value="P3D">two days</TIMEX3> &amp; left <TIMEX3 tid="t3" type="DATE"
value="PAST_REF">once</TIMEX3>.</TEXT></TimeML>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "story.tml").write_text(STORY, encoding="utf-8")
    return tmp_path


def test_a_story_without_its_tags(folder: Path) -> None:
    story = read(folder / "story.tml")
    assert story.published == "2019-11-06"
    assert story.text == "They met on Monday for\ntwo days & left once."
    assert [story.text[found.start : found.end] for found in story.annotated] == ["Monday", "two days", "once"]


def test_figures(folder: Path) -> None:
    found = date_figures(folder)  # both found, one value right, one missed
    assert found["precision"] == 1
    assert found["recall"] == pytest.approx(2 / 3)
    assert found["span_f1"] == pytest.approx(0.8)
    assert found["value_accuracy"] == 0.5


def test_one_of_ours_counts_for_one_of_theirs() -> None:
    wanted = [Timex(0, 4, "DATE", "x"), Timex(5, 9, "DATE", "y"), Timex(20, 22, "DATE", "z")]
    ours = [Timex(3, 8, "DATE", "x"), Timex(12, 14, "DATE", ""), Timex(21, 25, "DATE", "z")]
    assert list(pairs(wanted, ours)) == [(wanted[0], ours[0]), (wanted[2], ours[2])]


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2019-11-04", "2019-11-04"),
        ("2019-11-04~", "2019-11-04"),
        ("2019-07/2019-09", "2019-Q3"),
        ("2019-07/2019-12", "2019-H2"),
        ("2019-22", "2019-SU"),
        ("2019-11-04/2019-11-10", "2019-W45"),
        ("2019-11-09/2019-11-10", "2019-W45-WE"),
        ("1980/1989", "198"),
        ("1900/1999", "19"),
        ("2019-11-04/..", "2019-11-04"),
        ("", ""),
    ],
)
def test_dates(edtf: str, value: str) -> None:
    assert of_edtf(edtf) == value


@pytest.mark.parametrize(
    ("lapse", "value"),
    [
        (Lapse("month", 3), "P3M"),
        (Lapse("hour", 2), "PT2H"),
        (Lapse("minute", None), "PTXM"),
        (Lapse("year", 2.5), "P2Y6M"),
        (Lapse("hour", 0.5), "PT30M"),
        (Lapse("week", None), "PXW"),
    ],
)
def test_durations(lapse: Lapse, value: str) -> None:
    assert duration(lapse) == value


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("on Monday morning", "TIME", "2019-11-04TMO"),
        ("at 10 p.m. Monday", "TIME", "2019-11-04T22:00"),
        ("each July", "SET", "XXXX-07"),
        ("every Tuesday", "SET", "XXXX-WXX-2"),
        ("every month", "SET", "P1M"),
        ("recently", "DATE", "PAST_REF"),
    ],
)
def test_other_kinds(text: str, kind: str, value: str) -> None:
    (found,) = find_times(text, "2019-11-06")
    assert written(found)[2:] == (kind, value)
