"""The organisations of one document by name: acronyms and short names to full ones."""

from __future__ import annotations

import re

from muniment.text.names import acronym_of
from muniment.vocabulary.organisations import Organisation, organisation

_BRACKETED = re.compile(r"\(\s*([A-Z][A-Za-z&.-]{1,9})\s*\)")
# "KMU (Kilusang Mayo Uno)": the name in the brackets behind its initials.
_SPELT_OUT = re.compile(
    r"\b([A-Z][A-Z.]{1,8})\s\(((?:[A-Z][\w'’-]+\s(?:(?:of|the|and|for|in)\s){0,2}){1,7}[A-Z][\w'’-]+)\)"
)
# What may follow a short name in the full one: "Ministry of Defence" of Ghana; hardly "University of Ghana" Press.
_GOES_ON = frozenset(
    "of for on in to and against & co co. company corp corp. corporation group inc inc. ltd plc".split()
)


class Organisations:
    """Names of organisations as the document writes them. Offsets are characters of the document."""

    def __init__(self) -> None:
        self._all: list[tuple[int, str]] = []
        self._beginning: dict[str, list[tuple[list[str], str]]] = {}  # names by their first word
        self._acronyms: dict[str, str] = {}
        self._written: dict[str, str] = {}

    def enter(self, start: int, words: str) -> None:
        """Takes in one mention."""
        self._all.append((start, words))
        parts = words.split()
        self._beginning.setdefault(parts[0] if parts else "", []).append((parts, words))

    def read_acronyms(self, text: str) -> None:
        """Learns the acronyms in brackets behind names: any in capitals right behind one ("Islamic Defenders' Front
        (FPI)", its initials in another language), those made of initials a little further off too."""
        for found in _BRACKETED.finditer(text):
            short = found[1].replace(".", "")
            for start, name in reversed(self._all):
                end = start + len(name)
                if not start < found.start() <= end + 6:
                    continue
                touching = short.isupper() and not text[end : found.start()].strip() and short != name
                if touching or acronym_of(short, name):
                    self._acronyms.setdefault(short, name)
                    break
        for found in _SPELT_OUT.finditer(text):
            short = found[1].replace(".", "")
            if acronym_of(short, found[2]):
                self._acronyms.setdefault(short, found[2])

    def full(self, name: str) -> str:
        """The fullest form: spelt-out acronym, known name, longer name in the document."""
        short = name.replace(".", "")
        if short in self._acronyms:
            return self._acronyms[short]
        known = organisation(name) or organisation(short)
        if known is not None:
            return self._as_written(known)
        words = name.split()
        for longer, other in self._beginning.get(words[0], ()) if len(words) > 1 else ():
            if len(words) >= len(longer) or longer[: len(words)] != words:
                continue
            if longer[len(words)].lower() in _GOES_ON:
                return other
        return name

    def _as_written(self, known: Organisation) -> str:
        """The longest name the document itself uses for a known organisation: "UN Security Council", "NATO". The ledger
        knows which names are one body's; only a union of states stands by its full name, as a state does."""
        if known.name not in self._written:
            forms = {words for _, words in self._all if organisation(words) == known}
            longest = max(forms, key=lambda words: (len(words), words), default="")
            in_full = not longest or (" " not in longest and known.name in UNIONS)
            self._written[known.name] = known.name if in_full else longest
        return self._written[known.name]


# "the U.N.", "the EU": spelt out whatever the document writes, like "the U.S.".
UNIONS = frozenset({"United Nations", "European Union", "African Union", "Palestinian Authority"})
