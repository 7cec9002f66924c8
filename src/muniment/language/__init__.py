"""Text to Analysis: tokens, sentences, dependency tree, names, quoted speech.

Importing this package loads no model and none of the libraries that run it; `load_analyser()` does.
"""

from __future__ import annotations

from muniment.language.analysis import Analyser, Analysis, Sentence, Token

__all__ = ["Analyser", "Analysis", "Sentence", "Token", "load_analyser"]


def load_analyser(threads: int = 0) -> Analyser:
    """Return an analyser over the packaged model; `threads` 0 leaves their number to the runtime.

    The number of threads never changes what it says. Raises FileNotFoundError where the package lacks its model.
    """
    from muniment.language.analyser import NeuralAnalyser
    from muniment.language.model import Model

    return NeuralAnalyser(Model(threads=threads))
