"""Reporting verbs with the clause or quotation that they report: "said that X", "X, she said", `told Z: "X"`."""

from __future__ import annotations

from collections.abc import Iterator

from muniment.claims.clauses.predicates import lemma_of, predicate_at
from muniment.claims.clauses.tree import Tree
from muniment.claims.reading import Reading
from muniment.claims.speech.cue import (
    attribution,
    inverted,
    is_hypothetical,
    is_negated,
    is_open,
    is_unheard,
    outer_cue,
    speakers,
    stranded,
    strayed,
)
from muniment.claims.speech.draft import Draft
from muniment.claims.speech.edges import OPENING, QUOTE_MARKS, Quotes
from muniment.claims.speech.words import words

# A run of reported words shorter than this beside an attribution is a scrap of the parse, unless it is quoted.
_FEWEST = 3


def told(reading: Reading, quotes: Quotes, verb: int) -> Iterator[Draft]:
    """Drafts for one reporting verb: one for each run of reported words, before and after the attribution."""
    tree = reading.tree
    lemma = lemma_of(tree, verb)
    known = words()
    if lemma not in known.say and lemma not in known.think:
        return
    if (lemma not in known.strong and is_hypothetical(tree, verb)) or is_open(tree, verb):
        return
    if lemma == "ask" and _is_asked(tree, verb):
        return
    predicate = predicate_at(tree, verb)
    who = _nearest(tree, verb, speakers(reading, predicate))
    if not who or is_unheard(reading, verb, who) or is_negated(tree, verb):
        return
    after = inverted(reading, verb)
    own = attribution(tree, verb) if after is None else _tail(tree, verb)
    ahead = strayed(tree, verb)
    if ahead is not None:
        own = sorted({*own, *tree.subtree(ahead)})
        own = list(range(own[0], own[-1] + 1))
    phrase = stranded(tree, verb)
    if phrase is None:
        rule, parts = _reported(tree, quotes, verb, lemma, own)
    else:
        own = sorted({*phrase, *own})
        sentence = tree.sentences[tree.sentence_of[verb]]
        parts = [part for part in [list(range(sentence.first, own[0]))] if _is_enough(tree, quotes, part)]
        rule = "stranded"
    hearers = _hearers(tree, verb, lemma)
    for part in parts:
        part = _without_speaker(tree, part, who)
        if hearers.issuperset(part) or tree.tokens[part[0]].xpos in {"WDT", "WP", "WP$"}:
            continue
        content = tree.span(part)
        evidence = tree.span([*own, *part])
        yield Draft(who, verb, content, evidence, rule)


def _nearest(tree: Tree, verb: int, who: tuple[int, ...]) -> tuple[int, ...]:
    """The speakers in the subject beside the verb, where the parser gives it two: in "Chad, a buyer, took ten tanks,
    the Herald added" Chad adds nothing."""
    subjects = tree.kids(verb, "nsubj")
    if len(subjects) < 2:
        return who
    own = min(subjects, key=lambda index: abs(index - verb))
    return tuple(head for head in who if head == own or own in tree.climb(head)) or who


def _is_asked(tree: Tree, verb: int) -> bool:
    """ "Asked why it was closed, he said ...": others asked."""
    token = tree.tokens[verb]
    bare = tree.kid(verb, "aux", "nsubj") is None and token.deprel.startswith(("advcl", "acl"))
    return token.xpos in {"VBN", "VBD"} and bare


def _hearers(tree: Tree, verb: int, lemma: str) -> frozenset[int]:
    """The tokens of the phrase that is addressed, with what describes it: "told a meeting held to review ..."."""
    if lemma not in words().addressing:
        return frozenset()
    heads = [child for child in tree.kids(verb, "obj", "iobj") if tree.tokens[child].lemma.lower() in words().audience]
    return frozenset(index for head in heads for index in tree.subtree(head))


def _without_speaker(tree: Tree, part: list[int], who: tuple[int, ...]) -> list[int]:
    """Cuts reported words off where the speaker's own phrase begins among them, behind a comma or quotation mark."""
    for head in who:
        if part[0] < head <= part[-1]:
            first = min(tree.block(head))
            if tree.tokens[first - 1].upos == "PUNCT" and first > part[0]:
                return [index for index in part if index < first]
    return part


def _reported(tree: Tree, quotes: Quotes, verb: int, lemma: str, own: list[int]) -> tuple[str, list[list[int]]]:
    """The rule that found reported words and their runs of tokens."""
    inside = [child for child in tree.kids(verb, "ccomp") if tree.tokens[child].deprel == "ccomp"]
    if inside:
        inside += [child for child in tree.kids(verb, "obj") if child > verb and lemma not in words().addressing]
        region = sorted({index for child in inside for index in tree.subtree(child)} - set(own))
        parts = _runs(tree, quotes, region, own)
        if parts:
            return f"{'think' if lemma in words().think else 'say'}", parts
    strong = lemma in words().strong or lemma in words().think
    if tree.tokens[verb].deprel == "parataxis" and strong and not _apart(tree, own):
        top = tree.tokens[verb].head
        region = sorted(set(tree.subtree(top)) - set(tree.subtree(verb)) - set(own))
        parts = _runs(tree, quotes, region, own)
        if parts:
            return "aside", parts
    if lemma in words().strong and quotes.at(tree.tokens[verb].start) is None:
        return "beside", _beside(tree, quotes, verb, own)
    return "", []


def _apart(tree: Tree, own: list[int]) -> bool:
    """A semicolon, colon or bracket parts a clause of its own from what stands before it."""
    before = own[0] - 1
    sentence = tree.sentences[tree.sentence_of[own[0]]]
    return before >= sentence.first and tree.tokens[before].text in {";", ":", "(", "•"}


def _tail(tree: Tree, verb: int) -> list[int]:
    """The attribution after which nothing is reported: from an inverted verb to the next quotation or the sentence's
    end."""
    sentence = tree.sentences[tree.sentence_of[verb]]
    last = verb
    while last + 1 < sentence.last and tree.tokens[last + 1].text not in OPENING:
        last += 1
    return list(range(verb, last + 1))


def _runs(tree: Tree, quotes: Quotes, region: list[int], own: list[int]) -> list[list[int]]:
    """The parts of a region before and after the attribution that are long enough to report something."""
    before = [index for index in region if index < own[0]]
    following = own[-1] + 1
    parted = following < len(tree.tokens) and tree.tokens[following].text in {";", "(", "—", "--"}
    after = [] if parted else _until_next_cue(tree, [index for index in region if index > own[-1]])
    parts = [part for part in (before, after) if _is_enough(tree, quotes, part)]
    if len(parts) == 2 and not _goes_on(tree, quotes, after):
        return parts[:1]
    return parts


def _goes_on(tree: Tree, quotes: Quotes, after: list[int]) -> bool:
    """What follows an attribution behind reported words reports more only as a quotation or a clause of its own."""
    first = next(index for index in after if tree.tokens[index].upos != "PUNCT")
    if quotes.at(tree.tokens[first].start) is not None:
        return True
    finite = any(tree.tokens[index].xpos in {"VBD", "VBZ", "VBP", "MD"} for index in after)
    return finite and tree.tokens[first].upos not in {"ADP", "SCONJ", "ADV"}


def _until_next_cue(tree: Tree, part: list[int]) -> list[int]:
    """Cuts ", adding that ..." off reported words to which the parser joined it."""
    for place, index in enumerate(part[1:], start=1):
        token = tree.tokens[index]
        if token.upos == "VERB" and outer_cue(tree, index) is not None:
            return [each for each in part[:place] if each < min(tree.children[index], default=index) or each < part[0]]
        if token.xpos == "VBG" and tree.tokens[index - 1].text == "," and lemma_of(tree, index) in words().strong:
            return part[:place]
    return part


def _is_enough(tree: Tree, quotes: Quotes, part: list[int]) -> bool:
    spoken = [index for index in part if tree.tokens[index].upos not in {"PUNCT", "CCONJ", "SYM"}]
    if not spoken:
        return False
    if quotes.at(tree.tokens[spoken[0]].start) is not None or quotes.at(tree.tokens[spoken[-1]].start) is not None:
        return True
    return len(spoken) >= _FEWEST and any(tree.tokens[index].upos in {"VERB", "AUX"} for index in spoken)


def _beside(tree: Tree, quotes: Quotes, verb: int, own: list[int]) -> list[list[int]]:
    """Reported words that stand beside the attribution though the tree does not join them: after a colon, in a
    quotation,
    or before a comma."""
    sentence = tree.sentences[tree.sentence_of[verb]]
    place = own[-1] + 1
    while place < sentence.last and tree.tokens[place].text in {",", ":", "that"} | set(QUOTE_MARKS) | {"''", "``"}:
        place += 1
    parts: list[list[int]] = []
    if sentence.last > place > own[-1] + 1 and tree.tokens[place - 1].text != ",":
        parts.append(_until_next_cue(tree, list(range(place, sentence.last))))
    if _closes(tree, verb, own):
        parts.insert(0, list(range(sentence.first, own[0])))
    return [part for part in parts if _is_enough(tree, quotes, part)]


def _closes(tree: Tree, verb: int, own: list[int]) -> bool:
    """The attribution stands as a clause of its own behind a comma or quotation mark, and something was said before
    it."""
    sentence = tree.sentences[tree.sentence_of[verb]]
    token = tree.tokens[verb]
    if token.xpos not in {"VBD", "VBZ", "VBP"} or token.deprel.startswith(("acl", "advcl", "conj")):
        return False
    before, after = own[0] - 1, own[-1] + 1
    if before <= sentence.first or tree.tokens[before].text not in {",", "''", "?", "!"} | set(QUOTE_MARKS):
        return False
    if after < sentence.last and tree.tokens[after].upos != "PUNCT":
        return False
    return any(tree.tokens[index].upos in {"VERB", "AUX"} for index in range(sentence.first, before))
