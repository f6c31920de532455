"""Files that pages are written to: their names, what is never overwritten, and what ``score`` says and makes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from samples import TEXT
from typer.testing import CliRunner, Result
from word_files import comments, formatted

from scorer.cli.score import app
from scorer.errors import ScorerError
from scorer.reports.names import file_name
from scorer.reports.pages import check_output

SHORT = "School should start later. " * 15


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("ann", "ann.html"),
        ("Ann Lee", "Ann Lee.html"),
        ("../../etc/passwd", "_.._etc_passwd.html"),
        ("a/b\\c:d*e?f", "a_b_c_d_e_f.html"),
        ("..", "essay.html"),
        ("", "essay.html"),
        ("con", "_con.html"),
        ("NUL.txt", "_NUL.txt.html"),
        ("-rf", "_-rf.html"),
        ("line\nbreak", "line_break.html"),
        ("Łukasz", "Łukasz.html"),
        ("x" * 300, "x" * 80 + ".html"),
    ],
)
def test_names_that_every_system_can_hold(id: str, expected: str) -> None:
    assert file_name(id, ".html", ()) == expected


@given(st.lists(st.text(max_size=120), max_size=12))
def test_names_differ_also_where_case_does_not_count(ids: list[str]) -> None:
    taken: set[str] = {"index.html"}
    for id in ids:
        name = file_name(id, ".html", taken)
        assert name.lower() not in taken
        assert len(name.encode()) <= 255
        assert Path(name).name == name
        taken.add(name.lower())


@pytest.mark.parametrize(
    ("format", "count", "sentence"),
    [
        ("html", 2, "2 essays make 2 files: name a folder for them with -o FOLDER."),
        ("docx", 1, "A Word document needs a file: name one with -o report.docx."),
    ],
)
def test_what_needs_a_place_asks_for_one(format: str, count: int, sentence: str) -> None:
    with pytest.raises(ScorerError, match=sentence) as caught:
        check_output(format, None, count)
    assert caught.value.code == "no_output"
    check_output("html", None, 1)


def score(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_command_makes_a_page_of_the_text_as_read(tmp_path: Path) -> None:
    (tmp_path / "ann.txt").write_text(f"\ufeff{TEXT}\r\n\r\n{SHORT}", encoding="utf-8", newline="")
    for who, figures in (("teacher", True), ("student", False)):
        result = score(tmp_path / "ann.txt", "--format", "html", "--for", who)
        assert (result.exit_code, result.stderr) == (0, "")
        page = BeautifulSoup(result.stdout, "html.parser", preserve_whitespace_tags={"article"})
        assert page.find(id="essay").get_text() == f"{TEXT}\n\n{SHORT}"
        assert ("What the score is made of" in result.stdout) == figures
    assert "Why: starts at" not in score(tmp_path / "ann.txt", "--for", "student").stdout


def test_the_command_annotates_the_document_that_was_handed_in(tmp_path: Path) -> None:
    (tmp_path / "ann.docx").write_bytes(formatted())
    result = score(tmp_path / "ann.docx", "--format", "docx", "-o", tmp_path / "graded.docx")
    assert result.exit_code == 1  # too short to score, which is said in the document
    made = (tmp_path / "graded.docx").read_bytes()
    assert comments(made)["I like this."][0] == "A friend"
    document = Document(io.BytesIO(made))
    assert document.sections[0].header.paragraphs[0].text == "Lee 2"
    assert "Not scored." in "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_the_command_says_what_is_missing_before_it_loads_anything(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SHORT)
    (tmp_path / "b.txt").write_text(SHORT)
    for arguments in ((tmp_path, "--format", "html"), (tmp_path / "a.txt", "--format", "docx")):
        result = score(*arguments, "--model", "none-such")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("no_output: ")
    result = score(tmp_path, "--format", "html", "-o", tmp_path / "a.txt" / "x")
    assert (result.exit_code, result.stderr.split(":")[0]) == (2, "unwritable")
