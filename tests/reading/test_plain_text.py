"""Plain text and Markdown: encodings, newlines, and what is no text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorer.errors import ReadingError
from scorer.reading import read_bytes, read_text

QUOTED = "Walt’s “Alliances” — naïve, says José…\nAnd that is all."
RUSSIAN = "Коллективная безопасность лучше равновесия сил, потому что она удерживает сильные государства от войны. " * 3


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param(QUOTED, QUOTED.encode(), id="utf-8"),
        pytest.param(QUOTED, QUOTED.encode("utf-8-sig"), id="utf-8 with mark"),
        pytest.param(QUOTED, b"\xff\xfe" + QUOTED.encode("utf-16-le"), id="utf-16 little-endian"),
        pytest.param(QUOTED, b"\xfe\xff" + QUOTED.encode("utf-16-be"), id="utf-16 big-endian"),
        pytest.param(QUOTED, b"\xff\xfe\0\0" + QUOTED.encode("utf-32-le"), id="utf-32 little-endian"),
        pytest.param(QUOTED, b"\0\0\xfe\xff" + QUOTED.encode("utf-32-be"), id="utf-32 big-endian"),
        pytest.param(QUOTED, QUOTED.encode("cp1252"), id="windows"),
        pytest.param(QUOTED + " café", QUOTED.encode() + b" caf\xe9", id="utf-8 with one stray byte"),
        pytest.param(RUSSIAN, RUSSIAN.encode("cp1251"), id="cyrillic"),
        pytest.param("# Peace\n\n*Many*  promise.", b"# Peace\r\n\r\n*Many*  promise.", id="markdown stays"),
        pytest.param("a\n\nb\nc\n", b"a\r\n\r\nb\rc\n", id="newlines"),
        pytest.param("  indented\ttext  \n", b"  indented\ttext  \n", id="spaces stay"),
        pytest.param("page one\fpage two", b"page one\fpage two", id="form feed stays"),
        pytest.param("cafe\u0301", "cafe\u0301".encode(), id="no unicode normalisation"),
    ],
)
def test_text_is_read_as_it_was_written(text: str, data: bytes) -> None:
    assert read_bytes(data, "essay.md").text == text


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("empty", b""),
        ("empty", b" \r\n\t \n"),
        ("empty", b"\xef\xbb\xbf"),
        ("empty", b"\xff\xfe"),
        ("empty", "\u00a0\u2003\n".encode()),
        ("not_text", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("not_text", b"an essay with a NUL\0 in it"),
        ("not_text", bytes(range(1, 32)) * 20),
        ("not_text", b"\xff\xfea"),
        ("not_text", "no mark".encode("utf-16-le")),
    ],
)
def test_what_is_no_text_is_refused(code: str, data: bytes) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "essay.txt")
    assert caught.value.code == code


@given(st.text())
@example("\ufeffmarked")
@example("a\r\r\n\nb")
@example("\x85\u2028\u2029")
def test_any_text_comes_back_with_its_newlines_normalised(text: str) -> None:
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        assert read_bytes(text.encode(), "essay.txt").text == expected
    except ReadingError as error:
        controls = sum(c in "\x7f" or (c < " " and c not in "\t\n\v\f\r") or "\x80" <= c <= "\x9f" for c in text)
        assert (error.code == "empty") == (not expected.strip())
        assert error.code in ("empty", "not_text")
        assert error.code == "empty" or controls


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.strip), st.sampled_from(["16", "32"])
)
def test_marked_wide_encodings_come_back(text: str, width: str) -> None:
    assert read_bytes(text.encode(f"utf-{width}"), "essay.txt").text == text


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read = read_bytes(data, "essay.txt")
    except ReadingError as error:
        assert error.message.endswith(".")
    else:
        assert read.text.strip()
        read.text.encode("utf-8")


@pytest.mark.parametrize(
    ("given", "text"),
    [("a\r\nb", "a\nb"), ("half \ud83d character", "half \ufffd character"), ("pair \ud83d\ude00", "pair \U0001f600")],
)
def test_a_text_in_memory_passes_the_same_door(given: str, text: str) -> None:
    read = read_text(given)
    assert (read.id, read.path, read.text) == ("text", None, text)


@pytest.mark.parametrize(("code", "text"), [("empty", ""), ("empty", " \n"), ("not_text", "a\0b")])
def test_a_text_in_memory_is_refused_like_a_file(code: str, text: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_text(text)
    assert caught.value.code == code
