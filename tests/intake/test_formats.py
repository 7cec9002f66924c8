"""The three formats: what becomes the text, the name, the declared fields."""

from __future__ import annotations

import json

import pytest

from muniment.errors import DocumentRefused
from muniment.intake import Declared, Source, to_document
from muniment.schema.document import Document, Finding

from .reading import document, marked

STORY = "The two ministers met in Quito on Monday and signed a border agreement.\n"


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


def test_plain_text_is_the_file() -> None:
    made = document(STORY)
    assert made.text == STORY
    assert made.id == Document.id_of(STORY)
    assert (made.name, made.origin, made.language, made.published) == ("story", "story", "en", "")


def test_line_ends_become_newlines_and_nothing_else_changes() -> None:
    made = document("One line.\r\n\r\nAnother  line,\twith ﬁnal “quotes”.\rThird.\u2028Same line. \n")
    assert made.text == "One line.\n\nAnother  line,\twith ﬁnal “quotes”.\nThird.\u2028Same line. \n"


def test_a_byte_order_mark_is_no_text() -> None:
    assert document(b"\xef\xbb\xbf" + STORY.encode()).text == STORY


def test_front_matter_declares_and_is_furniture() -> None:
    declared = "id: 007\ntitle: 'Pact: signed'\nsite: Andes Today\ndate: 3 March 2019\nauthors: [A. Paz, B. Ruiz]"
    text = f"---\n{declared}\n---\n\n{STORY}"
    made = document(text, "markdown")
    assert made.text == text
    assert (made.name, made.title, made.publisher) == ("007", "Pact: signed", "Andes Today")
    assert (made.published, made.author) == ("2019-03-03", "A. Paz, B. Ruiz")
    assert marked(made, "front matter") == [text[: text.index("---\n\n") + 3]]


@pytest.mark.parametrize(
    "text", [STORY, f"---\n{STORY}", f"---\nJust a rule above and below\n---\n\n{STORY}", f"---\n---\n{STORY}"]
)
def test_markdown_without_front_matter_is_all_text(text: str) -> None:
    made = document(text, "markdown")
    assert made.text == text
    assert not marked(made, "front matter")


def test_heading_signs_are_furniture_and_headings_text() -> None:
    made = document(f"# Pact signed\n\n{STORY}\n## What it says\n\n#1 on the list.\n", "markdown")
    assert marked(made, "heading sign") == ["# ", "## "]
    assert made.title == "Pact signed"


def test_broken_front_matter_names_its_line() -> None:
    with pytest.raises(DocumentRefused, match=r"story: its front matter is no valid YAML \(line 3"):
        document(f"---\ntitle: Pact\ndate: 3: 4: [\n---\n{STORY}", "markdown")


def test_front_matter_alone_is_no_document() -> None:
    with pytest.raises(DocumentRefused, match="no text after it"):
        document("---\ntitle: Pact\n---\n\n", "markdown")


def test_a_json_line_keeps_title_and_text_apart() -> None:
    made = document(line(id="q-1", title="Pact signed", text=STORY, published="2019-03", publisher="X"), "jsonl")
    assert (made.text, made.title, made.name, made.published) == (STORY, "Pact signed", "q-1", "2019-03")


def test_numbers_serve_as_names_and_null_says_nothing() -> None:
    made = document(line(id=17, text=STORY, publisher=None, author={"name": "A"}, published=2019), "jsonl")
    assert (made.name, made.publisher, made.author, made.published) == ("17", "", "", "2019")


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"{", "is no JSON"),
        (b"[1, 2]", "JSON but no object"),
        (b'"words"', "JSON but no object"),
        (line(title="a", body="b").encode(), r'has no "text" \(it has: body, title\)'),
        (line(text=["a"]).encode(), "is not a string"),
        (line(text="  \n ").encode(), "holds no words"),
        (b'{"text": "half \\ud800 a pair"}', "half a surrogate pair at character 5"),
        (b'{"text": "fine", "title": "not \\udfff fine"}', "half a surrogate pair"),
        (b'{"text": "NUL \\u0000 inside"}', "NUL characters"),
        (b'{"text": "\xff"}', "is not UTF-8"),
        (b'{"a":' * 100_000, "is no JSON"),
        (b'{"text": ' + b"9" * 10_000 + b"}", "is no JSON"),
    ],
)
def test_json_lines_that_are_no_documents(raw: bytes, cause: str) -> None:
    with pytest.raises(DocumentRefused, match=cause) as refusal:
        to_document(Source("news.jsonl:4", "news:4", "jsonl", raw))
    assert str(refusal.value).startswith("news.jsonl:4: ")
    assert refusal.value.remedy


def test_metadata_beside_wins_over_front_matter_and_loses_to_a_json_line() -> None:
    beside = Declared(publisher="Beside", author="B")
    front = f"---\npublisher: Within\nurl: http://a.example\n---\n{STORY}".encode()
    made = to_document(Source("a.md", "a", "markdown", front, beside))
    assert (made.publisher, made.author, made.url) == ("Beside", "B", "http://a.example")
    made = to_document(Source("a.jsonl:1", "a:1", "jsonl", line(text=STORY, publisher="Within").encode(), beside))
    assert (made.publisher, made.author) == ("Within", "B")


def test_a_declared_date_that_is_none_is_kept_on_record_and_never_used() -> None:
    made = to_document(Source("a.txt", "a", "plain", STORY.encode(), Declared(published="03/04/2019")))
    assert made.published == ""
    assert Finding("published", "03/04/2019", "declared, not a date") in made.findings


@pytest.mark.parametrize(("declared", "code"), [("en-GB", "en"), ("French", "fr"), ("zh_TW", "zh"), ("klingon", "en")])
def test_a_declared_language_wins_where_it_is_one(declared: str, code: str) -> None:
    made = to_document(Source("a.txt", "a", "plain", STORY.encode(), Declared(language=declared)))
    assert made.language == code
