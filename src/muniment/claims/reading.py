"""One document under the claims layer: its tree, names, dates and amounts, found once and asked by offset."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from muniment.claims.clauses.tree import Tree
from muniment.claims.naming.holders import Holder
from muniment.claims.naming.lands import lands
from muniment.claims.naming.names import Names
from muniment.claims.naming.roles import is_title
from muniment.claims.offices.posts import Post, Posts, homes
from muniment.language.analysis import Analysis
from muniment.schema.document import Document
from muniment.schema.mention import Mention
from muniment.text.amounts import Amount, find_amounts
from muniment.text.dates import DateExpression, find_dates
from muniment.vocabulary.countries import country, demonym, find_countries
from muniment.vocabulary.organisations import find_organisations, find_outlets
from muniment.vocabulary.weapons import find_weapons


class Reading:
    """What the claims layer knows of a document while it reads it."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        self.document = document
        self.text = document.text
        self.analysis = analysis
        self.tree = Tree(analysis)
        self.mentions = merge_mentions(self.text, analysis.mentions)
        self.names = Names(self.tree, self.mentions, analysis.quotes)
        self.names.introduce(holders(self.posts))

    @cached_property
    def dates(self) -> tuple[DateExpression, ...]:
        """Date expressions in text order."""
        return tuple(find_dates(self.text))

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Amounts in text order."""
        return tuple(find_amounts(self.text))

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """Who holds which post, in text order, repeated wording included."""
        return tuple(Posts(self.tree, self.names).find())

    @cached_property
    def homes(self) -> dict[str, str]:
        """Full name → country, for the people that the document gives an office of state."""
        return {person: state.value for person, state in homes(self.posts)}

    @cached_property
    def lands(self) -> dict[str, str]:
        """Place → country, for the places that the document says to lie there."""
        return lands(self.text, self.mentions)

    @cached_property
    def weapons(self) -> tuple[Mention, ...]:
        """Weapons and military goods in text order; `value` is the SIPRI category."""
        return tuple(find_weapons(self.text))


def holders(posts: tuple[Post, ...]) -> list[Holder]:
    """Who holds which office, as names take it: the words of the title by lemma, and whose it is."""
    return [
        Holder(
            post.span.start,
            post.holder.value,
            frozenset(word.strip(".,").lower() for word in _rank(post.words).replace("-", " ").split()),
            post.body.value if post.body is not None and post.body.how != "phrase" else "",
        )
        for post in posts
    ]


def _rank(words: str) -> str:
    """The title without whom it serves: "aide" of "aide to the president"."""
    return words.partition(" to ")[0]


# Characters in which the word before a name is looked for.
_WORD: Final = 60
# A capital stays a place until it is known to act (claims/naming/names.py); a doubtful country is left to the model.
_COUNTRY_TYPE = {"name": "country", "demonym": "nationality"}


def _countries(text: str) -> list[Mention]:
    return [
        Mention(found.start, found.end, _COUNTRY_TYPE[found.form], found.country.name)
        for found in find_countries(text)
        if found.form in _COUNTRY_TYPE and not found.doubt
    ]


def _organisations(text: str) -> list[Mention]:
    """Listed bodies and outlets; a short form that is also a common word counts only where the full name stands too."""
    return [
        Mention(found.start, found.end, "organisation", found.organisation.name)
        for found in (*find_organisations(text), *find_outlets(text))
        if not found.doubt
    ]


def _without_nation(text: str, mention: Mention) -> Mention:
    """A person's name without the nation that the model took in: "Jordanian King Abdullah", "Ambassador to China X"."""
    words = mention.value or text[mention.start : mention.end]
    first, _, rest = text[mention.start : mention.end].partition(" ")
    if mention.type != "person" or " " not in rest.strip() or words.count(" ") < 2:
        return mention
    behind = text[max(0, mention.start - _WORD) : mention.start].rstrip().rpartition(" ")[2].lower()
    titled = is_title(rest.split()[0].lower())
    if (titled and demonym(first)) or (behind in {"to", "in", "of"} and country(first)):
        return Mention(mention.end - len(rest.lstrip()), mention.end, mention.type, "")
    return mention


def _titled(text: str, mention: Mention) -> Mention:
    """A name of two words or more that the model gave no type is a person's behind a title: "Premier X Y"."""
    behind = text[max(0, mention.start - _WORD) : mention.start].rstrip(" ").rpartition(" ")[2].rpartition("\n")[2]
    name = text[mention.start : mention.end]
    if mention.type != "other" or not name.replace(" ", "").replace("-", "").isalpha() or demonym(name.split()[0]):
        return mention
    if " " in name and name.istitle() and behind.istitle() and is_title(behind.lower()):
        return Mention(mention.start, mention.end, "person", "")
    return mention


def _surnamed(text: str, mention: Mention, people: set[str]) -> Mention:
    """A name that the model took for no person's, where its last word is the last name of one: "Ada Okoye" of unknown
    type beside "Okoye", "Okoye" the place beside "Ada Okoye"."""
    words = text[mention.start : mention.end].split()
    if mention.type not in {"other", "place"} or len(words) > 3 or words[-1] not in people or country(words[-1]):
        return mention
    whole = len(words) == 1 or (mention.type == "other" and all(word.istitle() for word in words))
    return Mention(mention.start, mention.end, "person", "") if whole else mention


def _surnames(text: str, mentions: Iterable[Mention]) -> set[str]:
    """The last words of people's names; not of those that tell where somebody is from ("Leo of Lund")."""
    named = (text[mention.start : mention.end].split() for mention in mentions if mention.type == "person")
    return {words[-1] for words in named if "of" not in words}


_DAY: Final = re.compile(r"\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")


def _without_day(text: str, mention: Mention) -> Mention:
    """A name without the weekday that the model took in: "met Ann Lee |Thursday"."""
    day = _DAY.search(text[mention.start : mention.end])
    if day is None:
        return mention
    return Mention(mention.start, mention.start + day.start(), mention.type, "")


_OFFICE_OF: Final = re.compile(
    r"\b(?:secretar(?:y|ies)|ministers?|heads?|commissioner)\s+(?:of|for)\s+(?:the\s+)?$", re.IGNORECASE
)
_OFFICES: Final = frozenset(
    """state government defence defense justice energy health labor labour commerce agriculture education transport
    transportation treasury interior finance trade war information police culture tourism planning foreign external
    home affairs relations economic economy industry environment security development cooperation internal""".split()
)
_WITHIN: Final = frozenset({"for", "of", "and", "&"})


def _without_office(text: str, mention: Mention) -> Mention:
    """A person's name without the end of the office before it: "Secretary of |State Ann Lee", "Minister of |State for
    Foreign Affairs Ann Lee"."""
    if mention.type != "person" or not _OFFICE_OF.search(text, max(0, mention.start - 24), mention.start):
        return mention
    start = mention.start
    for word in re.finditer(r"\S+\s+", text[mention.start : mention.end]):
        said = word[0].strip(" ,").lower()
        if said in _OFFICES:
            start = mention.start + word.end()
        elif said not in _WITHIN:
            break
    return Mention(start, mention.end, mention.type, mention.value) if start != mention.start else mention


def merge_mentions(text: str, named: tuple[Mention, ...]) -> list[Mention]:
    """The model's names with those of the vocabulary: a country or known organisation outranks a model name of the
    same words; a longer model name (a person called Chad Reed, the Bank of England) outranks a country inside it."""
    known = [*_countries(text), *_organisations(text)]
    named = tuple(_without_day(text, mention) for mention in named)
    named = tuple(_titled(text, _without_nation(text, _without_office(text, mention))) for mention in named)
    surnames = _surnames(text, named)
    named = tuple(_surnamed(text, mention, surnames) for mention in named)
    own = frozenset(named)
    kept: list[Mention] = []  # in text order
    for mention in sorted([*known, *named], key=lambda m: (-(m.end - m.start), m.start, m in own)):
        place = bisect_left(kept, mention.start, key=lambda m: m.start)
        beside = kept[max(0, place - 1) : place + 1]
        if all(mention.end <= other.start or other.end <= mention.start for other in beside):
            kept.insert(place, mention)
    return kept
