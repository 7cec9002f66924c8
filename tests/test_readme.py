"""The pages tell the truth: commands exist, sessions print what the page says, figures are the measured ones."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from muniment.outputs.cli.main import cli
from tests.readme import FIGURES, README, SESSIONS, SHARED, measured, sessions, table
from tests.shell import ROOT, same_output, steps

PAGES = [README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMAND = re.compile(r"(?:^\$ |^|`)(muniment [a-z][^`\n]*)", re.MULTILINE)


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_and_options_exist(page: Path) -> None:
    context = click.Context(cli)
    for line in COMMAND.findall(_text(page)):
        words = shlex.split(line.split(" #")[0].split(" > ")[0].split(" | ")[0], posix=True)
        command = cli.get_command(context, words[1])
        if isinstance(command, click.Group) and len(words) > 2 and not words[2].startswith("-"):
            command = command.commands[words[2]]
        known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
        used = {word.split("=")[0] for word in words[2:] if word.startswith("-") and word != "-"}
        assert used <= known | {"--help"}, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", _text(page)):
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", _text(ROOT / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)(?=`|$| +#| [A-Z]+=)", _text(page), re.MULTILINE)) <= targets


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.name)
def test_sessions_print_what_the_page_says(path: Path) -> None:
    page = _text(path)
    assert steps(page), "the page shows no session"
    for step, printed in sessions(page):
        assert same_output(step.output, printed), f"$ {step.command}\n{printed}\n(`make readme` writes it)"


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the annotated articles are not at hand")
def test_figures_are_the_measured_ones() -> None:
    shown = FIGURES.search(_text(README))
    assert shown is not None
    assert shown[0] == table(measured()), "`make figures` writes them"


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb", "a  \nb\n", True),
        ("a\n[...]\nc", "a\nb\nb\nc\n", True),
        ("a\n[...]", "a\n", True),
        ("a\n[...]\nc", "a\nb\n", False),
        ("a", "b", False),
        ("a.c", "abc", False),
    ],
)
def test_a_cut_stands_for_any_lines(shown: str, printed: str, same: bool) -> None:
    assert same_output(shown, printed) is same
