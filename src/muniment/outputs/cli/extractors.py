"""`--extractor` and what goes with it: who reads the documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

import click

from muniment.errors import UsageError
from muniment.settings import Settings

if TYPE_CHECKING:
    from muniment.pipeline.extractor import Extractor

OURS: Final = "muniment"
LLM: Final = "llm"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, as the options say; None where one was not given."""

    extractor: str
    language: str | None
    llm_url: str | None
    llm_model: str | None

    def chosen(self, given: Settings) -> Extractor:
        """The extractor that options and settings name. Only the option sends text away: no setting does it unasked.

        Raises UsageError where options do not go together or name nothing, ModelError.
        """
        return self._llm(given) if self.extractor == LLM else self._ours(given)

    def _ours(self, given: Settings) -> Extractor:
        from muniment.pipeline.extractor import extractor

        if self.llm_url is not None or self.llm_model is not None:
            raise UsageError("--llm-url and --llm-model ask nobody by themselves.", f"Add --extractor {LLM}.")
        return extractor(self.language if self.language is not None else given.language)

    def _llm(self, given: Settings) -> Extractor:
        from muniment.pipeline.llm import endpoint, llm_extractor

        if self.language:
            raise UsageError("--language is for our own reading.", f"Leave it or --extractor {LLM} out.")
        url = self.llm_url if self.llm_url is not None else given.llm_url
        model = self.llm_model if self.llm_model is not None else given.llm_model
        return llm_extractor(endpoint(url, model, given.llm_key, given.llm_timeout))


_OPTIONS: Final = (
    click.option(
        "--language",
        metavar="PIPELINE",
        help="Read with this language pipeline, as spacy:en_core_web_trf.  [default: $MUNIMENT_LANGUAGE, else our own]",
    ),
    click.option(
        "--extractor",
        type=click.Choice((OURS, LLM)),
        default=OURS,
        show_default=True,
        help="Read on this machine, or send the text to the language model at --llm-url.",
    ),
    click.option(
        "--llm-url",
        metavar="URL",
        help="An OpenAI-compatible API, as http://localhost:11434/v1. The text goes there and nowhere else; "
        "a key is read from $MUNIMENT_LLM_KEY alone.  [default: $MUNIMENT_LLM_URL]",
    ),
    click.option(
        "--llm-model",
        metavar="NAME",
        help="The language model, as its server calls it.  [default: $MUNIMENT_LLM_MODEL]",
    ),
)


def extractor_options(command: Callable[..., int]) -> Callable[..., int]:
    """`--extractor`, `--language`, `--llm-url` and `--llm-model`, which the command gets as one `reader`."""

    @wraps(command)
    def read(
        *arguments: Any, extractor: str, language: str | None, llm_url: str | None, llm_model: str | None, **others: Any
    ) -> int:
        return command(*arguments, reader=Reader(extractor, language, llm_url, llm_model), **others)

    for option in reversed(_OPTIONS):
        read = option(read)
    return read
