"""Bytes to text.

UTF-8 first, then what a byte order mark says, then UTF-16 by its pattern of NULs, then (for bytes that are
none of these) an older 8-bit or East Asian encoding, if it can be told with confidence. Line ends become \\n,
as Python's universal newlines do it, and text that was decoded wrongly before it came to us is mended where
that is certain. Nothing else is changed: offsets count the characters that a reader of the file sees.

All refusals here leave out the file's name; `to_document` puts it in front.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from muniment.errors import DocumentRefused
from muniment.intake.binary import format_of
from muniment.intake.languages import english_share

SAVE_UTF8: Final = "Save it as UTF-8 text and read it again."

_BOMS: Final = (  # UTF-32 LE before UTF-16 LE, whose mark it begins with
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE: Final = 0.01  # text has none; a few slip in from PDFs; random bytes have a tenth
_SAMPLE: Final = 65_536  # bytes shown to charset-normalizer; more only costs time
_MAX_CHAOS: Final = 0.1  # charset-normalizer's own limit is 0.2; the nine encodings of LIBRARIES.md stay under 0.05
_MIN_COHERENCE: Final = 0.25  # those nine score 0.4 and more, one short line of them may fall to 0.3

# cp1252 bytes that English reporting has: typographic signs, currency, accented lower- and upper-case letters.
_TYPOGRAPHY: Final = frozenset("‘’“”‚„–—…•€£¥§°·«»¿¡½¼¾©®™\xa0´¨¢†‡²³")
_ODD_INSIDE_WORDS: Final = re.compile(r"[a-z][À-ÖØ-Þ]|[À-ÖØ-öø-ÿ]{3}|[A-Za-z][¿¡«£¥§©®½¼¾][A-Za-z]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as readers see it, the encoding it was in, and whether mojibake was mended."""

    text: str
    encoding: str
    mended: bool = False


def decode(raw: bytes) -> Decoded:
    """Decodes a text file's bytes; raises DocumentRefused for empty, binary and undecodable ones."""
    if not raw.strip():
        raise DocumentRefused("it is empty.", "Leave it out, or put the article's text into it.")
    known = format_of(raw)
    if known:
        raise DocumentRefused(f"it is {known[0]}, not a text file.", known[1])
    text, encoding = _decoded(raw)
    check_characters(text)
    mended = mend(universal_newlines(text))
    return Decoded(mended[0], encoding, mended[1])


def universal_newlines(text: str) -> str:
    """CR LF and lone CR become LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def check_characters(text: str) -> None:
    """Raises DocumentRefused where `text` cannot be an article: no words, NULs, lone surrogates, control codes."""
    if not text.strip():
        raise DocumentRefused("it holds no words.", "Leave it out, or put the article's text into it.")
    if "\0" in text:
        raise DocumentRefused("its text holds NUL characters, so it is binary or damaged.", SAVE_UTF8)
    if _CONTROLS.search(text) and len(_CONTROLS.findall(text)) > _CONTROL_SHARE * len(text):
        raise DocumentRefused("it holds too many control characters to be text.", SAVE_UTF8)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DocumentRefused(
            f"its text holds half a surrogate pair at character {error.start}, which is no character.",
            "Export it again from where it came; the tool that wrote it cut a character in two.",
        ) from error


def mend(text: str) -> tuple[str, bool]:
    """Undoes mojibake ("donâ€™t") line by line, only in lines that have it and come out clean; (text, mended?)."""
    if text.isascii():
        return text, False
    from ftfy.badness import is_bad

    lines = text.split("\n")
    worse = [number for number, line in enumerate(lines) if not line.isascii() and is_bad(line)]
    better = {number: _mended(lines[number]) for number in worse}
    mended = any(lines[number] != line for number, line in better.items())
    return ("\n".join(better.get(n, line) for n, line in enumerate(lines)), True) if mended else (text, False)


def _mended(line: str) -> str:
    import ftfy
    from ftfy.badness import is_bad

    config = ftfy.TextFixerConfig(
        uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False, normalization=None
    )
    fixed: str = ftfy.fix_encoding(line, config)
    broken = is_bad(fixed) or "\n" in fixed or "\r" in fixed or "\0" in fixed or not fixed.strip()
    return line if broken else fixed


def _decoded(raw: bytes) -> tuple[str, str]:
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], name), name
    if b"\0" in raw:
        name = _utf16_without_mark(raw)
        return _strict(raw, name), name
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(raw, error)
        return _older(raw, error)


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise DocumentRefused(
            f"its byte order mark says {encoding.upper()}, but the byte at {error.start} does not fit.", SAVE_UTF8
        ) from error


def _utf16_without_mark(raw: bytes) -> str:
    """Latin text in UTF-16 has a NUL in every other byte; anything else with NULs is no text."""
    head = raw[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(len(head) // 2, 1)
    if len(raw) % 2 == 0 and half >= 8 and max(even, odd) >= 0.8 * half and min(even, odd) <= 0.02 * half:
        return "utf-16-be" if even > odd else "utf-16-le"
    raise DocumentRefused("it holds NUL bytes, so it is a binary file, not text.", SAVE_UTF8)


def _refuse_damaged_utf8(raw: bytes, error: UnicodeDecodeError) -> None:
    """Refuses bytes that are UTF-8 but for a few: read as another encoding they would all come out wrong."""
    escaped = raw.decode("utf-8", "surrogateescape")
    wrong = sum(1 for c in escaped if "\ud800" <= c <= "\udfff")
    right = sum(1 for c in escaped if c > "\x7f") - wrong
    if right and right >= wrong:
        line = raw.count(b"\n", 0, error.start) + 1
        raise DocumentRefused(
            f"it is UTF-8, but damaged at byte {error.start} (line {line}); it may have been cut.",
            "Fetch or export it again; or mend that line and save it as UTF-8.",
        )


def _older(raw: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    text = _western(raw)
    if text is not None:
        return text, "windows-1252"
    name = _told_by_statistics(raw)
    if name:
        try:
            return raw.decode(name), name
        except (UnicodeDecodeError, LookupError):
            pass
    raise DocumentRefused(
        f"it is not UTF-8 (byte {error.start}), and its encoding cannot be told for sure.",
        "Convert it, for instance with: iconv -f ITS-ENCODING -t UTF-8 FILE > NEW.txt",
    )


def _western(raw: bytes) -> str | None:
    """The text as windows-1252 where that is plain: English words, and high bytes only where English has them."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if any(not (c in _TYPOGRAPHY or c.isalpha()) for c in set(text) if c > "\x7f"):
        return None
    if _ODD_INSIDE_WORDS.search(text) or english_share(text) < 0.15:
        return None
    return text


def _told_by_statistics(raw: bytes) -> str:
    """The encoding that charset-normalizer names with confidence, from the lines that are not ASCII; else ""."""
    from charset_normalizer import from_bytes

    sample, size = [], 0
    for line in raw.split(b"\n"):
        if not line.isascii():
            sample.append(line[:_SAMPLE])
            size += len(line) + 1
        if size >= _SAMPLE:
            break
    matches = from_bytes(b"\n".join(sample)[:_SAMPLE], enable_fallback=False)
    best = matches.best()
    if best is None or best.chaos > _MAX_CHAOS or best.coherence < _MIN_COHERENCE:
        return ""
    rivals = [m for m in matches if (m.chaos, m.coherence) == (best.chaos, best.coherence)]
    return best.encoding if len({str(m) for m in rivals}) == 1 else ""
