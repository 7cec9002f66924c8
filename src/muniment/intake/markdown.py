"""Markdown with YAML front matter.

The text is the whole file, so that offsets are the file's own; the front matter and the signs before headings
are marked as furniture. Front matter is a mapping between a first line `---` and a closing `---` or `...`;
every value is taken as written (`id: 007` stays 007, `date: 2022-03-01` stays a string).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from muniment.errors import DocumentRefused
from muniment.intake.draft import Draft
from muniment.intake.encoding import decode
from muniment.intake.plain import encoding_findings
from muniment.intake.source import NOTHING, Declared, declared_from
from muniment.schema.document import Furniture
from muniment.schema.span import Span

_OPENING: Final = re.compile(r"---[ \t]*\n")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_HEADING: Final = re.compile(r"^#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_FRONT_LIMIT: Final = 65_536  # characters; a front matter has some hundred, and YAML is slow on more


def read_markdown(raw: bytes) -> Draft:
    """Raises DocumentRefused (without the file's name) for no text, a front matter that is no YAML, or no body."""
    decoded = decode(raw)
    text = decoded.text
    declared, end = _front_matter(text)
    if end and not text[end:].strip():
        raise DocumentRefused("it has a front matter but no text after it.", "Add the article's text.")
    marks = [Furniture(Span(0, len(text[:end].rstrip())), "front matter")] if end else []
    marks += [Furniture(Span(m.start(), m.end()), "heading sign") for m in _HEADING.finditer(text, end)]
    return Draft(text, declared, tuple(marks), encoding_findings(decoded))


def _front_matter(text: str) -> tuple[Declared, int]:
    """What the front matter declares and where it ends; nothing and 0 where the file has none."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _FRONT_LIMIT) if opening else None
    if opening is None or closing is None:
        return NOTHING, 0
    entry = _yaml(text[opening.end() : closing.start()])
    return (declared_from(entry), closing.end()) if entry is not None else (NOTHING, 0)


def _yaml(words: str) -> Mapping[str, object] | None:
    """The mapping that `words` are; None where they are YAML of another kind (prose between two rules)."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError

    try:
        value = YAML(typ="base", pure=True).load(words)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise DocumentRefused(
            f"its front matter is no valid YAML (line {line}: {error.problem}).",
            'Mend that line; a value that holds a colon goes between quotes: title: "Ceasefire: day one".',
        ) from error
    except Exception as error:  # ruamel raises bare errors of many kinds on broken input; all mean the same here
        raise DocumentRefused(f"its front matter is no valid YAML ({error}).", "Mend or remove it.") from error
    return {str(key): item for key, item in value.items()} if isinstance(value, Mapping) else None
