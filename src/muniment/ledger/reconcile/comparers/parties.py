"""States, bodies and people compared: a state's forces act for it; what is part of a body is more precise than it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import Final

from muniment.ledger.reconcile.comparers.base import (
    DIFFERS,
    Comparer,
    Context,
    Outcome,
    Term,
    joined,
    refines,
    same,
    text_of,
    value_of,
)
from muniment.ledger.reconcile.comparers.words import content
from muniment.schema.claim import Claim
from muniment.text.tokens import word_set
from muniment.vocabulary.countries import capital, country, find_countries
from muniment.vocabulary.people import actor

# Classes of vocabulary/people.yaml whose members act for their state.
_OF_STATE: Final = frozenset({"state", "military", "police"})
_STATES: Final = word_set(
    "nations countries governments states powers capitals members world others allies some several"
)
# A group that travels under a head whom another report names.
_DELEGATIONS: Final = word_set("delegation delegations mission team envoy envoys representative representatives side")
_FOLLOWERS: Final = re.compile(r"(?:,| and| or) (?:its|their|his|her)\b.*", re.DOTALL)
_SMALL: Final = word_set("the a an of 's s ’s in from and for at least most about some several")
_DESCRIBED: Final = "~"
_ANY: Final = ("*",)
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Party(Term):
    """`state` is the key of the state that it is, or whose government or forces it is; `wholes` what it is part of."""

    state: str
    wholes: frozenset[str]


class Parties(Comparer[Party]):
    """One body or person. With `delegations`, a delegation is the state that sends it until somebody names its head."""

    def __init__(self, *, delegations: bool = False) -> None:
        self._delegations = delegations

    def term(self, claim: Claim, cell: str, context: Context) -> Party | None:
        name = text_of(claim, cell)
        return self.party(name, claim.document, cell, context) if name else None

    def party(self, name: str, document: str, cell: str, context: Context) -> Party:
        key = context.key(name, document, cell)
        listed, acts, group = described(name)
        of = joined(context.key(state, document, cell) for state in listed)
        if acts or (group and self._delegations):
            return Party(key, (of,), of, context.wholes.get(of, frozenset()))
        if listed:
            key = office(of, without_countries(name))
            of = "" if self._delegations else of
        elif described_only(name):
            key = office("", name)
        wholes = context.wholes.get(key, frozenset()) | ({of} if of else frozenset())
        wholes |= {above for whole in wholes for above in context.wholes.get(whole, ())}
        return Party(key, tuple(sorted({key, *wholes})), key, wholes - {key})

    def compare(self, one: Party, other: Party) -> Outcome:
        if one.state == other.state:
            return same("a state and its forces")
        if other.state in one.wholes:
            return refines(True, "part of it")
        return refines(False, "part of it") if one.state in other.wholes else DIFFERS


def office(state: str, post: str) -> str:
    """The key of whoever holds a post: "the Kenyan defence minister" before a report names the minister."""
    return f"{_DESCRIBED}{state}:{joined(content(post))}"


class Standing(Parties):
    """A state, and everybody who speaks for it, as one."""

    def compare(self, one: Party, other: Party) -> Outcome:
        if one.state == other.state or {one.state, *one.wholes} & {other.state, *other.wholes}:
            return same("of one state")
        return DIFFERS


class Named(Parties):
    """A party with a name of its own: "the West" and "many countries" are none."""

    def term(self, claim: Claim, cell: str, context: Context) -> Party | None:
        name = text_of(claim, cell)
        return None if not name or is_collective(name) else self.party(name, claim.document, cell, context)


class Collective(Comparer[Term]):
    """Nobody named: "the West", "many countries", or nothing said at all."""

    def term(self, claim: Claim, cell: str, context: Context) -> Term | None:
        name = text_of(claim, cell)
        return Term("", ("",)) if not name or is_collective(name) else None

    def compare(self, one: Term, other: Term) -> Outcome:
        return same("nobody named")


class Asker(Parties):
    """Who asks for it, where it is only asked for."""

    def term(self, claim: Claim, cell: str, context: Context) -> Party | None:
        if claim.modality != "requested" or not claim.source:
            return Party("", ("",), "", frozenset())
        return self.party(claim.source, claim.document, cell, context)


class Target(Parties):
    """Whom an act was aimed at. Words that only describe ("the crowd", "a funeral") tell no two acts apart."""

    def compare(self, one: Party, other: Party) -> Outcome:
        found = super().compare(one, other)
        vague = one.key.startswith(_DESCRIBED) or other.key.startswith(_DESCRIBED)
        return same("described otherwise") if found.kind == "differs" and vague else found

    def term(self, claim: Claim, cell: str, context: Context) -> Party | None:
        found = super().term(claim, cell, context)
        return found and Party(found.key, _ANY, found.state, found.wholes)


class Host(Parties):
    """Who is visited; where nobody says, the state whose capital it is."""

    def term(self, claim: Claim, cell: str, context: Context) -> Party | None:
        said = super().term(claim, cell, context)
        state = capital(text_of(claim, "place"))
        return self.party(state.name, claim.document, cell, context) if said is None and state else said


@dataclass(frozen=True, slots=True)
class Several(Term):
    """A list of parties."""

    members: tuple[Party, ...]


class Lists(Comparer[Several]):
    """Lists without their order: each party of the one is, or is part of, one of the other."""

    def __init__(self, cells: tuple[str, ...] = ()) -> None:
        self._cells = cells
        self._single = Parties()

    def term(self, claim: Claim, cell: str, context: Context) -> Several | None:
        names: list[str] = []
        for each in self._cells or (cell,):
            value = value_of(claim, each)
            names += list(value) if isinstance(value, tuple) else [str(value)] if value is not None else []
        if not names:
            return None
        members = tuple(self._single.party(name, claim.document, cell, context) for name in names)
        if len(members) == 1:
            return Several(members[0].key, members[0].tokens, members)
        pairs = (product(one.tokens, other.tokens) for one, other in combinations(members, 2))
        tokens = {" & ".join(sorted(pair)) for found in pairs for pair in found}
        return Several(joined(member.key for member in members), tuple(sorted(tokens)), members)

    def compare(self, one: Several, other: Several) -> Outcome:
        if len(one.members) != len(other.members):
            return DIFFERS
        kinds = {"same" if mine.key == theirs.key else found.kind for mine, theirs, found in _paired(one, other)}
        if len(kinds) == 1 and kinds != {"differs"}:
            return Outcome(kinds.pop(), "the same parties")
        if kinds == {"same", "refines"} or kinds == {"same", "refined"}:
            return refines("refines" in kinds, "one of the parties is more precise")
        return DIFFERS


def _paired(one: Several, other: Several) -> list[tuple[Party, Party, Outcome]]:
    """Each party of `one` with the one of `other` that stands nearest."""
    rank = {"same": 0, "refines": 1, "refined": 1, "differs": 2}
    single = Parties()
    left, pairs = list(other.members), []
    for mine in sorted(one.members, key=lambda member: member.key):
        found = [(same("") if mine.key == each.key else single.compare(mine, each), each) for each in left]
        outcome, best = min(found, key=lambda pair: (rank[pair[0].kind], pair[1].key))
        left.remove(best)
        pairs.append((mine, best, outcome))
    return pairs


@lru_cache(maxsize=65_536)
def described(name: str) -> tuple[tuple[str, ...], bool, bool]:
    """The states that a description starts from, whether it is those states or acts for them, and whether it is a
    delegation. ((), False, False) for a name that tells no state.
    """
    plain = _FOLLOWERS.sub("", name).strip()
    sides = [_side(side) for side in plain.split(" and ")]
    if len(sides) > 1 and all(acts for _, acts, _ in sides):
        return tuple(sorted({state for state, _, _ in sides})), True, False
    state, acts, group = _side(plain)
    return ((state,) if state else ()), acts, group


def _side(name: str) -> tuple[str, bool, bool]:
    found = [mention for mention in find_countries(name) if not mention.doubt and mention.form != "capital"]
    if len({mention.country.code for mention in found}) != 1:
        return "", False, False
    mention = found[0]
    around = [word.lower() for word in _WORD.findall(name[: mention.start] + " " + name[mention.end :])]
    rest = [word for word in around if word not in _SMALL]
    if not rest or actor(" ".join(rest)) in _OF_STATE:
        return mention.country.name, True, False
    if name[mention.end :].strip(" ’'s") and name.split()[-1][:1].islower():
        return mention.country.name, False, bool(_DELEGATIONS & set(rest))
    return "", False, False


def without_countries(name: str) -> str:
    """A description without the countries that it names."""
    for mention in reversed(find_countries(name)):
        name = name[: mention.start] + name[mention.end :]
    return name


def described_only(name: str) -> bool:
    """True for words that describe and do not name: "a chief expert from Rostec", "senior officials"."""
    last = name.split()[-1] if name.split() else ""
    first = next((word for word in name.split() if word.lower() not in _SMALL), "")
    return last[:1].islower() or (first[:1].islower() and len(name.split()) > 2)


@lru_cache(maxsize=65_536)
def is_collective(name: str) -> bool:
    """True for states that nobody names: "the West", "democratic nations", "the international community"."""
    if country(name) is not None:
        return False
    words = _WORD.findall(name)
    return "world" in (actor(name), actor(" ".join(words))) or (bool(words) and words[-1] in _STATES)
