"""Small spaCy pipelines that know two sentences, with trees in either scheme."""

from __future__ import annotations

from typing import Any

import pytest

spacy = pytest.importorskip("spacy", reason="spaCy is not installed; make test-spacy runs these")

FIRST = "Norway delivered 12 frigates to Chile in May 2019."
SECOND = "Admiral Kari Lund of the Royal Navy confirmed it."
# form / lemma / UPOS / XPOS / head (from 1) / relation / name; "@" in place of a name: none.
CLEAR = {
    FIRST: "Norway Norway PROPN NNP 2 nsubj GPE|delivered deliver VERB VBD 0 ROOT @|12 12 NUM CD 4 nummod @|"
    "frigates frigate NOUN NNS 2 dobj @|to to ADP IN 2 dative @|Chile Chile PROPN NNP 5 pobj GPE|in in ADP IN 2 prep @|"
    "May May PROPN NNP 7 pobj DATE|2019 2019 NUM CD 8 nummod DATE|. . PUNCT . 2 punct @",
    SECOND: "Admiral Admiral PROPN NNP 3 compound @|Kari Kari PROPN NNP 3 compound PERSON|Lund Lund PROPN NNP 8 nsubj "
    "PERSON|of of ADP IN 3 prep @|the the DET DT 7 det ORG|Royal Royal PROPN NNP 7 compound ORG|"
    "Navy Navy PROPN NNP 4 pobj ORG|confirmed confirm VERB VBD 0 ROOT @|it it PRON PRP 8 dobj @|. . PUNCT . 8 punct @",
}
UNIVERSAL = {
    FIRST: "Norway Norway PROPN NNP 2 nsubj GPE|delivered deliver VERB VBD 0 ROOT @|12 12 NUM CD 4 nummod @|"
    "frigates frigate NOUN NNS 2 obj @|to to ADP IN 6 case @|Chile Chile PROPN NNP 2 obl GPE|in in ADP IN 8 case @|"
    "May May PROPN NNP 2 obl DATE|2019 2019 NUM CD 8 nummod DATE|. . PUNCT . 2 punct @",
    SECOND: "Admiral Admiral PROPN NNP 8 nsubj @|Kari Kari PROPN NNP 1 flat PERSON|Lund Lund PROPN NNP 1 flat PERSON|"
    "of of ADP IN 7 case @|the the DET DT 7 det ORG|Royal Royal PROPN NNP 7 compound ORG|"
    "Navy Navy PROPN NNP 1 nmod ORG|confirmed confirm VERB VBD 0 ROOT @|it it PRON PRP 8 obj @|. . PUNCT . 8 punct @",
}


def fixed_trees(doc: Any) -> Any:
    """Gives the sentences above their trees; each other one gets a flat tree under its first word."""
    from spacy.tokens import Doc, Span

    forms = [word.text for word in doc]
    rows: list[list[str]] = []
    while len(rows) < len(forms):
        rows.extend(_known(forms[len(rows) :], "clear" if doc.vocab.lang == "en" else "universal", len(rows)))
    columns = list(zip(*rows, strict=True)) if rows else [()] * 7
    made = Doc(
        doc.vocab,
        words=forms,
        spaces=[bool(word.whitespace_) for word in doc],
        lemmas=list(columns[1]),
        pos=list(columns[2]),
        tags=list(columns[3]),
        heads=[int(head) for head in columns[4]],
        deps=list(columns[5]),
    )
    labels = [*columns[6], "@"]
    edges = [place for place in range(len(forms)) if labels[place] != (labels[place - 1] if place else "@")]
    starts = [place for place in edges if labels[place] != "@"]
    ends = [next(end for end in range(start, len(labels)) if labels[end] != labels[start]) for start in starts]
    made.ents = [Span(made, start, end, label=labels[start]) for start, end in zip(starts, ends, strict=True)]
    return made


spacy.language.Language.component("fixed_trees", func=fixed_trees)


def _known(forms: list[str], scheme: str, first: int) -> list[list[str]]:
    """The rows of the sentence that opens `forms`, heads as places in the document."""
    for sentence in (CLEAR if scheme == "clear" else UNIVERSAL).values():
        rows = [row.split(" ") for row in sentence.split("|")]
        if [row[0] for row in rows] == forms[: len(rows)]:
            heads = [first + (int(row[4]) - 1 if row[4] != "0" else place) for place, row in enumerate(rows)]
            return [[*row[:4], str(head), *row[5:]] for row, head in zip(rows, heads, strict=True)]
    if forms[0].isspace():  # white space hangs on the word before, as spaCy has it
        return [[forms[0], forms[0], "SPACE", "_SP", str(max(0, first - 1)), "dep", "@"]]
    return [[forms[0], "", "", "", str(first), "ROOT", "@"]]


def pipeline(lang: str = "en") -> Any:
    """A small pipeline; "en" says its trees in CLEAR labels, "xx" in those of Universal Dependencies."""
    nlp = spacy.blank(lang)
    nlp.add_pipe("fixed_trees")
    return nlp
