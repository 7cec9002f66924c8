"""One request, one reply. No redirect is followed and no proxy is asked: text goes to the server named, no further."""

from __future__ import annotations

import ssl
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Final

from muniment.pipeline.llm.endpoint import Endpoint
from muniment.version import __version__

# An answer about a passage has some kilobytes. What is longer is not kept in memory to find out.
LARGEST: Final = 8_000_000  # bytes
_CONNECT: Final = 20.0  # seconds to reach the server; the endpoint's timeout is for its answer
_PIECE: Final = 65_536


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, whatever it says. `retry_after` and `location` are headers, "" where they are missing."""

    status: int
    body: bytes
    retry_after: str = ""
    location: str = ""


class Unreachable(Exception):
    """No connection: a wrong address, nobody listening, a certificate that does not hold."""


class Dropped(Exception):
    """The server went away in the middle, or sent no HTTP."""


class Overdue(Exception):
    """No whole answer within the timeout, or one without end; asking again would cost the same."""


def post(endpoint: Endpoint, body: bytes) -> Reply:
    """Sends JSON and waits for the reply. Raises Unreachable, Dropped, Overdue."""
    connection = _connection(endpoint)
    try:
        try:
            connection.connect()
        except (OSError, UnicodeError) as error:
            raise Unreachable(f"{error}") from None
        connection.sock.settimeout(endpoint.timeout)
        connection.request("POST", endpoint.target, body, _headers(endpoint))
        return _read(connection.getresponse(), time.monotonic() + endpoint.timeout)
    except TimeoutError:
        raise Overdue(f"no answer within {endpoint.timeout:g} s") from None
    except (OSError, HTTPException) as error:
        raise Dropped(f"the connection broke off ({type(error).__name__})") from None
    finally:
        connection.close()


def _connection(endpoint: Endpoint) -> HTTPConnection:
    if endpoint.secure:
        context = ssl.create_default_context()
        return HTTPSConnection(endpoint.host, endpoint.port, timeout=_CONNECT, context=context)
    return HTTPConnection(endpoint.host, endpoint.port, timeout=_CONNECT)


def _headers(endpoint: Endpoint) -> dict[str, str]:
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"muniment/{__version__}",
    }
    return {**headers, "Authorization": f"Bearer {endpoint.key}"} if endpoint.key else headers


def _read(response: HTTPResponse, deadline: float) -> Reply:
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise Overdue(f"an answer of more than {LARGEST // 1_000_000} MB")
        if time.monotonic() > deadline:
            raise TimeoutError
    if response.length:
        raise HTTPException("cut off")
    return Reply(
        response.status, b"".join(pieces), response.getheader("Retry-After", ""), response.getheader("Location", "")
    )
