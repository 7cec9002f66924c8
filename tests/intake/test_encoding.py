"""Bytes to text: what is read, what is mended, and what is refused because it would come out wrong."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from muniment.errors import DocumentRefused
from muniment.intake.encoding import Decoded, decode, mend

ENGLISH = "The minister said “we don’t know” in Málaga, and that the café’s bill was £5 — not more.\n"
RUSSIAN = (
    "Министр обороны заявил в понедельник, что переговоры с соседней страной отложены на неделю.\n"
    "По его словам, стороны не смогли договориться о повестке дня и о составе делегаций.\n"
)
CHINESE = (
    "外交部发言人星期一在北京表示，两国领导人将于下个月举行会谈，讨论边境问题和贸易合作。记者在会上提出了几个问题。\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_text_survives_its_encoding(encoding: str) -> None:
    assert decode((ENGLISH * 3).encode(encoding)).text == ENGLISH * 3


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (CHINESE, "gb18030"), (CHINESE, "big5")]
)
def test_other_encodings_are_read_right_or_refused_never_wrong(text: str, encoding: str) -> None:
    raw = (text * 3).encode(encoding, "ignore")
    decoded = decoded_or_none(raw)
    assert decoded is None or decoded.text == raw.decode(encoding)


def decoded_or_none(raw: bytes) -> Decoded | None:
    try:
        return decode(raw)
    except DocumentRefused:
        return None


def test_common_cyrillic_is_read() -> None:
    assert decode((RUSSIAN * 3).encode("cp1251")).encoding == "cp1251"


def zipped(name: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(name, "words")
    return held.getvalue()


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "an old Office file"),
        (zipped("word/document.xml"), "a Word document"),
        (zipped("xl/workbook.xml"), "an Excel workbook"),
        (zipped("notes.txt"), "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"{\\rtf1 words}", "an RTF document"),
        (b"\n <!DOCTYPE html><p>words", "an HTML page"),
        (b"\xef\xbb\xbf<html lang=en>", "an HTML page"),
        (b"<?xml version='1.0'?>", "an XML file"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"PAR1\x15\x04", "a Parquet file"),
        (b"RIFF\0\0\0\0WAVE", "a picture, sound or film"),
        (b"x" * 257 + b"ustar\0", "a tar archive"),
    ],
)
def test_known_formats_are_named_with_what_to_do(raw: bytes, name: str) -> None:
    with pytest.raises(DocumentRefused, match=name) as refusal:
        decode(raw)
    assert len(refusal.value.remedy) > 20


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        ("\u2003\u3000".encode(), "no words"),
        (b"some\0bytes", "NUL bytes"),
        (b"\xff\xfewords", "byte order mark says UTF-16-LE"),
        (b"\xef\xbb\xbfwords \xff", "byte order mark says UTF-8"),
        (bytes(range(1, 32)) * 20, "control characters"),
        ("Málaga, Bogotá, São".encode() + b"\xc3", "damaged at byte 22"),
        (b"\xfe\xfd\xfc\xfb\x81\x8d\x90\x9d" * 9, "cannot be told"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, cause: str) -> None:
    with pytest.raises(DocumentRefused, match=cause):
        decode(raw)


def test_mojibake_is_undone_where_it_is_and_only_there() -> None:
    good = "Plain line, with ‘single’ quotes, ﬁgures and Ｆｕｌｌ width."
    text = f"{good}\nThey donâ€™t know â€œwhyâ€\x9d in BogotÃ¡.\n{good}"
    mended, changed = mend(text)
    assert changed
    assert mended == f"{good}\nThey don’t know “why” in Bogotá.\n{good}"
    assert mend(mended) == (mended, False)


@pytest.mark.parametrize(
    "text", [ENGLISH, RUSSIAN, CHINESE, "Ø, Å and Æ; Đà Nẵng; L’Été à Sèvres; 5 µm ± 2 €", "A\xa0B"]
)
def test_sound_text_is_never_mended(text: str) -> None:
    assert mend(text) == (text, False)


def test_a_mended_document_says_so() -> None:
    from .reading import document

    made = document("They donâ€™t know why the talks in Lima were put off, officials said.")
    assert made.text.startswith("They don’t know")
    assert [(f.value, f.how) for f in made.findings if f.field == "encoding"] == [("mojibake mended", "ftfy")]
