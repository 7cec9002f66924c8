"""The extractor that asks a language model: passages out, answers in, claims that stand in the document kept."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Sequence
from functools import partial
from itertools import islice
from typing import Final

from muniment.claims.llm import BrokenAnswer, Reader, grounded, instructions, passages, question, schema
from muniment.language.sentences import sentences
from muniment.pipeline.extractor import Extract, Extracted, Extractor, NotExtracted
from muniment.pipeline.fingerprint import fingerprint
from muniment.pipeline.llm.client import Client, Said, Unanswered
from muniment.pipeline.llm.endpoint import Endpoint
from muniment.pipeline.status import Spent
from muniment.schema.claim import Claim, Refusal
from muniment.schema.document import Document
from muniment.schema.span import Span
from muniment.version import __version__
from muniment.vocabulary.registers import registers

# What decides, beside prompt and model, what becomes of an answer. Not the frames: a better one is no reason to pay
# again.
PACKAGES: Final = ("text", "claims/llm")
# Some 800,000 characters, an hour of a model's time and more: a book or a dump, hardly a report.
MOST_PASSAGES: Final = 200
_SMALLEST: Final = 400  # characters of a passage that is still worth halving
_AGAIN: Final = "\n\nYour last answer could not be read. Answer with the JSON object alone."


def llm_extractor(endpoint: Endpoint) -> Extractor:
    """The extractor over an endpoint. Asks nothing yet.

    Its version names the model and the prompt, registers included: where one of them changes, documents are read again.
    """
    asked = instructions(registers().values()) + json.dumps(schema(registers().values()))
    prompt = hashlib.sha256(asked.encode("utf-8")).hexdigest()[:8]
    version = f"{__version__}+{fingerprint(PACKAGES)}.{prompt}.{endpoint.llm}"
    return Extractor("llm", version, partial(load_llm, endpoint=endpoint), waits=True)


def load_llm(threads: int = 0, *, endpoint: Endpoint) -> Extract:
    """The function that reads a document with the model at `endpoint`. `threads` says nothing here.

    It raises NotExtracted for what ends one document, EndpointError for what ends the run.
    """
    told = instructions(registers().values())
    client = Client(endpoint, schema(registers().values()))

    def run(document: Document) -> Extracted:
        return _Work(client, told, f"llm:{endpoint.llm}", document).done()

    return run


class _Work:
    """One document on its way through the model."""

    def __init__(self, client: Client, told: str, proposer: str, document: Document) -> None:
        self._client = client
        self._told = told
        self._proposer = proposer
        self._document = document
        self._reader = Reader(document)
        self._spent = Spent()

    def done(self) -> Extracted:
        """Every passage asked about. A document counts as read only whole: half of one would look like silence."""
        waiting = deque(islice(passages(self._document), MOST_PASSAGES + 1))
        if len(waiting) > MOST_PASSAGES:
            raise NotExtracted(f"longer than {MOST_PASSAGES} passages for a language model; cut it", self._spent)
        claims: dict[str, Claim] = {}
        refusals: list[Refusal] = []
        while waiting:
            passage = waiting.popleft()
            found = self._read(passage)
            if found is None:
                waiting.extendleft(reversed(self._halves(passage)))
                continue
            for one in found:
                if isinstance(one, Claim):
                    claims.setdefault(one.id, one)
                else:
                    refusals.append(one)
        ordered = sorted(claims.values(), key=lambda claim: (claim.evidence, claim.register, claim.id))
        return Extracted(tuple(ordered), tuple(refusals), self._sentences(), self._spent)

    def _read(self, passage: Span) -> Sequence[Claim | Refusal] | None:
        """What the model's answer about a passage comes to; None where the answer ran out of room."""
        asked = question(self._document, passage)
        for again in ("", _AGAIN):
            said = self._ask(asked + again)
            if said.cut:
                return None
            try:
                return list(grounded(self._reader, passage, said.text, self._proposer))
            except BrokenAnswer as broken:
                trouble = str(broken)
        raise NotExtracted(f"{self._where(passage)}: {trouble}, twice", self._spent)

    def _ask(self, asked: str) -> Said:
        try:
            said = self._client.ask([{"role": "system", "content": self._told}, {"role": "user", "content": asked}])
        except Unanswered as error:
            raise NotExtracted(str(error), self._spent) from None
        self._spent += said.spent
        return said

    def _halves(self, passage: Span) -> list[Span]:
        size = (passage.end - passage.start) // 2 + 1
        halves = list(passages(self._document, size, passage)) if size * 2 > _SMALLEST else []
        if len(halves) < 2:
            raise NotExtracted(f"{self._where(passage)}: the answer ran out of room", self._spent)
        return halves

    def _sentences(self) -> int:
        skip = [(mark.span.start, mark.span.end) for mark in self._document.furniture]
        return sum(1 for _ in sentences(self._document.text, skip))

    @staticmethod
    def _where(passage: Span) -> str:
        return f"characters {passage.start}–{passage.end}"
