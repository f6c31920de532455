"""``score`` on a whole download: rows of the right students, and their failures."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result
from written_downloads import BLACKBOARD, CANVAS, MOODLE, as_folder, as_zip

from scorer.cli.score import app
from scorer.engine import load

LOADED = cache(load)


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wide terminal, and one engine for all tests."""
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setattr("scorer.cli.score.load", LOADED)


def score(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_zip_gives_a_row_per_student_with_what_the_lms_said(tmp_path: Path) -> None:
    result = score(as_zip(CANVAS, tmp_path / "canvas.zip"), "--format", "jsonl")
    made = {row["submission"]["id"]: row for row in lines(result)}
    assert result.exit_code == 1
    assert list(made) == [one.id for one in CANVAS.expected]
    assert made["1002"]["submission"]["student"] == "doejohn"
    assert {"late"} <= {flag["code"] for flag in made["1002"]["flags"]}
    assert made["1008"]["error"]["code"] == "link_only"
    assert (made["1008"]["submission"]["student"], made["1008"]["overall"]) == ("zhangwei", None)
    assert 'link_only: "link.html" is a link to a page, which is not followed' in result.stderr
    assert "(zhangwei)" in result.stderr


def test_workers_and_a_folder_change_nothing_but_paths(tmp_path: Path) -> None:
    archive, folder = as_zip(BLACKBOARD, tmp_path / "b.zip"), as_folder(BLACKBOARD, tmp_path / "b")
    one, two = (score(archive, "--format", "jsonl", "--jobs", jobs, "--quiet") for jobs in (1, 2))
    assert one.stdout == two.stdout
    assert one.stdout.replace(f"{archive}/", "") == score(folder, "--format", "jsonl").stdout.replace(f"{folder}/", "")


def test_a_part_that_cannot_be_read_asks_for_review(tmp_path: Path) -> None:
    folder = as_folder(MOODLE, tmp_path / "m")
    (row,) = lines(score(folder / "Beth Adams_4717_assignsubmission_file", "--format", "jsonl"))
    assert row["submission"]["student"] == "Beth Adams"
    assert row["status"] == "needs_review"
    assert "part_unread" in {flag["code"] for flag in row["flags"]}


def test_the_table_names_students(tmp_path: Path) -> None:
    shown = score(as_zip(BLACKBOARD, tmp_path / "b.zip")).stdout
    assert "Jane Doe" in shown and "Müller-Lüdenscheidt, Max" in shown


def test_a_roster_gives_the_names_that_file_names_lack(tmp_path: Path) -> None:
    (tmp_path / "roster.csv").write_text("ID,Name\n1002,John Doe\n", encoding="utf-8")
    archive = as_zip(CANVAS, tmp_path / "canvas.zip")
    (row,) = lines(score(archive, "--glob", "*1002*", "--roster", tmp_path / "roster.csv", "--format", "jsonl"))
    assert (row["submission"]["id"], row["submission"]["student"]) == ("1002", "John Doe")


def test_a_roster_that_cannot_be_read_is_wrong_usage(tmp_path: Path) -> None:
    archive = as_zip(CANVAS, tmp_path / "canvas.zip")
    (tmp_path / "bad.csv").write_text("colour,shape\nred,round\n")
    for roster, code in (("none.csv", "data_not_found"), ("bad.csv", "data_invalid")):
        result = score(archive, "--roster", tmp_path / roster)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"{code}: ") and len(result.stderr.splitlines()) == 1


def test_the_zip_is_never_written_over(tmp_path: Path) -> None:
    archive = as_zip(CANVAS, tmp_path / "canvas.zip")
    before = archive.read_bytes()
    result = score(archive, "-o", archive)
    assert (result.exit_code, archive.read_bytes()) == (2, before)
