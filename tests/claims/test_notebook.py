"""The notebook of errors: each known error is still one. A sentence that reads right now turns the suite red."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from muniment.schema.claim import Claim
from muniment.vocabulary.registers import NAMES
from tests.claims import notebook
from tests.claims.notebook import CAUSES, MENDED, Entry, entries, mended
from tests.claims.notebook import __main__ as notebook_main
from tests.claims.notebook.__main__ import move_mended, read, summary, told

SHARED = Path(__file__).parents[3] / "shared"
ENTRIES, RIGHT = tuple(entries()), tuple(mended())
_MOVE = "It reads right now: `make mended` moves it to the sentences that stay right"


def _known(entry: Entry) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=f"{_MOVE}. Was {entry.cause}: {entry.why}")


def _id(entry: Entry) -> str:
    return f"{entry.register}-{entry.cause}-{entry.text[:40]}"


@pytest.fixture(scope="module")
def claims() -> Mapping[str, tuple[Claim, ...]]:
    """The claims of every sentence, each read as a document of its own."""
    return read(list(dict.fromkeys(entry.text for entry in (*ENTRIES, *RIGHT))))


@pytest.mark.parametrize("entry", [pytest.param(entry, marks=_known(entry), id=_id(entry)) for entry in ENTRIES])
def test_known_errors(entry: Entry, claims: Mapping[str, tuple[Claim, ...]]) -> None:
    assert entry.reads_right(claims[entry.text])


@pytest.mark.parametrize("entry", RIGHT, ids=_id)
def test_what_was_mended_stays_so(entry: Entry, claims: Mapping[str, tuple[Claim, ...]]) -> None:
    assert entry.reads_right(claims[entry.text]), "\n".join(told(entry, claims[entry.text]))


def test_every_register_and_cause_has_entries() -> None:
    assert {entry.register for entry in ENTRIES} == set(NAMES)
    assert {entry.cause for entry in ENTRIES} == set(CAUSES)


def test_no_error_is_told_twice() -> None:
    texts = [(entry.register, entry.text) for entry in (*ENTRIES, *RIGHT)]
    assert len(texts) == len(set(texts))


@pytest.mark.skipif(not SHARED.exists(), reason="needs the annotated articles and the newswire")
def test_no_sentence_is_of_a_corpus() -> None:
    own = {words: entry.text for entry in (*ENTRIES, *RIGHT) for words in _runs(entry.text)}
    news = (SHARED / "corpora" / "newswire.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in news]
    texts += [file.read_text(encoding="utf-8") for file in (SHARED / "gold").rglob("*.txt")]
    assert len(texts) > len(news)
    assert not {own[words] for text in texts for words in _runs(text) if words in own}


def _runs(text: str, length: int = 7) -> Iterator[tuple[str, ...]]:
    """Every so many words in a row."""
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[start:] for start in range(length)), strict=False)


@pytest.fixture(scope="module")
def lund() -> tuple[Claim, ...]:
    (claims,) = read(["Ada Lund visited Chad on Tuesday."]).values()
    return claims


def _entry(**fields: object) -> Entry:
    return Entry("meetings", "Ada Lund visited Chad on Tuesday.", "role", "-", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cells", "held"),
    [
        ({"guest": "Ada Lund", "modality": "asserted", "date": "2024-05-07"}, True),
        ({"guest": "Ada Lund", "source": None, "ordinal": None}, True),
        ({"guest": "Ada"}, False),
        ({"guest": "Ada Lund", "modality": "planned"}, False),
        ({"occasion": "summit"}, False),
    ],
)
def test_an_entry_is_right_by_its_cells(cells: Mapping[str, object], held: bool, lund: tuple[Claim, ...]) -> None:
    assert _entry(expect=cells).reads_right(lund) is held
    assert _entry(refuse=cells).reads_right(lund) is not held


def test_an_entry_is_told_with_what_it_gives(lund: tuple[Claim, ...]) -> None:
    assert list(told(_entry(expect={"guest": "Ada"}), lund))[2:] == [
        "  expected: guest: Ada",
        "  got:      guest: Ada Lund · host: Chad · kind: visit · modality: asserted · date: 2024-05-07"
        " by meetings.visit",
    ]
    assert list(told(_entry(refuse={"guest": "Ada"}), ()))[-1] == "  got:      nothing"


def test_the_summary_adds_up() -> None:
    *_, total = summary(ENTRIES)
    assert total.split()[-1] == str(len(ENTRIES))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- {text: Rain., cause: weather, why: x, expect: {}}", "no cause"),
        ("- {text: Rain., cause: role, why: x}", "either"),
        ("- {text: Rain., cause: role, why: x, wanted: {}}", "unexpected keyword"),
        ("- {text: Rain., cause: role, why: x, expect: {date: 2024-05-01}}", "quote date"),
    ],
)
def test_an_entry_that_is_none_is_refused(
    text: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.yaml").write_text(text)
    monkeypatch.setattr(notebook, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=words):
        list(entries())


def test_what_reads_right_moves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = "- text: Rain fell.\n  expect: {kind: visit}\n  cause: frame\n  why: 'no visit: rain'\n"
    right = "- text: Ada Lund visited Chad.\n  expect: {guest: Ada Lund}\n  cause: role\n  why: once\n"
    for name in NAMES:
        (tmp_path / f"{name}.yaml").write_text(wrong + right if name == "meetings" else "")
    (tmp_path / MENDED).write_text("")
    for module in (notebook, notebook_main):
        monkeypatch.setattr(module, "FOLDER", tmp_path)
    assert [entry.why for entry in move_mended()] == ["once"]
    assert (tmp_path / "meetings.yaml").read_text() == wrong
    assert (tmp_path / MENDED).read_text() == f"meetings:\n{right}"
    assert [entry.text for entry in mended()] == ["Ada Lund visited Chad."]
    assert move_mended() == []
