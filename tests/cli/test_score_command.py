"""``score``: exit statuses, formats, and nothing but data on standard output."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from synthetic_essays import essay
from typer.testing import CliRunner, Result

from scorer.bundle import Card, write_card
from scorer.cli.score import app
from scorer.cli.workbench import app as workbench
from scorer.engine import load

STRONG, WEAK = (essay(random.Random(5), level, sentences=8) for level in (1.0, 0.0))
CRITERIA = ["thesis", "reasons", "sources", "organization", "language", "conventions"]
FOR_STUDENTS = "--for student goes with --format text, html or docx"

LOADED = cache(load)


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wide terminal, and engines that are loaded once for all tests."""
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr("scorer.cli.score.load", LOADED)


@pytest.fixture
def essays(tmp_path: Path) -> Path:
    """A folder as a teacher has it: two essays, a folder with one more, an empty file, and what is no essay."""
    folder = tmp_path / "class 7b"
    (folder / "late").mkdir(parents=True)
    (folder / "ann.txt").write_text(STRONG)
    (folder / "ben.md").write_text(WEAK)
    (folder / "late" / "cem.txt").write_bytes(b"\xef\xbb\xbf" + STRONG.replace("\n", "\r\n").encode())
    (folder / "dora.txt").write_text("")
    (folder / "grades.xlsx").write_bytes(b"PK")
    (folder / ".hidden.txt").write_text(STRONG)
    (folder / "~$ann.txt").write_text("lock")
    return folder


def score(*arguments: object, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def as_program(*arguments: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    code = "import sys; from scorer.cli.score import main; sys.argv[0] = 'score'; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        input=stdin, capture_output=True, check=False, timeout=120, env=os.environ | environment,
    )  # fmt: skip


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_one_essay_as_text(essays: Path) -> None:
    result = score(essays / "ann.txt")
    assert result.exit_code == 0
    assert result.stderr == ""
    for expected in (
        "ann · ",
        "/ 4",
        "interval",
        "Thesis",
        "Use of sources",
        "Found in the essay",
        "Why: starts at",
    ):
        assert expected in result.stdout
    assert "\x1b[" not in result.stdout


def test_one_essay_as_json_is_one_object(essays: Path) -> None:
    made = json.loads(score(essays / "ann.txt", "--format", "json").stdout)
    assert made["submission"]["id"] == "ann"
    assert made["submission"]["path"] == str(essays / "ann.txt")
    assert [criterion["id"] for criterion in made["criteria"]] == CRITERIA
    assert "text" not in made


def test_offsets_are_those_of_the_file_as_read(essays: Path) -> None:
    made = json.loads(score(essays / "late" / "cem.txt", "--format", "json", "--include-text").stdout)
    assert made["text"] == STRONG
    for span in [*made["structure"]["reasons"], *made["structure"]["evidence"]]:
        assert STRONG[span["start"] : span["end"]] == span["text"]


def test_a_folder_is_one_row_per_essay_in_order_with_the_reason_of_each_failure(essays: Path) -> None:
    result = score(essays, "--format", "csv")
    assert result.exit_code == 1
    table = rows(result.stdout)
    assert [row["id"] for row in table] == ["ann", "ben", "dora", "cem"]
    assert list(table[0]) == [
        "id", "student", "path", "words", "status", "overall", "low", "high", "level", *CRITERIA, "flags", "error",
    ]  # fmt: skip
    assert [bool(row["overall"]) for row in table] == [True, True, False, True]
    assert table[2]["error"] == '"dora.txt" is empty: check that the right file was handed in.'
    assert "empty: " in result.stderr
    assert {name: table[0][name] for name in CRITERIA} == {name: table[3][name] for name in CRITERIA}


def test_a_folder_as_a_table_and_as_lines(essays: Path) -> None:
    table = score(essays).stdout.splitlines()
    assert [line.split()[0] for line in table if line[:1].strip()] == ["essay", "ann", "ben", "dora", "cem"]
    lines = score(essays, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["submission"]["id"] for line in lines] == ["ann", "ben", "dora", "cem"]
    many = json.loads(score(essays, "--format", "json").stdout)
    assert [item["error"] and item["error"]["code"] for item in many] == [None, None, "empty", None]


def test_a_glob_chooses_files(essays: Path) -> None:
    result = score(essays, "--glob", "*.md", "--format", "csv")
    assert (result.exit_code, [row["id"] for row in rows(result.stdout)]) == (0, ["ben"])


def test_workers_change_nothing_and_get_standard_input_from_the_parent(essays: Path) -> None:
    arguments = (essays / "ann.txt", "-", essays / "ben.md", "--format", "jsonl")
    one = score(*arguments, stdin=STRONG)
    two = score(*arguments, "--jobs", 2, stdin=STRONG)
    assert (one.exit_code, two.exit_code) == (0, 0)
    assert two.stdout == one.stdout
    ids = [json.loads(line)["submission"]["id"] for line in two.stdout.splitlines()]
    assert ids == ["ann", "stdin", "ben"]


def test_standard_input_is_an_essay() -> None:
    result = score("-", "--format", "json", stdin=STRONG)
    made = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (made["submission"]["id"], made["submission"]["path"]) == ("stdin", None)


def test_empty_standard_input_is_a_row_with_a_code() -> None:
    result = score("-", "--format", "json", stdin="")
    made = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (made["submission"]["id"], made["submission"]["path"], made["error"]["code"]) == ("stdin", None, "empty")


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "csv"])
def test_a_missing_file_is_a_sentence_and_a_code_in_every_format(tmp_path: Path, format: str) -> None:
    path = tmp_path / "nowhere.txt"
    result = score(path, "--format", format)
    assert result.exit_code == 1
    assert result.stderr.startswith("not_found: There is no file")
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.output
    assert "There is no file" in result.stdout


@pytest.mark.parametrize("name", ["x" * 400 + ".txt", "nowhere/at/all.txt"])
def test_names_that_no_disk_holds_are_failures_like_others(tmp_path: Path, name: str) -> None:
    result = score(tmp_path / name, "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["error"]["code"] in {"not_found", "unreadable"}


def test_a_missing_file_among_others_does_not_stop_them(essays: Path) -> None:
    result = score(essays / "ann.txt", essays / "nowhere.txt", essays / "ben.md", "--format", "csv", "--quiet")
    assert result.exit_code == 1
    assert [row["status"] != "not_scored" for row in rows(result.stdout)] == [True, False, True]
    assert result.stderr == ""


def test_an_essay_too_short_to_score_is_a_failure_but_a_low_grade_is_none(tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Dogs are nice.")
    (tmp_path / "low.txt").write_text(
        "me and him dont likes no dog because it bad . the dog he bite my brother on monday and my mom was mad . "
        "dogs is loud in the night so nobody cant sleep good . a cat are more better then dog because it dont barks . "
        "my uncle have two dog and them always eats the shoes . so i thinks people should not gets a dog for house"
    )
    assert score(tmp_path / "short.txt").exit_code == 1
    assert "Not scored. The essay has 3 words" in score(tmp_path / "short.txt").stdout
    assert score(tmp_path / "low.txt").exit_code == 0


@pytest.mark.parametrize("by_file", [False, True])
def test_the_assignment_is_given_as_text_or_file(essays: Path, tmp_path: Path, by_file: bool) -> None:
    prompt = "Should the school stay open in the evening?"
    (tmp_path / "task.txt").write_text(prompt + "\n")
    argument = f"@{tmp_path / 'task.txt'}" if by_file else prompt
    made = json.loads(score(essays / "ann.txt", "--prompt", argument, "--format", "json").stdout)
    assert "no_prompt" not in [flag["code"] for flag in made["flags"]]
    assert made["structure"]["prompt"] is None


def test_output_goes_to_a_file(essays: Path, tmp_path: Path) -> None:
    target = tmp_path / "grades.csv"
    result = score(essays / "ann.txt", "--format", "csv", "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert rows(target.read_text(encoding="utf-8"))[0]["id"] == "ann"


def test_an_essay_is_never_overwritten(essays: Path) -> None:
    result = score(essays, "-o", essays / "late" / ".." / "ann.txt")
    assert result.exit_code == 2
    assert "is one of the essays: choose another file to write." in result.stderr
    assert (essays / "ann.txt").read_text() == STRONG


def test_another_rubric(essays: Path) -> None:
    made = json.loads(score(essays / "ann.txt", "--rubric", "holistic-6", "--format", "json").stdout)
    assert [criterion["id"] for criterion in made["criteria"]] == ["quality"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--rubric", "none-such"], "rubric_not_found: There is no rubric 'none-such'"),
        (["--rubric", "{folder}/bad.toml"], "rubric_invalid: The rubric "),
        (["--model", "none-such"], "model_not_found: There is no model called 'none-such'"),
        (["--model", "{folder}/old"], "model_incompatible: The model 'old' needs numpy 0.1 or newer, below 0.2, but"),
        (["--prompt", "@{folder}/none.txt"], "not_found: There is no file"),
        (["--prompt", "{folder}/ann.txt"], "no_path: --prompt {folder}/ann.txt is a file's name: write --prompt @"),
        (["-o", "{folder}/none/grades.csv"], "unwritable: "),
        (["-o", "{folder}"], "unwritable: "),
        (["--glob", "/etc/*"], "bad_pattern: '/etc/*' is no pattern of file names"),
        (["--glob", "*.nothing"], "no_files: There is no file to read"),
        *(
            (["--for", "student", "--format", format], f"no_audience: {FOR_STUDENTS}: {format} holds")
            for format in ("json", "jsonl", "csv", "parquet")
        ),
    ],
)
def test_what_cannot_be_used_is_a_sentence_and_status_2(essays: Path, arguments: list[str], sentence: str) -> None:
    (essays / "bad.toml").write_text("id = ")
    (essays / "old").mkdir()
    write_card(
        essays / "old",
        Card(
            id="old", version="1", kind="traits", description="", licence="", trained_on=[], command="scorer train",
            compatible={"numpy": ("0.1", "0.2")},
        ),
    )  # fmt: skip
    filled = [argument.format(folder=essays) for argument in arguments]
    result = score(essays, *filled)
    assert result.exit_code == 2
    assert result.stderr.startswith(sentence.format(folder=essays))
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


@pytest.mark.parametrize(
    "arguments", [[], ["x.txt", "--format", "xml"], ["x.txt", "--jobs", "0"], ["--no-such-option"]]
)
def test_wrong_usage_is_status_2_and_shown_on_standard_error(arguments: list[str]) -> None:
    result = score(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage:" in result.stderr


def test_help_names_every_option_with_a_sentence() -> None:
    result = score("--help")
    assert result.exit_code == 0
    for option in (
        "--prompt",
        "--rubric",
        "--model",
        "--format",
        "--output",
        "--include-text",
        "--glob",
        "--jobs",
        "--quiet",
    ):
        assert option in result.stdout
    assert "Grade essays against a rubric" in result.stdout


def test_version() -> None:
    result = score("--version")
    assert (result.exit_code, result.stdout.split()[0]) == (0, "score")


def test_a_real_process_writes_utf8_whatever_the_terminal_is_and_never_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "é.txt").write_text(f"“Ünïcødé” – Zażółć. {STRONG}", encoding="utf-8")
    arguments = (tmp_path / "é.txt", tmp_path / "nowhere.txt", "--format", "jsonl", "--include-text")
    done = as_program(*arguments, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 1
    good, bad = map(json.loads, done.stdout.decode("utf-8").splitlines())
    assert good["text"].startswith("“Ünïcødé” – Zażółć.")
    assert (bad["status"], bad["error"]["code"]) == ("not_scored", "not_found")
    assert done.stderr.decode().startswith("not_found: There is no file")
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_goes_away_ends_the_command_quietly(essays: Path) -> None:
    code = "from scorer.cli.score import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(essays), "--format", "jsonl", "--quiet"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors: Any = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=60) != 0
    assert errors == b""


def test_one_page_goes_into_a_folder_where_no_file_is_named(essays: Path, tmp_path: Path) -> None:
    for name, made in (("reports", "reports/index.html"), ("report.html", "report.html")):
        assert score(essays / "ann.txt", "--format", "html", "-o", tmp_path / name).exit_code == 0
        assert (tmp_path / made).is_file()


def test_scores_that_a_teacher_changed_are_not_written_over(essays: Path) -> None:
    made = essays / "ann.jsonl"
    again = (essays / "ann.txt", "--format", "jsonl", "-o", made)
    assert (score(*again).exit_code, score(*again).exit_code) == (0, 0)
    change = ["grades", "override", str(made), "--student", "ann", "--criterion", "thesis", "--score", "1"]
    assert CliRunner().invoke(workbench, [*change, "--reason", "It is off the question."]).exit_code == 0
    kept = made.read_bytes()
    result = score(*again)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"file_exists: {made} holds scores that a teacher changed")
    assert made.read_bytes() == kept
    assert score(*again, "--no-resume").exit_code == 0
    assert b'"code":"override"' not in made.read_bytes()
