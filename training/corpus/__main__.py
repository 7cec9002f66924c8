"""Write `corpus.jsonl` again: python -m training.corpus."""

from __future__ import annotations

from training.corpus.build import CORPUS, lines

CORPUS.write_text("".join(line + "\n" for line in lines()), encoding="utf-8")
