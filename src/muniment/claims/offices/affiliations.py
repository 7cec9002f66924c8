"""The affiliations register's posts: who holds which office of whom. Membership and the like are frames. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from muniment.claims.offices.belonging import belonging
from muniment.claims.offices.parents import parents
from muniment.claims.offices.posts import Post
from muniment.claims.offices.spoken import is_state_office
from muniment.claims.offices.titles import words
from muniment.claims.proposal import Proposal
from muniment.claims.reading import Reading
from muniment.schema.claim import Cell
from muniment.schema.span import Span

# Offices that are a relation of their own.
RELATIONS = {"founder": "founder", "co-founder": "founder", "cofounder": "founder"}
# Patterns in which the office is news; in the others it only says who somebody is.
NEWS = frozenset({"appointed", "copula", "heading"})


def affiliations(reading: Reading) -> Iterator[Proposal]:
    """Proposals for the affiliations register; a person's post once for each wording in the document."""
    said: set[tuple[str, str]] = set()
    for post in reading.posts:
        key = (post.holder.value, post.words.lower())
        if key in said or not _tells(post):
            continue
        said.add(key)
        yield _of_post(reading, post)
    yield from belonging(reading)
    yield from parents(reading)


def once(proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals in their order; who belongs to whom is told once a document, however often it says so."""
    kept: list[Proposal] = []
    said: set[tuple[str, ...]] = set()
    for proposal in proposals:
        told = sorted((cell, str(value.value).lower()) for cell, value in proposal.cells.items())
        key = (proposal.modality, *(part for pair in told for part in pair))
        if proposal.register == "affiliations" and key in said:
            continue
        if proposal.register == "affiliations":
            said.add(key)
        kept.append(proposal)
    return kept


def _tells(post: Post) -> bool:
    """True for a post that says something by itself: whose it is, an office of some state, or an office that leads."""
    if post.body is not None:
        return post.body.value != post.holder.value
    return is_state_office(post.words) or words().has("leading", post.words.split()[-1].lower())


def _of_post(reading: Reading, post: Post) -> Proposal:
    tokens = reading.tree.tokens
    evidence = Span(tokens[post.evidence[0]].start, tokens[post.evidence[1] - 1].end)
    office = tokens[post.office].lemma.lower()
    relation = "member" if words().has("memberships", office) else RELATIONS.get(office, "post")
    cells = {
        "subject": Cell(post.holder.value, post.holder.span),
        "relation": Cell(relation, post.span),
    }
    if post.body is not None:
        cells["object"] = Cell(words().authorities.get(post.body.value, post.body.value), post.body.span)
    if relation == "post":
        cells["post"] = Cell(post.words, post.span)
    rule = post.rule
    background = rule.removesuffix("-bare") not in NEWS
    return Proposal("affiliations", f"affiliations.{rule}", evidence, cells, post.modality, background=background)
