"""Names out of GUM's entity layer.

GUM marks whole noun phrases, named or not. A phrase counts as named when its head is tagged NNP or NNPS; its name runs
from the first to the last word of the annotated minimal span, less titles and articles in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

TYPES = {"person": "person", "organization": "organisation", "place": "place", "event": "other", "object": "other"}
# Heads of phrases that name an office, not its holder.
OFFICES = frozenset(
    "president minister secretary king queen chairman chair director governor senator general captain professor doctor "
    "mr. mrs. ms. dr. mayor judge prince princess pope bishop ambassador chancellor commissioner officer editor "
    "manager coach father mother god lord sir madam congressman representative chief sergeant colonel major".split()
)
MARK = re.compile(r"\(([^()]+)\)|\(([^()]+)|([0-9]+)\)|([^()]+)\)")

Row = list[str]
Span = tuple[int, int, str]


def named_entities(sentences: Iterable[tuple[str, list[Row]]]) -> list[list[Span]]:
    """Return the names of each sentence, sorted, none overlapping; of nested names the longest stays."""
    return [_longest(_names(rows)) for _, rows in sentences]


def phrases(rows: list[Row]) -> list[tuple[int, int, list[str]]]:
    """Return (first, last, annotation fields) of each phrase that opens and closes in the sentence."""
    found: list[tuple[int, int, list[str]]] = []
    open_: list[tuple[int, list[str]]] = []
    for index, row in enumerate(rows):
        entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for whole, opened, number, other in MARK.findall(entity):
            if whole:
                found.append((index, index, whole.split("-")))
            elif opened:
                open_.append((index, opened.split("-")))
            else:
                for place in range(len(open_) - 1, -1, -1):
                    if open_[place][1][0] == (number or other):
                        start, fields = open_.pop(place)
                        found.append((start, index, fields))
                        break
    return found


def _names(rows: list[Row]) -> list[Span]:
    names = []
    for first, last, fields in phrases(rows):
        if len(fields) < 6 or fields[1] not in TYPES:
            continue
        inside = range(first, last + 1)
        heads = [index for index in inside if int(rows[index][6]) - 1 not in inside and rows[index][3] != "PUNCT"]
        if not heads or not rows[heads[0]][4].startswith("NNP") or rows[heads[0]][1].lower() in OFFICES:
            continue
        name = _trim(rows, first, heads[0], fields)
        if name:
            names.append((*name, _type(rows[heads[0]], fields[1])))
    return names


def _trim(rows: list[Row], first: int, head: int, fields: list[str]) -> tuple[int, int] | None:
    """Return the words of the name inside the phrase, or None where too few of them are proper nouns."""
    minimal = [first + int(number) - 1 for number in fields[5].split(",") if number.isdigit()]
    if not minimal or head not in minimal:
        return None
    start, end = min(minimal), max(minimal) + 1
    titles = [i for i in range(start, head) if _in_title(rows, i, head)]
    end = next((i for i in range(head + 1, end) if rows[i][4] == "IN" and rows[i][1] not in {"of", "for"}), end)
    start = max([start, *(i + 1 for i in titles)])
    while start < head and (rows[start][4] in {"DT", "PRP$", "POS", "JJ", "CD"} or rows[start][3] == "PUNCT"):
        start += 1
    if end - 1 >= len(rows) or rows[end - 1][4] == "POS":
        end -= 1
    proper = sum(rows[i][4].startswith("NNP") for i in range(start, end))
    return (start, end) if start < end and proper * 2 >= end - start else None


def _in_title(rows: list[Row], index: int, head: int) -> bool:
    """Say whether the word stands in a title of `head`: "U.S. President" in "U.S. President Jane Doe"."""
    for _ in rows:
        above = int(rows[index][6]) - 1
        if above in {head, -1}:
            return above == head and rows[index][7] == "nmod:desc"
        index = above
    return False


def _type(head: Row, kind: str) -> str:
    # "Muslims", "Americans": named groups, which the other corpora file under MISC.
    return "other" if kind == "person" and head[4] == "NNPS" else TYPES[kind]


def _longest(names: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for name in sorted(set(names), key=lambda n: (n[0] - n[1], n[0])):
        if all(name[1] <= other[0] or other[1] <= name[0] for other in kept):
            kept.append(name)
    return sorted(kept)
