"""Name craft: what belongs to a name, when two names can be one person, which form is fullest.

Comparisons say what the words allow ("can be the same"), never that two people are one: that is for
`ledger.identity`, which has the documents to judge by. Rules by hand, after the habits of English news: full name
first, then surname or last part; acronym in brackets after the full name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

from muniment.text.tokens import word_set

Likeness: TypeAlias = Literal["equal", "short", "variant", "different"]

HONORIFICS: Final = word_set(
    """mr mrs ms miss mx dr prof professor sir lord lady dame madam madame mme monsieur m herr frau señor señora
    senor senora sheikh sheik shaikh hajji haji imam ayatollah mullah maulana rev reverend fr father sister brother
    bishop archbishop cardinal pope rabbi prince princess king queen emperor sultan emir crown saint gen lt col maj
    capt cpt sgt cpl pvt adm cmdr brig brigadier general lieutenant colonel major captain sergeant corporal private
    admiral commander commodore marshal field vice rear senior deputy president prime minister premier chancellor
    secretary senator sen rep representative congressman congresswoman governor gov mayor ambassador judge justice
    attorney chief chairman chairwoman comrade king u daw ko ma saya thakin bo khun hon honourable honorable
    the former ex acting interim late"""
)
# Burmese and Thai forms of address are names too elsewhere ("Ma Ying-jeou", "Ko Un"): stripped only on request.
_FORMS_OF_ADDRESS: Final = frozenset(
    {"u", "daw", "ko", "ma", "saya", "thakin", "bo", "khun", "m", "major", "king", "prince"}
)
PARTICLES: Final = word_set(
    "al el de da do dos das del della di du la le van von der den ter bin ibn ben bint abu abd y e st ul ur os"
)
SMALL_WORDS: Final = word_set("of the and for in on to de la le du des et und für y e a an against with at by")
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mp", "qc", "kc", "esq", "ret"})
_LEGAL: Final = re.compile(
    r"[,\s]+(?:ltd|limited|inc|llc|plc|corp|co|gmbh|ag|sa|s\.a|spa|nv|bv|oy|ab|as|pte|pty|jsc|oao|ooo|pjsc|ao)\.?$",
    re.IGNORECASE,
)
_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=[sS])['’])$")
_PLAIN_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe"})
_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ`\-‐-–][^\W_]+)*")


def strip_possessive(name: str) -> str:
    """The name without "'s" or a closing apostrophe after s. "Putin’s" is "Putin"; "Côte d’Ivoire" stays."""
    return _POSSESSIVE.sub("", name)


def strip_article(name: str) -> str:
    """The name without a leading "the", "a" or "an"; "The Hague" and "The Gambia" lose theirs too: ask countries."""
    first, _, rest = name.lstrip().partition(" ")
    return rest.lstrip() if first.lower() in ("the", "a", "an") and rest.strip() else name


def strip_titles(name: str) -> str:
    """The name without honorifics and ranks before it and degrees after it. Never empty for a name that is not."""
    parts = name.split()
    start = 0
    while start < len(parts) - 1 and _plain(parts[start]) in HONORIFICS and not _kept(parts, start):
        start += 1
    stop = len(parts)
    while stop > start + 1 and _plain(parts[stop - 1]) in _SUFFIXES:
        stop -= 1
    return " ".join(parts[start:stop]).rstrip(",")


def _kept(parts: list[str], index: int) -> bool:
    """A form of address that can be the given name ("Ma Ying-jeou", "Prince Johnson"): kept before one word only."""
    return _plain(parts[index]) in _FORMS_OF_ADDRESS and len(parts) - index <= 2


def clean(name: str) -> str:
    """White space folded, possessive, article and titles gone: what to compare and show."""
    folded = " ".join(name.split()).strip(' ,;:."“”‘()[]')
    return strip_titles(strip_article(strip_possessive(folded)))


def fold(name: str) -> str:
    """Lower case without accents, apostrophes, dots and doubled white space; hyphens become spaces. For comparing."""
    base = unicodedata.normalize("NFKD", name.casefold()).translate(_PLAIN_LETTERS)
    kept = "".join(sign for sign in base if not unicodedata.combining(sign)).casefold()
    kept = re.sub(r"['’‘ʼ`.]", "", kept)
    return " ".join(re.sub(r"[\W_]+", " ", kept).split())


def tokens(name: str) -> tuple[str, ...]:
    """The folded words of a name, titles and suffixes gone. "Gen. José M. de la Cruz" is (jose, m, de, la, cruz)."""
    return tuple(fold(clean(name)).split())


def surname(name: str) -> str:
    """The last word with the particles before it, folded: "van der Berg" of "Jan van der Berg"."""
    parts = tokens(name)
    if not parts:
        return ""
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    return " ".join(parts[start:])


def likeness(one: str, other: str) -> Likeness:
    """How two names of people compare.

    equal: the same words. short: one is a part of the other ("Mandela", "Nelson Mandela").
    variant: surnames agree and given names can be one ("V. Putin", "Vladimir Putin"; "Dmitri", "Dmitry"), or one
    letter differs in a name of six letters or more. different: none of these.
    """
    first, second = tokens(one), tokens(other)
    if not first or not second:
        return "different"
    if first == second or "".join(first) == "".join(second):
        return "equal"
    if len(first) > len(second):
        first, second = second, first
    if _tail_or_head(first, second):
        return "short"
    if len(first) == len(second) == 1:
        return "variant" if min(len(first[0]), len(second[0])) >= 6 and near(first[0], second[0]) else "different"
    return "variant" if _variant(first, second) else "different"


def same_person(short: str, full: str) -> bool:
    """True where `short` can name the person that `full` names. Order does not matter."""
    return likeness(short, full) != "different"


def _tail_or_head(small: tuple[str, ...], large: tuple[str, ...]) -> bool:
    """True where the short name is the end of the long one, its first words, or its surname after a particle.

    A lone first word counts only when it is long enough not to be an initial: names that put the family first
    ("Xi", "Kim") are two letters and more.
    """
    size = len(small)
    if large[-size:] == small:
        return small[-1] not in PARTICLES
    if large[:size] == small:
        return size > 1 or len(small[0]) > 1
    return False


def _variant(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    if not (first[-1] == second[-1] or (len(first[-1]) >= 5 and near(first[-1], second[-1]))):
        return False
    given, longer = first[:-1], second[:-1]
    if not given:
        return False
    return all(any(_given(part, whole) for whole in longer) for part in given if part not in PARTICLES)


def _given(one: str, other: str) -> bool:
    """Given names that can be one: equal, an initial, a clipped form ("Alex", "Alexander"), or one letter apart."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    small, large = sorted((one, other), key=len)
    return (len(small) >= 3 and large.startswith(small)) or (len(small) >= 4 and near(one, other))


def near(one: str, other: str) -> bool:
    """True where at most one letter is changed, added, dropped, or two neighbours are swapped."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, left = one[start:], other[start:]
    if len(rest) == len(left):
        swapped = len(rest) > 1 and rest[0] == left[1] and rest[1] == left[0] and rest[2:] == left[2:]
        return rest[1:] == left[1:] or swapped
    return rest[1:] == left or rest == left[1:]


def acronym_of(short: str, full: str) -> bool:
    """True where the letters of `short` are the initials of `full`, with or without its small words.

    "AAPP" is "Assistance Association for Political Prisoners", "U.N." the "United Nations", "NUG" the "National
    Unity Government". A lower-case tail is let go ("NGOs"), as is a legal form ("Co Ltd").
    """
    letters = re.sub(r"[\s.\-’']", "", short)
    letters = letters[:-1] if len(letters) > 2 and letters.endswith("s") and letters[:-1].isupper() else letters
    if len(letters) < 2 or not letters[0].isupper() or sum(sign.isupper() for sign in letters) < 2:
        return False
    parts = [part for part in re.split(r"[\s\-–—/]+", strip_article(_LEGAL.sub("", full))) if part[:1].isalnum()]
    if len(parts) < 2:
        return False
    wanted = fold(letters).replace(" ", "")
    every = "".join(fold(part)[:1] for part in parts)
    great = "".join(fold(part)[:1] for part in parts if part.lower() not in SMALL_WORDS)
    return wanted in (every, great) or _some_small(wanted, parts)


def _some_small(wanted: str, parts: list[str]) -> bool:
    """True where each great word gives its initial in order and small words give theirs or not."""
    reached = {0}
    for part in parts:
        initial, small = fold(part)[:1], part.lower() in SMALL_WORDS
        stepped = {at + 1 for at in reached if at < len(wanted) and wanted[at] == initial}
        reached = stepped | reached if small else stepped
    return len(wanted) in reached


def fullest(names: Iterable[str]) -> str:
    """The form to show among names of one thing: most words, then most letters, then first given. "" of nothing.

    An acronym or an initial never wins over a spelled form; titles do not count as words.
    """
    best, best_score = "", (-1, -1, -1)
    for name in names:
        shown = clean(name)
        parts = shown.split()
        spelled = sum(1 for part in parts if len(part.strip(".")) > 1)
        score = (0 if _is_acronym(shown) else 1, spelled, len(shown))
        if shown and score > best_score:
            best, best_score = shown, score
    return best


def _is_acronym(name: str) -> bool:
    letters = name.replace(".", "")
    return " " not in letters and len(letters) <= 6 and letters.isupper()


def without_legal_form(name: str) -> str:
    """A company's name without "Ltd", "JSC" and the like at its end."""
    shorter = _LEGAL.sub("", name.rstrip(" .,"))
    while shorter != name:
        name, shorter = shorter, _LEGAL.sub("", shorter)
    return shorter


def words(name: str) -> list[str]:
    """The words of a name as written: letters and digits with inner hyphens and apostrophes."""
    return _WORD.findall(name)


def _plain(word: str) -> str:
    return word.strip(".,'’").lower()
