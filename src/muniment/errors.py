"""Every error Muniment raises on purpose, in one tree.

```text
MunimentError            what went wrong, and the remedy
├── UsageError           the call cannot be carried out as asked          exit 2   HTTP 400
├── NotFound             no such document, claim, record or register      exit 3   HTTP 404
├── CaseError            the case file cannot be used                     exit 4   HTTP 503
│   ├── CaseLocked       another process is writing to it                 exit 4   HTTP 503
│   └── CaseForeign      the file is no Muniment case, or a newer one     exit 4   HTTP 503
├── VocabularyError      a data file of ours (or the user's) is malformed exit 5   HTTP 500
├── ModelError           the language model cannot be loaded              exit 6   HTTP 500
│   └── EndpointError    the server of a language model is of no use      exit 6   HTTP 502
└── DocumentRefused      this document cannot be read; the run goes on    exit 0*  HTTP 422
```

`DocumentRefused` is of another kind than the rest: it skips one document, never stops a run. (*) A run in
which every document was refused ends with exit code 1.
"""

from __future__ import annotations


class MunimentError(Exception):
    """Base of the tree: `cause` says what is wrong and names the file; `remedy` says what to do about it."""

    exit_code: int = 1
    http_status: int = 500

    def __init__(self, cause: str, remedy: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.cause} {self.remedy}".strip()


class UsageError(MunimentError):
    """The call cannot be carried out as asked: an unknown register, a bad filter, an output that exists."""

    exit_code = 2
    http_status = 400


class NotFound(MunimentError):
    """No document, claim, record or register goes by that name."""

    exit_code = 3
    http_status = 404


class CaseError(MunimentError):
    """The case file cannot be used."""

    exit_code = 4
    http_status = 503


class CaseLocked(CaseError):
    """Another process is writing to the case."""


class CaseForeign(CaseError):
    """The file is not a Muniment case, or was written by a newer version."""


class VocabularyError(MunimentError):
    """A data file (register, frame, word list) is malformed; the message names file and entry."""

    exit_code = 5


class ModelError(MunimentError):
    """The language model is missing or damaged."""

    exit_code = 6


class EndpointError(ModelError):
    """The server of a language model that the user named cannot be reached, refuses the key, or is no such server."""

    http_status = 502


class DocumentRefused(MunimentError):
    """One document cannot be read. The run records the refusal and goes on."""

    exit_code = 1
    http_status = 422
