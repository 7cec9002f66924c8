"""Whom and what names mean. So far: which spellings are one name (`fold.py`)."""

from muniment.ledger.identity.fold import fold, fold_words

__all__ = ["fold", "fold_words"]
