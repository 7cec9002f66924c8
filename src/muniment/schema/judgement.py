"""A person's decision about a claim or record. Append-only: a later judgement answers an earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["accept", "reject", "correct", "merge", "split", "same", "different"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """`subject` is what is judged (a claim id for accept and reject); `detail` carries the verdict's values.

    `made` is an ISO 8601 instant, `by` the person, `why` their words.
    """

    id: str
    verdict: Verdict
    subject: str
    detail: str = ""
    by: str = ""
    made: str = ""
    why: str = ""
