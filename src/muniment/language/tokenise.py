"""Text to words with exact offsets, as the English Universal Dependencies treebanks part them.

Contractions and possessives come apart ("do" "n't", "Russia" "'s"), compounds with hyphens too ("two" "-" "day"), but
not prefixes ("co-founder"), numbers, abbreviations, initials and links. One regular expression reads the text from left
to right; it never backtracks over more than `LONGEST` characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

LONGEST: Final = 200  # characters in a word; longer runs (encoded data, scripts without spaces) come in pieces


class Word(NamedTuple):
    """Characters `[start, end)` of the text that was read."""

    start: int
    end: int
    text: str


# Abbreviations that keep their full stop. Whether a sentence ends there is for sentences.py.
TITLES: Final = frozenset(
    "mr mrs ms messrs mme mlle dr prof rev hon fr sr gen lt col maj capt cpt cmdr cdr adm brig sgt cpl pvt pte ltc ltg "
    "msgt ssgt supt insp det sen sens rep reps gov lieut pres amb min st ste mt ft vs viz cf sheik vice-adm maj-gen "
    "lt-gen lt-col brig-gen hr frau fig nos pp vol".split()
)
OTHER_ABBREVIATIONS: Final = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec jr inc corp co ltd bros plc llc dept univ assn gov't govt int'l "
    "intl etc al approx est ave blvd rd ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mo "
    "mont neb nev okla ore pa penn tenn tex va wash wis wyo ph.d m.sc tel ext km kg hrs mins".split()
)
_SAME_AS_WORDS: Final = frozenset({"al", "ill", "ind", "mo", "pa", "la", "miss", "wash", "mar", "del", "min", "det",
                                   "est", "ave", "ext", "pres", "fig", "sep", "hon", "rev", "co"})  # fmt: skip

PREFIXES: Final = frozenset(
    "anti bi co counter de e ex extra hyper inter intra macro mega meta micro mid mini multi neo non pan para post "
    "pre pro proto pseudo quasi re semi socio sub super supra trans tri ultra un uni vice".split()
)

_LETTER: Final = r"[^\W\d_]"
# Marks that belong to the letter before them but are no word characters to Python: accents, Arabic and Hebrew points,
# Indic, Thai and Burmese vowel signs; joiners and the soft hyphen.
_MARK: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0962\u0963\u0980-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u200c\u200d\u00ad\ufe00-\ufe0f"
)
_WORD_CHAR: Final = rf"[\w{_MARK}]"
_APOSTROPHE: Final = "['\u2019\u02bc`]"
_CLITIC: Final = rf"{_APOSTROPHE}(?:s|re|ve|ll|d|m)(?!{_WORD_CHAR})"
_ABBREVIATION: Final = "|".join(
    re.escape(word) for word in sorted(TITLES | OTHER_ABBREVIATIONS, key=lambda word: (-len(word), word))
)
# Runs of white space, control and formatting characters are never part of a word.
_BLANK: Final = r"\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff"

_PATTERN: Final = re.compile(
    rf"""
    (?P<link> (?:https?://|www\.)[^{_BLANK}<>"\u201c\u201d]{{1,{LONGEST}}}
            | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,5}}
            | (?<!\w)[\#@][^\W\d]\w{{1,64}}
            | (?<![\w.])[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{0,4}}\.(?:com|org|net|gov|info|int|edu|pdf|doc|html?|ru|ir)
              (?!\w) )
  | (?P<dots> \.{{2,{LONGEST}}} | -{{2,{LONGEST}}} | ([!?*=~\#+])[!?*=~\#+]{{1,{LONGEST}}} )
  | (?P<money> (?<!\w)(?:US|AU|A|CA|C|HK|NZ|NT|S|R|Z|M)(?=\$) )
  | (?P<decimal> \d{{1,20}}(?:[.,:/]\d{{1,20}}){{1,9}}(?:st|nd|rd|th|s(?!{_WORD_CHAR}))? )
  | (?P<number> \d{{1,{LONGEST}}}(?:st|nd|rd|th|s)?(?!{_WORD_CHAR}) )
  | (?P<fraction> \.\d{{1,20}}(?!{_WORD_CHAR}) )
  | (?P<letters> (?<!{_WORD_CHAR})(?:{_LETTER}\.){{2,12}}(?!{_LETTER}) )
  | (?P<short> (?<!{_WORD_CHAR})(?i:{_ABBREVIATION})\. )
  | (?P<numbered> (?<!{_WORD_CHAR})(?i:nos?|art|sec|para)\.(?=[ \u00a0]?\d) )
  | (?P<initial> (?<![\w'\u2019])[^\W\d_a-z]\.(?=[ \u00a0]?{_LETTER}) )
  | (?P<company> (?<!\w)[A-Z]{{1,9}}&[A-Z]{{1,9}}(?!\w) )
  | (?P<cannot> (?i:can)(?=(?i:not)(?!{_WORD_CHAR})) | (?i:gon|wan)(?=(?i:na)(?!{_WORD_CHAR})) )
  | (?P<denied> {_LETTER}{{1,20}}?(?=(?i:n{_APOSTROPHE}t)(?!{_WORD_CHAR})) )
  | (?P<not> (?i:n{_APOSTROPHE}t)(?!{_WORD_CHAR}) )
  | (?P<clitic> (?<={_LETTER}|\d|\.|\)|\]|"|\u201d)(?i:{_CLITIC}) )
  | (?P<prefixed> (?<![\w-])(?i:{"|".join(sorted(PREFIXES, key=lambda word: (-len(word), word)))})[-\u2010\u2011]
        [^\W\d_][\w{_MARK}]{{1,60}}(?![\w-]) )
  | (?P<word> {_WORD_CHAR}{{1,{LONGEST}}}(?:{_APOSTROPHE}(?!(?i:s|re|ve|ll|d|m|t)(?!{_WORD_CHAR}))
        {_LETTER}[\w{_MARK}]{{0,60}}){{0,3}} )
  | (?P<other> [^{_BLANK}] )
    """,
    re.VERBOSE,
)
_TRAILING: Final = ".,;:!?)]}'\"\u2019\u201d\u00bb"


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Yield the words of `text[start:end]` in order; offsets count from the beginning of `text`."""
    limit = len(text) if end is None else end
    place = start
    while True:
        match = _PATTERN.search(text, place, limit)
        if match is None:
            return
        begin, place = match.span()
        kind = match.lastgroup
        if kind == "link":
            place = begin + len(match.group().rstrip(_TRAILING)) or place
            place = max(place, begin + 1)
        elif kind == "short" and not _is_abbreviation(text, begin, place, limit):
            place -= 1
        yield Word(begin, place, text[begin:place])


def _is_abbreviation(text: str, start: int, end: int, limit: int) -> bool:
    """Say whether the word before the full stop is short for something, or a plain word that ends a sentence.

    "ill." and "La." need a capital in front; an abbreviation of the second kind in lower case must not end the text.
    """
    word = text[start : end - 1]
    rest = text[end : min(end + 3, limit)]
    if not rest.strip() and word.lower() not in TITLES and word.lower() in _SAME_AS_WORDS:
        return False
    return not (word.lower() in _SAME_AS_WORDS and not word[:1].isupper() and word.lower() not in {"co", "al"})
