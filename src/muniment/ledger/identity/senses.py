"""Names as claims use them: where, in which cells, with which posts and countries beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

from muniment.ledger.identity.forms import Form, form_of
from muniment.ledger.identity.wording import phrase_key
from muniment.schema.claim import Claim
from muniment.schema.entity import EntityKind
from muniment.vocabulary.bodies import common_spelling
from muniment.vocabulary.registers import register
from muniment.vocabulary.titles import title_kind

SOURCE: Final = "source"
# Cells of those who act as a state: there a capital means its government ("Moscow delivered").
ACTING: Final = frozenset(
    "supplier recipient imposer voter parties speaker source affiliation compiler actor body".split()
)
# Of these, those in which a whole people means its state, too ("the Swedes delivered", but not "three Swedes said").
GOVERNING: Final = frozenset({"supplier", "recipient", "imposer", "voter", "parties"})
_AS_STATE: Final = {"capital": ACTING, "people": GOVERNING}
# What a cell says about the kind of what it names.
_VOTES: Final[Mapping[str, tuple[EntityKind, int]]] = {
    "place": ("place", 3), "affiliation": ("organisation", 2), "body": ("organisation", 3),
    "imposer": ("organisation", 1), "compiler": ("organisation", 1), "speaker": ("person", 1), "guest": ("person", 1),
    "supplier": ("organisation", 1), "recipient": ("organisation", 1), "parties": ("organisation", 1),
}  # fmt: skip
_TITLED: Final = 3
_JOINING: Final = frozenset("of from and for in on to the at with".split())  # words that no person's name has
_WHEN: Final = frozenset("former ex then late acting interim outgoing new current deposed ousted elect".split())
_OWNED: Final = frozenset({"subsidiary", "part of"})


class Id(NamedTuple):
    """What a name is before anything was compared: its key, and its document where the name alone says too little."""

    key: str
    document: str = ""


Naming: TypeAlias = Callable[[str, str, str], Id]


@dataclass(slots=True)
class Sense:
    """One name as one document uses it, or as all do where the name itself says whom it means.

    `posts` are (post, of whom) pairs, `bodies` what it belongs to, `countries` ISO codes by how often they were said
    of it; `unlike` are names that an affiliation tells apart from it: a subsidiary is not its parent.
    """

    id: Id
    form: Form
    surfaces: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    votes: Counter[EntityKind] = field(default_factory=Counter)
    posts: set[tuple[str, str]] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    countries: Counter[str] = field(default_factory=Counter)
    unlike: set[Id] = field(default_factory=set)
    kind: EntityKind = "other"


def id_of(name: str, document: str, cell: str) -> Id:
    """The id of a name in a document's cell. A capital or people in a cell of states is its country."""
    form = form_of(name)
    if form.shape == "country":
        return Id(f"={form.key}")
    if cell in _AS_STATE.get(form.shape, ()):
        return Id(f"={form.country}")
    if form.shape == "listed":
        return Id(f"={form.key}")
    bound = form.shape in ("name", "institution")
    return Id(form.key, document if bound else "")


def gather(claims: Iterable[Claim], naming: Naming) -> dict[Id, Sense]:
    """Every sense that claims name, in one total order; `naming` gives the id of a name in a document's cell."""
    senses: dict[Id, Sense] = {}
    for claim in claims:
        found: dict[str, list[Id]] = defaultdict(list)
        for cell, name in _names(claim):
            sense = _enter(senses, naming(name, claim.document, cell), name, claim.document, cell)
            found[cell].append(sense.id)
        if claim.modality != "denied":
            _learn(senses, claim, found)
    _settle(senses)
    return dict(sorted(senses.items()))


def _names(claim: Claim) -> Iterator[tuple[str, str]]:
    """(cell, name) for every name that a claim gives."""
    for column in register(claim.register).columns:
        if column.type in ("name", "list") and column.cell in claim.cells:
            value = claim.cells[column.cell].value
            yield from ((column.cell, str(item)) for item in (value if isinstance(value, tuple) else (value,)))
    if claim.source:
        yield from ((SOURCE, part) for part in claim.source.split(" > "))


def _enter(senses: dict[Id, Sense], id: Id, name: str, document: str, cell: str) -> Sense:
    sense = senses.get(id)
    if sense is None:
        sense = senses[id] = Sense(id, form_of(name))
    sense.surfaces[name] += 1
    sense.documents.add(document)
    form = form_of(name)
    if cell in _VOTES:
        kind, weight = _VOTES[cell]
        sense.votes[kind] += weight
    if form.titled:
        sense.votes["person"] += _TITLED
    if form.country and not id.key.startswith("="):
        sense.countries[form.country] += 1
    return sense


def _learn(senses: dict[Id, Sense], claim: Claim, found: Mapping[str, list[Id]]) -> None:
    """What a claim says about whom it names: posts, bodies, countries."""
    if claim.register == "positions" and found.get("affiliation"):
        for speaker in found.get("speaker", ()):
            _belongs(senses[speaker], senses[found["affiliation"][0]])
    if claim.register != "affiliations" or not found.get("subject"):
        return
    subject = senses[found["subject"][0]]
    relation = str(claim.cells["relation"].value) if "relation" in claim.cells else ""
    kind: EntityKind = "organisation" if relation in _OWNED else "person"
    subject.votes[kind] += 3 if relation in (*_OWNED, "post") else 1
    owner = senses[found["object"][0]] if found.get("object") else None
    post = str(claim.cells["post"].value) if relation == "post" and "post" in claim.cells else ""
    if owner is not None and owner is not subject:
        owner.votes["place" if title_kind(post) == "local" else "organisation"] += 2
        subject.unlike.add(owner.id)
        _belongs(subject, owner)
    if post:
        subject.posts.add((post_key(post), "" if owner is None else owner.id.key))


def _belongs(member: Sense, owner: Sense) -> None:
    if owner.id.key.startswith("=") or owner.form.shape == "body":
        member.bodies.add(owner.id.key)
    if owner.form.country:
        member.countries[owner.form.country] += 1


def post_key(post: str) -> str:
    """The key of a post: "Former Defense Ministers" is "defence minister"; who once held it is known by it still."""
    words = [common_spelling(word) for word in phrase_key(post).split()]
    telling = [word for word in words if word not in _WHEN]
    return " ".join(telling or words)


def _settle(senses: Mapping[Id, Sense]) -> None:
    """A name's kind is asked of all documents where its own does not say."""
    everywhere: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for sense in senses.values():
        everywhere[sense.id.key].update(sense.votes)
    for sense in senses.values():
        if not sense.votes and everywhere[sense.id.key]:
            sense.votes.update(everywhere[sense.id.key])
        sense.kind = _kind(sense)


def _kind(sense: Sense) -> EntityKind:
    """The kind that form and cells speak for; "other" where they are silent or the name is only a description."""
    shape = sense.form.shape
    if shape in ("country", "capital"):
        return "place" if shape == "capital" and not sense.id.key.startswith("=") else "country"
    if sense.id.key.startswith("="):
        return "country" if shape == "people" else "organisation"
    if shape in ("body", "institution") or sense.form.acronym:
        return "organisation"
    if shape in ("description", "people"):
        return "other"
    if _JOINING & set(sense.form.words) and not sense.form.titled:
        return "organisation" if sense.votes["organisation"] else "other"
    best = sorted(sense.votes.items(), key=lambda item: (-item[1], item[0]))
    return best[0][0] if best else "other"
