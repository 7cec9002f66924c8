"""Makes text of unknown origin safe to show.

Documents come from anywhere. Printed as they are, they could move the cursor, rename the window, or reverse
the reading order of a number. What is shown on a terminal goes through `neutralise`; what goes to a file or a
pipe for programs stays verbatim.
"""

from __future__ import annotations

import re
from typing import Final

_KEPT: Final = frozenset("\n\t")
_CONTROL_PICTURES: Final = 0x2400
_DELETE_PICTURE: Final = "\u2421"
# C0 and C1 controls, line and paragraph separators, and every character that changes the reading direction.
_DANGEROUS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def neutralise(text: str) -> str:
    """Replaces control and direction characters by visible signs; line ends and tabs stay."""
    return _DANGEROUS.sub(_visible, text)


def one_line(text: str) -> str:
    """Neutralised, with every run of white space folded to one blank."""
    return neutralise(" ".join(text.split()))


def shorten(text: str, width: int) -> str:
    """At most `width` characters of one line, cut at a word where there is one; a cut is marked by an ellipsis."""
    line = one_line(text)
    if len(line) <= width:
        return line
    cut = line[: max(width - 1, 1)]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > width // 2 else cut).rstrip(" ,;:") + "…"


def for_spreadsheet(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _visible(match: re.Match[str]) -> str:
    character = match[0]
    if character in _KEPT:
        return character
    code = ord(character)
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return _DELETE_PICTURE if code == 0x7F else f"<U+{code:04X}>"
