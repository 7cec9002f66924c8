"""A second proposer: what a language model answers about a passage, read as claims. Pure; `pipeline/llm` asks.

The answer is material, never an instruction: it may only point at words of the document. Where they stand and what they
mean is found here, by the readers that frames use too, and `ground.admit` has the last word.
"""

from muniment.claims.llm.answer import BrokenAnswer, grounded
from muniment.claims.llm.passages import passages
from muniment.claims.llm.prompt import instructions, question, schema
from muniment.claims.llm.reader import Reader

__all__ = ["BrokenAnswer", "Reader", "grounded", "instructions", "passages", "question", "schema"]
