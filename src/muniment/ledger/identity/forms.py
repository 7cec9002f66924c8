"""What a name by itself tells: a country, a body of a country, a listed organisation, a class of people, or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from muniment.ledger.identity.wording import name_key, phrase_key, singular
from muniment.text.names import PARTICLES, clean, fold, strip_article, strip_possessive, tokens, without_legal_form
from muniment.vocabulary.bodies import common_spelling, is_body_word, is_everywhere, is_legal_form, is_plain_word
from muniment.vocabulary.countries import Country, capital, country, demonym, find_countries
from muniment.vocabulary.organisations import Organisation, find_organisations, organisations, outlet, outlets
from muniment.vocabulary.people import classes_of
from muniment.vocabulary.spellings import present_name
from muniment.vocabulary.titles import find_titles, is_title

Shape: TypeAlias = Literal["country", "capital", "people", "listed", "body", "institution", "description", "name"]

_SMALL: Final = frozenset("of the and for in on to de la le du des et fur y e a an against with at by".split())
_OFFICES: Final = frozenset({"White House", "Downing Street", "Number 10"})  # seats that speak for themselves
_RULERS: Final = frozenset({"government", "regime", "junta", "authorities", "administration", "ruling junta"})
_UNITED: Final = (("united nations", "un"), ("european union", "eu"), ("african union", "au"))
_ACRONYM: Final = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]{1,6}s?$|[A-Z]{2,8}(?:-[A-Z]{1,4})?$")
_TAIL: Final = re.compile(r"^['’]s?(?=\s|$)")  # of "Iran's parliament" without Iran
_PARTS: Final = re.compile(r"[\s\-‐‑–]+")
_DAY: Final = re.compile(r"(?<=\w) (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")  # "Jane Doe Monday said"
_COMPANY: Final = re.compile(r" (?:Corp|Corporation|Co|Company|Inc|Ltd|Plc|PLC|LLC|AG|SA)\.?$")
_REGNAL: Final = re.compile(r" (I{2,3}|IV)$")  # the others are kept by `clean`
_OWNED: Final = re.compile(r"^[\w -]{1,40}['’]s [A-Z]")  # "Japan's Example Motors"
_KEPT: Final = 65_536


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling, read without its document.

    `key` is what equal names share; `words` are its folded words for comparing; `country` is the ISO code of the
    country that it names or is said to be of, else ""; `titled` is True where a person's title stood before it.

    Shapes: country; capital; people ("the French"); listed (an organisation of the vocabulary); body (a name with a
    word for a body, or of a named country); institution (such a name that many countries have, country not said);
    description (common nouns only); name (anything else: a person, a place, a body by its proper name).
    """

    shape: Shape
    key: str
    words: tuple[str, ...]
    country: str = ""
    titled: bool = False
    acronym: bool = False


@lru_cache(maxsize=_KEPT)
def form_of(name: str) -> Form:
    """Reads one spelling. The answer depends on the spelling alone."""
    plain = strip_article(strip_possessive(_DAY.sub("", " ".join(name.split()).strip(' ,;:"“”')))) or name
    if plain == plain.lower():  # nothing that is a name; no list need be asked
        return Form("description", _described(plain), body_words(plain) if plain.strip() else ())
    ruled = country(plain) or _ruled(plain)
    if ruled is not None:
        return Form("country", ruled.code, tuple(fold(ruled.name).split()), ruled.code)
    if is_everywhere(name_key(plain)):
        words = body_words(plain)
        return Form("institution", " ".join(sorted(words)), words)
    listed = _listed(plain)
    if listed is not None:
        return Form("listed", name_key(listed.name), tuple(fold(plain).split()), acronym=_is_acronym(plain))
    seat, people = capital(plain), demonym(plain)
    if seat is not None and plain in _OFFICES:
        return Form("body", f"{seat.code} {name_key(plain)}", tuple(fold(plain).split()), seat.code)
    if seat is not None:
        return Form("capital", name_key(present_name(plain)), tuple(fold(plain).split()), seat.code)
    if people is not None:
        return Form("people", f"{people.code} people", tuple(fold(plain).split()), people.code)
    return _named(plain)


def _named(plain: str) -> Form:
    bare = _untitled(plain)
    code, rest = _nation(plain) if bare is None else ("", plain)
    words = body_words(rest, code)
    lower = is_title(rest) or _begins_low(rest) or not any(part[:1].isupper() for part in _PARTS.split(rest))
    body = _is_body(rest)
    if bare is None and (lower or body or _ends_low(plain)):
        key = " ".join(sorted(words))
        listed = _by_words().get((code, key)) if body else None
        if listed is not None:
            return Form("listed", name_key(listed.name), words)
        if body and (code or not (lower or _ends_low(plain))):
            common = not code and all(is_plain_word(word) for word in words) and not _COMPANY.search(rest)
            return Form("institution" if common else "body", f"{code} {key}".strip(), words, code)
        return Form("description", f"{code} {_described(rest)}".strip(), words, code)
    if bare is not None and _ends_low(bare):
        return Form("description", _described(plain), words)
    if code and _OWNED.match(plain):
        return _proper(rest, False, code)
    return _proper(bare or plain, bare is not None)


def _proper(shown: str, titled: bool, owner: str = "") -> Form:
    """A proper name. What follows a comma says where a place lies, or is no part of the name."""
    head, _, tail = shown.partition(", ")
    lies_in = country(tail) if tail else None
    cleaned = without_legal_form(clean(head) or head)
    listed = _listed(cleaned) if cleaned != head else None
    if listed is not None:
        return Form("listed", name_key(listed.name), tokens(cleaned))
    present = present_name(cleaned)
    code = lies_in.code if lies_in else owner
    number = _REGNAL.search(head)  # popes and kings
    words = (*(tokens(present) or (name_key(present),)), *([number[1].lower()] if number else ()))
    return Form("name", " ".join(words), words, code, titled, _is_acronym(cleaned))


def body_words(name: str, code: str = "") -> tuple[str, ...]:
    """The telling words of a body's name in one spelling, in order: small words and legal forms gone, singular.

    A legal form stays where nothing else is left. `code` is not used up: it only says that a country was taken out.
    """
    folded = f" {name_key(name)} "
    for full, short in _UNITED:
        folded = folded.replace(f" {full} ", f" {short} ")
    words = [common_spelling(singular(common_spelling(word))) for word in folded.split() if word not in _SMALL]
    idle = {"affair"} if "ministry" in words else set()  # "Foreign Ministry", "Ministry of Foreign Affairs"
    telling = [word for word in words if not is_legal_form(word) and word not in idle]
    enough = len(telling) > 1 or not any(is_plain_word(word) for word in telling)
    return tuple((telling if enough else words) or ([name_key(name)] if not code else []))


def of_country(name: str) -> str:
    """The key of a country's body without its country ("US Senate": "senate"); "" where no country is named."""
    code, rest = _nation(name)
    return " ".join(sorted(body_words(rest, code))) if code else ""


def _described(rest: str) -> str:
    return " ".join(common_spelling(word) for word in phrase_key(rest).split())


def _is_body(rest: str) -> bool:
    """True where the head of a name is a word for a body: its last word, or the one before "of" and the like."""
    parts = [part for part in name_key(rest).split() if not is_legal_form(part)]
    head = next((parts[at - 1] for at, part in enumerate(parts) if part in _SMALL and at), "")
    last = parts[-1] if parts else ""
    low = rest.split()[-1].islower()
    if not is_body_word(last) and ((is_title(last) and (low or not head)) or (low and classes_of(last))):
        return False
    return any(is_body_word(form) for word in (head, last) for form in (word, common_spelling(singular(word))))


def _begins_low(rest: str) -> bool:
    """True for "comment from Doe": a proper name begins with a capital, or with a particle ("al-Masri", "van Dam")."""
    first = _PARTS.split(rest)[0]
    return first.islower() and first not in PARTICLES


def _ends_low(bare: str) -> bool:
    """True for "Reform supporters": a proper name ends with a capital, too."""
    return not any(part[:1].isupper() or part[:1].isdigit() for part in _PARTS.split(bare.split()[-1]))


def _is_acronym(name: str) -> bool:
    return _ACRONYM.match(name.replace(".", "")) is not None


def _ruled(plain: str) -> Country | None:
    """The country of "the X government", "government of X": what a state's government does, the state does."""
    words = plain.split()
    if words[-1].lower() in _RULERS and len(words) > 1:
        owner = strip_possessive(" ".join(words[:-1]))
        return country(owner) or demonym(owner)
    if words[0].lower() in _RULERS and len(words) > 2 and words[1] == "of":
        return country(strip_article(" ".join(words[2:])))
    return None


def _listed(plain: str) -> Organisation | None:
    """The listed organisation or outlet whose sure name is the whole of `plain`."""
    found = find_organisations(plain)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(plain)):
        return None if found[0].doubt else found[0].organisation
    return outlet(plain)


@cache
def _by_words() -> Mapping[tuple[str, str], Organisation]:
    """Listed organisations by the words of their names, for names in another order of words."""
    table: dict[tuple[str, str], Organisation] = {}
    for entry in (*organisations(), *outlets()):
        for name in (entry.name, *entry.aliases):
            code, rest = _nation(name)
            words = body_words(rest, code)
            own = bool(code) or not all(is_plain_word(word) for word in words)
            if own and len(words) > 1 and any(is_body_word(word) for word in words):
                table.setdefault((code, " ".join(sorted(words))), entry)
    return MappingProxyType(table)


def _nation(plain: str) -> tuple[str, str]:
    """The code of the country that a name says it is of ("" where it says none), and the name without it."""
    for mention in find_countries(plain):
        whole = mention.start == 0 and mention.end == len(plain)
        if mention.form == "capital" or mention.doubt or whole:
            continue
        before, after = plain[: mention.start].rstrip(), plain[mention.end :]
        led = re.sub(r"\b(?:of|in|for|from)(?: the)?$|\bthe$", "", before).rstrip()
        rest = f"{led} {_TAIL.sub('', after).strip()}".strip(" ,-")
        if rest and (not led or led != before or mention.form == "demonym"):
            return mention.country.code, rest
    return "", plain


def _untitled(plain: str) -> str | None:
    """The name after a person's titles ("Foreign Minister Jane Doe"), None where no title stands before a name."""
    if any(is_body_word(word) for word in name_key(plain).split()):
        return None
    cleaned, stripped = clean(plain), False
    if cleaned != plain and len(cleaned) < len(plain) and cleaned[:1].isupper():
        stripped = plain.endswith(cleaned)
    current = cleaned if stripped else plain
    for _ in range(3):
        found = find_titles(current)
        if not found or found[0].kind == "honorific" or not _only_country(current[: found[0].start]):
            break
        rest = current[found[0].end :].strip()
        if not rest[:1].isupper():
            break
        current, stripped = rest, True
    return current if stripped else None


def _only_country(words: str) -> bool:
    """True where nothing, or only a country or its people, stands before a title ("U.S. President", "French Gen.")."""
    owner = strip_possessive(words.strip())
    modifier = owner.islower() and not _SMALL & set(owner.split())
    return not owner or modifier or country(owner) is not None or demonym(owner) is not None
