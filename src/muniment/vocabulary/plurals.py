"""English plurals of the phrases in our lists; regular ones and the few irregular ones the lists need."""

from __future__ import annotations

from typing import Final

from muniment.text.tokens import word_set

_IRREGULAR: Final = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "aircraft": "aircraft", "craft": "craft",
    "foot": "feet", "wife": "wives", "chief": "chiefs", "staff": "staff", "police": "police", "personnel": "personnel",
    "people": "people", "troops": "troops", "baby": "babies", "artillery": "artillery", "ammunition": "ammunition",
    "attache": "attaches", "materiel": "materiel", "equipment": "equipment", "hardware": "hardware", "radar": "radars",
}  # fmt: skip
_HEADED: Final = frozenset({"of", "for", "to", "in", "on", "at", "without", "and"})
_MASS: Final = word_set(
    "arms weaponry ammunition artillery aid assistance training technology gas uranium plutonium fuel fibre fiber gear "
    "armour armor software imagery water flak steel explosives munitions defence defense sarin gunpowder"
)


def plural(phrase: str) -> str:
    """The plural of a phrase: of the word before "of" and the like, of the last word otherwise."""
    words = phrase.split()
    head = next((i - 1 for i, word in enumerate(words) if word in _HEADED and i), len(words) - 1)
    words[head] = _word(words[head])
    return " ".join(words)


def _word(word: str) -> str:
    stem, hyphen, last = word.rpartition("-")
    if last in _IRREGULAR:
        return f"{stem}{hyphen}{_IRREGULAR[last]}"
    if last.endswith("man") and last not in ("human", "german", "roman", "talisman"):
        return f"{stem}{hyphen}{last[:-3]}men"
    if last in _MASS or (last.endswith(("ss", "people", "men")) and last.endswith(("people", "men"))):
        return word
    if last.endswith(("s", "x", "ch", "sh", "z")) and not last.endswith("archs"):
        return word if last.endswith("s") and not last.endswith("ss") else f"{word}es"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"
