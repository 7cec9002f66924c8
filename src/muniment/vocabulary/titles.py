"""Posts, ranks and forms of address in text, and what class each is of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from muniment.errors import VocabularyError
from muniment.text.tokens import word_set
from muniment.vocabulary.load import read_yaml
from muniment.vocabulary.matcher import Match, Phrases, Words, listed, words_of
from muniment.vocabulary.plurals import plural

_FILE: Final = "titles.yaml"
_AUXILIARY: Final = ("modifiers", "portfolios", "guarded", "abbreviations", "not")
_DEPUTY: Final = frozenset({"deputy", "vice", "assistant", "associate"})
_FORMER: Final = frozenset({"former", "ex", "late", "retired", "outgoing", "onetime", "ousted", "deposed"})
_BEFORE_RANK: Final = frozenset({"retired", "former", "ex"})
_BEFORE_VERB: Final = frozenset({"he", "she", "it", "who", "which", "that", "also", "now", "currently", "to", "and"})
_BEFORE_NOUN: Final = word_set(
    "a an the his her its their our former retired top army ex two three four five six several some other another"
)
_AFTER_NOUN: Final = word_set(
    """of and or who in at from for to said says told has had is was were are with on by as but that which will would
    may can after before when while"""
)


@dataclass(frozen=True, slots=True)
class TitleMention:
    """Characters `[start, end)` name a post or rank, with the modifiers before it ("former deputy prime minister").

    `title` is the singular in lower case without modifiers, `kind` its class in titles.yaml ("minister",
    "military", ...). `former` is set by "former", "ex-", "late", "retired"; `acting` by "acting", "interim";
    `deputy` by "deputy", "vice", "assistant"; `many` where the plural is used.
    """

    start: int
    end: int
    title: str
    kind: str
    former: bool = False
    acting: bool = False
    deputy: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class _Title:
    title: str
    kind: str
    many: bool
    guarded: bool
    short: bool = False


@cache
def kinds() -> tuple[str, ...]:
    """The classes of titles, in the file's order."""
    return tuple(name for name in _data() if name not in _AUXILIARY)


def title_kind(title: str) -> str | None:
    """The class of a title, modifiers and case aside ("Deputy Foreign Minister": "deputy_head"); None if unknown."""
    found = list(_phrases().find(title))
    if not found or found[-1].end < len(title.rstrip()):
        return None
    before = {word.lower() for word in words_of(title[: found[0].start]).words}
    return found[0].value.kind if len(found) == 1 and before <= _modifiers() else None


def is_title(words: str) -> bool:
    """True where `words` are a listed title or its plural, case aside, without modifiers ("ministers", "Colonel")."""
    return _phrases().get(words) is not None


def find_titles(text: str, start: int = 0, end: int | None = None) -> list[TitleMention]:
    """The posts and ranks of `text[start:end]`, longest first, in order; offsets into `text`.

    Words that are more often something else ("general", "major", "head") count only with a capital, or as a noun
    of their own after an article.
    """
    cut = words_of(text)
    found = []
    for match in _phrases().find(text, start, end):
        if (match.value.guarded and not _is_title(cut, match)) or match.value.kind == "":
            continue
        first, words = _modified(cut, match)
        found.append(
            TitleMention(
                start=max(first, start),
                end=match.end + (match.value.short and text[match.end : match.end + 1] == "."),
                title=match.value.title,
                kind=match.value.kind,
                former=bool(words & _FORMER) or _formerly(cut, first),
                acting=bool(words & {"acting", "interim", "caretaker"}),
                deputy=bool((words | set(match.value.title.split()[:1])) & _DEPUTY),
                many=match.value.many,
            )
        )
    return found


def _is_title(cut: Words, match: Match[_Title]) -> bool:
    word = cut.words[match.first]
    before = cut.words[match.first - 1] if match.first else ""
    after = cut.words[match.after] if match.after < len(cut.words) else ""
    if len(word) < 3 and not match.value.short:
        return word[0].isupper() and after[:1].isupper() and _beside(cut, match.after)
    if word[0].isupper():
        return after[:1].isupper() or (bool(before) and before.islower())
    if match.value.many:
        return before.lower() not in _BEFORE_VERB
    if before.lower() in _BEFORE_RANK:
        return True
    free = not after[:1].islower() or after in _AFTER_NOUN or not _beside(cut, match.after)
    return free and before.lower() in _BEFORE_NOUN


def _formerly(cut: Words, start: int) -> bool:
    """True for "former Russian president": the word before the capitalised word before the title."""
    index = bisect_left(cut.starts, start) - 2
    if index < 0 or cut.text[cut.ends[index + 1] : start] != " ":
        return False
    return cut.words[index].lower() in _FORMER and cut.words[index + 1][0].isupper()


def _beside(cut: Words, index: int) -> bool:
    """True where only a space stands before the word."""
    return cut.text[cut.ends[index - 1] : cut.starts[index]] == " "


def _modified(cut: Words, match: Match[_Title]) -> tuple[int, set[str]]:
    """The start with the modifiers before it, and those words in lower case."""
    start, index, words = match.start, match.first - 1, set[str]()
    while index >= 0 and len(words) < 4:
        word = cut.words[index].lower()
        if word not in _modifiers() or cut.text[cut.ends[index] : start] not in (" ", "-"):
            break
        words.add(word)
        start = cut.starts[index]
        index -= 1
    return start, words


@cache
def _data() -> Mapping[str, str]:
    data = read_yaml(_FILE)
    if not isinstance(data, dict) or not set(_AUXILIARY) <= set(data):
        raise VocabularyError(f"{_FILE}: {', '.join(_AUXILIARY)} are needed", "Mend the file.")
    return cast(Mapping[str, str], data)


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(word for item in listed(_data()["modifiers"]) for word in item.split())


@cache
def _phrases() -> Phrases[_Title]:
    guarded = frozenset(listed(_data()["guarded"]))
    table: dict[str, _Title] = {}
    for title, kind in _titles():
        table.setdefault(title.lower(), _Title(title.lower(), kind, False, title in guarded))
    table.update((phrase, _Title(phrase, "", False, False, True)) for phrase in listed(_data()["not"]))
    for line in listed(_data()["abbreviations"]):
        short, _, title = line.partition("=")
        whole = table[title.strip()]
        table[short.strip()] = _Title(whole.title, whole.kind, False, True, True)
    for title, entry in list(table.items()):
        if entry.short or entry.kind == "honorific":
            continue
        table.setdefault(plural(title), _Title(title, entry.kind, True, entry.guarded))
    return Phrases(table.items(), fold=True)


def _titles() -> Iterator[tuple[str, str]]:
    for kind in kinds():
        for title in listed(_data()[kind]):
            yield title, kind
    for portfolio in listed(_data()["portfolios"]):
        yield from ((f"{portfolio} minister", "minister"), (f"minister of {portfolio}", "minister"))
        yield from ((f"minister for {portfolio}", "minister"), (f"secretary of {portfolio}", "minister"))
        yield from ((f"minister of the {portfolio}", "minister"), (f"{portfolio} secretary", "minister"))
        yield from ((f"deputy {portfolio} minister", "deputy_head"), (f"vice {portfolio} minister", "deputy_head"))
        yield f"{portfolio} ministry spokesman", "spokesperson"
        yield f"{portfolio} ministry spokeswoman", "spokesperson"
        yield f"{portfolio} ministry spokesperson", "spokesperson"
