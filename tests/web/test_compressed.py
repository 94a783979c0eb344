"""Compression: whole answers for who takes it, the same text back, never the same length twice."""

from __future__ import annotations

import gzip

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from eccentric.web.compressed import compressed, kept_packed

TEXT = b"the slow way down " * 200


def answer(response: HttpResponse, accepts: str = "gzip, deflate, br") -> HttpResponse:
    """What the middleware makes of a response."""

    def respond(request: HttpRequest) -> HttpResponse:
        return response

    return compressed(respond)(RequestFactory().get("/", headers={"Accept-Encoding": accepts}))


def test_a_page_comes_back_as_it_was() -> None:
    found = answer(HttpResponse(TEXT))
    assert found.headers["Content-Encoding"] == "gzip"
    assert found.headers["Vary"] == "Accept-Encoding"
    assert int(found.headers["Content-Length"]) == len(found.content) < len(TEXT) / 5
    assert gzip.decompress(found.content) == TEXT


def test_who_does_not_take_it_gets_it_plain_and_caches_are_told() -> None:
    found = answer(HttpResponse(TEXT), accepts="br")
    assert found.content == TEXT
    assert found.headers["Vary"] == "Accept-Encoding"


def test_short_packed_and_streamed_answers_stay_as_they_are() -> None:
    for response in (HttpResponse(b"short"), HttpResponse(TEXT, headers={"Content-Encoding": "zstd"})):
        before = response.content
        assert answer(response).content == before
    streamed = StreamingHttpResponse(iter([TEXT]))
    assert "Content-Encoding" not in answer(streamed).headers  # type: ignore[arg-type]


def test_the_length_tells_nothing() -> None:
    assert len({len(answer(HttpResponse(TEXT)).content) for _ in range(60)}) > 10


def test_what_is_kept_packed_is_the_same_text_under_another_name_each_time() -> None:
    found = [answer(kept_packed(HttpResponse(TEXT))).content for _ in range(20)]
    assert {gzip.decompress(content) for content in found} == {TEXT}
    assert len({len(content) for content in found}) > 5
    assert gzip.decompress(answer(kept_packed(HttpResponse(TEXT + b"!"))).content) == TEXT + b"!"
