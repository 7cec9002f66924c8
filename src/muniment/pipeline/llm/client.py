"""Asks a language model with patience: waits where the server is busy, asks for less where it refuses a form, and tells
what ends a run (a wrong URL, a wrong key) from what ends one document."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final, TypeAlias

from muniment.errors import EndpointError
from muniment.pipeline.llm.endpoint import Endpoint
from muniment.pipeline.llm.http import Dropped, Overdue, Reply, Unreachable, post
from muniment.pipeline.status import Spent
from muniment.settings import LLM_KEY_VARIABLE

Message: TypeAlias = Mapping[str, str]

ATTEMPTS: Final = 5
FIRST_WAIT: Final = 1.0  # seconds; each further wait is twice as long
LONGEST_WAIT: Final = 120.0  # a server that asks for a longer one is left alone
KEPT: Final = "What was read is kept; the same command goes on from there."
_FORMS: Final = ("json_schema", "json_object", "")
_REFUSED: Final = frozenset({400, 415, 422, 501})  # a request that the server will not carry out as it stands
_SHOWN: Final = 200  # characters of a server's message that are repeated


class Unanswered(Exception):
    """This one question got no answer; the message says why. Another may get one."""


@dataclass(frozen=True, slots=True)
class Said:
    """The answer's text; `cut` is True where it ran out of room."""

    text: str
    cut: bool
    spent: Spent


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a request is put: the form asked of the answer, and whether a temperature is set (some models take none)."""

    form: int = 0
    tempered: bool = True

    def milder(self, message: str) -> _Manner | None:
        """The next to try after the server refused this one with `message`; None after the last."""
        if self.tempered and "temperature" in message.lower():
            return replace(self, tempered=False)
        if self.form + 1 < len(_FORMS):
            return replace(self, form=self.form + 1)
        return replace(self, tempered=False) if self.tempered else None


class Client:
    """Asks one endpoint. Several threads may ask at once."""

    def __init__(
        self, endpoint: Endpoint, schema: Mapping[str, Any], pause: Callable[[float], None] | None = None
    ) -> None:
        self._endpoint = endpoint
        self._schema = schema
        self._pause = pause or time.sleep
        self._manner = _Manner()  # the last that the server carried out
        self._reached = self._useful = False

    def ask(self, messages: Sequence[Message]) -> Said:
        """The answer to a chat. Raises Unanswered, and EndpointError where no other question would fare better."""
        manner = self._manner
        while True:
            reply = self._patiently(self._body(messages, manner))
            milder = manner.milder(self._message(reply)) if reply.status in _REFUSED else None
            if milder is None:
                break
            manner = milder
        if reply.status != 200:
            raise self._trouble(reply)
        said = self._said(reply)
        self._manner, self._useful = manner, True
        return said

    def _body(self, messages: Sequence[Message], manner: _Manner) -> bytes:
        asked: dict[str, Any] = {"model": self._endpoint.llm, "messages": list(messages), "stream": False}
        if manner.tempered:
            asked["temperature"] = 0
        form = _FORMS[manner.form]
        if form == "json_schema":
            named = {"name": "claims", "strict": True, "schema": self._schema}
            asked["response_format"] = {"type": form, form: named}
        elif form:
            asked["response_format"] = {"type": form}
        return json.dumps(asked, ensure_ascii=False).encode("utf-8")

    def _patiently(self, body: bytes) -> Reply:
        """The first reply that waiting would not better. Raises as `ask`."""
        wait = FIRST_WAIT
        for attempt in range(1, ATTEMPTS + 1):
            last, asked_for = attempt == ATTEMPTS, 0.0
            try:
                reply = post(self._endpoint, body)
            except Unreachable as error:
                if last or not self._reached:
                    raise self._unreachable(error) from None
            except Overdue as error:
                raise Unanswered(f"{error}; MUNIMENT_LLM_TIMEOUT sets how long to wait") from None
            except Dropped as error:
                self._reached = True
                if last:
                    raise Unanswered(str(error)) from None
            else:
                self._reached = True
                busy = reply.status == 429 or (reply.status >= 500 and reply.status not in _REFUSED)
                asked_for = _seconds(reply.retry_after)
                if last or not busy or asked_for > LONGEST_WAIT:
                    return reply
            self._pause(max(wait, asked_for))
            wait *= 2
        raise AssertionError("the last attempt returns or raises")

    def _said(self, reply: Reply) -> Said:
        try:
            found = json.loads(reply.body)
            choice = found["choices"][0]
            text, reason = choice["message"]["content"], choice.get("finish_reason")
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
            if not self._useful:
                raise EndpointError(
                    f"{self._endpoint.place} answers, but not as chat completions do.",
                    f"Give the URL of the API; it mostly ends in /v1. {KEPT}",
                ) from None
            raise Unanswered("the server's reply is none of chat completions") from None
        if reason == "content_filter":
            raise Unanswered("the server withholds the answer (content filter)")
        return Said(text if isinstance(text, str) else "", reason == "length", _spent(found.get("usage")))

    def _trouble(self, reply: Reply) -> Exception:
        """What a reply that is no answer means."""
        place, told = self._endpoint.place, self._message(reply)
        said = f": {told}" if told else ""
        if reply.status in _REFUSED or reply.status == 413:
            return Unanswered(f"the server refuses the request ({reply.status}){said}")
        if reply.status in (401, 403):
            # What servers say to a wrong key may repeat it.
            return EndpointError(f"{place} refuses the key ({reply.status}).", f"Set {LLM_KEY_VARIABLE}. {KEPT}")
        if reply.status in (402, 429):
            return EndpointError(f"{place} takes no more requests now ({reply.status}){said}.", f"Try later. {KEPT}")
        if 300 <= reply.status < 400:
            return EndpointError(
                f"{place} points to {reply.location[:_SHOWN]!r} ({reply.status}); text goes only to the URL you give.",
                f"If you trust the other, give its URL. {KEPT}",
            )
        if reply.status >= 500:
            return Unanswered(f"the server failed ({reply.status}){said}")
        remedy = f"Check --llm-url, which mostly ends in /v1, and that the server has {self._endpoint.llm!r}. {KEPT}"
        return EndpointError(f"{place} knows no such address or model ({reply.status}){said}.", remedy)

    def _unreachable(self, error: Unreachable) -> EndpointError:
        return EndpointError(
            f"{self._endpoint.place} cannot be reached ({error}).", f"Check that the server runs, and its URL. {KEPT}"
        )

    def _message(self, reply: Reply) -> str:
        """What a server says of its failure, as one short line that holds no key."""
        text = reply.body[: 40 * _SHOWN].decode("utf-8", "replace")
        try:
            found = json.loads(text)
            error = found.get("error", found)
            text = error["message"] if isinstance(error, dict) else error
        except (ValueError, KeyError, AttributeError, RecursionError):
            pass
        line = " ".join(str(text).split())
        if self._endpoint.key:
            line = line.replace(self._endpoint.key, "(the key)")
        return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _spent(usage: object) -> Spent:
    counts = usage if isinstance(usage, dict) else {}
    sent, received = (counts.get(name) for name in ("prompt_tokens", "completion_tokens"))
    return Spent(1, *(count if isinstance(count, int) and count > 0 else 0 for count in (sent, received)))


def _seconds(header: str) -> float:
    """What a Retry-After header asks for: seconds, or a date; 0 for anything else."""
    if header.strip().isdecimal():
        return float(header)
    try:
        when = parsedate_to_datetime(header)
    except ValueError:
        return 0.0
    now = datetime.now(UTC)
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - now).total_seconds())
