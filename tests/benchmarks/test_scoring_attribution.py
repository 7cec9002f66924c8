"""The scorer of attributions."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.scoring_attribution import Said, attribution_counts, attribution_figures, read_polnear

TEXT = "Lund said (on Monday) that ships sailed."
WHOLE = Said(((0, 4),), ((5, 9),), ((22, 39),))


def figures(*ours: Said) -> dict[str, float]:
    return attribution_figures(attribution_counts(TEXT, [WHOLE], ours))


def test_the_same_is_perfect() -> None:
    found = figures(WHOLE)
    assert (found["token F1"], found["span F1"], found["links"]) == (1.0, 1.0, 1.0)


def test_a_shorter_content_keeps_its_tokens_and_link_but_no_span() -> None:
    found = figures(Said(((0, 4),), ((5, 9),), ((27, 39),)))
    assert found["span content F1"] == 0
    assert found["span F1"] == pytest.approx(2 / 3)
    assert found["token content F1"] == pytest.approx(2 * 2 / (3 + 2))
    assert found["links"] == 1


def test_parts_of_several_attributions_are_spans_but_no_link() -> None:
    found = figures(Said(((0, 4),), (), ()), Said((), ((5, 9),), ()), Said((), (), ((22, 39),)))
    assert (found["span F1"], found["links"]) == (1.0, 0.0)


def test_half_a_word_counts_as_the_word() -> None:
    assert figures(Said(((1, 4),), ((5, 9),), ((22, 40 - 1),)))["span F1"] == 1


def test_reads_brat_with_fragments_and_no_source(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text/a.txt").write_bytes(b"Ships, it was said, sailed.\r\n")
    lines = [
        "T1\tContent 0 5;20 26\tShips sailed",
        "T2\tCue 10 18\twas said",
        "T3\tAttribution-no-source 10 18\twas said",
        "E1\tAttribution-no-source:T3 Cue:T2 Content:T1",
        "T9\tDiscuss 0 5\tShips",
    ]
    for annotator in ("1a2b", "3c4d"):
        (tmp_path / f"attributions/a_{annotator}.ann").write_text("\n".join(lines), encoding="utf-8")
    [article] = read_polnear(tmp_path)
    assert article.text.endswith("\r\n")
    assert article.said == (Said((), ((10, 18),), ((0, 5), (20, 26))),)
    assert len(list(read_polnear(tmp_path, every=True))) == 2
