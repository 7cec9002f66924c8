"""Sentences out of a hand-made grammar: rules in `grammar/*.txt`, countries and names in `grammar/*.tsv`.

A rule is a line `@name` and its alternatives, one a line; `@name : code` marks each alternative as a thing of that
type. In an alternative

    <rule>       stands for an alternative of `rule`, chosen at random
    <rule*>      for its plural
    <rule=x>     for the same, which `<x>` then says again
    <x.short>    for the short form, written after " ~ " in the alternative chosen
    <c.adj>      for a field of one of the passage's three countries, c, d and e (different ones)
    <c.person=x> for a person of that country; x.short, x.he, x.his, x.him
    a(n)         for the article that the next word asks for
    ^            for a capital in what follows; a passage begins with one

The templates are the alternatives of the rules whose name begins with "passage"; those of "passage_negative", which
stand on words rather than on what fills them, come in every fourth round only.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

FOLDER = Path(__file__).with_name("grammar")
SEED = "muniment corpus 1"
# Where a template begins another sentence.
SENTENCE = re.compile(r'([.?]"?\}?) (?=[<{"a])')
SLOT = re.compile(r"<([a-z_]+)(?:\.([a-z]+))?(\*)?(?:=([a-z]))?>")
PART = re.compile(r"\{([SQC])([0-9]+) ")
LETTER = re.compile(r"\^((?:\{[SQC][0-9]+ |[\[\"“])*)(\w)")
ARTICLE = re.compile(r"\b([aA])\(n\) ((?:\{[SQC][0-9]+ |[\[\"“])*)([\w.-]+)")
# Designations read letter by letter (F-16, S-300, M113, NGO) and numbers (eight, eleven, eighteen) that take "an".
SPELLED = re.compile(r"[AEFHILMNORSX](?![a-z])|8|1[18](?![0-9])")
CONSONANT_SOUND = re.compile(r"(?:[Oo]n(?:e|ce)\b|[Ee]u|[Uu]ni(?![dmn])|[Uu]s[eu]|U[kgr]|U[A-Z.])")
UNCHANGED = ("aircraft", "craft", "personnel", "series")

Record = dict[str, list[str]]


def rules() -> dict[str, list[str]]:
    """Return the alternatives of each rule in `grammar/*.txt`; raise ValueError where a rule is written twice."""
    found: dict[str, list[str]] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        name = code = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@"):
                name, _, code = (part.strip() for part in line[1:].partition(":"))
                if name in found:
                    raise ValueError(f"{path.name}: rule {name} is written twice")
                found[name] = []
            elif line.strip() and not line.startswith("#"):
                found[name].append(" ~ ".join(_marked(form, code) for form in line.strip().split(" ~ ")))
    return found


def _marked(form: str, code: str) -> str:
    """Return `form` as a thing of type `code`, an article in front left outside."""
    if not code:
        return form
    article = re.match(r"(?:the |a |an )?", form)
    cut = article.end() if article else 0
    return f"{form[:cut]}[{form[cut:]}|{code}]"


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of `grammar/<name>.tsv`."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def plural(noun: str) -> str:
    """Return the plural of `noun`, which may be marked."""
    word, bar, code = noun.partition("|")
    if word.endswith(UNCHANGED):
        return noun
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies" + bar + code
    return word + ("es" if word.endswith(("s", "ch", "sh", "x")) else "s") + bar + code


class Grammar:
    """Writes passage after passage; the same number gives the same passage."""

    def __init__(self) -> None:
        self.rules = rules()
        self.countries = table("countries")
        self.names = {row["tradition"]: row for row in table("names")}
        self.rare = frozenset(self.rules["passage_negative"])
        self.templates = [
            template for name, found in sorted(self.rules.items()) if name.startswith("passage") for template in found
        ]

    def passages(self) -> Iterator[str]:
        """Yield marked passages without end: round after round of all templates, each round in another order."""
        numbers = count()
        for turn in count():
            rare = turn % 4 != 0
            order = [template for template in self.templates if not (rare and template in self.rare)]
            random.Random(f"{SEED} round {turn}").shuffle(order)
            for template in order:
                yield _Writer(self, random.Random(f"{SEED} {next(numbers)}")).passage(template)


class _Writer:
    """Writes one passage."""

    def __init__(self, grammar: Grammar, chance: random.Random) -> None:
        self.grammar, self.chance, self.numbers = grammar, chance, count(1)
        drawn = chance.sample(grammar.countries, 3)
        self.countries = dict(zip("cde", drawn, strict=True))
        self.bound: dict[str, Record] = {}

    def passage(self, template: str) -> str:
        text = self.expand("^" + SENTENCE.sub(r"\1 ^", template))
        text = ARTICLE.sub(_article, text)
        text = LETTER.sub(lambda match: match[1] + match[2].upper(), text).replace("^", "")
        return _curly(text) if self.chance.random() < 0.5 else text

    def expand(self, template: str) -> str:
        fresh: dict[str, int] = {}
        for _, number in PART.findall(template):
            fresh.setdefault(number, next(self.numbers))
        template = PART.sub(lambda match: f"{{{match[1]}{fresh[match[2]]} ", template)
        return SLOT.sub(self._slot, template)

    def _slot(self, match: re.Match[str]) -> str:
        name, field, many, variable = match.groups()
        record = self._record(name, field or "")
        chosen = {key: [self.expand(self.chance.choice(forms))] for key, forms in record.items()}
        if variable:
            self.bound[variable] = chosen
        text = chosen[field if field in chosen else ""][0]
        return plural(text) if many else text

    def _record(self, name: str, field: str) -> Record:
        if name in self.bound:
            return self.bound[name]
        if name in self.countries:
            return self._person(self.countries[name]) if field == "person" else self._country(name, field)
        if name in NUMBERS:
            return {"": [NUMBERS[name](self.chance)]}
        forms = self.chance.choice(self.grammar.rules[name]).split(" ~ ")
        return dict(zip(("", "short"), ([form] for form in forms), strict=False))

    def _country(self, name: str, field: str) -> Record:
        row = self.countries[name]
        if field == "upper":
            return {"": [f"[{row['capital'].upper()}|loc]"]}
        code = "nat" if field in {"adj", "people"} else "loc"
        return {"": [_marked(form, code) for form in row[field or "name"].split("; ")]}

    def _person(self, country: dict[str, str]) -> Record:
        row = self.grammar.names[self.chance.choice(country["names"].split("; "))]
        woman = self.chance.random() < 0.3
        given = self.chance.choice(row["women" if woman else "men"].split("; "))
        family = self.chance.choice(row["families"].split("; ")) if row["families"] else ""
        full = " ".join(part for part in ((family, given) if row["order"] == "family" else (given, family)) if part)
        short = {"family": family, "given": given, "whole": full}[row["short"]]
        he, his, him = ("she", "her", "her") if woman else ("he", "his", "him")
        return {"": [f"[{full}|per]"], "short": [f"[{short}|per]"], "he": [he], "his": [his], "him": [him]}


SMALL = "two three four five six seven eight nine".split()
NUMBERS: dict[str, Callable[[random.Random], str]] = {
    "few": lambda chance: chance.choice(SMALL),
    "teens": lambda chance: str(chance.randrange(10, 20)),
    "tens": lambda chance: str(chance.randrange(11, 99)),
    "hundreds": lambda chance: str(chance.choice([chance.randrange(101, 999), chance.randrange(110, 990, 10)])),
    "thousands": lambda chance: (
        f"{chance.choice([chance.randrange(1001, 9999), chance.randrange(1000, 90000, 500)]):,}"
    ),
    "year": lambda chance: str(chance.randrange(1972, 2031)),
    "early": lambda chance: str(chance.randrange(1985, 2005)),
    "late": lambda chance: str(chance.randrange(2005, 2031)),
    "day": lambda chance: str(chance.randrange(1, 29)),
    "decimal": lambda chance: f"{chance.randrange(1, 40)}.{chance.randrange(1, 10)}",
}


def _article(match: re.Match[str]) -> str:
    article, marks, word = match.groups()
    vowel = word[0] in "aeiouAEIOU" and not CONSONANT_SOUND.match(word)
    spelled = SPELLED.match(word) and not word[1:2].islower()
    return f"{article}{'n' if vowel or spelled or word.startswith(('hour', 'honour')) else ''} {marks}{word}"


def _curly(text: str) -> str:
    """Return `text` with curly quotation marks and apostrophes."""
    text = re.sub(r'(^|[\s(\[{]|\{[SQC][0-9]+ )"', "\\1“", text).replace('"', "”")
    return text.replace("'", "’").replace(" -- ", " — ")
