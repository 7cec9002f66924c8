"""`make notebook`: the errors by cause and register, then each sentence with what it should give and what it gives.

python -m tests.claims.notebook [CAUSE or REGISTER]...
"""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML

from muniment.claims import extract
from muniment.language import load_analyser
from muniment.schema.claim import Claim
from muniment.schema.document import Document
from tests.claims.notebook import CAUSES, FOLDER, MENDED, PUBLISHED, Entry, entries


def read(texts: Sequence[str]) -> dict[str, tuple[Claim, ...]]:
    """The claims of each text."""
    found = {}
    for text, analysis in zip(texts, load_analyser().analyse(texts), strict=True):
        document = Document(id=Document.id_of(text), name="notebook", text=text, published=PUBLISHED)
        found[text] = extract(document, analysis).claims
    return found


def summary(some: Sequence[Entry]) -> Iterator[str]:
    """A table: how many entries a register has of each cause."""
    counts = Counter((entry.register, entry.cause) for entry in some)
    registers = list(dict.fromkeys(entry.register for entry in some))
    yield f"{'':14}" + "".join(f"{cause:>9}" for cause in CAUSES) + f"{'all':>6}"
    for name in [*registers, "all"]:
        of = [sum(counts[one, cause] for one in registers if name in (one, "all")) for cause in CAUSES]
        yield f"{name:14}" + "".join(f"{count or '':>9}" for count in of) + f"{sum(of):6}"


def told(entry: Entry, claims: Sequence[Claim]) -> Iterator[str]:
    """One entry with what it gives now."""
    yield f"{entry.register}, {entry.cause}: {entry.why}"
    yield f"  “{entry.text}”"
    yield f"  expected: {_cells(entry.expect)}" if entry.expect is not None else f"  wrong:    {_cells(entry.refuse)}"
    own = [claim for claim in claims if claim.register == entry.register]
    for claim in own:
        beside = {"source": claim.source, "modality": claim.modality, "date": claim.date}
        cells = {name: cell.value for name, cell in claim.cells.items()} | beside
        yield f"  got:      {_cells(cells)} by {claim.frame}"
    if not own:
        yield "  got:      nothing"


def move_mended() -> list[Entry]:
    """Moves the entries that read right from the files of their registers to mended.yaml, and returns them."""
    known = list(entries())
    claims = read(list(dict.fromkeys(entry.text for entry in known)))
    right = [entry for entry in known if entry.reads_right(claims[entry.text])]
    yaml = YAML()  # keeps the files as people wrote them
    yaml.preserve_quotes, yaml.width = True, 1000
    shelf = yaml.load(FOLDER / MENDED) or {}
    for entry in right:
        file = FOLDER / f"{entry.register}.yaml"
        kept = yaml.load(file)
        place = [fields["text"] for fields in kept].index(entry.text)
        shelf.setdefault(entry.register, []).append(kept.pop(place))
        yaml.dump(kept, file)
    yaml.dump(shelf, FOLDER / MENDED)
    return right


def _cells(cells: Mapping[str, Any] | None) -> str:
    return " · ".join(f"{name}: {value}" for name, value in (cells or {}).items() if value or value == 0) or "any"


def main(wanted: Sequence[str]) -> None:
    """Prints the whole notebook, or the part of some registers or causes, or what is mended."""
    if wanted == ["mended"]:
        print("\n".join(f"mended: {entry.register}, {entry.cause}: “{entry.text}”" for entry in move_mended()))
        return
    some = [entry for entry in entries() if not wanted or {entry.register, entry.cause} & set(wanted)]
    print("\n".join(summary(some)))
    claims = read(list(dict.fromkeys(entry.text for entry in some)))
    for entry in sorted(some, key=lambda entry: CAUSES.index(entry.cause)):
        print("", *told(entry, claims[entry.text]), sep="\n")


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # quiet where `head` has seen enough
    main(sys.argv[1:])
