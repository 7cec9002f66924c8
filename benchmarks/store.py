"""How fast a case is written to and read: documents and claims a second, without reading a word of any document.

    python benchmarks/store.py [--case FILE_OR_URL] [--documents N] [--claims N]

One transaction a document, as `muniment read` does it. Without --case a file in a temporary folder, removed afterwards;
a case that is named must be new, and stays. PostgreSQL: `--case postgresql://user@host/an_empty_database`.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from muniment.ledger.store.open import Store, open_store
from muniment.ledger.store.rows import basis_of, metadata_of
from muniment.ledger.store.view import View
from muniment.ledger.store.write import NewReading, Writer
from muniment.schema.claim import Cell, Claim, claim_id
from muniment.schema.document import Document
from muniment.schema.span import Span

WORDS = "Ruritania delivered six patrol boats to Fenwick in March, officials said on Monday. "


def main() -> None:
    """Runs the benchmark and prints one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--case")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--claims", type=int, default=25, help="claims a document")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(options.case or str(Path(folder) / "benchmark.db"), options.documents, options.claims)


def measure(place: str, documents: int, claims: int) -> None:
    """Writes and reads so many documents with so many claims each at `place`."""
    with timed("making the case", 1):
        store = open_store(place, create=True)
    with timed("writing documents", documents):
        for number in range(documents):
            write(store, number, claims)
    store.close()
    with timed("opening it again", 1):
        store = open_store(place)
    with store.viewing() as connection, timed("reading all claims", documents * claims):
        found = sum(1 for _ in View(connection).claims())
    store.close()
    assert found == documents * claims, found


def write(store: Store, number: int, claims: int) -> None:
    """One document with its reading, as the pipeline keeps it."""
    text = WORDS * claims + str(number)
    document = Document(id=Document.id_of(text), name=f"d{number:06}", text=text, origin=f"in/{number}.txt")
    found = tuple(claim(document.id, rank * len(WORDS)) for rank in range(claims))
    with store.writing() as connection:
        writer = Writer(connection)
        writer.file(document, text.encode())
        reading = NewReading(document.id, basis_of(metadata_of(document)), "read", "", claims, found)
        writer.reading(writer.run("benchmark", "1"), reading)


def claim(document: str, at: int) -> Claim:
    """A delivery that the words at `at` give."""
    said = (("supplier", 0, 9), ("quantity_delivered", 20, 23), ("item", 24, 36), ("recipient", 40, 47))
    cells = {name: Cell(WORDS[start:end], Span(at + start, at + end)) for name, start, end in said}
    evidence = Span(at, at + len(WORDS) - 1)
    id = claim_id(
        document, "transfers", evidence, {name: cell.value for name, cell in cells.items()}, "", "asserted", ""
    )
    return Claim(id, document, "transfers", evidence, cells, frame="transfers.deliver", confidence=0.9)


@contextmanager
def timed(what: str, number: int) -> Iterator[None]:
    """Prints how long the block took, and how many a second."""
    started = time.perf_counter()
    yield
    seconds = time.perf_counter() - started
    print(f"{what:24}{seconds:>9.3f} s{number / seconds:>12,.0f} a second")


if __name__ == "__main__":
    main()
