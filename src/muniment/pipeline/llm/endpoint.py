"""Where a language model is asked, as the user named it. Checked before a word of any document leaves the machine."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, urlsplit

from muniment.errors import UsageError
from muniment.settings import DEFAULT_LLM_TIMEOUT, LLM_KEY_VARIABLE

_CHAT: Final = "/chat/completions"
_EXAMPLE: Final = "Give one as http://localhost:11434/v1 or https://example.org/v1."


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The chat completions of one server. `target` is path and query; `llm` the name that the server knows the language
    model by; `timeout` the seconds that an answer may take."""

    host: str
    port: int
    secure: bool
    target: str
    llm: str
    timeout: float
    key: str = field(default="", repr=False, compare=False)

    @property
    def place(self) -> str:
        """The URL for people: without a query, which may hold what is nobody's business."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http{'s' * self.secure}://{host}:{self.port}{self.target.partition('?')[0]}"


def endpoint(url: str, llm: str, key: str = "", timeout: float = DEFAULT_LLM_TIMEOUT) -> Endpoint:
    """The endpoint at `url`, the base of the API (".../v1") or its chat completions.

    Raises UsageError where it is no such URL, holds a password, or would send the text unencrypted to another machine;
    and where no model is named.
    """
    if not llm.strip() or not llm.isprintable():
        raise UsageError("No language model is named.", "Name one that the server has with --llm-model.")
    if not url or not url.isascii() or not url.isprintable() or " " in url:
        raise UsageError(f"{url!r} is no URL." if url else "No URL of a language model is given.", _EXAMPLE)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(f"The URL cannot be read ({error}).", _EXAMPLE) from None
    if parts.username is not None or parts.password is not None:
        raise UsageError("The URL holds a user or password.", f"Put the key into {LLM_KEY_VARIABLE} and nowhere else.")
    if parts.scheme not in ("http", "https") or not host or parts.fragment:
        raise UsageError(f"{url!r} is no URL of a server.", _EXAMPLE)
    secure = parts.scheme == "https"
    if not secure and not _is_here(host):
        raise UsageError(
            f"{host} is another machine, and http:// is not encrypted: whoever is on the way could read text and key.",
            f"Use https://, or a tunnel: ssh -L {port or 80}:localhost:{port or 80} {host}, "
            f"then --llm-url http://localhost:{port or 80}{parts.path}.",
        )
    return Endpoint(host, port or (443 if secure else 80), secure, _target(parts), llm.strip(), timeout, key)


def _target(parts: SplitResult) -> str:
    path = parts.path.rstrip("/") or "/v1"
    path = path if path.endswith(_CHAT) else path + _CHAT
    return f"{path}?{parts.query}" if parts.query else path


def _is_here(host: str) -> bool:
    """True for a name or address of this machine itself."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
