"""Names out of re3d: reports on the war in Syria and Iraq, annotated with characters.

Its label set is wider than ours and marks common nouns too ("security forces", "the airport"): only spans with a
capital letter count as names, titles in front of persons and common nouns behind names are cut off, and a name has the
type it has most often; a country that acts ("Turkey said"), an organisation there, is a place as in the other corpora.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from muniment.language.sentences import sentences
from muniment.language.tokenise import Word
from training.data import Example, Span

TYPES = {
    "Person": "person", "Organisation": "organisation", "Location": "place", "Nationality": "other",
    "Weapon": "other", "Vehicle": "other", "MilitaryPlatform": "other",
}  # fmt: skip
# The other parts are CC BY-NC (BBC) or do not say (European Union).
FREE_PARTS = frozenset({"US State Department", "UK Government", "CENTCOM", "Wikipedia",
                        "Australian Department of Foreign Affairs"})  # fmt: skip
NOT_NAMES = frozenset("I We You He She They It Us Our Them My Coalition Government Minister President Council".split())
STATES = frozenset({"U.S.", "US", "USA", "UK", "United States", "United Kingdom"})
TITLES = frozenset(
    "president minister prime foreign defence defense secretary general gen lieutenant lt colonel col major maj "
    "brigadier admiral captain ambassador deputy special envoy representative king prince sheikh sheik sir mr mrs "
    "ms dr he rt hon hm leader commander spokesman spokesperson chief staff air marshal marshall vice us u.s. uk "
    "british iraqi syrian russian turkish iranian former state senator of chairman director high pm".split()
)


def read_re3d(folder: Path) -> list[Example]:
    """Return the sentences of the parts whose licence lets a shipped model learn from them."""
    documents = [json.loads(line) for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    marks: dict[str, list[tuple[int, int, str]]] = {}
    for line in (folder / "entities.jsonl").read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        if entity["type"] in TYPES:
            marks.setdefault(entity["documentId"], []).append((entity["begin"], entity["end"], TYPES[entity["type"]]))
    usual = _usual_types(documents, marks)
    examples = []
    for document in documents:
        if document["part"] in FREE_PARTS:
            for words in sentences(document["text"]):
                names = _names(words, marks.get(document["_id"], []), usual)
                examples.append(Example([w.text for w in words], names=names, closed=False, document=document["_id"]))
    return examples


def _usual_types(documents: list[dict[str, str]], marks: dict[str, list[tuple[int, int, str]]]) -> dict[str, str]:
    """Return the type that each marked name has most often; a place wherever it is one somewhere."""
    counts: dict[str, Counter[str]] = {}
    for document in documents:
        for begin, end, kind in marks.get(document["_id"], []):
            counts.setdefault(document["text"][begin:end], Counter())[kind] += 1
    often = {name: kinds.most_common(1)[0][0] for name, kinds in counts.items()}
    return {name: "place" if counts[name]["place"] * 4 > counts[name].total() else kind for name, kind in often.items()}


def _names(words: list[Word], marks: list[tuple[int, int, str]], usual: dict[str, str]) -> list[Span]:
    names: list[Span] = []
    for begin, end, kind in sorted(marks, key=lambda mark: (mark[0] - mark[1], mark)):
        inside = [place for place, word in enumerate(words) if begin <= word.start and word.end <= end]
        while inside and not words[inside[-1]].text[0].isupper():
            inside.pop()
        while inside and _leads(words[inside[0]].text, kind):
            inside.pop(0)
        name = " ".join(words[place].text for place in inside)
        if not name or name in NOT_NAMES:
            continue
        kind = "place" if name in STATES else usual.get(name, kind)
        span = (inside[0], inside[-1] + 1, kind)
        if all(span[1] <= other[0] or other[1] <= span[0] for other in names):
            names.append(span)
    return sorted(names)


def _leads(word: str, kind: str) -> bool:
    """Say whether `word` in front of a name is no part of it."""
    if word in {"al", "el"}:
        return False
    return not word[0].isupper() or word == "The" or (kind == "person" and word.lower().strip(".") in TITLES)
