"""Frames as data: which predicates open a claim in a register, and which argument fills which cell.

`vocabulary/frames/<register>.yaml` holds them; docs/reference/frames.md says what each word of such a file means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Final

from muniment.claims.frame_shape import FILE, FRAME, Lists, check_cells
from muniment.claims.naming.entity import TYPES
from muniment.errors import VocabularyError
from muniment.schema.claim import MODALITIES, Value
from muniment.vocabulary.load import parse_yaml, read_yaml
from muniment.vocabulary.own import Own, own
from muniment.vocabulary.registers import Register, names, register

# How a filler reads its argument: by the column's type unless the frame says otherwise.
READS: Final = frozenset(
    {"entity", "phrase", "place", "count", "money", "currency", "percent", "ordinal", "date", "bound", "people"}
    | {"population"}
    | {"party", "country", "vote", "ellipsis", "victim", "event", "matter", "whole"}
)
PICKS: Final = frozenset({"all", "first", "rest", "last"})


@dataclass(frozen=True, slots=True)
class Source:
    """Phrases to read: those at the end of any of `paths` (each a run of functions), of which `pick` takes all, the
    first, the last, or all but the first. `take` limits the entity types for this source, as Filler's does."""

    paths: tuple[tuple[str, ...], ...]
    pick: str = "all"
    take: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Filler:
    """Where one cell's value comes from.

    `sources` are tried in order. `take` limits the entity types, empty admits any; `words` limits the head lemma and
    `barred` excludes some. With `bare` False the predicate's own noun ("self") says too little when nothing but words
    of `padding` stands with it; fewer values than `least` count as none. `each` makes one claim for every coordinated
    value. `of` names another cell whose value counts, measures or prices this one: the sources are
    then looked up from that value's head ("24 jets and 6 helicopters": each item has its own count). `values` maps
    head lemmas, with a compound or adjective before them ("arms embargo") or alone ("embargo"), to the cell's value;
    words it does not know fill nothing. `keep` lists the prepositions whose phrases stay part of a read phrase, all
    where it is None; `whole` keeps clauses too ("a resolution demanding a truce"). A path that starts with "@cell"
    starts from that cell's value, and is tried when no other gave anything.
    """

    cell: str
    sources: tuple[Source, ...]
    read: str
    take: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    bare: bool = True
    padding: frozenset[str] = frozenset()
    least: int = 1
    each: bool = False
    of: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    keep: frozenset[str] | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must (cells given) or must not (cells None) yield a claim of the frame's register."""

    text: str
    cells: Mapping[str, Any] | None
    modality: str = ""


@dataclass(frozen=True, slots=True)
class Under:
    """What changes where an event noun stands under one of `words` ("lift" of sanctions): as Frame's own fields.

    `without` names functions that fill nothing there: who asks for sanctions does not impose them.
    """

    words: frozenset[str]
    fixed: Mapping[str, Value]
    when: Mapping[str, Mapping[str, Value]]
    modality: str = ""
    skip: bool = False
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a text states a fact of a register.

    `needs` cells must all be filled, and at least one of `any_of` where given (`enough` of them; "date" counts as a
    cell). `fixed` cells are set as they are; `when` maps a modality to cells that replace them. `modality` stands in
    for "asserted" where the tree says no more. `where` names functions of which a head must have one of the given
    lemmas ("light" is the verb or noun that lends an event noun its arguments), `unless` those of which none may (the
    frame's cue in another sense), `without` those the predicate must not have.
    `under` says what a governing verb or noun changes, first match; with `only_under` nothing is claimed without one,
    and an Under that has `skip` claims nothing. A cell of `differ` that repeats
    the value of one listed before it is dropped. `inherit` maps cells that the clause leaves open to the cells of
    which one must agree with an earlier claim of the document for its value to be taken over; "last" takes the value
    from the claim made last, "near: council senate" the nearest phrase before with such a head noun.
    """

    id: str
    register: str
    words: Mapping[str, frozenset[str]]
    fillers: tuple[Filler, ...]
    fixed: Mapping[str, Value]
    when: Mapping[str, Mapping[str, Value]]
    needs: tuple[str, ...]
    any_of: tuple[str, ...]
    modality: str
    examples: tuple[Example, ...]
    where: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    unless: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    without: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    under: tuple[Under, ...] = ()
    only_under: bool = False
    inherit: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    enough: int = 1


def frames() -> tuple[Frame, ...]:
    """All frames, in the order of the files' names and within each as written; those of the own vocabulary last.

    Raises VocabularyError where a file of that is malformed; it names the file, and the entry in it.
    """
    return (*_shipped(), *own_frames(own()))


@cache
def own_frames(words: Own) -> tuple[Frame, ...]:
    """The frames of an own vocabulary, which must be in effect. Raises as `frames` does."""
    taken = {frame.id for frame in _shipped()}
    found: list[Frame] = []
    for name, text in words.frames:
        where = f"frames/{name}.yaml"
        for frame in load_frames(parse_yaml(text, where), where):
            if frame.id in taken:
                raise VocabularyError(f"{where}: another frame is called {frame.id}.", "Give yours another id.")
            taken.add(frame.id)
            found.append(frame)
    return tuple(found)


@cache
def _shipped() -> tuple[Frame, ...]:
    folder = resources.files("muniment.vocabulary").joinpath("frames")
    files = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return tuple(frame for name in files for frame in load_frames(read_yaml(f"frames/{name}"), f"frames/{name}"))


def index() -> Mapping[tuple[str, str], tuple[Frame, ...]]:
    """Frames by (part of speech, lemma); part of speech is verb, noun or adj."""
    return _index(own())


@cache
def _index(words: Own) -> Mapping[tuple[str, str], tuple[Frame, ...]]:
    table: dict[tuple[str, str], list[Frame]] = {}
    for frame in (*_shipped(), *own_frames(words)):
        for pos, lemmas in frame.words.items():
            for lemma in sorted(lemmas):
                table.setdefault((pos, lemma), []).append(frame)
    return MappingProxyType({key: tuple(value) for key, value in table.items()})


def load_frames(data: Mapping[str, Any], where: str) -> tuple[Frame, ...]:
    """Checks and freezes one file's frames. Raises VocabularyError naming file, frame and field."""
    FILE(data, where)
    if data["register"] not in names():
        raise VocabularyError(f"{where}: no register {data['register']!r}.", f"There are: {', '.join(names())}.")
    table = register(data["register"])
    defaults = data.get("defaults", {})
    lists = {name: _words(words) for name, words in data.get("words", {}).items()}
    return tuple(_frame(entry, table, defaults, lists, where) for entry in data["frames"])


def _frame(
    entry: Mapping[str, Any],
    table: Register,
    defaults: Mapping[str, Any],
    lists: Mapping[str, frozenset[str]],
    where: str,
) -> Frame:
    where = f"{where}: frame {entry.get('id', '')}"
    FRAME(entry, where)
    check_cells(entry, table, where)
    lists = Lists(lists, where)
    words = {pos: _expand(entry.get(key, ()), lists) for pos, key in _POS}
    if not any(words.values()):
        raise VocabularyError(f"{where}: no verbs, nouns or adjectives open it", "Name at least one.")
    fillers = tuple(_filler(cell, spec, table, defaults, lists, where) for cell, spec in entry["cells"].items())
    when = _when(entry, table, where)
    return Frame(
        id=f"{table.name}.{entry['id']}",
        register=table.name,
        words=MappingProxyType(words),
        fillers=fillers,
        fixed=MappingProxyType(dict(entry.get("set", {}))),
        when=MappingProxyType({key: MappingProxyType(dict(value)) for key, value in when.items()}),
        needs=tuple(entry.get("needs", ())),
        any_of=tuple(entry.get("any_of", ())),
        modality=entry.get("modality", ""),
        examples=_examples(entry),
        where=MappingProxyType({_step(key): _expand(value, lists) for key, value in entry.get("where", {}).items()}),
        unless=MappingProxyType({_step(key): _expand(value, lists) for key, value in entry.get("unless", {}).items()}),
        without=tuple(map(_step, _names(entry.get("without", ())))),
        differ=tuple(entry.get("differ", ())),
        under=tuple(_under(item, table, lists, where) for item in entry.get("under", ())),
        only_under=bool(entry.get("only_under", False)),
        inherit=MappingProxyType({cell: tuple(_names(by)) for cell, by in entry.get("inherit", {}).items()}),
        enough=int(entry.get("enough", 1)),
    )


def _when(entry: Mapping[str, Any], table: Register, where: str) -> Mapping[str, Mapping[str, Value]]:
    """The cells that each modality sets. Raises VocabularyError for modalities and values that there are not."""
    when: Mapping[str, Mapping[str, Value]] = entry.get("when", {})
    if set(when) - set(MODALITIES) or entry.get("modality", "asserted") not in MODALITIES:
        raise VocabularyError(f"{where}: unknown modality", f"Known: {', '.join(MODALITIES)}.")
    for cells in (entry.get("set", {}), *when.values()):
        _check_fixed(cells, table, where)
    return when


def _under(entry: Mapping[str, Any], table: Register, lists: Mapping[str, frozenset[str]], where: str) -> Under:
    when = entry.get("when", {})
    for cells in (entry.get("set", {}), *when.values()):
        _check_fixed(cells, table, where)
    return Under(
        words=_expand(entry["words"], lists),
        fixed=MappingProxyType(dict(entry.get("set", {}))),
        when=MappingProxyType({key: MappingProxyType(dict(value)) for key, value in when.items()}),
        modality=entry.get("modality", ""),
        skip=bool(entry.get("skip", False)),
        without=frozenset(map(_step, _names(entry.get("without", ())))),
    )


_POS: Final = (("verb", "verbs"), ("noun", "nouns"), ("adj", "adjectives"))


def _words(value: str | Iterable[str]) -> frozenset[str]:
    return frozenset(value.split()) if isinstance(value, str) else frozenset(map(str, value))


def _expand(value: str | Iterable[str], lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """A list of words; "@name" stands for the file's own list of that name."""
    found: set[str] = set()
    for word in _words(value):
        found |= lists[word[1:]] if word.startswith("@") else {word}
    return frozenset(found)


def _filler(
    cell: str,
    spec: Any,
    table: Register,
    defaults: Mapping[str, Any],
    lists: Mapping[str, frozenset[str]],
    where: str,
) -> Filler:
    kind = "text" if cell.startswith("_") else table.column(cell).type
    own = spec if isinstance(spec, dict) else {"from": spec}
    full = {**defaults.get(cell, {}), **own}
    sources = [full["from"]] if isinstance(full.get("from"), str) else full.get("from", [])
    read = full.get("read", _DEFAULT_READ[kind])
    take = _words(full.get("take", ()))
    if read not in READS or take - TYPES:
        known = f"Known: {sorted(READS)}, {sorted(TYPES)}."
        raise VocabularyError(f"{where}: cell {cell}: unknown read or take", known)
    return Filler(
        cell,
        tuple(_source(words, f"{where}: cell {cell}") for words in sources),
        read,
        take,
        words=_expand(full.get("words", ()), lists),
        barred=_expand(full.get("except", ()), lists),
        bare=bool(full.get("bare", True)),
        padding=_expand(full.get("padding", ()), lists),
        least=int(full.get("least", 1)),
        each=bool(full.get("each", False)),
        of=str(full.get("of", "")),
        values=_values(full.get("values", {}), lists),
        keep=_words(full["keep"]) if "keep" in full else None,
        whole=bool(full.get("whole", False)),
    )


def _values(spec: Mapping[str, Any], lists: Mapping[str, frozenset[str]]) -> Mapping[str, str]:
    """Lemma → value; of two values that name one lemma the later counts ("@deal" first, exceptions behind)."""
    pairs = ((lemma, str(value)) for value, words in spec.items() for lemma in sorted(_expand(words, lists)))
    return MappingProxyType(dict(pairs))


def _source(words: str, where: str) -> Source:
    """Reads "subject+object.with:rest|person": paths joined by "+", steps by ".", behind ":" which phrases to take, and
    behind "|" of which type."""
    rest, _, kinds = words.partition("|")
    body, _, pick = rest.partition(":")
    take = _words(kinds.replace("+", " "))
    if (pick and pick not in PICKS) or take - TYPES:
        raise VocabularyError(f"{where}: cannot read {words!r}", f"Known: {sorted(PICKS)}, {sorted(TYPES)}.")
    return Source(tuple(tuple(map(_step, path.split("."))) for path in body.split("+")), pick or "all", take)


def _step(function: str) -> str:
    """A function's name: prepositions of several words are written with "_" ("according_to")."""
    return function.replace("_", " ")


def _names(value: str | Iterable[str]) -> Iterable[str]:
    return value.split() if isinstance(value, str) else map(str, value)


_DEFAULT_READ: Final = {
    "name": "entity", "list": "entity", "text": "phrase", "number": "count", "date": "date", "period": "date",
    "enum": "phrase",
}  # fmt: skip


def _check_fixed(cells: Mapping[str, Any], table: Register, where: str) -> None:
    for cell, value in cells.items():
        column = table.column(cell)
        if column.values and value not in column.values:
            raise VocabularyError(f"{where}: {cell} cannot be {value!r}", f"Known: {', '.join(column.values)}.")


def _examples(entry: Mapping[str, Any]) -> tuple[Example, ...]:
    yes = [Example(item["text"], item["cells"], item.get("modality", "")) for item in entry.get("match", ())]
    no = [Example(text, None) for text in entry.get("not", ())]
    return (*yes, *no)
