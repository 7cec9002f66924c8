"""A small invented desk: reports that disagree in every way, as documents and claims brought along.

No language model is needed. Countries, people and goods are invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from muniment.pipeline.case import Case

REPORTS: Final[Mapping[str, tuple[str, str, str]]] = {
    "morning": (
        "Morning Post",
        "2020-05-02",
        "Ruritania delivered 6 Z-9 jets to Fenwick, the air force said. Fenwick has 3 M-5 radars from Ruritania. "
        "The radars came in spring.\n\n"
        "Fenwick's defence minister, Martin Holgersen, visited Ruritania on April 30. Ruritania and Fenwick signed an "
        "agreement on air defence. The storm in Norburg killed 40 people. Ruritania also delivered fighter jets to "
        "Oland, whose spokesman, Peder Dalgren, said so.\n",
    ),
    "evening": (
        "Evening Star",
        "2020-05-03",
        "Fenwick got 8 Z-9 jets from Ruritania, analyst Jo Lund said. Ruritania sold 9 K-4 tanks to Fenwick, Jo Lund "
        "said. Defence minister Martin Holgerson welcomed them.\n\nRuritania supplied 4 M-5 radars to Fenwick. "
        "The storm in Norburg killed 52 people. Oland got jets from Ruritania, said Oland's spokesman Peder "
        "Dralgren.\n",
    ),
    "weekly": (
        "The Weekly",
        "2020-05-08",
        "Jo Lund told us that Ruritania sold 12 K-4 tanks to Fenwick. The \u202edeal is \x1b[2Jold.\n\n"
        "Ruritania supplied 5 M-5 radars to Fenwick, and 6 M-5 radars went to Fenwick from Ruritania.\n",
    ),
}
_SALE: Final = {"supplier": "Ruritania", "recipient": "Fenwick", "status": "delivered"}
_STORM: Final = {"measure": "killed", "bound": "exact", "population": "people", "place": "Norburg"}


def _jets(doc: str, evidence: str, number: int, item: str, source: str = "") -> dict[str, Any]:
    cells = {**_SALE, "item": item, "quantity_delivered": number}
    return {"doc": doc, "register": "transfers", "evidence": evidence, "cells": cells, "source": source}


CLAIMS: Final[tuple[dict[str, Any], ...]] = (
    _jets("morning", "Ruritania delivered 6 Z-9 jets to Fenwick", 6, "Z-9 jets", "the air force"),
    _jets("evening", "Fenwick got 8 Z-9 jets from Ruritania", 8, "Z-9 jets", "Jo Lund"),
    _jets("evening", "Ruritania sold 9 K-4 tanks to Fenwick", 9, "K-4 tanks", "Jo Lund"),
    _jets("weekly", "Ruritania sold 12 K-4 tanks to Fenwick", 12, "K-4 tanks", "Jo Lund"),
    _jets("weekly", "Ruritania supplied 5 M-5 radars to Fenwick", 5, "M-5 radars"),
    _jets("weekly", "6 M-5 radars went to Fenwick from Ruritania", 6, "M-5 radars"),
    {
        "doc": "morning", "register": "tallies", "evidence": "The storm in Norburg killed 40 people",
        "cells": {**_STORM, "value": 40}, "date": "2020-05-01",
    },
    {
        "doc": "evening", "register": "tallies", "evidence": "The storm in Norburg killed 52 people",
        "cells": {**_STORM, "value": 52}, "date": "2020-05-01",
    },
    {
        "doc": "morning", "register": "affiliations", "evidence": "Fenwick's defence minister, Martin Holgersen",
        "cells": {"subject": "Martin Holgersen", "relation": "post", "object": "Fenwick", "post": "defence minister"},
    },
    {
        "doc": "evening", "register": "affiliations", "evidence": "Defence minister Martin Holgerson",
        "cells": {"subject": "Martin Holgerson", "relation": "post", "object": "Fenwick", "post": "defence minister"},
    },
    {
        "doc": "morning", "register": "meetings", "date": "2020-04-30",
        "evidence": "Fenwick's defence minister, Martin Holgersen, visited Ruritania on April 30",
        "cells": {"kind": "visit", "guest": "Martin Holgersen", "host": "Ruritania"},
    },
    {
        "doc": "morning", "register": "agreements",
        "evidence": "Ruritania and Fenwick signed an agreement on air defence",
        "cells": {
            "parties": ["Fenwick", "Ruritania"], "kind": "agreement", "subject": "air defence", "stage": "signed",
        },
    },
    {
        "doc": "morning", "register": "transfers", "evidence": "Ruritania also delivered fighter jets to Oland",
        "cells": {**_SALE, "recipient": "Oland", "item": "fighter jets"}, "source": "Peder Dalgren",
    },
    {
        "doc": "evening", "register": "transfers", "evidence": "Oland got jets from Ruritania",
        "cells": {**_SALE, "recipient": "Oland", "item": "jets"}, "source": "Peder Dralgren",
    },
    {
        "doc": "morning", "register": "affiliations", "evidence": "Oland, whose spokesman, Peder Dalgren",
        "cells": {"subject": "Peder Dalgren", "relation": "post", "object": "Oland", "post": "spokesman"},
    },
    {
        "doc": "evening", "register": "affiliations", "evidence": "Oland's spokesman Peder Dralgren",
        "cells": {"subject": "Peder Dralgren", "relation": "post", "object": "Oland", "post": "spokesman"},
    },
    {
        "doc": "weekly", "register": "positions", "evidence": "The \u202edeal is \x1b[2Jold",
        "cells": {"speaker": "Jo Lund", "form": "direct", "content": "The \u202edeal is \x1b[2Jold"},
    },
)  # fmt: skip


def write_reports(folder: Path) -> Path:
    """Writes the reports as text files with their metadata beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for name, (publisher, published, text) in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        lines.append({"file": f"{name}.txt", "publisher": publisher, "published": published})
    written = "".join(json.dumps(line) + "\n" for line in lines)
    (folder / "metadata.jsonl").write_text(written, encoding="utf-8")
    return folder


def lines() -> Iterator[str]:
    """The claims as `muniment import` takes them; their ids are c1, c2, ..."""
    for number, claim in enumerate(CLAIMS, 1):
        yield json.dumps({"source": "", "modality": "asserted", "date": "", "id": f"c{number}", **claim})


def fill(case: Case, folder: Path) -> None:
    """Reads the reports into a case, and imports the claims."""
    case.read([str(write_reports(folder))], extract=False)
    report = case.import_claims(lines())
    assert len(report.admitted) == len(CLAIMS), report.refused
