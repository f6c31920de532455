"""A LanguageTool server beside our own corrections; the server here is a stand-in that speaks its protocol."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs

import pytest
from synthetic_essays import essay
from typer.testing import CliRunner

import scorer
from scorer import Engine
from scorer.cli.score import app
from scorer.corrections.languagetool import CODE, checked, reachable, stays_here
from scorer.errors import ScorerError

TEXT = (
    "I beleive that parks 🌳 make a town better. They is open for everyone who lives there. "
    "As Mara Quill writes, “A park are a promise” (Quill 12). Less cars would help to.\n"
)
FINDS = ("🌳 make", "They is", "A park are", "Less cars", "beleive", " to")


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The shipped engine."""
    return scorer.load()


@contextmanager
def server(status: int = 200, broken: bool = False) -> Iterator[tuple[str, list[str]]]:
    """A server that finds ``FINDS``; yields its address and the texts that it was sent."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self, body: object) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(b"{" if broken else json.dumps(body).encode())

        def do_GET(self) -> None:
            self.answer([{"name": "English (US)", "code": "en"}])

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            text = form["text"][0]
            seen.append(text)
            self.answer({"matches": [match(text, words) for words in FINDS if words in text]})

        def log_message(self, *_: object) -> None:
            pass

    httpd = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=httpd.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}", seen
    finally:
        httpd.shutdown()
        httpd.server_close()


def match(text: str, words: str) -> dict[str, object]:
    """What LanguageTool says of some words: offset and length count UTF-16 units."""
    at = text.index(words)
    return {
        "offset": len(text[:at].encode("utf-16-le")) // 2,
        "length": len(words.encode("utf-16-le")) // 2,
        "message": "Something may be wrong.",
        "replacements": [{"value": f"better {n}"} for n in range(5)],
    }


def test_its_matches_stand_beside_ours(engine: Engine) -> None:
    own = engine.score(TEXT)
    with server() as (url, seen):
        both = checked(own, TEXT, url)
    added = [c for c in both.corrections if c.code == CODE]
    assert seen == [TEXT]
    assert [c for c in both.corrections if c.code != CODE] == list(own.corrections)
    assert {c.text for c in added} >= {"🌳 make", "to"}
    assert all(TEXT[c.start : c.end] == c.text and len(c.suggestions) == 3 for c in added)
    assert both.corrections == tuple(sorted(both.corrections, key=lambda c: (c.start, c.end)))
    assert (both.criteria, both.overall) == (own.criteria, own.overall)


def test_quoted_words_and_our_own_places_are_left_alone(engine: Engine) -> None:
    own = engine.score(TEXT)
    with server() as (url, _):
        added = [c.text for c in checked(own, TEXT, url).corrections if c.code == CODE]
    assert "A park are" not in added
    assert "beleive" not in added


@pytest.mark.parametrize("how", [{"status": 500}, {"broken": True}])
def test_a_server_that_fails_changes_nothing_else(engine: Engine, how: dict[str, int]) -> None:
    own = engine.score(TEXT)
    with server(**how) as (url, _):
        after = checked(own, TEXT, url)
    assert after.corrections == own.corrections
    assert [flag.severity for flag in after.flags if flag.code == CODE] == ["info"]


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "localhost", "ftp://localhost", "http://"])
def test_no_server_is_one_sentence(url: str) -> None:
    with pytest.raises(ScorerError) as caught:
        reachable(url)
    assert caught.value.code == "languagetool_failed"
    assert caught.value.message.count(". ") == 0


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://localhost:8081", True),
        ("http://127.0.0.1:8081/v2", True),
        ("http://[::1]:8081", True),
        ("https://languagetool.school.example", False),
        ("http://10.0.0.7:8081", False),
    ],
)
def test_what_leaves_the_computer_is_known(url: str, here: bool) -> None:
    assert stays_here(url) is here


def test_the_command_asks_it(tmp_path: Path) -> None:
    (tmp_path / "park.txt").write_text(f"{TEXT}\n{essay(random.Random(5), 1.0, sentences=8)}", encoding="utf-8")
    with server() as (url, _):
        result = CliRunner().invoke(app, [str(tmp_path / "park.txt"), "--format", "json", "--languagetool", url])
    assert result.exit_code == 0
    assert CODE in {c["code"] for c in json.loads(result.stdout)["corrections"]}


def test_the_command_says_where_none_is(tmp_path: Path) -> None:
    (tmp_path / "park.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, [str(tmp_path / "park.txt"), "--languagetool", "http://127.0.0.1:9"])
    assert result.exit_code == 2
    assert "languagetool_failed" in result.stderr
