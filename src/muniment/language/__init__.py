"""Text to Analysis: tokens, sentences, dependency tree, names, quoted speech; typed things and attributions.

Importing this package loads no model and none of the libraries that run it; `load_analyser()` does.
"""

from __future__ import annotations

from muniment.language.analysis import Analyser, Analysis, Attribution, Sentence, Token

__all__ = ["Analyser", "Analysis", "Attribution", "Sentence", "Token", "load_analyser"]


def load_analyser(threads: int = 0, pipeline: str = "", branch: bool = False) -> Analyser:
    """Return an analyser over the packaged model; `threads` 0 leaves their number to the runtime.

    The number of threads never changes what it says. With `branch` it finds typed things and attributions too, and
    takes half as long again; all else stays the same. `pipeline` names a spaCy pipeline to read with instead.
    Raises FileNotFoundError where the package lacks its model, ModelError where spaCy or its pipeline is missing.
    """
    if pipeline:
        from muniment.language.spacy import load_spacy

        return load_spacy(pipeline)
    from muniment.language.analyser import NeuralAnalyser
    from muniment.language.branch import Branch
    from muniment.language.model import Model

    return NeuralAnalyser(Model(threads=threads), Branch(threads=threads) if branch else None)
