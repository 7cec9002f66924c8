"""Text and key go where the user says, encrypted unless that is this machine."""

from __future__ import annotations

import pytest

from muniment.errors import UsageError
from muniment.pipeline.llm import endpoint, llm_extractor


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"),
        ("http://localhost:8080", "http://localhost:8080/v1/chat/completions"),
        ("http://127.0.0.3:8080/", "http://127.0.0.3:8080/v1/chat/completions"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions"),
        ("https://llm.example.org/v1/", "https://llm.example.org:443/v1/chat/completions"),
        ("https://example.org/a/chat/completions", "https://example.org:443/a/chat/completions"),
        ("https://example.org/v1?api-version=1&token=x", "https://example.org:443/v1/chat/completions"),
    ],
)
def test_a_url_names_the_chat_completions_of_a_server(url: str, place: str) -> None:
    assert endpoint(url, "m").place == place


def test_a_query_is_sent_and_not_shown() -> None:
    found = endpoint("https://example.org/v1?api-version=1", "m")
    assert found.target == "/v1/chat/completions?api-version=1"
    assert "api-version" not in found.place


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", "No URL"), ("localhost:11434", "no URL"), ("ftp://localhost/v1", "no URL"), ("http:///v1", "no URL"),
        ("http://localhost:eleven/v1", "cannot be read"), ("https://[::1/v1", "cannot be read"),
        ("http://localhost/v1#x", "no URL"), ("http://local host/v1", "no URL"), ("https://exämple.org", "no URL"),
        ("https://example.org/v1\r\nX: y", "no URL"),
        ("http://llm.example.org/v1", "not encrypted"), ("http://192.168.1.7:8000/v1", "not encrypted"),
        ("http://localhost.example.org/v1", "not encrypted"), ("http://0.0.0.0:8000/v1", "not encrypted"),
    ],
)  # fmt: skip
def test_other_urls_are_refused(url: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        endpoint(url, "m")


def test_a_server_in_the_next_room_is_reached_by_a_tunnel() -> None:
    with pytest.raises(UsageError) as caught:
        endpoint("http://gpu.example.org:8000/v1", "m")
    assert "ssh -L 8000:localhost:8000 gpu.example.org" in caught.value.remedy


def test_a_password_in_the_url_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError) as caught:
        endpoint("https://me:secret@example.org/v1", "m")
    assert "secret" not in str(caught.value)
    assert "MUNIMENT_LLM_KEY" in caught.value.remedy


@pytest.mark.parametrize("model", ["", "  ", "a\nb"])
def test_a_model_must_be_named(model: str) -> None:
    with pytest.raises(UsageError, match="No language model is named"):
        endpoint("http://localhost/v1", model)


def test_the_key_is_in_no_repr() -> None:
    found = endpoint("http://localhost/v1", "m", "sk-secret")
    assert "sk-secret" not in repr(found) + repr(llm_extractor(found))


def test_a_version_names_model_and_prompt_but_not_key_or_place(monkeypatch: pytest.MonkeyPatch) -> None:
    one = llm_extractor(endpoint("http://localhost/v1", "small:8b", "a"))
    assert one.name == "llm"
    assert one.version.endswith(".small:8b")
    assert one.version == llm_extractor(endpoint("https://example.org/v1", "small:8b", "b")).version
    assert one.version != llm_extractor(endpoint("http://localhost/v1", "large:70b", "a")).version
    monkeypatch.setattr("muniment.claims.llm.prompt._RULES", "Read well.\n")
    assert one.version != llm_extractor(endpoint("http://localhost/v1", "small:8b", "a")).version
