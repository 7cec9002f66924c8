"""A frame's own examples, read as documents: the sentences beside a frame are its tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from muniment.claims.extract import extract
from muniment.claims.frames import Example, Frame
from muniment.schema.claim import Claim
from muniment.schema.document import Document

if TYPE_CHECKING:
    from muniment.language import Analyser

PUBLISHED: Final = "2024-05-10"  # the day on which every example counts as printed


def read_examples(frames: Iterable[Frame], analyser: Analyser) -> Mapping[str, tuple[Claim, ...]]:
    """The claims of every example sentence, by its text, each read as a document of its own."""
    texts = list(dict.fromkeys(example.text for frame in frames for example in frame.examples))
    found = {}
    for text, analysis in zip(texts, analyser.analyse(texts), strict=True):
        document = Document(id=Document.id_of(text), name="example", text=text, published=PUBLISHED)
        found[text] = extract(document, analysis).claims
    return found


def failure(frame: Frame, example: Example, claims: Sequence[Claim]) -> str:
    """What the claims of an example's text have wrong, in words; "" where they are as the frame says.

    A sentence that must match gives a claim of the frame's register, by whatever frame, with at least the cells given;
    one that must not gives none of this frame.
    """
    made = [claim for claim in claims if claim.register == frame.register]
    if example.cells is None:
        wrong = [claim for claim in made if claim.frame == frame.id]
        return f"gave {_shown(wrong)}" if wrong else ""
    fitting = [claim for claim in made if _holds(claim, example.cells)]
    if not fitting:
        return f"gave {_shown(made)}" if made else "gave nothing"
    if example.modality and example.modality not in {claim.modality for claim in fitting}:
        return f"is {fitting[0].modality}, not {example.modality}"
    return ""


def _holds(claim: Claim, cells: Mapping[str, object]) -> bool:
    """True where the claim has all the given cells with these values; lists in any order."""
    for name, wanted in cells.items():
        value = claim.cells[name].value if name in claim.cells else None
        if isinstance(wanted, list):
            if not isinstance(value, tuple) or sorted(value) != sorted(wanted):
                return False
        elif value != wanted:
            return False
    return True


def _shown(claims: Iterable[Claim]) -> str:
    return "; ".join(
        f"{claim.frame} ({', '.join(f'{name}: {_plain(cell.value)}' for name, cell in claim.cells.items())})"
        for claim in claims
    )


def _plain(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
