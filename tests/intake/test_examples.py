"""The dispatches in examples/ are readable, dated, of a fair length, and no test of ours lets them rot."""

from __future__ import annotations

from pathlib import Path

from muniment.intake import to_document

from .reading import sources, spans_hold

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_the_twelve_dispatches() -> None:
    made = [to_document(source) for source in sources(EXAMPLES)]
    assert len(made) == 12
    assert len({document.name for document in made}) == 12
    for document in made:
        spans_hold(document)
        assert document.language == "en"
        assert document.title
        assert document.publisher
        assert len(document.published) == len("2022-03-02")
        assert 120 <= len(document.text.split()) <= 260
        assert "Myanmar" not in document.text


def test_what_the_files_say_themselves_is_found() -> None:
    by_name = {document.name: document for document in map(to_document, sources(EXAMPLES))}
    assert by_name["assembly-vote"].published == "2022-03-02"
    assert by_name["rafale-ambala"].published == "2020-07-29"
    assert (by_name["niger-sanctions"].publisher, by_name["niger-sanctions"].published) == (
        "Sahel Courier",
        "2023-07-30",
    )
    assert by_name["pretoria-ledger"].publisher == "The Rift Ledger"
    assert by_name["iaea-censure"].published == "2022-06-09"


def test_the_readme_names_every_file() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    for path in EXAMPLES.iterdir():
        assert path.name == "README.md" or f"`{path.name}`" in readme
