"""How long claims take to become records, and how many end up in the right ones: made-up facts in all registers.

    python benchmarks/reconcile.py [--claims N ...] [--seed S]

Twenty facts for every hundred claims, each told five times on average: by other names of the same state, in other
words, earlier or later in its course, with a day, a month or a year. States are real so that their names, peoples and
forces are known; everybody and everything else is made up. B-cubed compares the records with the facts that the claims
were made from; no fact is so alike another that a reader could not tell them apart.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from random import Random
from typing import Final

from muniment.ledger.identity import name_key
from muniment.ledger.reconcile import reconcile, wholes
from muniment.schema.claim import Cell, Claim, Modality, Value
from muniment.schema.record import Record
from muniment.schema.span import Span
from muniment.vocabulary.countries import countries, country
from muniment.vocabulary.organisations import organisation
from muniment.vocabulary.registers import NAMES, register

Told = tuple[dict[str, Value], Modality, str]
SIZES: Final = (10_000, 30_000, 100_000)
TELLINGS: Final = 5
SYLLABLES: Final = "ba do ku mi ra to ven sel kor nia lu pe shan dri os tam wel jo quin far".split()
MAKERS: Final = ("Su", "MiG", "F", "J", "Mi", "Ka", "An", "Il", "Tu", "Yak")


def main() -> None:
    """Runs the benchmark and prints one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{'claims':>9}{'facts':>9}{'records':>9}{'seconds':>9}{'µs/claim':>10}   B-cubed P / R / F1")
    for size in options.claims:
        print(measured(size, options.seed))


def measured(size: int, seed: int) -> str:
    """One line of the table."""
    told = list(made(size, seed))
    claims = [claim for claim, _ in told]
    begun = time.perf_counter()
    records = list(reconciled(claims))
    took = time.perf_counter() - begun
    precision, recall = bcubed(records, {claim.id: fact for claim, fact in told})
    f1 = 2 * precision * recall / (precision + recall)
    facts = len({fact for _, fact in told})
    figures = f"{precision:.3f} / {recall:.3f} / {f1:.3f}"
    return f"{len(claims):9,}{facts:9,}{len(records):9,}{took:9.1f}{took / len(claims) * 1e6:10.0f}   {figures}"


def reconciled(claims: Iterable[Claim]) -> Iterator[Record]:
    """The records of all registers, names compared by the vocabulary alone."""
    held = list(claims)
    above = wholes((claim for claim in held if claim.register == "affiliations"), key)
    for name in NAMES:
        yield from reconcile((claim for claim in held if claim.register == name), register(name), key, wholes=above)


def key(name: str, document: str = "", cell: str = "") -> str:
    """The key of a name: that of its country or listed organisation where it is a name of one, else its own."""
    listed = country(name) or organisation(name)
    return name_key(listed.name if listed else name)


def bcubed(records: Iterable[Record], fact_of: Mapping[str, str]) -> tuple[float, float]:
    """Mean precision and recall over claims: how pure the record of a claim is, how whole its fact."""
    sizes = Counter(fact_of.values())
    precision = recall = 0.0
    for record in records:
        within = Counter(fact_of[id] for id in record.claims)
        precision += sum(count * count for count in within.values()) / len(record.claims)
        recall += sum(count * count / sizes[fact] for fact, count in within.items())
    return precision / len(fact_of), recall / len(fact_of)


def made(size: int, seed: int) -> Iterator[tuple[Claim, str]]:
    """Claims with the fact that each tells; the same for the same seed."""
    random = Random(seed)
    states = _states(random)
    number = 0
    for fact in range(size // TELLINGS):
        name = NAMES[fact % len(NAMES)]
        tell = TELLERS[name](random, states, fact)
        for cells, modality, date in (tell() for _ in range(TELLINGS)):
            number += 1
            document = f"d{random.randrange(size // 10 + 1)}"
            evidence = Span(number, number + 10)
            said = {cell: Cell(value) for cell, value in cells.items()}
            yield Claim(f"{number:08}", document, name, evidence, said, modality=modality, date=date), f"{name}{fact}"


class States:
    """States by several names each."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        self.names = names
        self.all = sorted(names)

    def said(self, random: Random, state: str) -> str:
        """One of its names."""
        return random.choice(self.names[state])


def _states(random: Random) -> States:
    known = [entry for entry in countries().values() if entry.kind == "state" and entry.demonyms]
    return States({entry.name: (entry.name, entry.name, *entry.aliases[:2]) for entry in known})


def word(random: Random) -> str:
    """A made-up name."""
    return "".join(random.choices(SYLLABLES, k=3)).capitalize()


def day_of(random: Random, year: int) -> str:
    """A day of a year."""
    return f"{year}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def roughly(random: Random, day: str) -> str:
    """The day, or its month."""
    return random.choice((day, day, day[:7]))


def _transfers(random: Random, states: States, fact: int) -> Callable[[], Told]:
    supplier, recipient = random.sample(states.all, 2)
    year, ordered = random.randint(1995, 2020), random.randint(4, 60)
    model = f"{random.choice(MAKERS)}-{random.randint(100, 999)}"

    def tell() -> Told:
        cells: dict[str, Value] = {
            "supplier": states.said(random, supplier),
            "recipient": random.choice((states.said(random, recipient), f"{recipient} military")),
            "item": f"{model}{random.choice(('', 'M'))} {random.choice(('fighter jets', 'jet fighters', 'fighters'))}",
        }
        stage = random.choice(("ordered", "planned", "delivered"))
        date = str(year) if stage == "ordered" else f"{year + 2}-{random.randint(1, 12):02}"
        if stage == "ordered":
            cells |= {"quantity_ordered": ordered, "order_date": date}
        else:
            cells |= {"quantity_delivered": ordered - random.randint(0, 3), "delivery_date": date}
        return {**cells, "status": stage}, "planned" if stage == "planned" else "asserted", date

    return tell


def _affiliations(random: Random, states: States, fact: int) -> Callable[[], Told]:
    person, state = f"{word(random)} {word(random)}", random.choice(states.all)
    posts = random.choice(
        (("defence minister", "minister of defense"), ("foreign minister", "minister for foreign affairs"))
    )

    def tell() -> Told:
        return (
            {
                "subject": person,
                "relation": "post",
                "object": states.said(random, state),
                "post": random.choice(posts[:2]),
            },
            "asserted",
            "",
        )

    return tell


def _tallies(random: Random, states: States, fact: int) -> Callable[[], Told]:
    place, compiler, year = f"{word(random)} {word(random)}", f"{word(random)} Monitor", random.randint(2000, 2020)
    since = f"{year}-{random.randint(1, 12):02}"

    def tell() -> Told:
        as_of = day_of(random, year + 1)
        value = 100 * (int(as_of[5:7]) * 31 + int(as_of[8:]))
        cells: dict[str, Value] = {"measure": "killed", "value": value, "bound": random.choice(("exact", "at least"))}
        cells |= {"population": random.choice(("people", "civilians")), "place": place, "since": since, "as_of": as_of}
        if random.random() < 0.8:
            cells["compiler"] = compiler
        return cells, "asserted", f"{since}/{as_of}"

    return tell


def _incidents(random: Random, states: States, fact: int) -> Callable[[], Told]:
    place, state, day = (
        f"{word(random)} {word(random)}",
        random.choice(states.all),
        day_of(random, random.randint(2000, 2020)),
    )
    killed = random.randint(1, 90)

    def tell() -> Told:
        cells: dict[str, Value] = {"kind": random.choice(("air strike", "attack")), "place": place}
        if random.random() < 0.7:
            cells["actor"] = random.choice((states.said(random, state), f"{state} army"))
        if random.random() < 0.5:
            cells["killed"] = killed + random.randint(0, 2)
        return cells, "asserted", roughly(random, day)

    return tell


def _meetings(random: Random, states: States, fact: int) -> Callable[[], Told]:
    guest, host = f"{word(random)} {word(random)}", random.choice(states.all)
    place, day = word(random), day_of(random, random.randint(2000, 2020))

    def tell() -> Told:
        cells: dict[str, Value] = {"kind": "visit", "guest": guest, "host": states.said(random, host)}
        if random.random() < 0.5:
            cells["place"] = place
        planned = random.random() < 0.2
        return cells, "planned" if planned else "asserted", roughly(random, day)

    return tell


def _agreements(random: Random, states: States, fact: int) -> Callable[[], Told]:
    parties = random.sample(states.all, 2)
    topic, day = f"{word(random)} {word(random)} gas pipeline", day_of(random, random.randint(2000, 2020))

    def tell() -> Told:
        random.shuffle(parties)
        subject = random.choice((topic, f"construction of the {topic}", f"a deal on the {topic}"))
        said: tuple[str, ...] = tuple(states.said(random, party) for party in parties)
        stage = random.choice(("agreed", "signed"))
        return (
            {"parties": said, "kind": "contract", "subject": subject, "stage": stage},
            "asserted",
            roughly(random, day),
        )

    return tell


def _measures(random: Random, states: States, fact: int) -> Callable[[], Told]:
    imposer, target = random.choice(states.all), f"{word(random)} {word(random)}"
    day = day_of(random, random.randint(2000, 2020))

    def tell() -> Told:
        stage = random.choice(("announced", "imposed", "in force"))
        cells: dict[str, Value] = {"imposer": states.said(random, imposer), "target": target, "kind": "sanctions"}
        return {**cells, "stage": stage}, "asserted", "" if stage == "in force" else roughly(random, day)

    return tell


def _votes(random: Random, states: States, fact: int) -> Callable[[], Told]:
    question, day = f"resolution on {word(random)} {word(random)}", day_of(random, random.randint(2000, 2020))
    counts: dict[str, Value] = {"for": random.randint(60, 140), "against": random.randint(0, 20)}

    def tell() -> Told:
        body = random.choice(("United Nations General Assembly", "UN General Assembly", "General Assembly"))
        said = random.choice((question, f"a {question}", f"draft {question}"))
        return {"body": body, "question": said, **counts}, "asserted", roughly(random, day)

    return tell


def _positions(random: Random, states: States, fact: int) -> Callable[[], Told]:
    speaker, words = f"{word(random)} {word(random)}", [word(random).lower() for _ in range(12)]
    day = day_of(random, random.randint(2000, 2020))

    def tell() -> Told:
        content = " ".join(words[: random.choice((12, 12, 10, 8))])
        return {"speaker": speaker, "form": "direct", "content": content}, "asserted", day

    return tell


def _figures(random: Random, states: States, fact: int) -> Callable[[], Told]:
    entity, year = random.choice(states.all), str(random.randint(1990, 2020))
    measure = f"{word(random)} budget"

    def tell() -> Told:
        cells: dict[str, Value] = {"measure": random.choice((measure, f"the {measure}")), "unit": "USD"}
        return {**cells, "entity": states.said(random, entity), "value": 1_000_000 + fact}, "asserted", year

    return tell


TELLERS: Final[Mapping[str, Callable[[Random, States, int], Callable[[], Told]]]] = {
    "transfers": _transfers,
    "affiliations": _affiliations,
    "tallies": _tallies,
    "incidents": _incidents,
    "meetings": _meetings,
    "agreements": _agreements,
    "measures": _measures,
    "votes": _votes,
    "positions": _positions,
    "figures": _figures,
}


if __name__ == "__main__":
    main()
