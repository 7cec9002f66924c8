"""Who the sides of an agreement are where other sentences name them: "the two countries", "six-party talks"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from muniment.claims.clauses.predicates import Predicate
from muniment.claims.naming.nations import party
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.claims.shelf import between
from muniment.schema.claim import Cell
from muniment.schema.span import Span
from muniment.vocabulary.countries import capital, country, demonym

_TWO: Final = re.compile(
    r"\b(?:(?:the|these) two (?:[\w-]+ ){0,2}?|both )(?:countries|sides|nations|states|governments|leaders|presidents|"
    r"ministers|neighbou?rs|parties|premiers|diplomats|officials)\b|\b(?:bilateral|each other|each other's)\b",
    re.IGNORECASE,
)
_COUNTS: Final = ("", "", "two", "three", "four", "five", "six", "seven", "eight")
_SIDED: Final = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_COUNTS[2:])})|(?P<digit>[2-8]))[- ](?:party|way|nation|country|power|sided)\b",
    re.IGNORECASE,
)
# Characters before a noun in which the words that count its sides stand ("six-party disarmament |talks").
_BEFORE: Final = 40
_NATIONS: Final = frozenset({"country", "nationality"})


def pair(reading: Reading, head: int) -> Cell | None:
    """The two countries that the text has named most so far, where the sentence speaks of "the two countries" or of
    something bilateral."""
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[head]]
    found = _TWO.search(reading.text, sentence.start, sentence.end)
    if found is None:
        return None
    before = [mention for mention in reading.mentions if mention.start < sentence.end]
    ranked = Counter(m.value for m in before if m.type in _NATIONS).most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[1][1] == ranked[2][1]):
        return None
    return Cell((ranked[0][0], ranked[1][0]), Span(found.start(), found.end()))


def sided(reading: Reading, head: int) -> tuple[int, Cell | None]:
    """How many sides the phrase of an event noun counts ("six-party talks": 6; 0 for none), and the countries that the
    only sentence with so many of them lists."""
    tree = reading.tree
    noun, sentence = tree.tokens[head], tree.sentences[tree.sentence_of[head]]
    told = _SIDED.search(reading.text, max(sentence.start, noun.start - _BEFORE), noun.end)
    if told is None:
        return 0, None
    count = int(told["digit"]) if told["digit"] else _COUNTS.index(told["word"].lower())
    lists = {tuple(sorted(names)): names for names in _lists(reading) if len(names) == count}
    names = next(iter(lists.values())) if len(lists) == 1 else None
    return count, None if names is None else Cell(tuple(names), Span(told.start(), told.end()))


def _lists(reading: Reading) -> list[list[str]]:
    """The countries of each sentence, in text order."""
    return [
        list(
            dict.fromkeys(
                mention.value
                for mention in between(reading.mentions, sentence.start, sentence.end)
                if mention.type in _NATIONS and sentence.start <= mention.start
            )
        )
        for sentence in reading.tree.sentences
    ]


# Where the words around an event noun name its parties.
_PARTIES: Final = ("subject", "host subject", "with", "between", "among", "by", "possessor", "compound", "modifier")
_NAMED: Final = frozenset({"country", "organisation", "person"})


def may_be_sides(reading: Reading, predicate: Predicate, sides: Cell) -> bool:
    """False where the words around an event noun name somebody who is not of those taken over from elsewhere: "WTO
    talks" and "Oman signed a pact" are not about the two who met before."""
    told = sides.value if isinstance(sides.value, tuple) else (str(sides.value),)
    for head in (head for function in _PARTIES for head in predicate.get(function)):
        entity = party(reading, head)
        if entity is None or entity.how == "phrase":
            continue
        if entity.type in _NAMED and entity.value not in told and state_of(reading, entity.value) not in told:
            return False
    return True


def fullest(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals in their order without agreements that another, told in the same words, tells with more parties:
    "won a contract" beside "won a contract from Oman"."""
    listed = list(proposals)
    pacts = [proposal for proposal in listed if proposal.register == "agreements"]
    return [one for one in listed if one.register != "agreements" or not any(_is_less(one, other) for other in pacts)]


def _is_less(one: Proposal, other: Proposal) -> bool:
    if one.evidence.start < other.evidence.start or one.evidence.end > other.evidence.end:
        return False
    same = all(one.cells.get(cell) == other.cells.get(cell) for cell in ("kind", "stage"))
    return same and _parties(one) < _parties(other)


def _parties(proposal: Proposal) -> set[str]:
    value = proposal.cells["parties"].value if "parties" in proposal.cells else ()
    return set(value) if isinstance(value, tuple) else {str(value)}


def state_of(reading: Reading, name: str) -> str:
    """The state that somebody acts for: by office ("Ann Reed", its minister) or by name ("Chadian officials"); else
    the name itself."""
    if name in reading.homes:
        return reading.homes[name]
    first, _, rest = name.partition(" ")
    word = first.removesuffix("'s").removesuffix("’s")
    known = (demonym(word) or country(word) or capital(word)) if rest.islower() else None
    return name if known is None else known.name
