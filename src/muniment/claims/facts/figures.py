"""The figures register: money, shares and rates that the document states of somebody or something.

Numbers that other registers have a cell for (people harmed, weapons delivered, votes) are theirs; this module reads
amounts of money, percentages and measures that hang on a noun or a verb of amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from muniment.claims.arms import is_about_arms
from muniment.claims.clauses.factuality import modality_of
from muniment.claims.clauses.predicates import VERBAL, Predicate, predicate_at
from muniment.claims.clauses.tree import LOOSE, Tree
from muniment.claims.clauses.when import date_of
from muniment.claims.facts.owners import nearest_name, owner
from muniment.claims.naming.spans import trim
from muniment.claims.phrases import HARDWARE, entity_for, is_weapon
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell, Modality
from muniment.schema.span import Span
from muniment.text.amounts import Amount

# "a 5 percent rise": the measure is what rose, so these nouns look through to their complement.
CHANGE = frozenset("rise increase growth fall drop decline decrease jump surge gain loss share portion part".split())
# Counts of people and things below this are prose ("two brothers", "three times"), not figures; chosen on gold/train
# A to D, where two of three counts from ten up were kept by the annotators and one of six below.
LEAST_COUNT = 10
UNIT_COUNT = "count"
SHARE = "%"
_OF: Final = re.compile(
    r"\s+of\s+(?!(?:the\s+)?(?:(?:19|20)\d\d|year|month|week|day|hour)\b)"
    r"(?:the\s+|its\s+|their\s+|all\s+|\w+(?:'s|’s)\s+)*\w",
    re.IGNORECASE,
)
# Smaller sums are what somebody paid for a ticket.
LEAST_DEED = 10_000
# What money is to whoever does this with it: "invested 170 million dollars".
DEEDS: Final = {
    "invest": "investment", "spend": "spending", "lose": "loss", "donate": "donation", "pay": "payment",
    "earn": "earnings", "owe": "debt", "allocate": "allocation", "pledge": "pledge", "contribute": "contribution",
    "borrow": "borrowing", "lend": "lending", "raise": "funds raised", "grant": "grant", "fine": "fine",
    "award": "award",
}  # fmt: skip
# Units of time and distance say when and where, not how much.
PASSING = frozenset(
    """age year month week day hour minute second decade km mile m cm mm nautical_mile foot metre kilometre
    century""".split()
)


def figures(reading: Reading, taken: Sequence[Proposal]) -> Iterator[Proposal]:
    """One proposal for each amount whose measure and entity the clause names; amounts that stand in a cell of the
    proposals `taken` belong to their registers."""
    deals = [proposal.evidence for proposal in taken if proposal.register == "transfers"]
    spoken_for = [cell.span for proposal in taken for cell in proposal.cells.values() if _is_number(cell)]
    for amount in reading.amounts:
        span = Span(amount.start, amount.end)
        if _is_figure(reading, amount) and not any(other is not None and span.overlaps(other) for other in spoken_for):
            proposal = _figure(reading, amount, deals)
            if proposal is not None:
                yield from _ends(proposal, amount)


def _ends(proposal: Proposal, amount: Amount) -> Iterator[Proposal]:
    """The proposal; a range gives two, at least the lower and up to the upper end."""
    if amount.high is None:
        yield proposal
        return
    span = Span(amount.start, amount.end)
    for value, bound in ((amount.value, "at least"), (amount.high, "up to")):
        yield replace(proposal, cells={**proposal.cells, "value": Cell(value, span), "bound": Cell(bound, span)})


def _is_number(cell: Cell) -> bool:
    return isinstance(cell.value, (int, float))


def _is_figure(reading: Reading, amount: Amount) -> bool:
    if amount.kind == "fraction":
        behalf = reading.text[max(0, amount.start - 4) : amount.start].rstrip().endswith(" be")  # "on be half of"
        return _OF.match(reading.text, amount.end) is not None and not behalf
    if amount.kind in {"money", "percent"}:
        return bool(amount.unit)
    if amount.kind == "count":
        return amount.value >= LEAST_COUNT and float(amount.value).is_integer()  # points of an index count nothing
    return amount.kind == "measure" and amount.unit.replace(" ", "_") not in PASSING


def _figure(reading: Reading, amount: Amount, deals: Sequence[Span]) -> Proposal | None:
    tree = reading.tree
    inside = tree.within(amount)
    if (
        not inside
        or _is_label(reading, amount, inside)
        or _is_repeated(reading, amount)
        or _is_year(reading, amount)
        or _is_score(reading, amount)
        or _is_of_a_market(reading, inside[0])
    ):
        return None
    top = tree.top(inside)
    deed = _deed(reading, amount, top, set(inside))
    found = _measure(reading, top, set(inside)) if deed is None else (deed, predicate_at(tree, deed))
    if (
        found is None
        or _is_of_others(reading, found[0], found[1])
        or _is_of_a_deal(reading, amount, top, found[0], deals)
        or not _measures(reading, found[0], amount)
    ):
        return None
    if deed is None:
        measure = _words(reading, found[0], set(inside))
    else:
        measure = Cell(DEEDS[tree.tokens[deed].lemma.lower()], tree.span([deed]))
    entity = owner(reading, found[0] if deed is None else -1, found[1])
    if entity is None and deed is None:
        entity = nearest_name(reading, top)
    return None if entity is None else _told(reading, amount, top, found[1], {"measure": measure, "entity": entity})


def _told(
    reading: Reading, amount: Amount, top: int, predicate: Predicate, named: Mapping[str, Cell]
) -> Proposal | None:
    modality: Modality = modality_of(reading.tree, predicate)
    bound = amount.bound
    if modality == "denied" and predicate.lemma in {"exceed", "surpass", "top"}:
        modality, bound = "asserted", "up to"  # "does not exceed 40 percent"
    elif modality == "denied" and top < predicate.head:
        modality = "asserted"  # "half of the voters did not vote": the half is not denied
    date, date_span = date_of(reading, predicate, modality)
    span = Span(amount.start, amount.end)
    unit = SHARE if amount.kind == "fraction" else amount.unit or UNIT_COUNT
    cells = {**named, "value": Cell(amount.value, span), "unit": Cell(unit, span), "bound": Cell(bound, span)}
    if date and date_span is not None:
        cells["period"] = Cell(date, date_span)
    sentence = reading.tree.sentences[reading.tree.sentence_of[top]]
    spans = [cell.span for cell in cells.values() if cell.span is not None and sentence.start <= cell.span.start]
    evidence = Span(min(s.start for s in spans), max(s.end for s in spans))
    if evidence.end > sentence.end:
        return None
    return Proposal("figures", f"figures.{amount.kind}", evidence, cells, modality, date=date, date_span=date_span)


def _deed(reading: Reading, amount: Amount, top: int, inside: set[int]) -> int | None:
    """The verb of which a bare sum of money is the object, where it says what the money is: "lost nine million"."""
    tree = reading.tree
    token = tree.tokens[top]
    if amount.kind != "money" or amount.value < LEAST_DEED or token.head < 0:
        return None
    if token.deprel not in {"obj", "nsubj:pass"}:
        return None
    named = tree.tokens[token.head].lemma.lower() in DEEDS and _given_in(reading, top, inside) is None
    return token.head if named else None


UNITS = frozenset(
    """percent cent dollar euro pound kilogram kilo gram tonne ton litre liter barrel point percentage decibel ft m3
    degree knot peso yuan yen won rupee rouble ruble franc dinar rial riyal baht krona krone kronor kroner lira
    shekel dirham ringgit rand sol birr naira cedi taka dong kyat kina kip kwacha dram lari tenge hryvnia leu lev zloty
    kn kw mw gw kwh mwh mcm bcm hp rpm mhz ghz db psi kbit mbit word vote""".split()
)


def _measures(reading: Reading, noun: int, amount: Amount) -> bool:
    """False for what cannot be measured out: a name ("72 Typhoons"), a stretch of time, or somebody who only speaks
    of the amount ("the spokesman put it at twenty")."""
    token = reading.tree.tokens[noun]
    if token.lemma.lower() in PASSING | UNITS:
        return False
    if token.upos == "PROPN":
        return amount.kind == "count" and _is_people(reading, noun)
    inside = set(reading.tree.within(amount))
    counts = noun in inside or token.head in inside or bool(inside & set(reading.tree.subtree(noun)))
    return counts or not _is_people(reading, noun)


def _is_label(reading: Reading, amount: Amount, inside: Sequence[int]) -> bool:
    """True for a number that counts nothing: behind the noun that it tells from others of its kind ("Resolution 1718",
    "polonium 210"), or a coordinate."""
    if amount.kind != "count":
        return False
    around = reading.text[max(0, amount.start - 1) : amount.end + 1]
    noun = reading.tree.tokens[inside[0]].head
    return bool(_DEGREES.search(around)) or (noun == inside[0] - 1 and reading.tree.tokens[noun].upos in _NAMING)


_DEGREES: Final = re.compile("[°′″]")
_NAMING: Final = frozenset({"NOUN", "PROPN"})


def _is_repeated(reading: Reading, amount: Amount) -> bool:
    """True for the same sum in another currency: "10 billion pounds (14.8 billion euros)"."""
    if amount.kind != "money":
        return False
    bracket = reading.text.rfind("(", max(0, amount.start - 60), amount.start)
    sums = (other.end for other in reading.amounts if other.kind in {"money", "count"} and other.end <= bracket)
    before = max(sums, default=-1)
    return bracket >= 0 and ")" not in reading.text[bracket : amount.start] and bracket - before < 20 and before >= 0


def _is_score(reading: Reading, amount: Amount) -> bool:
    """True for a side of a result: "by 141 to 5", "won 3-1"; ranges are one amount and do not come here as two."""
    if amount.kind != "count":
        return False
    around = reading.text[max(0, amount.start - 8) : amount.end + 8]
    behind = reading.text[amount.end : amount.end + 16]
    return _SCORE.search(around) is not None or _SIDE.match(behind) is not None


_SCORE: Final = re.compile(r"\b\d+(?: votes?)?(?: to |-|–)\d+\b")
_SIDE: Final = re.compile(r"\s+(?:in favou?r|against|abstentions?|abstaining|ayes|noes)\b", re.IGNORECASE)


def _is_year(reading: Reading, amount: Amount) -> bool:
    """True for a bare number that reads as a year: "the 1978 guidelines"."""
    words = reading.text[amount.start : amount.end]
    return amount.kind == "count" and re.fullmatch(r"(?:1[89]|20)\d\d", words) is not None


def _is_of_a_market(reading: Reading, index: int) -> bool:
    """True in a sentence that tells how shares and bills were traded, which no register of states keeps."""
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[index]]
    words = {tree.tokens[at].text.lower() for at in range(sentence.first, sentence.last)}
    return len(words & _TRADED) > 1 or bool(words & _TRADED and words & _TRADING)


_TRADED: Final = frozenset(
    "index shares stocks bonds bills counters yield yields futures bourse turnover dow nikkei nasdaq ftse dax".split()
)
_TRADING: Final = frozenset(
    "closed close closing ended opened traded trading dealers points lower higher session maturity discount".split()
)


def _is_of_others(reading: Reading, noun: int, predicate: Predicate) -> bool:
    """True where the number counts people harmed, votes or weapons, which is the business of other registers even
    where they could not read it."""
    tree = reading.tree
    words = {tree.tokens[index].lemma.lower() for index in (noun, predicate.head, *predicate.chain[:1])}
    above = tree.tokens[noun].head
    behind = min(noun + 1, len(tree.tokens) - 1)
    if tree.tokens[behind].xpos == "VBN":
        words.add(tree.tokens[behind].lemma.lower())  # "dozens wounded"
    if above >= 0:
        words.add(tree.tokens[above].lemma.lower())
    words.update(tree.tokens[child].lemma.lower() for child in tree.kids(noun, "acl"))
    return bool(words & (HARM | VOTES)) or is_weapon(reading, noun)


def _is_of_a_deal(reading: Reading, amount: Amount, top: int, noun: int, deals: Sequence[Span]) -> bool:
    """True where the number says how many arms change hands or for how much: in a sentence that names a weapon, a count
    of nothing but hardware, or money that hangs on a deal. The transfers register has cells for both."""
    tree = reading.tree
    sentence = tree.sentences[tree.sentence_of[top]]
    if "|" in reading.text[sentence.start : sentence.end]:
        return True  # a row of a table, which states nothing
    money = amount.kind == "money"
    first = max(sentence.first - 1, 0) if money else top  # a price may stand in the sentence after the goods
    here = Span(sentence.start, sentence.end)
    armed = _is_armed(reading, first, top) or any(deal.overlaps(here) for deal in deals)
    lemma = tree.tokens[noun].lemma.lower()
    if not armed and is_about_arms(reading) and deals:
        armed = lemma in DEALS or bool(DEALS & {tree.tokens[index].lemma.lower() for index in tree.climb(top)})
    if not armed:
        return False
    if money:
        return any(tree.tokens[index].lemma.lower() in DEALS for index in (noun, top, *tree.climb(top)))
    counts_people = _is_people(reading, noun) and lemma not in HARDWARE and lemma != "fighter"
    return amount.kind == "count" and not counts_people and lemma not in COUNTABLE


def _is_people(reading: Reading, noun: int) -> bool:
    entity = entity_for(reading, noun)
    return entity is not None and (entity.type in {"person", "group"} or entity.how == "demonym")


def _is_armed(reading: Reading, first: int, last: int) -> bool:
    """True where the sentences of two tokens or any between them name a weapon."""
    tree = reading.tree
    start = tree.sentences[tree.sentence_of[first]].start
    end = tree.sentences[tree.sentence_of[last]].end
    return any(start <= weapon.start < end for weapon in reading.weapons)


# Words for a deal in arms: the money beside them is its price.
DEALS = frozenset(
    """contract order deal agreement purchase sale sell buy acquire acquisition supply deliver delivery ship
    donate cost worth price pay package credit sign procure procurement value programme program batch lot
    export import approve approval letter offer grant lease bring estimate instalment installment total sum""".split()
)
# What is counted beside weapons and is none: of these a figure is kept.
COUNTABLE = frozenset(
    """licence license application permit country state nation company firm job soldier year test sortie flight mission
    site factory plant base percent visit meeting time supplier customer order contract violation""".split()
)


HARM = frozenset(
    """kill die wound injure arrest detain displace flee dead death toll casualty fatality victim refugee massacre
    slay killing slaughter capture kidnap abduct jail imprison lose life murder uproot survive survivor hostage
    prisoner""".split()
)

VOTES = frozenset("vote abstain abstention ballot favour favor against".split())


def _measure(reading: Reading, top: int, inside: set[int]) -> tuple[int, Predicate] | None:
    """The noun that says what is measured and the predicate that states it."""
    tree = reading.tree
    token = tree.tokens[top]
    above = token.head
    counted = next((kid for kid in tree.kids(top, "nmod") if tree.case(kid) == "of" and kid not in inside), None)
    if top in inside and counted is not None and tree.tokens[counted].upos == "NOUN":
        # "Thousands of people protested in Rome": the clause says where.
        return counted, predicate_at(tree, above if above >= 0 and tree.tokens[above].upos in VERBAL else top)
    if token.upos == "NOUN" and top not in inside:
        return top, predicate_at(tree, top)
    copula, subject = tree.kid(top, "cop"), tree.kid(top, "nsubj")
    if copula is not None and subject is not None and tree.tokens[subject].upos == "NOUN":
        return subject, Predicate(top, token.lemma, "verb")
    if above < 0:
        return None
    if tree.tokens[above].upos in VERBAL:
        given = _given_in(reading, top, inside)
        return (given, predicate_at(tree, above)) if given is not None else _measured_by_verb(reading, above, inside)
    if tree.tokens[above].lemma.lower() == "worth" and (noun := _valued(tree, above)) >= 0:
        return (noun, predicate_at(tree, noun)) if tree.tokens[noun].upos == "NOUN" else None
    if tree.tokens[above].upos in {"ADJ", "ADV"} and (compared := _compared(tree, above)) is not None:
        return compared, predicate_at(tree, above)
    if tree.tokens[above].upos in {"NOUN", "PROPN"}:
        noun = above
        if tree.tokens[noun].lemma.lower() in CHANGE:
            inner = [kid for kid in tree.kids(noun, "nmod") if tree.case(kid) in {"in", "of"} and kid not in inside]
            noun = inner[0] if inner else noun
        return noun, predicate_at(tree, above)
    return None


def _compared(tree: Tree, degree: int) -> int | None:
    """What is so much higher, smaller, up or down: "exports were 25 percent higher", "up 46 percent"."""
    for index in (degree, tree.tokens[degree].head):
        subject = tree.kid(index, "nsubj") if index >= 0 else None
        if subject is not None and tree.tokens[subject].upos == "NOUN":
            return subject
    return None


def _valued(tree: Tree, worth: int) -> int:
    """What is worth so much: the subject ("trade was worth ..."), else the noun before ("a deal worth ..."), or -1."""
    subject = tree.kid(worth, "nsubj")
    return tree.tokens[worth].head if subject is None else subject


def _given_in(reading: Reading, top: int, inside: set[int]) -> int | None:
    """What an amount of money is made of or is for: "15 million dollars in aid", "$3 billion for roads"."""
    tree = reading.tree
    kids = [kid for kid in tree.kids(top, "nmod") if tree.case(kid) in {"in", "of", "for"} and kid not in inside]
    return next((kid for kid in kids if tree.tokens[kid].upos == "NOUN"), None)


def _measured_by_verb(reading: Reading, verb: int, inside: set[int]) -> tuple[int, Predicate] | None:
    """ "Exports reached $3 billion" measures its subject; "the state invested $3 billion" what the verb does."""
    predicate = predicate_at(reading.tree, verb)
    for function in ("object", "subject", "for", "in", "on", "to", "from"):
        for noun in predicate.get(function):
            if noun not in inside and reading.tree.tokens[noun].upos == "NOUN":
                return noun, predicate
    return None


def _words(reading: Reading, noun: int, inside: set[int]) -> Cell:
    block = reading.tree.block(noun, LOOSE | {"nummod", "det", "nmod:unmarked"})
    if noun not in inside:
        # "a $2 billion loan": the amount is no part of the measure's name.
        after = [index for index in block if index not in inside and index > max(inside)]
        block = after if noun > max(inside) else block
    span = trim(reading.tree, block or [noun])
    return Cell(" ".join(span.of(reading.text).split()), span)
