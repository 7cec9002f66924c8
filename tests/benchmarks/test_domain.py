"""Tasks with scorers of their own: what the analyser says reaches them, and what it does not say is no zero."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from benchmarks.domain import TASKS
from benchmarks.systems import Missing

TEXT = "Lund said the frigate sailed."


class Saying:
    """Says the same layers of every text."""

    version = "fixed"

    def __init__(self, **layers: Any) -> None:
        self._layers = layers

    def analyse(self, texts: Sequence[str], skip: Sequence[Sequence[tuple[int, int]]] = ()) -> list[Any]:
        return [SimpleNamespace(**self._layers) for _ in texts]


@pytest.fixture
def re3d(tmp_path: Path) -> Path:
    (tmp_path / "documents.jsonl").write_text(json.dumps({"_id": "a", "text": TEXT, "part": "x"}))
    things = [("Person", 0, 4), ("Vehicle", 14, 21)]
    lines = [json.dumps({"documentId": "a", "type": kind, "begin": a, "end": b}) for kind, a, b in things]
    (tmp_path / "entities.jsonl").write_text("\n".join(lines))
    return tmp_path


@pytest.fixture
def polnear(tmp_path: Path) -> Path:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "one.txt").write_text(TEXT)
    (tmp_path / "attributions" / "one_0a1b.ann").write_text(
        "T1\tSource 0 4\tLund\nT2\tCue 5 9\tsaid\nT3\tContent 10 28\tthe frigate sailed\n"
        "T4\tAttribution 5 9\tsaid\nE1\tAttribution:T4 Cue:T2 Source:T1 Content:T3\n"
    )
    return tmp_path


def test_things(re3d: Path) -> None:
    said = Saying(
        things=(SimpleNamespace(start=0, end=4, type="Person"), SimpleNamespace(start=5, end=9, type="Person"))
    )
    figures = TASKS["things"](said, re3d)
    assert figures == {"F1": pytest.approx(0.5), "Person": pytest.approx(2 / 3), "Vehicle": 0}
    assert next(iter(figures)) == "F1"


def test_attribution(polnear: Path) -> None:
    said = SimpleNamespace(source=((0, 4),), cue=((5, 9),), content=((10, 28),))
    assert set(TASKS["attribution"](Saying(attributions=(said,)), polnear).values()) == {1.0}


def test_dates(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text(
        '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2019-05-10" functionInDocument="CREATION_TIME">2019-05-10'
        '</TIMEX3></DCT><TEXT>The ship sailed on <TIMEX3 tid="t1" type="DATE" value="2019-05-06">6 May 2019</TIMEX3>.'
        "</TEXT></TimeML>"
    )
    figures = TASKS["dates"](Saying(), tmp_path)
    assert (figures["relaxed F1"], figures["value F1"]) == (1, 1)


@pytest.mark.parametrize("task", ["things", "attribution"])
def test_a_layer_that_is_not_said_is_missing(task: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue({"things": "re3d", "attribution": "polnear"}[task])
    with pytest.raises(Missing, match=task):
        TASKS[task](Saying(), folder)
