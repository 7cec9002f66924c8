"""Different spellings that may be one name: candidates by shared keys, then features with their scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from muniment.ledger.identity.clusters import Clusters, Edge, Group
from muniment.ledger.identity.context import Context
from muniment.ledger.identity.persons import ANOTHER_SPELLING, LONG, is_long, keys, likeness, parts
from muniment.ledger.identity.senses import Id, Sense
from muniment.ledger.identity.sound import alike, bones
from muniment.schema.entity import Feature
from muniment.vocabulary.bodies import is_plain_word

Key = tuple[str, ...]
_MOST: Final = 24  # names that one key holds before it tells nothing; what is one shares a rarer key as well
_COMPANY: Final = 0.2
_MOST_COMPANY: Final = 2


def edges_between(senses: Mapping[Id, Sense], clusters: Clusters, context: Context) -> Iterator[Edge]:
    """Edges between names that are spelled differently, each pair of spellings once."""
    speaking = _one_for_each(senses, clusters)
    blocks: dict[Key, list[Sense]] = defaultdict(list)
    for sense in speaking:
        for key in dict.fromkeys(_keys(sense)):
            blocks[key].append(sense)
    seen: set[tuple[Id, Id]] = set()
    for _, block in sorted(blocks.items()):
        if len(block) > _MOST:
            continue
        for one, other in combinations(block, 2):
            pair = (one.id, other.id)
            if pair in seen or one.form.key == other.form.key or _is_person(one) != _is_person(other):
                continue
            seen.add(pair)
            features = compare(one, other, clusters.group(one.id), clusters.group(other.id), context)
            if features:
                yield Edge(one.id, other.id, features)


def compare(one: Sense, other: Sense, first: Group, second: Group, context: Context) -> tuple[Feature, ...]:
    """The features of two names; () where the names have nothing to do with each other."""
    found = _alike(one, other)
    if found is None:
        return ()
    features = [found]
    if found.score < 1.0 and _long(one) and _long(other):
        features.append(Feature("long name", one.form.key, LONG))
    return (*features, *_shared(first, second, context))


def _one_for_each(senses: Mapping[Id, Sense], clusters: Clusters) -> list[Sense]:
    """One sense for each spelling of each group, in order."""
    chosen: dict[tuple[Id, str], Sense] = {}
    for sense in senses.values():
        tells = len(sense.form.words) > 1 or not is_plain_word(sense.form.key)
        if sense.form.shape in ("name", "body", "capital") and tells and not sense.form.acronym:
            chosen.setdefault((clusters.group(sense.id).root, sense.form.key), sense)
    return list(chosen.values())


def _is_person(sense: Sense) -> bool:
    return sense.form.shape == "name" and sense.kind == "person"


def _keys(sense: Sense) -> Iterator[Key]:
    words = sense.form.words
    if _is_person(sense):
        if len(parts(words)) > 1:
            yield from keys(words)
        return
    telling = sorted(bones(word) for word in words)
    yield ("body", sense.form.country if sense.form.shape == "body" else "", *telling)


def _alike(one: Sense, other: Sense) -> Feature | None:
    if _is_person(one):
        return likeness(*sorted((one.form.words, other.form.words)))
    left, right = sorted(one.form.words), sorted(other.form.words)
    if len(left) != len(right):
        return None
    if all(alike(a, b) > 0 for a, b in zip(left, right, strict=True)):
        return Feature("another spelling", f"{one.form.key} / {other.form.key}", ANOTHER_SPELLING)
    return None


def _long(sense: Sense) -> bool:
    if _is_person(sense):
        return is_long(sense.form.words)
    return max(map(len, sense.form.words)) >= 8


def _shared(first: Group, second: Group, context: Context) -> Iterator[Feature]:
    """What two groups have in common beside the name: the closest tie, and rare names in their company."""
    posts = sorted(f"{post}, {of.lstrip('=')}" for post, of in first.posts & second.posts if of)
    bodies = sorted(body.lstrip("=") for body in first.bodies & second.bodies if not body.lstrip("=").isupper())
    countries = sorted(first.countries.keys() & second.countries.keys())
    if posts:
        yield Feature("shared post", posts[0], 0.4)
    elif bodies:
        yield Feature("shared body", bodies[0], 0.3)
    elif countries:
        yield Feature("shared country", countries[0], 0.3)
    mine = {name for member in first.members for name in [member.key]}
    theirs = {name for member in second.members for name in [member.key]}
    beside = context.company(first.documents, "") & context.company(second.documents, "")
    shared = sorted(beside - mine - theirs)[:_MOST_COMPANY]
    yield from (Feature("named beside the same", name, _COMPANY) for name in shared)
    if first.documents & second.documents and not first.documents ^ second.documents:
        yield Feature("written differently in the same documents", "", -0.3)
