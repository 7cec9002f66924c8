"""Reading with a language model behind an OpenAI-compatible endpoint; nothing here runs unless it is asked for."""

from muniment.pipeline.llm.endpoint import Endpoint, endpoint
from muniment.pipeline.llm.reading import llm_extractor

__all__ = ["Endpoint", "endpoint", "llm_extractor"]
