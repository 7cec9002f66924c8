"""Names the format of bytes that are no text, so that the refusal can say what to convert."""

from __future__ import annotations

from typing import Final

_SAVE: Final = "Save the article's text as .txt (UTF-8) and read that."
_UNPACK: Final = "Unpack it and read the files inside."
_MEDIA: Final = "Leave it out; only text is read."

_MAGIC: Final[tuple[tuple[bytes, str, str], ...]] = (
    (b"%PDF-", "a PDF", "Convert it to text first, for instance with: pdftotext -layout FILE.pdf FILE.txt"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls, .ppt or .msg)", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"\x89PNG\r\n", "a PNG picture", _MEDIA),
    (b"\xff\xd8\xff", "a JPEG picture", _MEDIA),
    (b"GIF87a", "a GIF picture", _MEDIA),
    (b"GIF89a", "a GIF picture", _MEDIA),
    (b"II*\x00", "a TIFF picture", _MEDIA),
    (b"MM\x00*", "a TIFF picture", _MEDIA),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"SQLite format 3\x00", "an SQLite database", "Name the text files instead; a case goes to --case."),
    (b"\x7fELF", "a program", _MEDIA),
    (b"PAR1", "a Parquet file", "Export it as JSONL with one document a line."),
    (b"OggS", "a sound file", _MEDIA),
    (b"ID3", "a sound file", _MEDIA),
    (b"WARC/1.", "a web archive (WARC)", "Extract the articles' text first."),
)
_ZIPPED: Final[tuple[tuple[bytes, str], ...]] = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint file (.pptx)"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file (.odt, .ods or .odp)"),
)
_MARKUP: Final[tuple[tuple[bytes, str], ...]] = (
    (b"<!doctype html", "an HTML page"),
    (b"<html", "an HTML page"),
    (b"<?xml", "an XML file"),
)


def format_of(raw: bytes) -> tuple[str, str] | None:
    """(What the bytes are, what to do about it) for a known format that is no plain text, else None."""
    for magic, name, remedy in _MAGIC:
        if raw.startswith(magic):
            return name, remedy
    if raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(raw)
    if raw[4:8] == b"ftyp" or (raw.startswith(b"RIFF") and raw[8:12] in (b"WAVE", b"AVI ", b"WEBP")):
        return "a picture, sound or film", _MEDIA
    if raw[257:262] == b"ustar":
        return "a tar archive", _UNPACK
    start = raw[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for opening, name in _MARKUP:
        if start.startswith(opening):
            return name, _SAVE
    return None


def _zipped(raw: bytes) -> tuple[str, str]:
    for sign, name in _ZIPPED:
        if sign in raw[:8192]:
            return name, _SAVE
    return "a ZIP archive", _UNPACK
