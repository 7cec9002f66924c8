"""Whose "the regime" and "the military" are: bodies of state that a document names with their country once and without
it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from muniment.claims.clauses.tree import Tree

GOVERNMENT: Final = frozenset("government regime junta authorities administration leadership kremlin".split())
FORCES: Final = frozenset({"military", "army", "armed force", "armed forces"})
_DEFINITE: Final = frozenset({"the", "this", "that"})


class States:
    """Finds the country of a bare definite "the regime" or "the army" in one document.

    `nation_of` says which country a phrase names as its own. A bare phrase is that of the only country whose body of
    this kind the document names; of several, the one named last before it. Forces may borrow from governments and the
    other way round only where the document names one country in both ways.
    """

    def __init__(self, tree: Tree, nation_of: Callable[[int], str | None]) -> None:
        self._tree = tree
        self._named: dict[frozenset[str], list[tuple[int, str]]] = {GOVERNMENT: [], FORCES: []}
        for index, token in enumerate(tree.tokens):
            kind = kind_of(token.lemma.lower(), token.text.lower())
            if kind is not None and (nation := nation_of(index)) is not None:
                self._named[kind].append((index, nation))

    def nation(self, index: int) -> str | None:
        """The country of the body of state at token `index`, None where the document leaves it open."""
        token = self._tree.tokens[index]
        kind = kind_of(token.lemma.lower(), token.text.lower())
        if kind is None or not self._is_bare(index):
            return None
        same = self._named[kind]
        if not same:
            both = {nation for named in self._named.values() for _, nation in named}
            return both.pop() if len(both) == 1 else None
        if len({nation for _, nation in same}) == 1:
            return same[0][1]
        before = [nation for at, nation in same if at < index]
        return before[-1] if before else None

    def told(self, index: int, nation: str) -> str:
        """The nation as the document writes it before the body last named before token `index`: "US" of "US forces"."""
        kind = kind_of(self._tree.tokens[index].lemma.lower(), self._tree.tokens[index].text.lower())
        same = [at for at, home in self._named.get(kind or FORCES, []) if home == nation and 0 < at < index]
        word = self._tree.tokens[same[-1] - 1] if same else None
        beside = word is not None and word.deprel in {"amod", "compound"} and word.head == same[-1]
        return word.text if word is not None and beside else nation

    def _is_bare(self, index: int) -> bool:
        """True for "the regime", "the military regime"; not for "the rebel government of the north"."""
        words = {self._tree.tokens[child].text.lower() for child in self._tree.kids(index, "det")}
        own = self._tree.kids(index, "nmod", "compound", "flat")
        described = {self._tree.tokens[child].text.lower() for child in self._tree.kids(index, "amod")}
        return bool(words & _DEFINITE) and not own and described <= _PLAIN


_PLAIN: Final = frozenset({"military", "ruling", "current", "new", "isolated", "authoritarian", "civilian", "central"})


def kind_of(lemma: str, word: str) -> frozenset[str] | None:
    """GOVERNMENT or FORCES, None for a noun that is neither."""
    if lemma in GOVERNMENT or word in GOVERNMENT:
        return GOVERNMENT
    return FORCES if lemma in FORCES else None
