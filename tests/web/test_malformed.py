"""What is no request is refused in our form."""

from collections.abc import Iterable

import pytest
from flask import Response
from flask.testing import FlaskClient
from werkzeug.test import create_environ, run_wsgi_app

from machine import paths
from web.malformed import Malformed, is_well_formed
from web.words import Words

MALFORMED = Malformed(Words(paths.I18N))
HEAD = b"GET /api/board HTTP/1.1\r\nHost: a\r\n\r\n"


@pytest.mark.parametrize(
    "environ",
    [
        {"QUERY_STRING": "venue=\xff\xfe"},
        {"PATH_INFO": "/\xff"},
        {"HTTP_COOKIE": "a=\xff"},
        {"HTTP_X": "\u4e2d"},
        # Half a character in each of two headers is not one.
        {"HTTP_A": "\xc3", "HTTP_B": "\xa9"},
        *(
            {"HTTP_HOST": host}
            for host in ("", "a b", "a,b", "a:x", "[::1", "a/b", "\xc3\xa9", ":80")
        ),
    ],
)
def test_what_is_no_text_or_host_is_malformed(environ: dict[str, str]) -> None:
    assert not is_well_formed({"PATH_INFO": "/"} | environ)


@pytest.mark.parametrize("host", ["a", "a_b.local:8000", "10.0.0.5:80", "[::1]:8000", "[fe80::1]"])
def test_a_host_is_a_name_or_an_address_with_or_without_a_port(host: str) -> None:
    assert is_well_formed({"PATH_INFO": "/", "HTTP_HOST": host})


def test_chinese_in_utf_8_is_well_formed() -> None:
    chinese = "候场区".encode().decode("latin-1")
    assert is_well_formed({"PATH_INFO": "/", "QUERY_STRING": f"name={chinese}"})


HANDSHAKE = {
    "PATH_INFO": "/socket.io/",
    "HTTP_UPGRADE": "WebSocket",
    "HTTP_SEC_WEBSOCKET_VERSION": "13",
    "HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.mark.parametrize(
    "extensions",
    [
        "",
        "permessage-deflate; client_max_window_bits",
        "permessage-deflate; server_max_window_bits=10; client_max_window_bits, x",
        'permessage-deflate; client_max_window_bits="12"',
    ],
)
def test_a_handshake_may_ask_for_deflation(extensions: str) -> None:
    assert is_well_formed(HANDSHAKE | {"HTTP_SEC_WEBSOCKET_EXTENSIONS": extensions})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VERSION", ""),
        ("VERSION", "8"),
        ("KEY", ""),
        ("KEY", "short=="),
        ("EXTENSIONS", "permessage-deflate; Client_Max_Window_Bits=x"),
        ("EXTENSIONS", "permessage-deflate; server_max_window_bits="),
    ],
)
def test_a_handshake_that_opens_no_websocket_is_malformed(name: str, value: str) -> None:
    assert not is_well_formed(HANDSHAKE | {f"HTTP_SEC_WEBSOCKET_{name}": value})


def test_no_host_at_all_is_that_of_an_old_client() -> None:
    assert is_well_formed({"PATH_INFO": "/"})


@pytest.mark.parametrize(
    "head",
    [
        b"",
        HEAD[:-2],
        HEAD[:-5],
        b"GET /api/board\r\n\r\n",
        b"GET  / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/2.0\r\n\r\n",
        b"\xffGET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        b"GET / HTTP/1.1\r\nA: b\r\n folded\r\n\r\n",
        b"GET / HTTP/1.1\r\nA: \x00\r\n\r\n",
    ],
)
def test_what_broke_off_or_has_another_form_is_no_head(head: bytes) -> None:
    assert not MALFORMED.is_head(head)


@pytest.mark.parametrize("head", [HEAD, HEAD.replace(b"\r", b""), b"GET / HTTP/1.0\r\n\r\n"])
def test_a_whole_head_is_one(head: bytes) -> None:
    assert MALFORMED.is_head(head)


@pytest.mark.parametrize("path", ["/", "/socket.io/", "/apiary"])
def test_the_refusal_is_a_page_but_under_api(path: str) -> None:
    page, problem = MALFORMED.response(path), MALFORMED.response("/api/board")
    assert (page.status_code, page.mimetype) == (400, "text/html")
    assert "服务器看不懂这个请求" in page.get_data(as_text=True)
    assert (problem.status_code, problem.mimetype) == (400, "application/problem+json")
    told = problem.get_json(force=True)
    assert (told["code"], told["reason"], told["status"]) == ("invalid", "malformed", 400)


def test_the_guard_lets_on_what_is_well_formed_alone() -> None:
    def behind(environ: object, start_response: object) -> Iterable[bytes]:
        return Response("reached")(environ, start_response)  # type: ignore[arg-type]  # a plain dict

    guarded = MALFORMED.guard(behind)

    def status(**environ: str) -> str:
        return run_wsgi_app(guarded, create_environ("/api/board") | environ)[1]

    assert status() == "200 OK"
    assert status(HTTP_HOST="") == "400 BAD REQUEST"


def test_the_application_is_guarded(client: FlaskClient) -> None:
    told = client.get("/api/board?venue=yungu", headers={"Host": "a b"})
    assert (told.status_code, told.json["reason"]) == (400, "malformed")
    assert (
        client.get("/socket.io/?EIO=4&transport=polling", headers={"Host": ""}).status_code == 400
    )
