"""For any bytes at all: a document whose spans hold, or a refusal that names the file and says what to do."""

from __future__ import annotations

import json
import pickle

from hypothesis import example, given, settings
from hypothesis import strategies as st

from muniment.errors import DocumentRefused, UsageError
from muniment.intake import Declared, Source, iter_sources, to_document
from muniment.intake.encoding import mend, universal_newlines
from muniment.intake.source import Form
from muniment.ledger.store.rows import document_of, metadata_of

from .reading import spans_hold

forms: st.SearchStrategy[Form] = st.sampled_from(["plain", "markdown", "jsonl"])
words = st.text(max_size=200)
declared = st.builds(Declared, *[st.text(st.characters(codec="utf-8"), max_size=20)] * 7)

PAGE = [
    "Ministers sign border pact",
    "By Ana Paz 16 September 2022",
    "Published: 27 March 2022 | Updated: 28 March 2022",
    "MOSCOW, March 3, 2022 (Xinhua) -- The two ministers met in Moscow.",
    "The two ministers met and signed. es un sitio oficial de la provincia y del país",
    "Soldiers in the square [File: Ana Paz/AFP]",
    "youtube https://youtu.be/x",
    "Read more: Army chief steps down",
    "See also: Baku expels two diplomats",
    "The post Ministers sign appeared first on Andes Today.",
    "Source: Al Jazeera",
    "They donâ€™t know “why”.",
    "# Heading",
    "---",
    "",
    "\t ",
    "\u2028\x85\x0b",
]
pages = st.lists(st.sampled_from(PAGE) | words, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\r", "\n\n"]).map(lambda end: end.join(lines))
)


def read(raw: bytes, form: Form, beside: Declared) -> None:
    source = Source("f:1", "f", form, raw, beside)
    try:
        made = to_document(source)
    except DocumentRefused as refused:
        assert refused.cause.startswith("f:1: ")  # noqa: PT017 - the refusal is one of two right answers
        assert refused.remedy  # noqa: PT017
        return
    spans_hold(made)
    assert made.text.strip()
    assert "\r" not in made.text
    assert made.name
    assert to_document(source) == made
    assert document_of(made.id, made.text, made.name, made.origin, metadata_of(made)) == made


@given(st.binary(max_size=400), forms, declared)
@example(b"---\n\xc3\n---\nwords", "markdown", Declared())
@example(b'{"text": "\\ud83d"}', "jsonl", Declared())
@example(b"---\n? [a]: b\n---\nwords", "markdown", Declared())
@example(b"---\n&a [*a]\n---\nwords", "markdown", Declared())
def test_any_bytes_are_read_or_refused(raw: bytes, form: Form, beside: Declared) -> None:
    read(raw, form, beside)


@given(pages, forms, declared)
def test_any_page_is_read_or_refused(page: str, form: Form, beside: Declared) -> None:
    body = json.dumps({"text": page, "title": page[:30]}) if form == "jsonl" else page
    read(body.encode("utf-8", "surrogatepass"), form, beside)


@given(
    st.dictionaries(st.sampled_from(["text", "id", "title", "published", "author", "language"]), st.from_type(object))
)
@settings(max_examples=50)
def test_any_json_object_is_read_or_refused(entry: dict[str, object]) -> None:
    read(json.dumps(entry, default=str, skipkeys=True).encode(), "jsonl", Declared())


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_utf8_text_comes_through_unchanged(text: str) -> None:
    """But for line ends, and for what ftfy finds to be mojibake beyond doubt."""
    try:
        made = to_document(Source("f", "f", "plain", text.encode("utf-8")))
    except DocumentRefused:
        return
    assert made.text == mend(universal_newlines(text.removeprefix("\ufeff")))[0]


@given(st.binary(max_size=300))
def test_any_standard_input_gives_sources_or_refusals(raw: bytes) -> None:
    import io

    for source in iter_sources(["-"], io.BytesIO(raw), 100):
        assert pickle.loads(pickle.dumps(source)) == source
        if source.refusal is None:
            read(source.raw, source.form, source.declared)


@given(st.binary(max_size=200))
@settings(max_examples=50)
def test_any_metadata_is_read_or_stops_the_run(raw: bytes) -> None:
    import tempfile
    from pathlib import Path

    from muniment.intake.metadata import read_metadata

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "metadata.jsonl").write_bytes(raw)
        try:
            read_metadata(Path(folder))
        except UsageError as error:
            assert "metadata.jsonl" in error.cause  # noqa: PT017
