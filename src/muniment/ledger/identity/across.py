"""One name in several documents: one entity where something ties them and nothing parts them, else homonyms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from muniment.ledger.identity.clusters import Clusters, Edge, Group
from muniment.ledger.identity.context import Context
from muniment.ledger.identity.persons import parts
from muniment.ledger.identity.senses import Id, Sense
from muniment.ledger.identity.sound import bones, is_syllable
from muniment.ledger.identity.within import could_name, is_short, short_forms
from muniment.ledger.identity.wording import name_key
from muniment.schema.entity import Feature
from muniment.text.names import acronym_of
from muniment.vocabulary.bodies import is_plain_word

# A bearer in so many times the documents of a namesake is whom his post is taken for ...
_KNOWN = 3
# ... and in so many of the next bearer's, whom documents mean that tell nothing. On 20,000 claims of
# `benchmarks/identity.py` 2, 4 and 8 give precision 0.971, 0.981 and 0.984, recall 0.942, 0.931 and 0.928.
_DOMINANT = 4


def tied(senses: Mapping[Id, Sense], context: Context) -> Iterator[Edge]:
    """Edges between documents that use one full name and share a post, a body, a country or rare company beside it."""
    for group in _same_names(senses):
        same = Feature("same words", group[0].form.key, 1.0)
        for feature, members in _shared(group, context):
            for one, other in pairwise(members):
                yield Edge(one.id, other.id, (same, feature))


def untied(senses: Mapping[Id, Sense], clusters: Clusters, context: Context) -> Iterator[Edge]:
    """Edges to the best-known bearer of a full name from documents where nothing says that they mean another.

    There are none where two bearers are about as well known, or where the name is one that many people have.
    """
    for group in _same_names(senses):
        bearers = {clusters.group(sense.id).root: clusters.group(sense.id) for sense in group}
        ranked = sorted(bearers.values(), key=lambda one: (-len(one.documents), one.root))
        best, others = ranked[0], ranked[1:]
        mistaken = {one.root: title for one in others if (title := _mistaken(best, one))}
        rivals = [one for one in others if one.root not in mistaken and clusters.objection(best, one)]
        common = group[0].kind == "person" and context.is_common(group[0].form.words)
        if common or any(len(best.documents) < _DOMINANT * len(rival.documents) for rival in rivals):
            continue
        same = Feature("same words", group[0].form.key, 1.0)
        for one in others:
            title = mistaken.get(one.root, "")
            if title or not _posts_part(best, one):
                more = (Feature("best-known bearer has the post", title, 0.2),) if title else ()
                yield Edge(best.root, one.root, (same, *more))


def bare(senses: Mapping[Id, Sense], clusters: Clusters, context: Context) -> Iterator[Edge]:
    """Edges from surnames, acronyms and countryless ministries to what else in the case they must mean."""
    full = _by_short_form(senses, clusters)
    for sense in senses.values():
        if len(clusters.group(sense.id).members) > 1 or not sense.id.document:
            continue
        if is_short(sense) and sense.kind in ("person", "other"):
            yield from _surname(sense, full, clusters, context)
        elif sense.form.acronym:
            yield from _acronym(sense, full, clusters, context)
    yield from _namesakes(senses)
    yield from _institutions(senses)


def _same_names(senses: Mapping[Id, Sense]) -> Iterator[list[Sense]]:
    """The senses of each name that says enough to be compared across documents, two or more."""
    named: dict[str, list[Sense]] = defaultdict(list)
    for sense in senses.values():
        if sense.form.shape == "name" and _tells(sense):
            named[sense.form.key].append(sense)
    yield from (group for _, group in sorted(named.items()) if len(group) > 1)


def _tells(sense: Sense) -> bool:
    """A full name of a person, the proper name of a body or place; not a surname, an acronym or "the Alliance"."""
    if sense.form.acronym:
        return False
    if len(parts(sense.form.words)) > 1:
        return True
    return sense.kind in ("organisation", "place") and not is_plain_word(sense.form.words[-1])


def _shared(group: Sequence[Sense], context: Context) -> Iterator[tuple[Feature, list[Sense]]]:
    """Each thing that two or more senses share, with those that do."""
    tables: dict[Feature, list[Sense]] = defaultdict(list)
    for sense in group:
        for post, of in sense.posts:
            if of:
                tables[Feature("shared post", f"{post}, {of.lstrip('=')}", 0.4)].append(sense)
        for body in sense.bodies:
            tables[Feature("shared body", body.lstrip("="), 0.3)].append(sense)
        for code in sense.countries:
            tables[Feature("shared country", code, 0.3)].append(sense)
        for name in context.company(sense.documents, sense.form.key):
            tables[Feature("named beside the same", name, 0.2)].append(sense)
    yield from (
        (feature, tables[feature])
        for feature in sorted(tables, key=lambda one: (one.name, one.value))
        if len(tables[feature]) > 1
    )


def _mistaken(best: Group, other: Group) -> str:
    """A post that both have, where the other's country is a slip: of "President Doe said of Ruritania" not Doe's."""
    if len(best.documents) < _KNOWN * len(other.documents):
        return ""
    return min({post for post, _ in best.posts} & {post for post, _ in other.posts}, default="")


def _posts_part(one: Group, other: Group) -> bool:
    """True where both have posts and share none, nor a body, nor a country: two people, as far as one can tell."""
    if not one.posts or not other.posts:
        return False
    heads = {post.split()[-1] for post, _ in one.posts} & {post.split()[-1] for post, _ in other.posts}
    return not (heads or one.bodies & other.bodies or one.countries.keys() & other.countries.keys())


def _by_short_form(senses: Mapping[Id, Sense], clusters: Clusters) -> dict[str, list[Sense]]:
    """Full names by each key of a word that can stand for them, and bodies by their initials; each spelling of a group
    once."""
    table: dict[str, dict[tuple[Id, str], Sense]] = defaultdict(dict)
    for sense in senses.values():
        spelling = (clusters.group(sense.id).root, sense.form.key)
        if sense.form.shape == "name" and len(parts(sense.form.words)) > 1 and sense.kind == "person":
            for key in short_forms(sense.form.words):
                table[key].setdefault(spelling, sense)
        if sense.form.shape in ("name", "body") and len(sense.form.words) > 1 and sense.kind != "person":
            table["".join(word[0] for word in sense.form.words)].setdefault(spelling, sense)
    return {key: list(found.values()) for key, found in table.items()}


def _surname(sense: Sense, full: Mapping[str, Sequence[Sense]], clusters: Clusters, context: Context) -> Iterator[Edge]:
    """The one bearer of a surname who has its post, its country, or was in the news with the same names that day."""
    word = parts(sense.form.words)[0]
    bearers: dict[Id, tuple[Sense, Feature]] = {}
    for other in full.get(bones(word), ()):
        if not could_name(word, other.form.words):
            continue
        group = clusters.group(other.id)
        tie = _tie(sense, group, context) or _only_one(sense, group, context)
        if tie is not None and group.root not in bearers:
            bearers[group.root] = (other, tie)
    if len(bearers) == 1:
        other, tie = next(iter(bearers.values()))
        yield Edge(sense.id, other.id, (Feature("only bearer of the short name so tied", other.form.key, 0.7), tie))


def _tie(sense: Sense, group: Group, context: Context) -> Feature | None:
    posts = sorted(f"{post}, {of.lstrip('=')}" for post, of in sense.posts & group.posts if of)
    if posts:
        return Feature("shared post", posts[0], 0.4)
    story = context.same_story(sense.documents, group.documents)
    return Feature("same story", story, 0.3) if story else None


def _only_one(sense: Sense, group: Group, context: Context) -> Feature | None:
    """The country that a surname shares with its bearer: enough where the whole case knows no second one."""
    shared = sorted(sense.countries.keys() & group.countries.keys())
    word = parts(sense.form.words)[0]
    known = context.bearers(word) == 1 and not is_syllable(word)
    return Feature("shared country", shared[0], 0.3) if shared and known else None


def _acronym(sense: Sense, full: Mapping[str, Sequence[Sense]], clusters: Clusters, context: Context) -> Iterator[Edge]:
    """The one body in the case that an acronym can mean, where some document spells it out so."""
    short = min(sense.surfaces)
    meant: dict[Id, Sense] = {}
    for other in full.get(short.replace(".", "").lower(), ()):
        if any(acronym_of(short, name) for name in other.surfaces):
            meant.setdefault(clusters.group(other.id).root, other)
    if len(meant) == 1:
        other = next(iter(meant.values()))
        spelled = context.spelled(short)
        if spelled and set(map(name_key, spelled)) <= set(map(name_key, other.surfaces)):
            yield Edge(sense.id, other.id, (Feature("acronym spelled out so", min(spelled), 1.0),))


def _namesakes(senses: Mapping[Id, Sense]) -> Iterator[Edge]:
    """Surnames and acronyms without a full name anywhere: one where they share a post, or a body they belong to."""
    table: dict[tuple[str, str], list[Sense]] = defaultdict(list)
    for sense in senses.values():
        if sense.id.document and sense.form.shape == "name" and not _tells(sense):
            for post, of in sense.posts:
                if of.startswith("="):
                    table[sense.form.key, f"{post}, {of[1:]}"].append(sense)
    for (key, post), members in sorted(table.items()):
        features = (Feature("same short name", key, 0.6), Feature("shared post", post, 0.4))
        yield from (Edge(one.id, other.id, features) for one, other in pairwise(members))


def _institutions(senses: Mapping[Id, Sense]) -> Iterator[Edge]:
    """ "The Foreign Ministry" of documents that say of which one country its people are."""
    table: dict[tuple[str, str], list[Id]] = defaultdict(list)
    for sense in senses.values():
        if sense.form.shape == "institution" and len(sense.countries) == 1:
            table[min(sense.countries), sense.form.key].append(sense.id)
    for (code, key), ids in sorted(table.items()):
        whole = Id(f"{code} {key}")
        members = [whole, *ids] if whole in senses else ids
        features = (Feature("same words", key, 0.7), Feature("shared country", code, 0.3))
        yield from (Edge(one, other, features) for one, other in pairwise(members))
