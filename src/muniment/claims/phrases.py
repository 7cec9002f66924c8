"""Which words of the tree belong to a phrase, and what a phrase is about when its head noun only measures it out."""

from __future__ import annotations

import re

from muniment.claims.clauses.tree import LOOSE, Tree
from muniment.claims.naming.entity import Entity
from muniment.claims.naming.roles import is_group
from muniment.claims.naming.spans import unbroken
from muniment.claims.reading import Reading
from muniment.claims.shelf import between
from muniment.schema.mention import Mention
from muniment.schema.span import Span
from muniment.vocabulary.weapons import is_military

NUMBERLESS = LOOSE | {"nummod", "det", "advmod:emph"}
# Clauses that a whole phrase keeps, with the small words that hold them together.
WHOLE = frozenset(
    """acl acl:relcl case mark conj cc nsubj nsubj:pass aux aux:pass advmod ccomp advcl
    cop nummod det punct""".split()
)
# Nouns that only measure out the thing named after "of" ("a batch of rifles").
CONTAINERS = frozenset(
    """batch lot consignment shipment shipload cargo load tonne ton crate dozen hundred thousand score number pair set
    total couple series squadron fleet battery quantity stock stockpile supply piece unit variety range type version
    kind array package planeload truckload round amount majority half rest bulk first second third last dollar
    much most many some all several plenty worth billion million
    euro pound yen rouble ruble franc worth""".split()
)
# Words that stand for things named before: "the first arrived", "the rest will follow".
STANDINS = frozenset(
    "first second third fourth fifth sixth last rest remainder other one pair half balance more".split()
)


# Nouns that count arms without naming them: "the second batch", "a dozen".
BATCHES = frozenset(
    "batch lot consignment shipment instalment installment tranche dozen half-dozen score battery unit".split()
)


def is_weapon(reading: Reading, head: int) -> bool:
    """True where the phrase headed at a token names a weapon or military goods: by its head, by a designation that the
    head belongs to ("Barak MX"), or by what a piece of hardware is for ("HIMARS launchers", "combat system")."""
    tree = reading.tree
    token = tree.tokens[head]
    mention = _weapon_at(reading, head)
    if mention is not None and _CIVIL.search(reading.text, tree.tokens[max(0, head - 5)].start, token.end):
        return False
    if mention is not None:
        # "Fighters" alone are people more often than aircraft.
        human = reading.text[mention.start : mention.end].lower() in _HUMAN
        makers = tree.kids(head, "compound")
        return not human or (bool(makers) and all(reading.names.mention_at(kid) is None for kid in makers))
    parts = [*tree.kids(head, "compound", "flat", "amod", "nmod:poss"), *_halves(tree, head)]
    if token.upos in {"PROPN", "NUM"}:
        return any(
            _weapon_at(reading, part) is not None for part in parts if tree.tokens[part].upos in {"PROPN", "NUM"}
        )
    if token.lemma.lower() not in HARDWARE:
        return False
    words = " ".join(tree.tokens[part].text for part in parts)
    meant = [kid for kid in tree.kids(head, "nmod") if kid > head and tree.case(kid) in {"for", "of", "from"}]
    armed = any(_weapon_at(reading, part) is not None for part in (*parts, *meant))  # "parts for the missiles"
    return armed or (bool(words) and is_military(words))


def _halves(tree: Tree, head: int) -> list[int]:
    """The words below a phrase's own modifiers: "air" of "air defence batteries"."""
    return [far for near in tree.kids(head, "compound", "amod") for far in tree.kids(near, "compound", "amod", "flat")]


def _weapon_at(reading: Reading, index: int) -> Mention | None:
    start = reading.tree.tokens[index].start
    return next(iter(between(reading.weapons, start, start + 1)), None)


# Aircraft and ships that no register of arms keeps.
_CIVIL = re.compile(
    r"\b(?:passenger|airliners?|wide-?body|narrow-?body|commercial|civil(?:ian)?|business|executive|regional|cargo|cruise|fishing|"
    r"merchant|container|toy|water|fire|oil|gas|fuel)(?:-\w+)?\s+(?:\w+\s+)?(?:aircraft|aeroplanes?|airplanes?|planes?|jets?|"
    r"jetliners?|ships?|vessels?|boats?|helicopters?|guns?|tanks?|tankers?)$",
    re.IGNORECASE,
)
_HUMAN = frozenset({"fighter", "fighters"})
# Nouns for pieces of equipment, military where the words before them are.
HARDWARE = frozenset(
    """launcher system battery vehicle set unit craft boat ship vessel plane variant kit part component engine munition
    round model equipment hardware technology gear spare ammunition carrier transport truck platform suite package aid
    assistance support training course trainer adviser instructor simulator material supply cargo goods product item
    hull turret gearbox fuse antenna sensor software service upgrade upgrading modernisation modernization overhaul
    maintenance repair device fleet squadron aircraft helicopter good article chassis brigade-set""".split()
)


def is_ellipsis(reading: Reading, head: int) -> bool:
    """True where a phrase only counts or points back: "forty-eight", "the first two", "the rest", "they"."""
    token = reading.tree.tokens[head]
    if any(reading.tree.case(child) == "of" for child in reading.tree.kids(head, "nmod")):
        return False
    return (
        token.upos == "NUM"
        or token.lemma.lower() in STANDINS
        or _is_batch(reading.tree, head)
        or token.text.lower() in {"they", "them", "it", "all", "both", "none"}
    )


def _is_batch(tree: Tree, head: int) -> bool:
    """True for "the second batch", "a dozen"; not for "14 fire units"."""
    counted = tree.kid(head, "det", "nummod", "amod") is not None and tree.kid(head, "compound") is None
    return counted and tree.tokens[head].lemma.lower() in BATCHES


def phrase_block(reading: Reading, head: int, keep: frozenset[str] | None, whole: bool) -> list[int]:
    """The tokens of a phrase without its numbers, and without the phrases after it whose preposition is not in `keep`;
    with `whole`, clauses stay."""
    tree = reading.tree
    after = [kid for kid in tree.kids(head, "acl") if kid > head and tree.tokens[kid].deprel == "acl"]
    passives = [kid for kid in after if tree.tokens[kid].xpos == "VBN" and min(tree.subtree(kid)) > head]
    if whole and passives:  # "a bill approved by Congress": that it was approved is no part of its name
        tail = {index for kid in passives for index in tree.subtree(kid)}
        return [index for index in tree.block(head, NUMBERLESS - WHOLE) if index not in tail and index < min(tail)]
    block = _joined(tree, tree.block(head, NUMBERLESS - WHOLE if whole else NUMBERLESS))
    if keep is None:
        return block
    for child in tree.kids(head, "nmod", "obl", "nummod"):
        if child > head and tree.case(child) not in keep:
            end = min(tree.subtree(child))
            block = [index for index in block if index < end or index <= head]
    return block if whole else [*block, *_kept(reading, head, block[-1] + 1, keep)]


# What belongs to a phrase that stands behind another ("of the six states and the bank").
_INSIDE = LOOSE - {"case", "conj", "cc", "punct", "advmod"}


def _kept(reading: Reading, head: int, start: int, keep: frozenset[str]) -> list[int]:
    """The tokens of the phrases below a head with a preposition of `keep`, one behind the other from a token on, up to
    one that says when."""
    tree = reading.tree
    found: list[int] = []
    for child in tree.kids(head, "nmod", "obl"):
        inside = tree.block(child, _INSIDE)
        if between(reading.dates, tree.tokens[child].start, tree.tokens[child].start + 1):
            break
        if tree.case(child) in keep and inside[0] == start:
            found += inside
            start = inside[-1] + 1
    return found


def without_taker(reading: Reading, head: int, block: list[int]) -> list[int]:
    """A block of arms without a phrase that tells whom they are for, or of how many: "rifles |for Oman", "jets |of the
    100"."""
    tree = reading.tree
    for child in tree.kids(head, "nmod"):
        entity = reading.names.entity(child) if tree.case(child) == "for" else None
        taker = entity is not None and entity.type in {"country", "organisation", "person"}
        if child > head and (taker or (tree.case(child) == "of" and tree.tokens[child].upos == "NUM")):
            end = min(tree.subtree(child))
            block = [index for index in block if index < end]
    return block


def _joined(tree: Tree, block: list[int]) -> list[int]:
    """The tokens of a block with those joined to its first by hyphens: "Italian-" of "Italian-made jets"."""
    first = block[0]
    while first >= 2 and tree.tokens[first - 1].text in {"-", "‑", "–"} and _touch(tree, first - 2):
        first -= 2
    return [*range(first, block[0]), *block]


def _touch(tree: Tree, index: int) -> bool:
    here, mark, after = tree.tokens[index : index + 3]
    return here.end == mark.start and mark.end == after.start


def contents(reading: Reading, head: int) -> int:
    """The thing measured out by a number or container noun ("672 of the guns", "a batch of rifles"); the head itself
    where it is neither, or a weapon by itself."""
    tree = reading.tree
    for _ in range(3):
        token = tree.tokens[head]
        if (token.upos not in {"NUM", "SYM"} and token.lemma.lower() not in CONTAINERS) or is_weapon(reading, head):
            return head
        cases = {"of", "in"} if token.upos == "SYM" or token.lemma.lower() in MONEY else {"of"}
        inner = [child for child in tree.kids(head, "nmod") if tree.case(child) in cases]
        if not inner:
            return head
        head = inner[0]
    return head


# "$807 million in arms": with sums, "in" measures out as "of" does.
MONEY = frozenset({"dollar", "euro", "pound", "yen", "rouble", "ruble", "franc", "million", "billion"})


def container(reading: Reading, head: int) -> int | None:
    """The number or container noun that measures out the phrase headed at a token, None where there is none."""
    tree = reading.tree
    token = tree.tokens[head]
    if token.head < 0 or token.deprel != "nmod" or tree.case(head) not in {"of", "in"}:
        return None
    above = tree.tokens[token.head]
    return token.head if above.upos in {"NUM", "SYM"} or above.lemma.lower() in CONTAINERS else None


def whole_designation(reading: Reading, span: Span) -> Span:
    """Widens a phrase over a designation that it cuts: "30 jets" of "Su-30 jets"."""
    for mention in between(reading.weapons, span.start, span.end):
        if any(sign.isdigit() for sign in reading.text[mention.start : mention.end]):
            span = Span(min(span.start, mention.start), max(span.end, mention.end))
    return span


def entity_for(reading: Reading, head: int, agent: bool = True) -> Entity | None:
    """What the phrase headed at a token stands for; phrases with a weapon's name at their head are of type weapon."""
    entity = reading.names.entity(head, agent)
    if entity is not None and entity.type == "person" and entity.how == "phrase":
        return _unbroken(reading, entity)
    if entity is None or entity.type in {"person", "country", "pronoun"} or entity.how == "pronoun":
        return entity
    may_be = entity.how == "phrase" or entity.type == "thing" or _is_designation(reading, entity)
    if may_be and is_weapon(reading, head):
        return Entity(entity.value, "weapon", entity.span, head, "phrase")
    if (
        entity.type in {"thing", "group"}
        and entity.how == "phrase"
        and reading.tree.tokens[head].lemma.lower() in BODIES
    ):
        return Entity(entity.value, "organisation", entity.span, head, "phrase")
    if entity.how == "phrase":
        return _unbroken(reading, entity)
    if entity.type == "thing" and is_group(reading.tree.tokens[head].text.lower()):
        # "Rebels" at the head of a sentence is no name.
        return Entity(entity.value, "group", entity.span, head, "phrase")
    return entity


def _is_designation(reading: Reading, entity: Entity) -> bool:
    """True for a name that is a maker's designation with a number: "MiG-29s", which the model took for a body."""
    span = entity.span
    return entity.type in {"organisation", "place"} and any(
        weapon.start <= span.start
        and span.end <= weapon.end
        and any(sign.isdigit() for sign in reading.text[weapon.start : weapon.end])
        for weapon in between(reading.weapons, span.start, span.end)
    )


def _unbroken(reading: Reading, entity: Entity) -> Entity:
    """The phrase with the first half of a hyphenated word that it cuts: "led coalition" of "the US-led coalition"."""
    span = unbroken(reading.text, entity.span)
    if span == entity.span:
        return entity
    return Entity(" ".join(span.of(reading.text).split()), entity.type, span, entity.head, entity.how)


# Nouns for bodies that act: "the tribunal indicted ...".
BODIES = frozenset(
    """council court tribunal parliament senate assembly committee commission ministry bank company firm league bloc
    alliance agency department board congress organisation organization union police federation authority consortium
    manufacturer shipyard yard entity association society foundation institute coalition""".split()
)
