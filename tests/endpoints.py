"""A server of chat completions on loopback, which answers as a test tells it to and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Given:
    """A reply: a status, headers, and a body that is sent as it is where it is no answer."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: its path, headers and JSON."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]

    @property
    def passage(self) -> str:
        """What the user message holds."""
        return str(self.body["messages"][-1]["content"])

    @property
    def form(self) -> str:
        """The form that is asked of the answer, "" for none."""
        return str(self.body.get("response_format", {}).get("type", ""))


Script: TypeAlias = Callable[[Asked], Given]


@dataclass(slots=True)
class Endpoint:
    """A running server: its URL, and the requests so far."""

    url: str
    asked: list[Asked] = field(default_factory=list)


def answer(claims: object, *, reason: str = "stop", usage: tuple[int, int] | None = (1200, 80)) -> Given:
    """A completion whose text is claims as JSON, or any text."""
    text = claims if isinstance(claims, str) else json.dumps({"claims": claims}, ensure_ascii=False)
    told: dict[str, Any] = {"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": reason}]}
    if usage is not None:
        told["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1]}
    return Given(body=json.dumps(told).encode())


def failure(status: int, message: str = "", headers: Mapping[str, str] | None = None) -> Given:
    """An error as OpenAI's API words it."""
    return Given(status, json.dumps({"error": {"message": message}}).encode(), headers or {})


@contextmanager
def serving(script: Script) -> Iterator[Endpoint]:
    """A server until the block ends. What the script raises breaks the connection."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            request = Asked(self.path, dict(self.headers), body)
            asked.append(request)
            given = script(request)
            self.send_response(given.status)
            for name, value in {**given.headers, "Content-Length": str(len(given.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(given.body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Says nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Says nothing."""

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield Endpoint(f"http://127.0.0.1:{server.server_port}/v1", asked)
    finally:
        server.shutdown()
        server.server_close()
