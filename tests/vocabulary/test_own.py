"""Registers and frames of a user's own: found, merged with the shipped ones, and refused by name where malformed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from muniment.errors import VocabularyError
from muniment.vocabulary.load import parse_yaml
from muniment.vocabulary.own import NONE, Own, collect, own, use
from muniment.vocabulary.registers import NAMES, names, register, registers

PATROLS = """
register: patrols
title: Patrols
about: Who patrols where.
needs: [force]
key: [force, date]
key_needs: [force]
columns:
  - {cell: force, type: name, header: Force}
  - {cell: ships, type: number, header: Ships, bound: bound}
  - {cell: bound, type: enum, header: Bound, values: [exact, about]}
merge:
  - kind: patrol
    ways: [{force: party, date: event}]
"""


@pytest.fixture(autouse=True)
def shipped_again() -> Iterator[None]:
    """Whatever a test puts into effect ends with it."""
    yield
    use(NONE)


def write(folder: Path, **files: str) -> Path:
    """Files by their path, with "__" for "/" and without ".yaml"."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_own_registers_stand_behind_the_ten(tmp_path: Path) -> None:
    use(collect(write(tmp_path, registers__patrols=PATROLS)))
    assert names() == (*NAMES, "patrols")
    assert register("patrols").column("ships").bound == "bound"
    assert register("transfers") is registers()["transfers"]
    use(NONE)
    assert names() == NAMES


def test_equal_folders_are_equal_whatever_else_lies_there(tmp_path: Path) -> None:
    first = collect(write(tmp_path / "a", registers__patrols=PATROLS, frames__x="{}", frames__a="{}"))
    (tmp_path / "a" / "README.md").write_text("notes", encoding="utf-8")
    write(tmp_path / "b", frames__a="\ufeff{}", frames__x="{}", registers__patrols=PATROLS)
    assert collect(tmp_path / "a") == first == collect(tmp_path / "b")
    assert [name for name, _ in first.frames] == ["a", "x"]
    assert own() == NONE, "collecting puts nothing into effect"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "no registers and no frames"),
        ({"patrols": PATROLS}, r"patrols.yaml is neither registers/NAME.yaml nor frames/NAME.yaml"),
        ({"registers__sea__patrols": PATROLS}, "neither"),
    ],
)
def test_what_is_no_vocabulary_is_refused(tmp_path: Path, files: dict[str, str], words: str) -> None:
    with pytest.raises(VocabularyError, match=words) as raised:
        collect(write(tmp_path, **files))
    assert "registers/NAME.yaml" in raised.value.remedy


def test_missing_folders_and_other_encodings_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="no folder"):
        collect(tmp_path / "none")
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "x.yaml").write_bytes("about: Köln".encode("latin-1"))
    with pytest.raises(VocabularyError, match="cannot be read"):
        collect(tmp_path)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"register": "watches"}, "register is 'watches'"),
        ({"colour": "red"}, r"unknown fields \['colour'\]"),
        ({"title": 3}, "title should be words, but is 3"),
        ({"title": None}, "title should be words"),
        ({"needs": "force"}, "needs should be a list"),
        ({"needs": ["navy"]}, r"needs names unknown cells \['navy'\]"),
        ({"key_needs": [7]}, r"key_needs\[1\] should be words"),
        ({"columns": []}, "columns should be a list of 1 or more"),
        ({"columns": ["force"]}, r"columns\[1\] should be a mapping with cell, type, header"),
        ({"columns": [{"cell": "force"}]}, r"columns\[1\]: type, header missing"),
        ({"columns": [{"cell": "force", "type": "names", "header": "F"}]}, "column force: unknown type 'names'"),
        ({"columns": [{"cell": "force", "type": "enum", "header": "F"}]}, "an enum needs values"),
        ({"columns": [{"cell": "force", "type": "name", "header": "F", "values": ["a"]}]}, "only an enum"),
        ({"columns": [{"cell": "date", "type": "date", "header": "D"}]}, "column date: no name for a cell"),
        ({"columns": [{"cell": "Force", "type": "name", "header": "F"}]}, "column Force: no name for a cell"),
        ({"columns": [{"cell": "force", "type": "name", "header": "F"}] * 2}, "force stands there twice"),
        (
            {"columns": [{"cell": "force", "type": "number", "header": "F", "unit": "sea"}]},
            "force names unknown",
        ),
        ({"merge": []}, "merge should be a list of 1 or more"),
        ({"merge": [{"kind": "x", "ways": []}]}, r"merge\[1\]: ways should be a list of 1"),
        ({"merge": [{"kind": "x", "ways": [{"navy": "party"}]}]}, "merge x names unknown cells"),
        ({"merge": [{"kind": "x", "ways": [{"force": "party roughly"}]}]}, "force: unknown"),
        ({"shown": {"navy": "latest day"}}, "shown names unknown cells"),
    ],
)
def test_a_faulty_register_is_refused_by_file_and_entry(change: dict[str, Any], words: str) -> None:
    text = json.dumps({**parse_yaml(PATROLS, "patrols"), **change})  # JSON is YAML
    use(Own(registers=(("patrols", text),)))
    with pytest.raises(VocabularyError, match=words) as raised:
        registers()
    assert raised.value.cause.startswith("registers/patrols.yaml: ")
    assert raised.value.remedy


@pytest.mark.parametrize("text", ["a: [", "- a", "", "a: 1\na: 2", "register: patrols\n  title: x"])
def test_what_is_no_mapping_or_no_yaml_is_refused(text: str) -> None:
    use(Own(registers=(("patrols", text),)))
    with pytest.raises(VocabularyError, match=r"registers/patrols.yaml"):
        registers()


@pytest.mark.parametrize("name", ["Patrols", "sea patrols", "5"])
def test_a_register_has_a_plain_name(name: str) -> None:
    use(Own(registers=((name, PATROLS.replace("patrols", name)),)))
    with pytest.raises(VocabularyError, match="no name for a register"):
        registers()


def test_a_shipped_register_stands_against_an_own_one_of_its_name() -> None:
    shipped = register("votes")
    use(Own(registers=(("votes", PATROLS.replace("patrols", "votes")),)))
    assert register("votes") is shipped
