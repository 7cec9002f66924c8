"""Asking: what is waited for, what is asked more simply, what ends a question and what ends a run."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from muniment.errors import EndpointError
from muniment.pipeline.llm import endpoint, http
from muniment.pipeline.llm.client import ATTEMPTS, Client, Said, Unanswered
from muniment.pipeline.status import Spent
from tests.endpoints import Asked, Endpoint, Given, Script, answer, failure, serving

SCHEMA = {"type": "object"}
CHAT = [{"role": "user", "content": "Résumé?"}]
KEY = "sk-0123456789"


def client(server: Endpoint, waited: list[float] | None = None, timeout: float = 20) -> Client:
    return Client(endpoint(server.url, "small", KEY, timeout), SCHEMA, (waited if waited is not None else []).append)


def in_turn(*given: Given) -> Script:
    """Replies one after the other, the last again and again."""
    left = list(given)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def broken_off(_: Asked) -> Given:
    raise ConnectionError


def ask(script: Script, waited: list[float] | None = None) -> tuple[Said, list[Asked]]:
    with serving(script) as server:
        return client(server, waited).ask(CHAT), server.asked


def fails(script: Script, error: type[Exception], waited: list[float] | None = None) -> tuple[str, list[Asked]]:
    with serving(script) as server:
        with pytest.raises(error) as caught:
            client(server, waited).ask(CHAT)
        return str(caught.value), server.asked


def test_a_question_names_model_form_and_key_and_an_answer_its_tokens() -> None:
    said, (asked,) = ask(in_turn(answer([])))
    assert said == Said('{"claims": []}', False, Spent(1, 1200, 80))
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["Authorization"] == f"Bearer {KEY}"
    named = {"name": "claims", "strict": True, "schema": SCHEMA}
    assert asked.body == {
        "model": "small", "messages": CHAT, "stream": False, "temperature": 0,
        "response_format": {"type": "json_schema", "json_schema": named},
    }  # fmt: skip


def test_without_a_key_none_is_sent() -> None:
    with serving(in_turn(answer([]))) as server:
        Client(endpoint(server.url, "small"), SCHEMA).ask(CHAT)
        assert "Authorization" not in server.asked[0].headers


@pytest.mark.parametrize(("usage", "spent"), [(None, Spent(1)), ((0, 5), Spent(1, 0, 5)), ((-3, 1), Spent(1, 0, 1))])
def test_tokens_are_counted_where_the_server_tells(usage: tuple[int, int] | None, spent: Spent) -> None:
    assert ask(in_turn(answer([], usage=usage)))[0].spent == spent


def test_an_answer_that_ran_out_of_room_says_so() -> None:
    assert ask(in_turn(answer("{", reason="length")))[0].cut


def test_a_form_that_is_refused_is_asked_for_more_simply_and_that_is_remembered() -> None:
    def script(asked: Asked) -> Given:
        return failure(400, "response_format is not supported") if asked.form else answer([])

    with serving(script) as server:
        asking = client(server)
        asking.ask(CHAT)
        asking.ask(CHAT)
        assert [asked.form for asked in server.asked] == ["json_schema", "json_object", "", ""]


def test_a_model_that_takes_no_temperature_keeps_the_schema() -> None:
    def script(asked: Asked) -> Given:
        return failure(400, "Unsupported value: 'temperature'") if "temperature" in asked.body else answer([])

    _, asked = ask(script)
    assert [(one.form, "temperature" in one.body) for one in asked] == [("json_schema", True), ("json_schema", False)]


def test_one_question_that_is_refused_in_every_form_changes_nothing_for_the_next() -> None:
    def script(asked: Asked) -> Given:
        return failure(400, "maximum context length exceeded") if "long" in asked.passage else answer([])

    with serving(script) as server:
        asking = client(server)
        asking.ask(CHAT)
        with pytest.raises(Unanswered, match=r"refuses the request \(400\): maximum context length exceeded"):
            asking.ask([{"role": "user", "content": "long"}])
        asking.ask(CHAT)
        assert server.asked[-1].form == "json_schema"


@pytest.mark.parametrize("busy", [failure(429), failure(500), failure(503), Given(502, b"<html>"), None])
def test_a_busy_server_is_waited_for_each_time_longer(busy: Given | None) -> None:
    left = [busy, busy, answer([])]

    def script(asked: Asked) -> Given:
        return left.pop(0) or broken_off(asked)

    waited: list[float] = []
    said, asked = ask(script, waited)
    assert said.text
    assert (len(asked), waited) == (3, [1, 2])


def test_it_is_waited_as_long_as_the_server_asks() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    script = in_turn(
        failure(429, headers={"Retry-After": "7"}), failure(503, headers={"Retry-After": soon}),
        failure(503, headers={"Retry-After": "as you like"}), answer([]),
    )  # fmt: skip
    waited: list[float] = []
    ask(script, waited)
    assert waited[0] == 7
    assert 50 < waited[1] <= 60
    assert waited[2] == 4


@pytest.mark.parametrize(("status", "error"), [(429, EndpointError), (503, Unanswered)])
def test_it_is_not_waited_for_ever(status: int, error: type[Exception]) -> None:
    waited: list[float] = []
    _, asked = fails(in_turn(failure(status)), error, waited)
    assert (len(asked), waited) == (ATTEMPTS, [1, 2, 4, 8])
    waited.clear()
    _, asked = fails(in_turn(failure(status, headers={"Retry-After": "86400"})), error, waited)
    assert (len(asked), waited) == (1, [])


def test_a_server_that_breaks_off_each_time_leaves_the_question_open() -> None:
    said, asked = fails(broken_off, Unanswered)
    assert "broke off" in said
    assert len(asked) == ATTEMPTS


@pytest.mark.parametrize(
    ("given", "cause", "remedy"),
    [
        (failure(401, f"Incorrect API key provided: {KEY}"), "refuses the key (401)", "Set MUNIMENT_LLM_KEY"),
        (failure(403), "refuses the key (403)", "Set MUNIMENT_LLM_KEY"),
        (failure(404, "model 'small' not found"), "(404): model 'small' not found", "that the server has 'small'"),
        (Given(404, b"<h1>Not Found</h1>"), "no such address or model (404)", "mostly ends in /v1"),
        (failure(405), "no such address or model (405)", "mostly ends in /v1"),
        (failure(402, "no credit"), "takes no more requests now (402): no credit", "Try later"),
        (Given(200, b"<html>Welcome"), "not as chat completions do", "mostly ends in /v1"),
        (Given(200, b'{"choices": []}'), "not as chat completions do", "mostly ends in /v1"),
        (Given(200, b"[" * 100_000), "not as chat completions do", "mostly ends in /v1"),
    ],
)
def test_what_no_question_would_fare_better_with_ends_the_run(given: Given, cause: str, remedy: str) -> None:
    said, asked = fails(in_turn(given), EndpointError)
    assert cause in said
    assert remedy in said
    assert "the same command goes on from there" in said
    assert KEY not in said
    assert len(asked) == 1


def test_no_redirect_is_followed() -> None:
    with serving(in_turn(answer([]))) as other:
        moved = Given(307, headers={"Location": f"{other.url}/chat/completions"})
        said, _ = fails(in_turn(moved), EndpointError)
        assert "text goes only to the URL you give" in said
        assert other.asked == []


def test_no_proxy_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(in_turn(answer([]))) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        ask(in_turn(answer([])))
        assert proxy.asked == []


@pytest.mark.parametrize("given", [failure(400, f"bad {KEY}"), failure(503, f"bad {KEY} " + "x" * 5000)])
def test_what_a_server_says_is_repeated_in_short_and_without_the_key(given: Given) -> None:
    said, _ = fails(in_turn(given), Unanswered)
    assert "bad (the key)" in said
    assert len(said) < 300


def test_a_reply_out_of_the_ordinary_between_good_ones_costs_one_question_only() -> None:
    with serving(in_turn(answer([]), Given(200, b"{}"), answer([]))) as server:
        asking = client(server)
        asking.ask(CHAT)
        with pytest.raises(Unanswered, match="none of chat completions"):
            asking.ask(CHAT)
        asking.ask(CHAT)


def test_an_answer_that_is_withheld_is_told() -> None:
    assert "content filter" in fails(in_turn(answer("", reason="content_filter")), Unanswered)[0]


def test_nobody_listening_ends_the_run_at_once() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    waited: list[float] = []
    with pytest.raises(EndpointError, match="cannot be reached"):
        client(Endpoint(f"http://127.0.0.1:{port}/v1"), waited).ask(CHAT)
    assert waited == []


def test_a_server_that_goes_away_is_waited_for_and_then_ends_the_run() -> None:
    waited: list[float] = []
    with serving(in_turn(answer([]))) as server:
        asking = client(server, waited)
        asking.ask(CHAT)
    with pytest.raises(EndpointError, match="cannot be reached"):
        asking.ask(CHAT)
    assert waited == [1, 2, 4, 8]


def test_a_slow_answer_is_not_asked_for_again() -> None:
    import threading

    done = threading.Event()

    def script(_: Asked) -> Given:
        done.wait(10)
        return answer([])

    with serving(script) as server:
        with pytest.raises(Unanswered, match=r"no answer within 0\.2 s; MUNIMENT_LLM_TIMEOUT"):
            client(server, timeout=0.2).ask(CHAT)
        done.set()
        assert len(server.asked) == 1


def test_an_answer_without_end_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "LARGEST", 1_000_000)
    said, asked = fails(in_turn(answer("x" * 1_100_000)), Unanswered)
    assert "more than 1 MB" in said
    assert len(asked) == 1


def test_threads_may_ask_at_once() -> None:
    from concurrent.futures import ThreadPoolExecutor

    def script(asked: Asked) -> Given:
        return answer(asked.passage)

    def said(number: int) -> str:
        return asking.ask([{"role": "user", "content": f"{number}"}]).text

    with serving(script) as server, ThreadPoolExecutor(8) as pool:
        asking = client(server)
        assert list(pool.map(said, range(40))) == [f"{number}" for number in range(40)]
