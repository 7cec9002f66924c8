"""Measures coreference against a corpus with `Entity=` in its MISC column, such as UD English-GUM.

    python benchmarks/coreference.py --ud ../shared/corpora/ud-gum/dev.conllu [--genre news] [--json] [--errors N]

Texts are read raw, as users' are. A link is judged where its words are an annotated mention, and right where its target
is one too, of the same entity. Not in the sum are links by a convention that the corpus does not share (a government is
its country, "the two ministers" are two people). Looked for are mentions of a person, organisation or place that the
document names before (names: anywhere): he, it, they; phrases with "the", "this", "its" and the like; acronyms and
short names; the same name again. Names inside names ("University of Texas") are not looked for.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from muniment.claims.coreference import Link, links
from muniment.claims.naming.pronouns import HE, IT, THEY
from muniment.language import load_analyser
from muniment.schema.document import Document

_BRACKET: Final = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")
_ACTORS: Final = frozenset({"person", "organization", "place"})
_DEFINITE: Final = frozenset("the this that these those his her its their both".split())
_REFLEXIVES: Final = frozenset({"himself", "herself", "itself", "themselves"})
# Links by a convention that the corpus does not share: to the registers a government is its country, and "the two
# ministers" are two people, to the corpus each is an entity of its own.
_CONVENTIONS: Final = frozenset({"government", "capital", "demonym", "pair"})
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word of the corpus; characters `[start, end)` of the raw text, `head` a place in its document."""

    start: int
    end: int
    form: str
    upos: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Words `[first, last)` that stand for entity `group`."""

    group: str
    etype: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document of the corpus."""

    name: str
    text: str
    words: tuple[Word, ...]
    mentions: tuple[GoldMention, ...]


def read_corpus(path: Path) -> Iterator[GoldDocument]:
    """Yield the documents of a CoNLL-U file."""
    for block in re.split(r"(?m)^(?=# newdoc id)", path.read_text(encoding="utf-8")):
        if block.startswith("# newdoc id"):
            yield _document(block)


def _document(block: str) -> GoldDocument:
    text, until = "", 0
    words: list[Word] = []
    marks: list[str] = []
    for sentence in block.split("\n\n"):
        if "# newpar" in sentence and text:
            text = text.rstrip() + "\n\n"
        base = len(words)
        for line in sentence.splitlines():
            row = line.split("\t")
            if line.startswith("#") or "." in row[0]:
                continue
            space = "" if "SpaceAfter=No" in row[9] else " "
            if "-" in row[0]:  # a contraction: its parts lie inside its characters
                until, text = int(row[0].split("-")[1]), text + row[1] + space
                continue
            if int(row[0]) > until:
                start, text = len(text), text + row[1] + space
            else:
                start = text.rstrip().rfind(row[1])
            head = base + int(row[6]) - 1 if row[6] != "0" else -1
            words.append(Word(start, start + len(row[1]), row[1], row[3], head, row[7]))
            marks.append(next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), ""))
        until = 0
    name = block.split("=", 1)[1].split("\n", 1)[0].strip()
    return GoldDocument(name, text.rstrip(), tuple(words), tuple(_mentions(marks)))


def _mentions(marks: Sequence[str]) -> Iterator[GoldMention]:
    """Mentions by the brackets of the MISC column: "(group-etype-infstat-salience-centering-minspan-link" opens."""
    open_: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for place, mark in enumerate(marks):
        for alone, opening, closing in _BRACKET.findall(mark):
            fields = (alone or opening or closing).split("-")
            if alone or opening:
                open_[fields[0]].append((place, fields))
            if alone or closing:
                first, opened = open_[fields[0]].pop()
                yield GoldMention(fields[0], opened[1], first, place + 1)


class Gold:
    """The anaphora of one document that are looked for, and which mention a span is."""

    def __init__(self, document: GoldDocument) -> None:
        self.words = document.words
        self.mentions = sorted(document.mentions, key=lambda m: (m.first, m.last))
        self.named: defaultdict[str, list[GoldMention]] = defaultdict(list)
        for mention in self.mentions:
            if self._upos(mention) == "PROPN":
                self.named[mention.group].append(mention)

    def _head(self, mention: GoldMention) -> int:
        inside = range(mention.first, mention.last)
        return next((place for place in inside if self.words[place].head not in inside), mention.first)

    def _heads(self, mention: GoldMention) -> list[int]:
        """The head word, and those that name the same beside it ("the captain Ada Lind")."""
        head = self._head(mention)
        beside = {"flat", "appos", "nmod:desc"}
        inside = range(mention.first, mention.last)
        return [head, *(at for at in inside if self.words[at].head == head and self.words[at].deprel in beside)]

    def _upos(self, mention: GoldMention) -> str:
        return self.words[self._head(mention)].upos

    def at(self, start: int, end: int) -> GoldMention | None:
        """The smallest mention that holds the characters and whose head word they hold."""
        fitting = [
            mention
            for mention in self.mentions
            if self.words[mention.first].start <= start
            and end <= self.words[mention.last - 1].end
            and any(start <= self.words[place].start < end for place in self._heads(mention))
        ]
        return min(fitting, key=lambda mention: mention.last - mention.first, default=None)

    def kind(self, mention: GoldMention) -> str:
        """Which of the kinds looked for a mention is; "" for none."""
        low = [word.form.lower() for word in self.words[mention.first : mention.last]]
        names = self.named[mention.group]
        if mention.etype not in _ACTORS or not names:
            return ""
        upos = self._upos(mention)
        if upos == "PROPN":
            return self._name_kind(mention, names)
        if names[0].first >= mention.first:
            return ""
        if upos == "PRON" and len(low) == 1 and low[0] not in _REFLEXIVES:
            kinds = (("he", HE), ("it", IT), ("they", THEY))
            return next((kind for kind, forms in kinds if low[0] in forms), "")
        return "nominal" if upos == "NOUN" and low[0] in _DEFINITE else ""

    def _name_kind(self, mention: GoldMention, names: Sequence[GoldMention]) -> str:
        if any(self._holds(other, mention) for others in self.named.values() for other in others):
            return ""  # part of another's name ("University of Texas")
        core = self._core(mention)
        others = [self._core(other) for other in names if other != mention]
        if any(core != other and set(core) < set(other) for other in others):
            return "short-name"
        if len(core) == 1 and core[0].isupper() and any(len(other) > 1 for other in others):
            return "acronym"
        return "same-name" if any(core == self._core(other) for other in names if other.first < mention.first) else ""

    @staticmethod
    def _holds(outer: GoldMention, inner: GoldMention) -> bool:
        return outer != inner and outer.first <= inner.first and inner.last <= outer.last

    def _core(self, mention: GoldMention) -> list[str]:
        inside = (self.words[place] for place in range(mention.first, mention.last))
        return [word.form for word in inside if word.upos == "PROPN" and _WORD.match(word.form)]


def score(gold: Gold, found: Sequence[Link], text: str, show: list[str]) -> dict[str, Counter[str]]:
    """Counts by reason ("made", "judged", "right") and by kind looked for ("due", "reached", "found")."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    reached: defaultdict[GoldMention, bool] = defaultdict(bool)
    for link in found:
        counts[link.reason]["made"] += 1
        here, there = gold.at(link.start, link.end), gold.at(link.to_start, link.to_end)
        if here is None:
            continue
        right = there is not None and here.group == there.group
        counts[link.reason]["judged"] += 1
        counts[link.reason]["right"] += right
        reached[here] |= right
        if not right:
            show.append(f"wrong {link.reason}: {_words(text, link.start, link.end)} -> {link.target}")
    for mention in gold.mentions:
        kind = gold.kind(mention)
        if kind:
            counts[kind + "?"]["due"] += 1
            counts[kind + "?"]["reached"] += mention in reached
            counts[kind + "?"]["found"] += reached.get(mention, False)
            if not reached.get(mention):
                span = gold.words[mention.first].start, gold.words[mention.last - 1].end
                name = gold.named[mention.group][0]
                named = text[gold.words[name.first].start : gold.words[name.last - 1].end]
                show.append(f"missed {kind}: {_words(text, *span)} -> {named}")
    return counts


def _words(text: str, start: int, end: int) -> str:
    line = text[max(0, start - 60) : start] + "[" + text[start:end] + "]" + text[end : end + 40]
    return " ".join(line.split())


def table(total: dict[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """Precision by reason, recall by kind, and both over all."""
    rows: dict[str, dict[str, float]] = {}
    judged = {key: count for key, count in total.items() if not key.endswith("?") and key not in _CONVENTIONS}
    made: Counter[str] = sum(judged.values(), Counter())
    due: Counter[str] = sum((count for key, count in total.items() if key.endswith("?")), Counter())
    for key, count in [*sorted(total.items()), ("all links", made), ("all?", due)]:
        if key.endswith("?"):
            rows[f"recall {key[:-1]}"] = {"due": count["due"], "linked": count["reached"],
                                          "share": round(count["found"] / max(1, count["due"]), 3)}  # fmt: skip
        else:
            rows[f"precision {key}"] = {"made": count["made"], "judged": count["judged"],
                                        "share": round(count["right"] / max(1, count["judged"]), 3)}  # fmt: skip
    return rows


def main() -> None:
    """Print the table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ud", type=Path, required=True)
    parser.add_argument("--genre", default="", help="only documents whose name holds this, such as news")
    parser.add_argument("--errors", type=int, default=0, help="show this many links that are wrong or missing")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    analyser = load_analyser()
    total: defaultdict[str, Counter[str]] = defaultdict(Counter)
    show: list[str] = []
    for gold in read_corpus(options.ud):
        if f"_{options.genre}" not in gold.name:
            continue
        document = Document(Document.id_of(gold.text), gold.name, gold.text)
        found = links(document, analyser.analyse([gold.text])[0])
        for key, count in score(Gold(gold), found, gold.text, show).items():
            total[key] += count
    rows = table(total)
    if options.json:
        print(json.dumps(rows, indent=1))
        return
    for key, row in rows.items():
        print(f"{key:24}" + "".join(f"{name:>8} {value:<7}" for name, value in row.items()))
    print("\n".join(show[: options.errors]))


if __name__ == "__main__":
    main()
