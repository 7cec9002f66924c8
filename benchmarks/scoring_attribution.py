"""Attribution scored from raw text: who is said to have said what, found against annotated articles.

PolNeAR (Newell, Margolin and Ruths, 2018, LREC) marks source, cue and content of each attribution with characters.
Both sides are put on the words of the text (runs of letters and digits, or single signs: nobody's tokenizer) that their
spans touch; then

- a *token* is one (word, role) pair, a word may have several roles: micro F1 over all of them;
- a *span* is one contiguous fragment of a source, a cue or a content, first and last word exact: micro F1;
- a *link* is one gold attribution; it is found where one of ours touches its content and its source too (or, like it,
  has no source).

Where several people annotated an article, the first by file name counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

Span = tuple[int, int]
ROLES: Final = ("source", "cue", "content")
_WORD: Final = re.compile(r"\w+|[^\w\s]")
_ANNOTATOR: Final = re.compile(r"_[0-9a-f]{4}$")


class Parts(Protocol):
    """An attribution of a system: the fragments of each role, in characters."""

    @property
    def source(self) -> tuple[Span, ...]:
        """Who."""
        ...

    @property
    def cue(self) -> tuple[Span, ...]:
        """The words that attribute."""
        ...

    @property
    def content(self) -> tuple[Span, ...]:
        """What."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution: the fragments of each role, in characters."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text and its attributions."""

    name: str
    text: str
    said: tuple[Said, ...]


def read_polnear(folder: Path, every: bool = False) -> Iterator[Article]:
    """Yield the articles of a part ("train", "dev") in order of their names; with `every`, each annotation of each."""
    seen: set[str] = set()
    for file in sorted((folder / "attributions").glob("*.ann")):
        name = _ANNOTATOR.sub("", file.stem)
        if name in seen and not every:
            continue
        seen.add(name)
        # Offsets count the characters as they stand: line ends must not be turned.
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Article(name, text, tuple(_attributions(file.read_bytes().decode("utf-8"))))


def _attributions(brat: str) -> Iterator[Said]:
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[list[str]] = []
    for line in brat.split("\n"):
        columns = line.split("\t")
        if line[:1] == "T" and len(columns) > 1:
            fragments = columns[1].split(" ", 1)[1].split(";")
            spans[columns[0]] = tuple((int(a), int(b)) for a, b in (part.split() for part in fragments))
        elif line[:1] == "E" and len(columns) > 1:
            events.append(columns[1].split()[1:])
    for event in events:
        roles: dict[str, list[Span]] = {role: [] for role in ROLES}
        for argument in event:
            role, _, span = argument.partition(":")
            roles.get(role.rstrip("0123456789").lower(), []).extend(spans.get(span, ()))
        yield Said(*(tuple(sorted(roles[role])) for role in ROLES))


def words_of(text: str) -> list[Span]:
    """Return the spans of the words that scores are counted over."""
    return [match.span() for match in _WORD.finditer(text)]


def touched(words: Sequence[Span], span: Span) -> tuple[int, int] | None:
    """Return (first word, word after the last) of those that `span` touches."""
    inside = [place for place, (start, end) in enumerate(words) if start < span[1] and span[0] < end]
    return (inside[0], inside[-1] + 1) if inside else None


def spans_of(words: Sequence[Span], said: Iterable[Parts]) -> set[tuple[str, int, int]]:
    """Return (role, first word, word after the last) of each fragment."""
    found: set[tuple[str, int, int]] = set()
    for one in said:
        for role in ROLES:
            found.update((role, *on) for span in getattr(one, role) if (on := touched(words, span)))
    return found


def _tokens(spans: Iterable[tuple[str, int, int]]) -> set[tuple[str, int]]:
    return {(role, word) for role, first, last in spans for word in range(first, last)}


def attribution_counts(text: str, gold: Sequence[Parts], ours: Sequence[Parts]) -> Counter[str]:
    """Return right, said and wanted of each measure, to be summed over texts and given to `attribution_figures`."""
    words = words_of(text)
    wanted, found = spans_of(words, gold), spans_of(words, ours)
    counts: Counter[str] = Counter()
    for role in ROLES:
        a, b = ({span for span in side if span[0] == role} for side in (wanted, found))
        for kind, x, y in (("span", a, b), ("token", _tokens(a), _tokens(b))):
            counts.update({f"{kind} {role} right": len(x & y), f"{kind} {role} both": len(x) + len(y)})
            counts.update({f"{kind} right": len(x & y), f"{kind} both": len(x) + len(y)})
    counts["links"] += len(gold)
    counts["links right"] += sum(any(_linked(one, other) for other in ours) for one in gold)
    return counts


def _linked(gold: Parts, ours: Parts) -> bool:
    content = _meet(gold.content, ours.content)
    return content and (_meet(gold.source, ours.source) if gold.source else not ours.source)


def _meet(some: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in some for b in others)


def attribution_figures(counts: Counter[str]) -> dict[str, float]:
    """Return "token F1", "span F1", the same by role ("token cue F1"), and "links" (share of the gold ones found)."""
    figures = {
        f"{key.removesuffix(' both')} F1": 2 * counts[key.removesuffix("both") + "right"] / counts[key]
        for key in sorted(counts)
        if key.endswith(" both") and counts[key]
    }
    return figures | {"links": counts["links right"] / max(1, counts["links"])}
