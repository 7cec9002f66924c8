"""How fast names become entities, and how often rightly, on people who are made up.

    python benchmarks/identity.py [--claims N ...] [--seed N]

Each person has a name, a post and a country; a document is about four of them, spells each name in one of the usual
romanisations, names a post now and then, and goes on with the surname. One person in ten has a namesake in another
country. Precision and recall are B-cubed over mentions: the share of a mention's entity that is its person, and the
share of its person that is in its entity. What stays apart for lack of a tie costs recall, as it should.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from muniment.ledger.identity import Identity, identify
from muniment.schema.claim import Cell, Claim
from muniment.schema.document import Document
from muniment.schema.span import Span

A_DOCUMENT = 10  # claims
PARTS = "ba ka mir ra sho ten vul lin dar qa ghe iv khal sky man ser pet tro yan han zub mar our dji fel".split()
GIVEN = (
    "mohammed|muhammad sergei|sergey yusuf|youssef ahmed|ahmad dmitri|dmitry hassan|hasan nadia ana joao carlos".split()
)
COUNTRIES = "France Kenya Brazil Japan Poland Egypt Chile India Nepal Ghana Peru Iran Norway Laos Malta Cuba".split()
POSTS = ("defence minister", "army chief", "governor", "ambassador", "police chief", "party leader")
RESPELT = (("q", "k"), ("gh", "g"), ("kh", "h"), ("ou", "u"), ("dj", "j"), ("y", "i"))


class Person(NamedTuple):
    """Somebody made up; `number` tells namesakes apart."""

    number: int
    given: tuple[str, ...]
    family: str
    post: str
    country: str


class Said(NamedTuple):
    """A mention: whom a name in a document is of."""

    name: str
    document: str
    cell: str
    person: int


def main() -> None:
    """Runs the benchmark and prints one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    identify(next(make(A_DOCUMENT, random.Random(1)))[0])  # loads the word lists
    print(f"{'claims':>8}{'people':>8}{'entities':>10}{'seconds':>9}{'precision':>11}{'recall':>8}")
    for size in options.claims:
        ((claims, documents, said),) = make(size, random.Random(options.seed))
        start = time.perf_counter()
        found = identify(claims, (), documents)
        seconds = time.perf_counter() - start
        precision, recall = b_cubed(found, said)
        people = len({one.person for one in said})
        print(f"{size:8}{people:8}{len(found.entities()):10}{seconds:9.1f}{precision:11.3f}{recall:8.3f}")


def make(size: int, draw: random.Random) -> Iterator[tuple[list[Claim], dict[str, Document], list[Said]]]:
    """So many claims, their documents, and who is meant where."""
    people = made_up(max(8, size // 25), draw)
    claims: list[Claim] = []
    documents: dict[str, Document] = {}
    said: list[Said] = []
    for number in range(size // A_DOCUMENT):
        id = f"{number:064x}"
        documents[id] = Document(id, str(number), "", published=f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}")
        written(id, draw.sample(people, 4), draw, claims, said)
    yield claims, documents, said


def made_up(size: int, draw: random.Random) -> list[Person]:
    """People; every tenth shares the name of the one before."""
    people: list[Person] = []
    for number in range(size):
        given = tuple(draw.choice(GIVEN).split("|"))
        family = "".join(draw.choice(PARTS) for _ in range(draw.choice((2, 3, 3))))
        if number % 10 == 9:
            given, family = people[-1].given, people[-1].family
        people.append(Person(number, given, family, draw.choice(POSTS), draw.choice(COUNTRIES)))
    return people


def written(
    document: str, people: Sequence[Person], draw: random.Random, claims: list[Claim], said: list[Said]
) -> None:
    """One document: posts of some, statements of all, by surname from the second on."""
    spelt = {person.number: spelling(person, draw) for person in people}
    met: set[int] = set()
    for at in range(A_DOCUMENT):
        person = draw.choice(people)
        name = spelt[person.number].split()[-1] if person.number in met else spelt[person.number]
        met.add(person.number)
        if at % 3 == 0:
            cells = {"subject": name, "relation": "post", "object": person.country, "post": person.post}
            claims.append(claim("affiliations", document, at, cells))
            said.append(Said(name, document, "subject", person.number))
        else:
            cells = {"speaker": name, "form": "direct", "content": f"statement {at}"}
            claims.append(claim("positions", document, at, cells))
            said.append(Said(name, document, "speaker", person.number))


def spelling(person: Person, draw: random.Random) -> str:
    """A person's name in one of its spellings."""
    family = person.family
    if draw.random() < 0.3:
        for one, other in RESPELT:
            family = family.replace(one, other)
    return f"{draw.choice(person.given).capitalize()} {family.capitalize()}"


def claim(register: str, document: str, at: int, cells: dict[str, str]) -> Claim:
    """A claim with its place."""
    values = {name: Cell(value) for name, value in cells.items()}
    return Claim(f"{document}-{at}", document, register, Span(at * 10, at * 10 + 5), values)


def b_cubed(found: Identity, said: Sequence[Said]) -> tuple[float, float]:
    """Precision and recall over mentions."""
    keys = [found.key(one.name, one.document, one.cell) for one in said]
    both = Counter((key, one.person) for key, one in zip(keys, said, strict=True))
    entities, persons = Counter(keys), Counter(one.person for one in said)
    pairs = [(both[key, one.person], entities[key], persons[one.person]) for key, one in zip(keys, said, strict=True)]
    return sum(b / e for b, e, _ in pairs) / len(pairs), sum(b / p for b, _, p in pairs) / len(pairs)


if __name__ == "__main__":
    main()
